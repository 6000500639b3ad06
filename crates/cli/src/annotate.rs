//! `throughline annotate`: what is read in an article, aligned with its text.

use std::{ops::Range, process::ExitCode};

use anyhow::Result;
use throughline_annotate::{Bound, Quantity, Quotation, Reading, Sentence, Unit};
use throughline_brief::{Entity, Type, entities};
use throughline_collect::HttpConfig;
use throughline_extract::Outlets;
use throughline_gather::in_order;

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
    let mut readings = Vec::new();
    for read in inputs::articles(&arguments.inputs, HttpConfig::default(), Outlets::built_in())? {
        let reading = Reading::of(read.article);
        out(&shown(&read.name, &reading))?;
        readings.push(reading);
    }
    out(&cast(in_order(readings).0))?;
    Ok(ExitCode::SUCCESS)
}

/// Who and what the articles name together, most often named first.
fn cast(readings: Vec<Reading>) -> String {
    let mut entities = entities(readings);
    entities.retain(|e| !e.mentions.is_empty());
    entities.sort_by(|a, b| (b.mentions.len(), &a.name).cmp(&(a.mentions.len(), &b.name)));
    let line = |e: &Entity| {
        let kind = match e.kind {
            Type::Person => "person",
            Type::Organisation => "organisation",
            Type::Place => "place",
        };
        let role = e.role.as_ref().map_or(String::new(), |role| format!(", {role}"));
        format!("{:>11}  {kind:<12}  {}{role}\n", e.mentions.len(), e.name)
    };
    std::iter::once("named\n".to_owned()).chain(entities.iter().map(line)).collect()
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
        for (span, what, reads) in layers(reading, sentence) {
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
fn layers(reading: &Reading, sentence: &Sentence) -> Vec<(Range<usize>, &'static str, String)> {
    let mut found: Vec<(Range<usize>, &str, String)> = Vec::new();
    found.extend(sentence.dateline.clone().map(|span| (span, "dateline", String::new())));
    found.extend(sentence.names.iter().map(|n| (n.span.clone(), "name", String::new())));
    let here = |q: &&Quotation| sentence.span.contains(&q.span.start);
    found.extend(
        reading
            .quotations()
            .iter()
            .filter(here)
            .map(|q| (q.span.clone(), "quotation", told(&reading.article.text, q))),
    );
    found.extend(sentence.quantities.iter().map(|q| (q.span.clone(), "quantity", quantity(q))));
    found.extend(sentence.dates.iter().map(|t| {
        let days = t.interval.map_or(String::new(), |i| format!(", {} to {}", i.from, i.to));
        let reads = format!("{} {}{days} ({})", t.kind.as_str().to_lowercase(), t.value, t.rule);
        (t.start..t.end, "date", reads)
    }));
    found.sort_by_key(|(span, ..)| (span.start, span.end));
    found
}

/// How something is quoted, and whom the article says it is from: "direct, he
/// said: Jon Sarro".
fn told(text: &str, quotation: &Quotation) -> String {
    let mut reads = format!("{:?}", quotation.kind).to_lowercase();
    let of = |span: &Range<usize>| &text[span.clone()];
    if let Some(speaker) = &quotation.speaker {
        reads.push_str(&format!(", {}", of(&speaker.mention)));
        if let Some(verb) = &quotation.verb {
            reads.push_str(&format!(" {}", of(verb)));
        }
        match &speaker.name {
            Some(name) if of(name) != of(&speaker.mention) => {
                reads.push_str(&format!(": {}", of(name)));
            }
            Some(_) => {}
            None => reads.push_str(": not known who"),
        }
    }
    reads
}

/// "at least 14, count, of peopl".
fn quantity(q: &Quantity) -> String {
    let bound = match q.bound {
        Bound::Exact => "",
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let high = if q.is_range() { format!(" to {}", q.high) } else { String::new() };
    let unit = match q.unit {
        Unit::Money(name) => name.to_owned(),
        unit => format!("{unit:?}").to_lowercase(),
    };
    let counted =
        if q.counted.is_empty() { String::new() } else { format!(", of {}", q.counted.join(" ")) };
    let per = q.per.as_ref().map_or(String::new(), |per| format!(", per {per}"));
    let converts = if q.converts.is_some() { ", the figure before in another unit" } else { "" };
    format!("{bound}{}{high}, {unit}{counted}{per}{converts}", q.value)
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
