//! The rule of dates put for relative days: the same day, and nothing else.

use jiff::ToSpan;
use throughline_annotate::{Interval, MONTHS, Timex, tag_text};

use crate::rules::{Case, Verdict, need};

/// Words that may stand round a date that is put.
const ROUND: &[&str] = &["on", "in", "at", "the", "of"];

/// Parts of a day or stretch, which may be put only where they stood.
const PARTS: &[&str] = &[
    "early",
    "late",
    "earlier",
    "later",
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
    need(!timex.is_guess(), "the expression may mean another day")?;
    let more = [&text[case.at.start..timex.start], &text[timex.end..case.at.end]].concat();
    need(matches!(more.as_str(), "" | "'s" | "’s"), "it replaces more than a date")?;
    let stood: Vec<String> = words(&case.edit.from);
    let put = read(&case.edit.to, case.stored.year).ok_or("what is put is no date")?;
    need(Some(put) == timex.interval, "it resolves to another day")?;
    let all_known = words(&case.edit.to).iter().filter(|w| !is_date_word(w)).all(|w| {
        ROUND.contains(&w.as_str())
            || PARTS.contains(&w.as_str()) && stood.contains(w)
            || w == "week" && week_of(&case.edit.to).is_some()
    });
    need(all_known, "more than a date is put")?;
    let narrows =
        |w: &str| stood.iter().any(|s| s == w) && !words(&case.edit.to).iter().any(|p| p == w);
    need(!narrows("early") && !narrows("late"), "part of the expression is lost")
}

/// The days that a date as we write it means: a date without a year is of
/// this year, "the week of June 8" has seven days.
pub fn read(date: &str, year: Option<i16>) -> Option<Interval> {
    let Some(first) = week_of(date) else {
        return single(date, year);
    };
    let from = single(first, year).filter(|day| day.from == day.to)?.from;
    Some(Interval { from, to: from.saturating_add(6.days()) })
}

/// How we write a week, before its first day.
const WEEK_OF: &str = "the week of ";

/// The first day of a week as we write it, "in the week of June 8".
fn week_of(date: &str) -> Option<&str> {
    // Either word may open a sentence.
    let opens = |text: &str, words: &str| {
        text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words))
    };
    let date = if opens(date, "in ") { &date[3..] } else { date };
    opens(date, WEEK_OF).then(|| &date[WEEK_OF.len()..])
}

/// The days of one expression without a week: "June 8" is not all of "the June 8 week".
fn single(date: &str, year: Option<i16>) -> Option<Interval> {
    if date.to_lowercase().contains("week") {
        return None;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_only_where_all_of_a_date_says_them() {
        let cases = [
            ("June 8", Some(("2026-06-08", "2026-06-08"))),
            ("on June 8, 2025", Some(("2025-06-08", "2025-06-08"))),
            ("in June", Some(("2026-06-01", "2026-06-30"))),
            ("the week of June 8", Some(("2026-06-08", "2026-06-14"))),
            ("in the week of June 8, 2025", Some(("2025-06-08", "2025-06-14"))),
            ("In the week of June 8", Some(("2026-06-08", "2026-06-14"))),
            ("The week of June 8", Some(("2026-06-08", "2026-06-14"))),
            ("the June 8 week", None),
            ("in the June 8 week", None),
            ("on March 3 in the week of June 8", None),
            ("the week of the week of June 8", None),
            ("the week of June 8 and the week of June 15", None),
            ("the week of June", None),
            ("June 8 weeks", None),
        ];
        for (date, expected) in cases {
            let days = read(date, Some(2026)).map(|i| (i.from.to_string(), i.to.to_string()));
            let days = days.as_ref().map(|(from, to)| (from.as_str(), to.as_str()));
            assert_eq!(days, expected, "{date}");
        }
    }
}
