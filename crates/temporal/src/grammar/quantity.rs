//! Owns amounts of time: durations ("nearly two months", "10-year"), offsets ("two years ago",
//! "three days later", "a week from Friday") and placed lengths ("the past three years"). It
//! refuses rates ("four a day") and ages ("22-year-old").

use crate::form::{Form, Read, Way};
use crate::lexicon::{Cue, Place, Vague, Which, Word};
use crate::number::{self, Amount};
use crate::period::Unit;
use crate::scan::Scan;
use crate::timex::Modifier;

/// A length of one unit.
pub(super) fn length(unit: Unit, span: Option<Which>) -> Form {
    Form::Length {
        amount: Amount::ONE,
        unit,
        rest: None,
        span,
    }
}

/// Words that may stand between an amount and its unit.
const BETWEEN: &[&str] = &[
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

fn unit(scan: &Scan, i: usize) -> Option<(Unit, bool)> {
    match scan.word(i) {
        Word::Unit(unit) => Some((unit, false)),
        Word::Units(unit) => Some((unit, true)),
        Word::Part(crate::lexicon::Part::Night) => Some((Unit::Night, false)),
        Word::Parts(crate::lexicon::Part::Night) => Some((Unit::Night, true)),
        Word::Ordinal(2) => Some((Unit::Second, false)),
        _ => None,
    }
}

/// An amount and its unit: "two weeks", "10-year", "a minute and a half", "20 more years".
struct Measure {
    amount: Amount,
    unit: Unit,
    rest: Option<(Amount, Unit)>,
    end: usize,
}

fn measure(scan: &Scan, i: usize) -> Option<Measure> {
    let article = scan.word(i) == Word::A;
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
    // "three-quarters of the capital" is a fraction.
    if unit == Unit::Quarter && (hyphen && plural || scan.word(j + 1) == Word::Of) {
        return None;
    }
    if unit == Unit::Night && article && amount == Amount::ONE {
        return None;
    }
    let counts_one = amount == Amount::ONE || matches!(amount, Amount::Exact(n) if n < 1000);
    // "five day" is no duration, "five-day" is; "a second opinion" is not.
    if !plural && !hyphen && !counts_one && !scan.any(j, &["hr", "min", "sec", "yr"]) {
        return None;
    }
    if scan.is(j, "second")
        && (article || !hyphen && scan.is(i, "one"))
        && !matches!(
            scan.word(j + 1),
            Word::Later | Word::Ago | Word::Earlier | Word::Punct(_)
        )
    {
        return None;
    }
    let mut end = j + 1;
    let mut amount = amount;
    let mut rest = None;
    // "a minute and a half", "two years and three months"
    if scan.word(end) == Word::And {
        if scan.word(end + 1) == Word::A && scan.word(end + 2) == Word::Half {
            if let Amount::Exact(n) = &mut amount {
                *n += 500;
            }
            end += 3;
        } else if let Some((more, k)) = number::amount(scan, end + 1)
            && let Some((smaller, _)) = self::unit(scan, k)
            && smaller < unit
            && !scan.hyphen(k)
        {
            rest = Some((more, smaller));
            end = k + 1;
        }
    }
    Some(Measure {
        amount,
        unit,
        rest,
        end,
    })
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
fn age(scan: &Scan, end: usize) -> bool {
    let j = end + usize::from(scan.hyphen(end));
    scan.any(j, &["old", "olds"]) || scan.word(j) == Word::Of && scan.is(j + 1, "age")
}

/// What follows a measure turns it into an offset.
fn way(scan: &Scan, end: usize) -> Option<(Way, usize)> {
    match scan.word(end) {
        Word::Ago => Some((Way::Ago, end + 1)),
        Word::Later => Some((Way::Later, end + 1)),
        Word::Earlier => Some((Way::Earlier, end + 1)),
        Word::Hence => Some((Way::Hence, end + 1)),
        Word::From
            if matches!(
                scan.word(end + 1),
                Word::Vague(Vague::Present) | Word::Day(0)
            ) =>
        {
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
    let Measure {
        amount,
        unit,
        rest,
        end,
    } = found;
    if let Some((way, end)) = way(scan, end) {
        // TimeML reads "later" after a length as a signal, narratives as part of a date.
        let read = Read::new(i, end, Form::Offset { amount, unit, way }, "offset");
        return Some(read);
    }
    // "a week from Friday"
    if scan.word(end) == Word::From
        && let Word::Weekday(weekday) = scan.word(end + 1)
        && let (Amount::Exact(n), Unit::Week | Unit::Fortnight) = (amount, unit)
    {
        let weeks = (n / 1000) as i32 * if unit == Unit::Fortnight { 2 } else { 1 };
        return Some(Read::new(
            i,
            end + 2,
            Form::FromWeekday(weeks * 7, weekday),
            "week-from-weekday",
        ));
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
            Form::Length {
                amount,
                unit,
                rest,
                span: None,
            },
            "length-adjective",
        ));
    } else {
        end
    };
    let end = end + usize::from(scan.hyphen(end) && scan.is(end + 1, "long")) * 2;
    // "two hours, 30 minutes": one length
    Some(Read::new(
        i,
        end,
        Form::Length {
            amount,
            unit,
            rest,
            span: None,
        },
        "length",
    ))
}

/// "nearly forty years", "more than four hours", "at least 30 days", "up to 180 days".
pub(super) fn approximate(scan: &Scan, i: usize) -> Option<Read> {
    let (modifier, j) = approximation(scan, i)?;
    let inner = match scan.word(j) {
        Word::The => return None,
        _ => read(scan, j).or_else(|| bare_amount(scan, j)),
    };
    if let Some(inner) = inner {
        // "over a three-year period" has a preposition, no bound.
        let preposition = matches!(scan.word(i), Word::Over) && scan.is(inner.end - 1, "period");
        if inner.rule == "length-adjective" || preposition {
            return None;
        }
        let modifier = match (inner.form, modifier) {
            (
                Form::Offset {
                    way: Way::Ago | Way::Earlier,
                    ..
                },
                Some(Modifier::MoreThan),
            ) => Some(Modifier::Before),
            (
                Form::Offset {
                    way: Way::Ago | Way::Earlier,
                    ..
                },
                Some(Modifier::LessThan),
            ) if !matches!(scan.word(i), Word::Nearly) => Some(Modifier::After),
            (Form::Offset { .. }, Some(Modifier::LessThan)) => Some(Modifier::Approx),
            _ => modifier,
        };
        let start = if modifier.is_none() { inner.start } else { i };
        return Some(inner.from(start).modified(modifier));
    }
    // "about 1990", "around noon", "about 5 p.m."
    if modifier == Some(Modifier::Approx)
        && matches!(scan.word(i), Word::About)
        && !scan.is(i, "some")
    {
        let inner = super::expression(scan, j)?;
        let dated = matches!(inner.form, Form::Clock | Form::Known(_) | Form::Date { .. });
        return dated.then(|| inner.from(i).modified(modifier));
    }
    None
}

/// "some weeks ago" and "many years": a plural with no amount.
fn bare_amount(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Units(unit) = scan.word(i) else {
        return None;
    };
    let amount = Amount::Vague;
    if let Some((way, end)) = way(scan, i + 1) {
        return Some(Read::new(
            i,
            end,
            Form::Offset { amount, unit, way },
            "offset-vague",
        ));
    }
    None
}

/// The words before a measure that bound it, and the token after them.
fn approximation(scan: &Scan, i: usize) -> Option<(Option<Modifier>, usize)> {
    let j = i + 1;
    Some(match scan.word(i) {
        Word::Nearly => (Some(Modifier::LessThan), j),
        Word::About => (Some(Modifier::Approx), j),
        Word::Over => (Some(Modifier::MoreThan), j),
        Word::Under => (Some(Modifier::LessThan), j),
        Word::More if scan.word(j) == Word::Than => (Some(Modifier::MoreThan), j + 1),
        Word::Less if scan.word(j) == Word::Than => (Some(Modifier::LessThan), j + 1),
        Word::At if scan.word(j) == Word::Least => (Some(Modifier::EqualOrMore), j + 1),
        Word::At if scan.word(j) == Word::Most => (Some(Modifier::EqualOrLess), j + 1),
        Word::Up if scan.word(j) == Word::To => (Some(Modifier::EqualOrLess), j + 1),
        Word::Most if scan.word(j) == Word::Of => return None,
        Word::No if scan.word(j) == Word::More && scan.word(j + 1) == Word::Than => {
            (Some(Modifier::EqualOrLess), j + 2)
        }
        Word::No if scan.word(j) == Word::Less && scan.word(j + 1) == Word::Than => {
            (Some(Modifier::EqualOrMore), j + 2)
        }
        Word::As
            if scan.any(j, &["long", "many", "little", "few", "much"])
                && scan.word(j + 1) == Word::As =>
        {
            (Some(Modifier::EqualOrLess), j + 2)
        }
        Word::Just => match scan.word(j) {
            Word::Over => (Some(Modifier::MoreThan), j + 1),
            Word::Under => (Some(Modifier::LessThan), j + 1),
            _ => return None,
        },
        _ => return None,
    })
}

/// "the nine months", "the two weeks": a length the article makes known. `i` is the amount.
pub(super) fn definite(scan: &Scan, i: usize) -> Option<Read> {
    let found = measure(scan, i)?;
    if age(scan, found.end) {
        return None;
    }
    if scan.word(found.end) == Word::Before || scan.hyphen(found.end - 1) {
        return None;
    }
    let hyphenated = (i..found.end).any(|k| scan.hyphen(k))
        && !matches!(scan.word(found.end - 1), Word::Units(_));
    if hyphenated {
        return None;
    }
    let Measure {
        amount,
        unit,
        rest,
        end,
    } = found;
    Some(Read::new(
        i,
        end,
        Form::Length {
            amount,
            unit,
            rest,
            span: None,
        },
        "the-length",
    ))
}

/// "the past three years", "recent weeks", "the next several days", "these days". `i` is the
/// deictic word, `j` the token after it.
pub(super) fn span(scan: &Scan, i: usize, j: usize, which: Which, the: bool) -> Option<Read> {
    if matches!(
        which,
        Which::Recent | Which::Past | Which::Last | Which::Coming
    ) && !the
        || matches!(which, Which::These | Which::Those | Which::Recent)
    {
        // "recent weeks and months", "past years", "these days"
        if let Word::Units(unit) = scan.word(j) {
            let vague = match which {
                Which::Recent | Which::Past | Which::Last => Vague::Past,
                Which::These if unit == Unit::Day => Vague::Present,
                Which::Coming => {
                    let form = Form::Length {
                        amount: Amount::Vague,
                        unit,
                        rest: None,
                        span: Some(which),
                    };
                    return Some(Read::new(i, j + 1, form, "span"));
                }
                Which::Those if unit == Unit::Day => Vague::Past,
                _ => return None,
            };
            let more =
                if scan.word(j + 1) == Word::And && matches!(scan.word(j + 2), Word::Units(_)) {
                    2
                } else {
                    0
                };
            return Some(Read::new(
                i,
                j + 1 + more,
                Form::Vague(vague),
                "recent-units",
            ));
        }
        if which == Which::Recent {
            return None;
        }
    }
    let j = if scan.word(j) == Word::A {
        return None;
    } else {
        j
    };
    let (amount, k) = match number::amount(scan, j) {
        Some(found) => found,
        None if the && matches!(scan.word(j), Word::Units(_)) => (Amount::Vague, j),
        None => return None,
    };
    let k = k + usize::from(scan.hyphen(k));
    let k = k + usize::from(scan.any(k, BETWEEN));
    let (unit, _) = unit(scan, k)?;
    if !matches!(scan.word(k), Word::Units(_) | Word::Parts(_)) && !scan.hyphen(k - 1) {
        return None;
    }
    let mut end = k + 1;
    if scan.is(end, "period") {
        end += 1;
    }
    let end = end + usize::from(scan.word(end) == Word::Ahead);
    let span = match which {
        Which::These | Which::Those | Which::That | Which::Same | Which::This => None,
        other => Some(other),
    };
    Some(Read::new(
        i,
        end,
        Form::Length {
            amount,
            unit,
            rest: None,
            span,
        },
        "span",
    ))
}

/// "months", "years ago", "weeks later", "decades-long", "the weeks ahead": a plural alone.
pub(super) fn bare_unit(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Units(unit) = scan.word(i) else {
        return None;
    };
    let end = i + 1;
    if let Some(read) = bare_amount(scan, i) {
        return Some(read);
    }
    let form = Form::Length {
        amount: Amount::Vague,
        unit,
        rest: None,
        span: None,
    };
    if scan.hyphen(end) {
        let tail = scan.any(end + 1, &["long", "old"]);
        return tail.then(|| Read::new(i, end + 2, form, "units-long"));
    }
    let led = matches!(
        scan.before(i),
        Word::For
            | Word::Within
            | Word::In
            | Word::After
            | Word::Over
            | Word::Cue(_)
            | Word::Other
            | Word::Punct(b',')
    );
    let counted = matches!(
        scan.before(i),
        Word::For | Word::Within | Word::After | Word::In
    );
    let of = scan.word(end) == Word::Of;
    let plain = counted || led && of || matches!(scan.before(i), Word::Break);
    (plain
        && !matches!(
            scan.word(i),
            Word::Units(Unit::Second | Unit::Weekend | Unit::Quarter)
        )
        && !matches!(scan.before(i), Word::Place(Place::Early)))
    .then(|| Read::new(i, end, form, "units"))
}

/// "the weeks ahead". `i` is the plural.
pub(super) fn ahead(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Units(unit) = scan.word(i) else {
        return None;
    };
    let form = Form::Length {
        amount: Amount::Vague,
        unit,
        rest: None,
        span: Some(Which::Coming),
    };
    (scan.word(i + 1) == Word::Ahead).then(|| Read::new(i, i + 2, form, "units-ahead"))
}
