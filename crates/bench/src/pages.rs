//! Folders of pages: `html/ID.html`, and `gt.json` with each page's address;
//! and into which of five parts a page's site falls.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;
use throughline_extract::Classifier;
use throughline_model::{Content, Document, Fnv};

/// Parts that the sites are split into, so that no page is judged by what was
/// learned on its own site.
pub const FOLDS: usize = 5;

/// The pages of a folder, in the order of their ids.
pub fn of(folder: &Path) -> Result<impl Iterator<Item = Document>> {
    let path = folder.join("gt.json");
    let bytes = fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let gold: BTreeMap<String, Value> =
        serde_json::from_slice(&bytes).with_context(|| format!("{}: not JSON", path.display()))?;
    let html = folder.join("html");
    Ok(gold.into_iter().filter_map(move |(id, gold)| {
        // A page that is not there scores nothing: the scorer counts its gold.
        let Ok(bytes) = fs::read(html.join(format!("{id}.html"))) else {
            eprintln!("{id}: no page");
            return None;
        };
        let mut document = Document::new(&id, Content::Html, bytes);
        document.url = gold["url"].as_str().map(str::to_owned);
        Some(document)
    }))
}

/// The part that a page's site falls into.
pub fn fold(document: &Document) -> usize {
    let host = document.url.as_deref().and_then(|url| {
        let (_, rest) = url.rsplit_once("://")?;
        let host = rest.split(['/', ':', '?', '#']).next()?;
        // "news.herald.co.uk" and "herald.co.uk" are one site.
        let labels: Vec<&str> = host.split('.').collect();
        let short = labels.len() >= 2 && labels[labels.len() - 2].len() <= 3;
        Some(labels[labels.len().saturating_sub(2 + usize::from(short))..].join("."))
    });
    let site = host.unwrap_or_else(|| document.name.clone());
    (Fnv::of(site.bytes()) >> 32) as usize % FOLDS
}

/// The classifiers of a folder: `K.forest` has not seen the sites of part K.
pub fn forests(folder: &Path) -> Result<Vec<Classifier>> {
    (0..FOLDS)
        .map(|fold| {
            let path = folder.join(format!("{fold}.forest"));
            let data =
                fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
            Classifier::read(&data).with_context(|| format!("{}: no classifier", path.display()))
        })
        .collect()
}
