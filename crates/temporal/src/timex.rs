//! Owns what a temporal expression is to its readers: kind, TIMEX3 value, interval, granularity,
//! modifier, anchor, direction. It refuses to read text or to resolve anything.
//!
//! Names and values follow TimeML's TIMEX3 (ISO-TimeML; TempEval-3 task A).

use jiff::civil::Date;

/// A stretch of the calendar, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The first day.
    pub from: Date,
    /// The last day, never before `from`.
    pub to: Date,
}

/// The TIMEX3 `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A calendar date of any granularity, or a reference such as `PRESENT_REF`.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl Kind {
    /// The spelling of the TIMEX3 `type` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Date => "DATE",
            Kind::Time => "TIME",
            Kind::Duration => "DURATION",
            Kind::Set => "SET",
        }
    }
}

/// How fine the expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Granularity {
    /// A clock time or a part of a day.
    TimeOfDay,
    /// One day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// An ISO week.
    Week,
    /// A month.
    Month,
    /// A quarter, calendar or fiscal.
    Quarter,
    /// A season.
    Season,
    /// Half a year.
    Half,
    /// A year, calendar or fiscal.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
    /// No place on the calendar: `PAST_REF`, "some time".
    Vague,
}

/// The TIMEX3 `mod` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modifier {
    /// "more than a year ago"
    Before,
    /// "less than a year ago"
    After,
    /// "no later than 1990"
    OnOrBefore,
    /// "1994 or later"
    OnOrAfter,
    /// "nearly two months"
    LessThan,
    /// "more than four hours"
    MoreThan,
    /// "up to 180 days"
    EqualOrLess,
    /// "at least 30 days"
    EqualOrMore,
    /// "early 1990"
    Start,
    /// "mid-May"
    Mid,
    /// "late 2013"
    End,
    /// "about two years ago"
    Approx,
}

impl Modifier {
    /// The spelling of the TIMEX3 `mod` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Modifier::Before => "BEFORE",
            Modifier::After => "AFTER",
            Modifier::OnOrBefore => "ON_OR_BEFORE",
            Modifier::OnOrAfter => "ON_OR_AFTER",
            Modifier::LessThan => "LESS_THAN",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::EqualOrLess => "EQUAL_OR_LESS",
            Modifier::EqualOrMore => "EQUAL_OR_MORE",
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
        }
    }
}

/// What a relative expression was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Nothing: the words say it all, or nothing could be resolved.
    None,
    /// The time of publication ([`crate::Context::published`]).
    Publication,
    /// An earlier expression, by its place in what [`crate::tag`] returns.
    Mention(usize),
}

/// Where the clause around the expression looks, as far as its verbs tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// "said on Tuesday"
    Past,
    /// "these days"
    Present,
    /// "is scheduled to meet on Tuesday"
    Future,
    /// The clause does not tell.
    Unknown,
}

/// What kind of words it is, as far as whoever reads dates must treat them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sense {
    /// A weekday by its name, alone or with more of the date: "Tuesday", "Friday night".
    Weekday,
    /// So long before or after another time: "a year earlier", "the year-ago quarter".
    Offset,
    /// A length that its article or a word beside it makes known: "the nine months".
    KnownLength,
    /// Everything else.
    Plain,
}

/// The confidence of a day that the words leave open: the least that may still be told as a day.
/// What is below is a guess.
pub const DOUBTFUL: f32 = 0.5;

/// One temporal expression of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Byte offset of its first byte.
    pub start: usize,
    /// Byte offset after its last byte.
    pub end: usize,
    /// TIMEX3 `type`.
    pub kind: Kind,
    /// TIMEX3 `value`, e.g. `1998-01-08`, `P3D`, `1989-Q3`, `PAST_REF`.
    pub value: String,
    /// Where it lies on the calendar, whatever its kind: "the past three years" is a duration
    /// that also has a place. `None` where that cannot be known.
    pub interval: Option<Interval>,
    /// How fine it is.
    pub granularity: Granularity,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// What it was resolved against.
    pub anchor: Anchor,
    /// Where the clause looks.
    pub direction: Direction,
    /// What kind of words it is.
    pub sense: Sense,
    /// The rule that read it: a stable name for people, which decides nothing.
    pub rule: &'static str,
    /// How far to trust the value, 0 to 1; an ordering, not a probability.
    pub confidence: f32,
}

impl Timex {
    /// Whether this names exactly one known day (a time of a known day included).
    #[must_use]
    pub fn is_resolved_day(&self) -> bool {
        matches!(self.kind, Kind::Date | Kind::Time)
            && self.interval.is_some_and(|interval| interval.from == interval.to)
    }

    /// Whether it only bounds or guesses a date: "before May", "about 1990".
    #[must_use]
    pub fn is_bound(&self) -> bool {
        use Modifier::{
            After, Approx, Before, EqualOrLess, EqualOrMore, LessThan, MoreThan, OnOrAfter,
            OnOrBefore,
        };
        let bounds = [
            MoreThan,
            LessThan,
            Approx,
            Before,
            After,
            OnOrBefore,
            OnOrAfter,
            EqualOrLess,
            EqualOrMore,
        ];
        self.modifier.is_some_and(|modifier| bounds.contains(&modifier))
    }

    /// Whether the words leave open which day is meant.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.confidence <= DOUBTFUL
    }

    /// Whether the day is too much of a guess to be told.
    #[must_use]
    pub fn is_guess(&self) -> bool {
        self.confidence < DOUBTFUL
    }

    /// Whether this has a place on the calendar at all.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        self.interval.is_some()
    }
}
