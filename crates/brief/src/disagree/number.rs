//! Figures that differ: whether the figures for one thing conflict or the
//! thing has moved on.

use std::collections::BTreeSet;

use jiff::civil::Date;
use throughline_annotate::{Bound, Quantity, Relation};
use throughline_claims::names_fit;
use throughline_model::{DisagreementKind, Moment};

use super::{
    Differing, Side, Taken,
    bound::bounded,
    candidates::is_bare,
    one_thing::{Seen, days_between, is_one},
    slot::{Slot, is_comparable},
};

use crate::{
    story::{LineId, Story},
    tree::Trees,
    wide::Wide,
};

/// Beside "about", values this near are one.
const ABOUT: f64 = 0.12;

/// The slots of the parsed lines among these.
fn slots<'a>(story: &'a Story, trees: &'a Trees, ranked: &[(LineId, f32)]) -> Vec<Slot<'a>> {
    let mut found: Vec<Slot> = Vec::new();
    for &(line, _) in ranked {
        let sentence = story.sentence(line);
        if trees.get(line).is_none() || sentence.position.is_none() {
            continue;
        }
        for quantity in sentence.quantities.iter().filter(|q| is_comparable(q)) {
            let Some(mut slot) = Slot::of(story, trees, line, quantity) else { continue };
            if slot.toll.is_none() && slot.thing.is_none() && is_bare(story, line) {
                let before =
                    story.sentence(line - 1).quantities.iter().filter(|q| is_comparable(q));
                let lent = before
                    .filter_map(|q| Slot::of(story, trees, line - 1, q))
                    .find(|s| s.toll.is_some());
                if let Some(lent) = lent {
                    slot.toll = lent.toll;
                    slot.names = lent.names;
                    slot.places = lent.places;
                    slot.is_lent = true;
                }
            }
            found.push(slot);
        }
    }
    found
}

/// Where the figures of a story differ.
///
/// `clashes` are lines of one event that date it differently: for them another
/// day is no other state of things.
pub fn differing(
    story: &Story,
    trees: &Trees,
    ranked: &[(LineId, f32)],
    clashes: &[Vec<LineId>],
) -> Vec<Differing> {
    let slots = slots(story, trees, ranked);
    let seen = Seen { story, wide: Wide::of(story), clashes };
    let mut used = vec![false; slots.len()];
    let mut found = Vec::new();
    for first in 0..slots.len() {
        if used[first] {
            continue;
        }
        let mut group: Vec<usize> = vec![first];
        for other in first + 1..slots.len() {
            if !used[other]
                && is_one(&seen, &slots[first], &slots[other])
                && 2 * group.iter().filter(|&&g| is_one(&seen, &slots[g], &slots[other])).count()
                    > group.len()
            {
                group.push(other);
            }
        }
        if group.len() < 2 {
            continue;
        }
        let told = held_apart(story, &slots, &group);
        if !told.is_empty() {
            group.iter().for_each(|&g| used[g] = true);
        }
        found.extend(told);
    }
    found
}

/// The disagreements among figures for one thing.
fn held_apart(story: &Story, slots: &[Slot], group: &[usize]) -> Vec<Differing> {
    // Values in order of size, each with its slots.
    let mut values: Vec<Value> = Vec::new();
    let mut ordered = group.to_vec();
    ordered.sort_by(|&x, &y| slots[x].quantity.value.total_cmp(&slots[y].quantity.value));
    for at in ordered {
        let same = |v: &Value| {
            let other = slots[v.slots[0]].quantity;
            other.relation_of_values(slots[at].quantity) == Relation::Same
        };
        match values.iter_mut().find(|v| same(v)) {
            Some(value) => value.slots.push(at),
            None => values.push(Value { slots: vec![at] }),
        }
    }
    if values.len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let toll = slots[group[0]].toll.is_some();
    if toll
        && slots[group[0]].done
        && let Some(steps) = development(story, slots, &values)
    {
        found.push(steps);
    }
    // What has moved on is told once: "84" is a step of "77, at least 84".
    let figure = |side: &Side| -> String {
        side.lines[0].value.chars().filter(char::is_ascii_digit).collect()
    };
    let moved = |side: &Side| {
        let is_step = |step: &Side| {
            step.lines[0].line == side.lines[0].line
                || !figure(step).is_empty() && figure(step) == figure(side)
        };
        found.iter().flat_map(|d| &d.sides).any(is_step)
    };
    // Nor is a step on its way a conflict: "4" between "2" and "6".
    let lies_between = |side: &Side| {
        found.iter().any(|d| {
            let steps = || d.sides.iter().map(|step| step.size);
            steps().any(|size| size <= side.size) && steps().any(|size| side.size <= size)
        })
    };
    let conflict = conflict(story, slots, &values, toll)
        .filter(|c| c.sides.iter().filter(|s| moved(s) || lies_between(s)).count() < 2);
    found.extend(conflict);
    found
}

struct Value {
    slots: Vec<usize>,
}

impl Value {
    /// How many independent sources say it without leaning on a sentence before.
    fn witnesses(&self, story: &Story, slots: &[Slot]) -> usize {
        let said = self.slots.iter().map(|&s| &slots[s]).filter(|s| !s.is_lent);
        let families: BTreeSet<usize> =
            said.map(|s| story.families[story.lines[s.line].article]).collect();
        families.len()
    }

    fn at(&self, story: &Story, slots: &[Slot], last: bool) -> Option<Moment> {
        let times = self.slots.iter().filter_map(|&s| story.anchor(slots[s].line));
        if last { times.max() } else { times.min() }
    }
}

/// Values that follow one another in time and grow, or fall: the longest run
/// that ends with the newest.
fn development(story: &Story, slots: &[Slot], values: &[Value]) -> Option<Differing> {
    let number = |v: &Value| slots[v.slots[0]].quantity.value;
    let mut timed: Vec<(&Value, Date, Date)> = values
        .iter()
        .filter_map(|v| {
            let day = |last| v.at(story, slots, last).map(|m| m.date());
            Some((v, day(false)?, day(true)?))
        })
        .collect();
    let mut best: Vec<usize> = Vec::new();
    let weight = |run: &[usize], timed: &[(&Value, Date, Date)]| -> (usize, usize) {
        (run.len(), run.iter().map(|&at| timed[at].0.witnesses(story, slots)).sum())
    };
    for rises in [true, false] {
        timed.sort_by(|a, b| {
            let size = number(a.0).total_cmp(&number(b.0));
            (a.1, a.2).cmp(&(b.1, b.2)).then(if rises { size } else { size.reverse() })
        });
        // The best run to each value: each earlier one is told before the next is, and not after it.
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for at in 0..timed.len() {
            let follows = |before: usize| {
                (number(timed[before].0) < number(timed[at].0)) == rises
                    && (timed[before].2 < timed[at].2
                        || timed[before].1 < timed[at].1 && timed[before].2 <= timed[at].1)
            };
            let before = (0..at).filter(|&b| follows(b)).map(|b| &runs[b]);
            let mut run = before.max_by_key(|run| weight(run, &timed)).cloned().unwrap_or_default();
            run.push(at);
            runs.push(run);
        }
        best = runs.into_iter().max_by_key(|run| weight(run, &timed)).unwrap_or_default();
        if best.len() > 1 {
            break;
        }
    }
    let toll = slots[values[0].slots[0]].toll.as_ref()?;
    let falls = best.len() > 1 && number(timed[best[0]].0) > number(timed[best[1]].0);
    if best.len() < 2 || falls && !toll.may_fall() {
        return None;
    }
    let keep = best.len().saturating_sub(super::SIDES);
    let end = best[best.len() - 1];
    let sides = best[keep..].iter().map(|&at| side(story, slots, timed[at].0, at == end)).collect();
    let about = slots[values[0].slots[0]].about();
    Some(Differing { about, kind: DisagreementKind::Development, harm: toll.harm(), sides })
}

/// Values that cannot all be right.
fn conflict(story: &Story, slots: &[Slot], values: &[Value], toll: bool) -> Option<Differing> {
    let mut best: Vec<&Value> = Vec::new();
    // From the greatest down: the newest tolls are the greatest.
    for start in (0..values.len()).rev() {
        let mut group = vec![&values[start]];
        for other in values.iter().rev() {
            let against = |v: &&Value| {
                v.slots.iter().any(|&x| {
                    other.slots.iter().any(|&y| is_conflict(story, &slots[x], &slots[y], toll))
                })
            };
            if group.iter().all(against) {
                group.push(other);
            }
        }
        if group.len() > best.len() {
            best = group;
        }
    }
    if best.len() < 2 {
        return None;
    }
    best.truncate(super::SIDES);
    let mut sides: Vec<Side> = best.iter().map(|v| side(story, slots, v, true)).collect();
    // A toll that is lower than another is not the newer for a later day.
    if toll && sides[1..].iter().any(|s| s.last > sides[0].last) {
        sides.iter_mut().for_each(|s| s.last = None);
    }
    let about = slots[values[0].slots[0]].about();
    Some(Differing { about, kind: DisagreementKind::Number, harm: None, sides })
}

/// Whether two figures of independent holders cannot both be right.
fn is_conflict(story: &Story, a: &Slot, b: &Slot, toll: bool) -> bool {
    let family = |s: &Slot| story.families[story.lines[s.line].article];
    let spoken = !a.holders.is_empty()
        && !b.holders.is_empty()
        && a.holders.iter().all(|h| !b.holders.iter().any(|o| names_fit(o, h)));
    // A toll of another day is another state of things.
    let near = !toll
        || story.is_of_another_time(a.line)
        || !a.done
        || days_between(story, a.line, b.line).is_some_and(|days| days == 0);
    (family(a) != family(b) || spoken) && near && is_apart(a.quantity, b.quantity)
}

fn is_apart(a: &Quantity, b: &Quantity) -> bool {
    let loose = |q: &Quantity| matches!(q.bound, Bound::About | Bound::Exact);
    match a.relation_of_values(b) {
        Relation::Differs => true,
        Relation::Compatible => {
            let size = a.value.abs().max(b.value.abs());
            loose(a) && loose(b) && (a.value - b.value).abs() > ABOUT * size
        }
        Relation::Same | Relation::Unrelated => false,
    }
}

fn side(story: &Story, slots: &[Slot], value: &Value, newest: bool) -> Side {
    let mut lines: Vec<&Slot> = value.slots.iter().map(|&s| &slots[s]).collect();
    // What stands by itself before what leans on the sentence before.
    lines.sort_by_key(|s| s.is_lent);
    let day = |s: &Slot| story.anchor(s.line).map(|m| m.date());
    if newest {
        lines.sort_by_key(|s| std::cmp::Reverse(day(s)));
    } else {
        lines.sort_by_key(|s| (day(s).is_none(), day(s)));
    }
    let taken = |s: &&Slot| {
        let article = &story.readings[story.lines[s.line].article].article;
        let value = bounded(s.quantity, &article.text);
        Taken { line: s.line, span: s.quantity.span.clone(), value }
    };
    let size = slots[value.slots[0]].quantity.value;
    Side { size, ..Side::of(story, lines.iter().map(taken).collect()) }
}
