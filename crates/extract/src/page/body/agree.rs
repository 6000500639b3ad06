//! Whether a block says what another text says: shared runs of three words.

use rustc_hash::FxHashSet;
use throughline_model::Fnv;

/// A hash of texts that is the same on every machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hash(Fnv);

impl Hash {
    /// Adds a text, and that it ends.
    pub fn add(&mut self, text: &str) {
        text.bytes().chain([0xff]).for_each(|byte| self.0.add(byte));
    }

    /// The number.
    pub fn value(self) -> u64 {
        self.0.0
    }
}

/// Runs of three words of a text.
#[derive(Debug)]
pub struct Shingles(FxHashSet<u64>);

impl Shingles {
    /// Those of a text that is long enough to tell something.
    pub fn of(text: &str) -> Option<Self> {
        let all: FxHashSet<u64> = runs(text).collect();
        (all.len() >= 20).then_some(Self(all))
    }

    /// The share of another text's runs that this one has.
    pub fn share(&self, text: &str) -> f32 {
        let (mut shared, mut all) = (0, 0);
        for run in runs(text) {
            all += 1;
            shared += usize::from(self.0.contains(&run));
        }
        if all == 0 { 0.5 } else { shared as f32 / all as f32 }
    }
}

fn runs(text: &str) -> impl Iterator<Item = u64> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let hashes = words.map(|word| {
        let mut hash = Hash::default();
        hash.add(word);
        hash.value()
    });
    let mut last = (0u64, 0u64);
    hashes.enumerate().filter_map(move |(at, hash)| {
        let run = last.0.wrapping_mul(31).wrapping_add(last.1).wrapping_mul(31).wrapping_add(hash);
        last = (last.1, hash);
        (at >= 2).then_some(run)
    })
}
