//! `timeline`: a timeline over a topic's articles, in tilse's text format.

use std::{
    fs,
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::{Context, Result};
use jiff::civil::Date;
use throughline_brief::{Chronicle, Report, chronicle};

use crate::lines::{field, read};

/// Arguments of `timeline`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines with `text`, a sentence a line, and `tokenised`, the same sentences
    articles: PathBuf,
    /// How many dates
    #[arg(long, value_name = "L")]
    dates: usize,
    /// How many sentences a date
    #[arg(long, value_name = "K")]
    sentences: usize,
    /// A JSON array of words that the topic was searched with
    #[arg(long, value_name = "FILE")]
    keywords: PathBuf,
    /// First day of the timeline; articles before it are left out
    #[arg(long, value_name = "DATE")]
    from: Date,
    /// Last day of the timeline; articles after it are left out
    #[arg(long, value_name = "DATE")]
    to: Date,
}

/// Prints the days in order, each with its sentences as `tokenised` has them.
pub fn run(arguments: &Arguments) -> Result<()> {
    let name = arguments.keywords.display();
    let keywords =
        fs::read(&arguments.keywords).with_context(|| format!("{name}: cannot be read"))?;
    let keywords: Vec<String> = serde_json::from_slice(&keywords)
        .with_context(|| format!("{name}: not a list of words"))?;
    let lines = read(&arguments.articles)?;
    let within = arguments.from..=arguments.to;
    let articles: Vec<(Date, &serde_json::Value)> = lines
        .iter()
        .filter_map(|line| Some((field(line, "published").get(..10)?.parse().ok()?, line)))
        .filter(|(published, _)| within.contains(published))
        .collect();
    let reports: Vec<Report> = articles
        .iter()
        .map(|(published, line)| Report {
            published: Some(*published),
            sentences: field(line, "text").split('\n').collect(),
        })
        .collect();
    let wanted = Chronicle {
        dates: arguments.dates,
        sentences: arguments.sentences,
        keywords,
        from: arguments.from,
        to: arguments.to,
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for day in chronicle(&reports, &wanted) {
        writeln!(out, "{}", day.date)?;
        for (report, sentence) in day.sentences {
            // The gold is tokenised; the same sentence stands at the same place.
            let words = articles[report].1["tokenised"][sentence].as_str();
            writeln!(out, "{}", words.unwrap_or(reports[report].sentences[sentence]).trim())?;
        }
        writeln!(out, "--------------------------------")?;
    }
    Ok(out.flush()?)
}
