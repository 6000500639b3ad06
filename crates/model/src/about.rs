//! [`About`]: our own words for what sources differ on. Whoever makes a briefing takes them from
//! here, and whoever proves one knows them from here; all other words of it are the articles'.

/// What sources differ on, as a reader is told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// How many died.
    Killed,
    /// How many were hurt.
    Injured,
    /// How many nobody knows of.
    Missing,
    /// How many are held.
    Arrested,
    /// How many jobs go, or may go.
    Jobs,
    /// How many may die of their wounds.
    Critical,
    /// How many have no power.
    Power,
    /// How old somebody is whom the articles' words name after it.
    Age,
    /// A percentage.
    Share,
    /// A sum.
    Money,
    /// A figure that counts nothing with a name.
    Figure,
    /// The day of what the articles' words name after it.
    When,
    /// The day of what has no short name.
    Happened,
    /// The day until which holds what the articles' words name after it.
    Until,
    /// The day for which is planned what the articles' words name after it.
    DayOf,
    /// Yes or no to what the articles' words name after it.
    Whether,
    /// Yes or no to what has no short name.
    IsSo,
    /// What is denied by whom the articles' words name after it.
    What,
    /// The same, behind who denies.
    Denied,
}

impl About {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Killed,
        Self::Injured,
        Self::Missing,
        Self::Arrested,
        Self::Jobs,
        Self::Critical,
        Self::Power,
        Self::Age,
        Self::Share,
        Self::Money,
        Self::Figure,
        Self::When,
        Self::Happened,
        Self::Until,
        Self::DayOf,
        Self::Whether,
        Self::IsSo,
        Self::What,
        Self::Denied,
    ];

    /// Its words.
    ///
    /// ```
    /// use throughline_model::About;
    /// assert_eq!(About::Jobs.words(), "jobs at stake");
    /// ```
    pub fn words(self) -> &'static str {
        match self {
            Self::Killed => "people killed",
            Self::Injured => "people injured",
            Self::Missing => "people missing",
            Self::Arrested => "people arrested",
            Self::Jobs => "jobs at stake",
            Self::Critical => "people in a critical condition",
            Self::Power => "without power",
            Self::Age => "age of the",
            Self::Share => "share",
            Self::Money => "sum of money",
            Self::Figure => "figure",
            Self::When => "when",
            Self::Happened => "when it happened",
            Self::Until => "until when",
            Self::DayOf => "day of the",
            Self::Whether => "whether",
            Self::IsSo => "whether it is so",
            Self::What => "what",
            Self::Denied => "denied",
        }
    }
}

/// Which side of a claim somebody takes, as a reader is told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Somebody says it of another.
    Claimed,
    /// The other denies it.
    Denied,
}

impl Stand {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Claimed, Self::Denied];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Claimed => "claimed",
            Self::Denied => "denied",
        }
    }
}
