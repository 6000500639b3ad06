//! [`Survey`]: what a page says about itself, gathered in one walk over its
//! tree. Title, authors, dates and outlet are read from it; none of them
//! touches the tree.

mod walk;

use super::{called, meta::Meta};
use crate::{dom::Document, headline};

/// What a page says about itself.
#[derive(Debug, Default)]
pub struct Survey {
    /// The text of `title`.
    pub title: String,
    /// The language that the root names.
    pub language: Option<String>,
    /// The canonical link.
    pub canonical: Option<String>,
    /// Meta elements, also those in the body.
    pub meta: Meta,
    /// JSON-LD blocks as they stand.
    pub linked_data: Vec<String>,
    /// Elements that are called something, in the order of the page.
    pub marks: Vec<Mark>,
    /// Lines with digits.
    pub lines: Vec<Line>,
    /// Short lines without digits, each right before or after a line with some.
    pub neighbours: Vec<Neighbour>,
    /// Short lines that begin with a word like "By", or follow one.
    pub bylines: Vec<Byline>,
    /// Lines of nothing but names, by a picture that is called the author's, or below a
    /// first heading with degrees behind them.
    pub named: Vec<Byline>,
    /// Where the title stands among the marks.
    title_at: Option<usize>,
    /// Which parts that are seldom of an article the title stands in: a page
    /// whose text is in a "widget" has nothing else to offer.
    title_in: u32,
}

/// A line with digits, which may be a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    /// How many marks stand before it.
    pub at: usize,
    /// Whether it is a link and nothing more.
    pub linked: bool,
}

/// A line that names an author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    pub text: String,
    /// How many marks stand before it.
    pub at: usize,
    /// What holds it.
    pub within: u32,
}

/// A line that stands next to one with digits, which may be a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    pub text: String,
    /// How many marks stand before it.
    pub at: usize,
    /// The line with digits.
    pub digits: String,
}

/// Where an element ends inside the text of a mark.
pub const BREAK: char = '\u{1f}';

/// An element that may tell something about the article.
#[derive(Debug, Default, Clone)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// What it is called, a set of the bits below.
    pub called: u32,
    /// What holds it, a set of the bits below.
    pub within: u32,
    /// Its text, a [`BREAK`] after each element in it; empty where it is long.
    pub text: String,
    /// `datetime`, `content`, `title` and the like, whichever comes first.
    pub value: Option<String>,
    /// The last part of the address where it links to an author's page.
    pub author: Option<String>,
    /// Whether it links to the front page.
    pub home: bool,
    long: bool,
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Where a page says when and by whom it was written.
    Beside,
    /// Below that, or anywhere if nobody knows where the title is.
    Below,
    /// Where menus and other stories stand.
    Above,
}

/// What an element is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    H1,
    H2,
    Time,
    Link,
    #[default]
    Other,
}

/// What is beside the title is so many marks above it at most,
const ABOVE: usize = 8;
/// or so many below it.
const BELOW: usize = 12;
/// What is right below the title, so many at most.
const RIGHT_BELOW: usize = 6;

impl Survey {
    /// Walks over a page.
    pub fn of(doc: &Document) -> Self {
        walk::over(doc)
    }

    /// Marks called one of these, in the order of the page.
    pub fn called(&self, bits: u32) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.called & bits != 0)
    }

    /// Finds the title among the marks.
    pub fn place_title(&mut self, title: &str) {
        let same = headline::same_as(title);
        let is_title = |mark: &Mark| {
            let heads =
                matches!(mark.kind, Kind::H1 | Kind::H2) || mark.called & called::HEADLINE != 0;
            heads && mark.text.len() <= title.len() * 2 + 40 && same(&mark.glued())
        };
        let places = || (0..self.marks.len()).filter(|at| is_title(&self.marks[*at]));
        let first = places().find(|at| self.marks[*at].kind == Kind::H1);
        self.title_at = first.or_else(|| places().next());
        self.title_in = self.title_at.map_or(0, |at| self.marks[at].within);
    }

    /// Of these, the parts that the title does not stand in.
    pub fn apart(&self, parts: u32) -> u32 {
        parts & !self.title_in
    }

    /// Whether the place after so many marks is next to the title, below it.
    pub fn is_right_below(&self, marks: usize) -> bool {
        self.title_at.is_some_and(|title| (title..=title + RIGHT_BELOW).contains(&marks))
    }

    /// Where on the page the place after so many marks is.
    pub fn stands(&self, marks: usize) -> Stand {
        match self.title_at {
            Some(title) if marks + ABOVE < title => Stand::Above,
            Some(title) if marks <= title + BELOW => Stand::Beside,
            _ => Stand::Below,
        }
    }
}

impl Mark {
    /// Whether it is called all of these.
    pub fn is(&self, bits: u32) -> bool {
        self.called & bits == bits
    }

    /// Whether one of these holds it, or it is called so.
    pub fn in_any(&self, bits: u32) -> bool {
        (self.within | self.called) & bits != 0
    }

    /// Its text on one line, space between its elements.
    pub fn line(&self) -> String {
        let words = self.text.split(|c: char| c.is_whitespace() || c == BREAK);
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Its text as the page shows it: no space but where there is some.
    pub fn glued(&self) -> String {
        self.text.replace(BREAK, "")
    }
}
