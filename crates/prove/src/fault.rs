//! Faults: what a proof found, in words for the reader of a list.

use std::fmt;

use throughline_model::Place;

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What is wrong there.
    pub found: Found,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.found)
    }
}

/// What can be wrong with a briefing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Found {
    /// A statement without a source.
    #[error("cites no source")]
    NoCitation,
    /// A citation without a passage.
    #[error("citation [{number}] has no passage")]
    NoEvidence {
        /// Its number.
        number: usize,
    },
    /// A citation number that the source list does not have.
    #[error("citation [{number}] has no source in the list")]
    NoSource {
        /// The number.
        number: usize,
    },
    /// The source list is not numbered 1, 2, 3...
    #[error("source {number} stands in place {place}; sources are numbered from 1 without a gap")]
    Misnumbered {
        /// Its number.
        number: usize,
        /// Its place.
        place: usize,
    },
    /// The passage belongs to another article than the citation's source.
    #[error("citation [{number}] carries a passage of article {article}, which is another source")]
    WrongSource {
        /// The number.
        number: usize,
        /// The passage's article.
        article: String,
    },
    /// The article is not at hand.
    #[error("article {article} is not at hand; give it with --articles")]
    NoArticle {
        /// Its id.
        article: String,
    },
    /// The stored text is not the one the passage was cut from.
    #[error("the text of article {article} has another hash than the evidence says")]
    OtherText {
        /// Its id.
        article: String,
    },
    /// The passage is not in the article at its place.
    #[error("the passage {exact:?} is not in article {article} at {start}..{end}")]
    NoPassage {
        /// The article.
        article: String,
        /// The passage.
        exact: String,
        /// First code point.
        start: usize,
        /// Code point after the last.
        end: usize,
    },
    /// A verbatim statement differs from its passage.
    #[error("is called verbatim and differs from its passage")]
    NotVerbatim,
    /// The recorded edits give another text.
    #[error("its edits give another text: {gives:?}")]
    NotReplayed {
        /// What they give.
        gives: String,
    },
    /// An edit cannot be done.
    #[error("an edit cannot be done: {reason}")]
    BadEdit {
        /// Why.
        reason: String,
    },
    /// An edit breaks its rule.
    #[error("the edit {from:?} to {to:?} is not allowed: {reason}")]
    Forbidden {
        /// What stood there.
        from: String,
        /// What stands there now.
        to: String,
        /// The rule.
        reason: String,
    },
    /// A statement that is not of the kind it is called.
    #[error("is not of the kind it is called: its edits make it another")]
    WrongKind,
    /// What is left of the sentence says something else.
    #[error("leaves out {word:?}: {reason}")]
    Lost {
        /// What is left out.
        word: String,
        /// Why it may not be.
        reason: String,
    },
    /// A model asserts what its passages do not.
    #[error("asserts {word:?} otherwise than its passages: {reason}")]
    Asserted {
        /// The event.
        word: String,
        /// What differs.
        reason: String,
    },
    /// A citation whose passage does not say what the statement says.
    #[error("citation [{number}] does not support it: {reason}")]
    Support {
        /// Its number.
        number: usize,
        /// Why not.
        reason: String,
    },
    /// An article that has two numbers.
    #[error("source {number} is in the list twice")]
    Repeated {
        /// Its number.
        number: usize,
    },
    /// Two citations of one statement are one witness.
    #[error("citation [{number}] is the same witness as one before it")]
    OneWitness {
        /// Its number.
        number: usize,
    },
    /// Copies, or articles of one outlet, that are counted as two witnesses.
    #[error("sources {number} and {other} are one witness and stand in two families")]
    SplitWitness {
        /// One of them.
        number: usize,
        /// The other.
        other: usize,
    },
    /// The list says of a source what its article does not.
    #[error("the {field} of source {number} is not its article's")]
    OtherField {
        /// Its number.
        number: usize,
        /// What differs.
        field: String,
    },
    /// A source's note that cites another source.
    #[error("the note of source {number} is made from another source")]
    OthersNote {
        /// Its number.
        number: usize,
    },
    /// Two statements with one id, or none.
    #[error("the id {id:?} is not its own")]
    SharedId {
        /// The id.
        id: String,
    },
    /// Another schema than this version proves.
    #[error("the schema {schema:?} is not the one that is proven here")]
    OtherSchema {
        /// As given.
        schema: String,
    },
    /// A count that is not what the list has.
    #[error("says {says} {what}; the list has {are}")]
    Miscounted {
        /// What is counted.
        what: String,
        /// What the briefing says.
        says: usize,
        /// What there are.
        are: usize,
    },
    /// The date of the briefing is not its newest article's.
    #[error("is not the date of the newest article, {newest}")]
    Updated {
        /// The newest article's.
        newest: String,
    },
    /// A frame that does not hold, or stands where none may.
    #[error("its opening words do not hold: {reason}")]
    Framed {
        /// Why not.
        reason: String,
    },
    /// A heading over sentences that do not hold it.
    #[error("is a clause of no sentence under it, and no title")]
    Misplaced,
    /// A position of a disagreement that does not hold.
    #[error("the position {value:?} does not hold: {reason}")]
    Position {
        /// The value.
        value: String,
        /// Why not.
        reason: String,
    },
    /// A figure that no passage has.
    #[error("the figure {figure} is in no cited passage")]
    Figure {
        /// As written.
        figure: String,
    },
    /// A name that no passage has.
    #[error("the name {name} is in no cited passage")]
    Name {
        /// As written.
        name: String,
    },
    /// A denial added or lost.
    #[error("its denials differ from its passage: {word:?}")]
    Denial {
        /// The word.
        word: String,
    },
    /// Words that no passage has.
    #[error("says what no cited passage says: {word:?}")]
    Unsaid {
        /// The first such word.
        word: String,
    },
    /// A quotation that is not verbatim.
    #[error("the quotation {quotation:?} is not verbatim in a cited passage")]
    Quotation {
        /// The quoted words.
        quotation: String,
    },
    /// A date that its evidence does not give.
    #[error("the date {shown} is not what its evidence gives: {reason}")]
    Date {
        /// As shown.
        shown: String,
        /// What is wrong.
        reason: String,
    },
}
