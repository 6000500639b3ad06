//! Owns dates with parts left unsaid: the year of "Nov. 9", of "in May", the week of "Tuesday".
//! It refuses relative words.

use jiff::civil::{Date, Weekday};

use super::{Place, Resolver};
use crate::clause;
use crate::context::Mode;
use crate::form::Read;
use crate::period::{Period, Unit, days, moved};
use crate::timex::{Anchor, DOUBTFUL, Direction, Granularity, Kind};
use crate::word::Word;

/// The weekday numbered 1 (Monday) to 7.
fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}

/// The last `number` weekday up to `day`, `day` included.
pub(super) fn recent(day: Date, number: i8) -> Date {
    let Some(weekday) = weekday(number) else {
        return day;
    };
    moved(day, days(-i32::from(weekday.until(day.weekday()))))
}

/// The next `number` weekday after `day`.
pub(super) fn coming(day: Date, number: i8) -> Date {
    moved(recent(day, number), days(7))
}

/// Days within which a date is still to come though its clause looks back: "set the vote for June 3".
const SOON: i64 = 90;

/// Days around publication within which a day with the wrong weekday is meant all the same.
const NEAR: i64 = 10;

impl Resolver<'_> {
    pub(super) fn date(
        &self,
        read: &Read,
        direction: Direction,
        year: Option<i16>,
        month: Option<i8>,
        day: Option<i8>,
        weekday: Option<i8>,
    ) -> Option<Place> {
        match (year, month, day) {
            (Some(year), Some(month), Some(day)) => {
                let day = Date::new(year, month, day).ok()?;
                Some(Place::period(Period::Day(day), Anchor::None, 0.98))
            }
            (Some(year), Some(month), None) => {
                Some(Place::period(Period::Month(year, month), Anchor::None, 0.98))
            }
            (None, Some(month), Some(day)) => {
                let ended = read.start > 0 && self.scan.any(read.start - 1, &["ended", "since"]);
                // "put the opening off until Sept. 20": what a clause that looks back set for a day.
                let goal = ["until", "till", "to", "for", "by"];
                let set = read.start > 0 && self.scan.any(read.start - 1, &goal);
                let direction = if set { Direction::Unknown } else { direction };
                self.month_day(month, day, weekday, ended, direction)
            }
            (None, Some(month), None) => self.bare_month(read, month, direction),
            (None, None, None) => Some(self.bare_weekday(read, weekday?, direction)),
            _ => None,
        }
    }

    /// A month and day without a year lie within half a year of publication; where the clause looks
    /// back, in the year before it: "was shot on Oct. 23" told in May. A weekday may tell of more.
    pub(super) fn month_day(
        &self,
        month: i8,
        day: i8,
        weekday: Option<i8>,
        ended: bool,
        direction: Direction,
    ) -> Option<Place> {
        let Some((base, anchor)) = self.base() else {
            Date::new(2000, month, day).ok()?;
            return Some(Place::unplaced(
                Kind::Date,
                format!("XXXX-{month:02}-{day:02}"),
                Granularity::Day,
            ));
        };
        let narrative = self.context.mode == Mode::Narrative && anchor != Anchor::Publication;
        let (year, anchor) = match self.story_year(month, Some(day)) {
            Some(told) if narrative => told,
            _ => (base.year(), anchor),
        };
        let candidates = [0, -1, 1, -2, 2, -3, -4, -5, -6].map(|years| year + years);
        let fits = |date: &Date| weekday.is_none_or(|number| recent(*date, number) == *date);
        if narrative {
            let date = candidates
                .iter()
                .filter_map(|&year| Date::new(year, month, day).ok())
                .find(fits)
                .or_else(|| Date::new(year, month, day).ok())?;
            return Some(Place::period(Period::Day(date), anchor, 0.8));
        }
        let distance =
            |date: &Date| (i64::from(date.since(base).map_or(9999, |span| span.get_days()))).abs();
        let dates = || candidates.iter().filter_map(|&year| Date::new(year, month, day).ok());
        // "Sunday, May 10", of this Saturday: the weekday is wrong, not the year.
        let slipped = |date: &Date| {
            let beside = [1, -1].map(|by| moved(*date, days(by)));
            distance(date) <= NEAR && !fits(date) && beside.iter().any(fits)
        };
        if let Some(date) = dates().find(slipped) {
            return Some(Place::period(Period::Day(date), anchor, 0.7));
        }
        let date = dates()
            .filter(fits)
            .filter(|date| weekday.is_some() || distance(date) <= 366)
            .filter(|date| !ended || *date <= base)
            .filter(|date| direction != Direction::Past || *date < base || distance(date) <= SOON)
            .min_by_key(distance)
            .or_else(|| dates().filter(fits).min_by_key(distance))
            .or_else(|| dates().min_by_key(distance))?;
        Some(Place::period(Period::Day(date), anchor, 0.9))
    }

    /// The year a chronicle has come to: that of the month or day last told, unless a year named
    /// since then fits better. A story goes forward; it steps back a little, never half a year.
    fn story_year(&self, month: i8, day: Option<i8>) -> Option<(i16, Anchor)> {
        let year = self.mention(Granularity::Year)?;
        let Some(fine) = self.mention(Granularity::Month) else {
            return Some((year.interval.from.year(), Anchor::Mention(year.index)));
        };
        let told = fine.interval.from;
        let same = Date::new(told.year(), month, day.unwrap_or(1).min(28)).ok()?;
        let onward = told.until(same).map_or(0, |span| span.get_days());
        let named = year.interval.from.year();
        if year.index > fine.index && named != told.year() && !(-20..=100).contains(&onward) {
            return Some((named, Anchor::Mention(year.index)));
        }
        let turned = i16::from(onward < -150);
        Some((told.year() + turned, Anchor::Mention(fine.index)))
    }

    /// A month alone is the last one of its name, this month included, unless the clause looks
    /// ahead.
    fn bare_month(&self, read: &Read, month: i8, direction: Direction) -> Option<Place> {
        let Some((base, anchor)) = self.base() else {
            return Some(Place::unplaced(
                Kind::Date,
                format!("XXXX-{month:02}"),
                Granularity::Month,
            ));
        };
        let mut year = base.year();
        if self.context.mode == Mode::Narrative
            && let Some((year, anchor)) = self.story_year(month, None)
        {
            return Some(Place::period(Period::Month(year, month), anchor, 0.75));
        }
        let ahead = direction == Direction::Future
            || direction != Direction::Past
                && matches!(self.scan.before(read.start), Word::By | Word::Until);
        // Where no verb looks back a month to come is meant, as eleven months ago would be "last
        // June"; what something ends with is soon even then: "gave them until June".
        let away = (month - base.month()).rem_euclid(12);
        let until = matches!(self.scan.before(read.start), Word::By | Word::Until | Word::Through);
        let near = match direction {
            Direction::Present => 5,
            _ if clause::ends_with(self.scan, read.start) => 5,
            _ if until => 3,
            Direction::Past => 0,
            _ => 1,
        };
        let soon = away > 0 && away <= near;
        if ahead || soon {
            year += i16::from(month < base.month());
        } else {
            year -= i16::from(month > base.month());
        }
        Some(Place::period(Period::Month(year, month), anchor, 0.75))
    }

    /// A weekday alone is the last one of its name, today included, unless the clause looks ahead.
    fn bare_weekday(&self, read: &Read, number: i8, direction: Direction) -> Place {
        let base = match self.context.mode {
            Mode::News => self.publication(),
            Mode::Narrative => self.told(Unit::Day),
        };
        let Some((base, anchor)) = base else {
            return Place::unplaced(Kind::Date, format!("XXXX-WXX-{number}"), Granularity::Day);
        };
        let last = recent(base, number);
        let tomorrow = last == moved(base, days(-6)) && anchor == Anchor::Publication;
        let ahead = direction == Direction::Future
            || direction == Direction::Present && clause::sets(self.scan, read.start)
            || clause::awaits(self.scan, read.start, direction)
            || self.joins_one_ahead(read, base);
        let day = match direction {
            _ if ahead && self.context.mode == Mode::News => {
                if last == base {
                    base
                } else {
                    coming(base, number)
                }
            }
            _ if self.context.mode == Mode::Narrative && anchor != Anchor::Publication => {
                if last == base { base } else { coming(base, number) }
            }
            _ if tomorrow => coming(base, number),
            _ => last,
        };
        let confidence = match direction {
            // Hardly anybody calls the day six days ago by its bare name: the text was changed after
            // its date, or tells of where it is tomorrow already. The words do not say.
            _ if tomorrow && !ahead => DOUBTFUL,
            Direction::Unknown => 0.75,
            _ => 0.9,
        };
        Place::period(Period::Day(day), anchor, confidence)
    }

    /// Whether "and" joins what is of a weekday to what is of one of its sentence that lies ahead of
    /// `base`: "ahead of Thursday's debate and Saturday's poll".
    fn joins_one_ahead(&self, read: &Read, base: Date) -> bool {
        self.scan.before(read.start) == Word::And
            && self.scan.glued_punct(read.end, b'\'')
            && self.in_sentence(read.start).is_some_and(|(day, _)| day > base)
    }

    pub(super) fn of_that_year(&self, month: i8, day: Option<i8>) -> Option<Place> {
        let (base, anchor) = self.told(Unit::Year)?;
        let period = match day {
            Some(day) => Period::Day(Date::new(base.year(), month, day).ok()?),
            None => Period::Month(base.year(), month),
        };
        Some(Place::period(period, anchor, 0.85))
    }
}
