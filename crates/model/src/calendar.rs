//! The English names of the calendar: months and weekdays, as texts and printed dates spell them.

use jiff::civil::Date;

/// English month names in order.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a day's month.
///
/// ```
/// use throughline_model::month_name;
/// assert_eq!(month_name("2026-03-12".parse().unwrap()), "March");
/// ```
pub fn month_name(day: Date) -> &'static str {
    MONTHS[usize::from(day.month().unsigned_abs()) - 1]
}

/// English weekday names from Monday.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
