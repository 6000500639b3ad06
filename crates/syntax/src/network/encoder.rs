//! Owns the encoders: a word's attributes to a vector, and that to a vector in context.

use super::NOBODY;
use super::first::{First, Words};
use super::layer::Layer;
use crate::hash::rows;
use crate::weights::Sections;
use pulp::Arch;
use std::ops::Range;

/// The width of every token vector.
pub(crate) const WIDTH: usize = 96;
/// Rows of zeros around each text. One layer lets a token see one neighbour, and the rows
/// beyond the text take part; texts in a batch do not see each other through so many.
const PAD: usize = 4;
/// The seed of the first attribute's hash; the others follow.
const SEED: u32 = 8;

struct Table {
    weights: Vec<f32>,
    rows: u32,
}

pub(crate) struct Encoder {
    tables: Vec<Table>,
    mix: Layer,
    first: First,
    layers: Vec<Layer>,
}

/// The vectors of a batch of texts, with padding between them.
pub(crate) struct Padded {
    values: Vec<f32>,
    /// The rows of each text.
    texts: Vec<Range<usize>>,
}

impl Padded {
    /// The vectors of a text, row by row.
    pub(crate) fn text(&self, number: usize) -> &[f32] {
        let rows = &self.texts[number];
        &self.values[rows.start * WIDTH..rows.end * WIDTH]
    }
}

impl Encoder {
    /// Reads an encoder that looks at `attributes` attributes of a word.
    pub(crate) fn read(data: Sections, name: &str, attributes: usize) -> Self {
        let tables = (0..attributes).map(|number| {
            let weights = data.halves(&format!("{name}.embed.{number}"));
            let rows = (weights.len() / WIDTH) as u32;
            Table { weights, rows }
        });
        Self {
            tables: tables.collect(),
            mix: Layer::read(data, name, 0),
            first: First::read(data, name),
            layers: (2..=PAD).map(|number| Layer::read(data, name, number)).collect(),
        }
    }

    /// Appends words; `attributes` gives the ids of the attributes of each.
    pub(crate) fn embed<const N: usize>(
        &self,
        arch: Arch,
        attributes: &[[u64; N]],
        words: &mut Words,
    ) {
        let stride = N * WIDTH;
        let mut x = vec![0.0; attributes.len() * stride];
        for (word, x) in attributes.iter().zip(x.chunks_exact_mut(stride)) {
            for (number, table) in self.tables.iter().enumerate() {
                let sum = &mut x[number * WIDTH..][..WIDTH];
                for row in rows(word[number], SEED + number as u32, table.rows) {
                    for (s, w) in sum.iter_mut().zip(&table.weights[row * WIDTH..][..WIDTH]) {
                        *s += *w;
                    }
                }
            }
        }
        let at = words.vectors.len();
        words.vectors.resize(at + attributes.len() * WIDTH, 0.0);
        let rows: Vec<usize> = (0..attributes.len()).collect();
        self.mix.apply(arch, &x, stride, &rows, None, &mut words.vectors[at..]);
        self.first.learn(arch, words);
    }

    /// The vectors in context of a batch of texts. `texts` gives for each token the place
    /// of its word in `words`.
    pub(crate) fn encode<'a>(
        &self,
        arch: Arch,
        texts: impl Iterator<Item = &'a [u32]>,
        words: &Words,
    ) -> Padded {
        // One more row on either side makes the windows of the first and the last complete.
        let mut places = vec![NOBODY; 1 + PAD];
        let mut rows_of: Vec<Range<usize>> = Vec::new();
        for text in texts {
            rows_of.push(places.len()..places.len() + text.len());
            places.extend_from_slice(text);
            places.extend([NOBODY; PAD]);
        }
        places.push(NOBODY);
        let count = places.len() - 2;
        let inner = WIDTH..(count + 1) * WIDTH;
        let mut values = vec![0.0; places.len() * WIDTH];
        let mut next = vec![0.0; places.len() * WIDTH];
        self.first.apply(arch, words, &places, &mut values[inner.clone()]);
        for (after, layer) in self.layers.iter().rev().enumerate().rev() {
            // The layers that follow look so many rows beyond each text, and at no others.
            let seen = rows_of.iter().flat_map(|rows| rows.start - after..rows.end + after);
            // The first row of all is none of `inner`.
            let rows: Vec<usize> = seen.map(|row| row - 1).collect();
            let residual = Some(&values[inner.clone()]);
            layer.apply(arch, &values, WIDTH, &rows, residual, &mut next[inner.clone()]);
            std::mem::swap(&mut values, &mut next);
        }
        Padded { values, texts: rows_of }
    }
}
