//! `facts`: a briefing of one article each, for who, what, when and where are asked of.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::Result;
use serde_json::{Value, json};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_gather::Owners;
use throughline_model::{Briefing, Moment};

use crate::lines::{article, field, read};

/// Arguments of `facts`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Lines of {id, url, source_domain, title, date_publish, text}
    input: PathBuf,
}

/// Prints `{id, told}` a line; `told` is what a reader reads, a text each: headline, headings,
/// statements and timeline entries with their days, in that order of the page.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in read(&arguments.input)? {
        let told = briefed(&line).map_or_else(Vec::new, |briefing| told(&briefing));
        writeln!(out, "{}", json!({"id": line["id"], "told": told}))?;
    }
    Ok(out.flush()?)
}

/// The briefing of a line's article, as if made on the day of its publication.
fn briefed(line: &Value) -> Option<Briefing> {
    let article = article(&json!({
        "id": line["id"], "url": line["url"], "outlet": field(line, "source_domain"),
        "language": "en", "title": line["title"], "text": line["text"],
        // "2016-11-09 17:58:46" has its T only where a machine wrote it.
        "published": field(line, "date_publish").replacen(' ', "T", 1) + "Z",
    }))?;
    let now = article.published.unwrap_or_else(|| Moment::from(jiff::Timestamp::UNIX_EPOCH));
    brief(vec![Reading::of(article)], &Options { now, owners: Owners::default(), words: None })
}

fn told(briefing: &Briefing) -> Vec<String> {
    let sections = briefing.sections.iter().flat_map(|section| {
        std::iter::once(&section.heading).chain(&section.statements).map(|s| s.text.clone())
    });
    let entries =
        briefing.timeline.iter().map(|e| format!("{}: {}", e.when.display, e.statement.text));
    std::iter::once(briefing.headline.text.clone()).chain(sections).chain(entries).collect()
}
