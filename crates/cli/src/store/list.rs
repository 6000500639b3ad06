//! `throughline stories`: what is followed, one line each.

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;
use serde::Serialize;
use throughline_model::Moment;
use throughline_record::{Phase, StoryHead};
use throughline_store::{Filter, Order, Store};

use super::place::{Place, minute, now};
use crate::{
    print::{self, Form},
    say::counted,
};

/// Arguments of `stories`.
#[derive(clap::Args)]
pub struct Stories {
    #[command(flatten)]
    place: Place,
    /// Only stories in this phase; may be given several times
    #[arg(long, value_enum)]
    phase: Vec<InPhase>,
    /// Only stories with an article of this time or later
    #[arg(long, value_name = "WHEN")]
    since: Option<Moment>,
    /// Only stories in this language, as en
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Only stories of so many articles or more
    #[arg(long, value_name = "N", default_value_t = 1)]
    articles: u32,
    /// What comes first
    #[arg(long, value_enum, default_value_t = Sort::Activity)]
    sort: Sort,
    /// At most so many
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// The present, on which phases depend; the clock by default
    #[arg(long, value_name = "WHEN")]
    now: Option<Moment>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

#[derive(Clone, Copy, ValueEnum)]
enum InPhase {
    /// Three articles or more within a day, the newest not older than twelve hours
    Breaking,
    /// Articles still come
    Developing,
    /// None came for three days
    Quiet,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sort {
    /// The story with the newest article
    Activity,
    /// The largest story
    Size,
    /// The newest story
    Created,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    head: &'a StoryHead,
    phase: Phase,
}

/// Runs the command.
pub fn run(arguments: &Stories) -> Result<ExitCode> {
    let now = now(arguments.now);
    let phase = |phase: &InPhase| match phase {
        InPhase::Breaking => Phase::Breaking,
        InPhase::Developing => Phase::Developing,
        InPhase::Quiet => Phase::Quiet,
    };
    let filter = Filter {
        now,
        phases: arguments.phase.iter().map(phase).collect(),
        since: arguments.since,
        language: arguments.language.clone(),
        at_least: arguments.articles,
        order: match arguments.sort {
            Sort::Activity => Order::Activity,
            Sort::Size => Order::Size,
            Sort::Created => Order::Created,
        },
        limit: arguments.limit.unwrap_or(usize::MAX),
    };
    let heads = arguments.place.read()?.stories(&filter)?;
    let lines: Vec<Line> = heads.iter().map(|head| Line { head, phase: head.phase(now) }).collect();
    match arguments.format {
        Form::Json => print::json(&lines),
        Form::Text if lines.is_empty() => print::text("no story\n"),
        Form::Text => print::text(&lines.iter().map(Line::text).collect::<String>()),
    }
}

impl Line<'_> {
    fn text(&self) -> String {
        let head = self.head;
        let phase = format!("{:?}", self.phase).to_lowercase();
        format!(
            "{}  {}\n          {phase}, {} of {}, newest {}, last news {}\n",
            head.id,
            head.headline,
            counted(head.articles as usize, "article"),
            counted(head.outlets as usize, "outlet"),
            minute(head.activity()),
            minute(head.told.unwrap_or(head.modified)),
        )
    }
}
