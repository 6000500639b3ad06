//! A page cut into blocks: the text of a paragraph, an item, a cell, a heading,
//! or of a stretch between breaks, with the element that holds it.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use throughline_model::Role;

use crate::{
    dom::{NodeRef, Tag},
    page::element,
};

/// One block of a page.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    /// The text on one line.
    pub text: String,
    /// The innermost element that stands on lines of its own.
    pub node: NodeRef<'a>,
    /// What the page's elements say that it is.
    pub role: Role,
    /// Characters but space.
    pub letters: usize,
    /// Those of them inside links.
    pub linked: usize,
    /// Those of them in bold.
    pub strong: usize,
}

/// More text than any article has: what comes after it is let go.
const MAX_TEXT: usize = 1_500_000;

/// Most nodes of a button.
const BUTTON: usize = 40;

/// Most blocks; real pages stay below 5,000.
const MAX_BLOCKS: usize = 20_000;

/// The blocks below a node, in the order of the page.
pub fn of(node: NodeRef<'_>) -> Vec<Block<'_>> {
    let mut walk = Walk {
        blocks: Vec::new(),
        pieces: Vec::new(),
        in_link: false,
        in_strong: false,
        breaks: 0,
        room: MAX_TEXT,
    };
    walk.children(node, node, Role::Body);
    walk.flush(node, Role::Body);
    walk.blocks
}

/// A piece of text and how it is shown.
struct Piece<'a> {
    text: &'a str,
    linked: bool,
    strong: bool,
}

struct Walk<'a> {
    blocks: Vec<Block<'a>>,
    pieces: Vec<Piece<'a>>,
    in_link: bool,
    in_strong: bool,
    breaks: usize,
    room: usize,
}

impl<'a> Walk<'a> {
    fn children(&mut self, node: NodeRef<'a>, block: NodeRef<'a>, role: Role) {
        for child in node.children() {
            if child.is_element() {
                self.element(child, block, role);
                continue;
            }
            let text = child.own_text();
            if self.breaks > 0 && !text.trim_start().is_empty() {
                if self.breaks > 1 {
                    self.flush(block, role);
                }
                self.breaks = 0;
            }
            self.pieces.push(Piece { text, linked: self.in_link, strong: self.in_strong });
        }
    }

    fn element(&mut self, node: NodeRef<'a>, block: NodeRef<'a>, role: Role) {
        use Tag::*;
        match node.tag() {
            // A button that never ends would hold the rest of the page.
            Button if node.end() - node.index() <= BUTTON => {}
            Script | Noscript | Template | Select | Iframe | Nav | Input | Object | Head | Math
            | Canvas | Map | Embed | Audio => {}
            Br => {
                self.breaks += 1;
                self.pieces.push(Piece { text: " ", linked: false, strong: false });
            }
            A => {
                let outer = std::mem::replace(&mut self.in_link, true);
                self.children(node, block, role);
                self.in_link = outer;
            }
            B | Strong => {
                let outer = std::mem::replace(&mut self.in_strong, true);
                self.children(node, block, role);
                self.in_strong = outer;
            }
            Sup if is_footnote(node) => {}
            _ if is_tooltip(node) => {}
            tag if tag.is_block() => {
                let inner = role_of(tag, node, role);
                self.flush(block, role);
                self.children(node, node, inner);
                self.flush(node, inner);
            }
            _ => self.children(node, block, role),
        }
    }

    fn flush(&mut self, node: NodeRef<'a>, role: Role) {
        self.breaks = 0;
        if self.pieces.is_empty() {
            return;
        }
        let mut text = String::new();
        let (mut letters, mut linked, mut strong) = (0, 0, 0);
        for piece in self.pieces.drain(..) {
            let before = letters;
            let mut space = text.is_empty();
            for c in piece.text.chars() {
                match c {
                    '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                    c if c.is_whitespace() => {
                        if !space && !text.ends_with(' ') {
                            text.push(' ');
                        }
                        space = true;
                    }
                    c => {
                        text.push(c);
                        letters += 1;
                        space = false;
                    }
                }
            }
            linked += if piece.linked { letters - before } else { 0 };
            strong += if piece.strong { letters - before } else { 0 };
        }
        if text.ends_with(' ') {
            text.pop();
        }
        if text.is_empty() || text.len() > self.room || self.blocks.len() >= MAX_BLOCKS {
            return;
        }
        self.room -= text.len();
        self.blocks.push(Block { text, node, role, letters, linked, strong });
    }
}

/// The role of an element's content inside content of a role.
fn role_of(tag: Tag, node: NodeRef<'_>, outer: Role) -> Role {
    match tag {
        Tag::Figcaption | Tag::Figure | Tag::Caption => Role::Caption,
        tag if tag.is_heading() && outer == Role::Body && !holds_text(node) => Role::Heading,
        Tag::Blockquote if matches!(outer, Role::Body | Role::Caption) => Role::Quotation,
        // Figures hold tables too, and what stands in them is no caption.
        Tag::Table if outer == Role::Caption => Role::Body,
        Tag::Li | Tag::Dd | Tag::Dt if outer == Role::Body => Role::List,
        _ if outer == Role::Body || outer == Role::List => by_label(node).unwrap_or(outer),
        _ => outer,
    }
}

/// A heading that never ends holds the text that it should head.
fn holds_text(node: NodeRef<'_>) -> bool {
    node.descendants().take(60).filter(|inner| inner.tag().is_block()).count() >= 4
}

/// What class or id say of a role.
fn by_label(node: NodeRef<'_>) -> Option<Role> {
    // Few elements have any of the words, and only their labels are put together.
    if !node.placed_attributes().any(|(_, value)| LABELS.is_match(value)) {
        return None;
    }
    let label = element::label(&node);
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if has(&CAPTIONS) {
        return Some(Role::Caption);
    }
    has(&NOTES).then_some(Role::Note)
}

const CAPTIONS: [&str; 4] = ["caption", "photo-credit", "image-credit", "photocredit"];

const NOTES: [&str; 7] = [
    "correction",
    "editors-note",
    "editor-note",
    "editornote",
    "editorsnote",
    "clarification",
    "update-note",
];

static LABELS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = CAPTIONS.iter().chain(&NOTES);
    let labels = AhoCorasick::builder().ascii_case_insensitive(true).build(words);
    labels.expect("the words are constants that a test has built")
});

/// What a page shows only to who points at a word, and has in the middle of the sentence.
fn is_tooltip(node: NodeRef<'_>) -> bool {
    node.attr("role").is_some_and(|role| role.eq_ignore_ascii_case("tooltip"))
}

/// "[1]" and the like.
fn is_footnote(node: NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim().trim_matches(['[', ']', '(', ')']);
    text.len() <= 3
        && !text.is_empty()
        && text.chars().all(|c| c.is_ascii_digit() || c == '*' || c.is_ascii_lowercase())
        && node.descendants().any(|n| n.tag() == Tag::A)
}
