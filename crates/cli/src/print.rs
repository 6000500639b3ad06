//! What a command has found, printed for people or for programs.

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;
use serde::Serialize;

use crate::{present::out, say::plain};

/// The form of what is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Prints a value as JSON.
pub fn json(value: &impl Serialize) -> Result<ExitCode> {
    out(&serde_json::to_string_pretty(value)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints lines that hold words of articles.
pub fn text(text: &str) -> Result<ExitCode> {
    out(&plain(text))?;
    Ok(ExitCode::SUCCESS)
}
