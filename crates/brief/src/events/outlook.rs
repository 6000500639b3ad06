//! Where a clause looks: back, at how things stand, ahead, or only at what may be.

use crate::tree::Tree;

/// Where a clause looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// "signed", "has signed".
    Past,
    /// "signs", "is signing".
    Present,
    /// "will sign", "is to sign", "plans to sign".
    Future,
    /// "was to sign", "was due to sign".
    WasFuture,
    /// "could sign", "whether it signs".
    Possible,
}

/// The outlook of a clause, by its finite verb.
pub fn outlook(tree: &Tree, text: &str, verb: usize) -> Outlook {
    let lower = |at: usize| text[tree.span(at)].to_lowercase();
    let auxiliaries: Vec<usize> =
        tree.children(verb).filter(|&c| matches!(tree.token(c).dep, "aux" | "auxpass")).collect();
    let aux = |words: &[&str]| auxiliaries.iter().any(|&a| words.contains(&lower(a).as_str()));
    let possible = tree.children(verb).any(|c| {
        matches!(tree.token(c).dep, "mark" | "advmod") && matches!(lower(c).as_str(), "whether")
    });
    if possible
        || lower(verb).starts_with("hop")
        || aux(&["could", "might", "may", "should", "can", "must"])
    {
        return Outlook::Possible;
    }
    // "would have paid": it did not.
    if aux(&["would", "'d", "’d"]) && aux(&["have"]) {
        return Outlook::Possible;
    }
    if aux(&["will", "'ll", "’ll", "shall", "would", "wo", "’d", "'d"]) {
        return Outlook::Future;
    }
    let past = aux(&["was", "were", "had", "did", "been"])
        || auxiliaries.is_empty() && tree.token(verb).tag == "VBD";
    let perfect = aux(&["has", "have", "had"]);
    if looks_ahead(tree, &lower, verb) && !(perfect && tree.token(verb).lemma == "be") {
        return if past { Outlook::WasFuture } else { Outlook::Future };
    }
    if past || perfect { Outlook::Past } else { Outlook::Present }
}

/// "plans to", "is expected to", "is to", "is due to", "is going to".
fn looks_ahead(tree: &Tree, lower: &impl Fn(usize) -> String, verb: usize) -> bool {
    let passive = tree.child(verb, &["auxpass"]).is_some();
    let to = tree.children(verb).any(|c| {
        tree.token(c).dep == "xcomp"
            && tree.children(c).any(|p| tree.token(p).dep == "aux" && lower(p) == "to")
    });
    match tree.token(verb).lemma.as_str() {
        "plan" | "intend" | "aim" => true,
        "expect" | "schedule" | "slate" | "tip" => passive || to,
        "mean" | "suppose" | "set" | "project" | "forecast" => passive && to,
        "go" => to && tree.token(verb).tag == "VBG",
        "be" | "remain" => {
            to && tree.token(verb).lemma == "be"
                || tree.children(verb).any(|c| {
                    matches!(tree.token(c).dep, "acomp" | "oprd" | "attr" | "advcl" | "ccomp")
                        && matches!(
                            lower(c).as_str(),
                            "due"
                                | "set"
                                | "likely"
                                | "scheduled"
                                | "planned"
                                | "expected"
                                | "slated"
                        )
                })
        }
        _ => false,
    }
}

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
    matches!(
        lemma,
        "move"
            | "postpone"
            | "reschedule"
            | "delay"
            | "defer"
            | "adjourn"
            | "shift"
            | "push"
            | "bring"
            | "put"
            | "extend"
    )
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
pub fn is_denied(tree: &Tree, text: &str, verb: usize) -> bool {
    let lower = |at: usize| text[tree.span(at)].to_lowercase();
    let no = |at: usize| matches!(lower(at).as_str(), "no" | "neither" | "none" | "nobody");
    tree.child(verb, &["neg"]).is_some()
        || tree.children(verb).any(|c| lower(c) == "never")
        || tree
            .child(verb, &["nsubj", "nsubjpass", "attr"])
            .is_some_and(|s| no(s) || tree.children(s).any(no))
}
