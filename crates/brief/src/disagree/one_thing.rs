//! Whether two figures are given for one thing.

use std::collections::BTreeSet;

use throughline_annotate::{Quantity, Relation, Unit};
use throughline_claims::{Sense, fit, intervals_clash, is_light, names_fit};

use super::{slot::Slot, toll::Toll};
use crate::{
    calendar::{days_apart, days_from},
    story::{LineId, Story},
    wide::Wide,
};

/// Sentences from the top of an article whose tolls are those of its story.
const HIGH: usize = 8;

/// Days before the first article from which a toll is of something else.
const BEFORE: i32 = 2;

/// Days between two statements of a measure that is taken not to have moved.
const STILL: i32 = 4;

/// What figures are held against each other with.
pub struct Seen<'a> {
    pub story: &'a Story,
    pub wide: Wide,
    pub clashes: &'a [Vec<LineId>],
}

/// Whether two figures are given for one thing.
pub fn is_one(seen: &Seen, a: &Slot, b: &Slot) -> bool {
    let Seen { story, wide, .. } = seen;
    let (x, y) = (a.quantity, b.quantity);
    if x.unit != y.unit || x.per != y.per || a.done != b.done {
        return false;
    }
    let tolls = match (&a.toll, &b.toll) {
        (Some(p), Some(q)) => p.is_like(q),
        (None, None) => true,
        _ => false,
    };
    if !tolls {
        return false;
    }
    let left = |one: &BTreeSet<String>, line: LineId| {
        one.iter().any(|name| {
            !wide.holds(name)
                && !story.sentence(line).words.iter().any(|w| names_fit(&w.lower, name))
        })
    };
    // The toll of a report's first sentence is its story's, if one says more of where it was.
    let opens = |s: &Slot| s.toll.is_some() && story.sentence(s.line).position == Some(0);
    let apart = !a.places.is_empty() && !b.places.is_empty() && a.places.is_disjoint(&b.places);
    if !(opens(a) && opens(b) && !apart)
        && (left(&a.names, b.line) && left(&b.names, a.line)
            || left(&a.places, b.line)
            || left(&b.places, a.line))
    {
        return false;
    }
    let narrowed = |one: &Slot, other: &Slot| {
        one.qualifiers.iter().any(|q| {
            !wide.holds(&q.lemma)
                && !story.sentence(other.line).words.iter().any(|w| {
                    names_fit(&w.lower, &q.lemma) || Sense::of(&w.lower).nearness(q) >= 0.8
                })
        })
    };
    if a.toll.is_none() {
        // "A five-yard pass, then one of 18 yards": who gives both contradicts neither.
        let gives = |line: LineId, figure: &Quantity| {
            let mut own = story.sentence(line).quantities.iter();
            own.any(|q| q.unit == figure.unit && q.relation_of_values(figure) == Relation::Same)
        };
        if x.relation_of_values(y) != Relation::Same && (gives(b.line, x) || gives(a.line, y)) {
            return false;
        }
        return measures_one(seen, a, b) && !narrowed(a, b) && !narrowed(b, a);
    }
    // "last week when aircraft struck": a toll of something before this story.
    let first = story.first();
    let earlier = |s: &Slot| {
        first.is_some_and(|first| {
            s.days.iter().any(|d| days_from(d.to, first).is_some_and(|days| days > BEFORE))
        })
    };
    let past = story.is_of_another_time(a.line);
    if !past && (earlier(a) || earlier(b)) {
        return false;
    }
    if past != story.is_of_another_time(b.line) || past && !share_year(story, a, b) {
        return false;
    }
    if !past && (a.is_aside || b.is_aside) {
        return false;
    }
    // Without power is who lost it in what the story tells.
    let high = |s: &Slot| {
        past || !s.done
            || s.toll.as_ref().is_some_and(Toll::is_of_power)
            || story.sentence(s.line).position.is_some_and(|at| at < HIGH)
    };
    high(a) && high(b) && !narrowed(a, b) && !narrowed(b, a)
}

/// Whether two figures that are no tolls measure one thing.
fn measures_one(seen: &Seen, a: &Slot, b: &Slot) -> bool {
    let story = seen.story;
    let one_event = seen.clashes.iter().any(|c| c.contains(&a.line) && c.contains(&b.line));
    let unit = a.quantity.unit;
    let things = match (&a.thing, &b.thing) {
        (Some(p), Some(q)) => p.nearness(q) >= 0.9,
        _ => false,
    };
    let still = days_between(story, a.line, b.line).is_some_and(|days| days <= STILL);
    if unit == Unit::Count && !things || !one_event && intervals_clash(&a.days, &b.days) || !still {
        return false;
    }
    let fit = fit(&a.rest, &b.rest);
    let telling =
        |&&(i, j): &&(usize, usize)| a.rest.words[i].weight >= 0.6 && b.rest.words[j].weight >= 0.6;
    let shared = fit.pairs.iter().filter(telling).count();
    let (p, q) = (&a.verb, &b.verb);
    let doers = match (&a.agent, &b.agent) {
        (Some(p), Some(q)) => names_fit(&p.lemma, &q.lemma) || p.nearness(q) >= 0.9,
        _ => false,
    };
    // "has 1,000 troops" says less than "controls 15 percent".
    let whole = if is_light(&p.lemma) || is_light(&q.lemma) {
        fit.least() >= 0.6
    } else {
        fit.most() >= 0.75
    };
    let same_act = p.nearness(q) >= 0.9 && doers && shared >= 2 && whole;
    let rated = unit == Unit::Count && a.quantity.per.is_some() && shared >= 1 && fit.most() >= 0.5;
    let measured = things && is_physical(unit) && doers && shared >= 1 && fit.most() >= 0.6;
    same_act || rated || measured
}

/// Speeds, lengths, masses: what nature has one of.
fn is_physical(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Speed | Unit::Length | Unit::Area | Unit::Mass | Unit::Volume | Unit::Celsius
    )
}

fn share_year(story: &Story, a: &Slot, b: &Slot) -> bool {
    let years = |line: LineId| -> Vec<i16> {
        let dates = story.sentence(line).dates.iter();
        dates.filter_map(|d| d.interval).map(|i| i.from.year()).collect()
    };
    let (p, q) = (years(a.line), years(b.line));
    p.iter().any(|y| q.contains(y))
}

/// How many days apart two lines were told.
pub fn days_between(story: &Story, a: LineId, b: LineId) -> Option<i32> {
    let day = |line| story.anchor(line).map(|m| m.date());
    days_apart(day(a)?, day(b)?)
}
