//! [`Survey`]: what a page says about itself, gathered in one walk over its
//! tree. Title, authors, dates and outlet are read from it; none of them
//! touches the tree.

use dom_query::{Document, NodeRef};

use super::{
    called::{self, bits_of, is_author_page, within},
    meta::Meta,
};
use crate::{address, words};

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
    /// Lines with digits, cut where they are long.
    pub lines: Vec<String>,
    /// Short lines that begin with a word like "By", or follow one.
    pub bylines: Vec<String>,
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

/// Longest text of a mark.
const MAX_TEXT: usize = 400;
/// Most marks and lines; real pages have a few hundred.
const MAX_MARKS: usize = 3000;
const MAX_LINES: usize = 500;
/// Parts in which a byline is another story's.
const APART: u32 = called::COMMENT | called::AWAY | within::NAV | within::FOOTER | within::ASIDE;
/// Longest line that is a byline.
const MAX_BYLINE: usize = 90;
/// Longest line that is kept whole.
const MAX_LINE: usize = 320;

impl Survey {
    /// Walks over a page.
    pub fn of(doc: &Document) -> Self {
        let mut walk = Walk::default();
        if let Some(html) = doc.root().children_it(false).find(|n| n.has_name("html")) {
            walk.survey.language = attribute(&html, "lang")
                .or_else(|| attribute(&html, "xml:lang"))
                .filter(|l| !l.trim().is_empty());
            walk.element(&html, 0);
        }
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

fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    node.attr(name).map(|value| value.to_string())
}

#[derive(Default)]
struct Walk {
    survey: Survey,
    /// Places of the marks that hold the current node.
    open: Vec<usize>,
    /// What holds the current node.
    within: u32,
    line: String,
    /// Whether the line before was a label like "Written by".
    labelled: bool,
}

impl Walk {
    fn element(&mut self, node: &NodeRef<'_>, depth: usize) {
        let Some(name) = node.node_name() else { return };
        let name: &str = &name;
        match name {
            "style" | "noscript" | "template" | "svg" | "iframe" | "object" | "select"
            | "textarea" => return,
            "script" => {
                if node.attr("type").is_some_and(|t| t.contains("ld+json")) {
                    self.survey.linked_data.push(node.text().to_string());
                }
                return;
            }
            "title" => {
                if self.survey.title.is_empty() {
                    self.survey.title = node.text().to_string();
                }
                return;
            }
            "img" => {
                // A masthead is often a picture.
                let home = self.open.last().filter(|at| self.survey.marks[**at].home);
                if let Some((at, alt)) = home.zip(node.attr("alt"))
                    && self.survey.marks[*at].text.trim().is_empty()
                {
                    self.survey.marks[*at].text.push_str(&alt);
                }
            }
            "meta" => self.meta(node),
            "link" if self.survey.canonical.is_none() => {
                let canonical = |rel: &str| rel.eq_ignore_ascii_case("canonical");
                if node.attr("rel").is_some_and(|rel| canonical(&rel)) {
                    self.survey.canonical = attribute(node, "href");
                }
            }
            _ => {}
        }
        let block = is_block(name);
        if block {
            self.end_line();
        }
        let before = self.within;
        self.within |= match name {
            "article" => within::ARTICLE,
            "main" => within::MAIN,
            "header" => within::HEADER,
            "footer" => within::FOOTER,
            "nav" | "menu" => within::NAV,
            "aside" | "dialog" => within::ASIDE,
            _ => 0,
        };
        let marked = self.mark(node, name, before);
        if depth < 300 {
            for child in node.children_it(false) {
                if child.is_text() {
                    self.text(&child.text());
                } else if child.is_element() {
                    self.element(&child, depth + 1);
                }
            }
        }
        if marked {
            self.open.pop();
        }
        self.within = before;
        if block {
            self.end_line();
        } else {
            self.open_break(BREAK);
        }
    }

    fn meta(&mut self, node: &NodeRef<'_>) {
        let Some(content) = node.attr("content") else { return };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = node.attr(attribute) {
                self.survey.meta.add(&name, &content);
            }
        }
    }

    /// Opens a mark where the element is called something.
    fn mark(&mut self, node: &NodeRef<'_>, name: &str, before: u32) -> bool {
        let kind = match name {
            "h1" => Kind::H1,
            "h2" => Kind::H2,
            "time" => Kind::Time,
            "a" => Kind::Link,
            _ => Kind::Other,
        };
        let mut bits = 0;
        for attribute in
            ["class", "id", "data-testid", "data-component", "data-type", "data-qa", "aria-label"]
        {
            if let Some(label) = node.attr(attribute) {
                bits |= bits_of(&label);
            }
        }
        for attribute in ["itemprop", "property", "rel"] {
            if let Some(label) = node.attr(attribute) {
                let found = bits_of(&label);
                bits |= found;
                if found
                    & (called::AUTHOR
                        | called::DATE
                        | called::PUBLISHED
                        | called::MODIFIED
                        | called::HEADLINE)
                    != 0
                {
                    bits |= called::MARKED;
                }
            }
        }
        let href = if kind == Kind::Link { node.attr("href") } else { None };
        if href.as_ref().is_some_and(|href| is_author_page(href)) {
            bits |= called::AUTHOR | called::NAME;
        }
        let home = href.is_some_and(|href| {
            matches!(&*href, "/" | "/index.html") || address::is_front_page(&href)
        });
        // What everything stands in says nothing about where it stands.
        let frame = matches!(name, "html" | "body" | "main" | "article" | "h1");
        let passed_on = if frame { bits & !(called::AWAY | called::COMMENT) } else { bits };
        self.within |= passed_on
            & (called::AWAY
                | called::AUTHOR
                | called::BYLINE
                | called::BIOGRAPHY
                | called::MODIFIED
                | called::MASTHEAD
                | called::COMMENT);
        let wanted = home
            || bits & !(called::AWAY | called::NAME | called::COMMENT) != 0
            || matches!(kind, Kind::H1 | Kind::H2 | Kind::Time);
        if !wanted || frame && kind == Kind::Other || self.survey.marks.len() >= MAX_MARKS {
            return false;
        }
        let value = [
            "datetime",
            "content",
            "title",
            "data-time",
            "data-datetime",
            "data-timestamp",
            "data-date",
        ]
        .iter()
        .find_map(|name| attribute(node, name).filter(|v| v.len() <= 200 && !v.trim().is_empty()));
        let within = self.within & !(bits & called::MODIFIED) | before;
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
            && self.within & APART == 0
        {
            let label = words::is_by(line);
            if self.labelled || words::after_by(line).is_some() {
                self.survey.bylines.push(line.to_owned());
            }
            self.labelled = label;
        }
        if line.chars().any(char::is_numeric) && self.survey.lines.len() < MAX_LINES {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            self.survey.lines.push(line);
        }
        self.line.clear();
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "main"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "dl"
            | "dt"
            | "dd"
            | "figure"
            | "figcaption"
            | "blockquote"
            | "form"
            | "pre"
            | "br"
            | "hr"
            | "address"
            | "body"
            | "head"
            | "title"
    )
}
