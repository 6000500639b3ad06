//! Quantities: a value, its unit or what is counted, and its bound.

use std::ops::Range;

use crate::{
    cues::{MONTHS, is_pronoun},
    numerals::{magnitude, value},
    words::Word,
};

/// A number in a sentence, normalised so that two can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Bytes of the text: the number with its magnitude, sign and unit.
    pub span: Range<usize>,
    /// The number, magnitude applied.
    pub value: f64,
    /// What kind of number.
    pub unit: Unit,
    /// Whether it is exact.
    pub bound: Bound,
    /// Stems of the words that say what is counted, head last: "14 people".
    pub counted: Vec<String>,
}

/// What a number measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Things or people.
    Count,
    /// Percent.
    Percent,
    /// US dollars, or dollars of the place.
    Dollar,
    /// Euros.
    Euro,
    /// Pounds sterling.
    Pound,
    /// Yen or yuan.
    Yen,
    /// A calendar year or a day of a month: told by the temporal layer instead.
    Calendar,
}

/// Whether a number is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// "14".
    Exact,
    /// "about 14".
    About,
    /// "at least 14", "more than 14".
    AtLeast,
    /// "up to 14", "fewer than 14".
    AtMost,
}

/// The quantities among these words of `text`.
pub fn quantities(text: &str, words: &[Word]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((number, used)) = number(words, at) else {
            at += 1;
            continue;
        };
        let end = at + used;
        let last = &words[end - 1];
        let (unit, from, to) = unit(text, words, at, end);
        let counted = if unit == Unit::Count { counted(text, words, end) } else { Vec::new() };
        let bound = bound(words, at);
        let unit = if is_calendar(words, at, end, number, unit) { Unit::Calendar } else { unit };
        let to = to.max(last.span.end);
        found.push(Quantity { span: from..to, value: number, unit, bound, counted });
        at = end;
    }
    found
}

/// The number that starts at a word, and how many words it takes.
fn number(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let word = words[at].lower.as_str();
    if matches!(word, "a" | "several") {
        let times = magnitude(&words.get(at + 1)?.lower).filter(|_| word == "a")?;
        return Some((times, 2));
    }
    let mut total = value(word)?;
    if word == "one" && words.get(at + 1).is_none_or(|w| magnitude(&w.lower).is_none()) {
        // "one of", "no one", "one day": seldom a count worth comparing.
        return None;
    }
    let mut used = 1;
    while let Some(next) = words.get(at + used) {
        if let Some(times) = magnitude(&next.lower).filter(|_| next.lower.len() > 1) {
            total *= times;
            used += 1;
        } else if next.lower == "and"
            && total >= 100.0
            && let Some(more) = words.get(at + used + 1).and_then(|w| value(&w.lower))
            && more < 100.0
            && !word.starts_with(|c: char| c.is_ascii_digit())
        {
            total += more;
            used += 2;
        } else {
            break;
        }
    }
    Some((total, used))
}

/// The unit, and the bytes that number and unit take.
fn unit(text: &str, words: &[Word], at: usize, end: usize) -> (Unit, usize, usize) {
    let start = words[at].span.start;
    let stop = words[end - 1].span.end;
    let before = text[..start].chars().next_back();
    let sign = match before {
        Some('$') => Some(Unit::Dollar),
        Some('€') => Some(Unit::Euro),
        Some('£') => Some(Unit::Pound),
        Some('¥') => Some(Unit::Yen),
        _ => None,
    };
    if let Some(unit) = sign {
        return (unit, start - before.map_or(0, char::len_utf8), stop);
    }
    if text[stop..].starts_with('%') {
        return (Unit::Percent, start, stop + 1);
    }
    if let Some(next) = words.get(end) {
        let unit = match next.lower.as_str() {
            "percent" | "pct" => Some(Unit::Percent),
            "per" if words.get(end + 1).is_some_and(|w| w.lower == "cent") => Some(Unit::Percent),
            "dollars" | "dollar" => Some(Unit::Dollar),
            "euros" | "euro" => Some(Unit::Euro),
            "pounds" if text[stop..next.span.start] == *" " => Some(Unit::Pound),
            "yen" | "yuan" => Some(Unit::Yen),
            _ => None,
        };
        if let Some(unit) = unit {
            let last = if next.lower == "per" { &words[end + 1] } else { next };
            return (unit, start, last.span.end);
        }
    }
    (Unit::Count, start, stop)
}

/// The stems after a number up to its noun: "14 civilian deaths" gives both.
fn counted(text: &str, words: &[Word], end: usize) -> Vec<String> {
    let mut stems = Vec::new();
    let mut last = words[end - 1].span.end;
    for word in words[end..].iter().take(4) {
        let gap = &text[last..word.span.start];
        let function = crate::is_stopword(&word.lower)
            && !matches!(word.lower.as_str(), "more" | "other" | "others");
        if !gap.trim().is_empty() || function || is_pronoun(&word.lower) {
            break;
        }
        last = word.span.end;
        if !matches!(word.lower.as_str(), "more" | "other" | "others") {
            stems.push(word.stem.clone());
        }
    }
    stems
}

fn bound(words: &[Word], at: usize) -> Bound {
    let back = |n: usize| at.checked_sub(n).map_or("", |i| words[i].lower.as_str());
    match (back(2), back(1)) {
        ("at", "least") | ("more" | "greater", "than") | ("as", "many") => Bound::AtLeast,
        (_, "over" | "minimum") => Bound::AtLeast,
        ("up", "to") | ("at", "most") | ("fewer" | "less", "than") => Bound::AtMost,
        (_, "under" | "below") => Bound::AtMost,
        (
            _,
            "about" | "around" | "some" | "roughly" | "nearly" | "almost" | "approximately"
            | "estimated",
        ) => Bound::About,
        _ => Bound::Exact,
    }
}

/// Years, and days next to a month.
fn is_calendar(words: &[Word], at: usize, end: usize, value: f64, unit: Unit) -> bool {
    if unit != Unit::Count || value.fract() != 0.0 {
        return false;
    }
    let month = |i: Option<usize>| {
        i.and_then(|i| words.get(i)).is_some_and(|w| {
            MONTHS.iter().any(|m| {
                let m = m.to_lowercase();
                w.lower == m || w.lower.len() >= 3 && w.lower.len() <= 4 && m.starts_with(&w.lower)
            }) && w.lower != "may"
                || w.lower == "may" && value <= 31.0
        })
    };
    let plain = words[at].lower.len() == 4 && !words[at].lower.contains([',', '.']);
    let year = (1700.0..2100.0).contains(&value)
        && plain
        && words.get(end).is_none_or(|w| crate::is_stopword(&w.lower) || !w.lower.ends_with('s'));
    year || value <= 31.0 && (month(at.checked_sub(1)) || month(Some(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    fn show(text: &str) -> String {
        let found = quantities(text, &words(text, 0..text.len(), true));
        let one = |q: &Quantity| {
            format!(
                "{}={} {:?} {:?} [{}]",
                &text[q.span.clone()],
                q.value,
                q.unit,
                q.bound,
                q.counted.join(" ")
            )
        };
        found.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn quantities_are_normalised() {
        let cases = [
            ("at least 14 people died", "14=14 Count AtLeast [peopl die]"),
            ("a dozen soldiers", "a dozen=12 Count Exact [soldier]"),
            ("about $2.5 billion", "$2.5 billion=2500000000 Dollar About []"),
            ("fell 3.2 percent", "3.2 percent=3.2 Percent Exact []"),
            ("some 20% of it", "20%=20 Percent About []"),
            ("in March 2014", "2014=2014 Calendar Exact []"),
            ("on Jan. 6 he left", "6=6 Calendar Exact []"),
            ("up to two hundred and five homes", "two hundred and five=205 Count AtMost [home]"),
            ("more than 1,200 homes", "1,200=1200 Count AtLeast [home]"),
            ("one of them", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(show(text), expected, "{text}");
        }
    }
}
