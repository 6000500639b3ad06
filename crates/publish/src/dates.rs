//! Days and times as a reader expects them: "7 January 2026, 14:05 (+01:00)".

use jiff::civil::Date;
use throughline_model::{Moment, Precision, When, month_name};

/// "7 January 2026".
pub(crate) fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// "28 August 2017", "28 to 30 August 2017", "28 August to 3 September 2017".
pub(crate) fn days(from: Date, to: Date) -> String {
    let first = match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => return day(to),
        (true, true) => from.day().to_string(),
        (true, false) => format!("{} {}", from.day(), month_name(from)),
        (false, _) => day(from),
    };
    format!("{first} to {}", day(to))
}

/// The day, with time and offset where the source gave them.
pub(crate) fn moment(moment: Moment) -> String {
    let mut text = day(moment.date());
    let Some(time) = moment.time() else { return text };
    text.push_str(&format!(", {:02}:{:02}", time.hour(), time.minute()));
    match moment.offset().map(|offset| offset.seconds() / 60) {
        None => {}
        Some(0) => text.push_str(" (UTC)"),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
            text.push_str(&format!(" ({sign}{hours:02}:{minutes:02})"));
        }
    }
    text
}

/// The value of HTML's `datetime` for an event, as coarse as it is known.
/// Ranges and open dates have none.
pub(crate) fn machine(when: &When) -> Option<String> {
    let from = when.from?;
    match when.precision {
        Precision::Day => Some(from.to_string()),
        Precision::Month => Some(format!("{:04}-{:02}", from.year(), from.month())),
        Precision::Year => Some(format!("{:04}", from.year())),
        Precision::Range | Precision::Open => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_say_once_what_their_ends_share() {
        let cases = [
            ("2017-08-28", "2017-08-28", "28 August 2017"),
            ("2017-08-28", "2017-08-30", "28 to 30 August 2017"),
            ("2017-08-28", "2017-09-03", "28 August to 3 September 2017"),
            ("2016-08-28", "2017-08-28", "28 August 2016 to 28 August 2017"),
        ];
        for (from, to, expected) in cases {
            let date = |text: &str| text.parse().expect("a day");
            assert_eq!(days(date(from), date(to)), expected);
        }
    }

    #[test]
    fn moments_read_as_precise_as_they_are() {
        let cases = [
            ("2026-01-07", "7 January 2026"),
            ("2026-01-07T14:05", "7 January 2026, 14:05"),
            ("2026-01-07T14:05:00Z", "7 January 2026, 14:05 (UTC)"),
            ("2026-01-07T14:05:00+01:00", "7 January 2026, 14:05 (+01:00)"),
            ("2026-12-31T23:59:59-03:30", "31 December 2026, 23:59 (-03:30)"),
        ];
        for (given, expected) in cases {
            assert_eq!(moment(given.parse().expect("a moment")), expected);
        }
    }
}
