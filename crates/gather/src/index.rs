//! [`Index`]: which stories hold a term, so that an article is compared with a
//! handful of stories however many there are.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;
use throughline_annotate::Vector;

use crate::story_id::StoryId;

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
    /// What was added since it was last written down, in order.
    pub added: Vec<(StoryId, Vec<u32>)>,
}

impl Index {
    /// The stories that share most with the vector, most first.
    pub fn near(&self, vector: &Vector) -> Vec<StoryId> {
        let mut held: Vec<(StoryId, f32)> = Vec::with_capacity(TERMS * POSTINGS);
        for (term, weight) in strongest(vector) {
            let stories = self.postings.get(&term).into_iter().flatten();
            held.extend(stories.map(|&story| (story, weight * weight)));
        }
        held.sort_unstable_by_key(|&(story, _)| story);
        let mut found: Vec<(f32, StoryId)> = held
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| (same.iter().map(|(_, weight)| weight).sum(), same[0].0))
            .collect();
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(CANDIDATES);
        found.into_iter().map(|(_, story)| story).collect()
    }

    /// Makes a story findable by the strongest terms of one of its articles.
    pub fn add(&mut self, story: StoryId, vector: &Vector) {
        let terms: Vec<u32> = strongest(vector).into_iter().map(|(term, _)| term).collect();
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

fn strongest(vector: &Vector) -> Vec<(u32, f32)> {
    let mut terms = vector.0.clone();
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if terms.len() > TERMS {
        terms.select_nth_unstable_by(TERMS, order);
        terms.truncate(TERMS);
    }
    terms.sort_unstable_by(order);
    terms
}
