//! Faults: what a proof found, in words for the reader of a list.

use std::fmt;

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// "section 2 sentence 1".
    pub place: String,
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
