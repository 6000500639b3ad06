//! [`Audit`]: figures and findings, in the form of schema `throughline/audit/1`.

use std::collections::BTreeMap;

use serde::Serialize;

/// Name and version of the JSON form. Fields may be added under one version,
/// none renamed or removed.
pub const SCHEMA: &str = "throughline/audit/1";

/// What a strict editor would ask about one briefing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Audit {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// Id of the story.
    pub story: String,
    /// The headline, for whoever reads a list of audits.
    pub headline: String,
    /// What was counted.
    pub figures: Figures,
    /// By question, then in reading order.
    pub findings: Vec<Finding>,
}

impl Audit {
    /// How many findings answer a question.
    pub fn count(&self, question: Question) -> usize {
        self.findings.iter().filter(|f| f.question == question).count()
    }
}

/// What was counted in a briefing and its articles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// Sentences of the sections.
    pub statements: usize,
    /// Words of these sentences.
    pub words: usize,
    /// Entries of the timeline.
    pub entries: usize,
    /// The share of these sentences that rest first on one source, the largest.
    pub largest_source_share: f64,
    /// Facts that two or more independent witnesses tell.
    pub attested: usize,
    /// Findings by question; a question without any has 0.
    pub findings: BTreeMap<Question, usize>,
}

/// One place at which an editor would stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What is asked.
    pub question: Question,
    /// "section 2 sentence 1"; the outlet for what is left out.
    pub place: String,
    /// The text in question.
    pub text: String,
    /// What is wrong with it, in few words.
    pub reason: String,
}

macro_rules! questions {
    ($($(#[$doc:meta])* $name:ident $label:literal),+ $(,)?) => {
        /// What is asked of every briefing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Question { $($(#[$doc])* $name),+ }

        impl Question {
            /// All of them, gravest first.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// For a reader: "not proven".
            pub fn label(self) -> &'static str {
                match self { $(Self::$name => $label),+ }
            }
        }
    };
}

questions! {
    /// Is every part borne out by its passages? By `prove`.
    Unsupported "not proven",
    /// Does every pronoun have somebody whom it means?
    Pronoun "pronouns without antecedent",
    /// Is anything told twice in the sections?
    Repeated "told twice",
    /// Does a heading say what another or the headline says?
    RepeatedHeading "headings that say the same",
    /// Does the timeline have an event twice?
    RepeatedEvent "events twice in the timeline",
    /// Is an event dated by the day of publication?
    PublicationDate "events dated by publication",
    /// Does every quotation have its speaker?
    Speaker "quotations without speaker",
    /// Is every person introduced by full name?
    BareName "persons without full name",
    /// Is a person introduced only once?
    IntroducedTwice "persons introduced twice",
    /// Does a day mean another one for the reader than for the writer?
    RelativeDay "relative days",
    /// Is a sentence too long, or a heading of the wrong length?
    Length "over-long or too short",
    /// Does a heading tell something with a verb?
    Verbless "headings without a verb",
    /// Does its verb tell more than that something is?
    DullHeading "headings with a dull verb",
    /// Does the text hold what belongs to a page and not to the news?
    Residue "residue of pages",
    /// Do two independent witnesses tell what the briefing does not?
    LeftOut "attested facts left out",
}
