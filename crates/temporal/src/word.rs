//! Owns the classes that an English word may have for the grammar. It refuses to say which word
//! has which: that is the lexicon's table.

use crate::period::{Season, Unit};

/// "this", "last", "next" and their kin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    This,
    Last,
    Next,
    Past,
    Previous,
    Following,
    Coming,
    Current,
    Same,
    That,
    These,
    Those,
    Latest,
    Recent,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl Part {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Part::Morning => "TMO",
            Part::Midday => "TMI",
            Part::Afternoon => "TAF",
            Part::Evening => "TEV",
            Part::Night => "TNI",
            Part::Daytime => "TDT",
        }
    }
}

/// A part of a period: "early 1990", "the end of May".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Early,
    Late,
    Mid,
    Beginning,
    End,
    /// "the latter half of", and nothing but "half" or "part" may follow
    Latter,
    Rest,
}

/// References without a place on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vague {
    Past,
    Present,
    Future,
}

/// Days of the year with a name; the grammar completes those of two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    Christmas,
    ChristmasEve,
    BoxingDay,
    NewYear,
    NewYearsEve,
    Thanksgiving,
    BlackFriday,
    Easter,
    EasterMonday,
    GoodFriday,
    PalmSunday,
    AshWednesday,
    Halloween,
    Valentine,
    StPatrick,
    AprilFools,
    MayDay,
    IndependenceDay,
    LaborDay,
    MemorialDay,
    VeteransDay,
    ColumbusDay,
    KingDay,
    PresidentsDay,
    GroundhogDay,
    FlagDay,
    EarthDay,
    MothersDay,
    FathersDay,
    ElectionDay,
    Epiphany,
    AllSaints,
    CincoDeMayo,
    Juneteenth,
    BastilleDay,
    SeptemberEleventh,
}

/// What a word tells of the time its clause speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// "will", "plans", "scheduled"
    Future,
    /// "said", "was", "met"
    Past,
    /// "is", "has"
    Present,
    /// "that", "because", "while": a clause begins
    Clause,
}

/// What a word may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// Nothing to the grammar.
    Other,
    /// A blank line: no expression runs across it.
    Break,
    /// A run of ASCII digits and how many they are.
    Digits(u32, u8),
    /// One character of punctuation; dashes and curly quotes are given as their ASCII kin.
    Punct(u8),
    /// "½"
    HalfSign,
    Ones(u8),
    Tens(u8),
    Hundred,
    Thousand,
    Half,
    /// "several", "few", "many", "couple", "dozens"
    Several,
    Couple,
    Dozen,
    Ordinal(u8),
    Month(i8),
    Weekday(i8),
    Weekdays(i8),
    Unit(Unit),
    Units(Unit),
    Part(Part),
    Parts(Part),
    Overnight,
    Noon,
    Midnight,
    Season(Season),
    /// "yesterday", "today", "tomorrow"
    Day(i8),
    Tonight,
    Which(Which),
    Place(Place),
    /// "sixties"
    Decade(u8),
    The,
    A,
    Of,
    In,
    On,
    At,
    By,
    To,
    And,
    Or,
    From,
    For,
    Since,
    Until,
    During,
    Between,
    Through,
    Over,
    Under,
    Within,
    About,
    Nearly,
    More,
    Less,
    Least,
    Most,
    Up,
    As,
    No,
    Than,
    Just,
    Ago,
    Later,
    Earlier,
    Before,
    After,
    Hence,
    Ahead,
    Another,
    Each,
    Every,
    Per,
    Once,
    Twice,
    Times,
    Often(&'static str),
    Fiscal,
    /// "Q", as in "Q3"
    Q,
    /// May begin the name of a feast: "Labor Day", "New Year's Eve".
    Named,
    Vague(Vague),
    Feast(Feast),
    Eve,
    Zone,
    Cue(Cue),
}
