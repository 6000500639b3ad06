//! [`Error`]: why a step was not done.

use thiserror::Error;
use throughline_gather::{Damaged, StoryId};
use throughline_record::Refused;

/// Why a step was not done. The store is as it was before.
#[derive(Debug, Error)]
pub enum Error {
    /// The store says no.
    #[error(transparent)]
    Store(#[from] throughline_store::Error),
    /// A correction that cannot be made.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// What the store holds for gathering does not read.
    #[error("{0}; take a backup")]
    Damaged(#[from] Damaged),
    /// No story has this id.
    #[error("no story {0} is here; `throughline stories` lists them")]
    NoStory(StoryId),
}
