//! `throughline doctor`, `backup`: whether the store is sound, and a copy of it.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use serde_json::json;
use throughline_follow::{Checked, check};
use throughline_store::{Store, digest};

use super::place::Place;
use crate::{
    print::{self, Form},
    progress::Progress,
    say::{counted, say},
};

/// Arguments of `doctor`.
#[derive(clap::Args)]
pub struct Doctor {
    #[command(flatten)]
    place: Place,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Arguments of `backup`.
#[derive(clap::Args)]
pub struct Backup {
    /// The copy, a file that is not there yet; it is a store itself
    #[arg(value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Runs `doctor`.
pub fn doctor(arguments: &Doctor) -> Result<ExitCode> {
    let store = arguments.place.read()?;
    let mut progress = None;
    let checked = check(&store, |all| {
        progress.get_or_insert_with(|| Progress::new(all, "checking")).step();
    })?;
    drop(progress);
    match arguments.format {
        Form::Json => print::json(&json!({
            "sound": checked.faults.is_empty(),
            "position": store.position()?,
            // There is none of what does not read.
            "digest": digest(&store).ok(),
            "articles": checked.articles,
            "stories": checked.stories,
            "revisions": checked.revisions,
            "faults": checked.faults,
        }))?,
        Form::Text => print::text(&text(&checked))?,
    };
    if !checked.faults.is_empty() {
        say("import the articles again into a new store, or go back to a backup");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn text(checked: &Checked) -> String {
    if !checked.faults.is_empty() {
        return checked.faults.join("\n") + "\n";
    }
    format!(
        "sound: {}, {}, {}; the newest of each is proven\n",
        counted(checked.articles, "article"),
        counted(checked.stories, "story"),
        counted(checked.revisions, "revision"),
    )
}

/// Runs `backup`.
pub fn backup(arguments: &Backup) -> Result<ExitCode> {
    arguments.place.read()?.backup(&arguments.to)?;
    say(&format!("{}: a whole copy of the store", arguments.to.display()));
    Ok(ExitCode::SUCCESS)
}
