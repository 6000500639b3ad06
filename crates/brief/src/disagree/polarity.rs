//! A claim and its denial: one says that it was so, another says that it was
//! not.

use std::collections::BTreeSet;

use throughline_annotate::{Modality, is_head, stance};

use super::{Side, slot};
use crate::{
    claims::{Part, Passage, attribution, coverage, days_clash, names_fit, nearness},
    story::{LineId, Story},
    tree::Trees,
};

/// The share of a denial that the claim must say.
const SAID: f32 = 0.74;

struct Told<'a> {
    line: LineId,
    passage: Passage<'a>,
    verb: usize,
    part: Part,
    denies: bool,
    holders: BTreeSet<String>,
}

/// Claims with their denials, the claim first.
pub fn differing(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Vec<Side>> {
    let told: Vec<Told> = ranked.iter().flat_map(|&(line, _)| all(story, trees, line)).collect();
    let family = |t: &Told| story.families[story.lines[t.line].article];
    let mut found: Vec<(Vec<LineId>, Vec<Side>)> = Vec::new();
    for denial in told.iter().filter(|t| t.denies) {
        let claims = told.iter().filter(|t| !t.denies && t.line != denial.line);
        for claim in claims {
            let apart = family(claim) != family(denial)
                || !claim.holders.is_empty() && claim.holders.is_disjoint(&denial.holders);
            let known = |lines: &[LineId]| lines.contains(&claim.line) || lines.contains(&denial.line);
            if apart && !found.iter().any(|(lines, _)| known(lines)) && is_denied(claim, denial) {
                let side = |t: &Told, value: &str| Side {
                    value: value.to_owned(),
                    lines: vec![(t.line, t.passage.tree.span(t.verb))],
                };
                let sides = vec![side(claim, "yes"), side(denial, "no")];
                found.push((vec![claim.line, denial.line], sides));
            }
        }
    }
    found.into_iter().map(|(_, sides)| sides).collect()
}

/// What a line says and denies, clause by clause.
fn all<'a>(story: &'a Story, trees: &'a Trees, line: LineId) -> Vec<Told<'a>> {
    let Some(passage) = Passage::of(story, trees, line) else { return Vec::new() };
    if passage.sentence.position.is_none() {
        return Vec::new();
    }
    let tree = passage.tree;
    let said = attribution(&passage);
    let heads = (0..tree.tokens().len()).filter(|&at| is_head(tree, at) && !said.contains(&at));
    heads
        .filter_map(|verb| {
            let standing = stance(tree, verb);
            if standing.modality != Modality::Fact || standing.condition.is_some() {
                return None;
            }
            let tokens = slot::clause(tree, verb);
            let part = Part::of(&passage, |at| tokens.contains(&at) && !said.contains(&at));
            let holders = slot::holders(&passage, &said, verb);
            let denies = standing.is_denial();
            // A denial is somebody's; a report may deny nothing.
            let quoted = passage.sentence.quotes.iter().any(|q| q.outer.contains(&tree.span(verb).start));
            (!denies || !holders.is_empty() || standing.denied || quoted)
                .then_some(Told { line, passage, verb, part, denies, holders })
        })
        .collect()
}

/// Whether a claim says what a denial denies.
fn is_denied(claim: &Told, denial: &Told) -> bool {
    let telling: Vec<_> = denial.part.words.iter().filter(|w| w.weight >= 0.6).collect();
    let lemma = denial.passage.tree.token(denial.verb).lemma.to_lowercase();
    let acted = claim
        .part
        .words
        .iter()
        .any(|w| w.lemma == lemma || w.at == claim.verb && nearness(&w.lemma, &lemma) >= 0.9);
    let strange = |a: &Told, b: &Told| {
        a.part.words.iter().filter(|w| w.is_name).any(|w| {
            !b.passage.sentence.words.iter().any(|o| names_fit(&o.lower, &w.lemma))
        })
    };
    telling.len() >= 3
        && acted
        && coverage(&denial.part, &claim.part) >= SAID
        && !(strange(claim, denial) && strange(denial, claim))
        && !days_clash(claim.passage.sentence, denial.passage.sentence)
}
