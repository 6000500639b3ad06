//! `throughline brief`: articles in, one briefing out, no store.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Result, bail};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief_again};
use throughline_model::{Briefing, Moment};
use throughline_prove::{Parsed, Proof};

use crate::{
    dates, groups, inputs,
    present::Format,
    progress::Progress,
    say::{counted, say},
};

/// Arguments of `brief`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files, folders, globs, http(s) addresses, or - for stdin: .html .txt .md .eml .jsonl .json .warc .warc.gz
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// Print one briefing for each story instead of the largest story's alone
    #[arg(long)]
    stories: bool,
    /// Tell it in about so many words; by default the briefing grows slowly with the story
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = words)]
    words: Option<usize>,
    /// The present, as 2026-05-09 or 2026-05-09T08:00:00Z; the clock by default
    #[arg(long, value_name = "WHEN")]
    now: Option<Moment>,
    #[command(flatten)]
    fetching: inputs::Fetching,
    /// Your own table of outlets and their owners, as data/outlets.txt; it comes before the built-in one
    #[arg(long, value_name = "FILE")]
    outlets: Option<PathBuf>,
    #[command(flatten)]
    format: Format,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let now = arguments.now.unwrap_or_else(|| jiff::Timestamp::now().into());
    // What cannot be written is said before anything is read.
    let kind = arguments.format.kind()?;
    let outlets = inputs::outlets(arguments.outlets.as_deref())?;
    let mut articles = inputs::articles(&arguments.inputs, &arguments.fetching, &outlets)?;
    let dated = articles.iter().filter(|read| read.article.published.is_some()).count();
    for read in &mut articles {
        if let Some(wrong) = dates::set_right(&mut read.article, &read.name, now) {
            say(&wrong);
        }
    }
    if dated > 0 && articles.iter().all(|read| read.article.published.is_none()) {
        say(&format!("every publication date lies after {now}; is --now right?"));
    }
    let readings = inputs::readings(articles);
    let owners = outlets.owners(readings.iter().map(|reading| &reading.article));
    let options = Options { now, owners, words: arguments.words };
    let mut groups = groups::stories_of(readings);
    if groups.len() > 1 && !arguments.stories {
        let all: usize = groups.iter().map(Vec::len).sum();
        say(&format!(
            "{} stories among {all} articles; briefing the largest ({}); use --stories for all",
            groups.len(),
            counted(groups[0].len(), "article")
        ));
        groups.truncate(1);
    }
    let briefings = briefed(groups, &options);
    if briefings.is_empty() {
        bail!("nothing in these articles can be told with proof; give articles with running text");
    }
    arguments.format.write(&briefings, kind, arguments.stories)?;
    Ok(ExitCode::SUCCESS)
}

/// A briefing of each story. One that cannot be made, or not be proven, is
/// named and left out.
fn briefed(groups: Vec<Vec<Reading>>, options: &Options) -> Vec<Briefing> {
    let progress = Progress::new(groups.len(), "briefing");
    let mut briefings = Vec::with_capacity(groups.len());
    for group in groups {
        let title = group[0].article.title.clone();
        let left_out = |why: &str| {
            progress.aside(|| say(&format!("no briefing of the story of {title:?}: {why}")));
        };
        // What was parsed to tell the story proves it too.
        let parsed = Parsed::default();
        match brief_again(group, options, &parsed) {
            None => left_out("nothing in it can be told with proof"),
            Some(briefing) => {
                let proof = Proof::knowing(&briefing.articles, &parsed);
                match proof.faults(&briefing).first() {
                    Some(fault) => left_out(&fault.to_string()),
                    None => {
                        let told = options.words.and_then(|asked| falls_short(&briefing, asked));
                        told.inspect(|told| progress.aside(|| say(told)));
                        briefings.push(briefing);
                    }
                }
            }
        }
        progress.step();
    }
    briefings
}

/// What to say of a briefing that has far fewer words than were asked for.
fn falls_short(briefing: &Briefing, asked: usize) -> Option<String> {
    let statements = briefing.sections.iter().flat_map(|section| &section.statements);
    let words: usize = statements.map(|s| s.text.split_whitespace().count()).sum();
    (4 * words < 3 * asked).then(|| {
        format!("{words} words of the {asked} asked for: the articles tell no more that stands alone and is new")
    })
}

fn words(given: &str) -> Result<usize, &'static str> {
    let words = given.parse().ok().filter(|&words| words > 0);
    words.ok_or("give a number of words, 1 or more")
}
