//! Owns the encoders: a word's attributes to a vector, and that to a vector in context.

use super::layer::Layer;
use crate::hash::rows;
use crate::weights::Sections;
use pulp::Arch;

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
    layers: Vec<Layer>,
}

/// The vectors of a batch of texts, with padding between them.
pub(crate) struct Padded {
    values: Vec<f32>,
    starts: Vec<usize>,
}

impl Padded {
    /// The vectors of a text, row by row.
    pub(crate) fn text(&self, number: usize, length: usize) -> &[f32] {
        &self.values[self.starts[number] * WIDTH..][..length * WIDTH]
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
        let mut layers = (0..=PAD).map(|number| Layer::read(data, name, number));
        let mix = layers.next().expect("the first layer is the mix");
        Self { tables: tables.collect(), mix, layers: layers.collect() }
    }

    /// Appends the vectors of words without context to `out`; `words` gives the ids of
    /// each word's attributes.
    pub(crate) fn embed<const N: usize>(&self, arch: Arch, words: &[[u64; N]], out: &mut Vec<f32>) {
        let stride = N * WIDTH;
        let mut x = vec![0.0; words.len() * stride];
        for (word, x) in words.iter().zip(x.chunks_exact_mut(stride)) {
            for (number, table) in self.tables.iter().enumerate() {
                let sum = &mut x[number * WIDTH..][..WIDTH];
                for row in rows(word[number], SEED + number as u32, table.rows) {
                    for (s, w) in sum.iter_mut().zip(&table.weights[row * WIDTH..][..WIDTH]) {
                        *s += *w;
                    }
                }
            }
        }
        let at = out.len();
        out.resize(at + words.len() * WIDTH, 0.0);
        self.mix.apply(arch, &x, stride, words.len(), None, &mut out[at..]);
    }

    /// The vectors in context of a batch of texts. `texts` gives for each token the place
    /// of its vector in `embedded`.
    pub(crate) fn encode<'a>(
        &self,
        arch: Arch,
        texts: impl Iterator<Item = &'a [u32]> + Clone,
        embedded: &[f32],
    ) -> Padded {
        let tokens: usize = texts.clone().map(<[u32]>::len).sum();
        let count = tokens + (texts.clone().count() + 1) * PAD;
        // One more row of zeros on either side makes the windows of the first and the last
        // row complete.
        let mut values = vec![0.0; (count + 2) * WIDTH];
        let mut next = vec![0.0; (count + 2) * WIDTH];
        let mut starts = Vec::new();
        let mut row = 1;
        for text in texts {
            row += PAD;
            starts.push(row);
            for at in text {
                values[row * WIDTH..][..WIDTH]
                    .copy_from_slice(&embedded[*at as usize * WIDTH..][..WIDTH]);
                row += 1;
            }
        }
        for layer in &self.layers {
            let inner = WIDTH..(count + 1) * WIDTH;
            layer.apply(
                arch,
                &values,
                WIDTH,
                count,
                Some(&values[inner.clone()]),
                &mut next[inner],
            );
            std::mem::swap(&mut values, &mut next);
        }
        Padded { values, starts }
    }
}
