//! Plans whose day was moved.

use jiff::{ToSpan, civil::Date};
use throughline_annotate::{Interval, MONTHS, Sense, Timex, is_pronoun, moves_day, stem};
use throughline_model::About;

use super::{Moved, SHARED, after, before, is_done, lead};
use crate::{
    disagree::{Taken, label},
    story::{LineId, Story},
    support::{shared_words, undated},
    tree::{Tree, Trees},
};

/// The share of common content words from which two lines give one plan a day.
const SAME_PLAN: f32 = 0.25;

/// What says that a day is of a plan that holds no longer: "a closure that was to have ended on".
#[rustfmt::skip]
const WAS_TO: &[&str] = &[
    "was to", "were to", "was due", "were due", "was meant", "were meant", "was originally",
    "were originally", "had been due", "was supposed", "were supposed",
];

/// A move as its sentence tells it.
struct Told<'a> {
    old: &'a Timex,
    new: &'a Timex,
    about: String,
    /// The stem of what was moved, or of what holds until then.
    thing: String,
}

/// A line that may give the day from which this one may have moved a plan.
pub fn may_be_old(story: &Story, lines: &[LineId], line: LineId) -> Option<LineId> {
    let sentence = story.sentence(line);
    let days: Vec<&Timex> = sentence.dates.iter().filter(|d| d.is_resolved_day()).collect();
    let moves = days.len() > 1 && sentence.words.iter().any(|w| moves_day(&w.stem));
    let old = days.into_iter().filter(|_| moves);
    let old = old.map(|day| given(story, lines, line, day, None));
    old.flatten().flatten().next().map(|taken| taken.line)
}

/// The plan that a line says was moved, where an article before it gave the old day.
pub fn moved(story: &Story, trees: &Trees, lines: &[LineId], line: LineId) -> Option<Moved> {
    let Told { old, new, about, thing } = told(story, trees, line)?;
    let gives_new =
        |other: LineId| story.sentence(other).dates.iter().any(|d| d.interval == new.interval);
    let mut given = given(story, lines, line, old, Some(&thing))?;
    // Who gives both tells of the move.
    given.retain(|taken| !gives_new(taken.line));
    let is_ahead = |other: LineId, day: &Timex| {
        let on = story.anchor(other).map(|m| m.date());
        day.is_resolved_day() && day.interval.zip(on).is_some_and(|(day, on)| day.from > on)
    };
    let is_outrun = after(story, lines, line).any(|other| {
        let sentence = story.sentence(other);
        // "They are to stay closed until 28 September".
        let points = sentence.words.first().is_some_and(|w| is_pronoun(&w.lower));
        let one = is_one_plan(story, line, other)
            || points && other > 0 && is_one_plan(story, line, other - 1);
        one && sentence.dates.iter().any(|d| is_ahead(other, d) && d.interval != new.interval)
    });
    (!given.is_empty()).then_some(Moved {
        about,
        old: given,
        new: taken(story, line, new)?,
        sizes: (0.0, 0.0),
        harm: None,
        is_outrun,
    })
}

/// The move that a line tells: "was moved from 25 June to 9 July", "will stay closed until Monday,
/// extending a closure that was to have ended on Friday".
fn told<'a>(story: &'a Story, trees: &Trees, line: LineId) -> Option<Told<'a>> {
    let tree = trees.get(line)?;
    let text = &story.readings[story.lines[line].article].article.text;
    let days: Vec<(&Timex, usize)> = story
        .sentence(line)
        .dates
        .iter()
        .filter(|d| d.is_resolved_day())
        .filter_map(|d| Some((d, tree.at(d.start)?)))
        .collect();
    let is_move = |at: usize| moves_day(&stem(&tree.token(at).lemma));
    let verbs = (0..tree.tokens().len()).filter(|&at| is_move(at) && is_done(tree, at));
    verbs.into_iter().find_map(|verb| {
        let led = |at: usize, by: &[&str]| {
            let near = tree.ancestors(at).take_while(|&up| up != verb);
            near.into_iter().any(|up| by.contains(&tree.token(up).lemma.as_str()))
                && tree.ancestors(at).any(|up| up == verb)
                && !tree
                    .ancestors(at)
                    .take_while(|&up| up != verb)
                    .any(|up| tree.token(up).pos == "VERB")
        };
        let thing = tree.child(verb, &["dobj", "nsubjpass"]);
        let from = days.iter().find(|(_, at)| led(*at, &["from"]));
        let to = days.iter().find(|(d, at)| {
            from.is_some_and(|(old, _)| old.interval != d.interval) && led(*at, &["to", "until"])
        });
        if let (Some((old, _)), Some((new, _)), Some(thing)) = (from, to, thing) {
            let (about, thing) = (day_of(tree, text, thing)?, stem(&tree.token(thing).lemma));
            return Some(Told { old, new, about, thing });
        }
        // "a closure that was to have ended on Friday".
        let relative = thing.and_then(|thing| tree.child(thing, &["relcl"]))?;
        let inside = |at: usize| tree.subtree(relative).contains(&at);
        let (old, _) = days.iter().find(|(_, at)| inside(*at))?;
        let clause = text.get(tree.bytes(tree.subtree(relative)).start..old.start)?.to_lowercase();
        let (new, at) = days.iter().find(|(d, at)| {
            let before = lead(story, line, d.start);
            !inside(*at)
                && d.interval != old.interval
                && [" until", " to", " for"].iter().any(|word| before.ends_with(word))
        })?;
        let holds = tree.ancestors(*at).find(|&up| tree.is_finite(up))?;
        let until = lead(story, line, new.start).ends_with(" until");
        let when = if until { About::Until } else { About::When };
        let act = label::act(tree, text, holds)?;
        WAS_TO.iter().any(|was| clause.contains(was)).then(|| Told {
            old,
            new,
            about: format!("{} {act}", when.words()),
            thing: tree
                .child(holds, &["nsubj", "nsubjpass"])
                .map_or_else(String::new, |subject| stem(&tree.token(subject).lemma)),
        })
    })
}

/// "day of the meeting of shareholders".
fn day_of(tree: &Tree, text: &str, thing: usize) -> Option<String> {
    const ARTICLES: &[&str] = &["a ", "an ", "the ", "its ", "their ", "A ", "An ", "The "];
    if tree.token(thing).pos == "PRON" {
        return None;
    }
    let name = label::name(tree, text, thing);
    let bare = ARTICLES.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(&name);
    Some(format!("{} {bare}", About::DayOf.words()))
}

/// The lines before this one that give its plan the old day, and name what was moved; none where there
/// is none.
fn given(
    story: &Story,
    lines: &[LineId],
    line: LineId,
    old: &Timex,
    thing: Option<&str>,
) -> Option<Vec<Taken>> {
    let names = |other: LineId| {
        let mut words = story.sentence(other).words.iter();
        thing.is_none_or(|thing| words.any(|word| word.stem == thing))
    };
    let day = old.interval?;
    // A bare "Friday" that was to be is the last one or the next.
    let next = (old.sense == Sense::Weekday).then(|| later(day));
    let found: Vec<Taken> = before(story, lines, line)
        .into_iter()
        .filter(|&other| names(other) && is_one_plan(story, line, other))
        .filter_map(|other| {
            let mut dates = story.sentence(other).dates.iter();
            let given =
                dates.find(|d| d.interval == Some(day) || next.is_some() && d.interval == next)?;
            taken(story, other, given)
        })
        .collect();
    (!found.is_empty()).then_some(found)
}

/// Whether two lines speak of one plan, by the words that are no days.
fn is_one_plan(story: &Story, a: LineId, b: LineId) -> bool {
    let shared = undated(story, a).intersection(&undated(story, b)).count();
    shared >= SHARED && shared_words(story, a, b) >= SAME_PLAN
}

/// The day itself may be put in other words; what leads to it stays.
fn taken(story: &Story, line: LineId, day: &Timex) -> Option<Taken> {
    let mut words = story.sentence(line).words.iter().rev();
    let before = words.find(|w| w.span.end <= day.start)?;
    Some(Taken { line, span: before.span.clone(), value: shown(day.interval?) })
}

fn shown(day: Interval) -> String {
    let month = MONTHS[usize::from(day.from.month().unsigned_abs()) - 1];
    format!("{} {month}", day.from.day())
}

/// A week later.
fn later(day: Interval) -> Interval {
    let week = |day: Date| day.saturating_add(7.days());
    Interval { from: week(day.from), to: week(day.to) }
}
