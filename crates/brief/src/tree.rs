//! [`Trees`]: the parses of those sentences that a step asks about.
//!
//! A parse costs about a hundred times as much as all cheap layers together,
//! so lines are parsed in batches, once, and only when they may be told. The
//! proof makes the trees, of the stored text, and goes by the same.

use std::collections::HashMap;

pub use throughline_annotate::Tree;
use throughline_claims::Passage;
use throughline_prove::Proof;
use throughline_syntax::NameSpan;

use crate::story::{LineId, Story};

/// Parsed lines by their number.
#[derive(Default)]
pub struct Trees(HashMap<LineId, Tree>);

impl Trees {
    /// Parses every line.
    pub fn of_all(story: &Story) -> Self {
        let mut trees = Self::default();
        trees.grow(story, &Proof::from(&story.cited()), 0..story.lines.len());
        trees
    }

    /// Parses those of the lines that are not parsed yet.
    pub fn grow(&mut self, story: &Story, proof: &Proof, lines: impl IntoIterator<Item = LineId>) {
        let mut wanted: Vec<LineId> =
            lines.into_iter().filter(|line| !self.0.contains_key(line)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let id = |line: LineId| &story.readings[story.lines[line].article].article.id;
        let sentences: Vec<_> =
            wanted.iter().map(|&line| (id(line).as_str(), story.span(line))).collect();
        let docs = proof.trees(&sentences);
        for (line, doc) in wanted.into_iter().zip(docs) {
            self.0.insert(line, Tree::of(doc, story.span(line).start));
        }
    }

    /// Puts other names in the trees, line by line.
    pub fn rename(&mut self, names: impl Fn(LineId, &Tree) -> Vec<NameSpan>) {
        for (&line, tree) in &mut self.0 {
            let names = names(line, tree);
            tree.rename(names);
        }
    }

    /// A line as the claims read it, if it is parsed.
    pub fn passage<'a>(&'a self, story: &'a Story, line: LineId) -> Option<Passage<'a>> {
        let text = &story.readings[story.lines[line].article].article.text;
        Some(Passage { text, sentence: story.sentence(line), tree: self.get(line)? })
    }

    /// The trees that there are.
    pub fn all(&self) -> impl Iterator<Item = &Tree> {
        self.0.values()
    }

    /// The tree of a line; parse it first.
    pub fn get(&self, line: LineId) -> Option<&Tree> {
        self.0.get(&line)
    }
}
