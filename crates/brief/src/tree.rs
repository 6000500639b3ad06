//! [`Trees`]: the parses of those sentences that a step asks about.
//!
//! A parse costs about a hundred times as much as all cheap layers together,
//! so lines are parsed in batches, once, and only when they may be told.

use std::collections::HashMap;

pub use throughline_annotate::Tree;

use crate::story::{LineId, Story};

/// Parsed lines by their number.
#[derive(Default)]
pub struct Trees(HashMap<LineId, Tree>);

impl Trees {
    /// Parses those of the lines that are not parsed yet.
    pub fn grow(&mut self, story: &Story, lines: impl IntoIterator<Item = LineId>) {
        let mut wanted: Vec<LineId> =
            lines.into_iter().filter(|line| !self.0.contains_key(line)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let texts: Vec<(&str, usize)> =
            wanted.iter().map(|&line| (story.text(line), story.span(line).start)).collect();
        self.0.extend(wanted.iter().copied().zip(Tree::parse(&texts)));
    }

    /// The tree of a line; parse it first.
    pub fn get(&self, line: LineId) -> Option<&Tree> {
        self.0.get(&line)
    }
}
