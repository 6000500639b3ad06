//! `sentences`: the sentences of stories and what the editor of `brief` sees of each, for
//! `tools/editor`.

use std::{
    collections::BTreeMap,
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::Result;
use serde_json::json;
use throughline_annotate::Reading;
use throughline_brief::{FEATURES, candidates};
use throughline_gather::{Owners, in_order};
use throughline_model::Article;

use crate::lines::{article, field, read};

/// Arguments of `sentences`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines with the gold `story`
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
}

/// Prints `{article, start, text, salience, ...features}` a line, an article being the first twelve
/// letters of the hash of its text.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for input in &arguments.inputs {
        let mut groups: BTreeMap<String, Vec<Article>> = BTreeMap::new();
        for line in read(input)? {
            if let Some(article) = article(&line) {
                groups.entry(field(&line, "story").to_owned()).or_default().push(article);
            }
        }
        for (story, articles) in groups.into_iter().filter(|(_, articles)| articles.len() > 1) {
            let (readings, _) = in_order(articles.into_iter().map(Reading::of).collect());
            let sources: Vec<Article> = readings.iter().map(|r| r.article.clone()).collect();
            for one in candidates(readings, &Owners::default()) {
                let Article { sha256, text, .. } = &sources[one.article];
                let mut line = json!({"story": story, "article": &sha256[..12],
                    "start": one.span.start, "text": &text[one.span.clone()],
                    "salience": one.salience});
                for ((name, _), value) in FEATURES.iter().zip(one.features) {
                    line[*name] = json!(value);
                }
                writeln!(out, "{line}")?;
            }
        }
    }
    Ok(out.flush()?)
}
