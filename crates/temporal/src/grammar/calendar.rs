//! Owns dates with a month or weekday in words: "Nov. 9, 1989", "20 July 1956", "Friday, Oct. 23",
//! "May 4 and 5", "June 1955", "Tuesday". It refuses dates all in digits and everything relative.

use super::{clock, deictic, year};
use crate::form::{Form, Read, YearOf};
use crate::period::{Period, Unit};
use crate::scan::Scan;
use crate::timex::Sense;
use crate::word::{Feast, Which, Word};

/// A day of the month at `i`: "5", "5th", "the 5th", "fifth".
pub(super) fn day_number(scan: &Scan, i: usize) -> Option<(i8, usize)> {
    if scan.word(i) == Word::The {
        let (n, end) = year::ordinal(scan, i + 1)?;
        return (1..=31).contains(&n).then_some((n as i8, end));
    }
    if let Some((n, end)) = year::ordinal(scan, i) {
        return (1..=31).contains(&n).then_some((n as i8, end));
    }
    let (value @ 1..=31, 1 | 2) = scan.digits(i)? else {
        return None;
    };
    let next = scan.word(i + 1);
    if scan.glued(i + 1) {
        let open = match next {
            Word::Punct(b'%') => false,
            Word::Punct(b':') => !(scan.glued(i + 2) && scan.digits(i + 2).is_some()),
            Word::Punct(b'/') => matches!(scan.word(i + 2), Word::Month(_)),
            Word::Punct(b'.' | b',') => !(scan.glued(i + 2) && scan.digits(i + 2).is_some()),
            Word::Punct(_) => true,
            _ => false,
        };
        if !open {
            return None;
        }
    }
    Some((value as i8, i + 1))
}

/// The month at `i`, with the dot of its abbreviation.
pub(super) fn month(scan: &Scan, i: usize) -> Option<(i8, usize)> {
    let Word::Month(month) = scan.word(i) else {
        return None;
    };
    let short = scan.text(i).len() <= 4 && !scan.any(i, &["may", "june", "july"]);
    if short && scan.glued_punct(i + 1, b'.') {
        return Some((month, i + 2));
    }
    Some((month, i + 1))
}

/// A year after a month or day: "1989", ", 1989", "of 1989".
pub(super) fn year_after(scan: &Scan, i: usize) -> Option<(i16, usize)> {
    let plain = scan.comma(i);
    if let Some(found) = year::with_era(scan, plain) {
        return Some(found);
    }
    let of = i + usize::from(scan.word(i) == Word::Of);
    let (year, end) = year::part(scan, plain).or_else(|| year::part(scan, of))?;
    // "in March 1,500 people" has no year; nor has "on May 5 2,000 people".
    let counted = matches!(scan.word(end), Word::Units(_)) && plain == i;
    (!counted).then_some((year, end))
}

/// "November 9, 1989", "Nov. 9", "September of 1939", "July 25 of that year", "June".
pub(super) fn month_first(scan: &Scan, i: usize) -> Option<Read> {
    let (m, j) = month(scan, i)?;
    let ambiguous = scan
        .any(i, &["may", "march", "mar", "jan", "sep", "dec", "nov", "oct", "jun", "jul", "apr"]);
    // In lower case only a whole date is one: "may 27, 1979".
    let lower = ambiguous && !scan.capital(i);
    if lower && !scan.english {
        return None;
    }
    let k = j + usize::from(scan.hyphen(j) && scan.digits(j + 1).is_some());
    if let Some((day, end)) = day_number(scan, k) {
        let mut read = Read::new(
            i,
            end,
            Form::Date { year: None, month: Some(m), day: Some(day), weekday: None },
            "month-day",
        );
        let joined = end + usize::from(scan.hyphen(end) && scan.hyphen(j));
        if let Some((year, end)) =
            year_after(scan, joined).filter(|&(_, end)| !scan.glued_punct(end, b':'))
        {
            read = read.to(end);
            read.form =
                Form::Date { year: Some(year), month: Some(m), day: Some(day), weekday: None };
            read.rule = "month-day-year";
        } else if let Some(end) = of_that_year(scan, end) {
            read = Read::new(
                i,
                end,
                Form::OfThatYear { month: m, day: Some(day) },
                "month-day-of-that-year",
            );
        } else if let Some((shift, end)) = of_shifted_year(scan, end) {
            let form = Form::OfShiftedYear { month: m, day, shift };
            read = Read::new(i, end, form, "month-day-of-last-year");
        }
        if lower && !matches!(read.form, Form::Date { year: Some(_), .. }) {
            return None;
        }
        return Some(named_by_day(scan, read).unwrap_or_else(|| with_clock(scan, read)));
    }
    if lower {
        return None;
    }
    let slash = scan.glued_punct(j, b'/') && scan.glued(j + 1);
    if let Some((year, end)) = year_after(scan, j + usize::from(scan.hyphen(j) || slash)) {
        let form = Form::Date { year: Some(year), month: Some(m), day: None, weekday: None };
        return Some(Read::new(i, end, form, "month-year"));
    }
    if let Some(end) = of_that_year(scan, j) {
        return Some(Read::new(
            i,
            end,
            Form::OfThatYear { month: m, day: None },
            "month-of-that-year",
        ));
    }
    if let Some((shift, end)) = of_shifted_year(scan, j) {
        let which = if shift < 0 {
            Which::Last
        } else if shift > 0 {
            Which::Next
        } else {
            Which::This
        };
        let form = Form::Deictic { which, what: crate::form::What::Month(m), the: false };
        return Some(Read::new(i, end, form, "month-of-last-year"));
    }
    bare_month(scan, i, m, j)
}

/// "of that year", "of the same year", "the same year".
fn of_that_year(scan: &Scan, i: usize) -> Option<usize> {
    let j = i + usize::from(scan.word(i) == Word::Of);
    let k = j + usize::from(scan.word(j) == Word::The);
    let that = matches!(scan.word(k), Word::Which(Which::That | Which::Same));
    (that && scan.is(k + 1, "year")).then_some(k + 2)
}

/// "of last year", "last year", "of this year": years from publication.
fn of_shifted_year(scan: &Scan, i: usize) -> Option<(i32, usize)> {
    let j = i + usize::from(scan.word(i) == Word::Of);
    if !scan.is(j + 1, "year") {
        return None;
    }
    let shift = match scan.word(j) {
        Word::Which(Which::Last) => -1,
        Word::Which(Which::This) => 0,
        Word::Which(Which::Next) => 1,
        _ => return None,
    };
    Some((shift, j + 2))
}

/// A month alone, guarded against modals, verbs and given names.
fn bare_month(scan: &Scan, i: usize, m: i8, end: usize) -> Option<Read> {
    if !scan.capital(i) {
        return None;
    }
    if scan.text(i).len() == 3 && end == i + 1 && !scan.is(i, "may") {
        return None;
    }
    let before = scan.before(i);
    let led = matches!(
        before,
        Word::In
            | Word::Of
            | Word::By
            | Word::Since
            | Word::Until
            | Word::From
            | Word::To
            | Word::Before
            | Word::After
            | Word::During
            | Word::Through
            | Word::For
            | Word::Between
            | Word::Which(_)
            | Word::Place(_)
            | Word::And
            | Word::Or
            | Word::On
            | Word::Over
            | Word::A
    ) || scan.punct(i.wrapping_sub(1), b'-') && scan.glued(i)
        || before == Word::Punct(b'-')
        || scan.hyphen(end) && matches!(scan.word(end + 1), Word::Month(_));
    if scan.any(i, &["may", "march"]) && !led {
        return None;
    }
    // "April Jones", "August Wilson": a name unless something leads to a date.
    let named = scan.capital(end) && !scan.glued(end) && scan.word(end) == Word::Other;
    if !led && named && scan.any(i, &["april", "june", "august"]) {
        return None;
    }
    if matches!(before, Word::And | Word::Or | Word::To)
        && scan.any(i, &["may", "march"])
        && !matches!(
            i.checked_sub(2).map(|k| scan.word(k)),
            Some(Word::Month(_) | Word::Digits(..))
        )
    {
        return None;
    }
    let form = Form::Date { year: None, month: Some(m), day: None, weekday: None };
    Some(Read::new(i, end, form, "month"))
}

/// "20 July 1956", "5th of November", "the 5th of May".
pub(super) fn day_first(scan: &Scan, i: usize) -> Option<Read> {
    let (day, j) = day_number(scan, i)?;
    if scan.glued(i)
        && matches!(scan.before(i), Word::Punct(b'-' | b'/' | b':'))
        && scan.digits(i.wrapping_sub(2)).is_none()
    {
        return None;
    }
    let mut k = j + usize::from(scan.word(j) == Word::Of);
    let slash = scan.glued_punct(k, b'/') && scan.glued(k + 1);
    k += usize::from(scan.hyphen(k) || slash);
    let (m, end) = month(scan, k)?;
    let short = scan.text(k).len() <= 3 || scan.any(k, &["march"]);
    let slash = scan.glued_punct(end, b'/') && scan.glued(end + 1);
    let dashed = end + usize::from(scan.hyphen(end) || slash);
    if let Some((year, end)) = year_after(scan, dashed) {
        let form = Form::Date { year: Some(year), month: Some(m), day: Some(day), weekday: None };
        return Some(with_clock(scan, Read::new(i, end, form, "day-month-year")));
    }
    if short && !scan.capital(k) {
        return None;
    }
    if let Some(end) = of_that_year(scan, end) {
        return Some(Read::new(
            i,
            end,
            Form::OfThatYear { month: m, day: Some(day) },
            "day-month-of-that-year",
        ));
    }
    // "10 May Day parades" is no date.
    if scan.is(end, "day") {
        return None;
    }
    let form = Form::Date { year: None, month: Some(m), day: Some(day), weekday: None };
    let read = Read::new(i, end, form, "day-month");
    Some(named_by_day(scan, read).unwrap_or_else(|| with_clock(scan, read)))
}

/// "the Sept. 11 attacks", "the post-Sept. 11 law": a day that names what happened on it, in one year.
/// "The Sept. 11 attack" and "the Sept. 11 attacks on the consulate" are those of their own year.
fn named_by_day(scan: &Scan, read: Read) -> Option<Read> {
    const WHAT: &[&str] = &[
        "attacks",
        "attackers",
        "commission",
        "families",
        "hijackers",
        "hijackings",
        "memorial",
        "museum",
        "survivors",
        "victims",
    ];
    const KIND: &[&str] = &["terror", "terrorist", "hijacking", "suicide"];
    const DEEDS: &[&str] = &["attacks", "attackers", "hijackings"];
    #[rustfmt::skip]
    const WHERE: &[&str] = &[
        "america", "lower", "manhattan", "new", "pennsylvania", "pentagon", "towers", "trade",
        "u", "u.s", "united", "us", "washington",
    ];
    let bare = Form::Date { year: None, month: Some(9), day: Some(11), weekday: None };
    let next = read.end + usize::from(scan.any(read.end, KIND));
    let i = read.start;
    let since = i > 1 && scan.glued_punct(i - 1, b'-') && scan.any(i - 2, &["post", "pre"]);
    let the = i > 0 && scan.word(i - 1) == Word::The;
    // "attacks on the World Trade Center", "attacks in New York".
    let elsewhere = scan.any(next, DEEDS)
        && scan.any(next + 1, &["against", "on"])
        && !(next + 2..next + 5).any(|k| scan.any(k, WHERE));
    let named = read.form == bare && (the && scan.any(next, WHAT) && !elsewhere || since);
    let form = Form::Feast(Feast::SeptemberEleventh, YearOf::Nearest);
    named.then_some(Read { form, rule: "september-eleventh", ..read })
}

/// "Tuesday", "Friday, Oct. 23", "Friday night", "Monday 5 p.m.".
pub(super) fn weekday_first(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Weekday(weekday) = scan.word(i) else {
        return None;
    };
    let full = scan.text(i).len() >= 6;
    let j = i + 1 + usize::from(!full && scan.glued_punct(i + 1, b'.'));
    let k = j + usize::from(scan.punct(j, b','));
    let k = k + usize::from(scan.word(k) == Word::The && year::ordinal(scan, k + 1).is_some());
    if let Some(date) = super::numeric::read(scan, k)
        .filter(|date| matches!(date.form, Form::Known(Period::Day(_))))
    {
        return Some(Read { rule: "weekday-numeric", sense: Sense::Weekday, ..date.from(i) });
    }
    let of = j + usize::from(scan.word(j) == Word::Of);
    let of = of + usize::from(scan.word(of) == Word::The);
    if full
        && let Word::Which(which @ (Which::Last | Which::This | Which::Next | Which::Following)) =
            scan.word(of)
        && scan.word(of + 1) == Word::Unit(Unit::Week)
    {
        let shift = match which {
            Which::Last => -1,
            Which::This => 0,
            _ => 1,
        };
        return Some(Read::new(i, of + 2, Form::WeekdayOf { weekday, shift }, "weekday-of-week"));
    }
    let dated = month_first(scan, k).or_else(|| day_first(scan, k));
    if let Some(read) = dated
        && let Form::Date { year, month, day: Some(day), .. } = read.form
    {
        let form = Form::Date { year, month, day: Some(day), weekday: Some(weekday) };
        return Some(Read { form, rule: "weekday-date", sense: Sense::Weekday, ..read.from(i) });
    }
    let short = scan.any(i, &["tues", "thurs"]) && scan.capital(i);
    if !full && !short {
        return None;
    }
    let form = Form::Date { year: None, month: None, day: None, weekday: Some(weekday) };
    let read = Read::new(i, j, form, "weekday");
    if let Some((time, end)) = deictic::part(scan, j) {
        return Some(Read { rule: "weekday-part", ..read.to(end).at(Some(time)) });
    }
    if let Word::Parts(part) = scan.word(j) {
        let often = crate::form::Often::Weekday(weekday, Some(part));
        return Some(Read::new(i, j + 1, Form::Often(often), "weekday-parts"));
    }
    Some(with_clock(scan, read))
}

/// A clock time right after a date belongs to it: "May 8 1:00AM", "Friday, 5 p.m.".
fn with_clock(scan: &Scan, read: Read) -> Read {
    if read.time.is_some() {
        return read;
    }
    if let Some((time, end)) = deictic::part(scan, read.end) {
        return read.to(end).at(Some(time));
    }
    match clock::time(scan, scan.comma(read.end)) {
        Some((time, end)) => read.to(end).at(Some(time)),
        None => read,
    }
}
