//! [`Statement`]: one cited sentence of a briefing, and how it was made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Evidence, sha256_hex};

/// One sentence that a reader sees, with its proof. Headlines, headings,
/// source notes, timeline entries and positions are statements too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// Stable within the story: made from what the statement says.
    pub id: String,
    /// What the reader sees.
    pub text: String,
    /// How the text came to be.
    pub kind: Kind,
    /// What was done to the first evidence to make the text, in its order.
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// Best first, at most four.
    pub citations: Vec<Citation>,
}

impl Statement {
    /// A statement with the id that its text and first passage give it.
    pub fn new(text: String, kind: Kind, edits: Vec<Edit>, citations: Vec<Citation>) -> Self {
        let first = citations.first().and_then(|c| c.evidence.first());
        let place = first.map_or(String::new(), |e| format!("{} {}", e.article, e.start));
        let id = sha256_hex(&format!("{text}\n{place}"))[..10].to_owned();
        Self { id, text, kind, edits, citations }
    }
}

/// How a statement's text came to be; it decides how it is proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The passage, letter by letter.
    Verbatim,
    /// The passage after the recorded edits; doing them again gives the text.
    Edited,
    /// Pieces of passages joined by words of ours.
    Composed,
    /// Written by a language model and proven like the rest.
    Model,
}

/// One source's support for a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// Number of the source in the briefing's list.
    pub source: usize,
    /// The passages that say it, at least one.
    pub evidence: Vec<Evidence>,
}

/// One change to the first evidence of a statement: the code points
/// `start..end` of `exact` become `to`. Edits do not overlap and stand in
/// order of `start`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Edit {
    /// Why it is allowed.
    pub kind: EditKind,
    /// First code point, counted from the start of the evidence's `exact`.
    pub start: usize,
    /// Code point after the last one.
    pub end: usize,
    /// What stood there.
    pub from: String,
    /// What stands there now; empty for a cut.
    pub to: String,
    /// What proves the replacement, where the passage itself does not: the
    /// words that name the person, or the words that date the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Evidence>,
}

/// The operations that keep a sentence true. Each has its own rule in the proof.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EditKind {
    /// Cut: "ARDENNE (AP) — ".
    Dateline,
    /// Cut: the label of a title, "Croydon tram crash: ", where it names the
    /// matter and nobody who says the rest.
    Label,
    /// Cut: a leading "However,", a ", however," between commas, an "also" that
    /// joins the sentence to another.
    Connective,
    /// Cut: ", the ministry said." at the end; the statement must stay a fact
    /// that the article asserts, not an opinion.
    Attribution,
    /// Cut: words between commas, dashes or brackets.
    Aside,
    /// Cut: a leading or trailing clause or phrase that another sentence carries.
    Clause,
    /// Cut: "a", "an", "the" and "is" in a heading.
    Article,
    /// Replace: "Tuesday" by "on 6 January".
    Day,
    /// Replace: "he" by a name.
    Name,
    /// Replace: "President Ada Vosk" by "Vosk", once an earlier statement has
    /// introduced her.
    Surname,
    /// Replace: "signed" by "sign" in a heading or headline.
    Present,
    /// Replace: letter case, spaces and punctuation.
    Typography,
    /// Put: one of the few frames of ours before the passage, as "Only here: ".
    Frame,
}
