//! [`Trees`]: the parses of those sentences that a step asks about.
//!
//! A parse costs about a hundred times as much as all cheap layers together,
//! so lines are parsed in batches, once, and only when they may be told.

use std::{collections::HashMap, ops::Range};

use throughline_syntax::{Doc, NameSpan, Pipeline, Token, Wants};

use crate::story::{LineId, Story};

/// A parsed line.
pub struct Tree {
    doc: Doc,
    base: usize,
}

/// Parsed lines by their number.
#[derive(Default)]
pub struct Trees(HashMap<LineId, Tree>);

impl Trees {
    /// Parses those of the lines that are not parsed yet.
    pub fn grow(&mut self, story: &Story, lines: impl IntoIterator<Item = LineId>) {
        let mut wanted: Vec<LineId> =
            lines.into_iter().filter(|line| !self.0.contains_key(line)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let texts: Vec<&str> = wanted.iter().map(|&line| story.text(line)).collect();
        let wants = Wants { one_sentence: true, ..Wants::ALL };
        let docs = Pipeline::english().parse_many(&texts, wants);
        for (line, doc) in wanted.into_iter().zip(docs) {
            self.0.insert(line, Tree { doc, base: story.span(line).start });
        }
    }

    /// Puts other names in the trees, line by line.
    pub fn rename(&mut self, names: impl Fn(LineId, &Tree) -> Vec<NameSpan>) {
        for (&line, tree) in &mut self.0 {
            tree.doc.names = names(line, tree);
        }
    }

    /// The tree of a line; parse it first.
    pub fn get(&self, line: LineId) -> Option<&Tree> {
        self.0.get(&line)
    }
}

impl Tree {
    /// The parse itself.
    pub fn doc(&self) -> &Doc {
        &self.doc
    }

    /// The tokens in order.
    pub fn tokens(&self) -> &[Token] {
        &self.doc.tokens
    }

    /// A token.
    pub fn token(&self, at: usize) -> &Token {
        &self.doc.tokens[at]
    }

    /// The root, none in an empty text.
    pub fn root(&self) -> Option<usize> {
        (0..self.tokens().len()).find(|&i| self.token(i).dep == "ROOT")
    }

    /// The dependents of a token.
    pub fn children(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        self.doc.children(of)
    }

    /// The first dependent with one of these relations.
    pub fn child(&self, of: usize, deps: &[&str]) -> Option<usize> {
        self.children(of).find(|&i| deps.contains(&self.token(i).dep))
    }

    /// The tokens of a subtree.
    pub fn subtree(&self, of: usize) -> Range<usize> {
        self.doc.subtree(of)
    }

    /// The bytes of tokens in the article's text.
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let first = &self.doc.tokens[tokens.start];
        let last = &self.doc.tokens[tokens.end - 1];
        self.base + first.start as usize..self.base + last.end as usize
    }

    /// The bytes of one token in the article's text.
    pub fn span(&self, at: usize) -> Range<usize> {
        self.bytes(at..at + 1)
    }

    /// The token that holds this byte of the article's text.
    pub fn at(&self, byte: usize) -> Option<usize> {
        let inner = byte.checked_sub(self.base)?;
        let at = self.tokens().partition_point(|t| (t.end as usize) <= inner);
        (at < self.tokens().len()).then_some(at)
    }

    /// The people named, as token ranges.
    pub fn people(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.names(&["PERSON"])
    }

    /// The names of these kinds, as token ranges.
    pub fn names<'a>(&'a self, kinds: &'a [&'a str]) -> impl Iterator<Item = Range<usize>> + 'a {
        let of_kind = self.doc.names.iter().filter(|n| kinds.contains(&n.kind));
        of_kind.map(|n| n.first as usize..n.last as usize + 1)
    }

    /// The token and all that it depends on, up to the root.
    pub fn ancestors(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        let mut at = Some(of);
        let mut left = self.tokens().len();
        std::iter::from_fn(move || {
            let here = at?;
            let head = self.token(here).head as usize;
            left = left.saturating_sub(1);
            at = (head != here && left > 0).then_some(head);
            Some(here)
        })
    }
}
