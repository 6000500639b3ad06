//! [`Usage`]: arguments that cannot be meant so; the exit status is 2, as where clap finds it.

use std::fmt;

/// What cannot be meant, and what can.
#[derive(Debug)]
pub struct Usage(pub String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}
