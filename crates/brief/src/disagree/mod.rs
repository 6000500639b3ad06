//! Disagreements: where independent sources give different figures, days or
//! answers for one thing, and where a figure moved on.
//!
//! Precision before recall: two clauses are held against each other only when
//! the same is said of the same, and a difference in who is meant, where, when,
//! or of how many, is no disagreement.

mod age;
mod bound;
mod candidates;
mod date;
mod label;
mod number;
mod one_thing;
mod phrase;
mod polarity;
mod slot;
#[cfg(test)]
mod tests;
mod toll;

use std::{collections::HashSet, ops::Range};

use jiff::civil::Date;
use throughline_annotate::Harm;
use throughline_model::DisagreementKind;

use crate::{
    cite::Told,
    desk::Desk,
    draft::Draft,
    figures::{Thing, things},
    story::{LineId, Story},
};

pub use candidates::candidates;

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

/// One side: the lines that take it, best first, and the day on which it was
/// last taken.
pub struct Side {
    lines: Vec<Taken>,
    last: Option<Date>,
}

/// A line that takes a side, with the words that say so.
#[derive(Clone)]
pub struct Taken {
    line: LineId,
    span: Range<usize>,
    /// What the reader sees as its value.
    value: String,
}

impl Side {
    /// The side that these lines take.
    fn of(story: &Story, lines: Vec<Taken>) -> Self {
        let days = lines.iter().filter_map(|t| story.anchor(t.line)).map(|m| m.date());
        let last = days.max();
        Self { lines, last }
    }

    /// The same of something that was said before: never the newest.
    fn of_before(self) -> Self {
        Self { last: None, ..self }
    }
}

/// The disagreements of a story.
pub fn plan(desk: &Desk, ranked: &[(LineId, f32)]) -> Vec<Planned> {
    let (story, trees) = (desk.story, desk.trees);
    let mut found: Vec<Planned> = Vec::new();
    let days = date::differing(story, trees, ranked);
    let clashes: Vec<Vec<LineId>> = days
        .iter()
        .map(|(_, sides)| sides.iter().flat_map(|s| s.lines.iter().map(|t| t.line)).collect())
        .collect();
    for differing in number::differing(story, trees, ranked, &clashes) {
        found.extend(planned(desk, differing.about, differing.kind, differing.sides));
    }
    if let Some((about, sides)) = age::differing(story, ranked) {
        found.extend(planned(desk, about, DisagreementKind::Number, sides));
    }
    for (about, sides) in days {
        found.extend(planned(desk, about, DisagreementKind::Date, sides));
    }
    for (about, sides) in polarity::differing(story, trees, ranked) {
        found.extend(planned(desk, about, DisagreementKind::Polarity, sides));
    }
    found.truncate(MOST);
    found
}

fn planned(
    desk: &Desk,
    about: String,
    kind: DisagreementKind,
    sides: Vec<Side>,
) -> Option<Planned> {
    let story = desk.story;
    let mut taken = HashSet::new();
    // Where few lines take a side, they choose first.
    let mut sides = sides;
    sides.sort_by_key(|side| side.lines.len());
    let mut positions: Vec<(Option<Date>, String, bool, Told)> = sides
        .into_iter()
        .filter_map(|side| {
            let last = side.last;
            position(desk, side, &mut taken).map(|(value, told)| (last, value, false, told))
        })
        .collect();
    let day = |told: &Told| {
        let article = told.articles(story).next()?;
        story.published(article).map(|p| p.date())
    };
    if kind == DisagreementKind::Polarity {
        // The claim comes before its denial, whichever was said last.
        positions.sort_by_key(|(_, value, ..)| value == "no");
    } else {
        positions.sort_by_key(|(.., told)| day(told));
        // Nobody knows which step of a growing toll has no day.
        if kind == DisagreementKind::Development {
            positions.retain(|(.., told)| day(told).is_some());
        }
    }
    // The newest is told last, and was not still contradicted on its day.
    let newest = positions.iter().filter_map(|(.., told)| day(told)).max();
    let last = positions.iter().filter_map(|p| p.0).max();
    let at_end = positions.iter().filter(|p| p.0 == last).count();
    for (at, _, is_newest, told) in &mut positions {
        *is_newest =
            newest.is_some() && last.is_some() && at_end == 1 && *at == last && day(told) == newest;
    }
    let positions: Vec<(String, bool, Told)> =
        positions.into_iter().map(|(_, value, newest, told)| (value, newest, told)).collect();
    if kind == DisagreementKind::Development
        && positions.iter().any(|(_, newest, told)| *newest && is_outrun(story, told))
    {
        return None;
    }
    let distinct: HashSet<&str> = positions.iter().map(|(v, ..)| v.as_str()).collect();
    (positions.len() >= 2 && distinct.len() == positions.len()).then_some(Planned {
        about,
        kind,
        positions,
    })
}

/// Whether a lead of any time gives a higher toll than the newest position: then the toll went
/// on, and the newest is another.
fn is_outrun(story: &Story, told: &Told) -> bool {
    // Of the missing some are found.
    let grows = |(thing, _): &&(Thing, f64)| thing.harm != Harm::Missing;
    things(story, told.draft.line).iter().filter(grows).any(|(thing, value)| {
        story.tolls.iter().any(|(other, higher, article)| {
            other.harm == thing.harm
                && higher > value
                && story.are_of_one_period(story.lines[told.draft.line].article, *article)
        })
    })
}

/// The best line of a side that can be told with the words that say so.
fn position(desk: &Desk, side: Side, used: &mut HashSet<LineId>) -> Option<(String, Told)> {
    let story = desk.story;
    let told = |taken: &Taken| -> Option<(Taken, Draft)> {
        let alone = desk.draft(taken.line).filter(|d| d.keeps(&taken.span));
        let draft = alone.or_else(|| desk.with_before(taken.line, 1))?;
        Some((taken.clone(), draft))
    };
    let free = side.lines.iter().filter(|t| !used.contains(&t.line)).find_map(told);
    let (taken, draft) = free.or_else(|| side.lines.iter().find_map(told))?;
    used.extend(draft.lines());
    let family = |line: LineId| story.families[story.lines[line].article];
    let mut families = HashSet::from([family(taken.line)]);
    let others = side.lines.iter().map(|t| t.line);
    let witnesses = others.filter(|&l| families.insert(family(l))).take(WITNESSES).collect();
    Some((taken.value, Told { draft, witnesses }))
}
