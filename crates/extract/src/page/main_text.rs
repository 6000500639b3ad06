//! Where on a page the article is.

use throughline_model::Role;

use super::{
    Page,
    body::{self, Block, Classifier},
    lines, refusal,
};
use crate::{Reason, draft::Line, residue::may_be_note};

/// Notes stand before the text or after it, no further away than this.
const NOTES_WITHIN: usize = 6;

/// The lines of the main text, or why the page has none.
pub fn lines(
    page: &Page<'_>,
    title: Option<&str>,
    classifier: &Classifier,
) -> Result<Vec<Line>, Reason> {
    let blocks = body::blocks_of(page.doc.body());
    let hints = page.hints(title);
    let rows = body::features_of(page.doc, &blocks, hints.as_ref());
    let mut keep = classifier.judge(page.doc, &blocks, &rows);
    body::let_go(page.doc, &blocks, &mut keep);
    let first = keep.iter().position(|keep| *keep).unwrap_or(blocks.len());
    let last = keep.iter().rposition(|keep| *keep).unwrap_or_default();
    let is_kept = |at: usize, block: &Block<'_>| match block.role {
        _ if keep[at] => true,
        // What stands under the pictures of an article is its own too.
        Role::Caption => (first..=last + 1).contains(&at),
        _ => at + NOTES_WITHIN >= first && at <= last + NOTES_WITHIN && is_note(block),
    };
    let kept = blocks.iter().enumerate().filter(|(at, block)| is_kept(*at, block));
    let kept: Vec<&Block<'_>> = kept.map(|(_, block)| block).collect();
    let lines = lines::joined(&kept);
    match refusal::of(page, &blocks, &lines) {
        Some(reason) => Err(reason),
        None => Ok(lines),
    }
}

/// A correction or a word of the editors: no running text, but the reader of a
/// briefing must not lose it.
fn is_note(block: &Block<'_>) -> bool {
    block.role == Role::Note
        || block.text.len() <= 1000 && block.linked * 2 < block.letters && may_be_note(&block.text)
}
