//! Where the store is, and what all its commands share.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use etcetera::BaseStrategy;
use throughline_follow::Desk;
use throughline_gather::StoryId;
use throughline_model::Moment;
use throughline_record::StoryHead;
use throughline_store::{Access, Sqlite, Store};

use crate::{inputs, say::say};

/// Which store.
#[derive(clap::Args)]
pub struct Place {
    /// The store; by default throughline/throughline.db in your data folder (~/.local/share on Linux)
    #[arg(long, value_name = "FILE", env = "THROUGHLINE_STORE")]
    store: Option<PathBuf>,
}

/// Arguments of commands that put something down.
#[derive(clap::Args)]
pub struct Writing {
    /// The present, as 2026-05-09 or 2026-05-09T08:00:00Z; the clock by default
    #[arg(long, value_name = "WHEN")]
    now: Option<Moment>,
    /// Your own table of outlets and their owners, as data/outlets.txt; it comes before the built-in one
    #[arg(long, value_name = "FILE")]
    outlets: Option<PathBuf>,
}

impl Place {
    fn path(&self) -> Result<PathBuf> {
        if let Some(path) = &self.store {
            return Ok(path.clone());
        }
        let folders = etcetera::choose_base_strategy()
            .context("no home folder is known; name the store with --store")?;
        Ok(folders.data_dir().join("throughline").join("throughline.db"))
    }

    /// The store, to read.
    pub fn read(&self) -> Result<Sqlite> {
        Ok(Sqlite::open(&self.path()?, Access::Read)?)
    }

    /// The store, to write; made where there is none.
    pub fn write(&self) -> Result<Sqlite> {
        Ok(Sqlite::open(&self.path()?, Access::Write)?)
    }

    /// Says what keeps the store from being written, before anybody works for it.
    pub fn check(&self) -> Result<()> {
        Ok(Sqlite::check(&self.path()?)?)
    }

    /// The store, to write, if it is there.
    pub fn change(&self) -> Result<Sqlite> {
        drop(self.read()?);
        self.write()
    }
}

impl Writing {
    /// Whether the present is a reader's and not the clock's.
    pub fn is_set(&self) -> bool {
        self.now.is_some()
    }

    /// What steps are done with.
    pub fn desk(&self) -> Result<Desk> {
        Ok(Desk { now: now(self.now), outlets: inputs::outlets(self.outlets.as_deref())? })
    }
}

/// The given present, or the clock's.
pub fn now(given: Option<Moment>) -> Moment {
    given.unwrap_or_else(|| jiff::Timestamp::now().into())
}

/// The story that an id leads to; where that is another, says so.
pub fn story(store: &dyn Store, id: StoryId) -> Result<StoryHead> {
    let Some(head) = store.story(id)? else {
        bail!("no story {id} is here; `throughline stories` lists them");
    };
    if head.id != id {
        say(&format!("{id} is part of {} now", head.id));
    }
    Ok(head)
}

/// "2026-09-18 15:05".
pub fn minute(at: Moment) -> String {
    let time = at.time().map_or(String::new(), |t| format!(" {:02}:{:02}", t.hour(), t.minute()));
    format!("{}{time}", at.date())
}
