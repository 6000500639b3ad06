//! Owns years, decades and centuries: "1988", "the year 2000", "nineteen ninety-six", "the 1990s",
//! "the '60s", "20th century", "218 BC". It refuses months and days.

use crate::form::{Form, Read};
use crate::number;
use crate::period::{Period, Unit, full_year};
use crate::scan::Scan;
use crate::timex::Modifier;
use crate::word::Word;

/// From which two digits on an apostrophe tells of the last century: "the summer of '45".
const MEMORABLE: u32 = 40;

/// The year at token `i` as part of a longer date: four digits, or an apostrophe and two.
pub(super) fn part(scan: &Scan, i: usize) -> Option<(i16, usize)> {
    if let Some((year @ 1000..=2199, 4)) = scan.digits(i) {
        let decimal = (scan.glued_punct(i + 1, b'.') || scan.glued_punct(i + 1, b','))
            && scan.glued(i + 2)
            && scan.digits(i + 2).is_some();
        let worded = scan.glued(i + 1)
            && matches!(scan.word(i + 1), Word::Other | Word::Units(_) | Word::Unit(_));
        return (!decimal && !worded && !scan.glued_punct(i + 1, b'%'))
            .then_some((year as i16, i + 1));
    }
    if scan.punct(i, b'\'')
        && scan.glued(i + 1)
        && let Some((year, 2)) = scan.digits(i + 1)
        && !scan.glued_punct(i + 2, b'-')
    {
        return Some((full_year(year, MEMORABLE), i + 2));
    }
    if let Word::Ones(_) | Word::Tens(_) = scan.word(i) {
        return spoken(scan, i);
    }
    None
}

/// "nineteen ninety-six", "two thousand four": as broadcasters say years.
fn spoken(scan: &Scan, i: usize) -> Option<(i16, usize)> {
    match scan.word(i) {
        Word::Ones(century @ 15..=20) => {
            let (rest, end) = number::small(scan, i + 1)?;
            (rest >= 10).then_some((i16::from(century) * 100 + rest as i16, end))
        }
        Word::Tens(20) => {
            let (rest @ 10..=99, end) = number::small(scan, i + 1)? else {
                return None;
            };
            Some((2000 + rest as i16, end))
        }
        Word::Ones(2) if scan.word(i + 1) == Word::Thousand => {
            let j = i + 2 + usize::from(scan.word(i + 2) == Word::And);
            match number::small(scan, j) {
                Some((rest, end)) => Some((2000 + rest as i16, end)),
                None => Some((2000, i + 2)),
            }
        }
        _ => None,
    }
}

/// A year said in words, standing alone.
pub(super) fn words(scan: &Scan, i: usize) -> Option<Read> {
    let (year, end) = spoken(scan, i)?;
    let led = matches!(scan.before(i), Word::In | Word::Since | Word::By | Word::Until);
    let counted = matches!(scan.word(i), Word::Ones(2)) && !(led && end > i + 2);
    (!counted).then(|| Read::new(i, end, Form::Known(Period::Year(year)), "year-words"))
}

/// "BC", "B.C.", "BCE", "AD" after a number.
fn era(scan: &Scan, i: usize) -> Option<(bool, usize)> {
    for (name, before) in [("bc", true), ("bce", true), ("ad", false), ("ce", false)] {
        if scan.is(i, name) && scan.capital(i) {
            return Some((before, i + 1));
        }
    }
    let dotted = scan.glued_punct(i + 1, b'.') && scan.glued(i + 2);
    let close = 3 + usize::from(scan.glued_punct(i + 3, b'.'));
    if dotted && scan.is(i, "b") && scan.is(i + 2, "c") {
        return Some((true, i + close));
    }
    if dotted && scan.is(i, "a") && scan.is(i + 2, "d") && scan.capital(i) {
        return Some((false, i + close));
    }
    None
}

/// A number with its era: "480 BC". Years are astronomical, so 480 BC is -479.
pub(super) fn with_era(scan: &Scan, i: usize) -> Option<(i16, usize)> {
    let (value @ 1..=9999, 1..=4) = scan.digits(i)? else {
        return None;
    };
    let (before, end) = era(scan, i + 1)?;
    Some((if before { 1 - value as i16 } else { value as i16 }, end))
}

/// The first year of "499-493 BC", "from 499 to 493 BC", whose era stands with the second.
fn shares_era(scan: &Scan, i: usize) -> Option<i16> {
    let (first @ 1..=9999, 1..=4) = scan.digits(i)? else {
        return None;
    };
    let joined = matches!(scan.word(i + 1), Word::To | Word::And) || scan.punct(i + 1, b'-');
    let (second, _) = with_era(scan, i + 2).filter(|_| joined)?;
    let year = 1 - first as i16;
    (second <= 0 && year < second).then_some(year)
}

/// A year standing alone: "in 1988", "the 2000 Olympics", "1861-1863", "218 BC".
pub(super) fn bare(scan: &Scan, i: usize) -> Option<Read> {
    let (value, length) = scan.digits(i)?;
    if let Some((year, end)) =
        with_era(scan, i).or_else(|| shares_era(scan, i).map(|year| (year, i + 1)))
    {
        return Some(Read::new(i, end, Form::Known(Period::Year(year)), "year-era"));
    }
    // "1955-57", "1991/92": the second year of a pair.
    let season = scan.before(i) == Word::Punct(b'/')
        && i >= 2
        && scan.glued(i)
        && scan.glued(i - 1)
        && matches!(scan.digits(i - 2), Some((first @ 1400..=2099, 4)) if value == (first + 1) % 100);
    if length == 2 && (season || pair(scan, i)) {
        let (first, _) = scan.digits(i - 2)?;
        let year = (first / 100 * 100 + value) as i16;
        return Some(Read::new(i, i + 1, Form::Known(Period::Year(year)), "year-pair"));
    }
    let (year, end) = part(scan, i)?;
    if length != 4 || !stands(scan, i, year) {
        return None;
    }
    let read = Read::new(i, end, Form::Known(Period::Year(year)), "year");
    // "1994 or later"
    Some(match (scan.word(end), scan.word(end + 1)) {
        (Word::Or, Word::Later) => read.to(end + 2).modified(Some(Modifier::OnOrAfter)),
        (Word::Or, Word::Earlier) => read.to(end + 2).modified(Some(Modifier::OnOrBefore)),
        _ => read,
    })
}

/// Whether the two digits at `i` close a pair of years that rises.
fn pair(scan: &Scan, i: usize) -> bool {
    i >= 2
        && scan.glued(i)
        && scan.glued(i - 1)
        && scan.before(i) == Word::Punct(b'-')
        && matches!((scan.digits(i - 2), scan.digits(i)),
            (Some((first @ 1400..=2099, 4)), Some((second, 2))) if second > first % 100)
        && !(scan.glued(i + 1)
            && scan.glued(i + 2)
            && matches!(scan.word(i + 1), Word::Punct(b'-' | b'.' | b':')))
}

/// Whether four digits are a year and not a count, a price, a score or a number plate.
fn stands(scan: &Scan, i: usize, year: i16) -> bool {
    let before = scan.before(i);
    if scan.glued(i) {
        // "$1990", "No.1990", "pre-1990" and "1861-1863" are told apart by what is glued.
        let ok = match before {
            Word::Punct(b'(' | b'"' | b'\'' | b'[' | b'`' | b'/') => true,
            Word::Punct(b'-') => {
                i < 2 || !matches!(scan.word(i - 2), Word::Digits(_, length) if length != 4)
            }
            _ => false,
        };
        if !ok {
            return false;
        }
    }
    if scan.glued(i + 1) {
        let ok = match scan.word(i + 1) {
            Word::Punct(b'-') => match scan.word(i + 2) {
                Word::Digits(next, 4) => (1000..2200).contains(&next),
                Word::Digits(_, 2) => pair(scan, i + 2),
                Word::Digits(..) => false,
                _ => true,
            },
            Word::Punct(b':') => !(scan.glued(i + 2) && scan.digits(i + 2).is_some()),
            Word::Punct(b'/') => matches!(scan.word(i + 2), Word::Digits(_, 2 | 4)),
            Word::Punct(byte) => !matches!(byte, b'%' | b'_' | b'@' | b'&' | b'+' | b'$'),
            _ => false,
        };
        if !ok {
            return false;
        }
    }
    let led = matches!(
        before,
        Word::In
            | Word::Since
            | Word::By
            | Word::Until
            | Word::From
            | Word::During
            | Word::Between
            | Word::Through
            | Word::Before
            | Word::After
            | Word::Of
            | Word::Month(_)
            | Word::Place(_)
            | Word::Punct(b'(')
            | Word::Season(_)
            | Word::Feast(_)
    );
    let counted = matches!(
        scan.word(i + 1),
        Word::Units(_) | Word::Times | Word::Hundred | Word::Thousand | Word::Zone
    ) || scan.any(i + 1, COUNTED);
    if counted {
        return false;
    }
    if scan.any(i.wrapping_sub(1), NUMBERED) || before == Word::Punct(b'#') {
        return false;
    }
    match year {
        1900..=2059 => true,
        1400..=1899 => {
            led || scan.narrative
                || matches!(before, Word::Punct(_) | Word::The | Word::And | Word::To)
        }
        _ => scan.narrative && matches!(before, Word::In | Word::Since | Word::By | Word::Until),
    }
}

/// What is counted, so that the number before it is no year.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "dead",
    "points",
    "miles",
    "dollars",
    "euros",
    "pounds",
    "km",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "feet",
    "tons",
    "tonnes",
    "troops",
    "soldiers",
    "votes",
    "deaths",
    "cases",
    "percent",
    "per",
    "barrels",
    "acres",
    "shares",
    "jobs",
    "workers",
    "homes",
    "seats",
    "francs",
    "marks",
    "yen",
    "rpm",
    "hp",
    "mhz",
    "kg",
];

/// What is numbered, so that the number after it is no year.
const NUMBERED: &[&str] =
    &["no", "number", "flight", "route", "channel", "page", "resolution", "room", "model", "mark"];

/// "the 1990s", "1990's", "the nineties", "mid-1990s" (after "mid-").
pub(super) fn decade(scan: &Scan, i: usize) -> Option<Read> {
    if let Word::Decade(tens) = scan.word(i) {
        let led = matches!(scan.before(i), Word::The | Word::Place(_) | Word::Punct(b'-'));
        return led.then(|| Read::new(i, i + 1, Form::Nineties(tens), "decade-words"));
    }
    let (value, length) = scan.digits(i)?;
    let j = i + 1 + usize::from(scan.glued_punct(i + 1, b'\'') && scan.glued(i + 2));
    if !(scan.glued(j) && scan.is(j, "s")) {
        return None;
    }
    // "in his early 20s": an age.
    let opens = i.saturating_sub(1 + usize::from(matches!(scan.before(i), Word::Place(_))));
    if scan.any(opens, &["his", "her", "their", "my", "your", "our"]) {
        return None;
    }
    match (value, length) {
        (1000..=2190, 4) if value % 100 == 0 && scan.before(i) == Word::The && value < 1900 => {
            Some(Read::new(
                i,
                j + 1,
                Form::Known(Period::Century((value / 100) as i16)),
                "century-digits",
            ))
        }
        (10..=990, 2 | 3) if value % 10 == 0 && era(scan, j + 1).is_some_and(|(bc, _)| bc) => {
            let (_, end) = era(scan, j + 1)?;
            let decade = -((value / 10) as i16) - 1;
            Some(Read::new(i, end, Form::Known(Period::Decade(decade)), "decade-era"))
        }
        (1000..=2190, 4) if value % 10 == 0 => Some(Read::new(
            i,
            j + 1,
            Form::Known(Period::Decade((value / 10) as i16)),
            "decade-digits",
        )),
        (10..=90, 2)
            if value % 10 == 0
                && matches!(scan.before(i), Word::The | Word::Place(_) | Word::Punct(b'-')) =>
        {
            Some(Read::new(i, j + 1, Form::Nineties((value / 10) as u8), "decade-digits"))
        }
        _ => None,
    }
}

/// "'90s" and "'98".
pub(super) fn apostrophe(scan: &Scan, i: usize) -> Option<Read> {
    if !scan.glued(i + 1) {
        return None;
    }
    let (value, 2) = scan.digits(i + 1)? else {
        return None;
    };
    if scan.glued(i + 2) && scan.is(i + 2, "s") && value % 10 == 0 && scan.english {
        return Some(Read::new(i, i + 3, Form::Nineties((value / 10) as u8), "decade-digits"));
    }
    let free = !scan.glued(i) && !scan.glued(i + 2)
        || scan.glued(i + 2) && matches!(scan.word(i + 2), Word::Punct(b',' | b'.' | b';' | b')'));
    let led = matches!(
        scan.before(i),
        Word::In | Word::Since | Word::By | Word::Of | Word::Season(_) | Word::Until
    );
    if free && led {
        let (year, end) = part(scan, i)?;
        return Some(Read::new(i, end, Form::Known(Period::Year(year)), "year-short"));
    }
    None
}

/// "20th century", "nineteenth-century", "the third millennium BC".
pub(super) fn century(scan: &Scan, i: usize) -> Option<Read> {
    let (n, j) = ordinal(scan, i)?;
    let j = j + usize::from(scan.hyphen(j));
    let unit = match scan.word(j) {
        Word::Unit(unit @ (Unit::Century | Unit::Millennium)) => unit,
        _ => return None,
    };
    let (before, end) = era(scan, j + 1).unwrap_or((false, j + 1));
    let n = i16::from(n);
    let index = if before { -n } else { n - 1 };
    let period =
        if unit == Unit::Century { Period::Century(index) } else { Period::Millennium(index) };
    Some(Read::new(i, end, Form::Known(period), "century"))
}

/// An ordinal: "third", "twenty-first", "3rd".
pub(super) fn ordinal(scan: &Scan, i: usize) -> Option<(u8, usize)> {
    match scan.word(i) {
        Word::Ordinal(n) => Some((n, i + 1)),
        Word::Tens(tens @ (20 | 30)) => {
            let j = i + 1 + usize::from(scan.hyphen(i + 1));
            match scan.word(j) {
                Word::Ordinal(n @ 1..=9) => Some((tens + n, j + 1)),
                _ => None,
            }
        }
        Word::Digits(n @ 1..=99, 1 | 2)
            if scan.glued(i + 1) && scan.any(i + 1, &["st", "nd", "rd", "th"]) =>
        {
            Some((n as u8, i + 2))
        }
        _ => None,
    }
}
