//! Facts that two or more independent witnesses tell and the briefing does not.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{
    claim::Claim,
    page::{Page, Role},
    report::{Finding, Question},
};

/// The share of a fact that one part of the briefing must hold to tell it.
const TOLD: f32 = 0.5;

/// The share from which two facts are one.
const ONE_FACT: f32 = 0.6;

/// So many words must be common to all who tell a fact.
const COMMON_WORDS: usize = 5;

/// The share that a whole section must hold.
const TOLD_TOGETHER: f32 = 0.8;

/// Words that two sentences must share before they are compared.
const SHARED: usize = 3;

/// A word in more sentences than this share of them leads nowhere.
const COMMON: f32 = 0.25;

/// What several witnesses tell.
struct Fact {
    /// Its best sentence, by place in [`Page::told`].
    best: usize,
    /// What all have in common.
    claim: Claim,
    witnesses: usize,
}

/// What is left out, most witnesses first, and how many facts there are.
pub fn left_out(page: &Page) -> (Vec<Finding>, usize) {
    let mut facts = facts(page);
    facts.sort_by_key(|f| (std::cmp::Reverse(f.witnesses), f.best));
    let facts = distinct(page, facts);
    let missing = facts.iter().filter(|fact| !is_told(page, fact)).map(|fact| {
        let (article, sentence, _) = &page.told[fact.best];
        let article = &page.readings[*article];
        let stems: Vec<&str> = fact.claim.terms.iter().map(|t| t.stem.as_str()).collect();
        Finding {
            question: Question::LeftOut,
            place: article.article.outlet.clone(),
            text: article.sentences[*sentence].text(&article.article).to_owned(),
            reason: format!("{} witnesses share: {}", fact.witnesses, stems.join(" ")),
        }
    });
    (missing.collect(), facts.len())
}

/// One of several that are largely the same.
fn distinct(page: &Page, facts: Vec<Fact>) -> Vec<Fact> {
    let mut kept: Vec<Fact> = Vec::new();
    for fact in facts {
        let held = |k: &Fact| {
            let (a, b) = (&fact.claim, &k.claim);
            a.held_by(b, &page.weights).max(b.held_by(a, &page.weights)) >= ONE_FACT
        };
        if !kept.iter().any(held) {
            kept.push(fact);
        }
    }
    kept
}

fn is_told(page: &Page, fact: &Fact) -> bool {
    let held = |claims: &[&Claim]| fact.claim.held_by_all(claims, &page.weights);
    if page.parts.iter().any(|part| held(&[&part.claim]) >= TOLD) {
        return true;
    }
    let mut sections: BTreeMap<Option<usize>, Vec<&Claim>> = BTreeMap::new();
    for part in page.all(&[Role::Sentence]) {
        sections.entry(part.section).or_default().push(&part.claim);
    }
    sections.values().any(|claims| held(claims) >= TOLD_TOGETHER)
}

/// Groups of sentences that say the same, told by two witnesses at least.
fn facts(page: &Page) -> Vec<Fact> {
    let told = &page.told;
    let mut taken = vec![false; told.len()];
    let near = neighbours(page);
    let mut found = Vec::new();
    for at in 0..told.len() {
        if taken[at] {
            continue;
        }
        let claim = &told[at].2;
        let same: Vec<usize> = near[at]
            .iter()
            .copied()
            .filter(|&other| claim.says_same(&told[other].2, &page.weights))
            .collect();
        let family = |i: usize| page.families[told[i].0];
        let others: Vec<usize> =
            same.iter().copied().filter(|&i| family(i) != family(at)).collect();
        if others.is_empty() {
            continue;
        }
        let witnesses: BTreeSet<usize> =
            others.iter().map(|&i| family(i)).chain([family(at)]).collect();
        let half = others.len().div_ceil(2);
        let shared = claim
            .only(|term| others.iter().filter(|&&i| told[i].2.holds(term) > 0.0).count() >= half);
        if shared.terms.len() < COMMON_WORDS {
            continue;
        }
        for &i in &same {
            taken[i] = true;
        }
        found.push(Fact { best: at, claim: shared, witnesses: witnesses.len() });
    }
    found
}

/// For each sentence those that share some rarer words with it, in order.
fn neighbours(page: &Page) -> Vec<Vec<usize>> {
    let told = &page.told;
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, _, claim)) in told.iter().enumerate() {
        for term in &claim.terms {
            holders.entry(term.stem.as_str()).or_default().push(at);
        }
    }
    let most = ((told.len() as f32 * COMMON) as usize).max(8);
    let of = |claim: &Claim, at: usize| {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for term in &claim.terms {
            let group = &holders[term.stem.as_str()];
            if group.len() <= most {
                group.iter().for_each(|&other| *shared.entry(other).or_default() += 1);
            }
        }
        let enough = |&(other, n): &(usize, usize)| other != at && n >= SHARED;
        shared.into_iter().filter(enough).map(|(other, _)| other).collect()
    };
    told.iter().enumerate().map(|(at, (_, _, claim))| of(claim, at)).collect()
}
