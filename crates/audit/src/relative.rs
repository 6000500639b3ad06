//! Days that mean another day to the reader than to the writer: "on Tuesday",
//! "yesterday", "later this month".

use throughline_annotate::{MONTHS, WEEKDAYS, Word};

use crate::{
    page::{Page, Part},
    report::{Finding, Question},
};

/// Single words; "today" and "now" in other senses too, so not "now".
const DAYS: &[&str] = &["yesterday", "today", "tomorrow", "tonight", "overnight"];

/// What comes before a stretch and ties it to the writer's day.
const TYING: &[&str] = &["this", "last", "next", "past"];

/// The stretches.
const STRETCHES: &[&str] = &[
    "morning",
    "afternoon",
    "evening",
    "night",
    "weekend",
    "week",
    "month",
    "year",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
];

/// Names that have a weekday in them.
const NAMED: &[&str] = &["good", "black", "super", "ash", "easter", "bloody", "palm", "cyber"];

/// One finding a part.
pub fn findings(page: &Page) -> Vec<Finding> {
    let find = |part: &Part| {
        let at = (0..part.words.len()).find(|&at| is_relative(part, at))?;
        let from = if is_stretch(&part.words[at]) { at.saturating_sub(1) } else { at };
        let span = part.words[from].span.start..part.words[at].span.end;
        Some(part.finding(Question::RelativeDay, format!("{:?}", &part.text[span])))
    };
    page.parts.iter().filter_map(find).collect()
}

fn is_relative(part: &Part, at: usize) -> bool {
    let words = &part.words;
    let word = &words[at];
    // A speaker's words are the speaker's.
    if part.is_quoted(word.span.start) {
        return false;
    }
    let before = at.checked_sub(1).map(|i| words[i].lower.as_str()).unwrap_or_default();
    let next = |n: usize| words.get(at + n).map_or("", |w| w.lower.as_str());
    if DAYS.contains(&word.lower.as_str()) {
        let name = part.text[word.span.clone()].starts_with(char::is_uppercase) && at > 0;
        return !name;
    }
    if word.lower == "ago" {
        return true;
    }
    if is_stretch(word) && TYING.contains(&before) {
        // "the last week of March", "last year's", "the past year".
        let owned = at >= 2 && words[at - 2].lower == "the" && next(1) == "of";
        return !owned;
    }
    let weekday = WEEKDAYS.iter().any(|day| {
        part.text[word.span.clone()].trim_end_matches(['’', '\'', 's']).starts_with(day)
            && word.lower.trim_end_matches('s') == day.to_lowercase()
    });
    // "Mondays" and "every Monday" recur; "Monday, 6 January" is a date.
    weekday
        && !word.lower.ends_with("days")
        && !NAMED.contains(&before)
        && !matches!(before, "every" | "each" | "one" | "a")
        && ![next(1), next(2)].iter().any(|w| is_month(w))
        && !at.checked_sub(2).is_some_and(|i| is_month(&words[i].lower))
        && !is_month(before)
}

fn is_stretch(word: &Word) -> bool {
    STRETCHES.contains(&word.lower.as_str())
}

fn is_month(lower: &str) -> bool {
    MONTHS.iter().any(|m| {
        let month = m.to_lowercase();
        month == lower || lower.len() >= 3 && lower.len() <= 4 && month.starts_with(lower)
    })
}
