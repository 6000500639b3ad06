//! Where on a page the article is.

use dom_smoothie::{Config, Readability};
use throughline_model::Role;

use super::{
    container, lines,
    prune::{self, Pruned},
};
use crate::{
    dom::{Document, NodeRef},
    draft::Line,
};

/// Below this share of the heaviest element's text, the reader has taken a
/// part of the article for all of it.
const PART: usize = 40;

/// The lines of the main text; none where the page has none.
pub fn lines(doc: &Document) -> Vec<Line> {
    let pruned = prune::prune(doc);
    let by_weight = lines::of(&container::find(doc, &pruned), &pruned);
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let mut html = String::new();
    write(&doc.root(), &pruned, &mut html);
    let read = Readability::new(html, None, Some(config)).and_then(|mut reader| reader.parse());
    let read = read.map(|article| {
        let doc = Document::parse(&article.content);
        lines::of(&doc.body(), &Pruned::nothing(&doc))
    });
    let read = read.unwrap_or_default();
    if length(&read) * 100 < length(&by_weight) * PART { by_weight } else { read }
}

fn write(node: &NodeRef<'_>, pruned: &Pruned, out: &mut String) {
    if pruned.has(*node) {
        return;
    }
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    if node.is_text() {
        out.push_str(&escape(node.own_text()));
        return;
    }
    out.push('<');
    out.push_str(node.name());
    for (name, value) in node.attributes() {
        *out += &format!(" {name}=\"{}\"", escape(value));
    }
    out.push('>');
    if node.tag().is_void() {
        return;
    }
    node.children().for_each(|child| write(&child, pruned, out));
    *out += &format!("</{}>", node.name());
}

/// Characters of running text.
fn length(lines: &[Line]) -> usize {
    let told =
        |line: &&Line| matches!(line.role, Role::Body | Role::Quotation) && line.text.len() > 60;
    lines.iter().filter(told).map(|line| line.text.len()).sum()
}
