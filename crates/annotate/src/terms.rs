//! Terms and sparse vectors: TF-IDF as gathering and briefing weigh it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// Numbers for terms, with how many units (sentences, articles) hold each.
#[derive(Debug, Default)]
pub struct Terms {
    numbers: HashMap<String, u32>,
    held_by: Vec<u32>,
    units: u32,
}

impl Terms {
    /// Takes in one unit: counts its distinct terms and returns their numbers
    /// with how often each stands in it, in order of number.
    pub fn add<'a>(&mut self, terms: impl Iterator<Item = &'a str>) -> Vec<(u32, f32)> {
        let mut counts: Vec<(u32, f32)> = terms.map(|term| (self.number_new(term), 1.0)).collect();
        counts.sort_unstable_by_key(|&(number, _)| number);
        counts.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 += later.1;
            }
            same
        });
        for &(number, _) in &counts {
            self.held_by[number as usize] += 1;
        }
        self.units += 1;
        counts
    }

    /// How many distinct terms were taken in.
    pub fn len(&self) -> usize {
        self.held_by.len()
    }

    /// Whether nothing was taken in.
    pub fn is_empty(&self) -> bool {
        self.held_by.is_empty()
    }

    /// The number of a term that was taken in.
    pub fn number(&self, term: &str) -> Option<u32> {
        self.numbers.get(term).copied()
    }

    fn number_new(&mut self, term: &str) -> u32 {
        if let Some(&number) = self.numbers.get(term) {
            return number;
        }
        let number = self.held_by.len() as u32;
        self.numbers.insert(term.to_owned(), number);
        self.held_by.push(0);
        number
    }

    /// Inverse document frequency, smoothed so that it is never zero:
    /// `ln(1 + units / (1 + holding))`.
    pub fn idf(&self, number: u32) -> f32 {
        (1.0 + self.units as f32 / (1.0 + self.held_by[number as usize] as f32)).ln()
    }

    /// A vector of unit length from counts, with `1 + ln(tf)` damping.
    pub fn vector(&self, counts: &[(u32, f32)]) -> Vector {
        let weigh = |&(number, count): &(u32, f32)| (number, (1.0 + count.ln()) * self.idf(number));
        Vector(counts.iter().map(weigh).collect()).normalised()
    }
}

/// A sparse vector: terms in order of number with their weights.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Vector(pub Vec<(u32, f32)>);

impl Vector {
    /// Dot product; the cosine where both have unit length.
    pub fn dot(&self, other: &Self) -> f32 {
        let (mut a, mut b, mut sum) = (0, 0, 0.0);
        // Both steps without a branch: which side is behind cannot be foretold.
        while let (Some(&(i, x)), Some(&(j, y))) = (self.0.get(a), other.0.get(b)) {
            sum += if i == j { x * y } else { 0.0 };
            a += usize::from(i <= j);
            b += usize::from(j <= i);
        }
        sum
    }

    /// The share of this vector's weight on terms that the other holds too,
    /// from 0 to 1: how far the other covers it.
    pub fn covered_by(&self, other: &Self) -> f32 {
        let total: f32 = self.0.iter().map(|(_, w)| w * w).sum();
        if total == 0.0 {
            return 0.0;
        }
        let mut theirs = other.0.iter().peekable();
        let mut shared = 0.0;
        for &(number, weight) in &self.0 {
            while theirs.next_if(|&&(j, _)| j < number).is_some() {}
            if theirs.peek().is_some_and(|&&(j, _)| j == number) {
                shared += weight * weight;
            }
        }
        shared / total
    }

    /// Adds a multiple of another vector.
    pub fn add(&mut self, other: &Self, times: f32) {
        let mut sum = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut a, mut b) = (0, 0);
        // As in the product: no branch on which side is behind.
        while let (Some(&(i, x)), Some(&(j, y))) = (self.0.get(a), other.0.get(b)) {
            let ours = if i <= j { x } else { 0.0 };
            let theirs = if j <= i { times * y } else { 0.0 };
            sum.push((i.min(j), ours + theirs));
            a += usize::from(i <= j);
            b += usize::from(j <= i);
        }
        sum.extend_from_slice(&self.0[a..]);
        sum.extend(other.0[b..].iter().map(|&(term, weight)| (term, times * weight)));
        self.0 = sum;
    }

    /// The same direction with length 1; the empty vector stays as it is.
    pub fn normalised(mut self) -> Self {
        let length = self.0.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        if length > 0.0 {
            self.0.iter_mut().for_each(|(_, w)| *w /= length);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_weigh_more_and_coverage_is_a_share() {
        let mut terms = Terms::default();
        let a = terms.add(["storm", "hits", "coast"].into_iter());
        let b = terms.add(["storm", "kills", "six"].into_iter());
        let (a, b) = (terms.vector(&a), terms.vector(&b));
        assert!((a.dot(&a) - 1.0).abs() < 1e-6);
        assert!(a.dot(&b) > 0.0 && a.dot(&b) < 0.34);
        assert!((a.covered_by(&a) - 1.0).abs() < 1e-6);
        let mut sum = a.clone();
        sum.add(&b, 1.0);
        assert_eq!(sum.0.len(), 5);
        assert!((b.covered_by(&sum) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_sum_has_the_terms_of_both_in_order() {
        type Terms<'a> = &'a [(u32, f32)];
        let cases: [(Terms, Terms, Terms); 4] = [
            (&[], &[(3, 0.5)], &[(3, 1.0)]),
            (&[(3, 0.5)], &[], &[(3, 0.5)]),
            (&[(1, 1.0), (4, 2.0)], &[(1, 0.5), (2, 3.0)], &[(1, 2.0), (2, 6.0), (4, 2.0)]),
            (&[(2, 1.0)], &[(1, 1.0), (2, 1.0), (9, 0.5)], &[(1, 2.0), (2, 3.0), (9, 1.0)]),
        ];
        for (ours, theirs, expected) in cases {
            let mut sum = Vector(ours.to_vec());
            sum.add(&Vector(theirs.to_vec()), 2.0);
            assert_eq!(sum.0, expected, "{ours:?} and twice {theirs:?}");
        }
    }
}
