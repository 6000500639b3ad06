//! Owns offsets and placed lengths: "two years ago", "three days later", "the past three years".
//! An offset is as coarse as its unit: "two years ago" is a year, not a day.

use jiff::civil::Date;

use super::{Place, Resolver, value};
use crate::clause;
use crate::context::Mode;
use crate::form::{Form, NO_REST, Read, Rest, Way, What};
use crate::number::Amount;
use crate::period::{Period, Unit, days, moved, step};
use crate::timex::{Anchor, Direction, Granularity, Interval, Kind, Sense};
use crate::word::{Vague, Which, Word};

/// Whole units of an amount, for counting on the calendar; `None` where nobody knows.
fn whole(amount: Amount, unit: Unit) -> Option<(i32, Unit)> {
    let Amount::Exact(n) = amount else {
        return None;
    };
    if n % 1000 == 0 {
        return i32::try_from(n / 1000).ok().map(|n| (n, unit));
    }
    // "a year and a half", "2 1/2 decades": count in the finer unit
    let (finer, factor) = match unit {
        Unit::Year => (Unit::Month, 12),
        Unit::Decade => (Unit::Year, 10),
        Unit::Century => (Unit::Year, 100),
        Unit::Week => (Unit::Day, 7),
        _ => return i32::try_from(n / 1000).ok().map(|n| (n, unit)),
    };
    i32::try_from(n * factor / 1000).ok().map(|n| (n, finer))
}

/// A length: its largest part, and the smaller ones.
type Parts = (Amount, Unit, Rest);

fn back(way: Way) -> bool {
    matches!(way, Way::Ago | Way::Earlier)
}

impl Resolver<'_> {
    pub(super) fn offset(
        &self,
        amount: Amount,
        unit: Unit,
        way: Way,
        direction: Direction,
    ) -> Place {
        let base = match way {
            Way::Ago | Way::Hence => self.base(),
            // "up from $3 a year earlier ... $5 a year earlier": comparisons do not chain.
            Way::Earlier if self.context.mode == Mode::News && unit == Unit::Year => {
                self.compared().or_else(|| self.publication())
            }
            Way::Later | Way::Earlier => self.told(unit),
        };
        let placed = self.offset_place(amount, unit, way, base);
        if way == Way::Later && self.context.mode == Mode::News {
            let mut place = self.length(amount, unit, NO_REST, None);
            // "108 years later the drought is over": later than what, the text has not said.
            let open = |placed: &Place| {
                placed.anchor == Anchor::Publication && direction != Direction::Future
            };
            if let Some(placed) = placed.filter(|placed| !open(placed)) {
                (place.interval, place.anchor) = (placed.interval, placed.anchor);
            }
            return place;
        }
        placed.unwrap_or_else(|| match (way, self.context.mode) {
            (Way::Ago | Way::Earlier, _) => Place::vague(Vague::Past),
            _ => Place::vague(Vague::Future),
        })
    }

    /// The date last mentioned that is not itself a comparison with an earlier one.
    fn compared(&self) -> Option<(Date, Anchor)> {
        let recent = self.out.iter().enumerate().rev().take(super::MEMORY);
        recent
            .filter(|(_, timex)| timex.sense != Sense::Offset)
            .filter(|(_, timex)| matches!(timex.kind, Kind::Date | Kind::Time))
            .filter(|(_, timex)| timex.granularity <= Granularity::Year)
            .find_map(|(index, timex)| Some((timex.interval?.from, Anchor::Mention(index))))
    }

    fn offset_place(
        &self,
        amount: Amount,
        unit: Unit,
        way: Way,
        base: Option<(jiff::civil::Date, Anchor)>,
    ) -> Option<Place> {
        let (n, unit) = whole(amount, unit)?;
        let (base, anchor) = base?;
        let n = if back(way) { -n } else { n };
        // In accounts "a year earlier" is the same quarter of the year before.
        if n == -1
            && unit == Unit::Year
            && let Some((year, quarter, index)) = self.last_quarter()
        {
            return Some(Place::period(
                Period::Quarter(year - 1, quarter),
                Anchor::Mention(index),
                0.65,
            ));
        }
        let day = step(base, n, unit);
        let confidence = if anchor == Anchor::Publication { 0.85 } else { 0.7 };
        let period = match unit {
            Unit::Second | Unit::Minute | Unit::Hour => Period::Day(self.hours_away(base, n, unit)),
            Unit::Quarter => Period::holding(base, Unit::Quarter).shift(n),
            unit => Period::holding(day, unit),
        };
        let mut place = Place::period(period, anchor, confidence);
        if unit < Unit::Day {
            place.day = None;
            place.confidence = 0.6;
        }
        Some(place)
    }

    /// The day some hours from publication, whose hour may be known.
    fn hours_away(&self, base: jiff::civil::Date, n: i32, unit: Unit) -> jiff::civil::Date {
        let hours = match unit {
            Unit::Hour => i64::from(n),
            Unit::Minute => i64::from(n) / 60,
            _ => i64::from(n) / 3600,
        };
        match self.context.published {
            Some(published) if published.date() == base => {
                let hour = i64::from(published.hour());
                let away = (hour + hours).div_euclid(24);
                moved(base, days(i32::try_from(away).unwrap_or(0)))
            }
            _ => moved(base, days(i32::try_from(hours / 24).unwrap_or(0))),
        }
    }

    /// A length that the words around it place: "two weeks before May 13", "in two weeks". It stays
    /// a duration (TimeML has two expressions and a signal), with the day it leads to.
    pub(super) fn beside(
        &self,
        at: usize,
        read: &Read,
        place: Place,
        parts: Parts,
        direction: Direction,
    ) -> Place {
        let (amount, unit, rest) = parts;
        let Some((n, unit)) = whole(amount, unit).filter(|_| unit >= Unit::Day) else {
            return place;
        };
        let (base, sign, anchor) = match self.scan.word(read.end) {
            Word::Before | Word::After | Word::From => {
                let Some(base) = self.next_day(at, read.end + 1) else {
                    return place;
                };
                let back = self.scan.word(read.end) == Word::Before;
                (base, if back { -1 } else { 1 }, Anchor::None)
            }
            _ => {
                let ahead = self.scan.before(read.start) == Word::In
                    && matches!(direction, Direction::Future | Direction::Unknown)
                    && (direction == Direction::Future
                        || !clause::is_record(self.scan, read.start));
                let Some((base, anchor)) = self.base().filter(|_| ahead) else {
                    return place;
                };
                (base, 1, anchor)
            }
        };
        // "in one year and two months"
        let more = rest.into_iter().flatten().filter_map(|(amount, unit)| whole(amount, unit));
        let day = more.fold(step(base, sign * n, unit), |day, (n, unit)| step(day, sign * n, unit));
        let interval = Period::holding(day, unit.min(Unit::Day)).interval();
        Place { interval, anchor, ..place }
    }

    /// The day of the expression that begins at token `start`, if that is the next one.
    fn next_day(&self, at: usize, start: usize) -> Option<Date> {
        let mut next = *self.reads.get(at + 1)?;
        let named = matches!(
            next.form,
            Form::Date { day: Some(_), .. }
                | Form::Known(Period::Day(_))
                | Form::Day(_)
                | Form::Feast(..)
                | Form::Deictic { what: What::Weekday(_), .. }
        );
        if next.start != start || !named {
            return None;
        }
        let direction = clause::direction(self.scan, next.start, next.end);
        self.place(at + 1, &mut next, direction)?.day
    }

    /// A length, with its place where a deictic word gives one.
    pub(super) fn length(
        &self,
        amount: Amount,
        unit: Unit,
        rest: Rest,
        span: Option<Which>,
    ) -> Place {
        let value = value::length(amount, unit, rest);
        let mut place = Place::unplaced(Kind::Duration, value, granularity(unit));
        let (Some(which), Some((n, unit))) = (span, whole(amount, unit)) else {
            return place;
        };
        let base = match which {
            Which::Previous | Which::Following | Which::Same => self.told(unit),
            _ => self.base(),
        };
        let Some((base, anchor)) = base else {
            return place;
        };
        place.interval = match which {
            Which::Past | Which::Last | Which::Previous | Which::Latest => {
                Some(Interval { from: step(base, -n, unit), to: base })
            }
            Which::Next | Which::Coming | Which::Following => {
                Some(Interval { from: base, to: step(base, n, unit) })
            }
            _ => None,
        };
        if place.interval.is_some() {
            place.anchor = anchor;
        }
        place
    }
}

fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Granularity::TimeOfDay,
        Unit::Night | Unit::Day => Granularity::Day,
        Unit::Weekend => Granularity::Weekend,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
        Unit::Millennium => Granularity::Millennium,
    }
}
