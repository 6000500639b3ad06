//! Measuring sets as they lie on disk: one JSON object a line.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;
use throughline_extract::extract;
use throughline_model::{Article, Content, Document};

/// The objects of a file, empty lines left out.
pub fn read(path: &Path) -> Result<Vec<Value>> {
    let name = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("{name}: cannot be read"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line).with_context(|| format!("{name}:{}: not JSON", at + 1))
        })
        .collect()
}

/// A text field; empty where it is missing.
pub fn field<'a>(line: &'a Value, name: &str) -> &'a str {
    line[name].as_str().unwrap_or_default()
}

/// The article of a line, read as the product reads articles given as JSON.
/// `None` where there is none, and why on stderr.
pub fn article(line: &Value) -> Option<Article> {
    let name = field(line, "id");
    let document = Document::new(name, Content::Json, line.to_string().into_bytes());
    extract(&document).inspect_err(|reason| eprintln!("{name}: {reason}")).ok()
}
