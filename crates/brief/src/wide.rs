//! [`Wide`]: the names that a whole story is about. They set nothing apart in it, and what has
//! none of them may be another matter.

use std::collections::{BTreeMap, BTreeSet};

use throughline_annotate::Sentence;
use throughline_claims::names_fit;

use crate::story::Story;

/// Names that a third of the articles of a story give in their first sentences.
pub struct Wide(BTreeSet<String>);

impl Wide {
    /// Reads a story.
    pub fn of(story: &Story) -> Self {
        let mut held: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for line in 0..story.lines.len() {
            let sentence = story.sentence(line);
            if sentence.position.is_some_and(|at| at >= 4) {
                continue;
            }
            let article = story.lines[line].article;
            for word in sentence.names.iter().flat_map(|n| n.key.split(' ')) {
                held.entry(word.to_owned()).or_default().insert(article);
            }
        }
        let least = (story.readings.len() / 3).max(2);
        Self(held.into_iter().filter(|(_, a)| a.len() >= least).map(|(n, _)| n).collect())
    }

    /// Whether a sentence names somebody of the story; of a lone article nobody knows.
    pub fn is_named_in(&self, sentence: &Sentence) -> bool {
        let mut words = sentence.names.iter().flat_map(|name| name.key.split(' '));
        self.0.is_empty() || words.any(|word| self.holds(word))
    }

    /// Whether a name is one of them.
    pub fn holds(&self, name: &str) -> bool {
        self.0.contains(name) || self.0.iter().any(|n| names_fit(n, name))
    }
}
