//! [`Decision`]: what gathering did with an article or a story, and why.

use serde::{Deserialize, Serialize};
use throughline_annotate::Vector;

use crate::{
    story_id::StoryId,
    vocabulary::{Block, Vocabulary},
};

/// One decision. Applied in order they give where every article is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The story that it made or changed.
    pub story: StoryId,
    /// What was done.
    pub change: Change,
    /// What spoke for it.
    pub why: Why,
    /// The stories that were near and not taken, nearest first.
    pub rivals: Vec<Rival>,
}

/// What a decision does to its story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// An article is the first of the story.
    Started {
        /// Its id.
        article: String,
    },
    /// An article joined the story.
    Joined {
        /// Its id.
        article: String,
    },
    /// Another story was found to be this one; its id leads here from now on.
    Merged {
        /// The story that is no more.
        gone: StoryId,
        /// Its articles that came here.
        articles: Vec<String>,
    },
    /// Articles of another story were found to be a story of their own, this one.
    Split {
        /// Where they were.
        from: StoryId,
        /// Their ids.
        articles: Vec<String>,
    },
    /// Articles of another story were found to belong to this one.
    Moved {
        /// Where they were.
        from: StoryId,
        /// Their ids.
        articles: Vec<String>,
    },
}

/// What speaks for a decision: the similarity, the bar it had to reach, and the
/// terms that made most of it, strongest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// Mean similarity to the articles of the story, from 0 to 1.
    pub similarity: f32,
    /// What it had to reach.
    pub bar: f32,
    /// Whether a reader's correction decided.
    pub corrected: bool,
    /// Stems that both have.
    pub words: Vec<String>,
    /// Names that both have.
    pub names: Vec<String>,
    /// Days and months that both speak of.
    pub days: Vec<String>,
    /// Figures that both have.
    pub figures: Vec<String>,
}

/// A story that was near.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rival {
    /// Which.
    pub story: StoryId,
    /// Mean similarity to its articles.
    pub similarity: f32,
    /// What it had to reach.
    pub bar: f32,
}

/// Terms of each kind that are told.
const TOLD: usize = 5;

impl Why {
    /// The reasons for a similarity: what two vectors share.
    pub(crate) fn of(
        similarity: f32,
        bar: f32,
        a: &Vector,
        b: &Vector,
        vocabulary: &Vocabulary,
    ) -> Self {
        let mut why = Self { similarity, bar, ..Self::default() };
        let mut lists = [&mut why.words, &mut why.names, &mut why.days, &mut why.figures];
        let mut found: [Vec<(f32, u32)>; 4] = Default::default();
        for (weight, number) in shared(a, b) {
            let list = match vocabulary.block(number) {
                Block::Word | Block::Lead => 0,
                Block::Name => 1,
                Block::Day => 2,
                Block::Figure => 3,
            };
            found[list].push((weight, number));
        }
        for (list, terms) in lists.iter_mut().zip(&mut found) {
            // A word may be there twice, as one of the lead too.
            for number in first(terms, 2 * TOLD) {
                if list.len() == TOLD {
                    break;
                }
                let (_, text) = vocabulary.term(number);
                if !list.iter().any(|told| told == text) {
                    list.push(text.to_owned());
                }
            }
        }
        why
    }
}

/// The terms of both with what they add to the similarity.
fn shared(a: &Vector, b: &Vector) -> Vec<(f32, u32)> {
    let (mut x, mut y) = (0, 0);
    let (mut shared, mut many) = (vec![(0.0, 0); a.0.len().min(b.0.len()) + 1], 0);
    while let (Some(&(i, v)), Some(&(j, w))) = (a.0.get(x), b.0.get(y)) {
        // Without a branch, as in the product: which side is behind cannot be foretold. What
        // is not shared is written over.
        shared[many] = (v * w, i);
        many += usize::from(i == j);
        x += usize::from(i <= j);
        y += usize::from(j <= i);
    }
    shared.truncate(many);
    shared
}

/// The `many` terms that add most, the one that does first.
fn first(terms: &mut Vec<(f32, u32)>, many: usize) -> impl Iterator<Item = u32> {
    let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if terms.len() > many {
        terms.select_nth_unstable_by(many, order);
        terms.truncate(many);
    }
    terms.sort_unstable_by(order);
    terms.iter().map(|&(_, number)| number)
}
