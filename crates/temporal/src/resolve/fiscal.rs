//! Owns which quarter, half or year of accounts is meant. Without a year, the quarter is the one
//! that publication falls in or has just left behind. It refuses to know fiscal calendars.

use super::{Place, Resolver};
use crate::form::{Form, Read, YearOf};
use crate::period::{Period, Unit};
use crate::timex::{Anchor, Direction, Granularity, Sense};
use crate::word::Word;

impl Resolver<'_> {
    /// The quarter last mentioned: year, quarter, and the index of the mention.
    pub(super) fn last_quarter(&self) -> Option<(i16, i8, usize)> {
        // "In the nine months ... a year earlier": the same nine months, no quarter.
        let months = |timex: &crate::timex::Timex| {
            timex.kind == crate::timex::Kind::Duration
                && timex.granularity == Granularity::Month
                && timex.sense == Sense::KnownLength
        };
        self.out
            .iter()
            .enumerate()
            .rev()
            .take(super::MEMORY)
            .take_while(|(_, timex)| !months(timex))
            .find_map(|(index, timex)| {
                // A quarter that is itself "a year earlier" anchors no further one.
                let told =
                    timex.granularity == Granularity::Quarter && timex.sense != Sense::Offset;
                let interval = timex.interval.filter(|_| told)?;
                Some((interval.from.year(), (interval.from.month() - 1) / 3 + 1, index))
            })
    }

    /// The year a quarter or half without one belongs to.
    fn year(&self, year: YearOf, nearest: impl Fn(i16, i8) -> i16) -> Option<(i16, Anchor)> {
        match year {
            YearOf::Given(year) => Some((year, Anchor::None)),
            YearOf::Shift(n) => {
                let (day, anchor) = self.base()?;
                Some((day.year() + n as i16, anchor))
            }
            YearOf::That => {
                let (day, anchor) = self.told(Unit::Year)?;
                Some((day.year(), anchor))
            }
            YearOf::Nearest => {
                let (day, anchor) = self.base()?;
                Some((nearest(day.year(), day.month()), anchor))
            }
            YearOf::Ago => {
                let (day, anchor) = self.base()?;
                Some((nearest(day.year(), day.month()) - 1, anchor))
            }
        }
    }

    pub(super) fn quarter(
        &self,
        quarter: Option<i8>,
        year: YearOf,
        direction: Direction,
    ) -> Option<Place> {
        let Some(quarter) = quarter else {
            return self.some_quarter(year);
        };
        // A quarter is told of while it runs and after; one that begins much later is last year's.
        let nearest = |year: i16, month: i8| {
            let ahead = quarter * 3 - 2 - month;
            match direction {
                Direction::Future => {
                    year + i16::from(ahead < -9 || quarter * 3 < month && ahead < -6)
                }
                Direction::Past => year - i16::from(ahead > 0),
                _ => year - i16::from(ahead > 3),
            }
        };
        let Some((year, anchor)) = self.year(year, nearest) else {
            return Some(Place::unplaced(
                crate::timex::Kind::Date,
                format!("XXXX-Q{quarter}"),
                Granularity::Quarter,
            ));
        };
        Some(Place::period(Period::Quarter(year, quarter), anchor, 0.75))
    }

    /// "the quarter", "the 1988 quarter", "the year-ago quarter": the quarter last mentioned, else
    /// the one before publication.
    fn some_quarter(&self, year: YearOf) -> Option<Place> {
        let last = self.last_quarter();
        if last.is_none() && year == YearOf::Ago {
            let (day, anchor) = self.base()?;
            return Some(Place::period(Period::Year(day.year() - 1), anchor, 0.6));
        }
        let (y, q, anchor) = match last {
            Some((y, q, index)) => (y, q, Anchor::Mention(index)),
            None => {
                let (day, anchor) = self.base()?;
                match Period::holding(day, Unit::Quarter).shift(-1) {
                    Period::Quarter(y, q) => (y, q, anchor),
                    _ => return None,
                }
            }
        };
        let y = match year {
            YearOf::Nearest | YearOf::That => y,
            YearOf::Given(year) => year,
            YearOf::Ago => y - 1,
            YearOf::Shift(n) => self.base().map_or(y, |(day, _)| day.year()) + n as i16,
        };
        Some(Place::period(Period::Quarter(y, q), anchor, 0.65))
    }

    pub(super) fn half(&self, half: i8, year: YearOf) -> Option<Place> {
        let (year, anchor) = self.year(year, |year, _| year)?;
        Some(Place::period(Period::Half(year, half), anchor, 0.8))
    }

    pub(super) fn fiscal(&self, year: Option<i16>) -> Option<Place> {
        let (year, anchor) = match year {
            Some(year) => (year, Anchor::None),
            None => {
                let (day, anchor) = self.base()?;
                (day.year(), anchor)
            }
        };
        Some(Place::period(Period::Year(year), anchor, 0.7))
    }

    /// "by year-end" is the end of this year, "since year-end" of the last.
    pub(super) fn year_end(&self, read: &Read, direction: Direction) -> Option<Place> {
        let (day, anchor) = self.base()?;
        let behind = self.scan.before(read.start) == Word::Since
            || direction == Direction::Past && day.month() < 7;
        let year = day.year() - i16::from(behind);
        Some(Place::period(Period::Year(year), anchor, 0.6))
    }

    /// "the quarter ended Sept. 30": the quarter of that day.
    pub(super) fn quarter_ended(&self, at: usize, read: &Read) -> Option<Place> {
        let mut next = *self.reads.get(at + 1)?;
        let ended = self.scan.any(read.end, &["ended", "ending"]) && next.start == read.end + 1;
        let dated = matches!(next.form, Form::Date { month: Some(_), .. });
        if !ended || !dated {
            return None;
        }
        let interval = self.place(at + 1, &mut next, Direction::Past)?.interval?;
        Some(Place::period(Period::holding(interval.from, Unit::Quarter), Anchor::None, 0.8))
    }
}
