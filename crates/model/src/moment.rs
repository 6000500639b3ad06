//! [`Moment`]: a point in time as precise as its source gave it, never more.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, perhaps with a time of day, perhaps with an offset from UTC.
///
/// A page that says only "12 March 2026" gives a day; making a midnight of it
/// would be a guess. Its written form is the ISO 8601 string of what is known:
/// `2026-03-12`, `2026-03-12T08:30:00` or `2026-03-12T08:30:00+01:00`.
///
/// ```
/// use throughline_model::Moment;
/// let moment: Moment = "2026-03-12T08:30:00+01:00".parse().unwrap();
/// assert_eq!(moment.date().to_string(), "2026-03-12");
/// assert_eq!(moment.to_string(), "2026-03-12T08:30:00+01:00");
/// assert_eq!("2026-03-12".parse::<Moment>().unwrap().to_string(), "2026-03-12");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    date: Date,
    time: Option<Time>,
    offset: Option<Offset>,
}

/// The string is no date in ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentError(String);

impl fmt::Display for MomentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a date: {:?}; write it as 2026-03-12 or 2026-03-12T08:30:00+01:00", self.0)
    }
}

impl std::error::Error for MomentError {}

impl Moment {
    /// A day whose time nobody gave.
    pub fn day(date: Date) -> Self {
        Self { date, time: None, offset: None }
    }

    /// A local time, with its offset from UTC where it is known.
    pub fn local(at: DateTime, offset: Option<Offset>) -> Self {
        Self { date: at.date(), time: Some(at.time()), offset }
    }

    /// The day alone where the time is midnight to the second: so a field of date and time is
    /// filled where only the day is known.
    pub fn without_midnight(self) -> Self {
        if self.time == Some(Time::midnight()) { Self::day(self.date) } else { self }
    }

    /// The calendar day at the place of the source.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The local time; midnight where only the day is known.
    pub fn datetime(&self) -> DateTime {
        self.date.to_datetime(self.time.unwrap_or(Time::midnight()))
    }

    /// The time of day, where one was given.
    pub fn time(&self) -> Option<Time> {
        self.time
    }

    /// The offset from UTC, where one was given.
    pub fn offset(&self) -> Option<Offset> {
        self.offset
    }

    /// The instant to order by. A moment without an offset counts as UTC.
    pub fn instant(&self) -> Timestamp {
        self.offset
            .unwrap_or(Offset::UTC)
            .to_timestamp(self.datetime())
            .unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        Self::local(Offset::UTC.to_datetime(at), Some(Offset::UTC))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |m: &Self| (m.instant(), m.date, m.time, m.offset.map(|o| o.seconds()));
        key(self).cmp(&key(other))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        match self.offset.map(|o| o.seconds() / 60) {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(m) => {
                let sign = if m < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", m.abs() / 60, m.abs() % 60)
            }
        }
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    /// Reads ISO 8601 dates and date-times, with `T` or a space between them.
    fn from_str(s: &str) -> Result<Self, MomentError> {
        let text = s.trim();
        let error = || MomentError(s.chars().take(60).collect());
        let head = text.get(..10).ok_or_else(error)?;
        let date: Date = head.parse().map_err(|_| error())?;
        let rest = &text[10..];
        if rest.is_empty() {
            return Ok(Self::day(date));
        }
        let rest = rest.strip_prefix(['T', 't', ' ']).ok_or_else(error)?.trim();
        let split = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')))
            .unwrap_or(rest.len());
        let (clock, zone) = rest.split_at(split);
        let time: Time = clock.parse().map_err(|_| error())?;
        let offset = read_offset(zone.trim()).map_err(|()| error())?;
        Ok(Self { date, time: Some(time), offset })
    }
}

fn read_offset(zone: &str) -> Result<Option<Offset>, ()> {
    if zone.is_empty() {
        return Ok(None);
    }
    if matches!(zone, "Z" | "z" | "UTC" | "GMT") {
        return Ok(Some(Offset::UTC));
    }
    let sign = match zone.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return Err(()),
    };
    let digits: String = zone[1..].chars().filter(|c| *c != ':').collect();
    if digits.len() > 4 || digits.len() < 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(());
    }
    let number = |s: &str| s.parse::<i32>().unwrap_or(0);
    let (hours, minutes) = (number(&digits[..2]), number(&digits[2..]));
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).map(Some).map_err(|_| ())
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "ISO 8601 day or local date-time, with the offset where it is known.",
            "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_what_is_known() {
        let cases = [
            ("2026-03-12", "2026-03-12"),
            ("2026-03-12T08:30", "2026-03-12T08:30:00"),
            ("2026-03-12 08:30:15", "2026-03-12T08:30:15"),
            ("2026-03-12T08:30:15.250Z", "2026-03-12T08:30:15Z"),
            ("2026-03-12T08:30:15-0500", "2026-03-12T08:30:15-05:00"),
            ("2026-03-12T08:30:15 +01", "2026-03-12T08:30:15+01:00"),
        ];
        for (given, expected) in cases {
            assert_eq!(given.parse::<Moment>().unwrap().to_string(), expected, "{given}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for given in ["", "yesterday", "2026-13-01", "2026-03-12Tnoon", "2026-03-12T10:00+1"] {
            assert!(given.parse::<Moment>().is_err(), "{given}");
        }
    }

    #[test]
    fn orders_by_instant() {
        let at = |s: &str| s.parse::<Moment>().unwrap();
        assert!(at("2026-03-12T09:00:00+02:00") < at("2026-03-12T08:00:00Z"));
        assert!(at("2026-03-12") < at("2026-03-12T08:00:00Z"));
    }
}
