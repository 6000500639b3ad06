//! Whether a claim was told before, and how alike two claims are.

use std::collections::HashMap;

use throughline_claims::names_fit;

use crate::claim::{Claim, Term};

/// The share of a claim that another must say for it to be told already.
const TOLD: f32 = 0.8;

/// The same where both give one figure, and where it is the toll of the story.
const WITH_FIGURE: f32 = 0.65;
const WITH_TOLL: f32 = 0.5;

/// The same where both rest on one passage: the words that differ are cuts.
const CUT: f32 = 0.7;

/// The same where one passage bears out both and the words are other ones.
const BORNE_OUT: f32 = 0.5;

/// The same from which it is worth a parse to ask whether the other tells it.
const ASKED: f32 = 0.45;

/// The same from which it may tell a part of it.
const PART: f32 = 0.3;

/// What a word that only reports weighs, against others.
const REPORTS: f32 = 0.3;

/// How telling words are in the two briefings.
pub struct Weights {
    counts: HashMap<String, f32>,
    claims: f32,
}

impl Weights {
    /// From all claims of both.
    pub fn of<'a, 'b: 'a>(claims: impl Iterator<Item = &'a Claim<'b>>) -> Self {
        let mut counts: HashMap<String, f32> = HashMap::new();
        let mut all = 0.0;
        for claim in claims {
            all += 1.0;
            let mut stems: Vec<&str> = claim.words.iter().map(|w| w.stem.as_str()).collect();
            stems.sort_unstable();
            stems.dedup();
            for stem in stems {
                *counts.entry(stem.to_owned()).or_default() += 1.0;
            }
        }
        Self { counts, claims: all }
    }

    fn weight(&self, term: &Term) -> f32 {
        let held = self.counts.get(&term.stem).copied().unwrap_or(1.0);
        let rarity = (1.0 + self.claims / (1.0 + held)).ln();
        if term.reports { REPORTS * rarity } else { rarity }
    }

    /// The share of a claim's words that another says, in these words or others.
    pub fn covered(&self, claim: &Claim, by: &Claim) -> f32 {
        let (mut all, mut said) = (0.0, 0.0);
        for term in &claim.words {
            let weight = self.weight(term);
            all += weight;
            said += weight * by.words.iter().map(|other| near(term, other)).fold(0.0, f32::max);
        }
        if all == 0.0 { 1.0 } else { said / all }
    }

    /// Whether the other tells what this claim says, numbers, dates, names and
    /// denials included.
    pub fn told(&self, claim: &Claim, by: &Claim) -> bool {
        if claim.statement.text == by.statement.text {
            return true;
        }
        self.told_but_for_dates(claim, by) && claim.other_dates(by).is_empty()
    }

    /// The same where the dates are compared apart, as those of a timeline are.
    pub fn told_but_for_dates(&self, claim: &Claim, by: &Claim) -> bool {
        if claim.denies && !by.denies || !claim.other_figures(by).is_empty() {
            return false;
        }
        let covered = self.covered(claim, by);
        claim.denies == by.denies && said(claim, by, covered)
            || covered >= ASKED && claim.is_retold_by(&[by])
    }

    /// Whether some of these tell together what a claim says.
    pub fn told_among<'c, 'a: 'c>(
        &self,
        claim: &Claim<'a>,
        others: impl Iterator<Item = &'c Claim<'a>>,
    ) -> bool {
        let near = |other: &&Claim| self.covered(claim, other) >= PART;
        let near: Vec<&Claim> = others.filter(near).collect();
        near.len() > 1
            && claim.is_retold_by(&near)
            && claim.dates.iter().all(|date| near.iter().any(|other| other.gives(date)))
    }

    /// How alike two claims are in their words, each against the other.
    pub fn alike(&self, a: &Claim, b: &Claim) -> f32 {
        self.covered(a, b).min(self.covered(b, a))
    }
}

/// Whether a claim that is covered so far by the words of another is told by it.
fn said(claim: &Claim, by: &Claim, covered: f32) -> bool {
    if claim.shares_passage(by) {
        let same =
            claim.evidence().next().map(|e| &e.article) == by.evidence().next().map(|e| &e.article);
        return covered >= if same { CUT } else { BORNE_OUT } && (same || claim.names_within(by));
    }
    // "will sign" does not tell that it was signed.
    let ahead = claim.looks_ahead || !by.looks_ahead;
    let least = match claim.figures.iter().map(|f| f.toll.is_some()).max() {
        None => TOLD,
        Some(false) => WITH_FIGURE,
        Some(true) => WITH_TOLL,
    };
    ahead && covered >= least && claim.names_within(by)
}

fn near(a: &Term, b: &Term) -> f32 {
    if a.stem == b.stem {
        return 1.0;
    }
    match (a.meaning, b.meaning) {
        (Some(a), Some(b)) => a.likeness(b),
        (None, None) if names_fit(&a.stem, &b.stem) => 1.0,
        _ => 0.0,
    }
}
