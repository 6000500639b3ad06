//! Owns what points from where the text stands: "today", "last week", "this morning", "the next
//! day", "next May", "the summer", "tonight". It refuses amounts ("two weeks ago").

use super::{calendar, clock, quantity, span};
use crate::form::{Form, Read, Time, What};
use crate::period::Unit;
use crate::scan::Scan;
use crate::timex::{Modifier, Sense};
use crate::word::{Cue, Part, Place, Vague, Which, Word};

/// A part of the day at `i`: "morning", "mid-afternoon"; never "Night Court".
pub(super) fn part(scan: &Scan, i: usize) -> Option<(Time, usize)> {
    match scan.word(i) {
        Word::Part(part) if !scan.is(i, "dawn") && !scan.is(i, "dusk") => {
            Some((Time::Part(part), i + 1))
        }
        Word::Place(Place::Early | Place::Late) => match scan.word(i + 1) {
            Word::Part(part) => Some((Time::Part(part), i + 2)),
            _ => None,
        },
        _ => None,
    }
}

/// "today", "yesterday morning", "tonight", "overnight", "afternoon".
pub(super) fn day(scan: &Scan, i: usize) -> Option<Read> {
    match scan.word(i) {
        // "WENLOW TODAY", "Norland Today": a name.
        Word::Day(_) if scan.capital(i) && i > 0 && scan.capital(i - 1) => None,
        Word::Day(0) if is_nowadays(scan, i) => {
            Some(Read::new(i, i + 1, Form::Vague(Vague::Present), "nowadays"))
        }
        Word::Day(shift) => {
            let read = Read::new(i, i + 1, Form::Day(i32::from(shift)), "day");
            if let Some((time, end)) = part(scan, i + 1) {
                return Some(Read { rule: "day-part", ..read.to(end).at(Some(time)) });
            }
            Some(match clock::time(scan, i + 1) {
                Some((time, end)) => read.to(end).at(Some(time)),
                None => read,
            })
        }
        Word::Tonight => {
            Some(Read::new(i, i + 1, Form::Day(0), "tonight").at(Some(Time::Part(Part::Night))))
        }
        Word::Overnight => Some(
            Read::new(i, i + 1, Form::Overnight, "overnight").at(Some(Time::Part(Part::Night))),
        ),
        Word::Part(part) => {
            // "at night", "by midday"; a bare part elsewhere is an adjective or a name.
            let led = matches!(
                scan.before(i),
                Word::At | Word::By | Word::Place(Place::Mid | Place::Early | Place::Late)
            ) || scan.before(i) == Word::Punct(b'-')
                && matches!(i.checked_sub(2).map(|k| scan.word(k)), Some(Word::Place(_)));
            let read = Read::new(i, i + 1, Form::Clock, "part").at(Some(Time::Part(part)));
            if let Some(date) = day_after_part(scan, i + 1) {
                return Some(Read {
                    rule: "part-of-day",
                    ..date.from(i).at(Some(Time::Part(part)))
                });
            }
            led.then_some(read)
        }
        _ => None,
    }
}

/// Whether "today" means these times: "the most powerful rocket in use today", "any other alive today".
fn is_nowadays(scan: &Scan, i: usize) -> bool {
    const NEAR: usize = 10;
    #[rustfmt::skip]
    const LASTING: &[&str] = &["use", "operation", "service", "existence", "alive", "flying"];
    #[rustfmt::skip]
    const MOST: &[&str] = &[
        "most", "biggest", "largest", "strongest", "fastest", "oldest", "tallest", "heaviest", "any",
    ];
    let near = i.saturating_sub(NEAR)..i;
    // "Most trains were back in service today": that is news of the day.
    let told =
        |k: usize| matches!(scan.word(k), Word::Cue(Cue::Past)) || scan.any(k, &["went", "left"]);
    let most = |k: usize| {
        scan.any(k, MOST)
            && (scan.is(k, "any") || k > 0 && scan.word(k - 1) == Word::The || scan.hyphen(k))
            || scan.any(k, MOST) && k > 1 && scan.is(k - 1, "s")
    };
    i > 0 && scan.any(i - 1, LASTING) && near.clone().any(most) && !near.into_iter().any(told)
}

/// The date a part of the day belongs to: "(morning) of June 5", "(afternoon) yesterday".
pub(super) fn day_after_part(scan: &Scan, i: usize) -> Option<Read> {
    let of = scan.word(i) == Word::Of;
    let j = i + usize::from(of);
    let date = match scan.word(j) {
        Word::Day(shift) => Some(Read::new(j, j + 1, Form::Day(i32::from(shift)), "day")),
        Word::Weekday(_) => calendar::weekday_first(scan, j),
        Word::Month(_) if of => calendar::month_first(scan, j),
        Word::Digits(..) | Word::Ordinal(_) if of => {
            super::numeric::read(scan, j).or_else(|| calendar::day_first(scan, j))
        }
        Word::The if of => calendar::day_first(scan, j + 1),
        _ => None,
    }?;
    let exact = matches!(date.form, Form::Date { day, weekday, .. } if day.is_some() || weekday.is_some())
        || matches!(
            date.form,
            Form::Day(_) | Form::Known(_) | Form::OfThatYear { day: Some(_), .. }
        );
    (exact && date.time.is_none()).then_some(date)
}

/// What a deictic word may point at, with the token after it.
fn what(scan: &Scan, i: usize) -> Option<(What, usize)> {
    Some(match scan.word(i) {
        Word::Unit(unit) => (What::Unit(unit), i + 1),
        Word::Weekday(day) if scan.text(i).len() >= 6 => (What::Weekday(day), i + 1),
        // "this Sat", "next fri"; never "this sun"
        Word::Weekday(day) if scan.capital(i) || !scan.any(i, &["sat", "sun", "wed"]) => {
            (What::Weekday(day), i + 1 + usize::from(scan.glued_punct(i + 1, b'.')))
        }
        Word::Month(_) if scan.capital(i) => {
            let (month, end) = calendar::month(scan, i)?;
            (What::Month(month), end)
        }
        Word::Season(season) => (What::Season(season), i + 1),
        Word::Part(part) => (What::Part(part), i + 1),
        Word::Other
            if scan.is(i, "calendar") && matches!(scan.word(i + 1), Word::Unit(Unit::Year)) =>
        {
            (What::Unit(Unit::Year), i + 2)
        }
        Word::Fiscal if matches!(scan.word(i + 1), Word::Unit(Unit::Year)) => {
            (What::Unit(Unit::Year), i + 2)
        }
        Word::Ordinal(n @ 1..=4) => {
            let j = i + 1 + usize::from(scan.hyphen(i + 1));
            match scan.word(j) {
                Word::Unit(Unit::Quarter) => (What::Quarter(n as i8), j + 1),
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// "this week", "last Friday", "the next day", "next May", "these days", "the past three years".
pub(super) fn read(scan: &Scan, i: usize, the: bool) -> Option<Read> {
    let Word::Which(which) = scan.word(i) else {
        return None;
    };
    let mut j = i + 1;
    // "This Week" in quotation marks is the title of a programme.
    if scan.before(i) == Word::Punct(b'"') && scan.capital(i) && scan.capital(j) {
        return None;
    }
    // "the same", "this same day", "this past week", "this coming Friday", "this very day"
    let mut which = which;
    if matches!(which, Which::This)
        || which == Which::That && scan.word(j) == Word::Which(Which::Same)
    {
        match scan.word(j) {
            Word::Which(next @ (Which::Past | Which::Last | Which::Coming | Which::Next)) => {
                which = if next == Which::Past || next == Which::Last {
                    Which::Last
                } else {
                    Which::Next
                };
                j += 1;
            }
            Word::Which(Which::Same) => (which, j) = (Which::That, j + 1),
            _ if scan.any(j, &["very", "particular"]) => j += 1,
            _ => {}
        }
    }
    if let Some(read) = span::span(scan, i, j, which, the) {
        return Some(read);
    }
    let (what, end) = what(scan, j)?;
    let allowed = match (which, what) {
        (Which::These | Which::Those, _) => false,
        (Which::Latest, What::Unit(Unit::Day | Unit::Decade)) => false,
        (Which::Recent, _) => false,
        (Which::That, What::Unit(Unit::Second | Unit::Minute | Unit::Hour)) => false,
        (Which::That, What::Month(_) | What::Weekday(_)) => false,
        (Which::Current | Which::Coming, What::Unit(Unit::Second | Unit::Minute)) => false,
        (_, What::Unit(Unit::Second | Unit::Minute)) => false,
        (Which::Past | Which::Last, What::Unit(Unit::Century | Unit::Millennium)) => true,
        _ => true,
    };
    // "this day-care centre", "last year's" is fine, "last-minute" is not ours.
    let compound = scan.hyphen(end) && !scan.any(end + 1, &["end"]) || scan.hyphen(j);
    if !allowed || compound {
        return None;
    }
    // "last month's", "next Monday, May 5": the explicit date says more.
    if let What::Weekday(weekday) = what {
        let k = scan.comma(end);
        if let Some(date) = calendar::month_first(scan, k).or_else(|| calendar::day_first(scan, k))
            && let Form::Date { year, month, day: Some(day), .. } = date.form
        {
            let form = Form::Date { year, month, day: Some(day), weekday: Some(weekday) };
            return Some(Read {
                form,
                rule: "weekday-date",
                sense: Sense::Weekday,
                ..date.from(i)
            });
        }
    }
    // "in this Sept. 30, 2016, photo": the words point at the photo.
    if matches!(what, What::Month(_))
        && which == Which::This
        && let Some(read) = calendar::month_first(scan, j)
        && matches!(read.form, Form::Date { day: Some(_), .. })
    {
        return None;
    }
    let rule = match what {
        What::Unit(_) => "deictic-unit",
        What::Weekday(_) => "deictic-weekday",
        What::Month(_) => "deictic-month",
        What::Season(_) => "deictic-season",
        What::Part(_) => "deictic-part",
        What::Quarter(_) => "deictic-quarter",
    };
    let (form, mut end) = match (which, what) {
        // "the past year" is a length, "last year" a date (TimeML guidelines).
        (Which::Past, What::Unit(unit)) => (quantity::length(unit, Some(which)), end),
        (Which::Last | Which::Next, What::Unit(unit))
            if the && unit != Unit::Quarter && throughout(scan, i) =>
        {
            (quantity::length(unit, Some(which)), end)
        }
        (Which::Past, _) if !the => (Form::Deictic { which: Which::Last, what, the }, end),
        _ => (Form::Deictic { which, what, the }, end),
    };
    let mut read = Read::new(i, end, form, rule);
    if let What::Weekday(_) | What::Unit(Unit::Day) = what
        && let Some((time, after)) = part(scan, end)
    {
        (read, end) = (read.to(after).at(Some(time)), after);
    }
    // "this year's third quarter", "last year's quarter"
    if let What::Unit(Unit::Year) = what
        && let Some(after) = scan.possessive(end)
        && let Some(quarter) = super::fiscal::of_year(scan, after, which)
    {
        return Some(quarter.from(i));
    }
    if let What::Unit(Unit::Week | Unit::Month | Unit::Year) = what
        && scan.hyphen(end)
        && scan.is(end + 1, "end")
    {
        return Some(read.to(end + 2).modified(Some(Modifier::End)));
    }
    Some(read)
}

/// Whether "the next year" and the like are a stretch here: "over the next year".
fn throughout(scan: &Scan, i: usize) -> bool {
    matches!(
        i.checked_sub(2).map(|k| scan.word(k)),
        Some(Word::Over | Word::In | Word::Within | Word::During | Word::For | Word::Through)
    )
}
