//! Owns the intermediate form between reading and resolving: what the words say, before anybody
//! asks when the text was published. It refuses values and calendars.

use crate::number::Amount;
use crate::period::{Period, Season, Unit};
use crate::timex::{Modifier, Sense};
use crate::word::{Feast, Part, Vague, Which};

/// What a deictic word or an article points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Unit(Unit),
    Weekday(i8),
    Month(i8),
    Season(Season),
    Part(Part),
    Quarter(i8),
}

/// The smaller parts of a length: "(two years) and three months".
pub(crate) type Rest = [Option<(Amount, Unit)>; 3];

/// A length of one unit has no smaller parts.
pub(crate) const NO_REST: Rest = [None; 3];

/// Which way an offset runs, and from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// "two years ago": back from publication.
    Ago,
    /// "two weeks from now": on from publication.
    Hence,
    /// "two days later": on from the date last mentioned.
    Later,
    /// "a year earlier": back from the date last mentioned.
    Earlier,
}

/// Which year a quarter or feast belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearOf {
    Nearest,
    Given(i16),
    /// "last year's", "this year's", "next year's"
    Shift(i32),
    /// "the year-ago quarter"
    Ago,
    /// "that year's"
    That,
}

/// The period that "the third Tuesday of" counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Year(i16),
    Month(Option<i16>, i8),
    Deictic(Which, Unit),
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Often {
    /// "every two years", "a day"
    Each(Amount, Unit),
    /// "daily", "annually": a TIMEX3 value as it stands.
    Plain(&'static str),
    /// "every Tuesday", "Mondays", "Tuesday nights"
    Weekday(i8, Option<Part>),
    /// "every morning"
    Part(Part),
    /// "every May"
    Month(i8),
    /// "every summer"
    Season(Season),
}

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    /// Parts of a date, as written.
    Date {
        year: Option<i16>,
        month: Option<i8>,
        day: Option<i8>,
        weekday: Option<i8>,
    },
    /// A period that needs no context.
    Known(Period),
    /// A decade without its century: "the nineties", "the '90s".
    Nineties(u8),
    /// "July 25 of that year": month and day of the year last mentioned.
    OfThatYear {
        month: i8,
        day: Option<i8>,
    },
    /// "the first week of October", "the third Tuesday of next month"; `n` counts from the end
    /// where it is negative.
    Nth {
        n: i8,
        what: What,
        of: Of,
    },
    /// "Tuesday of last week": the weekday of a week from publication's.
    WeekdayOf {
        weekday: i8,
        shift: i32,
    },
    /// "May 1 of last year": the year counted from publication.
    OfShiftedYear {
        month: i8,
        day: i8,
        shift: i32,
    },
    /// "last week", "the following day", "next May".
    Deictic {
        which: Which,
        what: What,
        the: bool,
    },
    /// "the week after next", "the year before last"
    Beyond {
        unit: Unit,
        shift: i32,
    },
    /// "the spring of next year"
    SeasonOf {
        season: Season,
        which: Which,
    },
    /// "the week", "the summer", "the morning": an article and no more.
    Definite(What),
    /// "yesterday": days from publication.
    Day(i32),
    /// "a week from Friday": days on from a weekday to come.
    FromWeekday(i32, i8),
    /// "the day before yesterday", "two years ago".
    Offset {
        amount: Amount,
        unit: Unit,
        way: Way,
    },
    /// A length; `span` is the word that places it ("the past three years").
    Length {
        amount: Amount,
        unit: Unit,
        rest: Rest,
        span: Option<Which>,
    },
    /// "the first nine months": a length at one end of a period.
    First {
        amount: Amount,
        unit: Unit,
    },
    Often(Often),
    Vague(Vague),
    /// "soon": a time to come where the clause looks ahead; elsewhere it only orders what is told.
    Soon,
    /// "third quarter", "the quarter".
    Quarter {
        quarter: Option<i8>,
        year: YearOf,
    },
    /// "first half".
    Half {
        half: i8,
        year: YearOf,
    },
    /// "fiscal 1989", "the fiscal year".
    Fiscal(Option<i16>),
    /// "year-end".
    YearEnd,
    Feast(Feast, YearOf),
    /// A time of day whose day comes from beside it.
    Clock,
    /// "overnight": the night of a day beside it.
    Overnight,
    /// "the week of March 6".
    WeekOf {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    /// "the time", as in "at the time".
    ThatTime,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    Clock { hour: i8, minute: Option<i8>, second: Option<i8>, zone: Zone },
    Part(Part),
}

/// The offset from UTC, where the words give one that TIMEX3 values carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// None given.
    Unsaid,
    /// "UTC", "GMT", "Z".
    Utc,
    /// A named zone, in minutes east.
    Named(i16),
    /// An offset in digits, in minutes east.
    Offset(i16),
}

/// One expression as read: tokens `start..end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Read {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) form: Form,
    pub(crate) time: Option<Time>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) sense: Sense,
    pub(crate) rule: &'static str,
}

impl Read {
    pub(crate) fn new(start: usize, end: usize, form: Form, rule: &'static str) -> Read {
        let sense = match form {
            Form::Date { weekday: Some(_), .. } | Form::WeekdayOf { .. } => Sense::Weekday,
            Form::Offset { .. } | Form::Quarter { year: YearOf::Ago, .. } => Sense::Offset,
            Form::First { .. } => Sense::KnownLength,
            _ => Sense::Plain,
        };
        Read { start, end, form, time: None, modifier: None, sense, rule }
    }

    pub(crate) fn known(self) -> Read {
        Read { sense: Sense::KnownLength, ..self }
    }

    pub(crate) fn modified(self, modifier: Option<Modifier>) -> Read {
        Read { modifier: modifier.or(self.modifier), ..self }
    }

    pub(crate) fn at(self, time: Option<Time>) -> Read {
        Read { time: time.or(self.time), ..self }
    }

    pub(crate) fn from(self, start: usize) -> Read {
        Read { start, ..self }
    }

    pub(crate) fn to(self, end: usize) -> Read {
        Read { end, ..self }
    }
}
