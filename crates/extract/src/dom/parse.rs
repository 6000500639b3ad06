//! Tags into a tree, by the rules of HTML that real pages lean on, within fixed
//! bounds. What ends an element is said in `ends`, what is no markup in `raw`.

mod ends;
mod raw;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{
    Document, Tag,
    scan::{Scanner, Token},
    tree::{Node, Span},
};

/// Deepest nesting; real pages stay below 100.
const MAX_DEPTH: usize = 256;
/// Past this depth, elements are not even counted.
const MAX_COUNTED: usize = 1024;
/// Most different names of attributes; real pages have a hundred.
const MAX_ATTRIBUTE_NAMES: usize = 1000;
/// Most elements too deep for the tree; real pages have none.
const MAX_FLATTENED: usize = 1_000_000;
/// Most nodes; real pages stay below 40,000.
const MAX_NODES: usize = 300_000;
/// Most bytes kept; without scripts, real pages stay below 3 MB.
const MAX_BYTES: usize = 6 * 1024 * 1024;

/// Parses a page.
pub fn parse(source: &str) -> Document {
    // Without its scripts a page is half as long, a node for each fifty bytes.
    let mut doc = Document {
        nodes: Vec::with_capacity((source.len() / 50).min(MAX_NODES)),
        attributes: Vec::with_capacity((source.len() / 50).min(MAX_NODES)),
        buffer: String::with_capacity((source.len() / 2).min(MAX_BYTES)),
        ..Document::default()
    };
    doc.nodes.push(Node { parent: 0, end: 0, tag: Tag::Html, data: 0..0 });
    let mut builder = Builder {
        doc,
        attribute_names: FxHashMap::default(),
        open: vec![Open::new(Tag::Html, "html", 0)],
        flattened: 0,
        in_head: true,
    };
    builder.push(Tag::Head, "head");
    builder.run(&mut Scanner::new(source));
    builder.finish()
}

/// An element that has not ended.
struct Open<'a> {
    tag: Tag,
    /// As written.
    name: &'a str,
    node: u32,
    /// Its end tag came inside a block that is still open.
    ended: bool,
    /// Its last child, or its start, was a block's edge: space means nothing.
    at_edge: bool,
}

impl<'a> Open<'a> {
    fn new(tag: Tag, name: &'a str, node: u32) -> Self {
        Self { tag, name, node, ended: false, at_edge: tag.is_block() }
    }

    fn is(&self, tag: Tag, name: &str) -> bool {
        self.tag == tag && (tag != Tag::Other || self.name.eq_ignore_ascii_case(name))
    }
}

struct Builder<'a> {
    doc: Document,
    /// Names as written.
    attribute_names: FxHashMap<&'a str, u16>,
    open: Vec<Open<'a>>,
    /// Elements too deep to stand in the tree.
    flattened: usize,
    in_head: bool,
}

impl<'a> Builder<'a> {
    fn run(&mut self, scanner: &mut Scanner<'a>) {
        while let Some(token) = scanner.next() {
            let full = self.doc.nodes.len() >= MAX_NODES || self.doc.buffer.len() >= MAX_BYTES;
            if full || self.flattened >= MAX_FLATTENED {
                return;
            }
            match token {
                Token::Text(text) => self.text(text),
                Token::Start { name, closed } => self.start(name, closed, scanner),
                Token::End(name) => {
                    let tag = tag_of(name);
                    match tag {
                        Tag::Br => self.start(name, true, scanner),
                        _ => self.end(tag, name),
                    }
                }
            }
        }
    }

    fn finish(mut self) -> Document {
        if self.in_head {
            self.begin_body(0..0);
        }
        self.close_to(0);
        self.doc
    }

    fn text(&mut self, text: &str) {
        let blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        if self.in_head {
            if blank {
                return;
            }
            self.begin_body(0..0);
        }
        let top = self.top();
        if blank && self.open[top].at_edge {
            return;
        }
        self.open[top].at_edge = false;
        let text = if blank { Cow::Borrowed(" ") } else { htmlize::unescape(text) };
        self.text_node(&text);
    }

    fn text_node(&mut self, text: &str) {
        let mut end = text.len().min(MAX_BYTES.saturating_sub(self.doc.buffer.len()));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let data = self.keep(&text[..end]);
        let parent = self.open[self.top()].node;
        // Text that a comment or a flattened element cut in two is one again.
        if let Some(last) = self.doc.nodes.last_mut()
            && last.tag == Tag::Text
            && last.parent == parent
            && last.data.end == data.start
        {
            last.data.end = data.end;
            return;
        }
        let end = self.doc.nodes.len() as u32 + 1;
        self.doc.nodes.push(Node { parent, end, tag: Tag::Text, data });
    }

    fn keep(&mut self, text: &str) -> Span {
        let start = self.doc.buffer.len() as u32;
        self.doc.buffer.push_str(text);
        start..self.doc.buffer.len() as u32
    }

    /// The innermost open element that stands in the tree.
    fn top(&self) -> usize {
        self.open.len().min(MAX_DEPTH) - 1
    }

    fn start(&mut self, name: &'a str, closed: bool, scanner: &mut Scanner<'a>) {
        let tag = tag_of(name);
        match tag {
            Tag::Html | Tag::Head | Tag::Body => return self.start_frame(tag, scanner),
            Tag::Noscript if self.in_head => {
                scanner.raw(name);
                return;
            }
            _ if tag.is_raw() => return self.start_raw(tag, name, closed, scanner),
            _ => {}
        }
        if self.in_head {
            if !matches!(tag, Tag::Meta | Tag::Link | Tag::Base) {
                self.begin_body(0..0);
            }
        } else if self.open.len() < MAX_COUNTED {
            self.end_implied(tag, name);
        }
        if tag.is_block() || tag == Tag::Br {
            let top = self.top();
            self.open[top].at_edge = true;
        } else if matches!(tag, Tag::Img | Tag::Input) {
            let top = self.top();
            self.open[top].at_edge = false;
        }
        if tag.is_void() {
            self.node(tag, name, scanner);
        } else if self.open.len() < MAX_DEPTH {
            let node = self.node(tag, name, scanner);
            // Space before an inline element is the parent's; inside it counts on.
            let at_edge = self.open[self.top()].at_edge;
            let mut open = Open::new(tag, name, node);
            open.at_edge |= at_edge;
            self.open.push(open);
        } else {
            self.flattened += 1;
            self.space();
            if self.open.len() < MAX_COUNTED {
                self.open.push(Open::new(tag, name, 0));
            }
        }
    }

    /// Words on both sides of a flattened element stay apart.
    fn space(&mut self) {
        if !self.doc.buffer.ends_with(' ') {
            self.text_node(" ");
        }
    }

    /// A node of an element, its attributes read.
    fn node(&mut self, tag: Tag, name: &str, scanner: &Scanner<'a>) -> u32 {
        let node = self.doc.nodes.len() as u32;
        let data = self.attributes(scanner, node);
        if tag == Tag::Other {
            let span = self.keep(&name.to_ascii_lowercase());
            self.doc.names.push((node, span));
        }
        let parent = self.open[self.top()].node;
        self.doc.nodes.push(Node { parent, end: node + 1, tag, data });
        node
    }

    /// The place of an attribute's name among those of the page.
    fn attribute_name(&mut self, name: &'a str) -> Option<u16> {
        if let Some(place) = self.attribute_names.get(name) {
            return Some(*place);
        }
        let place = self.doc.attribute_names.len();
        if place >= MAX_ATTRIBUTE_NAMES {
            return None;
        }
        let lower = name.to_ascii_lowercase();
        let place = match self.doc.attribute(&lower) {
            Some(place) => place,
            None => {
                let span = self.keep(&lower);
                self.doc.attribute_names.push((span, Vec::new()));
                place as u16
            }
        };
        self.attribute_names.insert(name, place);
        Some(place)
    }

    fn attributes(&mut self, scanner: &Scanner<'a>, node: u32) -> Span {
        let from = self.doc.attributes.len() as u32;
        for (name, value) in &scanner.attributes {
            let Some(place) = self.attribute_name(name) else { continue };
            let value = match value.contains('&') {
                true => self.keep(&htmlize::unescape_attribute(*value)),
                false => self.keep(value),
            };
            self.doc.attributes.push((place, value));
            self.doc.attribute_names[usize::from(place)].1.push(node);
        }
        from..self.doc.attributes.len() as u32
    }

    /// An element without attributes.
    fn push(&mut self, tag: Tag, name: &'a str) {
        let node = self.doc.nodes.len() as u32;
        let parent = self.open[self.top()].node;
        self.doc.nodes.push(Node { parent, end: node + 1, tag, data: 0..0 });
        self.open.push(Open::new(tag, name, node));
    }

    fn start_frame(&mut self, tag: Tag, scanner: &Scanner<'a>) {
        match tag {
            Tag::Html if self.doc.nodes[0].data.is_empty() => {
                self.doc.nodes[0].data = self.attributes(scanner, 0);
            }
            Tag::Body if self.in_head => {
                // What is open is the head, so the body comes next.
                let node = self.doc.nodes.len() as u32;
                let data = self.attributes(scanner, node);
                self.begin_body(data);
            }
            _ => {}
        }
    }

    fn begin_body(&mut self, data: Span) {
        self.in_head = false;
        self.close_to(1);
        self.push(Tag::Body, "body");
        let body = self.doc.nodes.len() - 1;
        self.doc.body = body as u32;
        self.doc.nodes[body].data = data;
    }
}

fn tag_of(name: &str) -> Tag {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Tag::of(&name.to_ascii_lowercase()),
        false => Tag::of(name),
    }
}

#[cfg(test)]
mod tests;
