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
    let mut placed: Vec<(String, Option<String>)> = Vec::new();
    for line in read(&arguments.input)? {
        let id = field(&line, "id").to_owned();
        if arguments.gold {
            writeln!(out, "{id}\t{}", field(&line, "story"))?;
            continue;
        }
        let found = article(&line).map(|article| {
            let reading = Reading::of(article);
            gatherer.assign(&reading);
            reading.article.id
        });
        placed.push((id, found));
    }
    // Scored is where an article stands after all decisions. One that cannot
    // be read is in no story but its own.
    for (id, article) in placed {
        match article.and_then(|article| gatherer.story_of(&article)) {
            Some(story) => writeln!(out, "{id}\t{}", story.0)?,
            None => writeln!(out, "{id}\talone-{id}")?,
        }
    }
    Ok(out.flush()?)
}
