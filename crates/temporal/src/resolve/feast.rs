//! Owns where named days lie: Christmas, Thanksgiving, Easter and others by year. American and
//! Western dates are given where countries differ. It refuses feasts of moving moons but Easter.

use jiff::civil::{Date, Weekday};

use super::{Place, Resolver};
use crate::context::Mode;
use crate::form::YearOf;
use crate::period::{Period, Unit, days, easter, moved, nth_weekday};
use crate::timex::{Anchor, Direction, Granularity, Kind};
use crate::word::Feast;

/// The day of a feast in a year.
fn day(feast: Feast, year: i16) -> Option<Date> {
    let fixed = |month, day| Date::new(year, month, day).ok();
    let from_easter = |n| easter(year).map(|day| moved(day, days(n)));
    match feast {
        Feast::Christmas => fixed(12, 25),
        Feast::ChristmasEve => fixed(12, 24),
        Feast::BoxingDay => fixed(12, 26),
        Feast::NewYear => fixed(1, 1),
        Feast::NewYearsEve => fixed(12, 31),
        Feast::Thanksgiving => nth_weekday(year, 11, 4, Weekday::Thursday),
        Feast::BlackFriday => {
            nth_weekday(year, 11, 4, Weekday::Thursday).map(|day| moved(day, days(1)))
        }
        Feast::Easter => from_easter(0),
        Feast::EasterMonday => from_easter(1),
        Feast::GoodFriday => from_easter(-2),
        Feast::PalmSunday => from_easter(-7),
        Feast::AshWednesday => from_easter(-46),
        Feast::Halloween => fixed(10, 31),
        Feast::Valentine => fixed(2, 14),
        Feast::StPatrick => fixed(3, 17),
        Feast::AprilFools => fixed(4, 1),
        Feast::MayDay => fixed(5, 1),
        Feast::IndependenceDay => fixed(7, 4),
        Feast::LaborDay => nth_weekday(year, 9, 1, Weekday::Monday),
        Feast::MemorialDay => nth_weekday(year, 5, -1, Weekday::Monday),
        Feast::VeteransDay => fixed(11, 11),
        Feast::ColumbusDay => nth_weekday(year, 10, 2, Weekday::Monday),
        Feast::KingDay => nth_weekday(year, 1, 3, Weekday::Monday),
        Feast::PresidentsDay => nth_weekday(year, 2, 3, Weekday::Monday),
        Feast::GroundhogDay => fixed(2, 2),
        Feast::FlagDay => fixed(6, 14),
        Feast::EarthDay => fixed(4, 22),
        Feast::MothersDay => nth_weekday(year, 5, 2, Weekday::Sunday),
        Feast::FathersDay => nth_weekday(year, 6, 3, Weekday::Sunday),
        Feast::ElectionDay => {
            nth_weekday(year, 11, 1, Weekday::Monday).map(|day| moved(day, days(1)))
        }
        Feast::Epiphany => fixed(1, 6),
        Feast::AllSaints => fixed(11, 1),
        Feast::CincoDeMayo => fixed(5, 5),
        Feast::Juneteenth => fixed(6, 19),
        Feast::BastilleDay => fixed(7, 14),
        Feast::SeptemberEleventh => Date::new(2001, 9, 11).ok(),
    }
}

impl Resolver<'_> {
    pub(super) fn feast(&self, feast: Feast, year: YearOf, direction: Direction) -> Option<Place> {
        if feast == Feast::SeptemberEleventh {
            let named = day(feast, 2001)?;
            if self.context.day().is_some_and(|published| published < named) {
                return self.month_day(named.month(), named.day(), None, false, direction);
            }
            return Some(Place::period(Period::Day(named), Anchor::None, 0.95));
        }
        if let YearOf::Given(year) = year {
            return day(feast, year).map(|day| Place::period(Period::Day(day), Anchor::None, 0.95));
        }
        let Some((base, anchor)) = self.base() else {
            let some = day(feast, 2001)?;
            let value = format!("XXXX-{:02}-{:02}", some.month(), some.day());
            return Some(Place::unplaced(Kind::Date, value, Granularity::Day));
        };
        if self.context.mode == Mode::Narrative {
            let (base, anchor) = self.told(Unit::Year)?;
            return day(feast, base.year()).map(|day| Place::period(Period::Day(day), anchor, 0.6));
        }
        let distance = |date: &Date| base.until(*date).map_or(9999, |span| span.get_days());
        let years = [base.year() - 1, base.year(), base.year() + 1];
        let dates = || years.iter().filter_map(|&year| day(feast, year));
        let found = match direction {
            _ if year == YearOf::Shift(0) => day(feast, base.year()),
            _ if year == YearOf::Shift(-1) => dates().filter(|date| distance(date) < 0).max(),
            _ if year == YearOf::Shift(1) => dates().find(|date| distance(date) > 0),
            Direction::Past => dates().filter(|date| distance(date) <= 0).max(),
            Direction::Future => dates().find(|date| distance(date) >= 0),
            _ => dates().min_by_key(|date| distance(date).abs()),
        }?;
        Some(Place::period(Period::Day(found), anchor, 0.75))
    }
}
