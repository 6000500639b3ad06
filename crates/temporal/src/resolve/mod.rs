//! Owns resolving: what the words say, read in the order of the text against publication and the
//! dates mentioned so far, becomes [`Timex`]. It refuses to read text, but for the clause around an
//! expression.

mod date;
mod deictic;
mod feast;
mod fiscal;
mod nth;
mod offset;
mod value;

use jiff::civil::Date;

use crate::clause;
use crate::context::{Context, Mode};
use crate::form::{Form, NO_REST, Read, Time, Way, YearOf};
use crate::period::{Period, Unit, day_value};
use crate::scan::Scan;
use crate::timex::{Anchor, Direction, Granularity, Interval, Kind, Timex};
use crate::word::{Vague, Which};

/// How many expressions back a mention is still an anchor: keeps resolving linear.
const MEMORY: usize = 40;

/// What resolving one form comes to.
struct Place {
    kind: Kind,
    value: String,
    interval: Option<Interval>,
    granularity: Granularity,
    anchor: Anchor,
    confidence: f32,
    /// The day that a time of day, or "the next day", would build on.
    day: Option<Date>,
}

impl Place {
    fn period(period: Period, anchor: Anchor, confidence: f32) -> Place {
        let day = if let Period::Day(day) = period { Some(day) } else { None };
        Place {
            kind: Kind::Date,
            value: period.value(),
            interval: period.interval(),
            granularity: period.granularity(),
            anchor,
            confidence,
            day,
        }
    }

    fn unplaced(kind: Kind, value: impl Into<String>, granularity: Granularity) -> Place {
        let value = value.into();
        Place {
            kind,
            value,
            interval: None,
            granularity,
            anchor: Anchor::None,
            confidence: 0.8,
            day: None,
        }
    }

    fn vague(vague: Vague) -> Place {
        let value = match vague {
            Vague::Past => "PAST_REF",
            Vague::Present => "PRESENT_REF",
            Vague::Future => "FUTURE_REF",
        };
        Place::unplaced(Kind::Date, value, Granularity::Vague)
    }
}

/// A date mentioned before, as an anchor.
#[derive(Clone, Copy)]
struct Mention {
    index: usize,
    interval: Interval,
}

struct Resolver<'s> {
    scan: &'s Scan<'s>,
    context: &'s Context,
    reads: &'s [Read],
    out: Vec<Timex>,
}

/// Resolves all that was read, in order.
pub(crate) fn resolve(scan: &Scan, context: &Context, reads: &[Read]) -> Vec<Timex> {
    let mut resolver = Resolver { scan, context, reads, out: Vec::with_capacity(reads.len()) };
    for at in 0..reads.len() {
        resolver.push(at);
    }
    resolver.out
}

impl Resolver<'_> {
    fn push(&mut self, at: usize) {
        let mut read = self.reads[at];
        let direction = clause::direction(self.scan, read.start, read.end);
        let Some(place) = self.place(at, &mut read, direction) else {
            return;
        };
        // "soon became": it only orders what is told.
        if read.form == Form::Soon && direction != Direction::Future {
            return;
        }
        let place = self.timed(place, &read);
        let (Some(first), Some(last)) = (
            self.scan.tokens.get(read.start),
            read.end.checked_sub(1).and_then(|end| self.scan.tokens.get(end)),
        ) else {
            return;
        };
        let direction = match read.form {
            Form::Vague(Vague::Past) => Direction::Past,
            Form::Vague(Vague::Present) => Direction::Present,
            Form::Vague(Vague::Future) | Form::Soon => Direction::Future,
            _ => direction,
        };
        self.out.push(Timex {
            start: first.start,
            end: last.end,
            kind: place.kind,
            value: place.value,
            interval: place.interval,
            granularity: place.granularity,
            modifier: read.modifier,
            anchor: place.anchor,
            direction,
            sense: read.sense,
            rule: read.rule,
            confidence: place.confidence,
        });
    }

    fn place(&self, at: usize, read: &mut Read, direction: Direction) -> Option<Place> {
        Some(match read.form {
            Form::Known(period) => {
                period.interval()?;
                Place::period(period, Anchor::None, 0.95)
            }
            Form::Nineties(tens) => {
                let today = self.base().map_or(2000, |(day, _)| day.year());
                let mut decade = today.div_euclid(100) * 10 + i16::from(tens);
                if decade * 10 > today {
                    decade -= 10;
                }
                Place::period(Period::Decade(decade), Anchor::None, 0.9)
            }
            Form::Date { year, month, day, weekday } => {
                self.date(read, direction, year, month, day, weekday)?
            }
            Form::OfThatYear { month, day } => self.of_that_year(month, day)?,
            Form::Nth { n, what, of } => self.nth(n, what, of, direction)?,
            Form::WeekdayOf { weekday, shift } => self.weekday_of(weekday, shift)?,
            Form::OfShiftedYear { month, day, shift } => {
                let (base, anchor) = self.base()?;
                let day = Date::new(base.year() + shift as i16, month, day).ok()?;
                Place::period(Period::Day(day), anchor, 0.9)
            }
            Form::WeekOf { year, month, day } => {
                let place = self.date(read, direction, year, Some(month), Some(day), None)?;
                Place::period(Period::holding(place.day?, Unit::Week), place.anchor, 0.85)
            }
            Form::Deictic { which, what, the } => {
                let to_come = self.is_week_to_come(read.start, which, what);
                let which = if to_come { Which::Next } else { which };
                self.deictic(which, what, the, direction)
            }
            Form::Beyond { unit, shift } => {
                let (base, anchor) = self.base()?;
                Place::period(Period::holding(base, unit).shift(shift), anchor, 0.9)
            }
            Form::SeasonOf { season, which } => self.season_of(season, which)?,
            Form::Definite(what) => self.definite(what, direction)?,
            Form::Day(shift) => self.day(shift),
            Form::FromWeekday(days, weekday) => self.after_weekday(days, weekday),
            Form::Offset { amount, unit, way } => {
                // TimeML: in "three days later" the length is the TIMEX3 and "later" a signal.
                if way == Way::Later && self.context.mode == Mode::News {
                    read.end -= 1;
                }
                self.offset(amount, unit, way, direction)
            }
            Form::Length { amount, unit, rest, span } => {
                let place = self.length(amount, unit, rest, span);
                if place.interval.is_some() {
                    place
                } else {
                    self.beside(at, read, place, (amount, unit, rest), direction)
                }
            }
            Form::First { amount, unit } => self.length(amount, unit, NO_REST, None),
            Form::Often(often) => value::often(&often),
            Form::Vague(vague) => Place::vague(vague),
            Form::Soon => Place::vague(Vague::Future),
            Form::Quarter { quarter, year } => {
                let bare = quarter.is_none() && year == YearOf::Nearest;
                let ended = if bare { self.quarter_ended(at, read) } else { None };
                match ended {
                    Some(place) => place,
                    None => self.quarter(quarter, year, direction)?,
                }
            }
            Form::Half { half, year } => self.half(half, year)?,
            Form::Fiscal(year) => self.fiscal(year)?,
            Form::YearEnd => self.year_end(read, direction)?,
            Form::Feast(feast, year) => self.feast(feast, year, direction)?,
            Form::Clock | Form::Overnight => self.clock(at, read),
            Form::ThatTime => self.that_time(),
        })
    }

    /// Adds a time of day to a day.
    fn timed(&self, place: Place, read: &Read) -> Place {
        let Some(time) = read.time else { return place };
        if place.kind == Kind::Set {
            let value = match time {
                Time::Part(part) => format!("{}{}", place.value, part.code()),
                Time::Clock { .. } => place.value,
            };
            return Place { value, ..place };
        }
        let time = value::time(time, read, self.context.mode);
        let day = match (place.day, place.granularity) {
            (Some(day), _) => day_value(day),
            (None, Granularity::Vague) => "XXXX-XX-XX".to_owned(),
            _ => place.value,
        };
        Place {
            kind: Kind::Time,
            value: format!("{day}{time}"),
            granularity: Granularity::TimeOfDay,
            ..place
        }
    }

    /// Publication as an anchor.
    fn publication(&self) -> Option<(Date, Anchor)> {
        self.context.day().map(|day| (day, Anchor::Publication))
    }

    /// The anchor of deictic words: publication in news, the last mention in narratives.
    fn base(&self) -> Option<(Date, Anchor)> {
        match self.context.mode {
            Mode::News => self.publication(),
            Mode::Narrative => self.mentioned(Granularity::Year).or_else(|| self.publication()),
        }
    }

    /// The last date mentioned, at least as fine as `granularity`.
    fn mention(&self, granularity: Granularity) -> Option<Mention> {
        self.out.iter().enumerate().rev().take(MEMORY).find_map(|(index, timex)| {
            let dated =
                matches!(timex.kind, Kind::Date | Kind::Time) && timex.granularity <= granularity;
            let interval = timex.interval.filter(|_| dated)?;
            Some(Mention { index, interval })
        })
    }

    fn mentioned(&self, granularity: Granularity) -> Option<(Date, Anchor)> {
        self.mention(granularity)
            .map(|mention| (mention.interval.from, Anchor::Mention(mention.index)))
    }

    /// The anchor of "later", "that day", "the next day": the last mention that is fine enough,
    /// publication where there is none. A chronicle that has told only of years stays unplaced.
    fn told(&self, unit: Unit) -> Option<(Date, Anchor)> {
        let granularity = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => Granularity::Day,
            Unit::Weekend | Unit::Week | Unit::Fortnight => Granularity::Week,
            Unit::Month => Granularity::Month,
            Unit::Quarter => Granularity::Quarter,
            _ => Granularity::Year,
        };
        let coarse =
            || self.context.mode == Mode::Narrative && self.mention(Granularity::Year).is_some();
        self.mentioned(granularity).or_else(|| if coarse() { None } else { self.publication() })
    }

    /// The day a clock time belongs to: the date beside it, else the anchor of the text.
    fn clock(&self, at: usize, read: &Read) -> Place {
        let beside = |other: &Read| {
            matches!(
                other.form,
                Form::Date { day: Some(_), .. }
                    | Form::Date { weekday: Some(_), .. }
                    | Form::Day(_)
            ) && other.time.is_none()
        };
        if read.form == Form::Clock
            && matches!(read.time, Some(Time::Part(_)))
            && read.modifier.is_none()
        {
            return Place::unplaced(Kind::Time, "XXXX-XX-XX", Granularity::Day);
        }
        if let Some(next) = self.reads.get(at + 1).copied()
            && next.start <= read.end + 2
            && beside(&next)
        {
            let direction = clause::direction(self.scan, next.start, next.end);
            let mut next = next;
            if let Some(place) = self.place(at + 1, &mut next, direction) {
                return place;
            }
        }
        let day = self.in_sentence(read.start).or_else(|| match self.context.mode {
            Mode::News => self.publication(),
            Mode::Narrative => self.told(Unit::Day),
        });
        match day {
            Some((day, anchor)) => Place::period(Period::Day(day), anchor, 0.6),
            None => Place::unplaced(Kind::Time, "XXXX-XX-XX", Granularity::Day),
        }
    }

    /// The day told last in the sentence of token `i`: "landed Tuesday in the rain at 18:00".
    fn in_sentence(&self, i: usize) -> Option<(Date, Anchor)> {
        let from = clause::opening(self.scan, i);
        let last =
            self.out.last().filter(|timex| timex.start >= from && timex.is_resolved_day())?;
        Some((last.interval?.from, Anchor::Mention(self.out.len() - 1)))
    }

    fn that_time(&self) -> Place {
        if self.context.mode == Mode::Narrative
            && let Some(timex) =
                self.mention(Granularity::Year).and_then(|mention| self.out.get(mention.index))
            && timex.kind == Kind::Date
        {
            return Place {
                kind: Kind::Date,
                value: timex.value.clone(),
                interval: timex.interval,
                granularity: timex.granularity,
                anchor: Anchor::Mention(self.out.len() - 1),
                confidence: 0.4,
                day: None,
            };
        }
        Place::vague(Vague::Past)
    }
}
