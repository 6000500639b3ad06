//! `throughline-bench`: runs the library on measuring sets, one subcommand a task.
//!
//! It writes predictions and judges none: scorers that did not come from here
//! do. Every task goes through the code of the product; a copy of an algorithm
//! would measure nothing.

mod blocks;
mod briefs;
mod dice;
mod extract;
mod facts;
mod families;
mod gather_speed;
mod identity;
mod lines;
mod pages;
mod refresh;
mod sentences;
mod stories;
mod summary;
mod timeline;
mod timex;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Run the library on measuring sets; the formats are those of docs/quality.md.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Temporal expressions of texts.
    Timex(timex::Arguments),
    /// Articles from pages.
    Extract(extract::Arguments),
    /// Blocks of pages and what the classifier of `extract` sees of each.
    Blocks(blocks::Arguments),
    /// Sentences of stories and what the editor of `brief` sees of each.
    Sentences(sentences::Arguments),
    /// Articles into stories, in order of arrival.
    Stories(stories::Arguments),
    /// Families found among copies and quotations made from real articles.
    Families(families::Arguments),
    /// How fast articles are gathered, and how that grows.
    GatherSpeed(gather_speed::Arguments),
    /// Whether the id of a story goes on telling of what its readers followed.
    Identity(identity::Arguments),
    /// What one new article costs a story that is followed.
    Refresh(refresh::Arguments),
    /// Short summaries of three reports each.
    Summary(summary::Arguments),
    /// A timeline of given dates and length over a topic's articles.
    Timeline(timeline::Arguments),
    /// A briefing of one article each, for the facts it must hold.
    Facts(facts::Arguments),
    /// A full briefing a story, and the proof of each.
    Briefs(briefs::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Timex(arguments) => timex::run(&arguments),
        Task::Extract(arguments) => extract::run(&arguments),
        Task::Blocks(arguments) => blocks::run(&arguments),
        Task::Sentences(arguments) => sentences::run(&arguments),
        Task::Stories(arguments) => stories::run(&arguments),
        Task::Families(arguments) => families::run(&arguments),
        Task::GatherSpeed(arguments) => gather_speed::run(&arguments),
        Task::Identity(arguments) => identity::run(&arguments),
        Task::Refresh(arguments) => refresh::run(&arguments),
        Task::Summary(arguments) => summary::run(&arguments),
        Task::Timeline(arguments) => timeline::run(&arguments),
        Task::Facts(arguments) => facts::run(&arguments),
        Task::Briefs(arguments) => briefs::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("throughline-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}
