//! Owns lengths that a word before them places or makes known: "the past three years", "recent
//! weeks", "the nine months", "the third straight month", "for weeks". It refuses offsets.

use super::bound::bare_amount;
use super::quantity::{BETWEEN, Measure, age, length, long, measure, or_so, unit};
use crate::form::{Form, NO_REST, Read};
use crate::number::{self, Amount};
use crate::period::Unit;
use crate::scan::Scan;
use crate::word::{Place, Vague, Which, Word};

/// "the nine months", "the two weeks": a length the article makes known. `i` is the amount.
pub(super) fn definite(scan: &Scan, i: usize) -> Option<Read> {
    if let Some(read) = placed_after(scan, i) {
        return Some(read);
    }
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
    let Measure { amount, unit, rest, end } = found;
    let end = long(scan, end);
    Some(Read::new(i, end, Form::Length { amount, unit, rest, span: None }, "the-length").known())
}

/// "(the) four previous weeks", "(the) two following days": the amount before the word that places.
fn placed_after(scan: &Scan, i: usize) -> Option<Read> {
    let (amount, j) = number::amount(scan, i)?;
    let Word::Which(
        which @ (Which::Previous | Which::Following | Which::Past | Which::Last | Which::Coming),
    ) = scan.word(j)
    else {
        return None;
    };
    let Word::Units(unit) = scan.word(j + 1) else {
        return None;
    };
    let form = Form::Length { amount, unit, rest: NO_REST, span: Some(which) };
    Some(Read::new(i, j + 2, form, "span").known())
}

/// "the past three years", "recent weeks", "the next several days", "these days". `i` is the
/// deictic word, `j` the token after it.
pub(super) fn span(scan: &Scan, i: usize, j: usize, which: Which, the: bool) -> Option<Read> {
    if matches!(which, Which::Recent | Which::Past | Which::Last | Which::Coming) && !the
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
                        rest: NO_REST,
                        span: Some(which),
                    };
                    return Some(Read::new(i, j + 1, form, "span").known());
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
            return Some(Read::new(i, j + 1 + more, Form::Vague(vague), "recent-units"));
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
    // "held that four days were too few": a conjunction.
    let conjunction = which == Which::That && matches!(scan.word(k), Word::Units(_));
    if conjunction || age(scan, end) {
        return None;
    }
    if scan.is(end, "period") {
        end += 1;
    }
    let end = end + usize::from(scan.word(end) == Word::Ahead);
    let span = match which {
        Which::These | Which::Those | Which::That | Which::Same | Which::This => None,
        other => Some(other),
    };
    let form = Form::Length { amount, unit, rest: NO_REST, span };
    Some(or_so(scan, Read::new(i, end, form, "span").known()))
}

/// "months", "years ago", "weeks later", "decades-long", "the weeks ahead": a plural alone.
pub(super) fn bare_unit(scan: &Scan, i: usize) -> Option<Read> {
    let end = i + 1;
    if let Word::Unit(unit) = scan.word(i) {
        // "their third day-long meeting"
        let tail = scan.hyphen(end) && scan.is(end + 1, "long");
        return tail.then(|| Read::new(i, end + 2, length(unit, None), "units-long"));
    }
    let Word::Units(unit) = scan.word(i) else {
        return None;
    };
    if let Some(read) = bare_amount(scan, i) {
        return Some(read);
    }
    let form = Form::Length { amount: Amount::Vague, unit, rest: NO_REST, span: None };
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
    let counted = matches!(scan.before(i), Word::For | Word::Within | Word::After | Word::In);
    let of = scan.word(end) == Word::Of;
    let plain = counted || led && of || matches!(scan.before(i), Word::Break);
    (plain
        && !matches!(scan.word(i), Word::Units(Unit::Second | Unit::Weekend | Unit::Quarter))
        && !matches!(scan.before(i), Word::Place(Place::Early)))
    .then(|| Read::new(i, end, form, "units"))
}

/// "the weeks ahead". `i` is the plural.
pub(super) fn ahead(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Units(unit) = scan.word(i) else {
        return None;
    };
    let form =
        Form::Length { amount: Amount::Vague, unit, rest: NO_REST, span: Some(Which::Coming) };
    (scan.word(i + 1) == Word::Ahead).then(|| Read::new(i, i + 2, form, "units-ahead"))
}

/// "the third straight month", "the fifth consecutive year": so many in a row. `i` is the ordinal.
pub(super) fn in_a_row(scan: &Scan, i: usize) -> Option<Read> {
    let (n, j) = super::year::ordinal(scan, i)?;
    let Word::Unit(unit) = scan.word(j + 1) else {
        return None;
    };
    let straight = scan.any(j, &["straight", "consecutive", "successive"]);
    let mut end = j + 2;
    if scan.word(end) == Word::In && scan.word(end + 1) == Word::A && scan.is(end + 2, "row") {
        end += 3;
    }
    let form =
        Form::Length { amount: Amount::whole(u32::from(n)), unit, rest: NO_REST, span: None };
    straight.then(|| Read::new(i, end, form, "in-a-row"))
}
