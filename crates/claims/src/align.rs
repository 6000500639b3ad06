//! How far the words of two parts say each other.

use super::{
    names::names_fit,
    part::{Part, Role, Word},
};

/// Two parts beside each other.
#[derive(Debug)]
pub struct Fit {
    /// How far the second says each word of the first.
    pub said: Vec<f32>,
    /// How far the second says the first, and the first the second.
    pub covered: (f32, f32),
    /// Words of the first with their partners in the second.
    pub pairs: Vec<(usize, usize)>,
    /// Whether who acts in one is acted on in the other.
    pub swapped: bool,
}

impl Fit {
    /// Coverage of the side that is less covered.
    pub fn least(&self) -> f32 {
        self.covered.0.min(self.covered.1)
    }

    /// Coverage of the side that is more covered.
    pub fn most(&self) -> f32 {
        self.covered.0.max(self.covered.1)
    }

    /// Whether one plans or supposes what the other tells as done.
    pub fn is_half_done(&self, a: &Part, b: &Part) -> bool {
        self.pairs.iter().any(|&(i, j)| a.words[i].done != b.words[j].done)
    }

    /// The mean.
    pub fn mean(&self) -> f32 {
        f32::midpoint(self.covered.0, self.covered.1)
    }
}

/// How far one word says another.
fn likeness(a: &Word, b: &Word) -> f32 {
    match (a.is_name, b.is_name) {
        (true, true) => f32::from(u8::from(names_fit(&a.sense.lemma, &b.sense.lemma))),
        (false, false) => a.sense.nearness(&b.sense),
        _ => f32::from(u8::from(a.sense.lemma == b.sense.lemma)),
    }
}

/// Holds two parts against each other.
pub fn fit(a: &Part, b: &Part) -> Fit {
    let mut pairs = Vec::new();
    let mut said = Vec::with_capacity(a.words.len());
    let mut sum = 0.0;
    for (i, word) in a.words.iter().enumerate() {
        let (by, partner) = best(word, b);
        sum += word.weight * by;
        said.push(by);
        if by >= 0.6
            && let Some(j) = partner
        {
            pairs.push((i, j));
        }
    }
    let covered = (sum / total(a), coverage(b, a));
    let swapped = swapped(a, b, &pairs);
    Fit { said, covered, pairs, swapped }
}

/// How well another says each word of a part, from 0 to 1.
pub fn said(a: &Part, by: &Part) -> Vec<f32> {
    a.words.iter().map(|word| best(word, by).0).collect()
}

/// The share of a part's weight that another says.
pub fn coverage(a: &Part, by: &Part) -> f32 {
    a.words.iter().map(|w| w.weight * best(w, by).0).sum::<f32>() / total(a)
}

fn total(part: &Part) -> f32 {
    part.words.iter().map(|w| w.weight).sum::<f32>().max(f32::MIN_POSITIVE)
}

fn best(word: &Word, part: &Part) -> (f32, Option<usize>) {
    let mut best = (0.0, None);
    for (at, other) in part.words.iter().enumerate() {
        let near = likeness(word, other);
        // Of two that are as near, the word itself.
        if near > best.0 || near == best.0 && near > 0.0 && other.sense.lemma == word.sense.lemma {
            best = (near, Some(at));
        }
    }
    best
}

/// "The buyer sued the seller", "the seller sued the buyer".
fn swapped(a: &Part, b: &Part, pairs: &[(usize, usize)]) -> bool {
    let verbs = |x: Option<usize>, y: Option<usize>| {
        let (Some(x), Some(y)) = (x, y) else { return false };
        let place = |part: &Part, at: usize| part.words.iter().position(|w| w.at == at);
        match (place(a, x), place(b, y)) {
            (Some(x), Some(y)) => pairs.contains(&(x, y)),
            _ => false,
        }
    };
    let crossed = pairs.iter().filter(|&&(i, j)| {
        let (x, y) = (&a.words[i], &b.words[j]);
        let turned =
            matches!((x.role, y.role), (Role::Agent, Role::Patient) | (Role::Patient, Role::Agent));
        turned && x.sense.lemma == y.sense.lemma && verbs(x.verb, y.verb)
    });
    crossed.count() > 1
}
