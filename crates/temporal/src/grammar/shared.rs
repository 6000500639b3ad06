//! Owns days and months that share what follows or goes before: "May 4 and 5", "6-7 January",
//! "April and June 1955". It refuses dates that stand alone.

use super::calendar::{day_first, day_number, month, year_after};
use crate::form::{Form, Read};
use crate::scan::Scan;
use crate::word::Word;

/// The days that share the month of the date just read: "May 4 and 5", "January 6-7, 2014".
/// Returns the token to go on from.
pub(super) fn more_days(scan: &Scan, found: &mut Vec<Read>, from: usize) -> usize {
    let mut end = from;
    for _ in 0..8 {
        let Some(last) = found.last().copied() else {
            return end;
        };
        let Form::Date { year: None, month: Some(month), day: Some(first), .. } = last.form else {
            return end;
        };
        if last.time.is_some() {
            return end;
        }
        let mut j = end;
        j += usize::from(scan.punct(j, b','));
        let joined = matches!(scan.word(j), Word::And | Word::Or | Word::To | Word::Through)
            || scan.punct(j, b'-')
            || scan.punct(j, b'&');
        j += usize::from(joined);
        if j == end {
            return end;
        }
        let Some((day, after)) = day_number(scan, j) else {
            return end;
        };
        // "May 4 and 5 people": the number must not count what follows.
        let counts = scan.word(after) == Word::Other && !scan.glued(after)
            || matches!(
                scan.word(after),
                Word::Unit(_) | Word::Units(_) | Word::Hundred | Word::Thousand
            );
        if counts || day <= first || self::month(scan, after).is_some() && scan.capital(after) {
            return end;
        }
        let year = year_after(scan, after);
        let stop = year.map_or(after, |(_, stop)| stop);
        let form = Form::Date {
            year: year.map(|(year, _)| year),
            month: Some(month),
            day: Some(day),
            weekday: None,
        };
        if let (Some((year, _)), Some(before)) = (year, found.last_mut())
            && let Form::Date { year: slot, .. } = &mut before.form
        {
            *slot = Some(year);
        }
        found.push(Read::new(j, stop, form, "more-days"));
        end = stop;
    }
    end
}

/// Lends a year or month from the second of a pair to the first: "April and June 1955",
/// "6-7 January", "from March 3 to May 5, 1990".
pub(super) fn lend_years(scan: &Scan, found: &mut [Read]) {
    for i in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(i);
        let (Some(a), Some(b)) = (left.last_mut(), right.first()) else {
            continue;
        };
        if b.start < a.end || b.start > a.end + 2 {
            continue;
        }
        let joined = (a.end..b.start).any(|k| {
            matches!(
                scan.word(k),
                Word::And
                    | Word::Or
                    | Word::To
                    | Word::Through
                    | Word::Until
                    | Word::Punct(b'-' | b'/' | b'&')
            )
        });
        let Form::Date { year: Some(lent), month: Some(to), day: to_day, .. } = b.form else {
            continue;
        };
        let Form::Date { year: slot @ None, month: Some(of), day, .. } = &mut a.form else {
            continue;
        };
        if joined && day.is_some() == to_day.is_some() {
            *slot = Some(lent - i16::from(*of > to));
        }
    }
}

/// "6-7 January", "3 and 5 May", "between 4 and 6 June": the day before a joined day and month.
pub(super) fn leading_day(scan: &Scan, i: usize) -> Option<Read> {
    let (day, j) = day_number(scan, i)?;
    let joined = matches!(scan.word(j), Word::And | Word::Or | Word::To | Word::Through)
        || scan.punct(j, b'-');
    if !joined {
        return None;
    }
    let (second, k) = day_number(scan, j + 1)?;
    let (month, _) = month(scan, k)?;
    if !scan.capital(k) || day >= second {
        return None;
    }
    let next = day_first(scan, j + 1)?;
    let Form::Date { year, .. } = next.form else {
        return None;
    };
    let form = Form::Date { year, month: Some(month), day: Some(day), weekday: None };
    Some(Read::new(i, j, form, "leading-day"))
}
