//! [`Classifier`]: the chance that each block is of the article, in two looks:
//! at the block, then at what the first look says of the blocks around it.

use std::sync::LazyLock;

use super::{
    blocks::Block,
    context, features,
    forest::{Forest, Look},
    rows::Rows,
    together,
};
use crate::dom::Document;

/// Two forests and the chance from which on a block is kept.
#[derive(Debug)]
pub struct Classifier {
    first: Forest,
    second: Forest,
    threshold: f32,
}

/// Below this chance no second look is taken.
const HOPELESS: f32 = 0.015;

/// On a page without a block that is surely of an article, those count whose
/// chance is near that of the best,
const NEARLY: f32 = 0.6;

/// but none below this.
const LEAST: f32 = 0.1;

static BUILT_IN: LazyLock<Classifier> = LazyLock::new(|| {
    Classifier::read(include_bytes!("../../../data/blocks.forest"))
        .expect("a test reads the data that are built in")
});

impl Classifier {
    /// The one that is built in.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads one from its data: a threshold, two forests. A second forest
    /// without trees leaves the first to decide.
    pub fn read(mut data: &[u8]) -> Option<Self> {
        let (threshold, rest) = data.split_first_chunk()?;
        data = rest;
        let threshold = f32::from_le_bytes(*threshold);
        let first = Forest::read(&mut data, features::WIDTH)?;
        let second = Forest::read(&mut data, features::WIDTH + context::WIDTH)?;
        data.is_empty().then_some(Self { first, second, threshold })
    }

    /// The rows of the second look.
    pub fn second_rows(&self, doc: &Document, blocks: &[Block<'_>], rows: &Rows) -> Rows {
        context::of(doc, blocks, rows, &chances(&self.first, rows, Look::First), |_| true)
    }

    /// Whether each block is of the article.
    pub fn judge(&self, doc: &Document, blocks: &[Block<'_>], rows: &Rows) -> Vec<bool> {
        let mut chances = self.chances(doc, blocks, rows);
        together::settle(blocks, &mut chances);
        let most = chances.iter().copied().fold(0., f32::max);
        // A page of two lines looks like no article that the forests have seen.
        let threshold =
            if most < self.threshold { (most * NEARLY).max(LEAST) } else { self.threshold };
        chances.into_iter().map(|chance| chance >= threshold).collect()
    }

    /// The chance that each block is of the article.
    pub fn chances(&self, doc: &Document, blocks: &[Block<'_>], rows: &Rows) -> Vec<f32> {
        let first = chances(&self.first, rows, Look::First);
        // Most blocks of a page are hopeless at first sight.
        let hopeful = |chance: f32| chance >= HOPELESS;
        let second = context::of(doc, blocks, rows, &first, hopeful);
        let mut second = chances(&self.second, &second, Look::Last).into_iter();
        let look = |first| if hopeful(first) { second.next().unwrap_or(first) } else { first };
        first.into_iter().map(look).collect()
    }
}

fn chances(forest: &Forest, rows: &Rows, look: Look) -> Vec<f32> {
    forest.scores(rows, look).into_iter().map(|score| 1. / (1. + (-score).exp())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_one_is_sound() {
        assert!(Classifier::built_in().threshold > 0.);
        assert!(Classifier::read(b"nonsense").is_none());
    }
}
