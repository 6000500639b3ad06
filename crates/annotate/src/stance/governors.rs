//! What the verb, adjective or noun above a clause says of it.

use super::{Modality, Stance, lemma};
use crate::tree::Tree;

/// What an adjective says of its complement: "likely to", "possible that".
pub(super) fn adjective_says(found: &mut Stance, word: &str) {
    match word {
        _ if is_due(word) => found.modality = found.modality.max(Modality::Planned),
        "ready" | "prepared" | "willing" | "about" | "bound" | "eager" | "keen" | "determined" => {
            found.modality = found.modality.max(Modality::Planned);
        }
        "unlikely" | "unable" | "unwilling" | "reluctant" | "impossible" => {
            let modal = if word == "unable" { Modality::Fact } else { Modality::Planned };
            found.modality = found.modality.max(modal);
            found.negated = true;
        }
        "possible" | "unclear" | "uncertain" | "unsure" | "conceivable" | "doubtful" | "free" => {
            found.modality = found.modality.max(Modality::Possible);
        }
        "untrue" | "false" => found.denied = true,
        "necessary" | "essential" | "important" | "vital" => {
            found.modality = found.modality.max(Modality::Wanted);
        }
        _ => {}
    }
}

/// What a noun says of the clause that explains it.
pub(super) fn noun(tree: &Tree, found: &mut Stance, at: usize, above: usize, word: &str) {
    if tree.token(at).dep == "relcl" {
        return;
    }
    let none = tree.children(above).any(|c| tree.token(c).dep == "det" && lemma(tree, c) == "no");
    let false_ = tree.children(above).any(|c| {
        tree.token(c).dep == "amod"
            && matches!(
                lemma(tree, c).as_str(),
                "false" | "untrue" | "baseless" | "unfounded" | "bogus"
            )
    });
    match word {
        "plan" | "decision" | "proposal" | "promise" | "pledge" | "vow" | "deal" | "agreement"
        | "intention" | "offer" | "commitment" | "right" | "order" | "bill" | "move" => {
            found.modality = found.modality.max(Modality::Planned);
        }
        "call" | "demand" | "request" | "appeal" | "pressure" | "need" | "obligation" => {
            found.modality = found.modality.max(Modality::Wanted);
        }
        "attempt" | "effort" | "bid" | "threat" | "possibility" | "chance" | "risk"
        | "prospect" | "fear" | "hope" | "ability" | "opportunity" | "concern" | "question" => {
            found.modality = found.modality.max(Modality::Possible);
        }
        "claim" | "allegation" | "accusation" | "report" | "rumour" | "rumor" | "suspicion"
        | "suggestion" | "speculation" => found.hedged = true,
        "failure" | "refusal" | "inability" | "reluctance" => found.negated = true,
        "evidence" | "sign" | "proof" | "indication" if none => found.denied = true,
        _ => {}
    }
    if false_ || none && matches!(word, "plan" | "intention" | "decision") {
        found.denied |= false_;
        found.negated |= !false_;
    }
    // "rejected claims that", "denied reports that".
    let mut up = tree.head(above);
    if up.is_some_and(|u| tree.token(u).pos == "ADP") {
        up = tree.head(up.unwrap_or(above));
    }
    if let Some(verb) = up {
        found.denied |= is_rejection(&lemma(tree, verb));
    }
}

/// What a verb says of its complement: modality, whether it denies, whether it hedges.
pub(super) fn governs(word: &str, tree: &Tree, at: usize) -> (Modality, bool, bool) {
    let passive = tree.children(at).any(|c| tree.token(c).dep == "auxpass");
    match word {
        _ if is_plan(word) || is_expectation(word) || passive && is_appointment(word) => {
            (Modality::Planned, false, false)
        }
        "agree" | "vow" | "promise" | "pledge" | "offer" | "decide" | "prepare" | "propose"
        | "swear" | "commit" | "set" | "undertake" | "arrange" => (Modality::Planned, false, false),
        "order" | "urge" | "ask" | "call" | "tell" | "demand" | "request" | "require" | "press"
        | "advise" | "encourage" | "instruct" | "recommend" | "want" | "need" | "wish"
        | "invite" | "warn" | "beg" => (Modality::Wanted, false, false),
        "hope" | "seek" | "try" | "attempt" | "threaten" | "consider" | "allow" | "permit"
        | "struggle" | "strive" | "suggest" | "fear" | "wonder" | "ready" => {
            (Modality::Possible, false, false)
        }
        "fail" | "refuse" | "decline" | "neglect" | "forget" | "stop" | "avoid" | "cease" => {
            (Modality::Fact, true, false)
        }
        "appear" | "seem" => (Modality::Fact, false, true),
        "believe" | "think" | "say" | "allege" | "report" | "suspect" | "presume"
        | "understand" | "rumour" | "rumor" | "know"
            if passive && word != "know" =>
        {
            (Modality::Fact, false, true)
        }
        "suspect" | "allege" | "claim" | "presume" | "assume" => (Modality::Fact, false, true),
        _ => (Modality::Fact, false, false),
    }
}

pub(super) fn is_wish(word: &str) -> bool {
    matches!(
        word,
        "demand"
            | "insist"
            | "propose"
            | "recommend"
            | "request"
            | "urge"
            | "want"
            | "wish"
            | "suggest"
    )
}

pub(super) fn is_hope(word: &str) -> bool {
    matches!(word, "hope" | "expect" | "fear" | "wonder" | "promise" | "pledge" | "vow")
}

pub(super) fn is_rejection(word: &str) -> bool {
    matches!(
        word,
        "deny"
            | "reject"
            | "dispute"
            | "dismiss"
            | "refute"
            | "rebut"
            | "disavow"
            | "debunk"
            | "disprove"
    )
}

/// Adjectives of what is to come: "is due to sign".
pub(super) fn is_due(word: &str) -> bool {
    matches!(
        word,
        "due" | "set" | "likely" | "scheduled" | "planned" | "expected" | "slated" | "poised"
    )
}

/// Verbs that tell of nothing but what is to come.
fn is_plan(word: &str) -> bool {
    matches!(word, "plan" | "intend" | "aim")
}

/// The same in the passive or with a clause: "expects to sign", "is slated for May".
fn is_expectation(word: &str) -> bool {
    matches!(word, "expect" | "schedule" | "slate" | "tip")
}

/// The same in the passive with a clause: "is supposed to sign".
fn is_appointment(word: &str) -> bool {
    matches!(word, "mean" | "suppose" | "set" | "project" | "forecast")
}

/// Whether a clause tells of nothing but what is to come: "plans to", "is
/// expected to", "is to", "is due to", "is going to". Who agrees or vows to do
/// something has done that.
pub(super) fn awaits(tree: &Tree, verb: usize) -> bool {
    let passive = tree.child(verb, &["auxpass"]).is_some();
    let to = tree.children(verb).any(|c| {
        tree.token(c).dep == "xcomp"
            && tree.children(c).any(|p| tree.token(p).dep == "aux" && lemma(tree, p) == "to")
    });
    let due = |c: usize| {
        let word = lemma(tree, c);
        let given = tree.token(c).tag == "VBN" && (word == "plan" || is_expectation(&word));
        matches!(tree.token(c).dep, "acomp" | "oprd" | "attr" | "advcl" | "ccomp")
            && (is_due(&word) || given)
    };
    match lemma(tree, verb).as_str() {
        word if is_plan(word) => true,
        word if is_expectation(word) => passive || to,
        word if is_appointment(word) => passive && to,
        "go" => to && tree.token(verb).tag == "VBG",
        "be" => to || tree.children(verb).any(due),
        "remain" => tree.children(verb).any(due),
        _ => false,
    }
}
