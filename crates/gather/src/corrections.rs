//! [`Corrections`]: what a reader said belongs together or apart, for good.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Pairs of articles that must be one story, and pairs that must not.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Corrections {
    together: BTreeMap<String, Vec<String>>,
    apart: BTreeMap<String, Vec<String>>,
}

impl Corrections {
    pub fn join(&mut self, a: &str, b: &str) {
        unpair(&mut self.apart, a, b);
        pair(&mut self.together, a, b);
    }

    pub fn part(&mut self, a: &str, b: &str) {
        unpair(&mut self.together, a, b);
        pair(&mut self.apart, a, b);
    }

    /// Nothing is said any more of these two being apart.
    pub fn free(&mut self, a: &str, b: &str) {
        unpair(&mut self.apart, a, b);
    }

    /// The articles that must be in one story with this one.
    pub fn with(&self, article: &str) -> &[String] {
        self.together.get(article).map_or(&[], Vec::as_slice)
    }

    /// The articles that must not be.
    pub fn without(&self, article: &str) -> &[String] {
        self.apart.get(article).map_or(&[], Vec::as_slice)
    }

    pub fn are_empty(&self) -> bool {
        self.together.is_empty() && self.apart.is_empty()
    }
}

fn pair(pairs: &mut BTreeMap<String, Vec<String>>, a: &str, b: &str) {
    for (one, other) in [(a, b), (b, a)] {
        let others = pairs.entry(one.to_owned()).or_default();
        if !others.iter().any(|o| o == other) {
            others.push(other.to_owned());
        }
    }
}

fn unpair(pairs: &mut BTreeMap<String, Vec<String>>, a: &str, b: &str) {
    for (one, other) in [(a, b), (b, a)] {
        if let Some(others) = pairs.get_mut(one) {
            others.retain(|o| o != other);
        }
    }
}
