//! Headings: the main clause of a sentence in headline style.
//!
//! Present tense, no articles, named subject, no cut-off words. What is left
//! out is left out by recorded cuts, so a heading is proven like a sentence.

mod kept;
mod sound;
mod style;
mod worth;

use kept::Clause;
pub use style::{Label, title};

use crate::{
    draft::Draft,
    stand::is_clause,
    story::{LineId, Story},
    tree::Tree,
};

/// How many words a heading has.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Fewest.
    pub least: usize,
    /// Most.
    pub most: usize,
}

/// The heading that a line's main clause gives, if it gives a sound one, with
/// what it is worth: 0 for one that says little, about 1 for a good one.
pub fn clause(story: &Story, line: LineId, tree: &Tree, size: Size) -> Option<(Draft, f32)> {
    if !is_clause(tree) {
        return None;
    }
    let source = &story.readings[story.lines[line].article].article.text;
    let clause = Clause { story, line, tree, source };
    let root = tree.root()?;
    let kept = clause.kept(root, size.most)?;
    let words = clause.words(&kept);
    if words < size.least || words > size.most || clause.is_unsound(root, &kept) {
        return None;
    }
    Some((clause.draft(root, &kept), clause.worth(root, &kept)))
}
