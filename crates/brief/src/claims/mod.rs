//! Claims: whether two sentences assert the same, across wording and order.
//!
//! Meaning finds, facts decide: two sentences that are near in words are one
//! claim only where their figures, names, days and denials are the same, the
//! one who acts acts in both, and neither plans what the other tells as done.

mod align;
mod facts;
mod part;
#[cfg(test)]
mod tests;
mod words;

use crate::{
    story::{LineId, Story},
    tree::Trees,
};

pub use align::{coverage, fit, names_fit};
pub use facts::intervals_clash;
pub use part::{Part, Passage, Role, Word, attribution};
pub use words::{Sense, is_light};

/// How two sentences stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One claim.
    Same,
    /// One claim but for this.
    Differs(Fact),
    /// Of one event, but another fact of it.
    Related,
    /// Of other matters.
    Unrelated,
}

/// In what two claims differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A figure.
    Number,
    /// A name.
    Name,
    /// A day, a month, a year.
    Date,
    /// One says it is so, the other that it is not.
    Polarity,
}

/// Coverage of the less covered side from which two sentences are one claim.
const SAME: f32 = 0.52;

/// Mean coverage from which they are.
const SAME_MEAN: f32 = 0.66;

/// Coverage of the more covered side from which they are of one event.
const RELATED: f32 = 0.34;

/// Cosine of words from which two lines are compared at all.
const LOOKED_AT: f32 = 0.15;

/// The share of a line that another must say to be cited for it.
const BORNE_OUT: f32 = 0.75;

/// The parsed lines of other sources that make the claim of a line in other
/// words, in order. Whether they bear it out is for the proof.
pub fn echoes(story: &Story, trees: &Trees, line: LineId) -> Vec<LineId> {
    let Some(own) = Passage::of(story, trees, line) else { return Vec::new() };
    let family = |line: LineId| story.families[story.lines[line].article];
    let near = |other: &LineId| {
        family(*other) != family(line)
            && story.sentence(*other).position.is_some()
            && story.lines[*other].vector.dot(&story.lines[line].vector) >= LOOKED_AT
    };
    let says = |other: &LineId| {
        Passage::of(story, trees, *other).is_some_and(|theirs| {
            compare(&own, &theirs) == Verdict::Same
                && coverage(&Part::whole(&own), &Part::whole(&theirs)) >= BORNE_OUT
        })
    };
    (0..story.lines.len()).filter(near).filter(says).collect()
}

/// Compares two sentences.
pub fn compare(a: &Passage, b: &Passage) -> Verdict {
    let (one, other) = (Part::whole(a), Part::whole(b));
    let fit = fit(&one, &other);
    let related = fit.most() >= RELATED;
    let near = fit.least() >= SAME && fit.mean() >= SAME_MEAN;
    let unlike = if related { Verdict::Related } else { Verdict::Unrelated };
    if !near || fit.swapped {
        return unlike;
    }
    if let Some(fact) = facts::difference(a, b, &one, &other, &fit) {
        return Verdict::Differs(fact);
    }
    if !facts::covers(a, b) || facts::one_supposes(a, b) || fit.is_half_done(&one, &other) {
        return Verdict::Related;
    }
    Verdict::Same
}
