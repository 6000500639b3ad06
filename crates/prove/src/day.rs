//! The rule of dates put for relative days: the same day, and nothing else.

use jiff::ToSpan;
use throughline_annotate::{Interval, MONTHS, Timex, tag_text};

use crate::rules::{Case, Verdict, need};

/// Words that may stand round a date that is put.
const ROUND: &[&str] = &["on", "in", "at", "the", "of", "week"];

/// Parts of a day, which may be put only where they stood.
const PARTS: &[&str] = &[
    "early",
    "late",
    "morning",
    "afternoon",
    "evening",
    "night",
    "noon",
    "midnight",
    "lunchtime",
    "dawn",
    "dusk",
];

/// Checks that an edit puts the day that stood there, and only that.
pub fn check(case: &Case) -> Verdict {
    let text = case.text();
    let touched =
        |t: &&Timex| t.start < case.at.end && t.end > case.at.start && t.interval.is_some();
    let mut here = case.held.dates().iter().filter(touched);
    let (Some(timex), None) = (here.next(), here.next()) else {
        return Err("no one dated expression stands there".into());
    };
    need(timex.start >= case.at.start && timex.end <= case.at.end, "it cuts an expression in two")?;
    need(timex.confidence >= 0.5, "the expression may mean another day")?;
    let more = [&text[case.at.start..timex.start], &text[timex.end..case.at.end]].concat();
    need(matches!(more.as_str(), "" | "'s" | "’s"), "it replaces more than a date")?;
    let stood: Vec<String> = words(&case.edit.from);
    let put = read(&case.edit.to, case.stored.year).ok_or("what is put is no date")?;
    need(Some(put) == timex.interval, "it resolves to another day")?;
    let all_known = words(&case.edit.to)
        .iter()
        .filter(|w| !is_date_word(w))
        .all(|w| ROUND.contains(&w.as_str()) || PARTS.contains(&w.as_str()) && stood.contains(w));
    need(all_known, "more than a date is put")?;
    let narrows =
        |w: &str| stood.iter().any(|s| s == w) && !words(&case.edit.to).iter().any(|p| p == w);
    need(!narrows("early") && !narrows("late"), "part of the expression is lost")
}

/// The days that a date as we write it means: a date without a year is of
/// this year, "the week of June 8" has seven days.
pub fn read(date: &str, year: Option<i16>) -> Option<Interval> {
    if let Some((_, first)) = date.split_once("the week of ") {
        let from = read(first, year).filter(|day| day.from == day.to)?.from;
        return Some(Interval { from, to: from.saturating_add(6.days()) });
    }
    let has_year =
        words(date).iter().any(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
    let has_day = words(date).iter().any(|w| w.len() <= 2 && w.bytes().all(|b| b.is_ascii_digit()));
    let whole = match year {
        _ if has_year => date.to_owned(),
        Some(year) if has_day => format!("{date}, {year}"),
        Some(year) => format!("{date} {year}"),
        None => return None,
    };
    let found = tag_text(&whole, None, "en");
    let mut dated = found.iter().filter_map(|t| t.interval);
    dated.next().filter(|_| dated.next().is_none())
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn is_date_word(lower: &str) -> bool {
    lower.bytes().all(|b| b.is_ascii_digit()) || MONTHS.iter().any(|m| m.to_lowercase() == lower)
}
