//! `throughline`: reads articles, prints briefings, proves them again.
//!
//! Thin on purpose: arguments in, library calls, text out. stdout is data,
//! stderr is progress and messages; exit 0 done, 1 failed, 2 wrong usage.

mod annotate;
mod audit;
mod brief;
mod briefings;
mod dates;
mod diff;
mod groups;
mod inputs;
mod present;
mod print;
mod progress;
mod say;
mod store;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const EXAMPLES: &str = "\
Examples:
  throughline brief articles/                      a briefing on the terminal
  throughline brief a.html b.eml -o briefing.html  one page, ready to send
  throughline brief articles/ --stories -o out/    a file for each story
  throughline brief articles/ --format json | throughline verify -
  throughline diff yesterday.json today.json       what a reader of yesterday's has missed
  throughline import articles/                     follow the stories in them
  throughline stories --phase breaking             what is moving now
  throughline diff bnz3k8qa --since 2026-09-18     what has come to a story since that day

Exit status: 0 done, 1 failed, 2 wrong usage. Data goes to stdout, messages to stderr.";

/// Follow a developing story: one briefing that a reader can check.
#[derive(Parser)]
#[command(version, arg_required_else_help = true, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Turn articles about a story into one briefing in which everything is cited.
    Brief(brief::Arguments),
    /// Prove every citation of a briefing again; exit 1 and a list where one fails.
    Verify(verify::Arguments),
    /// Say what changed from an older briefing of a story to a newer one.
    Diff(diff::Arguments),
    /// Put articles into the store: stories start, grow, merge and split.
    Import(store::Import),
    /// List the stories of the store.
    Stories(store::Stories),
    /// Print the briefing of a story, the newest or an earlier one.
    Show(store::Show),
    /// Print the timeline of a story.
    Timeline(store::Timeline),
    /// List the sources of a story with what each adds.
    Sources(store::Sources),
    /// Say why an article is in its story, and which others were near.
    Why(store::Why),
    /// Find words in articles and statements.
    Search(store::Search),
    /// Say that two stories are one; later articles do not undo it.
    Merge(store::Merge),
    /// Say that articles of a story are another story; later articles do not undo it.
    Split(store::Split),
    /// Check that the store is sound, and prove the newest briefings again.
    Doctor(store::Doctor),
    /// Copy the store into a new file, while others may read and write it.
    Backup(store::Backup),
    /// Ask of a briefing what a strict editor would; exit 1 only where a part is not proven.
    Audit(audit::Arguments),
    /// Show what is read in an article: sentences, names, quantities, quotations, dates.
    Annotate(annotate::Arguments),
}

fn main() -> ExitCode {
    let given = store::words_last(std::env::args_os().collect());
    let done = match Arguments::parse_from(given).command {
        Command::Brief(arguments) => brief::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Import(arguments) => store::import(&arguments),
        Command::Stories(arguments) => store::stories(&arguments),
        Command::Show(arguments) => store::show(&arguments),
        Command::Timeline(arguments) => store::timeline(&arguments),
        Command::Sources(arguments) => store::sources(&arguments),
        Command::Why(arguments) => store::why(&arguments),
        Command::Search(arguments) => store::search(&arguments),
        Command::Merge(arguments) => store::merge(&arguments),
        Command::Split(arguments) => store::split(&arguments),
        Command::Doctor(arguments) => store::doctor(&arguments),
        Command::Backup(arguments) => store::backup(&arguments),
    };
    match done {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say::say(&format!("throughline: {error:#}"));
            if error.is::<usage::Usage>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

/// `throughline brief ... | head` closes the pipe; that is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
