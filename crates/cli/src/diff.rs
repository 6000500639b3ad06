//! `throughline diff`: what changed between two briefings of one story, from two
//! files or out of the store.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, bail};
use clap::ValueEnum;
use throughline_changes::{Changes, changes};
use throughline_gather::StoryId;
use throughline_model::Briefing;
use throughline_publish::{changes_json, changes_markdown, changes_text};
use throughline_record::Since;

use crate::{
    briefings,
    present::{Look, Target, out},
    say::{counted, say},
    store::{self, Place},
    usage::Usage,
};

/// Arguments of `diff`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The id of a story in the store, or with NEW the older briefing as JSON; - for stdin
    #[arg(value_name = "ID|OLD")]
    old: PathBuf,
    /// The newer briefing as JSON
    new: Option<PathBuf>,
    /// What is known already: a revision's number, or all that was told before a time as 2026-03-12T08:30:00Z or a day as 2026-03-12; the last but one by default
    #[arg(long, value_name = "REV|WHEN", conflicts_with = "new")]
    since: Option<Since>,
    #[command(flatten)]
    place: Place,
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
    let changes = match &arguments.new {
        Some(new) if is_id(&arguments.old) && is_id(new) => {
            let what = "are ids; give one id with --since, or two files of one story";
            return Err(
                Usage(format!("{} and {} {what}", arguments.old.display(), new.display())).into()
            );
        }
        Some(new) => between(&arguments.old, new)?,
        None => {
            let Some(id) = id(&arguments.old) else {
                let old = arguments.old.display();
                let what = "is not the id of a story; to compare two files, name both";
                return Err(Usage(format!("{old} {what}")).into());
            };
            store::since(&arguments.place.read()?, id, arguments.since)?
        }
    };
    print(&changes, &arguments.form)?;
    Ok(ExitCode::SUCCESS)
}

/// The id that is given in the place of a file.
fn id(given: &Path) -> Option<StoryId> {
    given.to_str()?.parse().ok()
}

fn is_id(given: &Path) -> bool {
    id(given).is_some() && !given.exists()
}

fn between(old: &Path, new: &Path) -> Result<Changes> {
    let (was, is) = (one(old)?, one(new)?);
    if !are_one_story(&was, &is) {
        bail!(
            "{} and {} tell two stories, they have no article in common; give two briefings of one story, the older first",
            old.display(),
            new.display()
        );
    }
    // A list of what is gone and what was told before reads much like one of what is new.
    let made = |briefing: &Briefing| (briefing.now, briefing.revision, briefing.updated);
    if made(&was) > made(&is) {
        let (old, new) = (old.display(), new.display());
        say(&format!(
            "{new} is older than {old}; what changed since is `throughline diff {new} {old}`"
        ));
    }
    Ok(changes(&was, &is))
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

/// A story of the store may have left all articles that it had once.
fn are_one_story(old: &Briefing, new: &Briefing) -> bool {
    let shared = |id: &str| new.sources.iter().any(|source| source.article == id);
    old.story == new.story || old.sources.iter().any(|source| shared(&source.article))
}
