//! What the classifier sees of each block: nothing that depends on a language
//! but the end of a sentence, nothing that depends on an outlet or a topic.

mod known;
mod row;

use super::{blocks::Block, rows::Rows};
use crate::dom::Document;
use known::Page;
pub use row::WIDTH;

/// What is known of a page before its blocks are judged.
#[derive(Debug, Default, Clone, Copy)]
pub struct Hints<'a> {
    /// The title.
    pub title: Option<&'a str>,
    /// The text of the article as the page's data has it.
    pub body: Option<&'a str>,
    /// What the page says it is about.
    pub description: Option<&'a str>,
}

/// The features of all blocks, one row a block.
pub fn of(doc: &Document, blocks: &[Block<'_>], hints: Hints<'_>) -> Rows {
    let page = Page::of(doc, blocks, hints);
    let mut rows = Rows::default();
    for at in 0..blocks.len() {
        rows.add(|row| page.row(at, row));
    }
    rows
}
