//! What a clause says of itself: its auxiliaries, its denials, its hedges, and
//! the condition beside it.

use std::ops::Range;

use super::{Modality, Stance, lemma};
use crate::{cues::is_conditional, tree::Tree};

/// What the head's own dependents say.
pub(super) fn own(tree: &Tree, head: usize) -> Stance {
    let mut found = Stance {
        head,
        negated: false,
        finds_none: false,
        denied: false,
        modality: Modality::Fact,
        hedged: false,
        condition: None,
    };
    let is_verb = matches!(tree.token(head).pos, "VERB" | "AUX");
    for child in tree.children(head) {
        let token = tree.token(child);
        let word = lemma(tree, child);
        match token.dep {
            "neg" => found.negated = true,
            "advmod" | "npadvmod" => {
                found.negated |=
                    matches!(word.as_str(), "never" | "hardly" | "scarcely" | "barely")
                        || word == "long" && tree.children(child).any(|c| lemma(tree, c) == "no")
                        || word == "longer" && tree.children(child).any(|c| lemma(tree, c) == "no");
                found.hedged |= is_doubt(&word);
                if matches!(word.as_str(), "possibly" | "perhaps" | "maybe" | "potentially") {
                    found.modality = found.modality.max(Modality::Possible);
                }
            }
            "aux" => found.modality = found.modality.max(auxiliary(tree, head, &word, token.tag)),
            "mark" if is_conditional(&word) => found.modality = Modality::Conditional,
            "nsubj" | "nsubjpass" | "attr" | "expl" if is_verb => {
                found.negated |= is_none(tree, child, &word);
            }
            "dobj" if is_verb => found.finds_none = is_none(tree, child, &word),
            "prep"
                if matches!(word.as_str(), "without")
                    && tree.child(child, &["pobj"]).is_some_and(|o| {
                        matches!(lemma(tree, o).as_str(), "success" | "result" | "avail")
                    }) =>
            {
                found.negated = true
            }
            _ => {}
        }
    }
    found.condition = tree.children(head).find_map(|child| proviso(tree, child));
    found.finds_none &= !found.negated;
    found.negated |= found.finds_none;
    if asks(tree, head) {
        found.modality = found.modality.max(Modality::Possible);
    }
    if tree.token(head).dep == "advcl" && inverted(tree, head).is_some() {
        found.modality = Modality::Conditional;
    }
    if found.condition.is_some() && found.modality != Modality::Fact {
        found.modality = Modality::Conditional;
    }
    found
}

/// What an auxiliary says.
pub(super) fn auxiliary(tree: &Tree, head: usize, word: &str, tag: &str) -> Modality {
    match word {
        "will" | "wo" | "'ll" | "shall" | "’ll" => Modality::Planned,
        // "said it would sign" tells a plan; "would sign" alone supposes.
        "would" | "'d" | "’d" if tag == "MD" => {
            let reported = tree.token(head).dep == "ccomp";
            if reported { Modality::Planned } else { Modality::Possible }
        }
        "may" | "might" | "could" | "can" | "ca" => Modality::Possible,
        "should" | "must" | "ought" => Modality::Wanted,
        "to" => match tree.token(head).dep {
            // The governor of a complement says how it stands.
            "xcomp" | "ccomp" | "conj" => Modality::Fact,
            _ => Modality::Planned,
        },
        _ => Modality::Fact,
    }
}

/// The word that makes a clause a condition, by the clause's verb: the "if" of
/// "if the talks fail", the "should" of "should they fail".
///
/// ```
/// # use throughline_annotate::{Tree, condition};
/// let tree = Tree::parse(&[("If the talks fail, Norland will leave.", 0)]).remove(0);
/// assert_eq!(condition(&tree, 3), Some(0));
/// ```
pub fn condition(tree: &Tree, clause: usize) -> Option<usize> {
    let marked = || {
        tree.children(clause).find(|&c| match tree.token(c).dep {
            "mark" | "advmod" => is_conditional(&lemma(tree, c)),
            "prep" => lemma(tree, c) == "unless",
            _ => false,
        })
    };
    // "provided that they sign", "as long as they sign": the mark is the last word of some.
    let led = || {
        let mark = tree.child(clause, &["mark"])?;
        LEADS.iter().find_map(|lead| {
            let first = (mark + 1).checked_sub(lead.len())?;
            let is = |(at, word): (usize, &&str)| tree.token(at).lemma.eq_ignore_ascii_case(word);
            (first..).zip(lead.iter()).all(is).then_some(first)
        })
    };
    // "provided that they sign"
    let provided = || {
        let supposes = matches!(lemma(tree, clause).as_str(), "provide" | "assume" | "suppose");
        let bare = tree.child(clause, &["nsubj"]).is_none();
        (supposes && bare && tree.child(clause, &["ccomp"]).is_some()).then_some(clause)
    };
    marked().or_else(led).or_else(|| inverted(tree, clause)).or_else(provided)
}

/// Words before a clause that make it a condition, by their lemmas.
const LEADS: &[&[&str]] = &[
    &["provide", "that"],
    &["assume", "that"],
    &["suppose", "that"],
    &["as", "long", "as"],
    &["so", "long", "as"],
    &["in", "case"],
];

/// The tokens of a condition that hangs on a clause by its child `at`.
fn proviso(tree: &Tree, at: usize) -> Option<Range<usize>> {
    let within = |clause: usize| {
        let (first, clause) = (condition(tree, clause)?, tree.subtree(clause));
        Some(clause.start.min(first)..clause.end)
    };
    match tree.token(at).dep {
        "advcl" | "xcomp" => within(at),
        // "as long as they sign": the clause hangs on "long".
        "advmod" => within(tree.child(at, &["advcl"])?),
        // "on condition that they sign"; "provided" is read as a preposition, too.
        "prep" => within(at).or_else(|| {
            let noun = tree.child(at, &["pobj"])?;
            let clause = tree.child(noun, &["acl", "ccomp"])?;
            let that = lemma(tree, tree.child(clause, &["mark"])?) == "that";
            let named = matches!(lemma(tree, noun).as_str(), "condition" | "event");
            (that && named).then(|| tree.subtree(at))
        }),
        _ => None,
    }
}

/// "whether it signed".
pub(super) fn asks(tree: &Tree, verb: usize) -> bool {
    tree.children(verb)
        .any(|c| matches!(tree.token(c).dep, "mark" | "advmod") && lemma(tree, c) == "whether")
}

/// "Should the talks fail": the auxiliary before its subject.
fn inverted(tree: &Tree, clause: usize) -> Option<usize> {
    let subject = tree.child(clause, &["nsubj", "nsubjpass"])?;
    tree.children(clause)
        .find(|&c| c < subject && tree.token(c).dep == "aux" && lemma(tree, c) == "should")
}

fn is_doubt(word: &str) -> bool {
    matches!(
        word,
        "reportedly"
            | "allegedly"
            | "apparently"
            | "supposedly"
            | "seemingly"
            | "presumably"
            | "probably"
            | "likely"
            | "purportedly"
            | "ostensibly"
            | "possibly"
            | "perhaps"
            | "maybe"
            | "potentially"
            | "evidently"
    )
}

/// "no minister", "nobody", "none of the ministers", "neither side".
fn is_none(tree: &Tree, at: usize, word: &str) -> bool {
    matches!(word, "nobody" | "none" | "nothing" | "neither")
        || word == "no one"
        || tree.children(at).any(|c| {
            matches!(tree.token(c).dep, "det" | "preconj" | "neg")
                && matches!(lemma(tree, c).as_str(), "no" | "neither")
        })
        || word == "one" && tree.children(at).any(|c| lemma(tree, c) == "no")
}
