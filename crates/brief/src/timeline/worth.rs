//! Worth: which lines are looked at for events, and which events get an entry.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use throughline_annotate::{Anchor, Granularity, Timex, TimexKind};
use throughline_model::{Precision, Status};

use super::Occurrence;
use crate::{
    calendar::days_from,
    days::counted,
    draft::Draft,
    events::is_datable,
    fit::{Unfit, fit},
    stale::is_stale,
    story::{LineId, Story},
};

/// Lines that are parsed for their events: a base, and more for every article.
const LINES: usize = 20;
const LINES_EACH: usize = 5;
/// Articles beyond this many bring no more lines.
const ARTICLES: usize = 25;

/// Share of the best line's weight below which a past event has no entry.
const BAR: f32 = 0.15;

/// The same for a future without a date.
const OPEN: f32 = 0.2;

/// What is planned for a day is worth this much more than its line.
const PLANNED: f32 = 0.8;

/// What somebody said is worth this much less than what happened.
const SAID: f32 = 0.4;

/// What happened before the story belongs to its timeline, not to its text.
const BACKGROUND: f32 = 0.4;

/// An event that only several sentences tell waits for one that tells it alone.
pub const DEFERRED: f32 = 0.6;

/// Share of the best line's weight below which a past event that only several
/// sentences tell has no entry.
pub const LEANING: f32 = 0.4;

/// What the main clause tells is worth more than what a side clause does.
const MAIN: f32 = 0.1;

/// The first sentence of an article tells the event itself, later ones what belongs to it.
const LEAD: f32 = 0.33;

/// Every entry of a day makes another one of it worth less.
pub const CROWDED: f32 = 0.3;

/// So many entries about the past are had at any worth, more only of this worth: the fifth remark
/// of a day is no history.
pub const FEW: usize = 4;
pub const LEAST: f32 = 0.9;

/// How something was is worth less than what happened, and little of it an entry.
const BEING: f32 = 0.3;
const BEING_BAR: f32 = 0.4;

/// A year is worth less than a day.
const COARSE: f32 = 0.15;

/// Weight of a line with a day ahead among the candidates: above all others.
const AHEAD: f32 = f32::MAX;

/// Days from which a stretch is coarse.
const MONTH: i32 = 31;

/// For how many days a remark of a live page about the future holds.
const LIVE: i64 = 1;

/// For how many days a future without a date holds while others go on writing.
const OPEN_DAYS: f32 = 3.0;

/// Lines that may hold an event, for the caller to parse: those with a day
/// ahead first, since few lines have one.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let most = LINES + LINES_EACH * story.readings.len().min(ARTICLES);
    let newest = story.newest();
    let ahead = |line: LineId| {
        story.sentence(line).dates.iter().any(|t| {
            is_datable(t) && t.interval.is_some_and(|i| newest.is_none_or(|day| i.to > day))
        })
    };
    let dated = |line: LineId| {
        let sentence = story.sentence(line);
        let conditional = || {
            let mut words = sentence.words.iter().map(|w| w.lower.as_str());
            words.any(|w| matches!(w, "if" | "unless" | "once"))
        };
        sentence.dates.iter().any(is_datable) || conditional()
    };
    let least = ranked.first().map_or(0.0, |(_, best)| BAR * best) - BACKGROUND;
    let background = |line| if story.is_of_another_time(line) { BACKGROUND } else { 0.0 };
    let mut found: Vec<(LineId, f32)> = ranked
        .iter()
        .filter(|(line, _)| dated(*line))
        .map(|&(line, weight)| (line, if ahead(line) { AHEAD } else { weight + background(line) }))
        // Of what weighs less nothing past has an entry.
        .filter(|(_, weight)| *weight >= least)
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    leaning(story, ranked).into_iter().chain(found).map(|(line, _)| line).take(most).collect()
}

/// Lines that open with "it" or "they" and look ahead, which a timeline can
/// tell with the sentence before them; each has the weight of that sentence.
pub fn leaning(story: &Story, ranked: &[(LineId, f32)]) -> Vec<(LineId, f32)> {
    let weights: BTreeMap<LineId, f32> = ranked.iter().copied().collect();
    let newest = story.newest();
    let ahead = |line: LineId| {
        story
            .sentence(line)
            .dates
            .iter()
            .filter_map(|t| t.interval)
            .any(|i| newest.is_none_or(|day| i.to > day))
    };
    (1..story.lines.len())
        .filter(|&line| ahead(line) && fit(story, line) == Err(Unfit::PointsBack))
        .filter_map(|line| Some((line, *weights.get(&(line - 1))?)))
        .collect()
}

/// Whether an event still stands: a plan for a day that has passed among the
/// articles is no longer the future, and nobody has said that it happened.
pub fn is_due(story: &Story, one: &Occurrence) -> bool {
    let Some(newest) = story.newest() else { return true };
    let passed = one.is_ahead() && one.interval().is_some_and(|i| i.to < newest);
    let live = story.sentence(one.line).at;
    let stale = one.event.date.is_none()
        && (live
            .is_some_and(|at| at.date().checked_add(LIVE.days()).is_ok_and(|end| end < newest))
            || one.is_ahead() && story.days_since(one.line) > OPEN_DAYS);
    // "is still rising" is no event of the day on which it was.
    let standing = one.event.status == Status::Past && is_stale(story, one.line);
    !passed && !stale && !standing
}

/// Whether an event is worth an entry. What was said in some year, what a sentence of another matter
/// or of several years tells aside, and an undated future of little weight or in which nothing is
/// done, are not.
pub fn is_worth(story: &Story, one: &Occurrence, best: f32) -> bool {
    let past = one.event.status == Status::Past;
    let long = || one.interval().is_some_and(|i| days_from(i.from, i.to).is_none_or(|d| d > MONTH));
    let coarse = matches!(one.when.precision, Precision::Year | Precision::Month)
        || one.when.precision == Precision::Range && long();
    let year = one.when.precision == Precision::Year;
    if past && one.event.said && year
        || past && one.event.is_being && one.weight < BEING_BAR * best
        || past && coarse && !one.event.is_main
        || year && one.is_ahead() && !one.event.is_main && has_a_day(story, one.line)
        || year && !one.is_ahead() && years(story, one.line) > 1
    {
        return false;
    }
    match one.event.date {
        Some(_) => one.is_ahead() || one.weight + BACKGROUND >= BAR * best,
        None => !one.event.is_being && one.weight >= OPEN * best,
    }
}

/// Whether a line names a day: "released a report on Saturday on what is to come in 2018" is of Saturday.
fn has_a_day(story: &Story, line: LineId) -> bool {
    story.sentence(line).dates.iter().any(Timex::is_resolved_day)
}

/// How many years a line names.
fn years(story: &Story, line: LineId) -> usize {
    let dates = story.sentence(line).dates.iter().filter(|t| t.granularity == Granularity::Year);
    dates.filter_map(|t| t.interval).map(|days| days.from).collect::<BTreeSet<_>>().len()
}

/// The order in which events get their entries.
pub fn rank(story: &Story, one: &Occurrence) -> f32 {
    let date = one.event.date.as_ref();
    let counts = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
    one.weight
        + date.map_or(0.2, |d| d.confidence)
        + counts(one.event.is_main, MAIN)
        + counts(!one.event.said && story.sentence(one.line).position == Some(0), LEAD)
        + counts(one.is_ahead() && date.is_some(), PLANNED)
        + counts(story.is_of_another_time(one.line), BACKGROUND)
        - counts(one.event.said && one.event.status == Status::Past, SAID)
        - counts(one.event.is_being && !one.is_ahead(), BEING)
        - counts(matches!(one.when.precision, Precision::Year | Precision::Month), COARSE)
}

/// Whether an entry of several sentences begins with what was on a day before its own: under "March"
/// a reader would take last year's raid for March's. What is planned may say when it was said.
pub fn begins_with_another_day(story: &Story, draft: &Draft, one: &Occurrence) -> bool {
    let first = *draft.lines().start();
    let mut days = story.sentence(first).dates.iter().filter_map(|timex| timex.interval);
    match one.interval() {
        _ if one.is_ahead() => story.is_of_another_time(first),
        Some(own) => days.any(|days| days.to < own.from),
        None => false,
    }
}

/// Whether an entry would count from another day: "The next day", "Only hours
/// earlier", or a "today" that no longer is.
pub fn leans_on_a_day(story: &Story, draft: &Draft) -> bool {
    let text = draft.text(story).to_lowercase();
    let opener: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(3).collect();
    let counts = |w: &&str| matches!(*w, "earlier" | "hours" | "minutes" | "moments" | "following");
    let follows = |w: &&str| {
        matches!(
            *w,
            "later" | "previously" | "then" | "last" | "next" | "afterwards" | "subsequently"
        )
    };
    opener.iter().any(counts)
        || opener.first().is_some_and(follows)
        || matches!(opener.as_slice(), ["the", "next" | "previous" | "same", ..])
        || draft.lines().any(|line| keeps_today(story, draft, line))
}

/// Whether a draft keeps a day that is counted from the article's.
fn keeps_today(story: &Story, draft: &Draft, line: LineId) -> bool {
    counted(draft, story.sentence(line)).any(|t| {
        t.anchor == Anchor::Publication && matches!(t.kind, TimexKind::Date | TimexKind::Time)
    })
}

#[cfg(test)]
mod tests {
    use throughline_gather::Owners;

    use crate::{Options, brief, fixture::readings};

    /// The timeline of one article of Monday, 9 March 2026.
    fn timeline(lines: &[&str]) -> Vec<String> {
        timeline_under("News of Tarn", lines)
    }

    fn timeline_under(title: &str, lines: &[&str]) -> Vec<String> {
        let told = readings(&[("Vess Herald", "2026-03-09T08:00:00Z", title, lines)]);
        let now = "2026-03-10".parse().expect("a day");
        let options = Options { now, owners: Owners::default(), words: None };
        let entries = brief(told, &options).expect("a briefing").timeline;
        entries.into_iter().map(|e| format!("{}: {}", e.when.display, e.statement.text)).collect()
    }

    #[test]
    fn a_subject_that_the_titles_name_needs_no_sentence_before() {
        let lead = "Storm Ada broke the old mole of Tarn, the board said.";
        let line = "The mole cost the town four million marks on Saturday.";
        for (title, told) in [("Old mole of Tarn breaks", true), ("Storm Ada hits Tarn", false)] {
            let entries = timeline_under(title, &[lead, line]);
            let found = entries.iter().any(|entry| entry.contains("four million"));
            assert_eq!(found, told, "{title}: {entries:#?}");
        }
    }

    #[test]
    fn what_a_sentence_tells_aside_dates_no_entry() {
        let lead = "The harbour of Tarn was closed on Friday after a storm, the board said.";
        let cases = [
            (
                "The agency of Norland released a report on Saturday promising that the harbour would be rebuilt in 2027.",
                "2027:",
            ),
            (
                "The harbour has had a few close calls since 1985, including 1994, when a storm broke the mole.",
                "1985:",
            ),
            (
                "Mila Dorn of the board says a similar mole worked very well in Vessmouth in 2019.",
                "2019:",
            ),
        ];
        for (line, dated) in cases {
            let entries = timeline(&[lead, line]);
            assert!(entries.iter().all(|entry| !entry.starts_with(dated)), "{entries:#?}");
        }
        let begun = "Work on the harbour of Tarn began in 2019 under Mila Dorn.";
        let entries = timeline(&[lead, begun]);
        assert!(entries.iter().any(|entry| entry.starts_with("2019:")), "{entries:#?}");
    }
}
