//! [`Error`]: why a store does not do what is asked, and what helps.

use thiserror::Error;

/// A store and what is wrong with it.
#[derive(Debug, Error)]
#[error("{store}: {problem}")]
pub struct Error {
    /// The store as its user knows it: a path.
    pub store: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong. After any of these the store is as it was after the last
/// step that succeeded.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Problem {
    /// There is none.
    #[error("no store is here; `throughline import` makes one")]
    Missing,
    /// Something else is.
    #[error("not a store of Throughline")]
    Foreign,
    /// A folder is.
    #[error("a folder; name a file in it")]
    Folder,
    /// A later program made it.
    #[error(
        "made by a newer Throughline (version {found} of the store, this program knows {known}); nothing was changed, use the newer program"
    )]
    Newer {
        /// Its version.
        found: u32,
        /// The newest that this program knows.
        known: u32,
    },
    /// Another process writes to it.
    #[error(
        "another throughline is writing to it; nothing was changed, try again when that one is done"
    )]
    Writing,
    /// Somebody holds it locked.
    #[error("locked by another program; nothing was changed, try again when that one is done")]
    Locked,
    /// Somebody wrote to it between two steps.
    #[error(
        "another process wrote to it (it stands at {found} and not at {expected}); nothing of this step was stored, run the command again"
    )]
    Moved {
        /// Where it was believed to stand.
        expected: u64,
        /// Where it stands.
        found: u64,
    },
    /// It cannot be written.
    #[error("cannot be written: the file or its folder is read-only")]
    ReadOnly,
    /// There is no room.
    #[error("the disk is full; nothing of this step was stored, and all steps before it are whole")]
    Full,
    /// What is stored does not read.
    #[error("damaged: {0}; `throughline doctor` says more, and a backup helps")]
    Damaged(String),
    /// Effects that do not fit what is stored; a mistake of the program.
    #[error("effects that do not fit: {0}")]
    Unfit(String),
    /// Anything else that the system says.
    #[error("{0}")]
    Other(String),
}
