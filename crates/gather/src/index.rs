//! [`Index`]: which stories hold a term, so that an article is compared with a
//! handful of stories however many there are.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;
use throughline_annotate::Vector;

use crate::{
    places::{Places, scattered},
    story_id::StoryId,
};

/// The newest stories kept for a term. A term that more hold tells them apart
/// badly; their rarer terms find the older ones.
const POSTINGS: usize = 32;

/// The strongest terms of an article by which it is found and looked for.
const TERMS: usize = 24;

/// How many stories are looked at closely.
const CANDIDATES: usize = 12;

/// Postings by term. A story that is no more stays in them until newer ones push
/// it out; who asks knows which live.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    postings: FxHashMap<u32, VecDeque<StoryId>>,
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
        let held: Vec<(&VecDeque<StoryId>, f32)> = strongest.iter().filter_map(held).collect();
        self.read.clear();
        for (stories, weight) in held {
            let (some, others) = stories.as_slices();
            self.read.extend(some.iter().chain(others).map(|&story| (story, weight)));
        }
        self.places.clear((2 * self.read.len().max(1)).next_power_of_two());
        let mut found: Vec<(StoryId, f32)> = Vec::with_capacity(self.read.len());
        for &(story, weight) in &self.read {
            match self.places.find(scattered(story.0), |at| found[at].0 == story) {
                Ok(at) => found[at].1 += weight,
                Err(slot) => {
                    self.places.put(slot, found.len());
                    found.push((story, weight));
                }
            }
        }
        let order =
            |a: &(StoryId, f32), b: &(StoryId, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if found.len() > CANDIDATES {
            found.select_nth_unstable_by(CANDIDATES, order);
            found.truncate(CANDIDATES);
        }
        found.sort_unstable_by(order);
        found.into_iter().map(|(story, _)| story).collect()
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
            let postings = self.postings.entry(term).or_default();
            if let Some(at) = postings.iter().position(|&s| s == story) {
                postings.remove(at);
            } else if postings.len() == POSTINGS {
                postings.pop_front();
            }
            postings.push_back(story);
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
