//! Days and figures that moved, by whoever says so: "moved from 25 June to 9 July", "raising an
//! earlier toll of four", "four, and not two".
//!
//! A sentence that gives the old beside the new is better proof that both are of one thing than any
//! likeness of two sentences. The old is shown in the words of an article that was out before; where a
//! later article gives a third value, the second is not called the newest.

mod day;
mod figure;
#[cfg(test)]
mod tests;

use throughline_annotate::{Harm, Modality, Tree, is_claim_noun, stance};
use throughline_model::{DisagreementKind, Moment};

use super::{Differing, Side, Taken};
use crate::{
    story::{LineId, Story},
    tree::Trees,
};

/// The most lines that are looked at.
const LINES: usize = 400;

/// How many content words two lines share that give one thing two values.
const SHARED: usize = 2;

/// Two values of one thing.
struct Moved {
    about: String,
    /// Lines that give the old value, the earliest first.
    old: Vec<Taken>,
    /// The line that gives both.
    new: Taken,
    /// Both as numbers; 0 for days.
    sizes: (f64, f64),
    harm: Option<Harm>,
    /// Whether a later article gives a third value.
    is_outrun: bool,
}

/// The lines that may say that something moved, and those that may say from what: found without a
/// parse.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let lines = lines(story, ranked);
    let mut found = Vec::new();
    for &line in &lines {
        let old = day::may_be_old(story, &lines, line)
            .or_else(|| figure::may_be_old(story, &lines, line));
        found.extend(old.into_iter().flat_map(|old| [line, old]));
    }
    found
}

/// What moved, as developments of two steps.
pub fn differing(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Differing> {
    let lines = lines(story, ranked);
    let mut found: Vec<Moved> = Vec::new();
    for &line in &lines {
        let day = day::moved(story, trees, &lines, line);
        let figure = figure::moved(story, trees, &lines, line);
        for one in day.into_iter().chain(figure) {
            // Two articles that tell one move are one.
            let known = |f: &Moved| {
                f.new.value == one.new.value
                    && f.old.iter().any(|o| one.old.iter().any(|other| other.line == o.line))
            };
            if !found.iter().any(known) {
                found.push(one);
            }
        }
    }
    let shown = |moved: Moved| {
        let old = Side { size: moved.sizes.0, ..Side::of(story, moved.old) };
        let new = Side { size: moved.sizes.1, ..Side::of(story, vec![moved.new]) };
        let new = if moved.is_outrun { new.of_before() } else { new };
        let kind = DisagreementKind::Development;
        Differing { about: moved.about, kind, harm: moved.harm, sides: vec![old, new] }
    };
    found.into_iter().map(shown).collect()
}

/// The lines of texts, as far as they are looked at.
fn lines(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let lines = ranked.iter().take(LINES).map(|(line, _)| *line);
    lines.filter(|&line| story.sentence(line).position.is_some()).collect()
}

/// The lines of other articles that were out before a line's own, the earliest first.
fn before(story: &Story, lines: &[LineId], line: LineId) -> Vec<LineId> {
    let own = story.anchor(line);
    let mut earlier: Vec<(Moment, LineId)> = lines
        .iter()
        .filter(|&&other| is_beside(story, line, other))
        .filter_map(|&other| Some((story.anchor(other)?, other)))
        .filter(|(moment, _)| own.is_some_and(|own| *moment < own))
        .collect();
    earlier.sort();
    earlier.into_iter().map(|(_, line)| line).collect()
}

/// The lines of other articles that were out after a line's own.
fn after<'a>(
    story: &'a Story,
    lines: &'a [LineId],
    line: LineId,
) -> impl Iterator<Item = LineId> + 'a {
    let own = story.anchor(line);
    let later = move |other: &LineId| {
        is_beside(story, line, *other)
            && own.zip(story.anchor(*other)).is_some_and(|(own, other)| other > own)
    };
    lines.iter().copied().filter(later)
}

/// Whether another article tells of the same time.
fn is_beside(story: &Story, line: LineId, other: LineId) -> bool {
    story.lines[other].article != story.lines[line].article
        && story.is_of_one_period(other, line)
        && !story.is_of_another_time(other)
}

/// Whether a verb tells what was done, or surely is: nobody only asks for it, denies it or doubts it.
fn is_done(tree: &Tree, verb: usize) -> bool {
    let standing = stance(tree, verb);
    // "a rumour that it was moved", "had moved it, but a court stopped the move".
    let doubt = |at: usize| {
        let lemma = tree.token(at).lemma.as_str();
        is_claim_noun(lemma)
            || matches!(lemma, "rumour" | "rumor" | "claim" | "allege" | "speculation")
    };
    let doubted = tree
        .ancestors(verb)
        .skip(1)
        .any(|up| doubt(up) || tree.child(up, &["nsubj"]).is_some_and(doubt));
    let undone = tree.children(verb).any(|c| {
        let token = tree.token(c);
        token.dep == "aux" && token.lemma == "have" && token.tag == "VBD"
            || token.dep == "cc" && token.lemma == "but"
    });
    !doubted
        && !undone
        && standing.modality == Modality::Fact
        && !standing.is_denial()
        && !standing.hedged
        && standing.condition.is_none()
}

/// The text of a sentence before a place, in lower case.
fn lead(story: &Story, line: LineId, end: usize) -> String {
    let text = &story.readings[story.lines[line].article].article.text;
    let start = story.sentence(line).span.start;
    text.get(start..end).unwrap_or_default().trim_end().to_lowercase()
}
