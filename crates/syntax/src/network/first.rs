//! Owns the first layer of an encoder, which sees a word and its neighbours: what each word
//! adds to its own row and to those beside it is computed once for a word, not for a token.

use super::layer::{Finish, PIECES};
use super::matrix::Matrix;
use super::{NOBODY, WIDTH};
use crate::weights::Sections;
use pulp::{Arch, Simd, WithSimd};

/// Values of a row before the maximum is taken of them.
const ROW: usize = WIDTH * PIECES;
/// The word before, the word itself, the word after.
const WINDOW: usize = 3;

pub(super) struct First {
    parts: Matrix,
    bias: Vec<f32>,
    finish: Finish,
}

/// The vectors of words without context, and what they add in the first layer.
#[derive(Default, PartialEq, Debug)]
pub(crate) struct Words {
    pub(super) vectors: Vec<f32>,
    adds: Vec<f32>,
}

impl Words {
    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.vectors.len() / WIDTH
    }

    fn vector(&self, place: u32) -> &[f32] {
        &self.vectors[place as usize * WIDTH..][..WIDTH]
    }

    /// What a word adds to the row of the word after it (0), its own (1), the one before (2).
    fn adds(&self, place: u32, part: usize) -> &[f32] {
        &self.adds[(place as usize * WINDOW + part) * ROW..][..ROW]
    }
}

impl First {
    pub(super) fn read(data: Sections, encoder: &str) -> Self {
        let weights = data.halves(&format!("{encoder}.maxout.1.w"));
        let stored = data.singles(&format!("{encoder}.maxout.1.b"));
        // A stored row holds the weights of the three words one after the other.
        let piece = |i: usize| i % WIDTH * PIECES + i / WIDTH;
        let order = |i: usize| piece(i % ROW) * WINDOW + i / ROW;
        Self {
            parts: Matrix::pack(&weights, &[], WINDOW * ROW, order),
            bias: (0..ROW).map(|i| stored[piece(i)]).collect(),
            finish: Finish::read(data, encoder, 1),
        }
    }

    /// Computes what the words add whose vectors came since the last call.
    pub(super) fn learn(&self, arch: Arch, words: &mut Words) {
        let known = words.adds.len() / (WINDOW * ROW);
        let count = words.count() - known;
        words.adds.resize(words.count() * WINDOW * ROW, 0.0);
        let new = &mut words.adds[known * WINDOW * ROW..];
        self.parts.apply(arch, &words.vectors[known * WIDTH..], WIDTH, count, new);
    }

    /// Writes a row of `out` for each place but the first and the last.
    pub(super) fn apply(&self, arch: Arch, words: &Words, places: &[u32], out: &mut [f32]) {
        arch.dispatch(Apply { layer: self, words, places, out });
    }
}

struct Apply<'a> {
    layer: &'a First,
    words: &'a Words,
    places: &'a [u32],
    out: &'a mut [f32],
}

impl WithSimd for Apply<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Self { layer, words, places, out } = self;
        for (window, out) in places.windows(WINDOW).zip(out.chunks_exact_mut(WIDTH)) {
            let mut sum = [0.0f32; ROW];
            sum.copy_from_slice(&layer.bias[..ROW]);
            for (part, &place) in window.iter().enumerate() {
                if place != NOBODY {
                    let adds = words.adds(place, part);
                    for i in 0..ROW {
                        sum[i] += adds[i];
                    }
                }
            }
            layer.finish.write(&sum, out);
            if window[1] != NOBODY {
                out.iter_mut().zip(words.vector(window[1])).for_each(|(o, r)| *o += *r);
            }
        }
    }
}
