//! Copies: which articles print text of one another, whole or in part.
//!
//! By shingles (Broder 1997): runs of four words. What counts is the share of the
//! smaller article that the other has too, so that half a report in a long page is
//! found; and how it lies: two outlets that quote one sentence of an agency share one
//! run, a copy shares many. Speech in quotation marks is nobody's own, so it speaks for
//! a copy only where nearly all of the text is the other's: whoever reports one letter,
//! post or statement prints the same words of it.

use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;
use throughline_annotate::{Reading, Sentence, Word};
use throughline_model::{Fnv, Role};

/// Words in a shingle: with five, one exchanged word in six hides nearly every run.
const SHINGLE: usize = 4;

/// Share of the smaller article's own text that makes it a copy, counted in sentences
/// that are taken over.
const COPIED: f32 = 0.25;

/// Sentences taken over below which an article quotes and does not copy; of a short one
/// half of them, but never one alone: two items that give one event other figures.
const SENTENCES: RangeInclusive<usize> = 2..=3;

/// Share of a sentence's shingles from which it is taken over.
const TAKEN: f32 = 0.3;

/// Fewer shingles are no text to copy.
const LEAST: usize = 20;

/// Share from which an article is a copy however its shingles lie and whoever speaks.
const WHOLE: f32 = 0.6;

/// Holders of a shingle up to which each is compared with each; of more, each with the first.
const HOLDERS: usize = 32;

/// The shingles of a text under its title.
struct Text {
    /// All, captions too: of a gallery they are the article.
    all: Vec<u64>,
    /// Those of the body, speech too.
    body: Vec<u64>,
    /// Those of the outlet's own words, sentence by sentence.
    own: Vec<Vec<u64>>,
    /// The same together.
    told: Vec<u64>,
}

/// Pairs of which one is largely copied from the other, by index.
pub(crate) fn copies(readings: &[Reading]) -> Vec<(usize, usize)> {
    let texts: Vec<Text> = readings.iter().map(Text::of).collect();
    let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (i, text) in texts.iter().enumerate() {
        for &shingle in &text.all {
            holders.entry(shingle).or_default().push(i);
        }
    }
    let mut shared: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for group in holders.values() {
        let firsts = if group.len() <= HOLDERS { group.len() } else { 1 };
        for (at, &a) in group.iter().enumerate().take(firsts) {
            for &b in &group[at + 1..] {
                *shared.entry((a, b)).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = shared
        .into_iter()
        .filter(|&((a, b), n)| texts[a].copies(&texts[b], n))
        .map(|(pair, _)| pair)
        .collect();
    pairs.sort_unstable();
    pairs
}

impl Text {
    fn of(reading: &Reading) -> Self {
        let all = || reading.sentences.iter().filter(|s| s.role != Role::Title);
        let body = || all().filter(|s| s.position.is_some());
        let own: Vec<Vec<u64>> = body().map(own_shingles).collect();
        Self { all: runs(all()), body: runs(body()), told: distinct(own.concat()), own }
    }

    /// Whether one of two is copied from the other; `shared` shingles stand in both.
    fn copies(&self, other: &Self, shared: usize) -> bool {
        let is_whole =
            |shared: usize, least: usize| least >= LEAST && shared as f32 >= WHOLE * least as f32;
        let body = self.body.len().min(other.body.len());
        if is_whole(shared, self.all.len().min(other.all.len()))
            // Nothing is counted in vain: of the body at most as many are shared.
            || is_whole(shared, body) && is_whole(common(&self.body, &other.body), body)
        {
            return true;
        }
        let (small, large) =
            if self.told.len() <= other.told.len() { (self, other) } else { (other, self) };
        let told = small.told.len();
        if told < LEAST || (shared as f32) < TAKEN * COPIED * told as f32 {
            return false;
        }
        let is_taken = |sentence: &&Vec<u64>| {
            let held = sentence.iter().filter(|s| large.told.binary_search(s).is_ok()).count();
            held > 0 && held as f32 >= TAKEN * sentence.len() as f32
        };
        let sentences = || small.own.iter().filter(|sentence| !sentence.is_empty());
        let length = |some: &[&Vec<u64>]| some.iter().map(|s| s.len()).sum::<usize>() as f32;
        let taken: Vec<&Vec<u64>> = sentences().filter(is_taken).collect();
        let all: Vec<&Vec<u64>> = sentences().collect();
        taken.len() >= all.len().div_ceil(2).clamp(*SENTENCES.start(), *SENTENCES.end())
            && length(&taken) >= COPIED * length(&all)
    }
}

/// The distinct runs of words that go on from sentence to sentence.
fn runs<'a>(sentences: impl Iterator<Item = &'a Sentence>) -> Vec<u64> {
    let words: Vec<u64> = sentences.flat_map(|s| &s.words).map(|w| hash(&w.lower)).collect();
    distinct(shingles(&words))
}

/// How many stand in both, which are in order.
fn common(some: &[u64], others: &[u64]) -> usize {
    some.iter().filter(|shingle| others.binary_search(shingle).is_ok()).count()
}

fn hash(word: &str) -> u64 {
    Fnv::of(word.bytes())
}

/// The distinct runs of a sentence outside its quotation marks, in order.
fn own_shingles(sentence: &Sentence) -> Vec<u64> {
    let quoted = |at: usize| sentence.quotes.iter().any(|quote| quote.inner.contains(&at));
    let runs = sentence.words.split(|word| quoted(word.span.start));
    let run = |words: &[Word]| {
        let hashes: Vec<u64> = words.iter().map(|word| hash(&word.lower)).collect();
        shingles(&hashes)
    };
    distinct(runs.flat_map(run).collect())
}

fn shingles(words: &[u64]) -> Vec<u64> {
    let run = |run: &[u64]| {
        run.iter()
            .fold(0, |hash: u64, word| hash.rotate_left(7).wrapping_mul(0x0100_0000_01b3) ^ word)
    };
    words.windows(SHINGLE).map(run).collect()
}

fn distinct(mut shingles: Vec<u64>) -> Vec<u64> {
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}
