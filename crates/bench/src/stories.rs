//! `stories`: articles into stories in order of arrival, for cluster scorers.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::Result;
use throughline_annotate::Reading;
use throughline_gather::Gatherer;

use crate::lines::{article, field, read};

/// Arguments of `stories`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines with an id, in order of arrival
    input: PathBuf,
    /// Print the gold story of each line instead
    #[arg(long)]
    gold: bool,
}

/// Prints `doc<TAB>story` a line.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut gatherer = Gatherer::default();
    for line in read(&arguments.input)? {
        let id = field(&line, "id");
        if arguments.gold {
            writeln!(out, "{id}\t{}", field(&line, "story"))?;
            continue;
        }
        // An article that cannot be read is in no story but its own.
        match article(&line) {
            Some(article) => writeln!(out, "{id}\t{}", gatherer.assign(&Reading::of(article)))?,
            None => writeln!(out, "{id}\talone-{id}")?,
        }
    }
    Ok(out.flush()?)
}
