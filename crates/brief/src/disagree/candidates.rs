//! Candidates: the lines whose figures or denials may be held against those of
//! another, found without a parse.

use std::collections::BTreeMap;

use throughline_annotate::{Harm, Quantity, Relation, is_negation};

use super::{age, denial, moved, slot::is_comparable};
use crate::story::{LineId, Story};

/// The most lines that are looked at for their figures.
const LINES: usize = 400;

/// The most lines that are parsed for it alone.
const PARSED: usize = 12;

/// Cosine from which two lines with one counted thing may tell of one matter.
const ALIKE: f32 = 0.12;

/// Cosine from which one line may deny another.
const DENIED: f32 = 0.25;

/// The lines whose figures may differ from those of another, best first:
/// found without a parse. The first `known` of the ranked lines are parsed anyway.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)], known: usize) -> Vec<LineId> {
    let mut figures: Vec<(LineId, &Quantity, bool)> = Vec::new();
    for &(line, _) in ranked.iter().take(LINES) {
        let sentence = story.sentence(line);
        let harm = sentence.words.iter().any(|w| Harm::of(&w.stem).is_some());
        let found = sentence.quantities.iter().filter(|q| is_comparable(q));
        figures.extend(found.map(|q| (line, q, harm)));
    }
    // Lines with how near the nearest one is that gives another figure.
    let mut near: BTreeMap<LineId, f32> = BTreeMap::new();
    for (at, a) in figures.iter().enumerate() {
        for b in &figures[at + 1..] {
            let differ = a.0 != b.0
                && a.1.unit == b.1.unit
                && a.1.per == b.1.per
                && a.1.relation_of_values(b.1) != Relation::Same;
            if differ && let Some(by) = may_be_one(story, a, b) {
                for line in [a.0, b.0] {
                    let nearest = near.entry(line).or_default();
                    *nearest = nearest.max(by);
                }
            }
        }
    }
    for (line, by) in denials(story, ranked) {
        let nearest = near.entry(line).or_default();
        *nearest = nearest.max(by);
    }
    let place = |line: &LineId| ranked.iter().position(|(l, _)| l == line);
    let parsed = |line: &LineId| place(line).is_some_and(|at| at < known);
    let (mut found, mut fresh): (Vec<LineId>, Vec<LineId>) = near.keys().copied().partition(parsed);
    fresh.sort_by(|a, b| near[b].total_cmp(&near[a]).then(a.cmp(b)));
    found.extend(fresh.into_iter().take(PARSED));
    // "The province counts 17": what it counts stands before.
    let before: Vec<LineId> = ranked
        .iter()
        .take(LINES)
        .map(|(line, _)| *line)
        .filter(|&line| is_bare(story, line) && found.contains(&(line - 1)))
        .collect();
    found.extend(before);
    found.extend(moved::candidates(story, ranked));
    found.extend(age::lines(story, ranked));
    found.extend(denial::candidates(story, ranked));
    found
}

/// Lines of which one may deny what the other says.
fn denials(story: &Story, ranked: &[(LineId, f32)]) -> Vec<(LineId, f32)> {
    let lines = || ranked.iter().take(LINES).map(|(line, _)| *line);
    let denies = |line: LineId| story.sentence(line).words.iter().any(|w| is_negation(&w.lower));
    let mut found = Vec::new();
    for denial in lines().filter(|&line| denies(line)) {
        let family = |line: LineId| story.families[story.lines[line].article];
        let near = lines()
            .filter(|&line| family(line) != family(denial))
            .map(|line| (line, story.lines[denial].vector.dot(&story.lines[line].vector)))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((claim, by)) = near.filter(|(_, by)| *by >= DENIED) {
            found.extend([(denial, by), (claim, by)]);
        }
    }
    found
}

/// How near two lines are whose figures may be of one thing.
fn may_be_one(
    story: &Story,
    a: &(LineId, &Quantity, bool),
    b: &(LineId, &Quantity, bool),
) -> Option<f32> {
    let kin = a.1.counts_like(b.1);
    let named = !a.1.counted.is_empty() && !b.1.counted.is_empty();
    let cosine = story.lines[a.0].vector.dot(&story.lines[b.0].vector);
    let harm = a.2 && b.2 && (kin || named) && cosine >= ALIKE / 2.0;
    let rated = kin && named && a.1.per.is_some();
    let bonus = if harm || rated { ALIKE } else { 0.0 };
    (harm || rated || kin && cosine >= ALIKE).then_some(cosine + bonus)
}

/// Whether a line gives a number and nothing that is counted.
pub fn is_bare(story: &Story, line: LineId) -> bool {
    let sentence = story.sentence(line);
    line > 0
        && sentence.words.len() < 18
        && sentence.quantities.iter().any(|q| is_comparable(q) && q.counted.is_empty())
        && story.lines[line - 1].article == story.lines[line].article
        && story.sentence(line - 1).paragraph == sentence.paragraph
}
