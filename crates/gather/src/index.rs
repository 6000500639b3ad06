//! [`Index`]: which stories hold a term, so that an article is compared with a
//! handful of stories however many there are.

use std::collections::{HashMap, VecDeque};

use serde::{Deserialize, Serialize};
use throughline_annotate::Vector;

use crate::decision::StoryId;

/// The newest stories kept for a term. A term that more hold tells them apart
/// badly; their rarer terms find the older ones.
const POSTINGS: usize = 48;

/// The strongest terms of an article by which it is found and looked for.
const TERMS: usize = 32;

/// How many stories are looked at closely.
const CANDIDATES: usize = 12;

/// Postings by term.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Index {
    postings: HashMap<u32, VecDeque<StoryId>>,
}

impl Index {
    /// The stories that share most with the vector, most first.
    pub fn near(&self, vector: &Vector) -> Vec<StoryId> {
        let mut scores: HashMap<StoryId, f32> = HashMap::new();
        for (term, weight) in strongest(vector) {
            for &story in self.postings.get(&term).into_iter().flatten() {
                *scores.entry(story).or_default() += weight * weight;
            }
        }
        let mut found: Vec<(f32, StoryId)> = scores.into_iter().map(|(s, w)| (w, s)).collect();
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(CANDIDATES);
        found.into_iter().map(|(_, story)| story).collect()
    }

    /// Makes a story findable by the strongest terms of one of its articles.
    pub fn add(&mut self, story: StoryId, vector: &Vector) {
        for (term, _) in strongest(vector) {
            let postings = self.postings.entry(term).or_default();
            if let Some(at) = postings.iter().position(|&s| s == story) {
                postings.remove(at);
            } else if postings.len() == POSTINGS {
                postings.pop_front();
            }
            postings.push_back(story);
        }
    }

    /// Forgets a story.
    pub fn remove(&mut self, gone: StoryId, vector: &Vector) {
        for (term, _) in &vector.0 {
            if let Some(postings) = self.postings.get_mut(term) {
                postings.retain(|&s| s != gone);
                if postings.is_empty() {
                    self.postings.remove(term);
                }
            }
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
