//! Elements whose content is no markup: titles and JSON-LD are kept, templates
//! of plain text opened, scripts and styles passed over.

use super::Builder;
use crate::dom::{Tag, scan::Scanner, tree::Node};

impl<'a> Builder<'a> {
    /// Content that is no markup: kept for a title and JSON-LD, else gone.
    pub(super) fn start_raw(
        &mut self,
        tag: Tag,
        name: &'a str,
        closed: bool,
        scanner: &mut Scanner<'a>,
    ) {
        match tag {
            Tag::Plaintext => {
                let rest = scanner.rest();
                if self.in_head {
                    self.begin_body(0..0);
                }
                self.push(Tag::Pre, "pre");
                self.text_node(rest);
            }
            Tag::Script => {
                let attributes = std::mem::take(&mut scanner.attributes);
                let kind = attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case("type"));
                let kind = kind.map_or(String::new(), |(_, value)| value.to_ascii_lowercase());
                let before = scanner.at;
                let content = scanner.raw(name);
                if kind.contains("ld+json") {
                    scanner.attributes = attributes;
                    self.leaf(tag, name, content, scanner);
                } else if kind.contains("text/template") && is_plain_template(content) {
                    // Some blogs keep their text in a template that a script unpacks.
                    scanner.at = before;
                }
            }
            // A title inside a picture is none of the page's.
            Tag::Title => {
                let content = scanner.raw(name);
                self.leaf(tag, name, &htmlize::unescape(content), scanner);
            }
            Tag::Iframe => {
                self.node(tag, name, scanner);
                scanner.raw(name);
            }
            Tag::Svg if closed => {}
            _ => {
                scanner.raw(name);
            }
        }
    }

    /// An element with nothing but text in it.
    fn leaf(&mut self, tag: Tag, name: &str, content: &str, scanner: &Scanner<'a>) {
        let node = self.node(tag, name, scanner);
        let data = self.keep(content);
        let at = self.doc.nodes.len() as u32;
        self.doc.nodes.push(Node { parent: node, end: at + 1, tag: Tag::Text, data });
        self.doc.nodes[node as usize].end = at + 1;
    }
}

/// Text in a template, without the marks of a language of templates.
fn is_plain_template(content: &str) -> bool {
    content.contains("<p") && !["{{", "<#", "<%", "${"].iter().any(|mark| content.contains(mark))
}
