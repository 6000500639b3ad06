//! `throughline brief`: articles in, one briefing out, no store.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_collect::{HttpConfig, PrivateAddresses};
use throughline_model::{Briefing, Moment};
use throughline_prove::Proof;

use crate::{
    dates, groups, inputs,
    present::{self, Format},
    progress::Progress,
    say::say,
};

/// Arguments of `brief`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files, folders, globs, http(s) addresses, or - for stdin: .html .txt .md .eml .jsonl .json
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// Print one briefing for each story instead of the largest story's alone
    ///
    /// Text and Markdown briefings stand one after the other, JSON becomes an
    /// array, and HTML wants a folder as --output, which gets a page a story.
    #[arg(long)]
    stories: bool,
    /// The present, as 2026-05-09 or 2026-05-09T08:00:00Z; the clock by default
    #[arg(long, value_name = "WHEN")]
    now: Option<Moment>,
    /// Fetch from private and loopback addresses too
    #[arg(long)]
    allow_private: bool,
    #[command(flatten)]
    format: Format,
    /// Write to a file instead of stdout; into a folder, one file a story
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let now = arguments.now.unwrap_or_else(|| jiff::Timestamp::now().into());
    let config = HttpConfig {
        private: if arguments.allow_private {
            PrivateAddresses::Allow
        } else {
            PrivateAddresses::Refuse
        },
        ..HttpConfig::default()
    };
    let mut articles = inputs::articles(&arguments.inputs, config)?;
    for read in &mut articles {
        if let Some(wrong) = dates::set_right(&mut read.article, now) {
            say(format_args!("{}: {wrong}", read.name));
        }
    }
    let readings = inputs::readings(articles);
    let options = Options { now, owners: inputs::owners(&readings) };
    let mut groups = groups::stories_of(readings);
    if groups.len() > 1 && !arguments.stories {
        let all: usize = groups.iter().map(Vec::len).sum();
        say(format_args!(
            "{} stories among {all} articles; briefing the largest ({}); use --stories for all",
            groups.len(),
            match groups[0].len() {
                1 => "1 article".to_owned(),
                many => format!("{many} articles"),
            }
        ));
        groups.truncate(1);
    }
    let briefings = briefed(groups, &options);
    if briefings.is_empty() {
        bail!("no briefing could be made; give articles with running text");
    }
    match &arguments.output {
        Some(folder) if folder.is_dir() => {
            for briefing in &briefings {
                let name = format!("{}.{}", briefing.story, arguments.format.extension());
                let printed =
                    present::print(std::slice::from_ref(briefing), &arguments.format, false);
                write(folder.join(name), &printed)?;
            }
        }
        _ if briefings.len() > 1 && !arguments.format.holds_many() => {
            bail!(
                "{} stories, and an HTML page holds one; give a folder as --output, or --format markdown",
                briefings.len()
            );
        }
        output => {
            let printed = present::print(&briefings, &arguments.format, arguments.stories);
            match output {
                Some(path) => write(path.clone(), &printed)?,
                None => present::out(&printed)?,
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A briefing of each story. One that cannot be made, or not be proven, is
/// named and left out.
fn briefed(groups: Vec<Vec<Reading>>, options: &Options) -> Vec<Briefing> {
    let progress = Progress::new(groups.len(), "briefing");
    let mut briefings = Vec::with_capacity(groups.len());
    for group in groups {
        let title = group[0].article.title.clone();
        match brief(group, options) {
            None => progress
                .aside(|| say(format_args!("no briefing of {title:?}: nothing in it can be told"))),
            Some(briefing) => {
                let faults = Proof::from(&briefing.articles).faults(&briefing);
                for fault in &faults {
                    progress.aside(|| say(format_args!("no briefing of {title:?}: {fault}")));
                }
                if faults.is_empty() {
                    briefings.push(briefing);
                }
            }
        }
        progress.step();
    }
    briefings
}

fn write(path: PathBuf, printed: &str) -> Result<()> {
    std::fs::write(&path, printed).with_context(|| format!("{}: cannot be written", path.display()))
}
