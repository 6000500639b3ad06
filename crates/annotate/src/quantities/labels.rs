//! Numbers that count nothing: years, days, times of day, ages, house numbers,
//! flights, scores and telephone numbers.

use super::{
    number::{Form, Number, small},
    pieces::{Gap, Piece},
    units::{self, Unit},
};
use crate::{MONTHS, WEEKDAYS, is_stopword};

/// The unit of a bare number that is no count, and the piece after it.
pub fn label(text: &str, pieces: &[Piece], at: usize, number: &Number) -> Option<(Unit, usize)> {
    let end = number.end;
    let piece = &pieces[at];
    let digits = piece.lower.starts_with(|c: char| c.is_ascii_digit());
    if let Some(unit) = age(pieces, at, end, number.low) {
        return Some((unit, end));
    }
    if number.form != Form::Cardinal || number.scale != 1.0 {
        return None;
    }
    if digits {
        if let Some(end) = telephone(text, pieces, at) {
            return Some((Unit::Label, end));
        }
        if let Some(end) = clock(text, pieces, end) {
            return Some((Unit::Calendar, end));
        }
        if slashed(text, pieces, at, end) || decimal_chain(text, pieces, end) {
            return Some((Unit::Label, end));
        }
    }
    if is_calendar(pieces, at, end, number.low, digits) {
        return Some((Unit::Calendar, end));
    }
    if digits && (is_house(pieces, end) || is_emergency(pieces, at, end))
        || is_named(text, pieces, at, end, digits)
    {
        return Some((Unit::Label, end));
    }
    None
}

fn back(pieces: &[Piece], at: usize, n: usize) -> &str {
    at.checked_sub(n).map_or("", |i| pieces[i].lower.as_str())
}

/// The word that a space or hyphen ties to what stands before it.
fn tied(pieces: &[Piece], at: usize) -> &str {
    let ties = |p: &&Piece| matches!(p.gap, Gap::Space | Gap::Hyphen);
    pieces.get(at).filter(ties).map_or("", |p| p.lower.as_str())
}

/// "Ann Vall, 43,", "aged 43", "43 years old", "a 43-year-old".
fn age(pieces: &[Piece], at: usize, end: usize, value: f64) -> Option<Unit> {
    if !(0.0..130.0).contains(&value) || value.fract() != 0.0 {
        return None;
    }
    let years = matches!(tied(pieces, end), "year" | "years" | "month" | "months")
        && matches!(tied(pieces, end + 1), "old" | "olds");
    let aged = matches!(back(pieces, at, 1), "aged" | "age")
        || back(pieces, at, 1) == "of" && back(pieces, at, 2) == "age"
        || matches!(tied(pieces, end), "olds");
    let after_name = at > 0
        && pieces[at].gap == Gap::Comma
        && pieces[at - 1].capital
        && !is_date_word(&pieces[at - 1].lower)
        && pieces[at].lower.len() <= 3
        && pieces[at].lower.starts_with(|c: char| c.is_ascii_digit())
        && pieces.get(end).is_none_or(|p| {
            p.gap != Gap::Space
                || matches!(
                    p.lower.as_str(),
                    "and" | "was" | "is" | "who" | "had" | "has" | "of" | "from" | "from:"
                )
        });
    (years || aged || after_name).then_some(Unit::Age)
}

/// "11:40", "12.50am", "5 p.m.", "at 9am".
fn clock(text: &str, pieces: &[Piece], end: usize) -> Option<usize> {
    let minutes = pieces.get(end).is_some_and(|p| {
        text[pieces[end - 1].span.end..p.span.start] == *":" && p.lower.len() == 2
    });
    if minutes {
        // "11:40:20" too.
        let more = pieces.get(end + 1).is_some_and(|p| {
            text[pieces[end].span.end..p.span.start] == *":" && p.lower.len() == 2
        });
        return Some(end + 1 + usize::from(more));
    }
    let rest = text[pieces[end - 1].span.end..].trim_start();
    let half = ["am", "pm", "a.m", "p.m", "o'clock", "o’clock", "AM", "PM"];
    let whole = |h: &&str| {
        rest.strip_prefix(*h).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    half.iter().any(whole).then_some(end)
}

/// "555-0142", "+44 20 7946 0958", "1-800-555-0100".
fn telephone(text: &str, pieces: &[Piece], at: usize) -> Option<usize> {
    let digits =
        |i: usize| pieces.get(i).is_some_and(|p| p.lower.bytes().all(|b| b.is_ascii_digit()));
    if !digits(at) {
        return None;
    }
    let plus = text[..pieces[at].span.start].ends_with('+');
    let mut end = at + 1;
    let joins = |p: &Piece| p.gap == Gap::Hyphen || plus && p.gap == Gap::Space;
    while digits(end) && joins(&pieces[end]) {
        end += 1;
    }
    let long: usize = pieces[at..end].iter().map(|p| p.lower.len()).sum();
    let local = end - at == 2 && pieces[at].lower.len() == 3 && pieces[at + 1].lower.len() == 4;
    (end - at >= 3 && long >= 7 || local || plus && long >= 8 && end - at > 1).then_some(end)
}

fn slashed(text: &str, pieces: &[Piece], at: usize, end: usize) -> bool {
    let before = text[..pieces[at].span.start].ends_with('/')
        && at > 0
        && pieces[at - 1].span.end + 1 == pieces[at].span.start;
    let after = text[pieces[end - 1].span.end..].starts_with('/')
        && pieces.get(end).is_some_and(|p| p.lower.starts_with(|c: char| c.is_ascii_digit()));
    before || after
}

fn decimal_chain(text: &str, pieces: &[Piece], end: usize) -> bool {
    text[pieces[end - 1].span.end..].starts_with('.')
        && pieces.get(end).is_some_and(|p| {
            p.span.start == pieces[end - 1].span.end + 1
                && p.lower.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether a lower-case word names a month or a weekday, whole or shortened.
pub fn is_date_word(lower: &str) -> bool {
    let short = matches!(lower, "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri");
    short || WEEKDAYS.iter().any(|d| d.eq_ignore_ascii_case(lower)) || is_month(lower)
}

fn is_month(lower: &str) -> bool {
    MONTHS.iter().any(|m| {
        let short = (3..=4).contains(&lower.len())
            && m.get(..lower.len()).is_some_and(|head| head.eq_ignore_ascii_case(lower));
        m.eq_ignore_ascii_case(lower) || short
    })
}

/// Years, and days next to a month.
fn is_calendar(pieces: &[Piece], at: usize, end: usize, value: f64, digits: bool) -> bool {
    if value.fract() != 0.0 {
        return false;
    }
    let month = |i: Option<usize>| {
        i.and_then(|i| pieces.get(i)).is_some_and(|p| is_month(&p.lower) && p.capital)
    };
    let day = (1.0..=31.0).contains(&value)
        && digits
        && (month(at.checked_sub(1)) || month(Some(end)) && !tied(pieces, end).is_empty());
    let of_month =
        (1.0..=31.0).contains(&value) && tied(pieces, end) == "of" && month(Some(end + 1));
    // "June 10-12", "10 and 12 June": the other end of days.
    let span = (1.0..=31.0).contains(&value)
        && digits
        && (matches!(pieces[at].gap, Gap::Hyphen | Gap::Dash)
            && month(at.checked_sub(2))
            && pieces[at - 1].lower.len() <= 2
            || matches!(pieces.get(end).map(|p| p.gap), Some(Gap::Hyphen | Gap::Dash))
                && month(Some(end + 1))
            || matches!(tied(pieces, end), "and" | "to")
                && month(Some(end + 2))
                && pieces[end + 1].lower.starts_with(|c: char| c.is_ascii_digit())
            || matches!(back(pieces, at, 1), "and" | "to") && month(at.checked_sub(3)));
    if day || of_month || span {
        return true;
    }
    let plain = pieces[at].lower.len() == 4
        && digits
        && pieces[at].lower.bytes().all(|b| b.is_ascii_digit());
    let year = plain && (1700.0..2100.0).contains(&value);
    if !year {
        return false;
    }
    let next = tied(pieces, end);
    let counts = super::counted::is_plural(next)
        && !is_stopword(next)
        && !matches!(
            back(pieces, at, 1),
            "in" | "since"
                | "until"
                | "by"
                | "the"
                | "his"
                | "her"
                | "their"
                | "its"
                | "of"
                | "from"
                | "before"
                | "after"
                | "during"
                | "late"
                | "early"
        );
    !counts
}

const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "drive",
    "boulevard",
    "blvd",
    "square",
    "court",
    "terrace",
    "crescent",
    "quay",
    "row",
    "highway",
    "parkway",
];

/// Whether a lower-case noun, with a capital behind an ordinal, is of a name: courts, troops, streets,
/// districts.
pub fn is_named_by_order(lower: &str) -> bool {
    #[rustfmt::skip]
    const NAMED: &[&str] = &[
        "airborne", "amendment", "armored", "armoured", "army", "battalion", "brigade", "cavalry",
        "circuit", "congressional", "corps", "district", "division", "fleet", "infantry", "marine",
        "marines", "precinct", "regiment", "squadron", "ward", "wing",
    ];
    NAMED.contains(&lower) || STREETS.contains(&lower)
}

/// "14 Vane Street".
fn is_house(pieces: &[Piece], end: usize) -> bool {
    let mut i = end;
    while i < end + 4
        && pieces.get(i).is_some_and(|p| {
            (p.capital || p.lower.starts_with(|c: char| c.is_ascii_digit()))
                && (matches!(p.gap, Gap::Space | Gap::Glued)
                    // "14 N. Vane Street"
                    || i > end && p.gap == Gap::Other && pieces[i - 1].lower.len() == 1)
        })
    {
        if i > end && STREETS.contains(&pieces[i].lower.as_str()) {
            return true;
        }
        i += 1;
    }
    false
}

/// "a 911 call": the number that is dialled.
fn is_emergency(pieces: &[Piece], at: usize, end: usize) -> bool {
    matches!(pieces[at].lower.as_str(), "911" | "999")
        && matches!(
            tied(pieces, end),
            "call" | "calls" | "caller" | "dispatcher" | "operator" | "supervisor" | "tape"
        )
}

#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "flight", "route", "highway", "interstate", "no", "nos", "number", "numbers", "article",
    "articles", "section", "sections", "chapter", "page", "pages", "room", "channel", "paragraph",
    "line", "lines", "phase", "round", "rounds", "gate", "gates", "runway", "bus", "grade",
    "level", "type", "category", "stage", "psalm", "unit", "block", "pier", "platform", "terminal",
    "exit", "apollo", "boeing", "airbus", "version", "windows", "ios", "model", "figure",
    "table", "resolution", "rule", "amendment", "title", "act", "bill", "proposition", "prop",
    "district", "ward", "zone", "sector", "area", "reactor", "engine", "track", "volume", "episode",
    "season", "lot", "apartment", "apt", "suite", "floor", "tier", "group", "division", "class",
    "week", "day", "top", "form", "case", "file", "studio", "formula", "opus", "symphony", "ranked",
    "seeded", "seed",
];

/// "Flight 370", "gates 2 and 3", "No. 10", "Boeing 737", "Vell 14".
fn is_named(text: &str, pieces: &[Piece], at: usize, end: usize, digits: bool) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| &pieces[i]) else { return false };
    let gap = pieces[at].gap;
    let dotted = text[before.span.end..pieces[at].span.start] == *". " && before.lower == "no";
    if !matches!(gap, Gap::Space | Gap::Hyphen) && !dotted {
        return false;
    }
    // "a dozen of which 14", "the top 10 lenders" still count.
    let plural = super::counted::is_plural(tied(pieces, end));
    if NUMBERED.contains(&before.lower.as_str()) && (!plural || before.capital) {
        return digits || before.capital;
    }
    if matches!(before.lower.as_str(), "and" | "or")
        && digits
        && at >= 3
        && NUMBERED.contains(&pieces[at - 3].lower.as_str())
        && is_digits(&pieces[at - 2])
    {
        return true;
    }
    // A capital before digits and nothing after that they count: "Vell 14 said", "the Vell 14
    // lander", "Radar 5 news".
    let next = tied(pieces, end);
    let among = |i: usize| super::counted::is_plural(tied(pieces, i));
    let one = next == "news" || !among(end) && !among(end + 1) && !is_many(next);
    let counts = units::unit(pieces, end).is_some() || !one || back(pieces, at, 2) != "the";
    let noun_after = !next.is_empty()
        && (!is_stopword(next) && (counts || pieces[at].lower.len() > 2)
            || matches!(next, "more" | "other" | "of"));
    digits
        && before.capital
        && at >= 2
        && !is_date_word(&before.lower)
        && !is_stopword(&before.lower)
        && small(&before.lower).is_none()
        && !noun_after
        && pieces[at].lower.len() <= 4
        && !pieces[at].lower.contains(',')
}

/// Nouns and adjectives that are counted without an "s".
fn is_many(word: &str) -> bool {
    matches!(word, "people" | "police" | "men" | "women" | "children" | "dead" | "percent")
}

fn is_digits(piece: &Piece) -> bool {
    piece.lower.bytes().all(|b| b.is_ascii_digit())
}
