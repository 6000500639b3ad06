//! What a reader has heard in other words: which lines tell an event again.
//!
//! Weights by rarity ([`crate::likeness`]) do not show it: the words of a
//! story's own event are common in it, so that a second telling of the event
//! seems to consist of its few other words. Claims weigh all words alike.

use std::collections::HashMap;

use throughline_claims::Retelling;

use crate::{
    story::{LineId, Story},
    tree::Trees,
};

/// Cosine of words from which two lines are compared at all.
const LOOKED_AT: f32 = 0.1;

/// The lines that may be told, asked who tells again what.
pub struct Again<'a> {
    story: &'a Story,
    read: HashMap<LineId, Retelling<'a>>,
}

impl<'a> Again<'a> {
    /// These lines of a story, as far as they are parsed.
    pub fn of(story: &'a Story, trees: &'a Trees, lines: impl Iterator<Item = LineId>) -> Self {
        let read = |line| Some((line, Retelling::of(trees.passage(story, line)?)));
        Self { story, read: lines.filter_map(read).collect() }
    }

    /// Whether a line tells an event again to a reader of these lines.
    pub fn is_heard(&self, line: LineId, known: &[LineId]) -> bool {
        known.iter().any(|&by| self.tells_event_of(line, by)) && self.is_known(line, known)
    }

    /// Whether a line tells the event that another tells, and perhaps more.
    pub fn tells_event_of(&self, line: LineId, by: LineId) -> bool {
        let lines = &self.story.lines;
        lines[line].vector.dot(&lines[by].vector) >= LOOKED_AT
            && self
                .read
                .get(&line)
                .zip(self.read.get(&by))
                .is_some_and(|(own, by)| own.tells_event_of(by))
    }

    /// Whether a line adds little beside its event to what these lines tell.
    pub fn is_known(&self, line: LineId, known: &[LineId]) -> bool {
        let known: Vec<&Retelling> = known.iter().filter_map(|by| self.read.get(by)).collect();
        self.read.get(&line).is_some_and(|own| own.adds_little_to(&known))
    }
}
