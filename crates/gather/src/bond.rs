//! When two groups of articles are one story.
//!
//! Not when their similarity passes a threshold that fits all: reports of a
//! football match share more words than reports of a long crisis. Two groups
//! are one when their articles are nearly as similar across as within.

/// Below this mean similarity nothing is one story.
const FLOOR: f32 = 0.10;

/// How near the similarity across must come to that within.
const SHARE: f32 = 0.65;

/// From this part of the bar on a story is near.
pub const NEAR: f32 = 0.75;

/// The same of a story of at least so many articles, for one that is near no other: the mean
/// over many similarities says more than one of them, which may rest on a chance word.
const NEAR_MANY: f32 = 0.5;
const MANY: f32 = 6.0;

/// Another that is less than this part as similar is far.
const FAR: f32 = 0.5;

/// Similarity expected within a story of which little is known, and how many
/// pairs of articles that expectation counts for.
const EXPECTED: f32 = 0.18;
const PAIRS: f32 = 4.0;

/// A group of articles: how many, and the sum of the similarities of its pairs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Articles.
    pub size: f32,
    /// Sum over its pairs.
    pub within: f32,
}

impl Group {
    /// One article.
    pub const ONE: Self = Self { size: 1.0, within: 0.0 };

    fn density(self) -> f32 {
        let pairs = self.size * (self.size - 1.0) / 2.0;
        (self.within + PAIRS * EXPECTED) / (pairs + PAIRS)
    }

    /// The group of both, whose pairs across sum up to `across`.
    pub fn with(self, other: Self, across: f32) -> Self {
        Self { size: self.size + other.size, within: self.within + other.within + across }
    }
}

/// The mean similarity across two groups that makes them one story.
pub fn bar(a: Group, b: Group) -> f32 {
    FLOOR.max(SHARE * (a.density() * b.density()).sqrt())
}

/// Whether an article that reaches no bar is of the most similar story all the
/// same: it is near that one, and every other is far. A search page, a caption or
/// a comment says little of the event, but nothing of any other; of two events
/// that are easily taken for each other both are near.
pub fn belongs(size: f32, similarity: f32, bar: f32, next: f32) -> bool {
    similarity > nearness(size) * bar && next < FAR * similarity
}

/// From which part of its bar on a story of this size is near to an article.
pub fn nearness(size: f32) -> f32 {
    if size < MANY { NEAR } else { NEAR_MANY }
}
