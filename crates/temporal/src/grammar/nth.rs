//! Owns one of many: "the first week of October 2014", "the third Tuesday of next month", "the last
//! day of the year". It refuses to count on the calendar.

use super::{calendar, year};
use crate::form::{Form, Of, Read, What};
use crate::period::Unit;
use crate::scan::Scan;
use crate::word::{Which, Word};

/// `i` is the ordinal, or "last".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    let (n, j) = match scan.word(i) {
        Word::Which(Which::Last) => (-1, i + 1),
        _ => {
            let (n, j) = year::ordinal(scan, i)?;
            let last = scan.word(j) == Word::Which(Which::Last);
            let n = n as i8;
            if last { (-n, j + 1) } else { (n, j) }
        }
    };
    let (what, most) = match scan.word(j) {
        Word::Unit(Unit::Day) => (What::Unit(Unit::Day), 31),
        Word::Unit(Unit::Week) => (What::Unit(Unit::Week), 53),
        Word::Unit(Unit::Month) => (What::Unit(Unit::Month), 12),
        Word::Weekday(day) if scan.text(j).len() >= 6 => (What::Weekday(day), 5),
        _ => return None,
    };
    let joined = matches!(scan.word(j + 1), Word::Of | Word::In);
    // "the third month next year"
    let apart = matches!(scan.word(j + 1), Word::Which(Which::This | Which::Last | Which::Next));
    if n.abs() > most || !joined && !apart {
        return None;
    }
    let (of, end) = period(scan, j + 1 + usize::from(joined))?;
    let fits = !matches!((what, of), (What::Unit(Unit::Month), Of::Month(..)));
    fits.then(|| Read::new(i, end, Form::Nth { n, what, of }, "nth"))
}

/// The period to count in: "October 2014", "2018", "next month", "the year".
fn period(scan: &Scan, i: usize) -> Option<(Of, usize)> {
    if let Some((year, end)) = year::part(scan, i).filter(|_| scan.digits(i).is_some()) {
        return Some((Of::Year(year), end));
    }
    if let Some((month, end)) = calendar::month(scan, i) {
        let j = scan.comma(end);
        return Some(match year::part(scan, j).filter(|_| scan.digits(j).is_some()) {
            Some((year, end)) => (Of::Month(Some(year), month), end),
            None => (Of::Month(None, month), end),
        });
    }
    let j = i + usize::from(scan.word(i) == Word::The);
    let unit = |i: usize| match scan.word(i) {
        Word::Unit(unit @ (Unit::Month | Unit::Year)) => Some(unit),
        _ => None,
    };
    if j > i
        && let Some(unit) = unit(j)
    {
        return Some((Of::Deictic(Which::This, unit), j + 1));
    }
    match scan.word(j) {
        Word::Which(
            which @ (Which::This
            | Which::Last
            | Which::Next
            | Which::That
            | Which::Same
            | Which::Previous
            | Which::Following),
        ) => Some((Of::Deictic(which, unit(j + 1)?), j + 2)),
        _ => None,
    }
}
