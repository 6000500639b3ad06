//! Where on a page the article is.

use dom_query::Document;
use dom_smoothie::{Config, Readability};
use throughline_model::Role;

use super::{container, lines, prune};
use crate::draft::Line;

/// Below this share of the heaviest element's text, the reader has taken a
/// part of the article for all of it.
const PART: usize = 40;

/// The lines of the main text; none where the page has none.
pub fn lines(doc: Document) -> Vec<Line> {
    prune::prune(&doc);
    let by_weight = doc.body().map(|body| lines::of(&container::find(&body))).unwrap_or_default();
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let read =
        Readability::with_document(doc, None, Some(config)).and_then(|mut reader| reader.parse());
    let read = read
        .map(|article| lines::of(&Document::fragment(article.content).root()))
        .unwrap_or_default();
    if length(&read) * 100 < length(&by_weight) * PART { by_weight } else { read }
}

/// Characters of running text.
fn length(lines: &[Line]) -> usize {
    let told =
        |line: &&Line| matches!(line.role, Role::Body | Role::Quotation) && line.text.len() > 60;
    lines.iter().filter(told).map(|line| line.text.len()).sum()
}
