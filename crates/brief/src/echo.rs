//! Lines of other sources that make a line's claim in other words.

use throughline_claims::{Retelling, Verdict};

use crate::{
    story::{LineId, Story},
    tree::Trees,
};

/// Cosine of words from which two lines are compared at all.
const LOOKED_AT: f32 = 0.15;

/// The share of a line that another must say to be cited for it.
const BORNE_OUT: f32 = 0.75;

/// The parsed lines of other sources that make the claim of a line in other
/// words, in order. Whether they bear it out is for the proof.
pub fn echoes(story: &Story, trees: &Trees, line: LineId) -> Vec<LineId> {
    let Some(own) = trees.passage(story, line).map(Retelling::of) else { return Vec::new() };
    let family = |line: LineId| story.families[story.lines[line].article];
    let near = |other: &LineId| {
        family(*other) != family(line)
            && story.sentence(*other).position.is_some()
            && story.lines[*other].vector.dot(&story.lines[line].vector) >= LOOKED_AT
    };
    let says = |other: &LineId| {
        trees.passage(story, *other).map(Retelling::of).is_some_and(|theirs| {
            let same = own.compare(&theirs) == Verdict::Same && own.coverage(&theirs) >= BORNE_OUT;
            same || own.is_told_by(&theirs)
        })
    };
    (0..story.lines.len()).filter(near).filter(says).collect()
}
