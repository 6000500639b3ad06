//! [`Spread`]: a vector laid out by term, against which many are multiplied.

use throughline_annotate::Vector;

/// Bits of a [`Spread::marks`]: few enough for the nearest cache, many enough that of
/// the terms that an article does not have one in a hundred looks as if it did.
const MARKS: usize = 1 << 15;

/// A sparse vector in a small table: a product with another costs one look a term, and
/// no comparison. A place for every term there is would be far away.
#[derive(Debug, Clone)]
pub(crate) struct Spread {
    /// Terms with their weights, each at its [`home`], or behind it where that is taken. At
    /// most half are.
    places: Vec<(u32, f32)>,
    /// A bit for each term of the vector, by the end of its number: most terms of others
    /// are not here, and this says so at once.
    marks: Box<[u64; MARKS / 64]>,
}

/// No term has this number.
const FREE: (u32, f32) = (u32::MAX, 0.0);

impl Default for Spread {
    fn default() -> Self {
        Self { places: Vec::new(), marks: Box::new([0; MARKS / 64]) }
    }
}

impl Spread {
    /// Lays out a vector, and hands to `work` the product with any other.
    pub fn with<T>(
        &mut self,
        vector: &Vector,
        work: impl FnOnce(&dyn Fn(&Vector) -> f32) -> T,
    ) -> T {
        let room = (2 * vector.0.len()).next_power_of_two();
        self.places.clear();
        self.places.resize(room, FREE);
        for &(term, weight) in &vector.0 {
            let mut at = home(term) & (room - 1);
            while self.places[at] != FREE {
                at = (at + 1) & (room - 1);
            }
            self.places[at] = (term, weight);
            self.marks[place(term)] |= bit(term);
        }
        let marks = &self.marks;
        let places = self.places.as_slice();
        let weight = |term: u32| {
            let mut at = home(term) & (places.len() - 1);
            loop {
                match places[at] {
                    (found, weight) if found == term => return weight,
                    FREE => return 0.0,
                    _ => at = (at + 1) & (places.len() - 1),
                }
            }
        };
        let product = |other: &Vector| {
            let part = |&(term, theirs): &(u32, f32)| match marks[place(term)] & bit(term) {
                0 => 0.0,
                _ => theirs * weight(term),
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
            self.marks[place(term)] = 0;
        }
        done
    }
}

/// Where a term would be among many places.
fn home(term: u32) -> usize {
    (term.wrapping_mul(0x9e37_79b1) >> 12) as usize
}

fn place(term: u32) -> usize {
    term as usize % MARKS / 64
}

fn bit(term: u32) -> u64 {
    1 << (term % 64)
}
