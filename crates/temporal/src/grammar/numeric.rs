//! Owns dates all in digits: ISO 8601 dates and datetimes, "7/8/07", "27.02.1998", "9/11". These
//! are read in every language. It refuses words.

use crate::form::{Form, Read, Time, Zone};
use crate::period::{Period, TURN, full_year};
use crate::scan::Scan;
use crate::word::{Feast, Word};

/// A date in digits at token `i`.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    let (first, length) = scan.digits(i)?;
    if scan.glued(i)
        && matches!(
            scan.before(i),
            Word::Other | Word::Digits(..) | Word::Punct(b'-' | b'/' | b'.' | b'$' | b'_' | b'=')
        )
    {
        return None;
    }
    if length == 8 {
        return compact(scan, i, first);
    }
    let separator = match scan.word(i + 1) {
        Word::Punct(byte @ (b'-' | b'/' | b'.')) if scan.glued(i + 1) && scan.glued(i + 2) => byte,
        _ => return None,
    };
    let (second, second_length) = scan.digits(i + 2)?;
    let more = scan.glued_punct(i + 3, separator) && scan.glued(i + 4);
    let third = if more { scan.digits(i + 4) } else { None };
    if let Some((third, third_length)) = third {
        let end = i + 5;
        if scan.glued(end)
            && (matches!(scan.word(end), Word::Punct(b'/' | b'-' | b'%'))
                || scan.glued_punct(end, b'.') && scan.glued(end + 1))
        {
            return None;
        }
        let (year, month, day) = match (length, third_length) {
            (4, 1 | 2) => (first as i16, second, third),
            (1 | 2, 4 | 2) if second_length <= 2 => {
                if third_length == 2 && separator == b'.' && second_length == 1 {
                    return None;
                }
                let year = if third_length == 4 { third as i16 } else { full_year(third, TURN) };
                // American order unless it cannot be; dots are European.
                if first > 12 || separator == b'.' && second <= 12 {
                    (year, second, first)
                } else {
                    (year, first, second)
                }
            }
            _ => return None,
        };
        let date = date(year, month, day)?;
        return Some(with_time(
            scan,
            Read::new(i, end, date, if length == 4 { "iso-date" } else { "numeric-date" }),
            length == 4,
        ));
    }
    // "2012-08": an ISO month.
    if separator == b'-'
        && length == 4
        && second_length == 2
        && !more
        && (1900..2100).contains(&first)
        && (1..=12).contains(&second)
        && first % 100 >= second
        && scan.closes(i + 3)
    {
        return Some(Read::new(
            i,
            i + 3,
            Form::Known(Period::Month(first as i16, second as i8)),
            "iso-month",
        ));
    }
    // "11/2016", "12-2015", "2016/11"; "2010/11" is a season of sport or study.
    let month = |month: u32, year: u32| (1..=12).contains(&month) && (1900..2100).contains(&year);
    let found = match (length, second_length) {
        (1 | 2, 4) if separator != b'.' && month(first, second) => Some((second, first)),
        (4, 1 | 2) if separator == b'/' && month(second, first) && (first + 1) % 100 != second => {
            Some((first, second))
        }
        _ => None,
    };
    if let Some((year, month)) = found.filter(|_| !more && scan.closes(i + 3)) {
        let form = Form::Known(Period::Month(year as i16, month as i8));
        return Some(Read::new(i, i + 3, form, "numeric-month"));
    }
    // "on 2/15": month and day, only where a preposition leads to a date.
    if separator == b'/'
        && length <= 2
        && second_length == 2
        && !more
        && scan.english
        && matches!(scan.before(i), Word::On | Word::By | Word::Since | Word::Until | Word::From)
        && scan.closes(i + 3)
    {
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        if (1..=12).contains(&month) && (1..=31).contains(&day) {
            let form = Form::Date {
                year: None,
                month: Some(month as i8),
                day: Some(day as i8),
                weekday: None,
            };
            return Some(Read::new(i, i + 3, form, "numeric-month-day"));
        }
    }
    feast(scan, i)
}

/// "9/11": the one day that its digits name.
pub(super) fn feast(scan: &Scan, i: usize) -> Option<Read> {
    let nine =
        matches!(scan.digits(i), Some((9, 1))) && matches!(scan.digits(i + 2), Some((11, 2)));
    let more =
        scan.glued(i + 3) && matches!(scan.word(i + 3), Word::Punct(b'/') | Word::Digits(..));
    let alone = !scan.glued(i) && !more;
    if nine && alone && scan.english && scan.glued_punct(i + 1, b'/') && scan.glued(i + 2) {
        let form = Form::Feast(Feast::SeptemberEleventh, crate::form::YearOf::Nearest);
        return Some(Read::new(i, i + 3, form, "september-eleventh"));
    }
    None
}

fn date(year: i16, month: u32, day: u32) -> Option<Form> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let day = jiff::civil::Date::new(year, month, day).ok()?;
    ((1000..2200).contains(&year)).then_some(Form::Known(Period::Day(day)))
}

/// "19980108", and "20120802T130000".
fn compact(scan: &Scan, i: usize, digits: u32) -> Option<Read> {
    let form = date(i16::try_from(digits / 10_000).ok()?, digits / 100 % 100, digits % 100)?;
    let year = digits / 10_000;
    if !(1900..2100).contains(&year)
        || scan.glued(i + 1)
            && !matches!(scan.word(i + 1), Word::Punct(b'.' | b',' | b')' | b';') | Word::Other)
    {
        return None;
    }
    if scan.glued(i + 1) && scan.word(i + 1) == Word::Other && !scan.is(i + 1, "t") {
        return None;
    }
    Some(Read::new(i, i + 1, form, "iso-compact"))
}

/// The time of an ISO datetime: "T13:00:00+01:00", " 13:00".
fn with_time(scan: &Scan, read: Read, iso: bool) -> Read {
    let mut j = read.end;
    let marked = scan.glued(j) && scan.is(j, "t") && scan.glued(j + 1);
    if !iso || !marked && scan.glued(j) {
        return read;
    }
    j += usize::from(marked);
    let pair = |j: usize| match scan.digits(j) {
        Some((value, 2)) => Some(value as i8),
        _ => None,
    };
    let (Some(hour @ 0..=24), true, Some(minute @ 0..=59)) =
        (pair(j), scan.glued_punct(j + 1, b':'), pair(j + 2))
    else {
        return read;
    };
    j += 3;
    let mut second = None;
    if scan.glued_punct(j, b':')
        && let Some(value @ 0..=60) = pair(j + 1)
    {
        (second, j) = (Some(value), j + 2);
        if scan.glued_punct(j, b'.') && scan.glued(j + 1) && scan.digits(j + 1).is_some() {
            j += 2;
        }
    }
    let mut zone = Zone::Unsaid;
    if scan.glued(j) && scan.is(j, "z") {
        (zone, j) = (Zone::Utc, j + 1);
    } else if (scan.glued_punct(j, b'+') || scan.glued_punct(j, b'-')) && scan.glued(j + 1) {
        let sign = if scan.punct(j, b'-') { -1 } else { 1 };
        match (scan.digits(j + 1), scan.glued_punct(j + 2, b':'), scan.digits(j + 3)) {
            (Some((hours @ 0..=14, 2)), true, Some((minutes @ 0..=59, 2))) => {
                (zone, j) = (Zone::Offset(sign * (hours * 60 + minutes) as i16), j + 4);
            }
            (Some((clock @ 0..=1400, 4)), _, _) => {
                (zone, j) = (Zone::Offset(sign * (clock / 100 * 60 + clock % 100) as i16), j + 2);
            }
            _ => {}
        }
    }
    read.to(j).at(Some(Time::Clock { hour, minute: Some(minute), second, zone }))
}
