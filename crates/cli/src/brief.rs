//! `throughline brief`: articles in, one briefing out, no store.

use std::{collections::BTreeMap, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_collect::{HttpConfig, PrivateAddresses};
use throughline_gather::{in_order, stories};
use throughline_model::{Briefing, Moment};

use crate::{
    inputs,
    present::{self, Format},
};

/// Arguments of `brief`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files, folders, globs, http(s) addresses, or - for stdin: .html .txt .md .eml .jsonl .json
    #[arg(required = true)]
    inputs: Vec<String>,
    /// Print one briefing for each story instead of the largest story's alone
    #[arg(long)]
    stories: bool,
    /// The present, as 2026-05-09 or 2026-05-09T08:00:00Z; the clock by default
    #[arg(long, value_name = "WHEN")]
    now: Option<Moment>,
    /// Fetch from private and loopback addresses too
    #[arg(long)]
    private_addresses: bool,
    #[command(flatten)]
    format: Format,
    /// Write to a file instead of stdout
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let now = arguments.now.unwrap_or_else(|| jiff::Timestamp::now().into());
    let config = HttpConfig {
        private: if arguments.private_addresses {
            PrivateAddresses::Allow
        } else {
            PrivateAddresses::Refuse
        },
        ..HttpConfig::default()
    };
    let mut articles = inputs::articles(&arguments.inputs, config)?;
    inputs::check_dates(&mut articles, now);
    let (readings, doubles) = in_order(inputs::readings(articles));
    for name in doubles {
        eprintln!("skipped {name}: the same article twice");
    }
    let options = Options { now, owners: inputs::owners(&readings) };
    let mut groups = grouped(readings);
    if groups.len() > 1 && !arguments.stories {
        let all: usize = groups.iter().map(Vec::len).sum();
        eprintln!(
            "{} stories among {all} articles; briefing the largest ({} articles); use --stories for all",
            groups.len(),
            groups[0].len()
        );
        groups.truncate(1);
    }
    let briefings: Vec<Briefing> =
        groups.into_iter().filter_map(|group| brief(group, &options)).collect();
    let printed = present::print(&briefings, &arguments.format, arguments.stories);
    match &arguments.output {
        Some(path) => {
            std::fs::write(path, printed)
                .with_context(|| format!("{}: cannot be written", path.display()))?;
        }
        None => present::out(&printed)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The readings of each story, largest first. A briefing is in one language:
/// articles in another are another story, and said so.
fn grouped(readings: Vec<Reading>) -> Vec<Vec<Reading>> {
    let mut by_language: BTreeMap<String, Vec<Reading>> = BTreeMap::new();
    for reading in readings {
        let language = reading.article.language.split('-').next().unwrap_or("und").to_owned();
        by_language.entry(language).or_default().push(reading);
    }
    if by_language.len() > 1 {
        let counts: Vec<String> =
            by_language.iter().map(|(l, r)| format!("{l} ({})", r.len())).collect();
        eprintln!(
            "articles in {} languages, each briefed apart: {}",
            counts.len(),
            counts.join(", ")
        );
    }
    let mut groups: Vec<Vec<Reading>> = Vec::new();
    for readings in by_language.into_values() {
        let found = stories(&readings);
        let mut taken: Vec<Option<Reading>> = readings.into_iter().map(Some).collect();
        groups.extend(
            found
                .into_iter()
                .map(|story| story.into_iter().filter_map(|index| taken[index].take()).collect()),
        );
    }
    groups.sort_by_key(|group: &Vec<Reading>| std::cmp::Reverse(group.len()));
    groups
}
