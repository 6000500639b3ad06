//! [`Document`] and [`NodeRef`]: the nodes of a page in the order of the page,
//! each knowing where its content ends.

use super::{Selection, Tag, parse, select};

/// Bytes of a document's buffer.
pub(super) type Span = std::ops::Range<u32>;

/// One element or piece of text. Nodes stand in the order of the page, so the
/// content of a node is the run of nodes after it, up to `end`.
#[derive(Debug)]
pub(super) struct Node {
    pub parent: u32,
    pub end: u32,
    pub tag: Tag,
    /// The text in the buffer, or the attributes.
    pub data: Span,
}

/// The tree of a page.
#[derive(Debug, Default)]
pub struct Document {
    pub(super) nodes: Vec<Node>,
    /// Place of the name in `attribute_names`, and value.
    pub(super) attributes: Vec<(u16, Span)>,
    /// Each name of an attribute, and the elements that have it.
    pub(super) attribute_names: Vec<(Span, Vec<u32>)>,
    /// Texts, names and values, one after another.
    pub(super) buffer: String,
    /// The names of elements that HTML does not know.
    pub(super) names: Vec<(u32, Span)>,
    pub(super) body: u32,
}

impl Document {
    /// Parses a page.
    pub fn parse(source: &str) -> Self {
        parse::parse(source)
    }

    /// The whole page, `html`.
    pub fn root(&self) -> NodeRef<'_> {
        NodeRef { doc: self, at: 0 }
    }

    /// The element `body`; every page has one.
    pub fn body(&self) -> NodeRef<'_> {
        NodeRef { doc: self, at: self.body }
    }

    /// How many nodes there are; [`NodeRef::index`] is below it.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node of an index.
    pub fn node(&self, index: usize) -> NodeRef<'_> {
        NodeRef { doc: self, at: index as u32 }
    }

    /// All nodes, in the order of the page.
    pub fn nodes(&self) -> impl Iterator<Item = NodeRef<'_>> {
        (0..self.nodes.len() as u32).map(|at| NodeRef { doc: self, at })
    }

    /// All elements that fit a selector, in the order of the page.
    pub fn select(&self, selector: &str) -> Selection<'_> {
        select::select(self, selector)
    }

    /// The names of all attributes, by their places.
    pub fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.attribute_names.iter().map(|(name, _)| self.slice(name))
    }

    /// The place of an attribute's name; none where no element has it.
    pub fn attribute(&self, name: &str) -> Option<u16> {
        let place = self.attribute_names().position(|known| known == name);
        place.map(|place| place as u16)
    }

    pub(super) fn slice(&self, span: &Span) -> &str {
        &self.buffer[span.start as usize..span.end as usize]
    }
}

/// A node of a page.
#[derive(Clone, Copy)]
pub struct NodeRef<'a> {
    pub(super) doc: &'a Document,
    pub(super) at: u32,
}

impl std::fmt::Debug for NodeRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}> {}", self.name(), self.at)
    }
}

impl PartialEq for NodeRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && std::ptr::eq(self.doc, other.doc)
    }
}

impl<'a> NodeRef<'a> {
    pub(super) fn node(self) -> &'a Node {
        &self.doc.nodes[self.at as usize]
    }

    fn sibling(self, at: u32) -> Self {
        Self { doc: self.doc, at }
    }

    /// Its place in the order of the page.
    pub fn index(self) -> usize {
        self.at as usize
    }

    /// Past its last descendant in the order of the page.
    pub fn end(self) -> usize {
        self.node().end as usize
    }

    /// What it is.
    pub fn tag(self) -> Tag {
        self.node().tag
    }

    /// The name of the element in lower case; empty for text.
    pub fn name(self) -> &'a str {
        if self.tag() != Tag::Other {
            return self.tag().name();
        }
        let names = &self.doc.names;
        let found = names.binary_search_by_key(&self.at, |(at, _)| *at);
        found.map_or("", |found| self.doc.slice(&names[found].1))
    }

    /// Whether it is text.
    pub fn is_text(self) -> bool {
        self.tag() == Tag::Text
    }

    /// Whether it is an element.
    pub fn is_element(self) -> bool {
        self.tag() != Tag::Text
    }

    /// The node that holds it; none for the root.
    pub fn parent(self) -> Option<Self> {
        (self.at != 0).then(|| self.sibling(self.node().parent))
    }

    /// What holds it, from the inside out.
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// Its nodes.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let end = self.node().end;
        let first = Some(self.at + 1).filter(|at| *at < end);
        let next = move |node: &Self| Some(node.node().end).filter(|at| *at < end);
        std::iter::successors(first.map(|at| self.sibling(at)), move |node| {
            next(node).map(|at| node.sibling(at))
        })
    }

    /// Its elements.
    pub fn element_children(self) -> impl Iterator<Item = Self> {
        self.children().filter(|node| node.is_element())
    }

    /// All nodes below it, in the order of the page.
    pub fn descendants(self) -> impl Iterator<Item = Self> {
        (self.at + 1..self.node().end).map(move |at| self.sibling(at))
    }

    /// Its attributes, each with the place of its name.
    pub fn placed_attributes(self) -> impl Iterator<Item = (u16, &'a str)> {
        let span = if self.is_text() { 0..0 } else { self.node().data.clone() };
        let attributes = &self.doc.attributes[span.start as usize..span.end as usize];
        attributes.iter().map(|(name, value)| (*name, self.doc.slice(value)))
    }

    /// Its attributes.
    pub fn attributes(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let names = &self.doc.attribute_names;
        self.placed_attributes()
            .map(|(place, value)| (self.doc.slice(&names[usize::from(place)].0), value))
    }

    /// The value of an attribute.
    pub fn attr(self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The value of the attribute of a place.
    pub fn attr_at(self, place: u16) -> Option<&'a str> {
        self.placed_attributes().find(|(known, _)| *known == place).map(|(_, value)| value)
    }

    /// Whether it has an attribute, whatever its value.
    pub fn has_attr(self, name: &str) -> bool {
        self.attr(name).is_some()
    }

    /// The text of a piece of text; empty for an element.
    pub fn own_text(self) -> &'a str {
        if self.is_text() { self.doc.slice(&self.node().data) } else { "" }
    }

    /// All text in it, as it stands.
    pub fn text(self) -> String {
        let mut text = self.own_text().to_owned();
        self.descendants().for_each(|node| text.push_str(node.own_text()));
        text
    }
}
