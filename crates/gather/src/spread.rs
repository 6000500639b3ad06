//! [`Spread`]: a vector laid out by term, against which many are multiplied.

use throughline_annotate::Vector;

/// A sparse vector in a place for every term: a product with another costs one
/// look a term, and no comparison.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spread(Vec<f32>);

impl Spread {
    /// Lays out a vector, and hands to `work` the product with any other.
    pub fn with<T>(
        &mut self,
        vector: &Vector,
        work: impl FnOnce(&dyn Fn(&Vector) -> f32) -> T,
    ) -> T {
        if let Some(&(last, _)) = vector.0.last()
            && last as usize >= self.0.len()
        {
            self.0.resize(last as usize + 1, 0.0);
        }
        for &(term, weight) in &vector.0 {
            self.0[term as usize] = weight;
        }
        let laid = &self.0;
        let product = |other: &Vector| {
            let part = |&(t, w): &(u32, f32)| w * laid.get(t as usize).copied().unwrap_or(0.0);
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
            self.0[term as usize] = 0.0;
        }
        done
    }
}
