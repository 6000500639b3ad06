//! Owns "today", "last week", "this May", "the next day", "the summer": periods counted from
//! publication or from the last mention. It refuses amounts.

use super::date::{coming, recent};
use super::{Place, Resolver};
use crate::clause;
use crate::context::Mode;
use crate::form::What;
use crate::period::{Period, Season, Unit, days, moved};
use crate::timex::{Anchor, Direction, Granularity, Kind};
use crate::word::Which;
use jiff::civil::Date;

/// How many periods a deictic word moves.
pub(super) fn shift(which: Which) -> i32 {
    match which {
        Which::Last | Which::Past | Which::Previous => -1,
        Which::Next | Which::Following | Which::Coming => 1,
        _ => 0,
    }
}

fn unknown(what: What) -> Place {
    let (value, granularity) = match what {
        What::Unit(unit) => match unit {
            Unit::Week | Unit::Fortnight => ("XXXX-WXX".to_owned(), Granularity::Week),
            Unit::Weekend => ("XXXX-WXX-WE".to_owned(), Granularity::Weekend),
            Unit::Month => ("XXXX-XX".to_owned(), Granularity::Month),
            Unit::Quarter => ("XXXX-QX".to_owned(), Granularity::Quarter),
            Unit::Year => ("XXXX".to_owned(), Granularity::Year),
            Unit::Decade => ("XXX".to_owned(), Granularity::Decade),
            Unit::Century => ("XX".to_owned(), Granularity::Century),
            _ => ("XXXX-XX-XX".to_owned(), Granularity::Day),
        },
        What::Weekday(number) => (format!("XXXX-WXX-{number}"), Granularity::Day),
        What::Month(month) => (format!("XXXX-{month:02}"), Granularity::Month),
        What::Season(season) => (format!("XXXX-{}", season.code()), Granularity::Season),
        What::Part(part) => {
            let place = Place::unplaced(
                Kind::Time,
                format!("XXXX-XX-XX{}", part.code()),
                Granularity::TimeOfDay,
            );
            return place;
        }
        What::Quarter(quarter) => (format!("XXXX-Q{quarter}"), Granularity::Quarter),
    };
    Place::unplaced(Kind::Date, value, granularity)
}

/// The season of its name last begun before `day`.
fn season_before(day: Date, season: Season) -> i16 {
    day.year() - i16::from(day.month() < season.first_month())
}

impl Resolver<'_> {
    pub(super) fn day(&self, shift: i32) -> Place {
        // In a chronicle "today" is somebody's, in a quotation.
        if self.context.mode == Mode::Narrative && shift == 0 {
            return Place::vague(crate::word::Vague::Present);
        }
        match self.publication() {
            Some((day, anchor)) => {
                Place::period(Period::Day(moved(day, days(shift))), anchor, 0.97)
            }
            None if shift == 0 => Place::vague(crate::word::Vague::Present),
            None => unknown(What::Unit(Unit::Day)),
        }
    }

    pub(super) fn after_weekday(&self, further: i32, number: i8) -> Place {
        match self.publication() {
            Some((day, anchor)) => {
                let first = coming(moved(day, days(-1)), number);
                Place::period(Period::Day(moved(first, days(further))), anchor, 0.8)
            }
            None => unknown(What::Weekday(number)),
        }
    }

    /// The anchor of a deictic word.
    fn pointed(&self, which: Which, what: What, the: bool) -> Option<(Date, Anchor)> {
        let unit = match what {
            What::Unit(unit) => unit,
            What::Weekday(_) | What::Part(_) => Unit::Day,
            What::Month(_) => Unit::Month,
            What::Season(_) | What::Quarter(_) => Unit::Year,
        };
        let told = matches!(which, Which::Previous | Which::Following | Which::Same | Which::That)
            || which == Which::Next && the
            || self.context.mode == Mode::Narrative && !matches!(which, Which::Current);
        // "last night", "this morning" are publication's even between older dates.
        if told { self.told(unit) } else { self.publication() }
    }

    /// Whether "this week", told as a plan at the end of its week, is the week that a reader has before
    /// him.
    pub(super) fn is_week_to_come(&self, start: usize, which: Which, what: What) -> bool {
        let ends = |day: Date| day.weekday().to_monday_one_offset() >= 6;
        which == Which::This
            && what == What::Unit(Unit::Week)
            && self.context.mode == Mode::News
            && self.publication().is_some_and(|(day, _)| ends(day))
            && clause::plans(self.scan, start)
    }

    pub(super) fn deictic(
        &self,
        which: Which,
        what: What,
        the: bool,
        direction: Direction,
    ) -> Place {
        let Some((base, anchor)) = self.pointed(which, what, the) else {
            return unknown(what);
        };
        // "that quarter" is the one told of, not the one that the last day falls in.
        if what == What::Unit(Unit::Quarter)
            && matches!(which, Which::That | Which::Same)
            && let Some((year, quarter, index)) = self.last_quarter()
        {
            let period = Period::Quarter(year, quarter);
            return Place::period(period, Anchor::Mention(index), 0.8);
        }
        let n = shift(which);
        let confidence = if anchor == Anchor::Publication { 0.9 } else { 0.75 };
        let period = match what {
            What::Unit(Unit::Quarter) if which == Which::Latest => {
                Period::holding(base, Unit::Quarter).shift(-1)
            }
            What::Unit(Unit::Year) if which == Which::Latest => {
                Period::holding(base, Unit::Year).shift(-1)
            }
            What::Unit(unit) => Period::holding(base, unit).shift(n),
            What::Weekday(number) => Period::Day(match n {
                -1 => recent(moved(base, days(-1)), number),
                1 => coming(base, number),
                _ if direction == Direction::Past => recent(base, number),
                _ => coming(moved(base, days(-1)), number),
            }),
            What::Month(month) => Period::Month(
                match n {
                    -1 => base.year() - i16::from(month >= base.month()),
                    1 => base.year() + i16::from(month <= base.month()),
                    _ => base.year(),
                },
                month,
            ),
            What::Season(season) => {
                let begun = season_before(base, season);
                let now =
                    Period::Season(begun, season).interval().is_some_and(|span| span.to >= base);
                Period::Season(
                    match n {
                        -1 => begun - i16::from(now),
                        1 => begun + 1,
                        _ => base.year(),
                    },
                    season,
                )
            }
            What::Part(part) => {
                let day = Period::Day(moved(base, days(n)));
                let mut place = Place::period(day, anchor, confidence);
                place.kind = Kind::Time;
                place.value.push_str(part.code());
                place.granularity = Granularity::TimeOfDay;
                return place;
            }
            What::Quarter(quarter) => Period::Quarter(base.year() + n as i16, quarter),
        };
        Place::period(period, anchor, confidence)
    }

    /// "the spring of next year"
    pub(super) fn season_of(&self, season: Season, which: Which) -> Option<Place> {
        let (base, anchor) = self.base()?;
        let year = base.year() + shift(which) as i16;
        Some(Place::period(Period::Season(year, season), anchor, 0.85))
    }

    /// "the week", "the summer", "the morning": what is known to the reader.
    pub(super) fn definite(&self, what: What, direction: Direction) -> Option<Place> {
        let base = match what {
            What::Part(_) => self.told(Unit::Day),
            What::Unit(unit) => match self.context.mode {
                Mode::News => self.publication(),
                Mode::Narrative => self.told(unit),
            },
            _ => self.base(),
        };
        let Some((base, anchor)) = base else {
            return Some(unknown(what));
        };
        let period = match what {
            What::Unit(Unit::Weekend) => {
                let this = Period::holding(base, Unit::Weekend);
                let behind = direction != Direction::Future
                    && this.interval().is_some_and(|span| span.from > base);
                if behind { this.shift(-1) } else { this }
            }
            What::Unit(unit) => Period::holding(base, unit),
            What::Season(season) => {
                let year = match (self.context.mode, direction) {
                    (Mode::Narrative, _) => base.year(),
                    (_, Direction::Future) => {
                        base.year() + i16::from(season.first_month() + 2 < base.month())
                    }
                    _ => season_before(base, season),
                };
                Period::Season(year, season)
            }
            What::Part(part) => {
                let mut place = Place::period(Period::Day(base), anchor, 0.6);
                place.kind = Kind::Time;
                place.value.push_str(part.code());
                place.granularity = Granularity::TimeOfDay;
                return Some(place);
            }
            _ => return None,
        };
        Some(Place::period(period, anchor, 0.65))
    }
}
