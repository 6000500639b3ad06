//! The part of a page that holds the article, as lines with their roles.

use throughline_model::Role;

use super::{element, prune::Pruned};
use crate::{
    dom::{NodeRef, Tag},
    draft::Line,
};

/// Lines of everything below a node.
pub fn of(node: &NodeRef<'_>, pruned: &Pruned) -> Vec<Line> {
    let mut walk = Walk {
        pruned,
        lines: Vec::new(),
        text: String::new(),
        linked: 0,
        in_link: false,
        strong: 0,
        in_strong: false,
        breaks: 0,
    };
    walk.children(node, Role::Body);
    walk.flush(Role::Body);
    walk.lines
}

struct Walk<'p> {
    pruned: &'p Pruned,
    lines: Vec<Line>,
    text: String,
    linked: usize,
    in_link: bool,
    strong: usize,
    in_strong: bool,
    breaks: usize,
}

impl Walk<'_> {
    fn children(&mut self, node: &NodeRef<'_>, role: Role) {
        for child in node.children().filter(|child| !self.pruned.has(*child)) {
            if child.is_text() {
                let text = child.own_text();
                if self.breaks > 1 && !text.trim().is_empty() {
                    self.flush(role);
                }
                if !text.trim().is_empty() {
                    self.breaks = 0;
                }
                if self.in_link {
                    self.linked += text.trim().chars().count();
                }
                if self.in_strong {
                    self.strong += text.trim().chars().count();
                }
                self.text.push_str(text);
            } else {
                self.element(&child, role);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, role: Role) {
        use Tag::*;
        match node.tag() {
            Script | Noscript | Template | Button | Select | Iframe | Nav | Input | Object
            | Head | Math => {}
            Br => {
                self.breaks += 1;
                self.text.push(' ');
            }
            A => {
                let outer = std::mem::replace(&mut self.in_link, true);
                self.children(node, role);
                self.in_link = outer;
            }
            B | Strong => {
                let outer = std::mem::replace(&mut self.in_strong, true);
                self.children(node, role);
                self.in_strong = outer;
            }
            Sup if is_footnote(node) => {}
            tag if tag.is_block() => {
                let inner = role_of(tag, node, role);
                self.flush(role);
                self.children(node, inner);
                self.flush(inner);
            }
            _ => self.children(node, role),
        }
    }

    fn flush(&mut self, role: Role) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let strong = std::mem::take(&mut self.strong);
        self.breaks = 0;
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line.replace(['\u{ad}', '\u{200b}', '\u{feff}'], "");
        if line.is_empty() {
            return;
        }
        // A line that is one link leads elsewhere; headings may be links.
        let length = line.chars().filter(|c| !c.is_whitespace()).count().max(1);
        let all_linked = linked * 100 >= length * 85;
        if all_linked
            && (role == Role::List || (role == Role::Body && line.split(' ').count() < 25))
        {
            return;
        }
        // A short bold paragraph heads what follows; so does a question of an
        // interview, whatever its length.
        let bold = role == Role::Body && strong * 100 >= length * 90;
        let heads = bold && (line.ends_with('?') || line.split(' ').count() <= 12);
        self.lines.push(Line::new(if heads { Role::Heading } else { role }, line));
    }
}

/// The role of an element's content inside content of a role.
fn role_of(tag: Tag, node: &NodeRef<'_>, outer: Role) -> Role {
    match tag {
        Tag::Figcaption | Tag::Figure | Tag::Caption => Role::Caption,
        tag if tag.is_heading() && outer == Role::Body => Role::Heading,
        Tag::Blockquote if outer == Role::Body => Role::Quotation,
        Tag::Li | Tag::Dd | Tag::Dt if outer == Role::Body => Role::List,
        _ if outer == Role::Body || outer == Role::List => by_label(node).unwrap_or(outer),
        _ => outer,
    }
}

/// What class or id say of a role.
fn by_label(node: &NodeRef<'_>) -> Option<Role> {
    let label = element::label(node);
    if label.trim().is_empty() {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if has(&["caption", "photo-credit", "image-credit", "photocredit"]) {
        return Some(Role::Caption);
    }
    if has(&[
        "correction",
        "editors-note",
        "editor-note",
        "editornote",
        "editorsnote",
        "clarification",
        "update-note",
    ]) {
        return Some(Role::Note);
    }
    None
}

/// "[1]" and the like.
fn is_footnote(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim().trim_matches(['[', ']', '(', ')']);
    text.len() <= 3
        && !text.is_empty()
        && text.chars().all(|c| c.is_ascii_digit() || c == '*' || c.is_ascii_lowercase())
        && node.descendants().any(|n| n.tag() == Tag::A)
}
