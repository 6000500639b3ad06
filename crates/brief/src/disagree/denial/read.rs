//! [`Denial`]: who denies what, read from the tree of one sentence.

use std::collections::BTreeSet;

use throughline_annotate::{Modality, is_claim_noun, is_denial, is_speech_verb, stance};
use throughline_claims::{Part, Passage, attribution};

use super::asked::accuses;
use crate::{
    story::{LineId, Story},
    tree::Tree,
};

/// Claims that may be a document, or a proposal: they are denied, not rejected.
const REPORTS: &[&str] = &["report", "suggestion", "charge"];

/// Nouns for a part in what is wrong.
const PARTS: &[&str] = &["involvement", "responsibility", "knowledge", "link", "tie", "assault"];

/// Who decides on claims, and denies none.
const COURTS: &[&str] = &["court", "judge", "jury", "tribunal", "magistrate", "panel"];

/// A sentence in which somebody denies something.
pub struct Denial<'a> {
    pub line: LineId,
    pub passage: Passage<'a>,
    /// The word that denies.
    pub at: usize,
    /// Who does, as a noun.
    pub who: usize,
    /// The word that what is denied hangs on.
    pub core: usize,
    /// What is denied, as far as it stands there.
    pub content: Part,
}

impl<'a> Denial<'a> {
    /// The denial of a sentence, if there is one.
    pub fn read(story: &Story, line: LineId, passage: Passage<'a>) -> Option<Self> {
        story.sentence(line).position?;
        let tree = passage.tree;
        (0..tree.tokens().len()).find_map(|at| {
            if !is_denial(&passage.text[tree.span(at)].to_lowercase()) {
                return None;
            }
            let (verb, who, what) = match tree.token(at).pos {
                "VERB" => by_verb(tree, at)?,
                "ADJ" => by_adjective(&passage, at)?,
                _ => return None,
            };
            let standing = stance(tree, verb);
            let lemma = |at: usize| tree.token(at).lemma.as_str();
            let who = spoken_for(tree, who);
            // "Both sides have denied it": who is that?
            let vague = tree
                .children(who)
                .any(|c| matches!(lemma(c), "both" | "all" | "some" | "other" | "one" | "another"));
            let sound = !standing.negated
                && standing.modality == Modality::Fact
                && standing.condition.is_none()
                && matches!(tree.token(who).pos, "NOUN" | "PROPN")
                && !COURTS.contains(&lemma(who))
                && !vague;
            let generic = is_claim(tree, what);
            let kept: BTreeSet<usize> =
                tree.subtree(what).filter(|&t| !(generic && t == what)).collect();
            let content = Part::of(&passage, |t| kept.contains(&t));
            sound.then(|| Self { line, passage, at, who, core: core(tree, what), content })
        })
    }
}

/// Whether a noun means what somebody says of another. An insurer's "claim of 5 million" is none.
fn is_claim(tree: &Tree, noun: usize) -> bool {
    let lemma = tree.token(noun).lemma.as_str();
    let of_a_sum = tree.subtree(noun).any(|at| matches!(tree.token(at).tag, "CD" | "$"));
    is_claim_noun(lemma) && !of_a_sum
}

/// The verb of denial, who denies by it, and what.
fn by_verb(tree: &Tree, at: usize) -> Option<(usize, usize, usize)> {
    let lemma = |at: usize| tree.token(at).lemma.as_str();
    // "neither confirmed nor denied".
    if at > 0 && lemma(at - 1) == "nor" {
        return None;
    }
    // What somebody else says that they denied is not theirs: "the envoy said they denied it".
    if matches!(tree.token(at).dep, "ccomp" | "acl" | "advcl") {
        return None;
    }
    let (who, what) = match tree.child(at, &["nsubjpass"]) {
        // "was denied a licence by the ministry".
        Some(_) if tree.child(at, &["dobj", "oprd", "attr"]).is_some() => return None,
        Some(what) => (tree.child(tree.child(at, &["agent"])?, &["pobj"])?, what),
        None if tree.child(at, &["dative"]).is_some() => return None,
        None => (subject(tree, at)?, tree.child(at, &["ccomp", "xcomp", "dobj"])?),
    };
    let clause = matches!(tree.token(what).dep, "ccomp" | "xcomp");
    // "denied any dealings".
    let any = tree.children(what).any(|c| lemma(c) == "any");
    let denied = match lemma(at) {
        "deny" => {
            clause
                || is_claim(tree, what)
                || any
                || accuses(lemma(what))
                || PARTS.contains(&lemma(what))
        }
        "dismiss" | "reject" | "refute" => {
            is_claim(tree, what) && !REPORTS.contains(&lemma(what))
                || lemma(at) == "refute" && is_claim(tree, what)
        }
        "dispute" => is_claim(tree, what),
        _ => false,
    };
    denied.then_some((at, who, what))
}

/// The verb of "the charges were false", who says so, and what is false.
fn by_adjective(passage: &Passage, at: usize) -> Option<(usize, usize, usize)> {
    let tree = passage.tree;
    let verb = tree.head(at).filter(|&verb| tree.token(verb).lemma == "be")?;
    let what = tree.child(verb, &["nsubj"]).filter(|&what| is_claim(tree, what))?;
    let said = attribution(passage);
    let speaks = |&t: &usize| {
        is_speech_verb(&passage.text[tree.span(t)].to_lowercase()) && said.contains(&t)
    };
    let who = tree.ancestors(verb).skip(1).find(speaks).and_then(|t| tree.child(t, &["nsubj"]))?;
    Some((verb, who, what))
}

/// The word that what is denied hangs on: in "claims that he betrayed them" the deed.
fn core(tree: &Tree, what: usize) -> usize {
    let deed = || tree.child(what, &["acl", "ccomp", "relcl"]);
    if is_claim(tree, what) { deed().unwrap_or(what) } else { what }
}

/// Whom a spokesman speaks for, where the sentence says so.
fn spoken_for(tree: &Tree, who: usize) -> usize {
    let speaks = tree.token(who).lemma.starts_with("spokes");
    let prep = tree.children(who).find(|&c| speaks && tree.token(c).lemma == "for");
    prep.and_then(|prep| tree.child(prep, &["pobj"])).unwrap_or(who)
}

/// The subject of a verb, or of the one that it is joined to.
fn subject(tree: &Tree, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..3 {
        if let Some(subject) = tree.child(at, &["nsubj"]) {
            return Some(subject);
        }
        if tree.token(at).dep != "conj" {
            return None;
        }
        at = tree.head(at)?;
    }
    None
}
