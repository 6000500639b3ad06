//! The part of a page that holds the article, as lines with their roles.

use dom_query::NodeRef;
use throughline_model::Role;

use super::element;
use crate::draft::Line;

/// Elements whose content stands on lines of its own.
const BLOCKS: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "caption",
];

const SKIPPED: [&str; 14] = [
    "script", "style", "noscript", "template", "button", "select", "textarea", "iframe", "svg",
    "nav", "input", "object", "head", "math",
];

/// Lines of everything below a node.
pub fn of(node: &NodeRef<'_>) -> Vec<Line> {
    let mut walk = Walk::default();
    walk.children(node, Role::Body);
    walk.flush(Role::Body);
    walk.lines
}

#[derive(Default)]
struct Walk {
    lines: Vec<Line>,
    text: String,
    linked: usize,
    in_link: bool,
    strong: usize,
    in_strong: bool,
    breaks: usize,
}

impl Walk {
    fn children(&mut self, node: &NodeRef<'_>, role: Role) {
        for child in node.children_it(false) {
            if child.is_text() {
                let text = child.text();
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
                self.text.push_str(&text);
            } else if child.is_element() {
                self.element(&child, role);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, role: Role) {
        let name = element::name(node);
        if SKIPPED.contains(&name.as_str()) {
            return;
        }
        match name.as_str() {
            "br" => {
                self.breaks += 1;
                self.text.push(' ');
            }
            "a" => {
                let outer = std::mem::replace(&mut self.in_link, true);
                self.children(node, role);
                self.in_link = outer;
            }
            "b" | "strong" => {
                let outer = std::mem::replace(&mut self.in_strong, true);
                self.children(node, role);
                self.in_strong = outer;
            }
            "sup" if is_footnote(node) => {}
            name if BLOCKS.contains(&name) => {
                let inner = role_of(name, node, role);
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
fn role_of(name: &str, node: &NodeRef<'_>, outer: Role) -> Role {
    match name {
        "figcaption" | "figure" | "caption" => Role::Caption,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if outer == Role::Body => Role::Heading,
        "blockquote" if outer == Role::Body => Role::Quotation,
        "li" | "dd" | "dt" if outer == Role::Body => Role::List,
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
        && node.descendants_it().any(|n| element::name(&n) == "a")
}
