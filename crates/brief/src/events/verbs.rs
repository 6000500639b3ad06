//! What the verb of a clause does to the day beside it: gives one, moves one,
//! or tells how things stood on it.
//!
//! Where a clause looks, and whether it says what it tells, is `annotate`'s
//! to answer: `outlook`, `stance`.

use throughline_annotate::{moves_day, stance, stem};

use crate::tree::Tree;

/// Verbs that give a thing a day: "convened for June 25", "has scheduled".
pub fn gives_day(lemma: &str) -> bool {
    matches!(
        lemma,
        "schedule"
            | "plan"
            | "convene"
            | "set"
            | "fix"
            | "call"
            | "slate"
            | "pencil"
            | "book"
            | "expect"
    )
}

/// Verbs that give a thing another day.
pub fn moves(lemma: &str) -> bool {
    moves_day(&stem(lemma))
}

/// Whether a clause tells how things stand: the present of a verb of state, or
/// such a clause inside "the staff said on Thursday".
pub fn is_state(tree: &Tree, verb: usize) -> bool {
    let present = |at: usize| {
        matches!(tree.token(at).tag, "VBZ" | "VBP")
            && tree.token(at).pos == "VERB"
            && !tree.children(at).any(|c| tree.token(c).dep == "aux")
            && matches!(
                tree.token(at).lemma.as_str(),
                "control"
                    | "hold"
                    | "remain"
                    | "stand"
                    | "occupy"
                    | "own"
                    | "number"
                    | "employ"
                    | "face"
                    | "lack"
            )
    };
    present(verb) || tree.child(verb, &["ccomp"]).is_some_and(present)
}

/// Whether a clause denies what it tells: "did not sign", "no gate was opened".
/// Who finds nothing has done something.
pub fn is_denied(tree: &Tree, verb: usize) -> bool {
    let stance = stance(tree, verb);
    stance.is_denial() && (stance.denied || !stance.finds_none)
}
