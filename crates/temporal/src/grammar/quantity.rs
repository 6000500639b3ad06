//! Owns amounts of time: durations ("nearly two months", "10-year"), offsets ("two years ago",
//! "three days later", "a week from Friday") and placed lengths ("the past three years"). It
//! refuses rates ("four a day") and ages ("22-year-old").

use crate::form::{Form, NO_REST, Read, Rest, Way};
use crate::number::{self, Amount};
use crate::period::Unit;
use crate::scan::Scan;
use crate::timex::Modifier;
use crate::word::{Cue, Vague, Which, Word};

/// A length of one unit.
pub(super) fn length(unit: Unit, span: Option<Which>) -> Form {
    Form::Length { amount: Amount::ONE, unit, rest: NO_REST, span }
}

/// Words that may stand between an amount and its unit.
pub(super) const BETWEEN: &[&str] = &[
    "more",
    "straight",
    "consecutive",
    "full",
    "calendar",
    "trading",
    "additional",
    "long",
    "whole",
    "business",
    "working",
    "successive",
    "solid",
    "further",
    "extra",
    "other",
    "short",
    "mere",
    "bloody",
    "final",
    "school",
    "fiscal",
    "entire",
    "crucial",
    "critical",
];

pub(super) fn unit(scan: &Scan, i: usize) -> Option<(Unit, bool)> {
    match scan.word(i) {
        Word::Unit(unit) => Some((unit, false)),
        Word::Units(unit) => Some((unit, true)),
        Word::Part(crate::word::Part::Night) => Some((Unit::Night, false)),
        Word::Parts(crate::word::Part::Night) => Some((Unit::Night, true)),
        Word::Ordinal(2) => Some((Unit::Second, false)),
        _ => None,
    }
}

/// An amount and its unit: "two weeks", "10-year", "a minute and a half", "20 more years".
pub(super) struct Measure {
    pub(super) amount: Amount,
    pub(super) unit: Unit,
    pub(super) rest: Rest,
    pub(super) end: usize,
}

pub(super) fn measure(scan: &Scan, i: usize) -> Option<Measure> {
    let article = scan.word(i) == Word::A;
    // "another week", "another ten days"
    if scan.word(i) == Word::Another {
        let (amount, j) = number::amount(scan, i + 1).unwrap_or((Amount::ONE, i + 1));
        let (unit, _) = unit(scan, j)?;
        let counted = unit != Unit::Second && unit != Unit::Quarter && !scan.hyphen(j + 1);
        return counted.then_some(Measure { amount, unit, rest: NO_REST, end: j + 1 });
    }
    let (amount, mut j) = match number::amount(scan, i) {
        Some(found) => found,
        None if article => (Amount::ONE, i + 1),
        None => return None,
    };
    let hyphen = scan.hyphen(j);
    j += usize::from(hyphen);
    if scan.any(j, BETWEEN) {
        j += 1;
    }
    // "a three-year period": the article belongs to the period
    let (amount, j, hyphen) = if article && amount == Amount::ONE && unit(scan, j).is_none() {
        let (inner, k) = number::amount(scan, j)?;
        if !scan.hyphen(k) {
            return None;
        }
        (inner, k + 1, true)
    } else {
        (amount, j, hyphen)
    };
    // "two to three weeks", "12-18 months": a length between two amounts
    let (j, hyphen) = between(scan, j, amount).unwrap_or((j, hyphen));
    let (unit, plural) = unit(scan, j)?;
    // "a zero-day flaw" lasts no time.
    if amount == Amount::Exact(0) {
        return None;
    }
    // "three-quarters of the capital" is a fraction.
    let fraction = matches!(amount, Amount::Exact(n) if n < 4000) && scan.word(j + 1) == Word::Of;
    if unit == Unit::Quarter && (hyphen && plural || fraction) {
        return None;
    }
    if unit == Unit::Night && article && amount == Amount::ONE {
        return None;
    }
    let counts_one =
        amount == Amount::ONE || matches!(amount, Amount::Exact(n) if n < 1000 || n % 1000 != 0);
    // "five day" is no duration, "five-day" and "a five day strike" are; "a second opinion" is not.
    let noun = amount != Amount::Vague
        && matches!(unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year)
        && (matches!(scan.before(i), Word::A | Word::The) && scan.word(j + 1) == Word::Other
            || scan.word(j + 1) == Word::Ago)
        && !scan.glued(j + 1);
    if !plural && !hyphen && !counts_one && !noun && !scan.any(j, &["hr", "min", "sec", "yr"]) {
        return None;
    }
    if scan.is(j, "second")
        && (article || !hyphen && scan.is(i, "one"))
        && !matches!(scan.word(j + 1), Word::Later | Word::Ago | Word::Earlier | Word::Punct(_))
    {
        return None;
    }
    let mut end = j + 1;
    let mut amount = amount;
    let mut rest = NO_REST;
    // "a minute and a half", "an hour and half"
    let half = end + 1 + usize::from(scan.word(end + 1) == Word::A);
    if scan.word(end) == Word::And && scan.word(half) == Word::Half {
        if let Amount::Exact(n) = &mut amount {
            *n += 500;
        }
        end = half + 1;
    }
    // "two years and three months", "three hours, twenty minutes and five seconds"
    let mut last = unit;
    for slot in &mut rest {
        let k = scan.comma(end);
        let k = k + usize::from(scan.word(k) == Word::And);
        let Some((more, at)) = number::amount(scan, k) else {
            break;
        };
        match self::unit(scan, at) {
            Some((smaller, _)) if smaller < last && !scan.hyphen(at) => {
                *slot = Some((more, smaller));
                (last, end) = (smaller, at + 1);
            }
            _ => break,
        }
    }
    Some(Measure { amount, unit, rest, end })
}

/// The unit's place after a second amount: "(two) to three weeks".
fn between(scan: &Scan, j: usize, first: Amount) -> Option<(usize, bool)> {
    let joined = matches!(scan.word(j), Word::To | Word::Or) || scan.punct(j, b'-');
    if !joined || first == Amount::Vague {
        return None;
    }
    let (_, k) = number::amount(scan, j + 1)?;
    let hyphen = scan.hyphen(k);
    let k = k + usize::from(hyphen);
    matches!(scan.word(k), Word::Units(_)).then_some((k, hyphen))
}

/// Whether the measure that ends at `end` is an age: "22-year-old", "nineteen years old".
pub(super) fn age(scan: &Scan, end: usize) -> bool {
    let j = end + usize::from(scan.hyphen(end));
    scan.any(j, &["old", "olds"]) || scan.word(j) == Word::Of && scan.is(j + 1, "age")
}

/// What follows a measure turns it into an offset.
pub(super) fn way(scan: &Scan, end: usize) -> Option<(Way, usize)> {
    match scan.word(end) {
        Word::Ago => Some((Way::Ago, end + 1)),
        Word::Later => Some((Way::Later, end + 1)),
        Word::Earlier => Some((Way::Earlier, end + 1)),
        Word::Hence => Some((Way::Hence, end + 1)),
        Word::From if matches!(scan.word(end + 1), Word::Vague(Vague::Present) | Word::Day(0)) => {
            Some((Way::Hence, end + 2))
        }
        Word::Before | Word::Which(Which::Previous) => {
            let open = matches!(
                scan.word(end + 1),
                Word::Punct(b'.' | b',' | b';' | b')' | b'"') | Word::Break
            );
            open.then_some((Way::Earlier, end + 1))
        }
        _ => None,
    }
}

/// A measure standing alone, or the offset it makes.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    let before = scan.before(i);
    if scan.glued(i)
        && (before == Word::Punct(b'-') || before == Word::Other)
        && scan.digits(i).is_none()
    {
        return None;
    }
    let found = measure(scan, i)?;
    let Measure { amount, unit, rest, end } = found;
    // "a week or so ago"
    let so = scan.word(end) == Word::Or && scan.is(end + 1, "so");
    if let Some((way, end)) = way(scan, end + 2 * usize::from(so)) {
        // TimeML reads "later" after a length as a signal, narratives as part of a date.
        let read = Read::new(i, end, Form::Offset { amount, unit, way }, "offset");
        return Some(read.modified(so.then_some(Modifier::Approx)));
    }
    // "a week from Friday"
    if scan.word(end) == Word::From
        && let Word::Weekday(weekday) = scan.word(end + 1)
        && let (Amount::Exact(n), Unit::Week | Unit::Fortnight) = (amount, unit)
    {
        let each = if unit == Unit::Fortnight { 14 } else { 7 };
        let days = i32::try_from(n / 1000).ok()?.checked_mul(each)?;
        return Some(Read::new(i, end + 2, Form::FromWeekday(days, weekday), "week-from-weekday"));
    }
    if age(scan, end) && matches!(amount, Amount::Exact(_)) {
        return None;
    }
    // "will one day" is a day to come.
    if unit == Unit::Day && scan.is(i, "one") && before == Word::Cue(Cue::Future) {
        return Some(Read::new(i, end, Form::Vague(Vague::Future), "one-day"));
    }
    let article = scan.word(i) == Word::A;
    if article
        && matches!(unit, Unit::Weekend | Unit::Night | Unit::Quarter)
        && scan.word(end) != Word::Punct(b',')
        && end == i + 2
    {
        return None;
    }
    let end = end + usize::from(article && scan.is(end, "period") && scan.hyphen(i + 2));
    let end = if article && end > i + 2 && scan.hyphen(i + 2) && !scan.is(end - 1, "period") {
        // "a 10-year plan": the article is not part of it
        return Some(Read::new(
            i + 1,
            end,
            Form::Length { amount, unit, rest, span: None },
            "length-adjective",
        ));
    } else {
        end
    };
    // "a year-long siege": the article is the siege's
    let tail = long(scan, end);
    let start = i + usize::from(article && end == i + 2 && tail > end);
    let read = Read::new(start, tail, Form::Length { amount, unit, rest, span: None }, "length");
    Some(or_so(scan, read))
}

/// The token after a length, with the "-long" that may end it: "year-long", "nine day long".
pub(super) fn long(scan: &Scan, end: usize) -> usize {
    let single = matches!(scan.word(end - 1), Word::Unit(_));
    match scan.hyphen(end) {
        true if scan.is(end + 1, "long") => end + 2,
        false if single && scan.is(end, "long") && scan.word(end + 1) == Word::Other => end + 1,
        _ => end,
    }
}

/// "two years or so".
pub(super) fn or_so(scan: &Scan, read: Read) -> Read {
    if scan.word(read.end) == Word::Or && scan.is(read.end + 1, "so") {
        return read.to(read.end + 2).modified(Some(Modifier::Approx));
    }
    read
}
