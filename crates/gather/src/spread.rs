//! [`Spread`]: a vector laid out by term, against which many are multiplied.

use throughline_annotate::Vector;

/// Bits of a [`Spread::marks`]: few enough for the nearest cache, many enough that of
/// the terms that an article does not have one in a hundred looks as if it did.
const MARKS: usize = 1 << 15;

/// A sparse vector in a place for every term: a product with another costs one
/// look a term, and no comparison.
#[derive(Debug, Clone)]
pub(crate) struct Spread {
    weights: Vec<f32>,
    /// A bit for each term of the vector, by the end of its number. There are millions
    /// of weights, most are zero and far away; this says of which to ask.
    marks: Box<[u64; MARKS / 64]>,
}

impl Default for Spread {
    fn default() -> Self {
        Self { weights: Vec::new(), marks: Box::new([0; MARKS / 64]) }
    }
}

impl Spread {
    /// Lays out a vector, and hands to `work` the product with any other.
    pub fn with<T>(
        &mut self,
        vector: &Vector,
        work: impl FnOnce(&dyn Fn(&Vector) -> f32) -> T,
    ) -> T {
        if let Some(&(last, _)) = vector.0.last()
            && last as usize >= self.weights.len()
        {
            self.weights.resize(last as usize + 1, 0.0);
        }
        for &(term, weight) in &vector.0 {
            self.weights[term as usize] = weight;
            self.marks[place(term)] |= bit(term);
        }
        let (weights, marks) = (&self.weights, &self.marks);
        let product = |other: &Vector| {
            let part = |&(term, weight): &(u32, f32)| match marks[place(term)] & bit(term) {
                0 => 0.0,
                _ => weight * weights.get(term as usize).copied().unwrap_or(0.0),
            };
            // Several sums at once: none waits for the one before.
            let (fours, rest) = other.0.as_chunks::<4>();
            let mut sums = [0.0; 4];
            for four in fours {
                sums.iter_mut().zip(four).for_each(|(sum, term)| *sum += part(term));
            }
            sums.iter().sum::<f32>() + rest.iter().map(part).sum::<f32>()
        };
        let done = work(&product);
        for &(term, _) in &vector.0 {
            self.weights[term as usize] = 0.0;
            self.marks[place(term)] = 0;
        }
        done
    }
}

fn place(term: u32) -> usize {
    term as usize % MARKS / 64
}

fn bit(term: u32) -> u64 {
    1 << (term % 64)
}
