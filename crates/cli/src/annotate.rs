//! `throughline annotate`: what is read in an article, aligned with its text.

use std::process::ExitCode;

use anyhow::Result;
use throughline_annotate::{Reading, Sentence};
use throughline_collect::HttpConfig;

use crate::{inputs, present::out};

/// Arguments of `annotate`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The same inputs as for `brief`
    #[arg(required = true)]
    inputs: Vec<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let articles = inputs::articles(&arguments.inputs, HttpConfig::default())?;
    for reading in articles.into_iter().map(Reading::of) {
        out(&shown(&reading))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn shown(reading: &Reading) -> String {
    let article = &reading.article;
    let published = article.published.map_or("undated".to_owned(), |p| p.to_string());
    let mut text = format!("{} — {} ({published})\n", article.outlet, article.title);
    for sentence in &reading.sentences {
        text.push_str(&format!("\n{:?}  {}\n", sentence.role, sentence.text(article)));
        for (mark, what) in layers(reading, sentence) {
            text.push_str(&format!("    {mark:<9} {what}\n"));
        }
    }
    text
}

fn layers(reading: &Reading, sentence: &Sentence) -> Vec<(&'static str, String)> {
    let source = &reading.article.text;
    let mut found = Vec::new();
    if let Some(span) = &sentence.dateline {
        found.push(("dateline", source[span.clone()].to_owned()));
    }
    found.extend(sentence.names.iter().map(|n| ("name", source[n.span.clone()].to_owned())));
    found.extend(sentence.quantities.iter().map(|q| {
        let counted = q.counted.join(" ");
        (
            "quantity",
            format!(
                "{} = {} {:?} {:?} {counted}",
                &source[q.span.clone()],
                q.value,
                q.unit,
                q.bound
            ),
        )
    }));
    found.extend(sentence.quotes.iter().map(|q| ("quotation", source[q.inner.clone()].to_owned())));
    found.extend(sentence.dates.iter().map(|t| {
        let days = t.interval.map_or(String::new(), |i| format!(" {} to {}", i.from, i.to));
        (
            "date",
            format!(
                "{} = {} {}{days} ({})",
                &source[t.start..t.end],
                t.kind.as_str(),
                t.value,
                t.rule
            ),
        )
    }));
    found
}
