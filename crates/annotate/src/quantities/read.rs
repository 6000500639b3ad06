//! Reads the quantities of a sentence one after another.

use super::{
    Bound, Quantity, Unit, bounds,
    conversion::converted,
    counted, labels,
    measure::{measure, scaled, scaled_step, sign, unit_at},
    number::{self, Form, Number, number},
    pieces::{Gap, Piece, pieces},
    range::{is_digit, is_score, range, season},
};
use crate::words::{Word, is_stopword};

/// The quantities among these words of `text`.
///
/// ```
/// # use throughline_annotate::{Bound, Unit, quantities, words};
/// let text = "at least 14 people died in the two-day storm, which cost €3.2bn";
/// let found = quantities(text, &words(text, 0..text.len(), true));
/// assert_eq!((found[0].value, found[0].bound), (14.0, Bound::AtLeast));
/// assert_eq!((found[1].value, found[1].unit), (172_800.0, Unit::Time));
/// assert_eq!((found[2].value, found[2].unit), (3.2e9, Unit::Money("euro")));
/// ```
pub fn quantities(text: &str, words: &[Word]) -> Vec<Quantity> {
    if !words.iter().any(|w| may_hold_number(&w.lower)) {
        return Vec::new();
    }
    let pieces = pieces(text, words);
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let read = (!is_tail(&pieces, at)).then(|| read(text, &pieces, at)).flatten();
        let Some((quantities, end)) = read else {
            at += 1;
            continue;
        };
        for mut quantity in quantities {
            quantity.converts = converted(text, &found, &quantity);
            found.push(quantity);
        }
        at = end.max(at + 1);
    }
    found
}

/// A quick test that most words fail.
fn may_hold_number(lower: &str) -> bool {
    lower.bytes().any(|b| b.is_ascii_digit()) || lower.split('-').any(number::is_word)
}

/// Digits after letters and a hyphen: "F-16", "Covid-19", "mid-20s".
fn is_tail(pieces: &[Piece], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| &pieces[i]) else { return false };
    let letters = before.lower.starts_with(char::is_alphabetic);
    let glued = matches!(pieces[at].gap, Gap::Hyphen | Gap::Glued) && letters;
    let counts = number::small(&before.lower).is_some()
        || matches!(before.lower.as_str(), "minus" | "plus" | "post" | "pre" | "roughly");
    glued && !counts
}

/// "the Fifth Circuit", "the 5th Circuit", "Sixth Street": a name, and no place in an order. In words the
/// capital tells, where the line has words without; digits have none, so there the noun must be one that is
/// named by its number: "the 5th Republican debate" is the fifth.
fn is_named(text: &str, pieces: &[Piece], at: usize, end: usize) -> bool {
    let capital = |i: usize| {
        pieces.get(i).is_some_and(|p| text[p.span.clone()].starts_with(char::is_uppercase))
    };
    let run =
        (end..pieces.len().min(end + 4)).take_while(|&i| capital(i) && pieces[i].gap != Gap::Comma);
    let numbered = run.clone().any(|i| labels::is_named_by_order(&pieces[i].lower));
    let spaced = pieces.get(end).is_some_and(|p| p.gap == Gap::Space);
    // "First flight of the Heron": what opens a line has a capital anyway.
    let worded = at > 0 && capital(at) && !is_titled(text, pieces);
    spaced && capital(end) && (worded || numbered)
}

/// Whether a line has capitals as a title has, which then tell no name.
fn is_titled(text: &str, pieces: &[Piece]) -> bool {
    let plain = |p: &Piece| {
        p.lower.len() > 3
            && !is_stopword(&p.lower)
            && text[p.span.clone()].starts_with(char::is_lowercase)
    };
    !pieces.iter().any(plain)
}

/// What begins at a piece, and the piece after it.
fn read(text: &str, pieces: &[Piece], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let mut number = number(pieces, at)?;
    if is_score(text, pieces, at, &number) {
        let second =
            super::number::number(pieces, number.end + usize::from(!is_digit(pieces, number.end)))?;
        return Some((vec![plain(text, pieces, at, second.end, &number, Unit::Label)], second.end));
    }
    if number.form == Form::Ordinal && is_named(text, pieces, at, number.end) {
        return None;
    }
    let sign = sign(text, pieces, at);
    // "$21MM": with money two m's are no millimetres.
    if sign.is_some()
        && number.scale == 1.0
        && pieces.get(number.end).is_some_and(|p| p.gap == Gap::Glued && p.lower == "mm")
    {
        number.end += 1;
        (number.low, number.high) = (number.low * 1e6, number.high * 1e6);
        (number.step, number.scale) = (number.step * 1e6, 1e6);
    }
    let mut end = number.end;
    if sign.is_none()
        && unit_at(text, pieces, end).is_none()
        && let Some((unit, end)) = labels::label(text, pieces, at, &number)
    {
        let end = season(pieces, end, unit);
        return Some((vec![plain(text, pieces, at, end, &number, unit)], end));
    }
    if number.form == Form::Cardinal
        && let Some(unit) = age_of(text, pieces, at, &number)
    {
        return Some((vec![plain(text, pieces, at, end, &number, unit)], end));
    }
    let mut high = number;
    if let Some(other) = range(pieces, at, &number) {
        high = other;
        end = other.end;
        // "5-6,000": the thousands are of both.
        let grouped = pieces[other.end - 1].lower.ends_with(",000") && number.end == at + 1;
        let near = number.low > 1.0 && number.low * 10_000.0 >= other.low;
        if grouped
            && near
            && number.low < other.low / 1000.0
            && pieces[other.end - 1].gap == Gap::Hyphen
        {
            number.low *= 1000.0;
            number.high *= 1000.0;
            number.step *= 1000.0;
        }
        // "3 to 5 million": the magnitude is for both.
        if number.scale == 1.0 && high.scale > 1.0 && number.low < high.low / high.scale {
            number.low *= high.scale;
            number.high *= high.scale;
            number.step *= high.scale;
        }
    }
    let (unit, factor, after, span) = measure(text, pieces, at, end, &number, sign)?;
    if is_idle_one(pieces, at, &number, unit, after) {
        return None;
    }
    let mut quantity = Quantity {
        span,
        value: scaled(number.low, factor),
        high: scaled(if high.end == number.end { number.high } else { high.high }, factor),
        step: scaled_step(number.step.max(high.step), factor),
        unit,
        factor,
        bound: bounds::bound(text, pieces, at, after),
        counted: Vec::new(),
        per: None,
        converts: None,
    };
    if number.form == Form::Vague && quantity.bound == Bound::Exact {
        quantity.bound = Bound::About;
    }
    if text[..pieces[at].span.start].ends_with(['-', '−']) && is_negative(text, pieces, at)
        || at > 0 && pieces[at - 1].lower == "minus"
    {
        (quantity.value, quantity.high) = (-quantity.high, -quantity.value);
    }
    if let Some((per, _)) = counted::per(pieces, after) {
        quantity.per = Some(per);
    }
    if unit == Unit::Count {
        let (stems, noun_end) = counted::counted(pieces, after);
        if quantity.per.is_none() {
            quantity.counted = stems;
            if noun_end > after {
                quantity.per =
                    counted::per(pieces, noun_end).map(|(per, _)| per).filter(|per| per != "each");
            }
        }
        if quantity.bound == Bound::Exact {
            quantity.bound = bounds::later(pieces, noun_end).unwrap_or(Bound::Exact);
        }
    } else if quantity.per.is_none() {
        quantity.counted = counted::of_what(pieces, after, unit);
    }
    Some((vec![quantity], after))
}

fn plain(
    text: &str,
    pieces: &[Piece],
    at: usize,
    end: usize,
    number: &Number,
    unit: Unit,
) -> Quantity {
    Quantity {
        span: pieces[at].span.start..pieces[end - 1].span.end,
        value: number.low,
        high: number.high,
        step: number.step,
        unit,
        factor: 1.0,
        bound: if unit == Unit::Age { bounds::bound(text, pieces, at, end) } else { Bound::Exact },
        counted: Vec::new(),
        per: None,
        converts: None,
    }
}

/// The age of "a 43-year-old", whose unit would else be time.
fn age_of(text: &str, pieces: &[Piece], at: usize, number: &Number) -> Option<Unit> {
    labels::label(text, pieces, at, number).map(|(unit, _)| unit).filter(|u| *u == Unit::Age)
}

/// "one of them", "no one", "one day": seldom worth comparing. "One dead",
/// "one percent" and "one-day" are.
fn is_idle_one(pieces: &[Piece], at: usize, number: &Number, unit: Unit, after: usize) -> bool {
    if pieces[at].lower != "one" || number.scale != 1.0 || number.end != at + 1 {
        return false;
    }
    let next = pieces.get(after).filter(|p| p.gap == Gap::Space).map_or("", |p| p.lower.as_str());
    match unit {
        Unit::Count => !matches!(
            next,
            "person" | "dead" | "man" | "woman" | "child" | "civilian" | "soldier" | "officer"
        ),
        Unit::Time | Unit::Months => pieces[number.end].gap != Gap::Hyphen,
        _ => false,
    }
}

fn is_negative(text: &str, pieces: &[Piece], at: usize) -> bool {
    let start = pieces[at].span.start;
    let head = text[..start].trim_end_matches(['-', '−']);
    head.is_empty() || head.ends_with([' ', '('])
}
