//! What a reader has heard in other words: which lines tell an event again.
//!
//! Weights by rarity ([`crate::likeness`]) do not show it: the words of a
//! story's own event are common in it, so that a second telling of the event
//! seems to consist of its few other words. Claims weigh all words alike.

use throughline_claims::{Passage, retold};

use crate::{
    story::{LineId, Story},
    tree::Trees,
};

/// Cosine of words from which two lines are compared at all.
const LOOKED_AT: f32 = 0.1;

/// The lines that may be told, asked who tells again what.
pub struct Again<'a> {
    /// The story.
    pub story: &'a Story,
    /// Its parses.
    pub trees: &'a Trees,
}

impl Again<'_> {
    /// Whether a line tells an event again to a reader of these lines.
    pub fn is_heard(&self, line: LineId, known: &[LineId]) -> bool {
        let Some(own) = self.trees.passage(self.story, line) else { return false };
        let read = |line: &LineId| self.trees.passage(self.story, *line);
        let passages: Vec<Passage> = known.iter().filter_map(read).collect();
        let near = known.iter().filter(|&&other| self.are_near(line, other));
        near.filter_map(read).any(|by| retold(&own, &by, &passages))
    }

    fn are_near(&self, a: LineId, b: LineId) -> bool {
        let lines = &self.story.lines;
        lines[a].vector.dot(&lines[b].vector) >= LOOKED_AT
    }
}
