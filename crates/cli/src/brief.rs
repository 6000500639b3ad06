//! `throughline brief`: articles in, one briefing out, no store.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_collect::{HttpConfig, PrivateAddresses};
use throughline_gather::{in_order, stories};
use throughline_model::{Briefing, Moment};

use crate::{
    inputs,
    present::{self, Format, Kind, Target},
    say::{counted, say},
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
    /// Write to a file, or to one file for each briefing in a folder; - is stdout
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
    say_doubles(&doubles);
    let options = Options { now, owners: inputs::owners(&readings) };
    let mut groups = grouped(readings);
    if groups.len() > 1 && !arguments.stories {
        let all: usize = groups.iter().map(Vec::len).sum();
        say(&format!(
            "{} stories among {all} articles; briefing the largest ({}); use --stories for all",
            groups.len(),
            counted(groups[0].len(), "article")
        ));
        groups.truncate(1);
    }
    let briefings: Vec<Briefing> =
        groups.into_iter().filter_map(|group| brief(group, &options)).collect();
    if briefings.is_empty() {
        bail!("nothing in these articles can be told with proof; give articles with running text");
    }
    let output = arguments.output.as_deref().filter(|path| path.as_os_str() != "-");
    write(&briefings, arguments, output)?;
    Ok(ExitCode::SUCCESS)
}

fn write(briefings: &[Briefing], arguments: &Arguments, output: Option<&Path>) -> Result<()> {
    let format = &arguments.format;
    let kind = format.kind(output);
    if let Some(folder) = output.filter(|path| is_folder(path)) {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("{}: cannot be made", folder.display()))?;
        for briefing in briefings {
            let path = folder.join(format!("{}.{}", briefing.story, kind.extension()));
            let one = std::slice::from_ref(briefing);
            write_file(&path, &present::print(one, format, kind, Target::File, false))?;
        }
        return Ok(());
    }
    if kind == Kind::Html && briefings.len() > 1 {
        bail!("a page holds one briefing and here are {}; use --output FOLDER/", briefings.len());
    }
    match output {
        Some(path) => write_file(
            path,
            &present::print(briefings, format, kind, Target::File, arguments.stories),
        ),
        None => present::out(&present::print(
            briefings,
            format,
            kind,
            Target::Stdout,
            arguments.stories,
        )),
    }
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

fn write_file(path: &Path, printed: &str) -> Result<()> {
    std::fs::write(path, printed).with_context(|| format!("{}: cannot be written", path.display()))
}

/// Copies under one name are told in one line.
fn say_doubles(names: &[String]) {
    let mut copies: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *copies.entry(name).or_default() += 1;
    }
    for (name, more) in copies {
        say(&format!("{name}: given {} times, counted once", more + 1));
    }
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
        say(&format!(
            "articles in {} languages, each briefed apart: {}",
            counts.len(),
            counts.join(", ")
        ));
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
