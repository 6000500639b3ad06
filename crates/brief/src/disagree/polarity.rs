//! A claim and its denial: one says that it was so, another says that it was
//! not.

use std::collections::BTreeSet;

use throughline_annotate::{Interval, Modality, is_head, stance};

use super::{Side, Taken, slot};
use crate::{
    claims::{Part, Passage, attribution, coverage, intervals_clash, names_fit, nearness},
    story::{LineId, Story},
    tree::Trees,
};

/// The share of a denial that the claim must say.
const SAID: f32 = 0.74;

/// Days between a claim and its denial.
const DAYS: i32 = 7;

struct Told<'a> {
    line: LineId,
    passage: Passage<'a>,
    verb: usize,
    part: Part,
    days: Vec<Interval>,
    denies: bool,
    holders: BTreeSet<String>,
}

/// Claims with their denials, the claim first.
pub fn differing(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Vec<Side>> {
    let told: Vec<Told> = ranked.iter().flat_map(|&(line, _)| all(story, trees, line)).collect();
    let family = |t: &Told| story.families[story.lines[t.line].article];
    let day = |t: &Told| story.anchor(t.line).map(|m| m.date());
    let mut found: Vec<(Vec<LineId>, Vec<Side>)> = Vec::new();
    for denial in told.iter().filter(|t| t.denies) {
        let claims = told.iter().filter(|t| !t.denies && t.line != denial.line);
        for claim in claims {
            let apart = family(claim) != family(denial)
                || !claim.holders.is_empty() && claim.holders.is_disjoint(&denial.holders);
            let known =
                |lines: &[LineId]| lines.contains(&claim.line) || lines.contains(&denial.line);
            let near = day(claim)
                .zip(day(denial))
                .is_some_and(|(a, b)| a.until(b).is_ok_and(|span| span.get_days().abs() <= DAYS));
            if apart
                && near
                && !found.iter().any(|(lines, _)| known(lines))
                && is_denied(claim, denial)
            {
                let side = |t: &Told, value: &str| {
                    let span = t.passage.tree.span(t.verb);
                    Side::of(story, vec![Taken { line: t.line, span, value: value.to_owned() }])
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
            // "We cannot deny that": no denial.
            let undenied = standing.denied
                && tree.ancestors(verb).skip(1).any(|a| {
                    matches!(tree.token(a).lemma.as_str(), "deny" | "dispute" | "reject")
                        && tree.child(a, &["neg"]).is_some()
                });
            if undenied || standing.modality != Modality::Fact || standing.condition.is_some() {
                return None;
            }
            let tokens = slot::clause(tree, verb);
            let part = Part::of(&passage, |at| tokens.contains(&at) && !said.contains(&at));
            let holders = slot::holders(&passage, &said, verb);
            let days = slot::days(&passage, &tokens, &said);
            let denies = standing.is_denial();
            // A denial is somebody's; a report may deny nothing.
            let quoted =
                passage.sentence.quotes.iter().any(|q| q.outer.contains(&tree.span(verb).start));
            (!denies || !holders.is_empty() || standing.denied || quoted).then_some(Told {
                line,
                passage,
                verb,
                part,
                days,
                denies,
                holders,
            })
        })
        .collect()
}

/// Whether a claim says what a denial denies.
fn is_denied(claim: &Told, denial: &Told) -> bool {
    // The verb is held against the claim's own; the rest is what is denied of whom.
    let rest = denial.part.without(denial.verb);
    let telling = rest.words.iter().filter(|w| w.weight >= 0.6).count();
    let lemma = denial.passage.tree.token(denial.verb).lemma.to_lowercase();
    // "opened", "stood open".
    let tree = claim.passage.tree;
    let says = |at: usize| nearness(&tree.token(at).lemma.to_lowercase(), &lemma) >= 0.9;
    let acted = says(claim.verb)
        || tree.children(claim.verb).any(|c| {
            let told = matches!(tree.token(c).dep, "acomp" | "oprd" | "advmod" | "prt");
            (told || c == claim.verb + 1) && says(c)
        });
    let strange = |a: &Told, b: &Told| {
        a.part
            .words
            .iter()
            .filter(|w| w.is_name)
            .any(|w| !b.passage.sentence.words.iter().any(|o| names_fit(&o.lower, &w.lemma)))
    };
    telling >= 2
        && acted
        && coverage(&rest, &claim.part) >= SAID
        && !(strange(claim, denial) && strange(denial, claim))
        && !intervals_clash(&claim.days, &denial.days)
}
