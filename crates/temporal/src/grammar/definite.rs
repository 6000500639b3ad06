//! Owns what an article makes known: "the week", "the summer of 1955", "the morning of June 5",
//! "the day before", and seasons with or without it. It refuses "this", "last" and "next".

use super::deictic::day_after_part;
use super::{calendar, quantity, year};
use crate::form::{Form, Of, Read, Time, What};
use crate::period::Unit;
use crate::scan::Scan;
use crate::word::{Which, Word};

/// "the week", "the weekend", "the summer of 1955", "the morning of June 5", "the day before".
pub(super) fn definite(scan: &Scan, i: usize) -> Option<Read> {
    match scan.word(i) {
        Word::Part(part) => {
            let time = Some(Time::Part(part));
            if let Some(date) = day_after_part(scan, i + 1) {
                return Some(Read { rule: "part-of-day", ..date.from(i).at(time) });
            }
            let end = i + 1;
            if scan.word(end) == Word::Of || scan.glued_punct(end, b'-') {
                return None;
            }
            let led = i >= 2
                && matches!(
                    scan.word(i - 2),
                    Word::In | Word::During | Word::Through | Word::Over | Word::For
                );
            led.then(|| Read::new(i, end, Form::Definite(What::Part(part)), "the-part"))
        }
        Word::Season(_) => season(scan, i),
        Word::Unit(unit) => definite_unit(scan, i, unit),
        _ => None,
    }
}

fn definite_unit(scan: &Scan, i: usize, unit: Unit) -> Option<Read> {
    let end = i + 1;
    // "Hero of the Year": a title.
    if scan.capital(i) && i > 0 && !scan.capital(i - 1) {
        return None;
    }
    match unit {
        Unit::Year => {
            let of = end + usize::from(scan.word(end) == Word::Of);
            if let Some((year, end)) = year::part(scan, of) {
                return Some(Read::new(
                    i,
                    end,
                    Form::Known(crate::period::Period::Year(year)),
                    "the-year",
                ));
            }
        }
        Unit::Month if scan.word(end) == Word::Of => {
            let read = calendar::month_first(scan, end + 1)?;
            return Some(Read { rule: "the-month-of", ..read.from(i) });
        }
        Unit::Week if scan.word(end) == Word::Of => {
            let date =
                calendar::month_first(scan, end + 1).or_else(|| calendar::day_first(scan, end + 1));
            if let Some(date) = date
                && let Form::Date { year, month: Some(month), day: Some(day), .. } = date.form
            {
                return Some(Read::new(i, date.end, Form::WeekOf { year, month, day }, "week-of"));
            }
        }
        Unit::Day => {
            // "the day before", "the day after tomorrow", "the day following"
            let shift = match scan.word(end) {
                Word::Before => -1,
                Word::After => 1,
                Word::Which(Which::Following) => 1,
                _ => return None,
            };
            match scan.word(end + 1) {
                Word::Day(base) if base == shift as i8 => {
                    return Some(Read::new(i, end + 2, Form::Day(2 * shift), "day-beyond"));
                }
                Word::Feast(_) if shift == 1 => return None,
                _ => {}
            }
            let which = if shift < 0 { Which::Previous } else { Which::Following };
            let form = Form::Deictic { which, what: What::Unit(Unit::Day), the: true };
            let open = matches!(
                scan.word(end + 1),
                Word::Punct(_) | Word::Break | Word::And | Word::Cue(_) | Word::In
            );
            let end = if open { end + 1 } else { end };
            return (open || scan.narrative).then(|| Read::new(i, end, form, "the-day-before"));
        }
        _ => {}
    }
    // "the week 31"
    if let (Unit::Week, Some((n @ 1..=53, 1 | 2))) = (unit, scan.digits(end))
        && scan.closes(end + 1)
    {
        let of = Of::Deictic(Which::This, Unit::Year);
        let what = What::Unit(Unit::Week);
        let form = Form::Nth { n: n as i8, what, of };
        return Some(Read::new(i, end + 1, form, "week-number"));
    }
    // "the week after next", "the year before last"
    let beyond = match (scan.word(end), scan.word(end + 1)) {
        (Word::After, Word::Which(Which::Next)) => 2,
        (Word::Before, Word::Which(Which::Last)) => -2,
        _ => 0,
    };
    if beyond != 0 && matches!(unit, Unit::Week | Unit::Weekend | Unit::Month | Unit::Year) {
        return Some(Read::new(
            i,
            end + 2,
            Form::Beyond { unit, shift: beyond },
            "the-unit-beyond",
        ));
    }
    if matches!(scan.word(end), Word::Before | Word::Earlier)
        && matches!(unit, Unit::Week | Unit::Month | Unit::Year)
        && matches!(scan.word(end + 1), Word::Punct(_) | Word::Break)
    {
        let form = Form::Deictic { which: Which::Previous, what: What::Unit(unit), the: true };
        return Some(Read::new(i, end + 1, form, "the-unit-before"));
    }
    if matches!(
        unit,
        Unit::Hour
            | Unit::Minute
            | Unit::Second
            | Unit::Decade
            | Unit::Century
            | Unit::Millennium
            | Unit::Night
            | Unit::Fortnight
    ) {
        return None;
    }
    if scan.hyphen(end) {
        return None;
    }
    if unit == Unit::Year && scan.any(end, &["ended", "ending"]) {
        return Some(Read::new(i, end, quantity::length(unit, None), "the-year-ended"));
    }
    Some(Read::new(i, end, Form::Definite(What::Unit(unit)), "the-unit"))
}

/// "(the) full year": the year of accounts that publication falls in.
pub(super) fn full_year(scan: &Scan, i: usize) -> Option<Read> {
    let year = scan.word(i + 1) == Word::Unit(Unit::Year);
    let open = !scan.hyphen(i + 2) && !matches!(scan.word(i + 2), Word::Of | Word::Digits(..));
    let form = Form::Definite(What::Unit(Unit::Year));
    (year && open).then(|| Read::new(i, i + 2, form, "full-year"))
}

/// "summer 2010", "the summer of 1955", "the summer", "in spring".
pub(super) fn season(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Season(season) = scan.word(i) else {
        return None;
    };
    let fall = scan.is(i, "fall") || scan.is(i, "spring");
    let j = i + 1 + usize::from(scan.word(i + 1) == Word::Of);
    // "winter of nineteen ninety-four", but "winter two years ago"
    let written = scan.digits(j).is_some() || scan.punct(j, b'\'') || j == i + 2;
    let plain = || year::part(scan, j).filter(|_| written);
    if let Some((year, end)) = year::with_era(scan, j).or_else(plain) {
        let period = crate::period::Period::Season(year, season);
        return Some(Read::new(i, end, Form::Known(period), "season-year"));
    }
    if j == i + 2 {
        // "the fall of Atlanta", but "the summer of that year"
        let that = matches!(scan.word(j), Word::Which(Which::That | Which::Same))
            && scan.is(j + 1, "year");
        if that {
            let form = Form::Deictic { which: Which::That, what: What::Season(season), the: true };
            return Some(Read::new(i, j + 2, form, "season-of-that-year"));
        }
        if let Word::Which(which @ (Which::Last | Which::This | Which::Next)) = scan.word(j)
            && scan.is(j + 1, "year")
        {
            let form = Form::SeasonOf { season, which };
            return Some(Read::new(i, j + 2, form, "season-of-last-year"));
        }
        if fall {
            return None;
        }
    }
    let before = scan.before(i);
    let the_in = before == Word::The
        && i >= 2
        && matches!(
            scan.word(i - 2),
            Word::In
                | Word::During
                | Word::By
                | Word::Over
                | Word::Since
                | Word::Until
                | Word::Place(_)
                | Word::Through
                | Word::For
                | Word::Of
        );
    let led = matches!(
        before,
        Word::In
            | Word::By
            | Word::During
            | Word::Since
            | Word::Until
            | Word::Place(_)
            | Word::Through
            | Word::Over
    );
    let plain = the_in
        || led
        || scan.before(i) == Word::Punct(b'-')
            && matches!(i.checked_sub(2).map(|k| scan.word(k)), Some(Word::Place(_)));
    let olympic = scan.any(i + 1, &["olympics", "games", "olympic", "palace"]);
    if !plain && (fall || before != Word::The || !scan.narrative)
        || olympic
        || scan.glued_punct(i + 1, b'-')
    {
        return None;
    }
    Some(Read::new(i, i + 1, Form::Definite(What::Season(season)), "season"))
}

/// "day after tomorrow" without its article.
pub(super) fn day_beyond(scan: &Scan, i: usize) -> Option<Read> {
    let beyond =
        scan.word(i) == Word::Unit(Unit::Day) && matches!(scan.word(i + 2), Word::Day(-1 | 1));
    if !beyond {
        return None;
    }
    definite(scan, i)
}
