//! [`Survey`]: what a page says about itself, gathered in one walk over its
//! tree. Title, authors, dates and outlet are read from it; none of them
//! touches the tree.

use rustc_hash::FxHashMap;

use super::{
    called::{self, is_author_page, within},
    meta::Meta,
};
use crate::{
    address,
    dom::{Document, NodeRef, Tag},
    headline, words,
};

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
    /// Lines with digits, each with the number of marks before it.
    pub lines: Vec<(usize, String)>,
    /// Short lines that begin with a word like "By", or follow one.
    pub bylines: Vec<Byline>,
    /// Where the title stands among the marks.
    title_at: Option<usize>,
    /// Which parts that are seldom of an article the title stands in: a page
    /// whose text is in a "widget" has nothing else to offer.
    title_in: u32,
}

/// A line that names an author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    pub text: String,
    /// Whether it stands where other stories do.
    pub away: bool,
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
/// Longest text of a mark.
const MAX_TEXT: usize = 400;
/// Most marks and lines; real pages have a few hundred.
const MAX_MARKS: usize = 3000;
const MAX_LINES: usize = 500;
/// Parts in which a byline is another story's.
const APART: u32 = called::AWAY | within::ASIDE;
/// What an element that is for machines is called.
const FOR_MACHINES: u32 =
    called::AUTHOR | called::DATE | called::PUBLISHED | called::MODIFIED | called::HEADLINE;
/// Names that an element gives to all that stands in it.
const PASSED_ON: u32 = called::AWAY
    | called::AUTHOR
    | called::BYLINE
    | called::BIOGRAPHY
    | called::MODIFIED
    | called::MASTHEAD
    | called::COMMENT;
/// Attributes with a value for machines, the best first.
const VALUES: [&str; 7] =
    ["datetime", "content", "title", "data-time", "data-datetime", "data-timestamp", "data-date"];
/// Longest line that is a byline.
const MAX_BYLINE: usize = 90;
/// Longest line that is kept whole.
const MAX_LINE: usize = 320;

impl Survey {
    /// Walks over a page.
    pub fn of(doc: &Document) -> Self {
        let attributes = doc.attribute_names().map(Attribute::of).collect();
        let mut walk = Walk { attributes, ..Walk::default() };
        let root = doc.root();
        let language = root.attr("lang").or_else(|| root.attr("xml:lang"));
        walk.survey.language = language.filter(|l| !l.trim().is_empty()).map(str::to_owned);
        walk.element(root);
        walk.end_line();
        let mut survey = walk.survey;
        for mark in &mut survey.marks {
            if mark.long {
                mark.text.clear();
            }
        }
        survey
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

/// What an attribute tells, by its name.
#[derive(Clone, Copy)]
enum Attribute {
    Id,
    /// What the element is called.
    Name,
    /// The same, for machines.
    Marks,
    Href,
    /// A value for machines, the best first.
    Value(usize),
    Other,
}

impl Attribute {
    fn of(name: &str) -> Self {
        match name {
            "id" => Self::Id,
            "class" | "data-testid" | "data-component" | "data-type" | "data-qa" | "aria-label" => {
                Self::Name
            }
            "itemprop" | "property" | "rel" => Self::Marks,
            "href" => Self::Href,
            _ => VALUES.iter().position(|known| *known == name).map_or(Self::Other, Self::Value),
        }
    }
}

#[derive(Default)]
struct Walk<'a> {
    /// By the places of their names.
    attributes: Vec<Attribute>,
    survey: Survey,
    /// What names mean that were seen: most elements share theirs.
    known: FxHashMap<&'a str, u32>,
    /// Places of the marks that hold the current node.
    open: Vec<usize>,
    /// What holds the current node.
    within: u32,
    line: String,
    /// Whether the line before was a label like "Written by".
    labelled: bool,
}

impl<'a> Walk<'a> {
    /// The tree's depth is bounded, so this is.
    fn element(&mut self, node: NodeRef<'a>) {
        let tag = node.tag();
        match tag {
            Tag::Noscript | Tag::Template | Tag::Iframe | Tag::Object | Tag::Select => return,
            // Of scripts, only linked data is in the tree.
            Tag::Script => {
                self.survey.linked_data.push(node.text());
                return;
            }
            Tag::Title => {
                if self.survey.title.is_empty() {
                    self.survey.title = node.text();
                }
                return;
            }
            Tag::Img => {
                // A masthead is often a picture.
                let home = self.open.last().filter(|at| self.survey.marks[**at].home);
                if let Some((at, alt)) = home.zip(node.attr("alt"))
                    && self.survey.marks[*at].text.trim().is_empty()
                {
                    self.survey.marks[*at].text.push_str(alt);
                }
            }
            Tag::Meta => self.meta(node),
            Tag::Link if self.survey.canonical.is_none() && is_canonical(node) => {
                self.survey.canonical = node.attr("href").map(str::to_owned);
            }
            _ => {}
        }
        let ends_line = tag.is_block() || tag == Tag::Br;
        if ends_line {
            self.end_line();
        }
        let before = self.within;
        self.within |= match tag {
            Tag::Article => within::ARTICLE,
            Tag::Main => within::MAIN,
            Tag::Header => within::HEADER,
            Tag::Footer => within::FOOTER,
            Tag::Nav | Tag::Menu => within::NAV,
            Tag::Aside | Tag::Dialog => within::ASIDE,
            _ => 0,
        };
        let marked = self.mark(node, before);
        for child in node.children() {
            match child.is_text() {
                true => self.text(child.own_text()),
                false => self.element(child),
            }
        }
        if marked {
            self.open.pop();
        }
        self.within = before;
        if ends_line {
            self.end_line();
        } else {
            self.open_break(BREAK);
        }
    }

    fn meta(&mut self, node: NodeRef<'_>) {
        let Some(content) = node.attr("content") else { return };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = node.attr(attribute) {
                self.survey.meta.add(name, content);
            }
        }
    }

    fn bits_of(&mut self, label: &'a str) -> u32 {
        *self.known.entry(label).or_insert_with(|| called::bits_of(label))
    }

    /// Opens a mark where the element is called something.
    fn mark(&mut self, node: NodeRef<'a>, before: u32) -> bool {
        let tag = node.tag();
        let kind = match tag {
            Tag::H1 => Kind::H1,
            Tag::H2 => Kind::H2,
            Tag::Time => Kind::Time,
            Tag::A => Kind::Link,
            _ => Kind::Other,
        };
        let (mut bits, mut home) = (0, false);
        // The value and its place among those that are looked for.
        let mut value: Option<(usize, &str)> = None;
        for (place, given) in node.placed_attributes() {
            match self.attributes[usize::from(place)] {
                // Headings are called after what they say.
                Attribute::Id if tag.is_heading() => {}
                Attribute::Id | Attribute::Name => bits |= self.bits_of(given),
                Attribute::Marks => {
                    let found = self.bits_of(given);
                    let marked = if found & FOR_MACHINES != 0 { called::MARKED } else { 0 };
                    bits |= found | marked;
                }
                Attribute::Href if kind == Kind::Link => {
                    if is_author_page(given) {
                        bits |= called::AUTHOR | called::NAME;
                    }
                    home = matches!(given, "/" | "/index.html") || address::is_front_page(given);
                }
                Attribute::Value(rank)
                    if value.is_none_or(|(best, _)| rank < best)
                        && given.len() <= 200
                        && !given.trim().is_empty() =>
                {
                    value = Some((rank, given));
                }
                _ => {}
            }
        }
        // What everything stands in says nothing about where it stands.
        let frame = matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::H1);
        let passed_on = if frame { bits & !(called::AWAY | called::COMMENT) } else { bits };
        self.within |= passed_on & PASSED_ON;
        let wanted = home
            || bits & !(called::AWAY | called::NAME | called::COMMENT) != 0
            || matches!(kind, Kind::H1 | Kind::H2 | Kind::Time);
        if !wanted || frame && kind == Kind::Other || self.survey.marks.len() >= MAX_MARKS {
            return false;
        }
        let within = self.within & !(bits & called::MODIFIED) | before;
        let value = value.map(|(_, value)| value.to_owned());
        self.survey.marks.push(Mark { kind, called: bits, within, value, home, ..Mark::default() });
        self.open.push(self.survey.marks.len() - 1);
        true
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.open_break(' ');
            return;
        }
        for at in &self.open {
            let mark = &mut self.survey.marks[*at];
            if !mark.long {
                mark.text.push_str(text);
                mark.long = mark.text.len() > MAX_TEXT;
            }
        }
        if self.line.len() <= MAX_LINE {
            self.line.push_str(text);
        }
    }

    /// Ends a line in the marks that are open.
    fn open_break(&mut self, sign: char) {
        for at in &self.open {
            let mark = &mut self.survey.marks[*at];
            if !mark.long && !mark.text.ends_with(sign) && !mark.text.is_empty() {
                mark.text.push(sign);
            }
        }
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    fn end_line(&mut self) {
        self.open_break('\n');
        let line = self.line.trim();
        if line.is_empty() {
            return;
        }
        if line.len() <= MAX_BYLINE
            && self.survey.bylines.len() < MAX_LINES
            && self.within & (called::COMMENT | within::NAV | within::FOOTER) == 0
        {
            let label = words::is_by(line);
            if self.labelled || words::after_by(line).is_some() {
                let away = self.within & APART != 0;
                self.survey.bylines.push(Byline { text: line.to_owned(), away });
            }
            self.labelled = label;
        }
        if line.chars().any(char::is_numeric) && self.survey.lines.len() < MAX_LINES {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            self.survey.lines.push((self.survey.marks.len(), line));
        }
        self.line.clear();
    }
}

fn is_canonical(link: NodeRef<'_>) -> bool {
    link.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
}
