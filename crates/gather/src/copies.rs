//! Copies: which articles print text of one another, whole or in part.
//!
//! By shingles (Broder 1997): runs of five words. What counts is the share of
//! the smaller article's shingles that the other has too, so that half a report
//! in a long page is found; and how they lie: two outlets that quote one
//! sentence of an agency share one run, a copy shares many.

use rustc_hash::FxHashMap;
use throughline_annotate::Reading;
use throughline_model::Fnv;

/// Words in a shingle.
const SHINGLE: usize = 5;

/// Share of the smaller article's shingles that makes it a copy.
const COPIED: f32 = 0.25;

/// Sentences of which most stands in the other, below which an article quotes
/// and does not copy.
const SENTENCES: usize = 3;

/// Share of a sentence's shingles from which it is taken over.
const TAKEN: f32 = 0.4;

/// Fewer shingles are no text to copy.
const LEAST: usize = 20;

/// Share from which an article is a copy however its shingles lie.
const WHOLE: f32 = 0.6;

/// Holders of a shingle up to which each is compared with each; of more, each with the first.
const HOLDERS: usize = 32;

/// The shingles of a body, sentence by sentence.
struct Text {
    sentences: Vec<Vec<u64>>,
    all: Vec<u64>,
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
        let body = reading.sentences.iter().filter(|s| s.position.is_some());
        let mut words: Vec<u64> = Vec::new();
        let mut sentences = Vec::new();
        for sentence in body {
            let own: Vec<u64> = sentence.words.iter().map(|w| Fnv::of(w.lower.bytes())).collect();
            sentences.push(shingles(&own));
            words.extend(own);
        }
        Self { sentences, all: shingles(&words) }
    }

    /// Whether one of two is copied from the other; `shared` shingles stand in both.
    fn copies(&self, other: &Self, shared: usize) -> bool {
        let (small, large) =
            if self.all.len() <= other.all.len() { (self, other) } else { (other, self) };
        if small.all.len() < LEAST || (shared as f32) < COPIED * small.all.len() as f32 {
            return false;
        }
        if shared as f32 >= WHOLE * small.all.len() as f32 {
            return true;
        }
        let has = |shingle: &&u64| large.all.binary_search(shingle).is_ok();
        let taken = small.sentences.iter().filter(|sentence| {
            let held = sentence.iter().filter(has).count();
            held > 0 && held as f32 >= TAKEN * sentence.len() as f32
        });
        let whole = small.sentences.iter().filter(|s| !s.is_empty()).count();
        taken.count() >= SENTENCES.min(whole.div_ceil(2))
    }
}

/// The distinct runs of five, in order of their hash.
fn shingles(words: &[u64]) -> Vec<u64> {
    let run = |run: &[u64]| {
        run.iter()
            .fold(0, |hash: u64, word| hash.rotate_left(7).wrapping_mul(0x0100_0000_01b3) ^ word)
    };
    let mut found: Vec<u64> = words.windows(SHINGLE).map(run).collect();
    found.sort_unstable();
    found.dedup();
    found
}
