//! Owns times of day: "5 p.m.", "17:00", "noon", "half past five", "six o'clock", with a zone and
//! with the date that directly follows ("5 p.m. EST, Nov. 9"). It refuses parts of the day.

use super::{calendar, deictic, numeric};
use crate::form::{Form, Read, Time, Zone};
use crate::number;
use crate::scan::Scan;
use crate::word::{Part, Word};

/// "a.m.", "pm", "p.m": whether it is after noon.
fn half_day(scan: &Scan, i: usize) -> Option<(bool, usize)> {
    for (whole, letter, pm) in [("am", "a", false), ("pm", "p", true)] {
        if scan.is(i, whole) {
            return Some((pm, i + 1));
        }
        if scan.is(i, letter)
            && scan.glued_punct(i + 1, b'.')
            && scan.is(i + 2, "m")
            && scan.glued(i + 2)
        {
            return Some((pm, i + 3 + usize::from(scan.glued_punct(i + 3, b'.'))));
        }
    }
    None
}

/// A zone after a clock time: "EST", "GMT", "local time", "Eastern time", "Z", "+01:00".
fn zone(scan: &Scan, i: usize) -> (Zone, usize) {
    let upper = scan.text(i).bytes().all(|byte| byte.is_ascii_uppercase());
    let j = i + usize::from(scan.punct(i, b'('));
    if scan.word(j) == Word::Zone && scan.capital(j) {
        let zone = match scan.text(j).to_ascii_lowercase().as_str() {
            "gmt" | "utc" => Zone::Utc,
            "est" | "cdt" => Zone::Named(-300),
            "edt" => Zone::Named(-240),
            "cst" | "mdt" => Zone::Named(-360),
            "mst" | "pdt" => Zone::Named(-420),
            "pst" => Zone::Named(-480),
            "bst" | "cet" => Zone::Named(60),
            "cest" => Zone::Named(120),
            "ist" => Zone::Named(330),
            "jst" => Zone::Named(540),
            _ => Zone::Unsaid,
        };
        return (zone, if j == i { j + 1 } else { i });
    }
    if scan.is(i + 1, "time")
        && scan.any(i, &["eastern", "central", "pacific", "mountain", "greenwich"])
    {
        return (Zone::Unsaid, i + 2);
    }
    if upper && scan.any(i, &["et", "pt", "ct", "mt"]) {
        return (Zone::Unsaid, i + 1);
    }
    (Zone::Unsaid, i)
}

/// A clock time at `i`, zone included.
pub(super) fn time(scan: &Scan, i: usize) -> Option<(Time, usize)> {
    let (hour, minute, second, j) = bare(scan, i)?;
    let (zone, end) = zone(scan, j);
    Some((Time::Clock { hour, minute, second, zone }, end))
}

type Clock = (i8, Option<i8>, Option<i8>, usize);

fn bare(scan: &Scan, i: usize) -> Option<Clock> {
    match scan.word(i) {
        Word::Noon => return Some((12, Some(0), None, i + 1)),
        Word::Midnight => return Some((24, Some(0), None, i + 1)),
        Word::Half if scan.is(i + 1, "past") => {
            let (hour @ 1..=12, end) = number::small(scan, i + 2)? else {
                return None;
            };
            return Some(afternoon(scan, hour as i8, Some(30), None, end));
        }
        _ => {}
    }
    if let Some(clock) = beside_hour(scan, i) {
        return Some(clock);
    }
    if let Some((hour @ 0..=24, 1 | 2)) = scan.digits(i) {
        let (mut minute, mut second, mut j) = (None, None, i + 1);
        let colon = scan.glued_punct(j, b':') || scan.glued_punct(j, b'.');
        if colon
            && scan.glued(j + 1)
            && let Some((value @ 0..=59, 2)) = scan.digits(j + 1)
        {
            let dotted = scan.punct(j, b'.');
            let mut end = j + 2;
            let mut seconds = None;
            if !dotted
                && scan.glued_punct(end, b':')
                && scan.glued(end + 1)
                && let Some((value @ 0..=59, 2)) = scan.digits(end + 1)
            {
                seconds = Some(value as i8);
                end += 2;
            }
            if dotted && half_day(scan, end).is_none() {
                return None;
            }
            (minute, second, j) = (Some(value as i8), seconds, end);
        }
        if let Some((pm, end)) = half_day(scan, j) {
            let hour = match (hour, pm) {
                (12, false) => 0,
                (1..=11, true) => hour + 12,
                (13..=24 | 0, _) if minute.is_none() => return None,
                _ => hour,
            };
            return Some((hour as i8, minute, second, end));
        }
        if minute.is_some() && !scan.glued_punct(i.wrapping_sub(1), b'-') {
            let tail = scan.glued(j)
                && matches!(
                    scan.word(j),
                    Word::Other | Word::Digits(..) | Word::Punct(b'%' | b'/')
                );
            // "a 3:10 finish", "won 2:06" are hard to tell; a leading clock needs a cue or two digits.
            let led = matches!(
                scan.before(i),
                Word::At
                    | Word::By
                    | Word::Until
                    | Word::Since
                    | Word::From
                    | Word::About
                    | Word::Before
                    | Word::After
                    | Word::To
                    | Word::Punct(b'(' | b'-' | b',')
            ) || scan.digits(i).is_some_and(|(_, length)| length == 2)
                || zone(scan, j).1 > j;
            if !tail && led {
                return Some((hour as i8, minute, second, j));
            }
            return None;
        }
        return worded(scan, i, hour, j);
    }
    let (hour @ 1..=12, j) = number::small(scan, i)? else {
        return None;
    };
    if let Some(clock) = worded(scan, i, hour, j) {
        return Some(clock);
    }
    let (pm, end) = half_day(scan, j)?;
    (!scan.is(j, "am") || scan.glued_punct(j, b'-')).then_some(())?;
    Some(((hour % 12) as i8 + if pm { 12 } else { 0 }, None, None, end))
}

/// "twenty minutes to midnight", "at a quarter past six", "five minutes to 6 p.m.".
fn beside_hour(scan: &Scan, i: usize) -> Option<Clock> {
    let article = usize::from(scan.word(i) == Word::A);
    let (minutes, j) = if scan.is(i + article, "quarter") {
        (15, i + article + 1)
    } else {
        let (minutes @ 1..=59, j) = small(scan, i)? else {
            return None;
        };
        let j = scan.any(j, &["minutes", "mins", "min", "minute"]).then_some(j + 1)?;
        (minutes as i8, j)
    };
    let ahead = scan.any(j, &["to", "before"]);
    let beside = scan.any(j, &["before", "after"]);
    if !(ahead || scan.any(j, &["past", "after"])) {
        return None;
    }
    let (hour, end) = match scan.word(j + 1) {
        Word::Noon => (12, j + 2),
        Word::Midnight => (24, j + 2),
        _ if beside => return None,
        _ => {
            let (hour @ 1..=12, end) = small(scan, j + 1)? else {
                return None;
            };
            let end = if oclock(scan, end) { end + 3 } else { end };
            let (named, _, _, after) = afternoon(scan, hour as i8, None, None, end);
            // "cut from 20 minutes to 12", "up a quarter to six million": without more they are amounts.
            let led = matches!(scan.before(i), Word::At | Word::Until | Word::Since);
            let ends =
                matches!(scan.word(end), Word::Punct(b'.' | b',' | b';') | Word::On | Word::Break)
                    && !scan.glued(end + 1);
            if after == end && !(led && ends) {
                return None;
            }
            (if after == end { hour as i8 } else { named }, after)
        }
    };
    let (hour, minute) =
        if ahead { ((hour + 23) % 24, 60 - minutes) } else { (hour % 24, minutes) };
    Some((hour, Some(minute), None, end))
}

/// A number below a hundred, in words or digits.
fn small(scan: &Scan, i: usize) -> Option<(u32, usize)> {
    let digits = || match scan.digits(i)? {
        (n, 1 | 2) if !(scan.glued_punct(i + 1, b'.') && scan.glued(i + 2)) => Some((n, i + 1)),
        _ => None,
    };
    number::small(scan, i).or_else(digits)
}

/// "(six) o'clock", "(at 4) in the morning", `j` being the token after the hour.
fn worded(scan: &Scan, i: usize, hour: u32, j: usize) -> Option<Clock> {
    if oclock(scan, j) {
        return Some(afternoon(scan, hour as i8, None, None, j + 3));
    }
    let led = matches!(scan.before(i), Word::At | Word::By | Word::Until | Word::About);
    if !led || !(1..=12).contains(&hour) || part_after(scan, j).is_none() {
        return None;
    }
    Some(afternoon(scan, hour as i8, None, None, j))
}

/// "in the morning": whether it is after noon.
fn part_after(scan: &Scan, i: usize) -> Option<(bool, usize)> {
    if scan.word(i) != Word::In || scan.word(i + 1) != Word::The {
        return None;
    }
    match scan.word(i + 2) {
        Word::Part(Part::Morning) => Some((false, i + 3)),
        Word::Part(Part::Afternoon | Part::Evening) => Some((true, i + 3)),
        _ => None,
    }
}

fn oclock(scan: &Scan, j: usize) -> bool {
    scan.is(j, "o") && scan.glued_punct(j + 1, b'\'') && scan.is(j + 2, "clock")
}

/// "six o'clock in the evening": the part of the day settles which six.
fn afternoon(scan: &Scan, hour: i8, minute: Option<i8>, second: Option<i8>, end: usize) -> Clock {
    if let Some((pm, end)) = half_day(scan, end).or_else(|| part_after(scan, end)) {
        return (if pm { hour % 12 + 12 } else { hour % 12 }, minute, second, end);
    }
    (hour, minute, second, end)
}

/// A clock time with what directly follows it: "5 p.m. EST Nov. 9", "midnight Friday",
/// "10 a.m. yesterday", "noon".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    let (time, end) = time(scan, i)?;
    let k = scan.comma(end);
    let date = calendar::weekday_first(scan, k)
        .or_else(|| calendar::month_first(scan, k))
        .or_else(|| numeric::read(scan, k))
        .or_else(|| (k == end).then(|| calendar::day_first(scan, k)).flatten())
        .or_else(|| deictic::day(scan, k))
        .filter(|date| date.time.is_none() && matches!(date.form, Form::Date { day, weekday, .. } if day.is_some() || weekday.is_some()) || matches!(date.form, Form::Day(_)) && date.time.is_none());
    if let Some(date) = date {
        let mut end = date.end;
        if matches!(scan.word(end), Word::Zone) {
            end += 1;
        }
        return Some(Read {
            rule: "clock-date",
            modifier: None,
            ..date.from(i).to(end).at(Some(time))
        });
    }
    // "5 p.m. tomorrow" is above; "9 in the morning" is not a clock of ours.
    Some(Read::new(i, end, Form::Clock, "clock").at(Some(time)))
}
