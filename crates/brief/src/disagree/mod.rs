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
mod denial;
mod label;
mod moved;
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
use throughline_model::{DisagreementKind, Stand};

use crate::{
    cite::Told,
    desk::Desk,
    draft::Draft,
    figures::things,
    story::{LineId, Story},
};

pub use candidates::candidates;

/// The most disagreements shown.
const MOST: usize = 10;

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
    /// The figure; 0 where the side is none.
    size: f64,
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
    /// The lines that take it.
    fn lines(&self) -> impl Iterator<Item = LineId> {
        self.lines.iter().map(|taken| taken.line)
    }

    /// The side that these lines take.
    fn of(story: &Story, lines: Vec<Taken>) -> Self {
        let days = lines.iter().filter_map(|t| story.anchor(t.line)).map(|m| m.date());
        let last = days.max();
        Self { lines, last, size: 0.0 }
    }

    /// The same of something that was said before: never the newest.
    fn of_before(self) -> Self {
        Self { last: None, ..self }
    }
}

/// What sources differ on, before it is known which sides can be told.
pub struct Differing {
    /// What is counted, dated, claimed or denied.
    pub about: String,
    /// Conflict or development.
    pub kind: DisagreementKind,
    /// What befell those who are counted.
    pub harm: Option<Harm>,
    /// Of a development the oldest first.
    pub sides: Vec<Side>,
}

/// The disagreements of a story.
pub fn plan(desk: &Desk, ranked: &[(LineId, f32)]) -> Vec<Planned> {
    let (story, trees) = (desk.story, desk.trees);
    let days = date::differing(story, trees, ranked);
    let clashes: Vec<Vec<LineId>> =
        days.iter().map(|d| d.sides.iter().flat_map(Side::lines).collect()).collect();
    let mut found = number::differing(story, trees, ranked, &clashes);
    let told = |found: &[Differing], d: &Differing| {
        let (new, steps) = (&d.sides[1], DisagreementKind::Development);
        let gives = |side: &Side| new.lines().all(|line| side.lines().any(|other| other == line));
        let same = |f: &Differing| f.harm.is_some() && f.harm == d.harm;
        found.iter().any(|f| f.kind == steps && (same(f) || f.sides.iter().any(gives)))
    };
    for moved in moved::differing(story, trees, ranked) {
        if !told(&found, &moved) {
            found.push(moved);
        }
    }
    found.extend(age::differing(story, ranked));
    found.extend(days);
    let denied = polarity::differing(story, trees, ranked);
    let lines = |d: &Differing| d.sides.iter().flat_map(Side::lines).collect::<Vec<_>>();
    let known: HashSet<LineId> = denied.iter().flat_map(lines).collect();
    found.extend(denied);
    let denied = denial::differing(story, trees, ranked, |line| desk.draft(line).is_some());
    found.extend(
        denied
            .into_iter()
            .filter(|d| !d.sides.iter().flat_map(Side::lines).any(|l| known.contains(&l))),
    );
    found.into_iter().filter_map(|differing| planned(desk, differing)).take(MOST).collect()
}

/// A side with the statement that tells it.
struct Stance {
    /// Its place among all sides.
    step: usize,
    last: Option<Date>,
    size: f64,
    value: String,
    told: Told,
    /// The day on which its article came out.
    day: Option<Date>,
}

fn planned(desk: &Desk, differing: Differing) -> Option<Planned> {
    let Differing { about, kind, harm, sides } = differing;
    let steps = sides.len();
    let mut stances = stances(desk, sides);
    match kind {
        // The claim comes before its denial, whichever was said last.
        DisagreementKind::Polarity => {}
        // Nobody knows which step of a growing toll has no day.
        DisagreementKind::Development => stances.retain(|s| s.day.is_some()),
        _ => stances.sort_by_key(|s| s.day),
    }
    // Where the last step cannot be told, the one before it is no news.
    let is_whole = kind != DisagreementKind::Development
        || stances.last().is_some_and(|last| last.step + 1 == steps);
    let newest = newest(kind, &stances).filter(|_| is_whole);
    if kind == DisagreementKind::Development
        && stances.last().is_some_and(|last| is_outrun(desk.story, last, harm))
    {
        return None;
    }
    let distinct: HashSet<&str> = stances.iter().map(|s| s.value.as_str()).collect();
    if stances.len() < 2 || distinct.len() < stances.len() {
        return None;
    }
    let position = |(at, stance): (usize, Stance)| (stance.value, newest == Some(at), stance.told);
    Some(Planned {
        about,
        kind,
        positions: stances.into_iter().enumerate().map(position).collect(),
    })
}

/// The sides that can be told, in their order. Where few lines take a side, they choose first.
fn stances(desk: &Desk, sides: Vec<Side>) -> Vec<Stance> {
    let story = desk.story;
    let mut sides: Vec<(usize, Side)> = sides.into_iter().enumerate().collect();
    sides.sort_by_key(|(_, side)| side.lines.len());
    let mut taken = HashSet::new();
    let mut found: Vec<Stance> = sides
        .into_iter()
        .filter_map(|(at, side)| {
            let (last, size) = (side.last, side.size);
            let (value, told) = position(desk, side, &mut taken)?;
            let article = told.articles(story).next()?;
            let day = story.published(article).map(|p| p.date());
            Some(Stance { step: at, last, size, value, told, day })
        })
        .collect();
    found.sort_by_key(|stance| stance.step);
    found
}

/// Which of them is told last, and was not still contradicted on its day.
fn newest(kind: DisagreementKind, stances: &[Stance]) -> Option<usize> {
    // What has no day may be newer than all.
    if stances.iter().any(|s| s.value == Stand::Denied.word()) {
        return None;
    }
    let days: Option<Vec<Date>> = stances.iter().map(|s| s.day).collect();
    let day = days?.into_iter().max()?;
    let last = stances.iter().filter_map(|s| s.last).max()?;
    let ends = |at: &usize| stances[*at].last == Some(last) && stances[*at].day == Some(day);
    let mut at_end = (0..stances.len()).filter(|&at| stances[at].last == Some(last));
    match kind {
        // An old step may be told again on the day of the new one.
        DisagreementKind::Development => stances.len().checked_sub(1).filter(ends),
        _ => at_end.next().filter(ends).filter(|_| at_end.next().is_none()),
    }
}

/// Whether a title or a first sentence of any time gives a higher toll than the newest position: then
/// the toll went on, and the newest is another. Of the missing some are found.
fn is_outrun(story: &Story, newest: &Stance, harm: Option<Harm>) -> bool {
    let Some(harm) = harm.filter(|harm| *harm != Harm::Missing) else { return false };
    let opens = |line: &LineId| story.sentence(*line).position.is_none_or(|at| at == 0);
    (0..story.lines.len())
        .filter(opens)
        .filter(|&line| story.is_of_one_period(newest.told.draft.line, line))
        .flat_map(|line| things(story, line))
        .any(|(thing, higher)| thing.harm == harm && higher > newest.size)
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
