//! Owns counting in a period: the third Tuesday of a month, the first week of a year. A week belongs
//! to the period that its Thursday falls in (ISO 8601). It refuses to read.

use jiff::civil::Date;

use super::date::{coming, recent};
use super::{Place, Resolver};
use crate::form::{Of, What};
use crate::period::{Period, Unit, days, moved};
use crate::timex::{Anchor, Direction, Interval};
use crate::word::Which;

/// The `n`th of something in a stretch of time, from its end where `n` is negative.
fn count(n: i8, what: What, within: Interval) -> Option<Period> {
    let weekday = |number: i8| {
        let day = if n > 0 {
            let first = coming(moved(within.from, days(-1)), number);
            moved(first, days(7 * (i32::from(n) - 1)))
        } else {
            moved(recent(within.to, number), days(7 * (i32::from(n) + 1)))
        };
        (within.from..=within.to).contains(&day).then_some(day)
    };
    Some(match what {
        What::Unit(Unit::Day) => {
            let from = if n > 0 { within.from } else { within.to };
            let day = moved(from, days(i32::from(n) - i32::from(n.signum())));
            if !(within.from..=within.to).contains(&day) {
                return None;
            }
            Period::Day(day)
        }
        What::Unit(Unit::Week) => Period::holding(weekday(4)?, Unit::Week),
        What::Unit(Unit::Month) => {
            let first = if n > 0 { within.from } else { within.to };
            Period::holding(first, Unit::Month).shift(i32::from(n) - i32::from(n.signum()))
        }
        What::Weekday(number) => Period::Day(weekday(number)?),
        _ => return None,
    })
}

impl Resolver<'_> {
    pub(super) fn nth(&self, n: i8, what: What, of: Of, direction: Direction) -> Option<Place> {
        let (within, anchor) = match of {
            Of::Year(year) => (Period::Year(year), Anchor::None),
            Of::Month(Some(year), month) => (Period::Month(year, month), Anchor::None),
            Of::Month(None, month) => {
                let (base, anchor) = self.base()?;
                let turn = match direction {
                    Direction::Future => i16::from(month < base.month()),
                    _ => -i16::from(month > base.month()),
                };
                (Period::Month(base.year() + turn, month), anchor)
            }
            Of::Deictic(which, unit) => {
                let told =
                    matches!(which, Which::That | Which::Same | Which::Previous | Which::Following);
                let (base, anchor) = if told { self.told(unit) } else { self.base() }?;
                (Period::holding(base, unit).shift(super::deictic::shift(which)), anchor)
            }
        };
        let period = count(n, what, within.interval()?)?;
        Some(Place::period(period, anchor, 0.85))
    }

    /// "Tuesday of last week", "Saturday next week".
    pub(super) fn weekday_of(&self, number: i8, shift: i32) -> Option<Place> {
        let (base, anchor) = self.base()?;
        let week = Period::holding(base, Unit::Week).shift(shift).interval()?;
        let day: Date = moved(week.from, days(i32::from(number) - 1));
        Some(Place::period(Period::Day(day), anchor, 0.9))
    }
}
