//! Inputs to articles: everything readable goes on, everything else is named.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Result, bail};
use throughline_annotate::Reading;
use throughline_collect::{HttpConfig, HttpFetch, collect};
use throughline_extract::{extract, known_outlet};
use throughline_gather::{Owners, in_order};
use throughline_model::Article;

use crate::{progress::Progress, say::say};

/// An article and the input it was read from.
pub struct Read {
    /// Path, `file.jsonl:12`, address or `stdin`.
    pub name: String,
    /// What it held.
    pub article: Article,
}

/// Reads the articles of all inputs. What cannot be read is reported on
/// stderr with its name and the reason.
///
/// # Errors
/// When nothing is left.
pub fn articles(inputs: &[String], config: HttpConfig) -> Result<Vec<Read>> {
    let collected = collect(inputs, &HttpFetch::new(config), &mut std::io::stdin().lock());
    for problem in &collected.problems {
        say(format_args!("skipped {problem}"));
    }
    let progress = Progress::new(collected.documents.len(), "reading");
    let mut articles = Vec::with_capacity(collected.documents.len());
    for document in collected.documents {
        match extract(&document) {
            Ok(article) => articles.push(Read { name: document.name, article }),
            Err(reason) => {
                progress.aside(|| say(format_args!("skipped {}: {reason}", document.name)));
            }
        }
        progress.step();
    }
    if articles.is_empty() {
        bail!("no article is left; give files, folders or addresses that hold one");
    }
    Ok(articles)
}

/// Annotates articles and puts them in the order that does not depend on how
/// they came. The second of two copies is dropped and named.
pub fn readings(articles: Vec<Read>) -> Vec<Reading> {
    // By id, and by text for copies that were saved under another address.
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut texts: HashMap<String, String> = HashMap::new();
    let progress = Progress::new(articles.len(), "annotating");
    let mut readings = Vec::with_capacity(articles.len());
    for Read { name, article } in articles {
        names.entry(article.id.clone()).or_default().push(name);
        texts.insert(article.id.clone(), article.sha256.clone());
        readings.push(Reading::of(article));
        progress.step();
    }
    drop(progress);
    let (kept, _) = in_order(readings);
    let first_of_text: HashMap<&str, &str> = kept
        .iter()
        .rev()
        .map(|r| (r.article.sha256.as_str(), names[&r.article.id][0].as_str()))
        .collect();
    let is_kept = |id: &str| kept.iter().any(|r| r.article.id == id);
    for (id, names) in &names {
        let (first, copies) = match is_kept(id) {
            true => (names[0].as_str(), &names[1..]),
            false => {
                (first_of_text.get(texts[id].as_str()).copied().unwrap_or("another"), &names[..])
            }
        };
        for copy in copies {
            say(format_args!("skipped {copy}: the same article as {first}; counted once"));
        }
    }
    kept
}

/// Who owns the outlets of these readings, by outlet name.
pub fn owners(readings: &[Reading]) -> Owners {
    let host = |url: &str| url.split('/').nth(2).map(str::to_owned);
    readings
        .iter()
        .filter_map(|r| {
            let outlet = known_outlet(&host(r.article.url.as_deref()?)?)?;
            Some((r.article.outlet.clone(), outlet.owner.to_owned()))
        })
        .collect()
}
