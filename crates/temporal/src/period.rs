//! Owns periods of the calendar: their TIMEX3 value, their first and last day, the one that holds
//! a day, the one `n` further on. It refuses text and context.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use crate::timex::{Granularity, Interval};

/// A season, as TIMEX3 writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// The first month of a (northern) season.
    pub(crate) fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A period of the calendar. Years are astronomical: 0 is 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Day(Date),
    Week(ISOWeekDate),
    Weekend(ISOWeekDate),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    Decade(i16),
    Century(i16),
    Millennium(i16),
}

/// Moves a day, staying within what the calendar holds.
pub(crate) fn moved(day: Date, span: Span) -> Date {
    day.saturating_add(span)
}

fn month_span(year: i16, first: i8, months: i32) -> Option<Interval> {
    let from = Date::new(year, first, 1).ok()?;
    let to = from.checked_add(months.months()).ok()?.yesterday().ok()?;
    Some(Interval { from, to })
}

fn year_span(first: i32, years: i32) -> Option<Interval> {
    let from = Date::new(i16::try_from(first).ok()?, 1, 1).ok()?;
    let to = Date::new(i16::try_from(first + years - 1).ok()?, 12, 31).ok()?;
    Some(Interval { from, to })
}

/// A year as TIMEX3 writes it: four digits, `BC` in front before the common era.
pub(crate) fn year_value(year: i16) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i32::from(year)) }
}

impl Period {
    /// The period of one unit that holds `day`; weeks, days and nights alike map to days for
    /// units shorter than a day.
    pub(crate) fn holding(day: Date, unit: Unit) -> Period {
        let year = day.year();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => Period::Day(day),
            Unit::Week | Unit::Fortnight => Period::Week(day.iso_week_date()),
            Unit::Weekend => Period::Weekend(day.iso_week_date()),
            Unit::Month => Period::Month(year, day.month()),
            Unit::Quarter => Period::Quarter(year, (day.month() - 1) / 3 + 1),
            Unit::Year => Period::Year(year),
            Unit::Decade => Period::Decade(year.div_euclid(10)),
            Unit::Century => Period::Century(year.div_euclid(100)),
            Unit::Millennium => Period::Millennium(year.div_euclid(1000)),
        }
    }

    /// The period `n` further on.
    pub(crate) fn shift(self, n: i32) -> Period {
        let year = |y: i16, n: i32| (i32::from(y) + n).clamp(-9998, 9998) as i16;
        let cycle = |y: i16, part: i8, size: i32| {
            let total = i32::from(y) * size + i32::from(part) - 1 + n.clamp(-100_000, 100_000);
            (total.div_euclid(size).clamp(-9998, 9998) as i16, (total.rem_euclid(size) + 1) as i8)
        };
        match self {
            Period::Day(day) => Period::Day(moved(day, days(n))),
            Period::Week(week) => Period::Week(moved(week.date(), weeks(n)).iso_week_date()),
            Period::Weekend(week) => Period::Weekend(moved(week.date(), weeks(n)).iso_week_date()),
            Period::Month(y, m) => {
                let (y, m) = cycle(y, m, 12);
                Period::Month(y, m)
            }
            Period::Quarter(y, q) => {
                let (y, q) = cycle(y, q, 4);
                Period::Quarter(y, q)
            }
            Period::Half(y, h) => {
                let (y, h) = cycle(y, h, 2);
                Period::Half(y, h)
            }
            Period::Season(y, season) => Period::Season(year(y, n), season),
            Period::Year(y) => Period::Year(year(y, n)),
            Period::Decade(d) => Period::Decade((i32::from(d) + n).clamp(-900, 900) as i16),
            Period::Century(c) => Period::Century((i32::from(c) + n).clamp(-90, 90) as i16),
            Period::Millennium(m) => Period::Millennium((i32::from(m) + n).clamp(-9, 9) as i16),
        }
    }

    /// The TIMEX3 value.
    pub(crate) fn value(self) -> String {
        match self {
            Period::Day(day) => day_value(day),
            Period::Week(week) => format!("{}-W{:02}", year_value(week.year()), week.week()),
            Period::Weekend(week) => format!("{}-W{:02}-WE", year_value(week.year()), week.week()),
            Period::Month(y, m) => format!("{}-{m:02}", year_value(y)),
            Period::Quarter(y, q) => format!("{}-Q{q}", year_value(y)),
            Period::Half(y, h) => format!("{}-H{h}", year_value(y)),
            Period::Season(y, season) => format!("{}-{}", year_value(y), season.code()),
            Period::Year(y) => year_value(y),
            Period::Decade(d) if d >= 0 => format!("{d:03}"),
            Period::Decade(d) => format!("BC{:03}", -1 - i32::from(d)),
            Period::Century(c) if c >= 0 => format!("{c:02}"),
            Period::Century(c) => format!("BC{:02}", -1 - i32::from(c)),
            Period::Millennium(m) => format!("{m}"),
        }
    }

    /// The first and last day. Winter runs from December into the next year.
    pub(crate) fn interval(self) -> Option<Interval> {
        match self {
            Period::Day(day) => Some(Interval { from: day, to: day }),
            Period::Week(week) => {
                let from = week.date();
                let monday = moved(from, days(-i32::from(from.weekday().to_monday_zero_offset())));
                Some(Interval { from: monday, to: moved(monday, days(6)) })
            }
            Period::Weekend(week) => {
                let from = week.date();
                let saturday =
                    moved(from, days(5 - i32::from(from.weekday().to_monday_zero_offset())));
                Some(Interval { from: saturday, to: moved(saturday, days(1)) })
            }
            Period::Month(y, m) => month_span(y, m, 1),
            Period::Quarter(y, q) => month_span(y, q * 3 - 2, 3),
            Period::Half(y, h) => month_span(y, h * 6 - 5, 6),
            Period::Season(y, season) => month_span(y, season.first_month(), 3),
            Period::Year(y) => year_span(i32::from(y), 1),
            Period::Decade(d) => year_span(i32::from(d) * 10, 10),
            Period::Century(c) => year_span(i32::from(c) * 100, 100),
            Period::Millennium(m) => year_span(i32::from(m) * 1000, 1000),
        }
    }

    pub(crate) fn granularity(self) -> Granularity {
        match self {
            Period::Day(_) => Granularity::Day,
            Period::Week(_) => Granularity::Week,
            Period::Weekend(_) => Granularity::Weekend,
            Period::Month(..) => Granularity::Month,
            Period::Quarter(..) => Granularity::Quarter,
            Period::Half(..) => Granularity::Half,
            Period::Season(..) => Granularity::Season,
            Period::Year(_) => Granularity::Year,
            Period::Decade(_) => Granularity::Decade,
            Period::Century(_) => Granularity::Century,
            Period::Millennium(_) => Granularity::Millennium,
        }
    }
}

/// A day as TIMEX3 writes it.
pub(crate) fn day_value(day: Date) -> String {
    format!("{}-{:02}-{:02}", year_value(day.year()), day.month(), day.day())
}

/// A span of days, clamped to what a span can hold.
pub(crate) fn days(n: i32) -> Span {
    n.clamp(-3_000_000, 3_000_000).days()
}

/// A span of weeks, clamped to what a span can hold.
pub(crate) fn weeks(n: i32) -> Span {
    n.clamp(-500_000, 500_000).weeks()
}

/// `day` moved by `n` units, weekends and quarters included.
pub(crate) fn step(day: Date, n: i32, unit: Unit) -> Date {
    let n = n.clamp(-100_000, 100_000);
    let years = |n: i32| moved(day, n.clamp(-19_000, 19_000).years());
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => day,
        Unit::Night | Unit::Day => moved(day, days(n)),
        Unit::Week | Unit::Weekend => moved(day, weeks(n)),
        Unit::Fortnight => moved(day, weeks(2 * n)),
        Unit::Month => moved(day, n.months()),
        Unit::Quarter => moved(day, (3 * n).clamp(-200_000, 200_000).months()),
        Unit::Year => years(n),
        Unit::Decade => years(n.clamp(-1000, 1000) * 10),
        Unit::Century => years(n.clamp(-100, 100) * 100),
        Unit::Millennium => years(n.clamp(-10, 10) * 1000),
    }
}

/// The `n`th `weekday` of a month, counted from the end where `n` is negative.
pub(crate) fn nth_weekday(year: i16, month: i8, n: i8, weekday: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok()
}

/// Easter Sunday (the anonymous Gregorian computus).
pub(crate) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// From which two digits on a year is of the last century: POSIX reads `%y` so.
pub(crate) const TURN: u32 = 69;

/// A year of two digits, which is of the last century from `turn` on.
pub(crate) fn full_year(two_digits: u32, turn: u32) -> i16 {
    two_digits as i16 + if two_digits < turn { 2000 } else { 1900 }
}
