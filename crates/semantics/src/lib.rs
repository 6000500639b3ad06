//! How near two English words are in meaning.
//!
//! A table of 21,358 words with 128 signed bytes each, distilled from MiniLM
//! (`data/README.md`). It finds sentences that may tell the same; it proves
//! nothing, for antonyms are near each other too.

use std::sync::LazyLock;

use pulp::{Arch, NullaryFnOnce};
use rustc_hash::FxHashMap;

/// Length of a vector.
pub const DIMENSIONS: usize = 128;

/// Nearness up to which two words have nothing in common, and how much further
/// they count as one.
const UNLIKE: f32 = 0.42;
const RISE: f32 = 0.33;

static LIST: &str = include_str!("../data/words.txt");
static TABLE: &[u8] = include_bytes!("../data/words.bin");

/// The inverse length of each word's vector.
static SCALES: LazyLock<Vec<f32>> = LazyLock::new(|| {
    let lengths = TABLE.chunks_exact(DIMENSIONS).map(|row| {
        let squares: i32 = row.iter().map(|&b| i32::from(b as i8).pow(2)).sum();
        1.0 / (squares.max(1) as f32).sqrt()
    });
    lengths.collect()
});

/// The number of each word: looked up more often than searching allows.
static NUMBERS: LazyLock<FxHashMap<&'static str, u16>> =
    LazyLock::new(|| LIST.lines().zip(0..).collect());

/// A word of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meaning(u16);

impl Meaning {
    /// Looks up a lower-case word; names and rare words have none.
    pub fn of(word: &str) -> Option<Self> {
        NUMBERS.get(word).copied().map(Self)
    }

    /// Cosine of two words: 1 for the same word, about 0 for unrelated ones.
    ///
    /// ```
    /// use throughline_semantics::Meaning;
    /// let of = |word| Meaning::of(word).expect("a common word");
    /// assert!(of("kidnapped").nearness(of("abducted")) > 0.7);
    /// assert!(of("kidnapped").nearness(of("tram")) < 0.3);
    /// ```
    pub fn nearness(self, other: Self) -> f32 {
        let product = ARCH.dispatch(Product(self.row(), other.row()));
        product as f32 * SCALES[usize::from(self.0)] * SCALES[usize::from(other.0)]
    }

    /// How far one word says what the other says: 0 where they have nothing in
    /// common, 1 where they count as one.
    ///
    /// ```
    /// use throughline_semantics::Meaning;
    /// let of = |word| Meaning::of(word).expect("a common word");
    /// assert_eq!(of("kidnapped").likeness(of("tram")), 0.0);
    /// assert_eq!(of("kidnapped").likeness(of("kidnapped")), 1.0);
    /// ```
    pub fn likeness(self, other: Self) -> f32 {
        ((self.nearness(other) - UNLIKE) / RISE).clamp(0.0, 1.0)
    }

    /// The word's direction, of length 1.
    pub fn direction(self) -> impl Iterator<Item = f32> {
        let scale = SCALES[usize::from(self.0)];
        self.row().iter().map(move |&b| f32::from(b as i8) * scale)
    }

    fn row(self) -> &'static [u8; DIMENSIONS] {
        &TABLE.as_chunks().0[usize::from(self.0)]
    }
}

/// What this processor can do.
static ARCH: LazyLock<Arch> = LazyLock::new(Arch::new);

/// The product of two rows: whole numbers, so the same whatever registers are used.
struct Product(&'static [u8; DIMENSIONS], &'static [u8; DIMENSIONS]);

impl NullaryFnOnce for Product {
    type Output = i32;

    #[inline(always)]
    fn call(self) -> i32 {
        let Self(row, other) = self;
        let mut product = 0;
        // A fixed length lets the compiler use wide registers.
        for at in 0..DIMENSIONS {
            product += i32::from(i16::from(row[at] as i8) * i16::from(other[at] as i8));
        }
        product
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_has_a_row_for_each_word() {
        assert!(LIST.lines().is_sorted());
        assert_eq!(LIST.lines().count() * DIMENSIONS, TABLE.len());
        assert!(SCALES.len() < usize::from(u16::MAX));
        assert_eq!(NUMBERS.len(), SCALES.len());
    }

    #[test]
    fn near_words_are_nearer_than_others() {
        let cases = [
            ("troops", "soldiers", "glass"),
            ("takeover", "merger", "storm"),
            ("freed", "released", "killed"),
            ("earthquake", "quake", "election"),
        ];
        for (word, near, far) in cases {
            let of = |w| Meaning::of(w).expect(w);
            assert!(of(word).nearness(of(near)) > of(word).nearness(of(far)) + 0.2, "{word}");
        }
        assert_eq!(Meaning::of("zelensky"), None);
        assert_eq!(Meaning::of(""), None);
        assert!(
            (Meaning::of("storm").expect("common").direction().map(|x| x * x).sum::<f32>() - 1.0)
                .abs()
                < 1e-3
        );
    }
}
