//! `blocks`: the blocks of the pages of a folder and their features, for
//! `tools/extract/train`.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::{Context, Result};
use serde_json::json;

use crate::pages;

/// Arguments of `blocks`.
#[derive(clap::Args)]
pub struct Arguments {
    /// A folder with html/ID.html and gt.json, which gives each page's address
    folder: PathBuf,
    /// Where the features go: rows of 32-bit floats, little-endian
    #[arg(long)]
    features: PathBuf,
    /// The features of the second look, by the classifiers of this folder
    #[arg(long)]
    forests: Option<PathBuf>,
}

/// Prints a line of JSON a block.
pub fn run(arguments: &Arguments) -> Result<()> {
    let path = &arguments.features;
    let file = File::create(path).with_context(|| format!("{}: cannot write", path.display()))?;
    let mut features = BufWriter::new(file);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let forests = arguments.forests.as_deref().map(pages::forests).transpose()?;
    for document in pages::of(&arguments.folder)? {
        let fold = pages::fold(&document);
        let classifier = forests.as_ref().map(|forests| &forests[fold]);
        for block in throughline_extract::blocks(&document, classifier) {
            let line = json!({"page": document.name, "fold": fold, "text": block.text,
                "chance": block.chance});
            writeln!(out, "{line}")?;
            for number in block.features {
                features.write_all(&number.to_le_bytes())?;
            }
        }
    }
    Ok(())
}
