//! `extract DIR > OUT.json`: pages of a benchmark folder (`html/ID.html`, the
//! addresses in `gt.json`) to id -> articleBody, title, author, date.

use std::{collections::BTreeMap, env, fs, path::Path};

use serde_json::{Value, json};
use throughline_extract::extract;
use throughline_model::{Content, Document, Role};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = env::args().nth(1).ok_or("usage: extract DIR")?;
    let folder = Path::new(&folder);
    let gold: BTreeMap<String, Value> = serde_json::from_slice(&fs::read(folder.join("gt.json"))?)?;
    let mut found = BTreeMap::new();
    for (id, gold) in gold {
        let Ok(bytes) = fs::read(folder.join("html").join(format!("{id}.html"))) else { continue };
        let mut document = Document::new(&id, Content::Html, bytes);
        document.url = gold.get("url").and_then(Value::as_str).map(str::to_owned);
        match extract(&document) {
            Ok(article) => {
                // The reference texts have no captions.
                let lines = article.paragraphs.iter().skip(1).filter(|p| p.role != Role::Caption);
                let body: Vec<&str> = lines.map(|p| &article.text[p.span.clone()]).collect();
                let fields = json!({
                    "articleBody": body.join("\n"), "title": article.title, "author": article.authors,
                    "date": article.published.map(|p| p.date().to_string()),
                    "modified": article.modified.map(|p| p.date().to_string()),
                });
                found.insert(id, fields);
            }
            Err(reason) => eprintln!("{id}: {reason}"),
        }
    }
    println!("{}", serde_json::to_string(&found)?);
    Ok(())
}
