//! [`Harm`]: what befalls people, by the words that tell and count it, and whom.

use std::{collections::HashSet, sync::LazyLock};

use crate::{persons::PERSONS, words::stem};

/// What befalls people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Harm {
    /// They die.
    Killed,
    /// They are hurt.
    Injured,
    /// Nobody knows where they are.
    Missing,
    /// They are held.
    Arrested,
}

/// Stems that tell of each.
const TOLD: &[(Harm, &[&str])] = &[
    (Harm::Killed, &["dead", "kill", "die", "death", "fatal", "bodi", "toll", "perish", "drown"]),
    (Harm::Injured, &["injur", "wound", "hurt", "hospit", "hospitalis", "casualti"]),
    (Harm::Missing, &["miss", "unaccount"]),
    (Harm::Arrested, &["arrest", "detain", "custodi"]),
];

/// Stems that count people as such.
const PEOPLE: &[&str] =
    &["peopl", "person", "victim", "men", "women", "man", "woman", "live", "life", "bodi"];

/// Stems that count a part of the people, beside those of [`PERSONS`].
const GROUPS: &[&str] = &[
    "civilian", "troop", "children", "offic", "polic", "tourist", "famili", "crew", "milit",
    "protest", "miner", "pilgrim",
];

/// The stems of the nouns for people.
static PARTS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let persons = PERSONS.iter().map(|person| stem(person));
    persons.chain(GROUPS.iter().map(|&group| group.to_owned())).collect()
});

impl Harm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Killed, Self::Injured, Self::Missing, Self::Arrested];

    /// The harm that a stem tells of: "killed", "toll".
    ///
    /// ```
    /// use throughline_annotate::{Harm, stem};
    /// assert_eq!(Harm::of(&stem("fatalities")), Some(Harm::Killed));
    /// assert_eq!(Harm::of("ferri"), None);
    /// ```
    pub fn of(stem: &str) -> Option<Self> {
        TOLD.iter().find(|(_, stems)| stems.contains(&stem)).map(|(harm, _)| *harm)
    }

    /// As a reader is told it, of people: "killed".
    pub fn participle(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Missing => "missing",
            Self::Arrested => "arrested",
        }
    }
}

/// Whether a stem counts people as such: "people", "victims".
pub fn is_people(stem: &str) -> bool {
    PEOPLE.contains(&stem)
}

/// Whether a stem counts a part of the people: "soldiers". Its toll is another
/// figure.
pub fn is_group(stem: &str) -> bool {
    !is_people(stem) && PARTS.contains(stem)
}
