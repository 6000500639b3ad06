//! [`Spread`]: a vector laid out by term, against which many are multiplied.

use throughline_annotate::Vector;

use crate::places::{Places, scattered};

/// Marks, a power of two: of the terms that an article lacks few have one.
const MARKS: usize = 1 << 12;

/// Slots for a term.
const SLOTS: usize = 4;

/// Terms that are asked for together. A multiple of four.
const TOGETHER: usize = 64;

/// The terms of a vector in a small table. Of another vector most terms are not there, and
/// which are cannot be foretold: so those that may be are noted first, without a branch,
/// and only they are multiplied. A place for every term there is would be far away.
#[derive(Debug, Clone)]
pub(crate) struct Spread {
    /// Not 0 where a term may be there.
    marks: Box<[u8; MARKS]>,
    places: Places,
}

impl Default for Spread {
    fn default() -> Self {
        Self { marks: Box::new([0; MARKS]), places: Places::default() }
    }
}

impl Spread {
    /// Lays out a vector, and hands to `work` the product with any other.
    pub fn with<T>(
        &mut self,
        vector: &Vector,
        work: impl FnOnce(&dyn Fn(&Vector) -> f32) -> T,
    ) -> T {
        self.lay_out(vector);
        let Self { places, marks } = &*self;
        let part = |&(term, theirs): &(u32, f32)| {
            let is = |at: usize| vector.0[at].0 == term;
            places.find(scattered(term.into()), is).map_or(0.0, |at| theirs * vector.0[at].1)
        };
        work(&|other| {
            // Several sums at once: none waits for the one before.
            let (fours, rest) = other.0.split_at(other.0.len() / 4 * 4);
            let mut sums = [0.0; 4];
            for terms in fours.chunks(TOGETHER) {
                let (mut shared, mut many) = ([0_u8; TOGETHER], 0);
                for (at, &(term, _)) in terms.iter().enumerate() {
                    shared[many % TOGETHER] = at as u8;
                    many += usize::from(marks[mark(term)]);
                }
                for &at in &shared[..many] {
                    sums[usize::from(at) % 4] += part(&terms[usize::from(at)]);
                }
            }
            sums.iter().sum::<f32>() + rest.iter().map(part).sum::<f32>()
        })
    }

    fn lay_out(&mut self, vector: &Vector) {
        self.marks.fill(0);
        self.places.clear((SLOTS * vector.0.len().max(1)).next_power_of_two());
        for (at, &(term, _)) in vector.0.iter().enumerate() {
            self.marks[mark(term)] = 1;
            self.places.add(scattered(term.into()), at);
        }
    }
}

/// Where the mark of a term is.
fn mark(term: u32) -> usize {
    scattered(term.into()) as usize % MARKS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_vectors() {
        // Terms that share their first homes, their second ones, or few.
        let numbers: [&dyn Fn(u32) -> u32; 4] =
            [&|n| n, &|n| n << 12, &|n| n << 10, &|n| n.wrapping_mul(2_654_435_761) >> 8];
        let mut spread = Spread::default();
        for number in numbers {
            for (length, other) in [(0, 5), (1, 1), (7, 9), (300, 1_000), (2_000, 40)] {
                let vector = |length: u32, step: u32| {
                    let mut terms: Vec<(u32, f32)> =
                        (0..length).map(|n| (number(n * step), (n % 8) as f32 * 0.25)).collect();
                    terms.sort_by_key(|&(term, _)| term);
                    terms.dedup_by_key(|&mut (term, _)| term);
                    Vector(terms)
                };
                let (ours, theirs) = (vector(length, 2), vector(other, 3));
                let product = spread.with(&ours, |product| product(&theirs));
                assert_eq!(product, ours.dot(&theirs), "{length} {other}");
            }
        }
    }
}
