//! `extract`: articles from the pages of a folder, for article scorers.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use throughline_extract::extract;
use throughline_model::{Content, Document, Role};

/// Arguments of `extract`.
#[derive(clap::Args)]
pub struct Arguments {
    /// A folder with html/ID.html and gt.json, which gives each page's address
    folder: PathBuf,
}

/// Prints one object: id to `{articleBody, title, author, date}`.
pub fn run(arguments: &Arguments) -> Result<()> {
    let folder = &arguments.folder;
    let path = folder.join("gt.json");
    let bytes = fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let gold: BTreeMap<String, Value> =
        serde_json::from_slice(&bytes).with_context(|| format!("{}: not JSON", path.display()))?;
    let mut found = BTreeMap::new();
    for (id, gold) in gold {
        // A page that is not there scores nothing: the scorer counts its gold.
        let Ok(bytes) = fs::read(folder.join("html").join(format!("{id}.html"))) else {
            eprintln!("{id}: no page");
            continue;
        };
        let mut document = Document::new(&id, Content::Html, bytes);
        document.url = gold["url"].as_str().map(str::to_owned);
        match extract(&document) {
            Ok(article) => {
                // The reference texts leave out what stands under pictures.
                let lines = article.paragraphs.iter().skip(1).filter(|p| p.role != Role::Caption);
                let body: Vec<&str> = lines.map(|p| &article.text[p.span.clone()]).collect();
                let date = article.published.map(|p| p.date().to_string());
                let fields = json!({"articleBody": body.join("\n"), "title": article.title,
                    "author": article.authors, "date": date});
                found.insert(id, fields);
            }
            Err(reason) => eprintln!("{id}: {reason}"),
        }
    }
    println!("{}", serde_json::to_string(&found)?);
    Ok(())
}
