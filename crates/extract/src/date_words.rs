//! Dates as pages show them: "7 May 2026, 18:15 BST", "2026-05-07", "07.05.2026".
//!
//! For the date of publication only. It reads whole dates; a date without its
//! year, or one that could be two days (03/04/2026 without a hint), is none.

use jiff::{
    civil::{Date, DateTime, Time},
    tz::Offset,
};
use throughline_model::Moment;

use crate::{
    date_names::{month_number, zone},
    pattern::patterns,
};

patterns! {
    ISO = r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d|[A-Z]{2,4}\b)?)?";
    YEAR_FIRST = r"\b((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})\b";
    CJK = r"((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]";
    DAY_MONTH = r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+de|\s+of)?[\s.-]+(\p{L}{3,12})\.?,?(?:\s+de(?:l)?)?[\s.-]+((?:19|20)\d\d)\b";
    MONTH_DAY = r"\b(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+((?:19|20)\d\d)\b";
    NUMERIC = r"\b(\d{1,2})([/.-])(\d{1,2})[/.-]((?:19|20)\d\d)(?:[^\w.]|\.?$|\.\s)";
    SHORT = r"\b(\d{1,2})\.(\d{1,2})\.(\d\d)(?:[^\w.]|$)";
    CLOCK = r"(?i)\b(\d{1,2})(?:[:.h](\d\d))(?::\d\d)?\s*([ap]\.?\s?m\b\.?)?\s*\(?\b([A-Z]{2,4}\b)?|\b(\d{1,2})\s*([ap]\.?m\b\.?)\s*\(?([A-Z]{2,4}\b)?";
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 03/04 is the third of April.
    DayFirst,
    /// 03/04 is the fourth of March.
    MonthFirst,
    /// Nobody said.
    Unknown,
}

/// The first date in a text, with the time beside it.
pub fn find(text: &str, order: Order) -> Option<Moment> {
    all(text, order).into_iter().next()
}

/// Every date in a text, in order.
pub fn all(text: &str, order: Order) -> Vec<Moment> {
    let mut found: Vec<(usize, Moment)> = Vec::new();
    let mut add = |at: usize, end: usize, date: Option<Date>| {
        if let Some(date) = date {
            found.push((at, with_clock(text, at, end, date)));
        }
    };
    for m in DAY_MONTH.captures_iter(text) {
        let all = m.get(0).expect("the whole match");
        add(all.start(), all.end(), named(&m[3], &m[2], &m[1]));
    }
    for m in MONTH_DAY.captures_iter(text) {
        let all = m.get(0).expect("the whole match");
        add(all.start(), all.end(), named(&m[3], &m[1], &m[2]));
    }
    for m in YEAR_FIRST.captures_iter(text).chain(CJK.captures_iter(text)) {
        let all = m.get(0).expect("the whole match");
        add(all.start(), all.end(), civil(&m[1], &m[2], &m[3]));
    }
    for m in NUMERIC.captures_iter(text) {
        let all = m.get(0).expect("the whole match");
        add(all.start(), all.end(), numeric(&m[1], &m[2], &m[3], &m[4], order));
    }
    for m in ISO.captures_iter(text) {
        let Some(date) = civil(&m[1], &m[2], &m[3]) else { continue };
        let number = |i: usize| m.get(i).and_then(|n| n.as_str().parse::<i8>().ok());
        let at = m.get(0).expect("the whole match").start();
        let time = number(4).zip(number(5));
        let time = time.and_then(|(h, min)| Time::new(h, min, number(6).unwrap_or(0), 0).ok());
        let moment = match time {
            Some(time) => {
                let local = DateTime::from_parts(date, time);
                Moment::local(local, m.get(7).and_then(|z| zone(z.as_str(), date)))
            }
            None => Moment::day(date),
        };
        found.push((at, moment));
    }
    if found.is_empty() {
        // 31.10.23: two digits for the year, only with dots and nothing better.
        for m in SHORT.captures_iter(text) {
            let all = m.get(0).expect("the whole match");
            if let Some(date) = civil(&format!("20{}", &m[3]), &m[2], &m[1]) {
                found.push((all.start(), Moment::day(date)));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, moment)| moment).collect()
}

fn civil(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn named(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month_number(month)?, day.parse().ok()?).ok()
}

fn numeric(a: &str, mark: &str, b: &str, year: &str, order: Order) -> Option<Date> {
    let (first, second): (i8, i8) = (a.parse().ok()?, b.parse().ok()?);
    // Dots and a first number above twelve leave no doubt; nor do equal numbers.
    let day_first = match order {
        _ if first > 12 || first == second => true,
        _ if second > 12 => false,
        _ if mark == "." => true,
        Order::DayFirst => true,
        Order::MonthFirst => false,
        Order::Unknown => return None,
    };
    let (day, month) = if day_first { (first, second) } else { (second, first) };
    Date::new(year.parse().ok()?, month, day).ok()
}

/// Looks for a time of day right after the date, or right before it.
fn with_clock(text: &str, start: usize, end: usize, date: Date) -> Moment {
    let after: String = text[end..].chars().take(28).collect();
    let before: String = {
        let tail: Vec<char> = text[..start].chars().rev().take(22).collect();
        tail.into_iter().rev().collect()
    };
    let found = clock(&after, date).filter(|(at, ..)| *at < 12);
    let found = found.or_else(|| clock(&before, date));
    match found {
        Some((_, time, offset)) => Moment::local(DateTime::from_parts(date, time), offset),
        None => Moment::day(date),
    }
}

fn clock(text: &str, date: Date) -> Option<(usize, Time, Option<Offset>)> {
    let m = CLOCK.captures(text)?;
    let at = m.get(0)?.start();
    let (hour, minute, half, zone_name) = match m.get(1) {
        Some(hour) => (hour, m.get(2).map_or("0", |m| m.as_str()), m.get(3), m.get(4)),
        None => (m.get(5)?, "0", m.get(6), m.get(7)),
    };
    let mut hour: i8 = hour.as_str().parse().ok()?;
    if let Some(half) = half {
        let afternoon = half.as_str().starts_with(['p', 'P']);
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    let time = Time::new(hour, minute.parse().ok()?, 0, 0).ok()?;
    Some((at, time, zone_name.and_then(|z| zone(z.as_str(), date))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_dates_as_pages_show_them() {
        let cases = [
            ("Thursday, 7 May 2026", "2026-05-07"),
            ("7 May 2026, 18:15", "2026-05-07T18:15:00"),
            ("May 7, 2026 at 10:40 p.m.", "2026-05-07T22:40:00"),
            ("20:02, 16 Sep 2026", "2026-09-16T20:02:00"),
            ("Updated 10:30 AM ET, Tue December 5, 2017", "2017-12-05T10:30:00-05:00"),
            ("Updated: 2017-09-15 17:52 Xinhua", "2017-09-15T17:52:00"),
            ("01 Jun, 2026, 07:00 CEST", "2026-06-01T07:00:00+02:00"),
            ("Thursday 17 September 2026 - Updated Friday 18 September 2026, 9.20am", "2026-09-17"),
            ("Published 07.05.2026 um 12.30 Uhr", "2026-05-07T12:30:00"),
            ("le 3 août 2021 à 07h45", "2021-08-03T07:45:00"),
            ("15 de septiembre de 2020", "2020-09-15"),
            ("2. März 2019", "2019-03-02"),
            ("2020年6月7日", "2020-06-07"),
            ("(China Daily 10/13/2017 page4)", "2017-10-13"),
            ("at 2:57pm PST on Dec 22, 2017", "2017-12-22T14:57:00-08:00"),
            ("2026-05-06T19:05:00+0200", "2026-05-06T19:05:00+02:00"),
            ("June 3rd, 2024", "2024-06-03"),
            ("am 31.10.23", "2023-10-31"),
        ];
        for (text, expected) in cases {
            let found = find(text, Order::Unknown).map(|m| m.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn reads_no_date_that_is_not_there() {
        for text in [
            "",
            "May 2026",
            "7 May",
            "31 February 2026",
            "03/04/2026",
            "version 3.4.2026.1 of",
            "Monday 12:30",
        ] {
            assert_eq!(find(text, Order::Unknown), None, "{text}");
        }
        let order = |o| find("03/04/2026", o).map(|m| m.to_string());
        assert_eq!(order(Order::DayFirst).unwrap(), "2026-04-03");
        assert_eq!(order(Order::MonthFirst).unwrap(), "2026-03-04");
    }

    proptest! {
        #[test]
        fn reads_any_text(text in "\\PC{0,60}") {
            let _ = all(&text, Order::DayFirst);
        }

        #[test]
        fn reads_any_numbers(text in "[0-9:/. +-]{0,30}(May|GMT|am)?[0-9:/. +-]{0,20}") {
            let _ = all(&text, Order::MonthFirst);
        }
    }
}
