//! `throughline annotate`: what is read in an article, aligned with its text.

use std::{ops::Range, process::ExitCode};

use anyhow::Result;
use throughline_annotate::{Bound, Reading, Sentence};
use throughline_collect::HttpConfig;
use throughline_extract::Outlets;

use crate::{inputs, present::out};

/// Arguments of `annotate`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The same inputs as for `brief`
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    for read in inputs::articles(&arguments.inputs, HttpConfig::default(), Outlets::built_in())? {
        out(&shown(&read.name, &Reading::of(read.article)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Every sentence after its place in the text, in code points as in a citation,
/// and under it what is read in it.
fn shown(name: &str, reading: &Reading) -> String {
    let article = &reading.article;
    let unknown = |what: &str| if what.is_empty() { "unknown" } else { what }.to_owned();
    let published = article.published.map_or("unknown".to_owned(), |p| p.to_string());
    let mut text = format!(
        "{name}\n  title      {}\n  outlet     {}\n  authors    {}\n  published  {published}\n  language   {}\n",
        article.title,
        unknown(&article.outlet),
        unknown(&article.authors.join(", ")),
        article.language,
    );
    let places = Places::of(&article.text);
    for sentence in &reading.sentences {
        let role = format!("{:?}", sentence.role).to_lowercase();
        let at = places.shown(&sentence.span);
        text.push_str(&format!("\n{at:>11}  {role:<9}  {}\n", sentence.text(article)));
        for (span, what, reads) in layers(sentence) {
            let passage = &article.text[span.clone()];
            let at = places.shown(&span);
            let reads = if reads.is_empty() { String::new() } else { format!("  = {reads}") };
            text.push_str(&format!("{at:>11}  {what:<9}  {passage}{reads}\n"));
        }
    }
    text.push('\n');
    text
}

/// The annotations of a sentence in the order of the text.
fn layers(sentence: &Sentence) -> Vec<(Range<usize>, &'static str, String)> {
    let mut found: Vec<(Range<usize>, &str, String)> = Vec::new();
    found.extend(sentence.dateline.clone().map(|span| (span, "dateline", String::new())));
    found.extend(sentence.names.iter().map(|n| (n.span.clone(), "name", String::new())));
    found.extend(sentence.quotes.iter().map(|q| (q.inner.clone(), "quotation", String::new())));
    found.extend(sentence.quantities.iter().map(|q| {
        let bound = if q.bound == Bound::Exact { String::new() } else { format!(" {:?}", q.bound) };
        let counted = q.counted.iter().map(|word| format!(" {word}")).collect::<String>();
        let reads = format!("{}{bound} {:?}{counted}", q.value, q.unit).to_lowercase();
        (q.span.clone(), "quantity", reads)
    }));
    found.extend(sentence.dates.iter().map(|t| {
        let days = t.interval.map_or(String::new(), |i| format!(", {} to {}", i.from, i.to));
        let reads = format!("{} {}{days} ({})", t.kind.as_str().to_lowercase(), t.value, t.rule);
        (t.start..t.end, "date", reads)
    }));
    found.sort_by_key(|(span, ..)| (span.start, span.end));
    found
}

/// Bytes of a text to code points.
struct Places(Vec<usize>);

impl Places {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect())
    }

    fn shown(&self, span: &Range<usize>) -> String {
        let place = |byte: usize| self.0.partition_point(|&at| at < byte);
        format!("{}-{}", place(span.start), place(span.end))
    }
}
