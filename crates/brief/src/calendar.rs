//! How far days lie apart.

use jiff::civil::Date;

/// The days from one day to another; negative where the other is earlier.
pub fn days_from(a: Date, b: Date) -> Option<i32> {
    a.until(b).ok().map(|span| span.get_days())
}

/// The days between two days, whichever is earlier.
pub fn days_apart(a: Date, b: Date) -> Option<i32> {
    days_from(a, b).map(i32::abs)
}
