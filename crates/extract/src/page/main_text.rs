//! Where on a page the article is.

use throughline_model::Role;

use super::{
    Page,
    body::{self, Classifier},
    lines,
};
use crate::draft::Line;

/// The lines of the main text; none where the page has none.
pub fn lines(page: &Page<'_>, title: Option<&str>, classifier: &Classifier) -> Vec<Line> {
    let blocks = body::blocks_of(page.doc.body());
    let hints = page.hints(title);
    let rows = body::features_of(page.doc, &blocks, hints.as_ref());
    let keep = classifier.judge(page.doc, &blocks, &rows);
    let Some(first) = keep.iter().position(|keep| *keep) else { return Vec::new() };
    let last = keep.iter().rposition(|keep| *keep).unwrap_or(first);
    // What stands under the pictures of an article is its own too.
    let within = |at: usize, role: Role| role == Role::Caption && (first..=last + 1).contains(&at);
    let kept = blocks.into_iter().enumerate().filter(|(at, b)| keep[*at] || within(*at, b.role));
    kept.map(|(_, block)| lines::line(block)).collect()
}
