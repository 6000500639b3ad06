//! Owns what each English word may mean to the grammar: a perfect-hash table from a lower-case
//! word to its class. It refuses to look at neighbours; ambiguity ("may", "second", "fall") is
//! the grammar's business.

use phf::phf_map;

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

/// The longest word of the table, in bytes.
pub(crate) const LONGEST: usize = 13;

/// The class of a lower-case ASCII word.
pub(crate) fn class(word: &str) -> Word {
    WORDS.get(word).copied().unwrap_or(Word::Other)
}

static WORDS: phf::Map<&'static str, Word> = phf_map! {
    "zero" => Word::Ones(0), "one" => Word::Ones(1), "two" => Word::Ones(2), "three" => Word::Ones(3),
    "four" => Word::Ones(4), "five" => Word::Ones(5), "six" => Word::Ones(6), "seven" => Word::Ones(7),
    "eight" => Word::Ones(8), "nine" => Word::Ones(9), "ten" => Word::Ones(10),
    "eleven" => Word::Ones(11), "twelve" => Word::Ones(12), "thirteen" => Word::Ones(13),
    "fourteen" => Word::Ones(14), "fifteen" => Word::Ones(15), "sixteen" => Word::Ones(16),
    "seventeen" => Word::Ones(17), "eighteen" => Word::Ones(18), "nineteen" => Word::Ones(19),
    "twenty" => Word::Tens(20), "thirty" => Word::Tens(30), "forty" => Word::Tens(40),
    "fifty" => Word::Tens(50), "sixty" => Word::Tens(60), "seventy" => Word::Tens(70),
    "eighty" => Word::Tens(80), "ninety" => Word::Tens(90),
    "hundred" => Word::Hundred, "thousand" => Word::Thousand, "half" => Word::Half,
    "several" => Word::Several, "few" => Word::Several, "many" => Word::Several,
    "dozens" => Word::Several, "numerous" => Word::Several,
    "couple" => Word::Couple, "dozen" => Word::Dozen,

    "first" => Word::Ordinal(1), "second" => Word::Ordinal(2), "third" => Word::Ordinal(3),
    "fourth" => Word::Ordinal(4), "fifth" => Word::Ordinal(5), "sixth" => Word::Ordinal(6),
    "seventh" => Word::Ordinal(7), "eighth" => Word::Ordinal(8), "ninth" => Word::Ordinal(9),
    "tenth" => Word::Ordinal(10), "eleventh" => Word::Ordinal(11), "twelfth" => Word::Ordinal(12),
    "thirteenth" => Word::Ordinal(13), "fourteenth" => Word::Ordinal(14),
    "fifteenth" => Word::Ordinal(15), "sixteenth" => Word::Ordinal(16),
    "seventeenth" => Word::Ordinal(17), "eighteenth" => Word::Ordinal(18),
    "nineteenth" => Word::Ordinal(19), "twentieth" => Word::Ordinal(20),
    "thirtieth" => Word::Ordinal(30),

    "january" => Word::Month(1), "february" => Word::Month(2), "march" => Word::Month(3),
    "april" => Word::Month(4), "may" => Word::Month(5), "june" => Word::Month(6),
    "july" => Word::Month(7), "august" => Word::Month(8), "september" => Word::Month(9),
    "october" => Word::Month(10), "november" => Word::Month(11), "december" => Word::Month(12),
    "jan" => Word::Month(1), "feb" => Word::Month(2), "mar" => Word::Month(3),
    "apr" => Word::Month(4), "jun" => Word::Month(6), "jul" => Word::Month(7),
    "aug" => Word::Month(8), "sep" => Word::Month(9), "sept" => Word::Month(9),
    "oct" => Word::Month(10), "nov" => Word::Month(11), "dec" => Word::Month(12),

    "monday" => Word::Weekday(1), "tuesday" => Word::Weekday(2), "wednesday" => Word::Weekday(3),
    "thursday" => Word::Weekday(4), "friday" => Word::Weekday(5), "saturday" => Word::Weekday(6),
    "sunday" => Word::Weekday(7),
    "mon" => Word::Weekday(1), "tue" => Word::Weekday(2), "tues" => Word::Weekday(2),
    "wed" => Word::Weekday(3), "thu" => Word::Weekday(4), "thur" => Word::Weekday(4),
    "thurs" => Word::Weekday(4), "fri" => Word::Weekday(5), "sat" => Word::Weekday(6),
    "sun" => Word::Weekday(7),
    "mondays" => Word::Weekdays(1), "tuesdays" => Word::Weekdays(2),
    "wednesdays" => Word::Weekdays(3), "thursdays" => Word::Weekdays(4),
    "fridays" => Word::Weekdays(5), "saturdays" => Word::Weekdays(6), "sundays" => Word::Weekdays(7),

    "seconds" => Word::Units(Unit::Second), "sec" => Word::Unit(Unit::Second),
    "secs" => Word::Units(Unit::Second),
    "minute" => Word::Unit(Unit::Minute), "minutes" => Word::Units(Unit::Minute),
    "min" => Word::Unit(Unit::Minute), "mins" => Word::Units(Unit::Minute),
    "hour" => Word::Unit(Unit::Hour), "hours" => Word::Units(Unit::Hour),
    "hr" => Word::Unit(Unit::Hour), "hrs" => Word::Units(Unit::Hour),
    "day" => Word::Unit(Unit::Day), "days" => Word::Units(Unit::Day),
    "weekend" => Word::Unit(Unit::Weekend), "weekends" => Word::Units(Unit::Weekend),
    "week" => Word::Unit(Unit::Week), "weeks" => Word::Units(Unit::Week),
    "fortnight" => Word::Unit(Unit::Fortnight), "fortnights" => Word::Units(Unit::Fortnight),
    "month" => Word::Unit(Unit::Month), "months" => Word::Units(Unit::Month),
    "quarter" => Word::Unit(Unit::Quarter), "quarters" => Word::Units(Unit::Quarter),
    "year" => Word::Unit(Unit::Year), "years" => Word::Units(Unit::Year),
    "yr" => Word::Unit(Unit::Year), "yrs" => Word::Units(Unit::Year),
    "decade" => Word::Unit(Unit::Decade), "decades" => Word::Units(Unit::Decade),
    "century" => Word::Unit(Unit::Century), "centuries" => Word::Units(Unit::Century),
    "millennium" => Word::Unit(Unit::Millennium), "millennia" => Word::Units(Unit::Millennium),

    "morning" => Word::Part(Part::Morning), "dawn" => Word::Part(Part::Morning),
    "midday" => Word::Part(Part::Midday), "lunchtime" => Word::Part(Part::Midday),
    "afternoon" => Word::Part(Part::Afternoon),
    "evening" => Word::Part(Part::Evening), "dusk" => Word::Part(Part::Evening),
    "night" => Word::Part(Part::Night), "nighttime" => Word::Part(Part::Night),
    "daytime" => Word::Part(Part::Daytime),
    "mornings" => Word::Parts(Part::Morning), "afternoons" => Word::Parts(Part::Afternoon),
    "evenings" => Word::Parts(Part::Evening), "nights" => Word::Parts(Part::Night),
    "overnight" => Word::Overnight, "noon" => Word::Noon, "midnight" => Word::Midnight,

    "spring" => Word::Season(Season::Spring), "springtime" => Word::Season(Season::Spring),
    "summer" => Word::Season(Season::Summer), "summertime" => Word::Season(Season::Summer),
    "fall" => Word::Season(Season::Autumn), "autumn" => Word::Season(Season::Autumn),
    "winter" => Word::Season(Season::Winter), "wintertime" => Word::Season(Season::Winter),

    "today" => Word::Day(0), "yesterday" => Word::Day(-1), "tomorrow" => Word::Day(1),
    "tonight" => Word::Tonight, "tonite" => Word::Tonight,
    "tdy" => Word::Day(0), "tmr" => Word::Day(1), "tmrw" => Word::Day(1), "tmw" => Word::Day(1),

    "this" => Word::Which(Which::This), "last" => Word::Which(Which::Last),
    "next" => Word::Which(Which::Next), "past" => Word::Which(Which::Past),
    "previous" => Word::Which(Which::Previous), "preceding" => Word::Which(Which::Previous),
    "prior" => Word::Which(Which::Previous),
    "following" => Word::Which(Which::Following), "subsequent" => Word::Which(Which::Following),
    "ensuing" => Word::Which(Which::Following), "succeeding" => Word::Which(Which::Following),
    "intervening" => Word::Which(Which::Following),
    "coming" => Word::Which(Which::Coming), "upcoming" => Word::Which(Which::Coming),
    "forthcoming" => Word::Which(Which::Coming),
    "current" => Word::Which(Which::Current), "same" => Word::Which(Which::Same),
    "that" => Word::Which(Which::That), "these" => Word::Which(Which::These),
    "those" => Word::Which(Which::Those), "latest" => Word::Which(Which::Latest),
    "recent" => Word::Which(Which::Recent),

    "early" => Word::Place(Place::Early), "late" => Word::Place(Place::Late),
    "mid" => Word::Place(Place::Mid), "middle" => Word::Place(Place::Mid),
    "beginning" => Word::Place(Place::Beginning), "start" => Word::Place(Place::Beginning),
    "outset" => Word::Place(Place::Beginning), "onset" => Word::Place(Place::Beginning),
    "end" => Word::Place(Place::End), "close" => Word::Place(Place::End),
    "latter" => Word::Place(Place::Latter),
    "rest" => Word::Place(Place::Rest), "remainder" => Word::Place(Place::Rest),

    "twenties" => Word::Decade(2), "thirties" => Word::Decade(3), "forties" => Word::Decade(4),
    "fifties" => Word::Decade(5), "sixties" => Word::Decade(6), "seventies" => Word::Decade(7),
    "eighties" => Word::Decade(8), "nineties" => Word::Decade(9),

    "the" => Word::The, "a" => Word::A, "an" => Word::A, "of" => Word::Of, "in" => Word::In,
    "on" => Word::On, "at" => Word::At, "by" => Word::By, "to" => Word::To, "and" => Word::And,
    "or" => Word::Or, "from" => Word::From, "for" => Word::For, "since" => Word::Since,
    "until" => Word::Until, "till" => Word::Until, "during" => Word::During,
    "throughout" => Word::During,
    "between" => Word::Between, "through" => Word::Through, "over" => Word::Over,
    "under" => Word::Under, "within" => Word::Within, "about" => Word::About,
    "around" => Word::About, "roughly" => Word::About, "approximately" => Word::About,
    "circa" => Word::About, "some" => Word::About, "nearly" => Word::Nearly,
    "almost" => Word::Nearly, "more" => Word::More, "longer" => Word::More,
    "less" => Word::Less, "fewer" => Word::Less,
    "least" => Word::Least, "most" => Word::Most, "up" => Word::Up, "as" => Word::As,
    "no" => Word::No, "than" => Word::Than, "just" => Word::Just,
    "ago" => Word::Ago, "later" => Word::Later, "earlier" => Word::Earlier,
    "before" => Word::Before, "after" => Word::After, "hence" => Word::Hence,
    "ahead" => Word::Ahead,
    "another" => Word::Another, "each" => Word::Each, "every" => Word::Every, "per" => Word::Per, "once" => Word::Once,
    "twice" => Word::Twice, "times" => Word::Times, "time" => Word::Times,
    "daily" => Word::Often("P1D"), "nightly" => Word::Often("XXXX-XX-XXTNI"),
    "weekly" => Word::Often("P1W"), "monthly" => Word::Often("P1M"),
    "annually" => Word::Often("P1Y"), "yearly" => Word::Often("P1Y"),
    "hourly" => Word::Often("PT1H"), "biweekly" => Word::Often("P2W"),
    "fiscal" => Word::Fiscal, "financial" => Word::Fiscal, "fy" => Word::Fiscal, "q" => Word::Q,

    "labor" => Word::Named, "labour" => Word::Named, "memorial" => Word::Named,
    "valentine" => Word::Named, "independence" => Word::Named, "veterans" => Word::Named,
    "columbus" => Word::Named, "martin" => Word::Named, "presidents" => Word::Named,
    "mother" => Word::Named, "mothers" => Word::Named, "father" => Word::Named,
    "fathers" => Word::Named, "election" => Word::Named, "boxing" => Word::Named,
    "new" => Word::Named, "good" => Word::Named, "palm" => Word::Named, "ash" => Word::Named,
    "bastille" => Word::Named, "groundhog" => Word::Named, "earth" => Word::Named,
    "cinco" => Word::Named, "flag" => Word::Named, "all" => Word::Named, "st" => Word::Named,
    "saint" => Word::Named, "black" => Word::Named,

    "now" => Word::Vague(Vague::Present), "currently" => Word::Vague(Vague::Present),
    "nowadays" => Word::Vague(Vague::Present), "presently" => Word::Vague(Vague::Present),
    "recently" => Word::Vague(Vague::Past), "previously" => Word::Vague(Vague::Past),
    "lately" => Word::Vague(Vague::Past),
    "soon" => Word::Vague(Vague::Future), "future" => Word::Vague(Vague::Future),

    "christmas" => Word::Feast(Feast::Christmas), "xmas" => Word::Feast(Feast::Christmas),
    "thanksgiving" => Word::Feast(Feast::Thanksgiving), "easter" => Word::Feast(Feast::Easter),
    "halloween" => Word::Feast(Feast::Halloween), "epiphany" => Word::Feast(Feast::Epiphany),
    "juneteenth" => Word::Feast(Feast::Juneteenth), "eve" => Word::Eve,

    "est" => Word::Zone, "edt" => Word::Zone, "cst" => Word::Zone, "cdt" => Word::Zone,
    "mst" => Word::Zone, "mdt" => Word::Zone, "pst" => Word::Zone, "pdt" => Word::Zone,
    "gmt" => Word::Zone, "utc" => Word::Zone, "bst" => Word::Zone, "cet" => Word::Zone,
    "cest" => Word::Zone, "ist" => Word::Zone, "jst" => Word::Zone,

    "will" => Word::Cue(Cue::Future), "ll" => Word::Cue(Cue::Future),
    "shall" => Word::Cue(Cue::Future), "scheduled" => Word::Cue(Cue::Future),
    "expected" => Word::Cue(Cue::Future), "slated" => Word::Cue(Cue::Future),
    "due" => Word::Cue(Cue::Future), "plans" => Word::Cue(Cue::Future),
    "plan" => Word::Cue(Cue::Future), "planned" => Word::Cue(Cue::Future),
    "planning" => Word::Cue(Cue::Future), "hopes" => Word::Cue(Cue::Future),
    "hope" => Word::Cue(Cue::Future), "intends" => Word::Cue(Cue::Future),
    "aims" => Word::Cue(Cue::Future), "expects" => Word::Cue(Cue::Future),
    "expect" => Word::Cue(Cue::Future), "going" => Word::Cue(Cue::Future),
    "must" => Word::Cue(Cue::Future), "should" => Word::Cue(Cue::Future),
    "might" => Word::Cue(Cue::Future), "could" => Word::Cue(Cue::Future),
    "would" => Word::Cue(Cue::Future), "can" => Word::Cue(Cue::Future),
    "cannot" => Word::Cue(Cue::Future), "proposed" => Word::Cue(Cue::Future),
    "set" => Word::Cue(Cue::Future), "likely" => Word::Cue(Cue::Future),
    "await" => Word::Cue(Cue::Future), "awaiting" => Word::Cue(Cue::Future),
    "effective" => Word::Cue(Cue::Future), "payable" => Word::Cue(Cue::Future),

    // In news the simple present with a date is a schedule: "the council meets on Friday".
    "meet" => Word::Cue(Cue::Future), "meets" => Word::Cue(Cue::Future),
    "expires" => Word::Cue(Cue::Future), "begins" => Word::Cue(Cue::Future),
    "opens" => Word::Cue(Cue::Future), "starts" => Word::Cue(Cue::Future),
    "resumes" => Word::Cue(Cue::Future), "arrives" => Word::Cue(Cue::Future),
    "continues" => Word::Cue(Cue::Future), "convenes" => Word::Cue(Cue::Future),
    "reconvenes" => Word::Cue(Cue::Future), "reopens" => Word::Cue(Cue::Future),
    "departs" => Word::Cue(Cue::Future), "decides" => Word::Cue(Cue::Future),

    "said" => Word::Cue(Cue::Past), "was" => Word::Cue(Cue::Past), "were" => Word::Cue(Cue::Past),
    "had" => Word::Cue(Cue::Past), "did" => Word::Cue(Cue::Past), "didn" => Word::Cue(Cue::Past),
    "wasn" => Word::Cue(Cue::Past), "told" => Word::Cue(Cue::Past), "met" => Word::Cue(Cue::Past),
    "went" => Word::Cue(Cue::Past), "left" => Word::Cue(Cue::Past), "began" => Word::Cue(Cue::Past),
    "fell" => Word::Cue(Cue::Past), "rose" => Word::Cue(Cue::Past), "won" => Word::Cue(Cue::Past),
    "lost" => Word::Cue(Cue::Past), "made" => Word::Cue(Cue::Past), "took" => Word::Cue(Cue::Past),
    "gave" => Word::Cue(Cue::Past), "came" => Word::Cue(Cue::Past), "saw" => Word::Cue(Cue::Past),
    "held" => Word::Cue(Cue::Past), "sent" => Word::Cue(Cue::Past), "got" => Word::Cue(Cue::Past),
    "struck" => Word::Cue(Cue::Past), "shot" => Word::Cue(Cue::Past), "hit" => Word::Cue(Cue::Past),
    "broke" => Word::Cue(Cue::Past), "spoke" => Word::Cue(Cue::Past), "wrote" => Word::Cue(Cue::Past),
    "ran" => Word::Cue(Cue::Past), "bought" => Word::Cue(Cue::Past), "sold" => Word::Cue(Cue::Past),
    "found" => Word::Cue(Cue::Past), "led" => Word::Cue(Cue::Past), "became" => Word::Cue(Cue::Past),
    "put" => Word::Cue(Cue::Past), "cut" => Word::Cue(Cue::Past), "grew" => Word::Cue(Cue::Past),
    "brought" => Word::Cue(Cue::Past), "paid" => Word::Cue(Cue::Past), "drew" => Word::Cue(Cue::Past),
    "flew" => Word::Cue(Cue::Past), "kept" => Word::Cue(Cue::Past), "stood" => Word::Cue(Cue::Past),
    "been" => Word::Cue(Cue::Past), "killed" => Word::Cue(Cue::Past),
    "is" => Word::Cue(Cue::Present), "are" => Word::Cue(Cue::Present),
    "has" => Word::Cue(Cue::Present), "have" => Word::Cue(Cue::Present),
    "because" => Word::Cue(Cue::Clause), "while" => Word::Cue(Cue::Clause),
    "which" => Word::Cue(Cue::Clause), "who" => Word::Cue(Cue::Clause),
    "when" => Word::Cue(Cue::Clause), "but" => Word::Cue(Cue::Clause),
    "whether" => Word::Cue(Cue::Clause), "if" => Word::Cue(Cue::Clause),
    "although" => Word::Cue(Cue::Clause), "though" => Word::Cue(Cue::Clause),
    "unless" => Word::Cue(Cue::Clause), "where" => Word::Cue(Cue::Clause),
};
