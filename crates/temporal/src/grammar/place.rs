//! Owns parts of a period: "early 1990", "mid-May", "the end of last month", "earlier this year",
//! "the first half of 1990", "late Friday". It adds a modifier to what another rule reads, and
//! refuses to read periods itself.

use super::{calendar, clock, definite, deictic, expression, fiscal, year};
use crate::form::{Form, Read, Time, What, YearOf};
use crate::period::Unit;
use crate::scan::Scan;
use crate::timex::{Modifier, Sense};
use crate::word::{Place, Which, Word};

fn modifier(place: Place) -> Option<Modifier> {
    Some(match place {
        Place::Early | Place::Beginning => Modifier::Start,
        Place::Late | Place::End | Place::Latter => Modifier::End,
        Place::Mid => Modifier::Mid,
        Place::Rest => Modifier::End,
    })
}

/// What "early", "mid-" and "earlier" may stand before.
fn periodic(form: &Form) -> bool {
    matches!(
        form,
        Form::Date { .. }
            | Form::Known(_)
            | Form::Nineties(_)
            | Form::OfThatYear { .. }
            | Form::Deictic { .. }
            | Form::Definite(_)
            | Form::Day(_)
            | Form::Fiscal(_)
            | Form::Quarter { .. }
            | Form::Half { .. }
            | Form::Clock
            | Form::WeekOf { .. }
    )
}

/// An expression that begins with its place: "early", "late", "mid-", "earlier", "the end of".
/// `i` is the word after "the" where there is one.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    let (place, later) = match scan.word(i) {
        Word::Place(place) => (place, false),
        Word::Earlier => (Place::Early, true),
        Word::Later => (Place::Late, true),
        _ => return None,
    };
    let modifier = modifier(place);
    // "the early part of", "the end of", "early in", "later in"
    let mut j = i + 1;
    let mut of = false;
    // "the latter half of 1990" is a half, where years are halved
    if place == Place::Latter && scan.word(j) == Word::Half {
        return half(scan, i, 2, j + 1);
    }
    if scan.any(j, &["part", "parts", "stages", "hours", "half"]) && scan.word(j + 1) == Word::Of {
        (j, of) = (j + 2, true);
    } else if matches!(scan.word(j), Word::Of)
        || scan.word(j) == Word::In && matches!(place, Place::Early | Place::Late)
    {
        (j, of) = (j + 1, true);
    } else if scan.hyphen(j) {
        j += 1;
    } else if matches!(place, Place::Early | Place::Late | Place::Mid) && scan.word(j) == Word::On {
        // "late on Friday", "early on Monday morning"
        (j, of) = (j + 1, true);
    }
    let noun = matches!(place, Place::Beginning | Place::End | Place::Rest) || scan.is(i, "middle");
    let halved = scan.any(i + 1, &["half", "part", "stages"]);
    if noun && !of || place == Place::Latter && !(of && halved) {
        return None;
    }
    if later && scan.word(j) == Word::The && !of {
        return None;
    }
    // "late last week", "earlier that day", "the end of November"
    let inner = match scan.word(j) {
        Word::The => match scan.word(j + 1) {
            Word::Unit(unit @ (Unit::Decade | Unit::Century | Unit::Day)) if of || noun => {
                Some(Read::new(j, j + 2, Form::Definite(What::Unit(unit)), "the-unit"))
            }
            _ => expression(scan, j),
        },
        Word::Unit(unit) if matches!(place, Place::Mid) && unit != Unit::Day => {
            Some(Read::new(j, j + 1, Form::Definite(What::Unit(unit)), "mid-unit"))
        }
        Word::Part(part) => {
            let time = Some(Time::Part(part));
            deictic::day(scan, j).or(Some(Read::new(j, j + 1, Form::Clock, "part").at(time)))
        }
        Word::Season(season) => definite::season(scan, j).or(Some(Read::new(
            j,
            j + 1,
            Form::Definite(What::Season(season)),
            "season",
        ))),
        Word::Month(_) => calendar::month_first(scan, j),
        Word::Which(_) => deictic::read(scan, j, false),
        Word::Digits(..)
        | Word::Punct(b'\'')
        | Word::Decade(_)
        | Word::Weekday(_)
        | Word::Day(_)
        | Word::Fiscal => expression(scan, j),
        Word::Ordinal(_) => year::century(scan, j).or_else(|| fiscal::read(scan, j)),
        Word::Noon | Word::Midnight if place == Place::Mid => clock::read(scan, j),
        _ => None,
    }?;
    if !periodic(&inner.form) || inner.form == Form::Clock && place == Place::Rest {
        return None;
    }
    if later
        && !matches!(
            inner.form,
            Form::Deictic { .. } | Form::Day(_) | Form::Definite(_) | Form::Date { year: None, .. }
        )
    {
        return None;
    }
    if inner.form == Form::Clock && matches!(inner.time, Some(Time::Clock { .. })) {
        return None;
    }
    let mut read = inner.from(i).modified(modifier);
    read.rule = if later { "earlier-in" } else { "place-in" };
    read.sense = Sense::Plain;
    // "late Friday" is a time of Friday only where a part of the day is named.
    Some(read)
}

/// "the first half of 1990", "the first quarter of the year", "the second day", "the last half of
/// the '80s". `i` is the ordinal.
pub(super) fn ordinal(scan: &Scan, i: usize) -> Option<Read> {
    let (n, j) = year::ordinal(scan, i)?;
    if scan.word(j) == Word::Half && n <= 2 {
        return half(scan, i, n as i8, j + 1);
    }
    if let Some((amount, k)) = crate::number::amount(scan, j)
        && let Word::Units(unit) | Word::Unit(unit) = scan.word(k)
        && n == 1
    {
        return Some(Read::new(i, k + 1, Form::First { amount, unit }, "first-units"));
    }
    None
}

/// "first half", "second half of 1990".
pub(super) fn half(scan: &Scan, i: usize, half: i8, end: usize) -> Option<Read> {
    if scan.word(end) != Word::Of {
        return None;
    }
    let rule = "half-of";
    if let Some((year, end)) = year::part(scan, end + 1) {
        let after = end + usize::from(scan.glued(end) && scan.is(end, "s"));
        if after == end {
            return Some(Read::new(i, end, Form::Half { half, year: YearOf::Given(year) }, rule));
        }
    }
    let inner = expression(scan, end + 1)?;
    let year = match inner.form {
        Form::Deictic { which, what: What::Unit(Unit::Year), .. } => year_of(which),
        Form::Definite(What::Unit(Unit::Year)) => YearOf::Nearest,
        Form::Fiscal(Some(year)) => YearOf::Given(year),
        _ if periodic(&inner.form) => {
            let modifier = if half == 1 { Modifier::Start } else { Modifier::End };
            return Some(Read { rule, ..inner.from(i).modified(Some(modifier)) });
        }
        _ => return None,
    };
    Some(Read::new(i, inner.end, Form::Half { half, year }, rule))
}

/// The year that "last year" and the like name.
pub(super) fn year_of(which: Which) -> YearOf {
    match which {
        Which::Last | Which::Past | Which::Previous => YearOf::Shift(-1),
        Which::Next | Which::Coming | Which::Following => YearOf::Shift(1),
        Which::That | Which::Same => YearOf::That,
        _ => YearOf::Shift(0),
    }
}
