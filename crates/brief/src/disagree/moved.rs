//! Days and figures that moved, by whoever says so: "moved from 25 June to 9 July", "raising an
//! earlier toll of four", "four, and not two".
//!
//! A sentence that gives the old beside the new is better proof that both are of one thing than any
//! likeness of two sentences. The old is shown in the words of an article that was out before.

use std::ops::Range;

use jiff::{ToSpan, civil::Date};
use throughline_annotate::{
    Harm, Interval, MONTHS, Quantity, Relation, Sentence, Timex, moves_day, stem,
};
use throughline_model::{About, DisagreementKind, Moment};

use super::{Differing, Side, Taken, bound::bounded, label, phrase, slot::Slot};
use crate::{
    figures::things,
    story::{LineId, Story},
    support::shared_words,
    tree::{Tree, Trees},
};

/// The most lines that are looked at.
const LINES: usize = 400;

/// The share of common content words from which two lines give one plan a day.
const SAME_PLAN: f32 = 0.25;

/// Content words to each side of a figure that say what it counts.
const ROUND: usize = 4;

/// How many of them both lines have; of a plan, how many words that are no days.
const SHARED: usize = 2;

/// Bytes of what is counted, between a figure and the one that it corrects.
const HEAD: usize = 24;

/// What stands right before the figure that another corrects.
const NOT: &[&str] = &["and not", "not", "rather than", "instead of"];

/// What stands before a figure that another came in place of.
#[rustfmt::skip]
const EARLIER: &[&str] = &[
    "an earlier toll of", "a previous toll of", "an earlier count of", "a previous count of",
    "an earlier figure of", "a previous figure of", "an earlier estimate of",
    "a previous estimate of", "an initial estimate of", "an initial toll of", "an initial count of",
    "up from", "down from", "instead of the", "rather than the",
];

/// What says that a day is of a plan that holds no longer: "a closure that was to have ended on".
#[rustfmt::skip]
const WAS_TO: &[&str] = &[
    "was to", "were to", "was due", "were due", "was meant", "were meant", "had been due",
    "was scheduled", "were scheduled", "had been scheduled", "was originally", "were originally",
    "had originally", "was planned", "were planned", "had been planned", "had been set", "was set",
    "was supposed", "were supposed",
];

/// Bytes before a day in which that is said.
const CLOSE: usize = 60;

/// Two values of one thing, the old one first.
struct Moved {
    /// Lines that give the old value, the earliest first.
    old: Vec<Taken>,
    /// The line that gives both.
    new: Taken,
    what: What,
}

enum What {
    /// The bytes of the new day.
    Day(Range<usize>),
    /// The figure that is given now, and the old one where it was given first.
    Figure(Quantity, Quantity, Option<Harm>),
}

/// The lines that say that something moved, and those that say from what.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let all = moved(story, ranked).into_iter();
    all.flat_map(|m| [m.new.line].into_iter().chain(m.old.first().map(|old| old.line))).collect()
}

/// What moved, as developments of two steps.
pub fn differing(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Differing> {
    let kind = DisagreementKind::Development;
    let shown = |moved: Moved| {
        let about = about(story, trees, &moved)?;
        let (old, new, harm) = match &moved.what {
            What::Day(_) => (0.0, 0.0, None),
            What::Figure(new, old, harm) => (old.value, new.value, *harm),
        };
        let old = Side { size: old, ..Side::of(story, moved.old) };
        let new = Side { size: new, ..Side::of(story, vec![moved.new]) };
        Some(Differing { about, kind, harm, sides: vec![old, new] })
    };
    moved(story, ranked).into_iter().filter_map(shown).collect()
}

/// What one calls it before the reader.
fn about(story: &Story, trees: &Trees, moved: &Moved) -> Option<String> {
    let passage = trees.passage(story, moved.new.line)?;
    let tree = passage.tree;
    match &moved.what {
        What::Figure(new, old, harm) => {
            let toll = Slot::of(story, trees, moved.new.line, new).filter(|s| s.toll.is_some());
            let counted = || {
                let told = [(&moved.old[0], old), (&moved.new, new)];
                told.into_iter().find_map(|(taken, figure)| {
                    let tree = trees.get(taken.line)?;
                    counted(tree, tree.at(taken.span.start)?)
                        .or_else(|| figure.counted.last().cloned())
                })
            };
            let harmed = harm.map(|harm| match harm {
                Harm::Killed => About::Killed,
                Harm::Injured => About::Injured,
                Harm::Missing => About::Missing,
                Harm::Arrested => About::Arrested,
            });
            Some(match (toll, harmed) {
                (Some(slot), _) => slot.about(),
                (_, Some(harm)) => harm.words().to_owned(),
                _ => counted().unwrap_or_else(|| About::Figure.words().to_owned()),
            })
        }
        What::Day(day) => {
            let at = tree.at(day.start)?;
            let verb = tree
                .ancestors(at)
                .find(|&a| tree.is_finite(a) || moves(tree.token(a).lemma.as_str()))?;
            let is_move = moves(&tree.token(verb).lemma);
            let moved = tree.child(verb, &["dobj", "nsubjpass"]).filter(|_| is_move);
            if let Some(thing) = moved.filter(|&thing| tree.token(thing).pos != "PRON") {
                let name = label::name(tree, passage.text, thing);
                let bare = ["a ", "an ", "A ", "An ", "the ", "The ", "its ", "their "];
                let bare = bare.iter().find_map(|article| name.strip_prefix(article));
                return Some(format!("{} {}", About::DayOf.words(), bare.unwrap_or(&name)));
            }
            let act = label::act(tree, passage.text, verb)?;
            let until = lead(passage.text, day.start, CLOSE).ends_with(" until");
            let when = if until { About::Until } else { About::When };
            Some(format!("{} {act}", when.words()))
        }
    }
}

/// What a figure counts: "two of the bridge's hangers".
fn counted(tree: &Tree, number: usize) -> Option<String> {
    let of = tree.children(number).find(|&c| tree.token(c).lemma == "of");
    let whole = of.and_then(|of| tree.child(of, &["pobj"]));
    let noun = whole.or_else(|| phrase::noun(tree, number))?;
    Some(tree.token(noun).lemma.to_lowercase())
}

fn moves(lemma: &str) -> bool {
    moves_day(&stem(lemma))
}

/// The text right before a place, in lower case.
fn lead(text: &str, end: usize, most: usize) -> String {
    let mut start = end.saturating_sub(most);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    text[start..end].trim_end().to_lowercase()
}

fn moved(story: &Story, ranked: &[(LineId, f32)]) -> Vec<Moved> {
    let lines: Vec<LineId> = ranked.iter().take(LINES).map(|(line, _)| *line).collect();
    let mut found: Vec<Moved> = Vec::new();
    for &line in lines.iter().filter(|&&line| story.sentence(line).position.is_some()) {
        let days = days(story, line).and_then(|(old, new)| of_days(story, &lines, line, old, new));
        let figures = figures(story, line);
        let figures = figures.and_then(|(new, old)| of_figures(story, &lines, line, new, old));
        for one in days.into_iter().chain(figures) {
            // Two articles that tell one move are one.
            if !found
                .iter()
                .any(|f| f.new.value == one.new.value && f.old[0].value == one.old[0].value)
            {
                found.push(one);
            }
        }
    }
    found
}

/// The lines of other articles that were out before a line's own, the earliest first.
fn before<'a>(
    story: &'a Story,
    lines: &'a [LineId],
    line: LineId,
) -> impl Iterator<Item = LineId> + 'a {
    let at = |line: LineId| story.anchor(line);
    let mut earlier: Vec<(Moment, LineId)> = lines
        .iter()
        .filter(|&&other| story.lines[other].article != story.lines[line].article)
        .filter(|&&other| story.sentence(other).position.is_some())
        .filter_map(|&other| Some((at(other)?, other)))
        .filter(|(moment, _)| at(line).is_some_and(|own| *moment < own))
        .collect();
    earlier.sort();
    earlier.into_iter().map(|(_, line)| line)
}

/// The day that a plan had, and the one that it has.
fn days(story: &Story, line: LineId) -> Option<(Interval, &Timex)> {
    let sentence = story.sentence(line);
    let text = &story.readings[story.lines[line].article].article.text;
    let days: Vec<&Timex> = sentence.dates.iter().filter(|d| d.is_resolved_day()).collect();
    let says = sentence.words.iter().any(|w| moves_day(&w.stem));
    let from = |d: &&&Timex| says && lead(text, d.start, CLOSE).ends_with(" from");
    let was_to = |d: &&&Timex| {
        let lead = lead(text, d.start, CLOSE);
        let clause = lead.rsplit([',', ';']).next().unwrap_or_default();
        WAS_TO.iter().any(|was| clause.contains(was))
    };
    let old = days.iter().find(|d| from(d) || was_to(d))?;
    let to = |d: &&&Timex| {
        let lead = lead(text, d.start, CLOSE);
        d.interval != old.interval
            && ["to", "until", "till", "for"].iter().any(|to| lead.ends_with(&format!(" {to}")))
    };
    let stated = |d: &&&Timex| {
        d.interval != old.interval
            && d.interval.zip(story.anchor(line)).is_some_and(|(i, a)| i.from > a.date())
    };
    let new = days.iter().find(to).or_else(|| days.iter().find(stated))?;
    Some((old.interval?, new))
}

fn of_days(
    story: &Story,
    lines: &[LineId],
    line: LineId,
    old: Interval,
    new: &Timex,
) -> Option<Moved> {
    let taken = |line: LineId, day: &Timex| {
        let text = &story.readings[story.lines[line].article].article.text;
        // The day itself may be put in other words; what leads to it stays.
        let words = &story.sentence(line).words;
        let before = words.iter().rev().find(|w| w.span.end <= day.start)?;
        debug_assert!(before.span.end <= text.len());
        Some(Taken { line, span: before.span.clone(), value: shown(day.interval?) })
    };
    let gives = |other: LineId| {
        let dates = &story.sentence(other).dates;
        // "was to have ended on Friday": the last one, or the next.
        let is_old = |i: Interval| i == old || i == later(old) && Some(i) != new.interval;
        let day = dates.iter().find(|d| d.interval.is_some_and(is_old))?;
        // Who gives both tells of the move.
        let alone = dates.iter().all(|d| d.interval != new.interval);
        (alone && is_one_plan(story, line, other)).then(|| taken(other, day)).flatten()
    };
    let old: Vec<Taken> = before(story, lines, line).filter_map(gives).collect();
    let span = new.start..new.end;
    (!old.is_empty()).then_some(Moved { old, new: taken(line, new)?, what: What::Day(span) })
}

/// Whether two lines speak of one plan, by the words that are no days.
fn is_one_plan(story: &Story, a: LineId, b: LineId) -> bool {
    let matter = |line: LineId| -> Vec<&str> {
        let sentence = story.sentence(line);
        let dated = |at: usize| sentence.dates.iter().any(|d| (d.start..d.end).contains(&at));
        let words = sentence.words.iter().filter(|w| w.is_content() && !dated(w.span.start));
        words.map(|w| w.stem.as_str()).collect()
    };
    let theirs = matter(b);
    let shared = matter(a).into_iter().filter(|stem| theirs.contains(stem)).count();
    shared >= SHARED && shared_words(story, a, b) >= SAME_PLAN
}

/// A week later.
fn later(day: Interval) -> Interval {
    let week = |day: Date| day.saturating_add(7.days());
    Interval { from: week(day.from), to: week(day.to) }
}

fn shown(day: Interval) -> String {
    let month = MONTHS[usize::from(day.from.month().unsigned_abs()) - 1];
    format!("{} {month}", day.from.day())
}

/// The figure that a line gives, and the one that it says was given before.
fn figures(story: &Story, line: LineId) -> Option<(&Quantity, &Quantity)> {
    let sentence = story.sentence(line);
    let text = &story.readings[story.lines[line].article].article.text;
    let all: Vec<&Quantity> =
        sentence.quantities.iter().filter(|q| q.is_figure() && !q.is_range()).collect();
    let pairs = all.windows(2).map(|pair| (pair[0], pair[1]));
    pairs
        .filter(|(new, old)| new.unit == old.unit && new.per == old.per)
        .filter(|(new, old)| new.relation_of_values(old) == Relation::Differs)
        .find(|(new, old)| {
            let between = text[new.span.end..old.span.start].to_lowercase();
            let between = between.trim_matches([' ', ',', '\u{2013}', '\u{2014}', '-']);
            let lead = lead(text, old.span.start, CLOSE);
            // "14 people, not 12".
            let head = |not: &&&str| {
                between
                    .strip_suffix(**not)
                    .is_some_and(|s| s.len() <= HEAD && !s.ends_with(char::is_alphanumeric))
            };
            NOT.iter().any(|not| head(&not)) || EARLIER.iter().any(|words| lead.ends_with(words))
        })
}

fn of_figures(
    story: &Story,
    lines: &[LineId],
    line: LineId,
    new: &Quantity,
    old: &Quantity,
) -> Option<Moved> {
    let harm = |line: LineId| -> Vec<Harm> {
        story.sentence(line).words.iter().filter_map(|w| Harm::of(&w.stem)).collect()
    };
    let known = things(story, line).into_iter().find(|(_, value)| *value == new.value);
    let own = harm(line);
    let gives = |other: LineId| {
        let sentence = story.sentence(other);
        let same = |q: &Quantity, other: &Quantity| {
            q.unit == other.unit
                && q.per == other.per
                && q.relation_of_values(other) == Relation::Same
        };
        if sentence.quantities.iter().any(|q| same(q, new)) {
            return None;
        }
        let figure = sentence.quantities.iter().find(|q| same(q, old))?;
        let near = round(sentence, figure);
        let shared = near.iter().filter(|stem| {
            story.sentence(line).words.iter().any(|w| w.is_content() && w.stem == **stem)
        });
        let harmed = near.iter().filter_map(|stem| Harm::of(stem)).any(|harm| own.contains(&harm));
        (harmed || shared.count() >= SHARED).then(|| taken(story, other, figure))
    };
    let told: Vec<Taken> = before(story, lines, line).filter_map(gives).collect();
    let harm = known.map(|(thing, _)| thing.harm).or(own.first().copied());
    let what = What::Figure(new.clone(), old.clone(), harm);
    (!told.is_empty()).then(|| Moved { old: told, new: taken(story, line, new), what })
}

fn taken(story: &Story, line: LineId, figure: &Quantity) -> Taken {
    let text = &story.readings[story.lines[line].article].article.text;
    Taken { line, span: figure.span.clone(), value: bounded(figure, text) }
}

/// The stems of the content words near a figure.
fn round<'a>(sentence: &'a Sentence, figure: &Quantity) -> Vec<&'a str> {
    let words = sentence.words.iter().filter(|w| w.is_content());
    let before = words.clone().rev().filter(|w| w.span.end <= figure.span.start).take(ROUND);
    let after = words.filter(|w| w.span.start >= figure.span.end).take(ROUND);
    before.chain(after).map(|w| w.stem.as_str()).collect()
}
