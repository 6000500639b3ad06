//! Owns what a caller tells the tagger about a text: when it was published, how it runs, its
//! language. It refuses to guess any of them.

use jiff::civil::{Date, DateTime};

/// How a text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// News: what is not explicit is relative to publication.
    #[default]
    News,
    /// History and chronicles: what is not explicit is relative to the date last mentioned.
    Narrative,
}

/// What the end of a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lines {
    /// Where the text was wrapped: sentences run on over it, up to an empty line.
    #[default]
    Wrapped,
    /// The same, but for the first line, which is a title: no clause runs on from it.
    Titled,
}

/// The language whose rules apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Any other language: only dates written in digits are read.
    Other,
}

/// What the tagger may know beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context {
    /// When the text was published (TimeML's document creation time), where that is known.
    pub published: Option<DateTime>,
    /// How the text runs.
    pub mode: Mode,
    /// What the end of a line is.
    pub lines: Lines,
    /// The language whose rules apply.
    pub language: Language,
}

impl Context {
    /// English news published at a known time.
    ///
    /// ```
    /// use throughline_temporal::{tag, Context};
    /// let context = Context::news(jiff::civil::date(1998, 3, 6));
    /// assert_eq!(tag("They met on Thursday.", &context)[0].value, "1998-03-05");
    /// ```
    #[must_use]
    pub fn news(published: impl Into<DateTime>) -> Self {
        Self { published: Some(published.into()), ..Self::default() }
    }

    /// English history or chronicle written at a known time.
    #[must_use]
    pub fn narrative(published: impl Into<DateTime>) -> Self {
        Self { mode: Mode::Narrative, ..Self::news(published) }
    }

    pub(crate) fn day(&self) -> Option<Date> {
        self.published.map(DateTime::date)
    }
}
