//! Years that do not count from the same day as ours: Persian (Jalali),
//! Buddhist, Minguo, and Japanese eras.

use jiff::{ToSpan, civil::Date};

/// How a date's parts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// The one of this program.
    Western,
    /// The solar calendar of Iran.
    Persian,
}

/// Years that a page can have been published in, by any calendar.
pub fn is_year(year: u32) -> bool {
    (1980..2100).contains(&year) || is_buddhist(year) || is_persian(year)
}

/// A Persian year of the web.
pub fn is_persian(year: u32) -> bool {
    (1370..1480).contains(&year)
}

fn is_buddhist(year: u32) -> bool {
    (2523..2643).contains(&year)
}

/// A day; none where the parts make none.
pub fn day(calendar: Calendar, year: u32, month: u32, day: u32) -> Option<Date> {
    if calendar == Calendar::Persian && is_persian(year) {
        return persian(i64::from(year), i64::from(month), i64::from(day));
    }
    let year = if is_buddhist(year) { year - 543 } else { year };
    let narrow = |part: u32| i8::try_from(part).ok();
    Date::new(i16::try_from(year).ok()?, narrow(month)?, narrow(day)?).ok()
}

/// Years since an era began: Minguo, Heisei, Reiwa.
pub fn era(name: &str, year: u32) -> Option<u32> {
    let start = match name {
        n if n.ends_with("民國") || n.ends_with("民国") => 1911,
        n if n.ends_with("平成") => 1988,
        n if n.ends_with("令和") => 2018,
        _ => return None,
    };
    Some(start + year).filter(|year| is_year(*year))
}

/// By the 33-year cycle, which is exact for this and the last century.
fn persian(year: i64, month: i64, day: i64) -> Option<Date> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Counted from 21 March 1921, the first day of 1300.
    let leaps = |year: i64| (year + 1595) / 33 * 8 + ((year + 1595) % 33 + 3) / 4;
    let years = year - 1300;
    let before = if month <= 7 { (month - 1) * 31 } else { 186 + (month - 7) * 30 };
    let days = years * 365 + leaps(year) - leaps(1300) + before + day - 1;
    Date::constant(1921, 3, 21).checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_years() {
        let cases = [
            (Calendar::Persian, (1399, 4, 12), "2020-07-02"),
            (Calendar::Persian, (1400, 1, 1), "2021-03-21"),
            (Calendar::Persian, (1403, 12, 30), "2025-03-20"),
            (Calendar::Persian, (1402, 7, 1), "2023-09-23"),
            (Calendar::Western, (2563, 6, 7), "2020-06-07"),
            (Calendar::Western, (2020, 6, 7), "2020-06-07"),
        ];
        for (calendar, (year, month, of_month), expected) in cases {
            assert_eq!(day(calendar, year, month, of_month).unwrap().to_string(), expected);
        }
        assert_eq!(day(Calendar::Western, 2021, 2, 30), None);
        assert_eq!(era("中華民國", 109), Some(2020));
        assert_eq!(era("令和", 2), Some(2020));
    }
}
