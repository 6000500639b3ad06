//! [`Index`]: which stories hold a term, so that an article is compared with a
//! handful of stories however many there are.

use rustc_hash::FxHashMap;
use throughline_annotate::Vector;

use crate::{
    places::{Places, scattered},
    story_id::StoryId,
};

/// The newest stories kept for a term. A term that more hold tells them apart
/// badly; their rarer terms find the older ones.
const POSTINGS: usize = 8;

/// The strongest terms of an article by which it is found and looked for.
const TERMS: usize = 24;

/// How many stories are looked at closely.
const CANDIDATES: usize = 12;

/// How many of them may share one term only: the more stories there are, the more do by chance.
const BY_CHANCE: usize = 4;

/// A story that shares some of the strongest terms of an article.
struct Found {
    story: StoryId,
    /// Of the terms that it shares, squares summed up.
    weight: f32,
    /// How many it shares.
    terms: u32,
}

impl Found {
    fn share(&mut self, weight: f32) {
        self.weight += weight;
        self.terms += 1;
    }
}

/// The stories of a term, in its place in the map: a list elsewhere would be one look more.
#[derive(Debug, Clone, Default)]
struct Postings {
    /// Oldest first.
    stories: [StoryId; POSTINGS],
    many: usize,
}

impl Postings {
    fn held(&self) -> &[StoryId] {
        &self.stories[..self.many]
    }

    /// Puts a story last; where there is no room the oldest goes.
    fn push(&mut self, story: StoryId) {
        let gone = self.held().iter().position(|&held| held == story);
        match gone.or((self.many == POSTINGS).then_some(0)) {
            Some(gone) => self.stories[gone..self.many].rotate_left(1),
            None => self.many += 1,
        }
        self.stories[self.many - 1] = story;
    }
}

/// Postings by term. A story that is no more stays in them until newer ones push
/// it out; who asks knows which live.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    postings: FxHashMap<u32, Postings>,
    /// Room that is used for every article anew.
    read: Vec<(StoryId, f32)>,
    places: Places,
    /// What was added since it was last written down, in order.
    pub added: Vec<(StoryId, Vec<u32>)>,
}

impl Index {
    /// The stories that share most of the strongest terms of an article, most first.
    pub fn near(&mut self, strongest: &[(u32, f32)]) -> Vec<StoryId> {
        // All postings are found and read before any is counted: they lie far apart, and looks
        // that wait for nothing overlap.
        let held = |(term, weight): &(u32, f32)| Some((self.postings.get(term)?, weight * weight));
        let held: Vec<(&Postings, f32)> = strongest.iter().filter_map(held).collect();
        self.read.clear();
        for (postings, weight) in held {
            self.read.extend(postings.held().iter().map(|&story| (story, weight)));
        }
        self.places.clear((2 * self.read.len().max(1)).next_power_of_two());
        let mut found: Vec<Found> = Vec::with_capacity(self.read.len());
        for &(story, weight) in &self.read {
            match self.places.find(scattered(story.0), |at| found[at].story == story) {
                Ok(at) => found[at].share(weight),
                Err(slot) => {
                    self.places.put(slot, found.len());
                    found.push(Found { story, weight, terms: 1 });
                }
            }
        }
        let order =
            |a: &Found, b: &Found| b.weight.total_cmp(&a.weight).then(a.story.cmp(&b.story));
        if found.len() > CANDIDATES {
            found.select_nth_unstable_by(CANDIDATES, order);
            found.truncate(CANDIDATES);
        }
        found.sort_unstable_by(order);
        let told = found.iter().enumerate().filter(|(at, f)| *at < BY_CHANCE || f.terms > 1);
        told.map(|(_, found)| found.story).collect()
    }

    /// Makes a story findable by the strongest terms of one of its articles.
    pub fn add(&mut self, story: StoryId, strongest: &[(u32, f32)]) {
        let terms: Vec<u32> = strongest.iter().map(|&(term, _)| term).collect();
        self.post(story, &terms);
        self.added.push((story, terms));
    }

    /// Adds a story to the postings of these terms.
    pub fn post(&mut self, story: StoryId, terms: &[u32]) {
        for &term in terms {
            self.postings.entry(term).or_default().push(story);
        }
    }
}

/// The terms of an article by which it is found, the strongest first.
pub(crate) fn strongest(vector: &Vector) -> Vec<(u32, f32)> {
    let mut terms = vector.0.clone();
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if terms.len() > TERMS {
        terms.select_nth_unstable_by(TERMS, order);
        terms.truncate(TERMS);
    }
    terms.sort_unstable_by(order);
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of an article with the terms 0, 1 and 2, the first the strongest, the stories that are
    /// looked at, where each of these came with these terms.
    fn check(came: &[(u64, &[u32])], expected: &[u64]) {
        let mut index = Index::default();
        came.iter().for_each(|&(story, terms)| index.post(StoryId(story), terms));
        let found = index.near(&[(0, 3.0), (1, 2.0), (2, 1.0)]);
        assert_eq!(found.iter().map(|story| story.0).collect::<Vec<_>>(), expected, "{came:?}");
    }

    #[test]
    fn what_shares_most_is_found_and_little_by_chance() {
        check(&[], &[]);
        check(&[(1, &[9])], &[]);
        check(&[(1, &[2]), (2, &[0]), (3, &[1, 2])], &[2, 3, 1]);
        let ones: Vec<(u64, &[u32])> = (1..=6).map(|story| (story, &[0][..])).collect();
        check(&ones, &[1, 2, 3, 4]);
        let mut two = ones.clone();
        two.push((7, &[1, 2]));
        check(&two, &[1, 2, 3, 4, 7]);
        let many: Vec<(u64, &[u32])> = (1..=10).map(|story| (story, &[0, 1][..])).collect();
        check(&many, &[3, 4, 5, 6, 7, 8, 9, 10]);
        // A story that comes again is the newest.
        let again: Vec<(u64, &[u32])> = [&many[..8], &many[..1], &many[8..9]].concat();
        check(&again, &[1, 3, 4, 5, 6, 7, 8, 9]);
    }
}
