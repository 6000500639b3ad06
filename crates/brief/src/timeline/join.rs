//! Joins: which events of several lines are one, and which plans are no longer.

use jiff::civil::Date;
use throughline_annotate::{Quantity, Unit};
use throughline_model::{Precision, Status};

use super::Occurrence;
use crate::{
    again::{Again, once},
    calendar::days_from,
    story::{LineId, Story},
    support::{Support, shared_words},
    tree::Trees,
};

/// Cosine from which two lines of one date tell one event.
const SAME_EVENT: f32 = 0.3;

/// The same where both are dated to one and the same day.
const SAME_DAY: f32 = 0.17;

/// The share of common content words that joins two lines of one day or month.
const SAME_WORDS: f32 = 0.34;

/// The same where both give one figure.
const SAME_FIGURE: f32 = 0.2;

/// Cosine from which two lines of neighbouring days tell one event.
const SAME_WORDING: f32 = 0.5;

/// How many days apart the reports of one event may date it.
const NEAR: i32 = 3;

/// The share of common words from which a later plan replaces an earlier one.
const SAME_PLAN: f32 = 0.25;

/// The share of common words that joins the first lines of two articles.
const SAME_LEAD: f32 = 0.25;

/// What tells whether two events are one.
pub struct Known<'a> {
    pub story: &'a Story,
    pub support: &'a Support,
    pub trees: &'a Trees,
    pub again: &'a Again<'a>,
}

impl Known<'_> {
    /// Whether two events are one: the same date and much the same words or
    /// participants, or the same words outright.
    pub fn is_one(&self, a: &Occurrence, b: &Occurrence) -> bool {
        if a.line == b.line {
            return a.event.clause == b.event.clause;
        }
        let conditional = |o: &Occurrence| o.event.status == Status::Conditional;
        if conditional(a) != conditional(b) {
            return false;
        }
        if conditional(a) && a.when.condition == b.when.condition {
            return true;
        }
        let Self { story, support, .. } = *self;
        let apart = distance(a, b);
        if support.repeats(story, a.line, b.line) {
            return apart.is_none_or(|days| days <= NEAR);
        }
        let cosine = story.lines[a.line].vector.dot(&story.lines[b.line].vector);
        match apart {
            Some(0) => cosine >= SAME_EVENT || a.when == b.when && self.is_one_then(a, b, cosine),
            Some(days) => {
                // "local media reported on Friday" is the day after Thursday's attack.
                let after = |said: &Occurrence, event: &Occurrence| {
                    let days = event.interval().zip(said.interval());
                    said.event.said && days.is_some_and(|(event, said)| event.to < said.from)
                };
                let reported = days == 1 && (after(a, b) || after(b, a)) && cosine >= SAME_EVENT;
                days <= NEAR && a.is_ahead() == b.is_ahead() && (reported || cosine >= SAME_WORDING)
            }
            None => cosine >= SAME_WORDING,
        }
    }

    /// Whether two events of one date are one.
    fn is_one_then(&self, a: &Occurrence, b: &Occurrence, cosine: f32) -> bool {
        let leads = |o: &Occurrence| self.story.sentence(o.line).position == Some(0);
        let words = shared_words(self.story, a.line, b.line);
        // Two things of one year are seldom one.
        let fine = matches!(a.when.precision, Precision::Day | Precision::Month)
            && a.is_ahead() == b.is_ahead();
        let day = a.when.precision == Precision::Day;
        day && cosine >= SAME_DAY
            || fine && words >= SAME_WORDS
            || fine && leads(a) && leads(b) && words >= SAME_LEAD
            || day && words >= SAME_FIGURE && same_figure(self.story, a, b)
            || same_deed(self.trees, a, b)
            || day && same_end(self.trees, a, b)
            || self.again.tells_event_of(a.line, b.line)
            || self.again.tells_event_of(b.line, a.line)
    }
}

/// Whether two lines give one figure that is no date.
fn same_figure(story: &Story, a: &Occurrence, b: &Occurrence) -> bool {
    let figures = |o: &Occurrence| &story.sentence(o.line).quantities;
    let counts = |q: &&Quantity| q.unit != Unit::Calendar && q.value > 10.0;
    figures(a)
        .iter()
        .filter(counts)
        .any(|q| figures(b).iter().any(|p| p.unit == q.unit && (p.value - q.value).abs() < 1e-6))
}

/// Whether two events have one verb, not of saying, and a participant in common.
fn same_deed(trees: &Trees, a: &Occurrence, b: &Occurrence) -> bool {
    let lemmas = |o: &Occurrence| -> Option<(String, Vec<String>)> {
        let tree = trees.get(o.line)?;
        let of = |&at: &usize| tree.token(at).lemma.to_lowercase();
        Some((of(&o.event.head), o.event.participants.iter().map(of).collect()))
    };
    let (Some((verb, with)), Some((other, also))) = (lemmas(a), lemmas(b)) else { return false };
    !a.event.said
        && verb == other
        && (also.is_empty() || with.is_empty() || with.iter().any(|w| also.contains(w)))
}

/// Whether two events are one end of somebody: on one day of a story hardly two resign, whatever they
/// are called.
fn same_end(trees: &Trees, a: &Occurrence, b: &Occurrence) -> bool {
    let end = |o: &Occurrence| trees.get(o.line).and_then(|tree| once(tree, o.event.head));
    // Of the dead and the arrested there may be others on one day.
    end(a).is_some_and(|end| matches!(end, "resign" | "sack")) && end(a) == end(b)
}

/// The days between two events: 0 where they overlap, none where one has no date.
fn distance(a: &Occurrence, b: &Occurrence) -> Option<i32> {
    let (a, b) = (a.interval()?, b.interval()?);
    let days = |x: Date, y: Date| days_from(x, y).unwrap_or(i32::MAX);
    Some(if a.to < b.from {
        days(a.to, b.from)
    } else if b.to < a.from {
        days(b.to, a.from)
    } else {
        0
    })
}

/// What was planned for the newest day and is told as done is a plan no longer.
pub fn drop_done(known: &Known, all: &mut Vec<Occurrence>) {
    let newest = known.story.newest();
    let is_done = |plan: &Occurrence| {
        let today = plan.is_ahead() && plan.interval().map(|i| i.to) == newest;
        today && all.iter().any(|o| !o.is_ahead() && known.is_one(o, plan))
    };
    let done: Vec<bool> = all.iter().map(is_done).collect();
    let mut done = done.iter();
    all.retain(|_| !done.next().copied().unwrap_or(false));
}

/// What a later line dates anew is no longer planned for the old day: "the
/// vote, moved from 25 June to 9 July".
pub fn drop_superseded(story: &Story, all: &mut Vec<Occurrence>) {
    let day = |o: &Occurrence| story.anchor(o.line).map(|m| m.date());
    let plan =
        |o: &Occurrence| o.event.status == Status::Scheduled && o.when.precision == Precision::Day;
    let newer = |a: &Occurrence, b: &Occurrence| {
        let named = b.event.replaces.is_some() && b.event.replaces == a.interval();
        let told_anew = plan(b)
            && b.when != a.when
            && moves(story, b.line)
            && shared_words(story, a.line, b.line) >= SAME_PLAN;
        day(b) > day(a) && (named || told_anew)
    };
    let old: Vec<bool> = all.iter().map(|a| plan(a) && all.iter().any(|b| newer(a, b))).collect();
    let mut old = old.iter();
    all.retain(|_| !old.next().copied().unwrap_or(false));
}

/// Whether a line says that a date was moved.
fn moves(story: &Story, line: LineId) -> bool {
    story.sentence(line).words.iter().any(|w| {
        matches!(
            w.lower.as_str(),
            "moved"
                | "postponed"
                | "delayed"
                | "delays"
                | "rescheduled"
                | "instead"
                | "new"
                | "later"
                | "deferred"
                | "adjourned"
        )
    })
}
