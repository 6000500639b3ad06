//! Relative days turned into dates: "on Tuesday" into "on January 6".

use std::ops::Range;

use jiff::civil::Date;
use throughline_annotate::{Anchor, MONTHS, Timex, TimexKind, WEEKDAYS};
use throughline_model::EditKind;

use crate::{draft::Draft, story::Story};

/// Replaces every relative day of a draft, outside quotations, by its date.
pub fn dated(draft: &mut Draft, story: &Story) {
    let newest = story.readings.iter().filter_map(|r| r.article.published).max();
    let line = &story.lines[draft.line];
    let article = &story.readings[line.article].article;
    let sentence = story.sentence(draft.line);
    let Some(published) = article.published else { return };
    for timex in &sentence.dates {
        let quoted = sentence.quotes.iter().any(|q| q.outer.contains(&timex.start));
        let span = timex.start..timex.end;
        if quoted || !draft.keeps(&span) {
            continue;
        }
        let year = newest.unwrap_or(published).date().year();
        if let Some((span, to)) = replacement(&article.text, timex, year) {
            draft.replace(EditKind::Day, span, to, None);
        }
    }
}

/// What replaces an expression, and the bytes it replaces.
fn replacement(text: &str, timex: &Timex, year: i16) -> Option<(Range<usize>, String)> {
    let day = timex.interval.filter(|_| timex.is_resolved_day())?.from;
    if timex.anchor == Anchor::None || timex.confidence < 0.5 {
        return None;
    }
    let words: Vec<&str> = text[timex.start..timex.end].split_whitespace().collect();
    let date = shown(day, year);
    let before = last_word(&text[..timex.start]);
    let possessive = text[timex.end..].starts_with("'s") || text[timex.end..].starts_with("’s");
    if possessive {
        let free = !is_determiner(&before);
        let to = if free { format!("the {date}") } else { date };
        return Some((
            timex.start..timex.end + if text[timex.end..].starts_with("'s") { 2 } else { 4 },
            to,
        ));
    }
    let on = |body: String| if takes_on(&before) { format!("on {body}") } else { body };
    let to = match words.as_slice() {
        [day] if is_weekday(day) || is_deictic(day) => on(date),
        ["last" | "this" | "next" | "Last" | "This" | "Next", day] if is_weekday(day) => on(date),
        ["early" | "late", day] if is_weekday(day) => format!("{} on {date}", words[0]),
        [day, part @ ("morning" | "afternoon" | "evening" | "night")] if is_weekday(day) => {
            if timex.kind != TimexKind::Time {
                return None;
            }
            on(format!("the {part} of {date}"))
        }
        _ => return None,
    };
    Some((timex.start..timex.end, to))
}

/// "January 6", with the year where it is another.
pub fn shown(day: Date, year: i16) -> String {
    let month = MONTHS[day.month() as usize - 1];
    match day.year() == year {
        true => format!("{month} {}", day.day()),
        false => format!("{month} {}, {}", day.day(), day.year()),
    }
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| *day == word)
}

fn is_deictic(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "yesterday" | "today" | "tomorrow")
}

fn last_word(text: &str) -> String {
    text.trim_end()
        .rsplit(|c: char| !c.is_alphanumeric() && c != ',')
        .next()
        .unwrap_or("")
        .to_lowercase()
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "his"
            | "her"
            | "its"
            | "their"
            | "this"
            | "that"
            | "in"
            | "of"
            | "for"
            | "after"
            | "before"
            | "since"
    ) && word == "the"
}

/// Whether a bare day after this word wants "on".
fn takes_on(before: &str) -> bool {
    !matches!(
        before,
        "on" | "by"
            | "until"
            | "till"
            | "since"
            | "from"
            | "before"
            | "after"
            | "through"
            | "for"
            | "of"
            | "and"
            | "or"
            | "to"
            | "between"
            | "the"
            | "this"
            | "last"
            | "next"
            | "around"
            | "late"
            | "early"
            | "every"
            | "each"
            | "a"
            | "till,"
            | "as"
    )
}
