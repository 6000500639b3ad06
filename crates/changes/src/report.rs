//! [`Changes`]: what a reader of an older briefing is told, schema `throughline/changes/1`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use throughline_model::{
    Disagreement, Moment, Position, Source, Statement, Status, TimelineEntry, When,
};

/// Name and version of the JSON form.
pub const SCHEMA: &str = "throughline/changes/1";

/// What changed from one briefing of a story to another. No fact stands in it
/// twice. Citations are numbered as in the newer briefing; what the older one
/// said ([`Before`]) is given without numbers, since those were others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Changes {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Id of the story in the newer briefing.
    pub story: String,
    /// The older briefing.
    pub from: Edition,
    /// The newer briefing.
    pub to: Edition,
    /// A headline that says something else.
    pub headline: Option<HeadlineChange>,
    /// One claim with another figure or date than before.
    pub changed: Vec<Changed>,
    /// A claim that a later development has overtaken.
    pub superseded: Vec<Superseded>,
    /// Told for the first time, from an article that was not there before.
    pub new: Vec<Fact>,
    /// Told before and gone, and the articles it was told of say it no longer.
    pub withdrawn: Vec<Withdrawn>,
    /// Told before, by more independent witnesses now.
    pub corroborated: Vec<Corroborated>,
    /// Points on which sources differ now.
    pub disputed: Vec<Disputed>,
    /// What changed in the timeline, but for what is told above.
    pub timeline: TimelineChanges,
    /// Told for the first time, but by articles that were there before: no news.
    pub also_told: Vec<Fact>,
    /// Told before and left out now; the articles still say it.
    pub left_out: Vec<Before>,
    /// Every source of the newer briefing.
    pub sources: Vec<Source>,
    /// Numbers of the sources that were not there before.
    pub added: Vec<usize>,
    /// Sources that are no longer there, numbered as they were.
    pub gone: Vec<Source>,
}

impl Changes {
    /// Whether a reader of the older briefing learns anything, and be it that
    /// a source was added.
    pub fn is_empty(&self) -> bool {
        !self.is_news()
            && self.headline.is_none()
            && self.also_told.is_empty()
            && self.added.is_empty()
            && self.gone.is_empty()
    }

    /// Whether what is known of the story changed. Another choice of facts from
    /// articles that were there before is no news, and neither is a source that
    /// tells nothing new: the story's date of change does not move.
    pub fn is_news(&self) -> bool {
        let Self { changed, superseded, new, withdrawn, corroborated, disputed, timeline, .. } =
            self;
        let headline = self.headline.as_ref().is_some_and(|headline| headline.is_news);
        headline
            || !changed.is_empty()
            || !superseded.is_empty()
            || !new.is_empty()
            || !withdrawn.is_empty()
            || !corroborated.is_empty()
            || !disputed.is_empty()
            || !timeline.is_empty()
    }
}

/// Which briefing it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Edition {
    /// Number of the revision; 0 where nothing had been told.
    pub revision: u32,
    /// The `--now` that it was made for.
    pub now: Moment,
    /// When its newest article came out.
    pub updated: Option<Moment>,
    /// Its headline.
    pub headline: String,
}

/// What the older briefing said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Before {
    /// Id of the statement.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The outlets that it cited.
    pub outlets: Vec<String>,
}

/// The headlines of both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HeadlineChange {
    /// What it said.
    pub old: Before,
    /// What it says.
    pub new: Statement,
    /// Whether a new article says it and it was not told before.
    pub is_news: bool,
}

/// Something told, with its date where the timeline has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// The date of the event in the newer timeline.
    pub when: Option<When>,
    /// What is told.
    #[serde(flatten)]
    pub statement: Statement,
}

/// A claim with another value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Changed {
    /// The values side by side, at least one pair.
    pub differences: Vec<Difference>,
    /// The statement with the old value.
    pub old: Before,
    /// The statement with the new one.
    pub new: Fact,
}

/// A value before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// Figure or date.
    pub what: What,
    /// What is counted, where the words say it: "people killed".
    pub about: Option<String>,
    /// As the older statement writes it.
    pub old: String,
    /// As the newer statement writes it.
    pub new: String,
}

/// What kind of value changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A number.
    Figure,
    /// A day, month or year.
    Date,
}

/// A claim and what has become of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Superseded {
    /// What was told.
    pub old: Before,
    /// The later development.
    pub new: Fact,
    /// How the new one overtakes it.
    pub why: Why,
}

/// How a development overtakes a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// What was planned or possible has happened.
    Happened,
    /// What was said to be so is denied now, or the other way round.
    Reversed,
}

/// A statement that the articles it was told of say no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Withdrawn {
    /// What was told.
    pub old: Before,
    /// Whether its articles are there, with another text: a correction.
    pub corrected: bool,
}

/// A claim with more witnesses than before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Corroborated {
    /// What is told.
    #[serde(flatten)]
    pub fact: Fact,
    /// Independent witnesses before.
    pub before: usize,
    /// Independent witnesses now.
    pub after: usize,
}

/// A point on which sources differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Disputed {
    /// The disagreement as the newer briefing shows it.
    #[serde(flatten)]
    pub disagreement: Disagreement,
    /// The positions that are new, where it was shown before.
    pub added: Vec<Position>,
    /// What the older briefing told of it without a doubt.
    pub told: Option<Before>,
}

/// What changed in the timeline.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct TimelineChanges {
    /// Events that were not told.
    pub new: Vec<TimelineEntry>,
    /// Events with another date.
    pub redated: Vec<Redated>,
    /// Events with another status: what was scheduled is past.
    pub restated: Vec<Restated>,
    /// Events that the articles they were told of say no longer.
    pub gone: Vec<TimelineEntry>,
}

impl TimelineChanges {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty()
            && self.redated.is_empty()
            && self.restated.is_empty()
            && self.gone.is_empty()
    }
}

/// An event with another date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Redated {
    /// The date before.
    pub old: When,
    /// The entry now.
    #[serde(flatten)]
    pub entry: TimelineEntry,
}

/// An event with another status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Restated {
    /// The status before.
    pub old: Status,
    /// The entry now.
    #[serde(flatten)]
    pub entry: TimelineEntry,
}
