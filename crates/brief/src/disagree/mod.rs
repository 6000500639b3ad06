//! Disagreements: where independent sources give different figures, days or
//! answers for one thing, and where a figure moved on.
//!
//! Precision before recall: two clauses are held against each other only when
//! the same is said of the same, and a difference in who is meant, where, when,
//! or of how many, is no disagreement.

mod date;
mod number;
mod polarity;
mod slot;
mod toll;

use std::{collections::HashSet, ops::Range};

use throughline_model::DisagreementKind;

use crate::{
    cite::Told,
    desk::Desk,
    draft::Draft,
    story::LineId,
};

pub use number::candidates;

/// The most disagreements shown.
const MOST: usize = 6;

/// The most positions of one.
const SIDES: usize = 4;

/// Sources that one position cites beside its own.
const WITNESSES: usize = 3;

/// A disagreement before numbering.
pub struct Planned {
    /// What is counted.
    pub about: String,
    /// Conflict or development.
    pub kind: DisagreementKind,
    /// Value, newest, what is told.
    pub positions: Vec<(String, bool, Told)>,
}

/// One side: its value, and the lines that take it with the words that say so,
/// best first.
pub struct Side {
    value: String,
    lines: Vec<(LineId, Range<usize>)>,
}

/// The disagreements of a story.
pub fn plan(desk: &Desk, ranked: &[(LineId, f32)]) -> Vec<Planned> {
    let (story, trees) = (desk.story, desk.trees);
    let mut found: Vec<Planned> = Vec::new();
    for differing in number::differing(story, trees, ranked) {
        found.extend(planned(desk, differing.about, differing.kind, differing.sides));
    }
    for sides in date::differing(story, trees, ranked) {
        let about = "day of one event".to_owned();
        found.extend(planned(desk, about, DisagreementKind::Date, sides));
    }
    for sides in polarity::differing(story, trees, ranked) {
        let about = "whether it is so".to_owned();
        found.extend(planned(desk, about, DisagreementKind::Polarity, sides));
    }
    found.truncate(MOST);
    found
}

fn planned(desk: &Desk, about: String, kind: DisagreementKind, sides: Vec<Side>) -> Option<Planned> {
    let story = desk.story;
    if std::env::var("DIS").is_ok() { for s in &sides { eprintln!("SIDE {kind:?} {about} {} {:?}", s.value, s.lines.iter().map(|(l, _)| (story.text(*l).chars().take(70).collect::<String>(), desk.draft(*l).is_some(), desk.with_before(*l, 1).is_some())).collect::<Vec<_>>()); } }
    let mut taken = HashSet::new();
    // Where few lines take a side, they choose first.
    let mut sides = sides;
    sides.sort_by_key(|side| side.lines.len());
    let mut positions: Vec<(String, bool, Told)> =
        sides.into_iter().filter_map(|side| position(desk, side, &mut taken)).collect();
    let day = |told: &Told| {
        let article = told.articles(story).next()?;
        story.readings[article].article.published.map(|p| p.date())
    };
    if kind != DisagreementKind::Polarity {
        positions.sort_by_key(|(.., told)| day(told));
    }
    let newest = positions.iter().filter_map(|(.., told)| day(told)).max();
    let last = positions.iter().filter(|(.., told)| day(told) == newest).count();
    for (_, is_newest, told) in &mut positions {
        *is_newest = newest.is_some() && last == 1 && day(told) == newest;
    }
    let distinct: HashSet<&str> = positions.iter().map(|(v, ..)| v.as_str()).collect();
    (positions.len() >= 2 && distinct.len() == positions.len())
        .then_some(Planned { about, kind, positions })
}

/// The best line of a side that can be told with the words that say so.
fn position(desk: &Desk, side: Side, taken: &mut HashSet<LineId>) -> Option<(String, bool, Told)> {
    let story = desk.story;
    let told = |(line, span): &(LineId, Range<usize>)| -> Option<(LineId, Draft)> {
        let alone = desk.draft(*line).filter(|d| d.keeps(span) || !story.span(*line).contains(&span.start));
        alone.or_else(|| desk.with_before(*line, 1)).map(|draft| (*line, draft))
    };
    let free = side.lines.iter().filter(|(line, _)| !taken.contains(line)).find_map(told);
    let (line, draft) = free.or_else(|| side.lines.iter().find_map(told))?;
    taken.extend(draft.lines());
    let family = |line: LineId| story.families[story.lines[line].article];
    let mut families = HashSet::from([family(line)]);
    let witnesses = side
        .lines
        .iter()
        .map(|(line, _)| *line)
        .filter(|&other| families.insert(family(other)))
        .take(WITNESSES)
        .collect();
    Some((side.value, false, Told { draft, witnesses }))
}
