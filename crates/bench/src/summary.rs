//! `summary`: one short text from three outlets' reports of one event.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::Result;
use serde_json::{Value, json};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_gather::{Owners, in_order};
use throughline_model::Moment;

use crate::lines::{article, read};

/// Arguments of `summary`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Lines of {docs: [{title, text}]}
    input: PathBuf,
    /// Where a summary is cut
    #[arg(long, value_name = "N", default_value_t = 70)]
    words: usize,
    /// The present; these reports have no dates
    #[arg(long, value_name = "WHEN", default_value = "2026-11-23")]
    now: Moment,
}

/// Prints `{id, summary}` a line, the id being the number of the input's line from 0.
pub fn run(arguments: &Arguments) -> Result<()> {
    let options =
        Options { now: arguments.now, owners: Owners::default(), words: Some(arguments.words) };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (id, line) in read(&arguments.input)?.iter().enumerate() {
        let text = told(line, &options);
        let words: Vec<&str> = text.split_whitespace().take(arguments.words).collect();
        writeln!(out, "{}", json!({"id": id, "summary": words.join(" ")}))?;
    }
    Ok(out.flush()?)
}

/// What a briefing of so many words tells, in reading order, else its headline.
fn told(line: &Value, options: &Options) -> String {
    let reports = line["docs"].as_array().into_iter().flatten().enumerate();
    let readings = reports
        .filter_map(|(at, report)| {
            let outlet = format!("Outlet {}", at + 1);
            let fields = json!({"outlet": outlet, "language": "en",
                "title": report["title"], "text": report["text"]});
            article(&fields).map(Reading::of)
        })
        .collect();
    let (readings, _) = in_order(readings);
    let Some(briefing) = brief(readings, options) else { return String::new() };
    let told: Vec<&str> =
        briefing.sections.iter().flat_map(|s| &s.statements).map(|s| s.text.as_str()).collect();
    if told.is_empty() { briefing.headline.text } else { told.join(" ") }
}
