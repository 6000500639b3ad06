//! The walk over a page's tree that fills a [`Survey`].

use std::mem::take;

use rustc_hash::FxHashMap;

use super::{BREAK, Byline, Kind, Line, Mark, Neighbour, Survey};
use crate::{
    address, byline,
    dom::{Document, NodeRef, Tag},
    page::called::{self, is_author_page, within},
    words,
};

/// Longest text of a mark.
const MAX_TEXT: usize = 400;
/// Most marks and lines; real pages have a few hundred.
const MAX_MARKS: usize = 3000;
const MAX_LINES: usize = 500;
/// What an element that is for machines is called.
const FOR_MACHINES: u32 =
    called::AUTHOR | called::DATE | called::PUBLISHED | called::MODIFIED | called::HEADLINE;
/// Elements that may hold an author's name.
const NAMES: u32 = called::AUTHOR | called::BYLINE | called::NAME;
/// Names that an element gives to all that stands in it.
const PASSED_ON: u32 = called::AWAY
    | called::AUTHOR
    | called::BYLINE
    | called::BIOGRAPHY
    | called::MODIFIED
    | called::MASTHEAD
    | called::COMMENT;
/// What asides are called that tell of the article they stand in.
const ABOUT: u32 =
    called::INFORMATION | called::BYLINE | called::AUTHOR | called::DATE | called::PUBLISHED;
/// Attributes with a value for machines, the best first.
const VALUES: [&str; 7] =
    ["datetime", "content", "title", "data-time", "data-datetime", "data-timestamp", "data-date"];
/// Longest line that is a byline.
const MAX_BYLINE: usize = 90;
/// Longest line that is a name by a picture.
const MAX_NAME: usize = 60;
/// Longest line that is kept whole.
const MAX_LINE: usize = 320;

/// Walks over a page.
pub fn over(doc: &Document) -> Survey {
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
    /// How many links hold the current node.
    links: usize,
    /// Bytes of the line that stand in links.
    linked: usize,
    /// The line before where it is short.
    before: Option<Beside>,
    /// Whether the line before was a label like "Written by".
    labelled: bool,
    /// Whether it was a name after such a label and nothing else.
    listed: bool,
    /// Whether it was one like "Reviewed by".
    helper: bool,
    /// Whether it was a first heading.
    headed: bool,
    /// Whether a picture that is called an author's stands before this line.
    pictured: bool,
}

/// A short line.
struct Beside {
    at: usize,
    text: String,
    /// Whether it has digits.
    numeric: bool,
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
            self.listed &= tag == Tag::Li;
        }
        // A heading begins something else than who is named after a label.
        self.labelled &= !matches!(tag, Tag::H1 | Tag::H2);
        let before = self.within;
        self.within |= match tag {
            Tag::Article => within::ARTICLE,
            Tag::Main => within::MAIN,
            Tag::Header => within::HEADER,
            // The end of an article is no end of the page.
            Tag::Footer if before & within::ARTICLE != 0 => 0,
            Tag::Footer => within::FOOTER,
            Tag::Nav | Tag::Menu => within::NAV,
            Tag::Aside | Tag::Dialog => within::ASIDE,
            _ => 0,
        };
        let marked = self.mark(node, before);
        let link = usize::from(tag == Tag::A && node.attr("href").is_some());
        self.links += link;
        for child in node.children() {
            match child.is_text() {
                true => self.text(child.own_text()),
                false => self.element(child),
            }
        }
        self.links -= link;
        if marked {
            self.open.pop();
        }
        self.within = before;
        if ends_line {
            self.end_line();
            // Only of marks, for they are bounded.
            self.headed |= marked && tag == Tag::H1;
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
        let (mut bits, mut home, mut author) = (0, false, None);
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
                        let path = given.split(['?', '#']).next().unwrap_or_default();
                        author = path.trim_end_matches('/').rsplit('/').next().map(str::to_owned);
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
        if tag == Tag::Aside && bits & ABOUT != 0 && before & within::ASIDE == 0 {
            self.within &= !within::ASIDE;
        }
        let passed_on = if frame { bits & !(called::AWAY | called::COMMENT) } else { bits };
        self.within |= passed_on & PASSED_ON;
        let wanted = home
            || bits & !(called::AWAY | called::NAME | called::COMMENT) != 0
            || matches!(kind, Kind::H1 | Kind::H2 | Kind::Time);
        if !wanted || frame && kind == Kind::Other || self.survey.marks.len() >= MAX_MARKS {
            return false;
        }
        self.pictured |= tag == Tag::Img && bits & called::AUTHOR != 0;
        if bits & NAMES != 0 && self.is_helper() {
            bits |= called::HELPER;
        }
        let within = self.within & !(bits & called::MODIFIED) | before;
        let value = value.map(|(_, value)| value.to_owned());
        self.survey.marks.push(Mark {
            kind,
            called: bits,
            within,
            value,
            author,
            home,
            ..Mark::default()
        });
        self.open.push(self.survey.marks.len() - 1);
        true
    }

    /// Whether what comes next is named for helping with the text.
    fn is_helper(&self) -> bool {
        let line = self.line.trim_start();
        if line.is_empty() { self.helper } else { byline::names_helper(line) }
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
            self.linked += if self.links > 0 { letters(text) } else { 0 };
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
        let linked = take(&mut self.linked);
        let line = self.line.trim();
        if line.is_empty() {
            return;
        }
        let apart = self.within & (called::COMMENT | within::NAV | within::FOOTER) != 0;
        let (headed, pictured) = (take(&mut self.headed), take(&mut self.pictured));
        let named = !apart
            && (headed && byline::has_degrees(line)
                || pictured && line.len() <= MAX_NAME && byline::only_names(line).len() == 1);
        if named {
            let (text, at) = (line.to_owned(), self.survey.marks.len());
            self.survey.named.push(Byline { text, at, within: self.within });
        }
        if line.len() <= MAX_BYLINE && self.survey.bylines.len() < MAX_LINES && !apart {
            let label = words::is_by(line);
            let listed = take(&mut self.listed) && byline::only_names(line).len() == 1;
            if let Some(list) = self.survey.bylines.last_mut().filter(|_| listed) {
                list.text.push_str("; ");
                list.text.push_str(line);
            } else if self.labelled || words::after_by(line).is_some() {
                let (text, at) = (line.to_owned(), self.survey.marks.len());
                self.survey.bylines.push(Byline { text, at, within: self.within });
            }
            // Those who are named after a label may stand in a list.
            self.listed = listed || self.labelled && byline::only_names(line).len() == 1;
            self.labelled = label;
        }
        self.helper = byline::is_helper_label(line);
        let (at, numeric) = (self.survey.marks.len(), line.chars().any(char::is_numeric));
        // A link is to another story as often as to who wrote this one, who is marked then.
        let linked = linked > 0 && linked * 10 >= letters(line) * 9;
        let wanted = line.len() <= MAX_LINE && !apart && (numeric || !linked);
        let own = (wanted && self.survey.neighbours.len() < MAX_LINES).then(|| line.to_owned());
        let own = own.map(|text| Beside { at, text, numeric });
        if let (Some(before), Some(own)) = (self.before.take(), &own)
            && before.numeric != numeric
        {
            let (text, digits) = if numeric { (&before, own) } else { (own, &before) };
            self.survey.neighbours.push(Neighbour {
                text: text.text.clone(),
                at: text.at,
                digits: digits.text.clone(),
            });
        }
        self.before = own;
        if numeric && self.survey.lines.len() < MAX_LINES {
            let text = one_line(line);
            self.survey.lines.push(Line { text, at, linked });
        }
        self.line.clear();
    }
}

/// Bytes that are no white space.
fn letters(text: &str) -> usize {
    text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count()
}

fn one_line(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_canonical(link: NodeRef<'_>) -> bool {
    link.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
}
