//! Owns the words that bound an amount of time: "nearly", "more than", "at least", "up to". It adds
//! a modifier to what another rule reads.

use super::quantity::{read, way};
use crate::form::{Form, Read, Way};
use crate::number::Amount;
use crate::scan::Scan;
use crate::timex::Modifier;
use crate::word::Word;

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
        // "a 10-year plan": the article is the plan's.
        let adjective = scan.word(j) == Word::A
            && inner.start > j
            && !matches!(scan.word(inner.start), Word::Unit(_));
        if adjective || preposition {
            return None;
        }
        let modifier = match (inner.form, modifier) {
            (Form::Offset { way: Way::Ago | Way::Earlier, .. }, Some(Modifier::MoreThan)) => {
                Some(Modifier::Before)
            }
            (Form::Offset { way: Way::Ago | Way::Earlier, .. }, Some(Modifier::LessThan))
                if !matches!(scan.word(i), Word::Nearly) =>
            {
                Some(Modifier::After)
            }
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
        // "get around Wednesday's ruling" bounds nothing
        let weekday = matches!(inner.form, Form::Date { month: None, day: None, .. });
        let dated = matches!(inner.form, Form::Clock | Form::Known(_) | Form::Date { .. });
        let dated = dated && !weekday;
        return dated.then(|| inner.from(i).modified(modifier));
    }
    None
}

/// "some weeks ago" and "many years": a plural with no amount.
pub(super) fn bare_amount(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Units(unit) = scan.word(i) else {
        return None;
    };
    let amount = Amount::Vague;
    if let Some((way, end)) = way(scan, i + 1) {
        return Some(Read::new(i, end, Form::Offset { amount, unit, way }, "offset-vague"));
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
