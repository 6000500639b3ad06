//! [`Vocabulary`]: the terms that articles are compared by, and what each weighs.
//!
//! A term belongs to a [`Block`]; blocks are made equally long before they are
//! added up, so that a text of few figures is not drowned by its words. How
//! common a word is comes from general English at first, and more and more
//! from the stream itself.

use std::{
    hash::{Hash, Hasher},
    sync::LazyLock,
};

use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use throughline_annotate::{Vector, stem};

/// What kind of evidence a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Block {
    /// A stem anywhere in the text.
    Word,
    /// A stem of title or first sentences.
    Lead,
    /// A name, or its last word.
    Name,
    /// A day or month that the text speaks of.
    Day,
    /// A figure with its unit.
    Figure,
}

/// The blocks with the share of the similarity that each has. Chosen on the
/// odd halves of the development sets; see docs/quality.md.
const SHARES: [(Block, f32); 5] = [
    (Block::Word, 0.50),
    (Block::Lead, 0.25),
    (Block::Name, 0.15),
    (Block::Day, 0.12),
    (Block::Figure, 0.05),
];

/// General English counts as this many articles; after some hundreds the
/// stream's own counts weigh more.
const BACKGROUND: f32 = 200.0;

/// A weight stops growing here: a word that one article in a thousand has is
/// as telling as a rarer one, which may be a slip of the pen.
const MOST: f32 = 7.0;

/// The commonest words of general English, the commonest first.
static COMMON: LazyLock<FxHashMap<String, f32>> = LazyLock::new(|| {
    let mut shares = FxHashMap::default();
    for (at, word) in include_str!("../data/common.txt").lines().enumerate() {
        // Zipf's law: the share of articles that hold the word of this rank.
        shares.entry(stem(word)).or_insert((60.0 / (at + 1) as f32).min(0.5));
    }
    shares
});

/// The logarithms that are asked for most.
static LOGS: LazyLock<[f32; 64]> = LazyLock::new(|| std::array::from_fn(|n| (n as f32).ln()));

fn ln(n: u32) -> f32 {
    LOGS.get(n as usize).copied().unwrap_or_else(|| (n as f32).ln())
}

/// Numbers for terms, with how many articles hold each.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// By [`key`]. The texts are not compared: they lie elsewhere, and of ten million
    /// terms any two have one key with a chance of three in a million.
    numbers: FxHashMap<u64, u32>,
    terms: Vec<Term>,
    /// The texts of all terms, end to end.
    texts: String,
    /// Where the text of each term begins; it ends where that of the next begins.
    /// Apart from the terms, of which hundreds are weighed for each article.
    starts: Vec<u64>,
    articles: u32,
}

#[derive(Debug, Clone, Copy)]
struct Term {
    block: Block,
    held_by: u32,
    /// How many of [`BACKGROUND`] articles hold it.
    before: f32,
    /// Logarithm of [`Term::holding`], kept since it is asked for very often.
    log: f32,
}

impl Term {
    /// Articles that hold it, those of general English with them; never zero.
    fn holding(&self) -> f32 {
        1.0 + self.held_by as f32 + self.before
    }

    fn log_holding(&self) -> f32 {
        if self.before == 0.0 { ln(1 + self.held_by) } else { self.holding().ln() }
    }

    /// `ln(1 + all / holding)`, from logarithms that are known.
    fn idf(&self, all: f32, log_all: f32) -> f32 {
        let share = (self.holding() / all).min(1.0);
        let rest = share * (1.0 - share * (0.5 - share / 3.0));
        (log_all - self.log + rest).clamp(0.0, MOST)
    }
}

/// What a term is looked up by.
pub fn key(block: Block, text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (block as u8).hash(&mut hasher);
    text.hash(&mut hasher);
    hasher.finish()
}

impl Vocabulary {
    /// The number of a term, a new one where it is new.
    pub fn number(&mut self, block: Block, text: &str) -> u32 {
        let key = key(block, text);
        self.known(key).unwrap_or_else(|| self.new_number(key, block, text))
    }

    /// The number of the term with this key.
    pub fn known(&self, key: u64) -> Option<u32> {
        self.numbers.get(&key).copied()
    }

    /// A number for a term that has none.
    pub fn new_number(&mut self, key: u64, block: Block, text: &str) -> u32 {
        let number = self.terms.len() as u32;
        let known = matches!(block, Block::Word | Block::Lead).then(|| COMMON.get(text)).flatten();
        let before = BACKGROUND * known.copied().unwrap_or(0.0);
        self.numbers.insert(key, number);
        self.starts.push(self.texts.len() as u64);
        self.texts.push_str(text);
        self.terms.push(Term { block, held_by: 0, before, log: (1.0 + before).ln() });
        number
    }

    /// Takes in an article that holds these terms.
    pub fn take(&mut self, counts: &[(u32, u32)]) {
        self.articles += 1;
        // All terms are read before any is counted, as in [`Vocabulary::vector`].
        let held = |&(number, _): &(u32, u32)| self.terms[number as usize].held_by;
        let held: Vec<u32> = counts.iter().map(held).collect();
        for (&(number, _), held_by) in counts.iter().zip(held) {
            let term = &mut self.terms[number as usize];
            term.held_by = held_by + 1;
            term.log = term.log_holding();
        }
    }

    /// Takes in an article again; [`Vocabulary::weigh`] must follow. None where a
    /// term has no number.
    pub fn recount(&mut self, numbers: impl Iterator<Item = u32>) -> Option<()> {
        self.articles += 1;
        for number in numbers {
            self.terms.get_mut(number as usize)?.held_by += 1;
        }
        Some(())
    }

    /// Weighs the terms after [`Vocabulary::recount`].
    pub fn weigh(&mut self) {
        self.terms.iter_mut().for_each(|term| term.log = term.log_holding());
    }

    /// How many articles it took in.
    pub fn articles(&self) -> u32 {
        self.articles
    }

    /// The terms from this number on.
    pub fn since(&self, number: usize) -> impl Iterator<Item = (Block, &str)> {
        (number..self.terms.len()).map(|number| self.term(number as u32))
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Kind of a term.
    pub fn block(&self, number: u32) -> Block {
        self.terms[number as usize].block
    }

    /// Kind and text of a term.
    pub fn term(&self, number: u32) -> (Block, &str) {
        let at = number as usize;
        let end = self.starts.get(at + 1).map_or(self.texts.len(), |&next| next as usize);
        (self.terms[at].block, &self.texts[self.starts[at] as usize..end])
    }

    /// The vector of an article from its counts, in order of number: each block has the
    /// length that its share gives it.
    pub fn vector(&self, counts: &[(u32, u32)]) -> Vector {
        let all = self.articles as f32 + BACKGROUND;
        let log_all = all.ln();
        // All terms are read before any is weighed: they lie far apart, and looks that wait
        // for nothing overlap.
        let held = |&(number, _): &(u32, u32)| self.terms[number as usize];
        let terms: Vec<Term> = counts.iter().map(held).collect();
        let mut squares = [0.0_f32; SHARES.len()];
        let mut vector: Vec<(u32, f32)> = Vec::with_capacity(counts.len());
        for (&(number, count), term) in counts.iter().zip(&terms) {
            let weight = (1.0 + ln(count)) * term.idf(all, log_all);
            squares[term.block as usize] += weight * weight;
            vector.push((number, weight));
        }
        let scales: [f32; SHARES.len()] = std::array::from_fn(|block| {
            (SHARES[block].1 / squares[block].max(f32::MIN_POSITIVE)).sqrt()
        });
        for ((_, weight), term) in vector.iter_mut().zip(&terms) {
            *weight *= scales[term.block as usize];
        }
        Vector(vector)
    }
}
