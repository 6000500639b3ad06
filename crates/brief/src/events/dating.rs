//! Datings: the temporal expressions of a sentence that can date an event, as
//! the days and the words that give them.

use std::ops::Range;

use jiff::{ToSpan, civil::Date};
use throughline_annotate::{
    Anchor, Granularity, Interval, MONTHS, Sense, Timex, TimexKind, WEEKDAYS, ranges,
};
use throughline_model::{How, Precision};

use super::{Event, Passage, governs::Link};
use crate::calendar::days_from;

/// Days, and the words that give them.
#[derive(Debug, Clone, PartialEq)]
pub struct Dating {
    /// First and last day.
    pub interval: Interval,
    /// How exactly they are known.
    pub precision: Precision,
    /// The words that give them, as bytes of the article's text.
    pub span: Range<usize>,
    /// The expression or stretch from which the tree is climbed.
    pub words: Range<usize>,
    /// How the words give them.
    pub how: How,
    /// From 0 to 1.
    pub confidence: f32,
    /// Whether they are a calendar year.
    pub is_year: bool,
    /// Whether a weekday alone gives them.
    pub is_weekday: bool,
    /// Whether they are a quarter of a year.
    pub is_quarter: bool,
    /// Whether they are more than a year, and no stretch that is spelled out.
    pub is_long: bool,
    /// Whether two expressions are its ends.
    pub is_stretch: bool,
    /// How a stretch is tied, whatever the word before its last end.
    pub link: Option<Link>,
}

/// The datings of a sentence outside its quotations, in order.
pub fn all(passage: &Passage) -> Vec<Dating> {
    let Passage { text, sentence, .. } = passage;
    let dates = &sentence.dates;
    let stretches: Vec<(usize, usize, Interval)> = ranges(text, dates)
        .into_iter()
        .map(|r| (r.first, r.last, r.interval))
        .chain(either(text, dates))
        .collect();
    let mut found = Vec::new();
    for (at, timex) in dates.iter().enumerate() {
        let quoted = sentence.quotes.iter().any(|q| q.outer.contains(&timex.start));
        if quoted {
            continue;
        }
        match stretches.iter().find(|(first, last, _)| (*first..=*last).contains(&at)) {
            Some((first, last, interval)) if at == *last => {
                found.extend(stretch(text, &dates[*first], timex, *interval));
            }
            Some(_) => {}
            None if is_datable(timex) && names_a_day(text, timex) && !is_other(text, timex) => {
                found.extend(single(timex))
            }
            None => {}
        }
    }
    found
}

fn single(timex: &Timex) -> Option<Dating> {
    let interval = timex.interval?;
    let days = days_from(interval.from, interval.to)?;
    Some(Dating {
        interval,
        precision: precision(timex, interval),
        span: timex.start..timex.end,
        words: timex.start..timex.end,
        how: if timex.anchor == Anchor::None { How::Explicit } else { How::Relative },
        confidence: timex.confidence,
        is_year: timex.granularity == Granularity::Year,
        is_weekday: timex.sense == Sense::Weekday && timex.anchor != Anchor::None,
        is_quarter: timex.granularity == Granularity::Quarter,
        is_long: days > 366,
        is_stretch: false,
        link: None,
    })
}

/// "between Saturday and Monday", "6-7 January": the word that opens it is
/// part of what gives the days.
fn stretch(text: &str, first: &Timex, last: &Timex, interval: Interval) -> Option<Dating> {
    if !is_datable(first) || !is_datable(last) || interval.from >= interval.to {
        return None;
    }
    let joint = text[first.end..last.start].trim().to_lowercase();
    let before = text[..first.start].trim_end();
    let opener = ["from", "between"].into_iter().find(|word| {
        before.len() >= word.len()
            && before.is_char_boundary(before.len() - word.len())
            && before[before.len() - word.len()..].eq_ignore_ascii_case(word)
    });
    let start = opener.map_or(first.start, |word| before.len() - word.len());
    // Without its opener "6 to 9" may be anything.
    let plain = !matches!(joint.as_str(), "to" | "and");
    let confidence = first.confidence.min(last.confidence);
    let relative = first.anchor != Anchor::None || last.anchor != Anchor::None;
    (plain || opener.is_some()).then_some(Dating {
        interval,
        precision: Precision::Range,
        span: start..last.end,
        words: first.start..last.end,
        how: if relative { How::Relative } else { How::Explicit },
        confidence,
        is_year: first.granularity == Granularity::Year,
        is_weekday: false,
        is_quarter: false,
        is_long: false,
        is_stretch: true,
        link: Some(Link::At),
    })
}

/// "on Tuesday or Wednesday": two days in a row are one stretch of doubt.
fn either<'a>(
    text: &'a str,
    dates: &'a [Timex],
) -> impl Iterator<Item = (usize, usize, Interval)> + 'a {
    dates.windows(2).enumerate().filter_map(move |(at, pair)| {
        let (a, b) = (&pair[0], &pair[1]);
        let (days, next) = (a.interval?, b.interval?);
        let joined = text.get(a.end..b.start).is_some_and(|joint| joint.trim() == "or");
        let row = days.from == days.to
            && next.from == next.to
            && days.from.saturating_add(1.day()) == next.from;
        let interval = Interval { from: days.from, to: next.to };
        (joined && row).then_some((at, at + 1, interval))
    })
}

/// The day that a moved event was planned for: "moved from 25 June to 9 July".
pub fn moved_from(passage: &Passage, event: &Event) -> Option<Interval> {
    let date = event.date.as_ref()?;
    let before = |t: &&Timex| t.end <= date.words.start || t.start >= date.words.end;
    let from = |t: &Timex| {
        let lead = passage.text[..t.start].trim_end().to_lowercase();
        lead.ends_with(" from")
    };
    passage.sentence.dates.iter().filter(before).find(|t| from(t)).and_then(|t| t.interval)
}

/// Whether an expression can date an event: placed, sure, and no bound.
pub fn is_datable(timex: &Timex) -> bool {
    let counted_week = matches!(timex.granularity, Granularity::Week | Granularity::Weekend)
        && timex.anchor != Anchor::None;
    timex.interval.is_some()
        && matches!(timex.kind, TimexKind::Date | TimexKind::Time)
        && !timex.is_guess()
        && !counted_week
        && !timex.is_bound()
        && !matches!(
            timex.granularity,
            Granularity::Vague
                | Granularity::Decade
                | Granularity::Century
                | Granularity::Millennium
        )
        && !timex.value.ends_with("_REF")
}

/// "the same day", "that week", "the end of the day", "the first time since
/// May", "2015/16": another day, or no day of an event.
fn is_other(text: &str, timex: &Timex) -> bool {
    let lower = text[timex.start..timex.end].to_lowercase();
    let before = text[..timex.start].trim_end();
    let last = lower.rsplit(' ').next().unwrap_or_default();
    let its_own = lower.split(' ').any(|word| word == "the")
        && matches!(last, "day" | "morning" | "afternoon" | "evening" | "night");
    its_own
        || lower.contains("same")
        || lower.split(' ').any(|word| matches!(word, "that" | "following"))
        || before.ends_with("time since")
        || text[timex.end..].starts_with('/')
}

/// Whether the words of an expression name a day or more: a bare "9 a.m." is a
/// time of some day, and which one would be a guess; "50 minutes earlier" is none at all.
fn names_a_day(text: &str, timex: &Timex) -> bool {
    let written = &text[timex.start..timex.end];
    if written.contains("minute") || written.contains("seconds") {
        return false;
    }
    timex.kind == TimexKind::Date
        || text[timex.start..timex.end].split_whitespace().any(|word| {
            let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let named = MONTHS.iter().chain(&WEEKDAYS).any(|n| {
                let n = n.to_lowercase();
                plain == n || plain.len() >= 3 && n.starts_with(&plain) && plain != "mon"
            });
            named
                || matches!(
                    plain.as_str(),
                    "yesterday" | "today" | "tomorrow" | "tonight" | "last" | "this"
                )
        })
}

fn precision(timex: &Timex, interval: Interval) -> Precision {
    let whole_months = |a: Date, b: Date| a.day() == 1 && b == b.last_of_month();
    if interval.from == interval.to {
        return Precision::Day;
    }
    match timex.granularity {
        Granularity::Month
            if whole_months(interval.from, interval.to)
                && interval.from.first_of_month() == interval.to.first_of_month() =>
        {
            Precision::Month
        }
        Granularity::Year
            if interval.from == interval.from.first_of_year()
                && interval.to == interval.from.last_of_year() =>
        {
            Precision::Year
        }
        _ => Precision::Range,
    }
}
