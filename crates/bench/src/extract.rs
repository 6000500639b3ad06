//! `extract`: articles from the pages of a folder, for article scorers.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Result;
use serde_json::json;
use throughline_extract::{Classifier, extract_by};
use throughline_model::Role;

use crate::pages;

/// Arguments of `extract`.
#[derive(clap::Args)]
pub struct Arguments {
    /// A folder with html/ID.html and gt.json, which gives each page's address
    folder: PathBuf,
    /// Read each page with the classifier of this folder that has not seen its site
    #[arg(long)]
    forests: Option<PathBuf>,
}

/// Prints one object: id to `{articleBody, title, author, date, dating}`; scorers
/// do not look at the last.
pub fn run(arguments: &Arguments) -> Result<()> {
    let forests = arguments.forests.as_deref().map(pages::forests).transpose()?;
    let mut found = BTreeMap::new();
    for document in pages::of(&arguments.folder)? {
        let classifier = match &forests {
            Some(forests) => &forests[pages::fold(&document)],
            None => Classifier::built_in(),
        };
        let id = document.name.clone();
        match extract_by(&document, classifier) {
            Ok(article) => {
                // The reference texts leave out what stands under pictures.
                let lines = article.paragraphs.iter().skip(1).filter(|p| p.role != Role::Caption);
                let body: Vec<&str> = lines.map(|p| &article.text[p.span.clone()]).collect();
                let date = article.published.map(|p| p.date().to_string());
                let fields = json!({"articleBody": body.join("\n"), "title": article.title,
                    "author": article.authors, "date": date, "dating": article.dating});
                found.insert(id, fields);
            }
            Err(reason) => eprintln!("{id}: {reason}"),
        }
    }
    println!("{}", serde_json::to_string(&found)?);
    Ok(())
}
