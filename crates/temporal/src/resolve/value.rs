//! Owns the spelling of TIMEX3 values that are no calendar date: lengths, sets, times of day.
//! It refuses calendars.

use super::Place;
use crate::context::Mode;
use crate::form::{Form, NO_REST, Often, Read, Rest, Time, Zone};
use crate::number::Amount;
use crate::period::Unit;
use crate::timex::{Granularity, Kind};

/// The letters of a unit in a TIMEX3 duration, and whether it comes after the `T`.
fn letters(unit: Unit) -> (&'static str, bool) {
    match unit {
        Unit::Second => ("S", true),
        Unit::Minute => ("M", true),
        Unit::Hour => ("H", true),
        Unit::Night => ("NI", false),
        Unit::Day => ("D", false),
        Unit::Weekend => ("WE", false),
        Unit::Week | Unit::Fortnight => ("W", false),
        Unit::Month => ("M", false),
        Unit::Quarter => ("Q", false),
        Unit::Year => ("Y", false),
        Unit::Decade => ("DE", false),
        Unit::Century => ("CE", false),
        Unit::Millennium => ("ML", false),
    }
}

/// A unit with a finer one that holds a whole number of its parts.
fn finer(unit: Unit) -> Option<(Unit, i64)> {
    Some(match unit {
        Unit::Year => (Unit::Month, 12),
        Unit::Hour => (Unit::Minute, 60),
        Unit::Minute => (Unit::Second, 60),
        Unit::Day => (Unit::Hour, 24),
        _ => return None,
    })
}

/// The TIMEX3 value of a length: "P2Y6M", "PT1H", "PXW".
pub(super) fn length(amount: Amount, unit: Unit, rest: Rest) -> String {
    let (amount, unit) = match (amount, unit) {
        // "half a century" is fifty years; no fraction of a century is ever written.
        (Amount::Exact(n), Unit::Century) if n % 1000 != 0 => (Amount::Exact(n * 100), Unit::Year),
        (Amount::Exact(n), Unit::Decade) if n % 1000 != 0 => (Amount::Exact(n * 10), Unit::Year),
        other => other,
    };
    let mut parts = vec![(amount, unit)];
    if let (Amount::Exact(n), Some((smaller, factor))) = (amount, finer(unit))
        && rest == NO_REST
        && n % 1000 != 0
        && n % 1000 * factor % 1000 == 0
    {
        let over = Amount::Exact(n % 1000 * factor);
        parts = if n > 1000 {
            vec![(Amount::Exact(n - n % 1000), unit), (over, smaller)]
        } else {
            vec![(over, smaller)]
        };
    }
    parts.extend(rest.into_iter().flatten());
    let mut value = String::from("P");
    let mut timed = false;
    for (amount, unit) in parts {
        let (letter, time) = letters(unit);
        if time && !timed {
            value.push('T');
            timed = true;
        }
        let amount = match (amount, unit) {
            (Amount::Exact(n), Unit::Fortnight) => Amount::Exact(2 * n),
            _ => amount,
        };
        value.push_str(&amount.value());
        value.push_str(letter);
    }
    if unit == Unit::Second && amount == Amount::Vague {
        return "PXX".to_owned();
    }
    value
}

/// The value of something that recurs.
pub(super) fn often(often: &Often) -> Place {
    let value = match *often {
        Often::Each(amount, unit) => length(amount, unit, NO_REST),
        Often::Plain(value) => value.to_owned(),
        Often::Weekday(number, part) => {
            format!("XXXX-WXX-{number}{}", part.map_or("", |part| part.code()))
        }
        Often::Part(part) => format!("XXXX-XX-XX{}", part.code()),
        Often::Month(month) => format!("XXXX-{month:02}"),
        Often::Season(season) => format!("XXXX-{}", season.code()),
    };
    Place::unplaced(Kind::Set, value, Granularity::Vague)
}

/// The time-of-day end of a TIMEX3 value.
pub(super) fn time(time: Time, read: &Read, mode: Mode) -> String {
    let (hour, minute, second, zone) = match time {
        Time::Part(part) => return part.code().to_owned(),
        Time::Clock { hour, minute, second, zone } => (hour, minute, second, zone),
    };
    // Midnight of a named day ends it; midnight alone begins one.
    let hour = if hour == 24 && read.form == Form::Clock { 0 } else { hour };
    let mut value = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
    if let Some(second) = second {
        value.push_str(&format!(":{second:02}"));
    }
    match zone {
        Zone::Unsaid => {}
        Zone::Utc => value.push('Z'),
        Zone::Offset(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            value.push_str(&format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60));
        }
        Zone::Named(minutes) if mode == Mode::Narrative => {
            let sign = if minutes < 0 { '-' } else { '+' };
            value.push_str(&format!("{sign}{:02}", minutes.abs() / 60));
        }
        Zone::Named(_) => {}
    }
    value
}
