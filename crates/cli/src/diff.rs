//! `throughline diff`: what changed between two briefings of one story.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, bail};
use clap::ValueEnum;
use throughline_changes::{Changes, changes};
use throughline_model::Briefing;
use throughline_publish::{changes_json, changes_markdown, changes_text};

use crate::{
    briefings,
    present::{Look, Target, out},
    say::{counted, say},
};

/// Arguments of `diff`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The older briefing as JSON; - for stdin
    old: PathBuf,
    /// The newer briefing as JSON
    new: PathBuf,
    #[command(flatten)]
    form: Form,
}

/// How changes are printed, wherever they come from.
#[derive(clap::Args)]
struct Form {
    /// How to print it
    #[arg(long, value_enum, default_value_t = Kind::Text)]
    format: Kind,
    #[command(flatten)]
    look: Look,
}

/// The forms of a list of changes.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// For the terminal.
    Text,
    /// CommonMark.
    Markdown,
    /// Schema throughline/changes/1.
    Json,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let (old, new) = (one(&arguments.old)?, one(&arguments.new)?);
    if !share_an_article(&old, &new) {
        say("the two briefings have no article in common; is it one story?");
    }
    print(&changes(&old, &new), &arguments.form)?;
    Ok(ExitCode::SUCCESS)
}

fn print(changes: &Changes, form: &Form) -> Result<()> {
    out(&match form.format {
        Kind::Text => changes_text(changes, &form.look.style(Target::Stdout)),
        Kind::Markdown => changes_markdown(changes),
        Kind::Json => changes_json(changes),
    })
}

/// The only briefing of a file.
fn one(path: &Path) -> Result<Briefing> {
    let mut all = briefings::read(path)?;
    match (all.pop(), all.len()) {
        (Some(briefing), 0) => Ok(briefing),
        (_, others) => bail!(
            "{}: holds {}; give a file with one",
            path.display(),
            counted(others + 1, "briefing")
        ),
    }
}

fn share_an_article(old: &Briefing, new: &Briefing) -> bool {
    old.sources.iter().any(|was| new.sources.iter().any(|is| is.article == was.article))
}
