//! [`Claim`]: what a sentence says, as an audit compares it: the words that
//! carry it, by how rare they are in the story, its figures, its denial.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

use throughline_annotate::{
    Quantity, Relation, Timex, Unit, Word, is_negation, is_speech_verb, quantities,
};
use throughline_semantics::{DIMENSIONS, Meaning};

/// From this on two words may stand for each other.
const NEAR: f32 = 0.72;

/// What a near word counts, where the same word counts 1.
const NEAR_COUNTS: f32 = 0.7;

/// The share of what the shorter of two sentences says, from which it says
/// nothing of its own.
const HELD: f32 = 0.72;

/// The share of both, from which they say the same.
const ALIKE: f32 = 0.55;

/// What a figure weighs: as much as a word that only a few sentences have.
const FIGURE: f32 = 3.0;

/// A sentence of fewer words that carry it is not compared.
const LEAST: usize = 4;

/// What a sentence says.
#[derive(Debug, Clone, Default)]
pub struct Claim {
    /// Stems of the words that carry it, with their meaning.
    pub terms: Vec<Term>,
    figures: Vec<Quantity>,
    denies: bool,
}

/// A word of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its stem.
    pub stem: String,
    meaning: Option<Meaning>,
}

impl Claim {
    /// Reads these words of a text, its dates left out: many sentences of one
    /// story are of one day.
    pub fn of(text: &str, words: &[Word], dates: &[Range<usize>]) -> Self {
        let dated = |at: usize| dates.iter().any(|d| d.contains(&at));
        let figures: Vec<Quantity> = quantities(text, words)
            .into_iter()
            .filter(|q| q.is_figure() && q.unit != Unit::Calendar && !dated(q.span.start))
            .collect();
        let counted = |at: usize| figures.iter().any(|f| f.span.contains(&at));
        let mut terms: Vec<Term> = Vec::new();
        let carries = |w: &&Word| {
            let at = w.span.start;
            w.is_content() && !is_speech_verb(&w.lower) && !dated(at) && !counted(at)
        };
        for word in words.iter().filter(carries) {
            if terms.iter().any(|t| t.stem == word.stem) {
                continue;
            }
            let capital = text[word.span.clone()].starts_with(char::is_uppercase);
            let meaning = if capital { None } else { Meaning::of(&word.lower) };
            terms.push(Term { stem: word.stem.clone(), meaning });
        }
        Self { terms, figures, denies: words.iter().any(|w| is_negation(&w.lower)) }
    }

    /// The same with only these words.
    pub fn only(&self, keep: impl Fn(&Term) -> bool) -> Self {
        Self { terms: self.terms.iter().filter(|t| keep(t)).cloned().collect(), ..self.clone() }
    }

    /// The share of this claim, by weight, that the other holds.
    pub fn held_by(&self, other: &Self, weights: &Weights) -> f32 {
        self.held_by_all(&[other], weights)
    }

    /// The share of this claim, by weight, that the others hold together.
    pub fn held_by_all(&self, others: &[&Self], weights: &Weights) -> f32 {
        let figure = |f: &Quantity| others.iter().map(|o| o.gives(f)).fold(0.0, f32::max);
        let figures: f32 = self.figures.iter().map(|f| FIGURE * figure(f)).sum();
        let words: f32 = self.terms.iter().map(|t| weights.of(&t.stem)).sum();
        let total = words + FIGURE * self.figures.len() as f32;
        let held = |t: &Term| others.iter().map(|o| o.holds(t)).fold(0.0, f32::max);
        let sum: f32 = self.terms.iter().map(|t| weights.of(&t.stem) * held(t)).sum();
        if total > 0.0 { (sum + figures) / total } else { 0.0 }
    }

    /// How much two claims tell of one thing, from 0 to 2.5: what each holds of
    /// the other, and half of how near they are as a whole. It takes wording for
    /// less than [`Claim::says_same`] does.
    pub fn likeness(&self, other: &Self, weights: &Weights) -> f32 {
        let held = self.held_by(other, weights) + other.held_by(self, weights);
        held + 0.5 * self.near(other, weights)
    }

    /// How near two claims are in what their words mean, from 0 to 1.
    fn near(&self, other: &Self, weights: &Weights) -> f32 {
        let direction = |claim: &Self| {
            let mut sum = [0.0_f32; DIMENSIONS];
            for term in &claim.terms {
                let Some(meaning) = term.meaning else { continue };
                for (to, x) in sum.iter_mut().zip(meaning.direction()) {
                    *to += weights.of(&term.stem) * x;
                }
            }
            sum
        };
        let (a, b) = (direction(self), direction(other));
        let dot = |x: &[f32], y: &[f32]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f32>();
        dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt().max(f32::MIN_POSITIVE)
    }

    fn gives(&self, figure: &Quantity) -> f32 {
        let has = |wanted| self.figures.iter().any(|f| f.relation(figure) == wanted);
        match () {
            () if has(Relation::Same) => 1.0,
            () if has(Relation::Compatible) => NEAR_COUNTS,
            () => 0.0,
        }
    }

    /// 1 for the same word, less for a near one, 0 for none.
    pub fn holds(&self, term: &Term) -> f32 {
        if self.terms.iter().any(|t| t.stem == term.stem) {
            return 1.0;
        }
        let near =
            |t: &Term| t.meaning.zip(term.meaning).is_some_and(|(a, b)| a.nearness(b) > NEAR);
        if self.terms.iter().any(near) { NEAR_COUNTS } else { 0.0 }
    }

    /// Whether a reader who has read one learns nothing from the other.
    pub fn says_same(&self, other: &Self, weights: &Weights) -> bool {
        if self.terms.len().min(other.terms.len()) < LEAST || self.differs(other) {
            return false;
        }
        let (ours, theirs) = (self.held_by(other, weights), other.held_by(self, weights));
        let (most, least) = (ours.max(theirs), ours.min(theirs));
        least >= ALIKE || most >= HELD && least >= ALIKE / 2.0
    }

    /// Whether one denies and the other does not, or their figures are not the same.
    pub fn differs(&self, other: &Self) -> bool {
        self.denies(other) || self.has_other_figures(other)
    }

    /// Whether one denies and the other does not.
    pub fn denies(&self, other: &Self) -> bool {
        self.denies != other.denies
    }

    /// Whether a figure of one is another in the other.
    pub fn has_other_figures(&self, other: &Self) -> bool {
        self.figures.iter().any(|a| {
            let has = |wanted| other.figures.iter().any(|b| a.relation(b) == wanted);
            has(Relation::Differs) && !has(Relation::Same)
        })
    }
}

/// How much a word tells in this story: the fewer sentences have it, the more.
#[derive(Debug, Default)]
pub struct Weights {
    held_by: HashMap<String, usize>,
    sentences: usize,
}

impl Weights {
    /// Counts the words of a story's sentences.
    pub fn of_story<'a>(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let mut weights = Self::default();
        for claim in claims {
            weights.sentences += 1;
            let stems: BTreeSet<&String> = claim.terms.iter().map(|t| &t.stem).collect();
            for stem in stems {
                *weights.held_by.entry(stem.clone()).or_default() += 1;
            }
        }
        weights
    }

    /// The weight of a word.
    pub fn of(&self, stem: &str) -> f32 {
        let held = self.held_by.get(stem).copied().unwrap_or_default();
        (1.0 + self.sentences as f32 / (1.0 + held as f32)).ln()
    }
}

/// Bytes of the expressions.
pub fn spans(dates: &[Timex]) -> Vec<Range<usize>> {
    dates.iter().map(|d| d.start..d.end).collect()
}
