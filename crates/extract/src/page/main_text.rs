//! Where on a page the article is.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::{lines, prune};
use crate::draft::Line;

/// The lines of the main text; none where the page has none.
pub fn lines(doc: Document, _title: Option<&str>) -> Vec<Line> {
    prune::prune(&doc);
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(doc, None, Some(config)) else {
        return Vec::new();
    };
    match reader.parse() {
        Ok(article) => lines::of(&Document::fragment(article.content).root()),
        Err(_) => Vec::new(),
    }
}
