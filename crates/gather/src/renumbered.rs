//! [`Renumbered`]: a few vectors whose terms have small numbers, for products of each with each.

use throughline_annotate::Vector;

use crate::places::{Places, scattered};

/// Vectors whose terms are numbered anew from 0 on, so that there is a place near by for
/// every term there is.
pub(crate) struct Renumbered {
    vectors: Vec<Vector>,
    /// The weights of one of them by term; 0 for every other.
    row: Vec<f32>,
}

impl Renumbered {
    pub fn of<'a>(vectors: impl Iterator<Item = &'a Vector> + Clone) -> Self {
        let room: usize = vectors.clone().map(|vector| vector.0.len()).sum();
        let mut places = Places::default();
        places.clear((2 * room.max(1)).next_power_of_two());
        let mut terms: Vec<u32> = Vec::with_capacity(room);
        let mut number = |&(term, weight): &(u32, f32)| {
            let found = places.find(scattered(term.into()), |at| terms[at] == term);
            let number = found.unwrap_or_else(|slot| {
                places.put(slot, terms.len());
                terms.push(term);
                terms.len() - 1
            });
            (number as u32, weight)
        };
        let vectors = vectors.map(|vector| Vector(vector.0.iter().map(&mut number).collect()));
        let vectors = vectors.collect();
        Self { vectors, row: vec![0.0; terms.len()] }
    }

    /// Hands to `work` the product of one with any of them.
    pub fn with<T>(&mut self, one: usize, work: impl FnOnce(&dyn Fn(usize) -> f32) -> T) -> T {
        for &(term, weight) in &self.vectors[one].0 {
            self.row[term as usize] = weight;
        }
        let done = work(&|other| product(&self.vectors[other], &self.row));
        for &(term, _) in &self.vectors[one].0 {
            self.row[term as usize] = 0.0;
        }
        done
    }
}

fn product(vector: &Vector, row: &[f32]) -> f32 {
    // Several sums at once: none waits for the one before.
    let (fours, rest) = vector.0.as_chunks::<4>();
    let part = |&(term, weight): &(u32, f32)| weight * row[term as usize];
    let mut sums = [0.0; 4];
    for four in fours {
        sums.iter_mut().zip(four).for_each(|(sum, term)| *sum += part(term));
    }
    sums.iter().sum::<f32>() + rest.iter().map(part).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_vectors() {
        let vector = |length: u32, step: u32| {
            Vector((0..length).map(|n| ((n * step) << 8, (n % 8) as f32 * 0.25)).collect())
        };
        let vectors = [vector(300, 2), vector(0, 1), vector(9, 3), vector(1_000, 5), vector(1, 1)];
        let mut renumbered = Renumbered::of(vectors.iter());
        for (one, ours) in vectors.iter().enumerate() {
            let found: Vec<f32> =
                renumbered.with(one, |product| (0..vectors.len()).map(product).collect());
            let expected: Vec<f32> = vectors.iter().map(|other| ours.dot(other)).collect();
            assert_eq!(found, expected, "{one}");
        }
    }
}
