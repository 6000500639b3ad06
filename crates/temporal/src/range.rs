//! Owns ranges: two expressions that are the ends of one stretch of time ("6-7 January", "between 3
//! and 5 May", "from 2014 to 2016"). TIMEX3 keeps the ends apart; a timeline needs the stretch. It
//! refuses to join what the words between do not.

use crate::timex::{Interval, Kind, Timex};

/// Two expressions, by their places among the tagged, that are one stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The expression that begins it.
    pub first: usize,
    /// The expression that ends it.
    pub last: usize,
    /// Byte offset of the first end's first byte.
    pub start: usize,
    /// Byte offset after the last end's last byte.
    pub end: usize,
    /// From the first day of the one to the last day of the other.
    pub interval: Interval,
}

/// The farthest that two ends stand apart, in bytes.
const GAP: usize = 16;

/// What moves a date instead of spanning time: "moved from Tuesday to Thursday".
const MOVED: &[&str] = &[
    "moved",
    "move",
    "postponed",
    "postpone",
    "delayed",
    "rescheduled",
    "shifted",
    "changed",
    "pushed",
    "brought",
];

/// Finds the ranges among the expressions that [`crate::tag`] found in `text`.
///
/// ```
/// use throughline_temporal::{ranges, tag, Context};
/// let text = "Talks ran from January 6 to 9.";
/// let found = tag(text, &Context::news(jiff::civil::date(2014, 2, 1)));
/// let range = ranges(text, &found)[0];
/// assert_eq!(range.interval.to, jiff::civil::date(2014, 1, 9));
/// ```
#[must_use]
pub fn ranges(text: &str, timexes: &[Timex]) -> Vec<Range> {
    let mut found: Vec<Range> = Vec::new();
    for (first, pair) in timexes.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let taken = found.last().is_some_and(|range| range.last == first);
        if taken || !joined(text, a, b) {
            continue;
        }
        let (Some(from), Some(to)) = (a.interval, b.interval) else {
            continue;
        };
        if to.from < from.from {
            continue;
        }
        let interval = Interval { from: from.from, to: to.to.max(from.to) };
        found.push(Range { first, last: first + 1, start: a.start, end: b.end, interval });
    }
    found
}

/// Whether the words around and between two expressions make them ends of one range.
fn joined(text: &str, a: &Timex, b: &Timex) -> bool {
    let dated = |timex: &Timex| matches!(timex.kind, Kind::Date | Kind::Time);
    if !dated(a) || !dated(b) || b.start < a.end || b.start - a.end > GAP {
        return false;
    }
    let Some(between) = text.get(a.end..b.start) else {
        return false;
    };
    match between.trim().to_ascii_lowercase().as_str() {
        "-" | "\u{2013}" | "\u{2014}" | "--" | "through" | "thru" | "until" | "till"
        | "and through" => true,
        "to" | "up to" | "to the" => !ends_with_any(lead(text, a.start), MOVED),
        "and" | "and the" => leads(text, a.start, &["between"]),
        _ => false,
    }
}

/// The text before a range, without a preposition that opens it.
fn lead(text: &str, start: usize) -> &str {
    let before = text.get(..start).unwrap_or_default().trim_end();
    before.strip_suffix("from").or_else(|| before.strip_suffix("From")).unwrap_or(before).trim_end()
}

fn leads(text: &str, start: usize, words: &[&str]) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end();
    ends_with_any(before.strip_suffix("the").unwrap_or(before).trim_end(), words)
}

/// Whether the last word of `text` is one of `words`: "removed" is no "moved".
fn ends_with_any(text: &str, words: &[&str]) -> bool {
    let last = text.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    words.iter().any(|word| last.eq_ignore_ascii_case(word))
}
