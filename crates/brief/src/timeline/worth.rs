//! Worth: which lines are looked at for events, and which events get an entry.

use jiff::ToSpan;
use throughline_annotate::{Anchor, TimexKind};
use throughline_model::{Precision, Status};

use super::Occurrence;
use crate::{
    draft::Draft,
    events::is_datable,
    story::{LineId, Story},
};

/// Lines that are parsed for their events: a base, and more for every article.
const LINES: usize = 24;
const LINES_EACH: usize = 12;
/// Articles beyond this many bring no more lines.
const ARTICLES: usize = 25;

/// Share of the best line's weight below which a past event has no entry.
const BAR: f32 = 0.2;

/// What is planned for a day is worth this much more than its line.
const PLANNED: f32 = 0.8;

/// What somebody said is worth this much less than what happened.
const SAID: f32 = 0.4;

/// What happened before the story belongs to its timeline, not to its text.
const BACKGROUND: f32 = 0.3;

/// A year is worth less than a day.
const COARSE: f32 = 0.15;

/// For how many days a remark of a live page about the future holds.
const LIVE: i64 = 1;

/// Lines that may hold an event, for the caller to parse: those with a day
/// ahead first, since few lines have one.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let most = LINES + LINES_EACH * story.readings.len().min(ARTICLES);
    let newest = newest(story);
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
    let (first, rest): (Vec<LineId>, Vec<LineId>) = ranked
        .iter()
        .map(|(line, _)| *line)
        .filter(|&line| dated(line))
        .partition(|&line| ahead(line));
    first.into_iter().chain(rest).take(most).collect()
}

/// The day of the newest article.
pub fn newest(story: &Story) -> Option<jiff::civil::Date> {
    story.readings.iter().filter_map(|r| r.article.published).max().map(|m| m.date())
}

/// Whether an event still stands: a plan for a day that has passed among the
/// articles is no longer the future, and nobody has said that it happened.
pub fn is_due(story: &Story, one: &Occurrence) -> bool {
    let Some(newest) = newest(story) else { return true };
    let passed = one.is_ahead() && one.interval().is_some_and(|i| i.to <= newest);
    let stale = one.event.date.is_none()
        && story
            .sentence(one.line)
            .at
            .is_some_and(|at| at.date().checked_add(LIVE.days()).is_ok_and(|end| end < newest));
    !passed && !stale
}

/// Whether an event is worth an entry.
pub fn is_worth(one: &Occurrence, best: f32) -> bool {
    one.is_ahead() || one.weight + BACKGROUND >= BAR * best
}

/// The order in which events get their entries.
pub fn rank(story: &Story, one: &Occurrence) -> f32 {
    let date = one.event.date.as_ref();
    let coarse = matches!(one.when.precision, Precision::Year | Precision::Month);
    let dated_plan = one.is_ahead() && date.is_some();
    one.weight + date.map_or(0.2, |d| d.confidence) + if dated_plan { PLANNED } else { 0.0 }
        - if one.event.said && one.event.status == Status::Past { SAID } else { 0.0 }
        + if story.is_of_another_time(one.line) { BACKGROUND } else { 0.0 }
        - if coarse { COARSE } else { 0.0 }
}

/// Whether an entry would open by counting from another day: "The next day",
/// "Only hours earlier".
pub fn opens_by_leaning(story: &Story, draft: &Draft) -> bool {
    const LEANING: [&str; 11] = [
        "earlier",
        "later",
        "next",
        "following",
        "previous",
        "same",
        "last",
        "ago",
        "hours",
        "minutes",
        "then",
    ];
    let sentence = story.sentence(draft.line);
    let start = draft.span().start;
    let kept = sentence.dates.iter().any(|t| {
        let near = sentence
            .words
            .iter()
            .filter(|w| w.span.start >= start && w.span.start < t.start)
            .count()
            <= 2;
        t.kind != TimexKind::Set
            && t.anchor != Anchor::None
            && near
            && draft.keeps(&(t.start..t.end))
            && sentence.words.iter().any(|w| {
                t.start <= w.span.start
                    && w.span.end <= t.end
                    && LEANING.contains(&w.lower.as_str())
            })
    });
    let text = draft.text(story).to_lowercase();
    let mut first = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let opener = [first.next(), first.next(), first.next()];
    kept || opener
        .iter()
        .flatten()
        .any(|w| matches!(*w, "earlier" | "hours" | "minutes" | "moments" | "afterwards"))
}
