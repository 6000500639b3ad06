//! Likeness of lines in other words: "freed" and "released" are near.
//!
//! It finds what may tell the same and keeps a reader from hearing it twice;
//! whether a passage bears a statement out is decided elsewhere, since
//! antonyms are near each other too.

use std::cell::OnceCell;

use throughline_annotate::{Reading, Terms, Vector, is_number};
use throughline_semantics::{DIMENSIONS, Meaning};

/// The meanings of a story's terms.
#[derive(Debug, Default)]
pub struct Likeness {
    /// By term number; none for names and figures, which are what they are.
    meanings: Vec<Option<Meaning>>,
    /// By term number, once asked: the terms that say it, and how far.
    near: Vec<OnceCell<Vec<(u32, f32)>>>,
}

impl Likeness {
    /// The meanings of the terms that these readings use.
    pub fn of(readings: &[Reading], terms: &Terms) -> Self {
        let mut meanings = vec![None; terms.len()];
        let mut named = vec![false; terms.len()];
        for sentence in readings.iter().flat_map(|r| &r.sentences) {
            for word in sentence.words.iter().filter(|w| w.is_content()) {
                let Some(number) = terms.number(&word.stem) else { continue };
                let number = number as usize;
                named[number] |=
                    sentence.names.iter().any(|n| !n.opens && n.span.contains(&word.span.start));
                if meanings[number].is_none() && !is_number(&word.lower) {
                    meanings[number] = Meaning::of(&word.lower);
                }
            }
        }
        for (meaning, named) in meanings.iter_mut().zip(named) {
            if named {
                *meaning = None;
            }
        }
        let near = vec![OnceCell::new(); meanings.len()];
        Self { meanings, near }
    }

    /// The terms that say what this term says, itself among them, and how far.
    fn near(&self, term: u32) -> &[(u32, f32)] {
        self.near[term as usize].get_or_init(|| {
            let all = (0..self.meanings.len() as u32).map(|other| (other, self.terms(term, other)));
            all.filter(|(_, how)| *how > 0.0).collect()
        })
    }

    /// How far one term says what another says, from 0 to 1.
    pub fn terms(&self, a: u32, b: u32) -> f32 {
        if a == b {
            return 1.0;
        }
        let both = self.meanings[a as usize].zip(self.meanings[b as usize]);
        both.map_or(0.0, |(a, b)| a.likeness(b))
    }

    /// The share of a line's weight that none of the others says in any words.
    pub fn untold(&self, line: &Vector, others: &[&Vector]) -> f32 {
        let said = |&(term, weight): &(u32, f32)| {
            let terms = others.iter().flat_map(|other| &other.0);
            weight * terms.map(|&(other, _)| self.terms(term, other)).fold(0.0, f32::max)
        };
        1.0 - line.0.iter().map(said).sum::<f32>() / total(line)
    }

    /// The mean direction of a line's words.
    pub fn direction(&self, line: &Vector) -> Direction {
        let mut sum = [0.0; DIMENSIONS];
        for &(term, weight) in &line.0 {
            let Some(meaning) = self.meanings[term as usize] else { continue };
            for (at, part) in sum.iter_mut().zip(meaning.direction()) {
                *at += weight * part;
            }
        }
        Direction(sum)
    }
}

fn total(line: &Vector) -> f32 {
    line.0.iter().map(|(_, weight)| weight).sum::<f32>().max(f32::MIN_POSITIVE)
}

/// What a line is about, as a point among meanings.
#[derive(Debug, Clone)]
pub struct Direction([f32; DIMENSIONS]);

impl Direction {
    /// Each direction less what all have in common, with length 1: in one
    /// story every line is about the story.
    pub fn apart(mut all: Vec<Self>) -> Vec<Self> {
        let share = 1.0 / all.len().max(1) as f32;
        let mut mean = [0.0; DIMENSIONS];
        for direction in &all {
            mean.iter_mut().zip(direction.0).for_each(|(m, x)| *m += x * share);
        }
        for direction in &mut all {
            direction.0.iter_mut().zip(mean).for_each(|(x, m)| *x -= m);
            let length = direction.0.iter().map(|x| x * x).sum::<f32>().sqrt();
            if length > 0.0 {
                direction.0.iter_mut().for_each(|x| *x /= length);
            }
        }
        all
    }

    /// Cosine.
    pub fn dot(&self, other: &Self) -> f32 {
        self.0.iter().zip(other.0).map(|(a, b)| a * b).sum()
    }
}

/// What the headlines of a story say.
pub struct Headlines(Vec<f32>);

impl Headlines {
    /// By term the mean, over these titles, of how far each says it.
    pub fn of<'a>(likeness: &Likeness, titles: impl Iterator<Item = &'a Vector>) -> Self {
        let mut share = vec![0.0; likeness.meanings.len()];
        let mut count = 0.0;
        for title in titles {
            let mut heard = Heard::nothing(likeness);
            heard.hear(title);
            share.iter_mut().zip(&heard.said).for_each(|(all, said)| *all += said);
            count += 1.0;
        }
        share.iter_mut().for_each(|all| *all /= f32::max(count, 1.0));
        Self(share)
    }

    /// How far a line says what the headlines say, from 0 to 1.
    pub fn told_by(&self, line: &Vector) -> f32 {
        let said = |&(term, weight): &(u32, f32)| weight * self.0[term as usize];
        line.0.iter().map(said).sum::<f32>() / total(line)
    }
}

/// What a reader has heard so far.
pub struct Heard<'a> {
    likeness: &'a Likeness,
    /// By term number: how far it was said.
    said: Vec<f32>,
}

impl<'a> Heard<'a> {
    /// Nothing yet.
    pub fn nothing(likeness: &'a Likeness) -> Self {
        Self { likeness, said: vec![0.0; likeness.meanings.len()] }
    }

    /// The reader hears a line.
    pub fn hear(&mut self, line: &Vector) {
        for &(heard, _) in &line.0 {
            for &(term, how) in self.likeness.near(heard) {
                let said = &mut self.said[term as usize];
                *said = said.max(how);
            }
        }
    }

    /// The share of a line's weight that the reader has not heard.
    pub fn novelty(&self, line: &Vector) -> f32 {
        let new = |&(term, weight): &(u32, f32)| weight * (1.0 - self.said[term as usize]);
        line.0.iter().map(new).sum::<f32>() / total(line)
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture;

    use super::*;

    const STORY: &[&str] = &[
        "Militants freed 21 abducted schoolgirls in Norland.",
        "Rebels released 21 kidnapped schoolgirls in Norland.",
        "The harbour of Vessmouth has forty berths for boats.",
        "Ardenne freed 21 abducted schoolgirls.",
    ];

    #[test]
    fn other_words_for_the_same_are_no_news() {
        let (story, _) =
            fixture::story(&[("Vess Herald", "2026-03-12T08:30:00Z", "Girls are free", STORY)]);
        let vector = |line: usize| &story.lines[line + 1].vector;
        let mut heard = Heard::nothing(&story.likeness);
        assert!((heard.novelty(vector(1)) - 1.0).abs() < 1e-6);
        heard.hear(vector(0));
        assert!(heard.novelty(vector(0)) < 1e-6);
        assert!(heard.novelty(vector(1)) < 0.4, "{}", heard.novelty(vector(1)));
        assert!(heard.novelty(vector(2)) > 0.9);
        let untold = story.likeness.untold(vector(1), &[vector(0)]);
        assert!((untold - heard.novelty(vector(1))).abs() < 1e-5);
    }

    #[test]
    fn names_and_numbers_are_what_they_are() {
        let (story, _) = fixture::story(&[(
            "Vess Herald",
            "2026-03-12T08:30:00Z",
            "In France and in Germany",
            &["They met in France with seven men.", "They met in Germany with eight men."],
        )]);
        let mut heard = Heard::nothing(&story.likeness);
        heard.hear(&story.lines[1].vector);
        let other = &story.lines[2].vector;
        assert!(heard.novelty(other) > 0.5, "{}", heard.novelty(other));
    }
}
