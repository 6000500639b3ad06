//! [`Spread`]: a vector laid out by term, against which many are multiplied.

use throughline_annotate::Vector;

/// Moves after which a table is too small for its terms.
const MOVES: usize = 32;

/// A sparse vector in a small table. Each term is at one of two homes (cuckoo hashing), so a
/// product with another vector looks at two places a term and has no branch: which terms two
/// articles share cannot be foretold. A place for every term there is would be far away.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spread {
    /// [`slot`]s: those at their first home in the first half, at their second in the other.
    slots: Vec<u64>,
}

/// No term has this number.
const FREE: u64 = (u32::MAX as u64) << 32;

impl Spread {
    /// Lays out a vector, and hands to `work` the product with any other.
    pub fn with<T>(
        &mut self,
        vector: &Vector,
        work: impl FnOnce(&dyn Fn(&Vector) -> f32) -> T,
    ) -> T {
        // A third is taken at most, and mostly a fourth.
        let mut half = (vector.0.len() * 3 / 2).next_power_of_two();
        while !self.lay_out(vector, half) {
            half *= 2;
        }
        let (first, second) = self.slots.split_at(half);
        let held = |slot: u64, term: u32| if (slot >> 32) as u32 == term { slot as u32 } else { 0 };
        let part = |&(term, theirs): &(u32, f32)| {
            let at_first = held(first[first_home(term) & (first.len() - 1)], term);
            let at_second = held(second[second_home(term) & (second.len() - 1)], term);
            // One of them is 0.
            theirs * f32::from_bits(at_first | at_second)
        };
        work(&|other| {
            // Several sums at once: none waits for the one before.
            let (fours, rest) = other.0.as_chunks::<4>();
            let mut sums = [0.0; 4];
            for four in fours {
                sums.iter_mut().zip(four).for_each(|(sum, term)| *sum += part(term));
            }
            sums.iter().sum::<f32>() + rest.iter().map(part).sum::<f32>()
        })
    }

    /// Whether so many places in each half are enough.
    fn lay_out(&mut self, vector: &Vector, half: usize) -> bool {
        self.slots.clear();
        self.slots.resize(2 * half, FREE);
        vector.0.iter().all(|&(term, weight)| self.put(slot(term, weight)))
    }

    /// Puts a term at its first home. Whichever was there goes to its other one, and so on.
    fn put(&mut self, mut slot: u64) -> bool {
        let half = self.slots.len() / 2;
        (0..MOVES).any(|moved| {
            let term = (slot >> 32) as u32;
            let home = match moved % 2 {
                0 => first_home(term) & (half - 1),
                _ => half + (second_home(term) & (half - 1)),
            };
            slot = std::mem::replace(&mut self.slots[home], slot);
            slot == FREE
        })
    }
}

/// A term with its weight.
fn slot(term: u32, weight: f32) -> u64 {
    u64::from(term) << 32 | u64::from(weight.to_bits())
}

/// Terms that are new together have numbers one after the other.
fn first_home(term: u32) -> usize {
    term as usize
}

fn second_home(term: u32) -> usize {
    (term.wrapping_mul(0x9e37_79b1) >> 12) as usize
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
