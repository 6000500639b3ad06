//! How a clause stands: whether what its verb says is told as done, denied,
//! planned, possible, wanted or under a condition.
//!
//! Read from the tree, a clause head at a time; each head takes over what its
//! governors say of it ("did not plan to sign": neither planned nor signed).
//! `own` reads the clause itself, `governors` what stands above it, `outlook`
//! its tense: where it looks.

mod governors;
mod outlook;
mod own;

use std::ops::Range;

pub use outlook::{Outlook, outlook};
pub use own::condition;

use crate::tree::Tree;
use governors::{adjective_says, governs, is_hope, is_rejection, is_wish, noun};
use own::own;

/// How sure what a clause says is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    /// "signed", "signs".
    Fact,
    /// "will sign", "plans to sign", "is due to sign".
    Planned,
    /// "urged them to sign", "must sign".
    Wanted,
    /// "may sign", "whether it signed", "tried to sign".
    Possible,
    /// "would sign if", and the condition itself.
    Conditional,
}

/// How one clause stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// The token of its head.
    pub head: usize,
    /// "did not sign", "failed to sign", "no minister signed".
    pub negated: bool,
    /// Negated by its object alone, which leaves something done: "found no
    /// weapons".
    pub finds_none: bool,
    /// "denied that he signed": told only to be rejected.
    pub denied: bool,
    /// Fact, plan, wish, possibility.
    pub modality: Modality,
    /// "reportedly signed", "is believed to have signed".
    pub hedged: bool,
    /// The tokens of the condition it hangs on.
    pub condition: Option<Range<usize>>,
}

impl Stance {
    /// Whether the clause says that the thing is not so.
    pub fn is_denial(&self) -> bool {
        self.negated != self.denied
    }
}

/// How the clause of one head stands.
pub fn stance(tree: &Tree, head: usize) -> Stance {
    let mut found = own(tree, head);
    // What governs a clause says how it stands, one step after another.
    let mut at = head;
    let mut steps = tree.tokens().len();
    while let Some(above) = tree.head(at).filter(|_| steps > 0) {
        steps -= 1;
        if !take(tree, &mut found, at, above) {
            break;
        }
        at = above;
    }
    found
}

/// Whether a token heads a clause.
pub fn is_head(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    matches!(token.pos, "VERB" | "AUX")
        && !matches!(token.dep, "aux" | "auxpass" | "amod" | "compound" | "punct" | "case" | "nmod")
}

fn lemma(tree: &Tree, at: usize) -> String {
    tree.token(at).lemma.to_lowercase()
}

/// Takes over what a governor says of a clause; false where nothing above it
/// bears on the clause any more.
fn take(tree: &Tree, found: &mut Stance, at: usize, above: usize) -> bool {
    let dep = tree.token(at).dep;
    let word = lemma(tree, above);
    let verb = matches!(tree.token(above).pos, "VERB" | "AUX");
    let negated = || {
        let up = own(tree, above);
        up.negated
    };
    match dep {
        "xcomp" | "acomp" | "oprd" | "prt" if verb => {
            let (modality, mut negative, hedged) = governs(&word, tree, above);
            // "have yet to reach", "ruled out buying".
            negative |= tree.children(above).any(|c| {
                word == "have" && lemma(tree, c) == "yet"
                    || word == "rule" && lemma(tree, c) == "out"
            });
            found.modality = found.modality.max(modality);
            found.hedged |= hedged;
            found.negated ^= negative;
            found.denied |= is_rejection(&word);
            let up = own(tree, above);
            found.negated |= up.negated && !negative;
            if up.negated && negative {
                found.negated = false;
            }
            found.modality = found.modality.max(up.modality);
            found.hedged |= up.hedged;
            found.condition = found.condition.take().or(up.condition);
            true
        }
        "xcomp" | "ccomp" | "acl" | "advcl" | "prep" if tree.token(above).pos == "ADJ" => {
            adjective_says(found, &word);
            if tree.head(above).is_some_and(|h| own(tree, h).negated) {
                found.negated = true;
            }
            if let Some(h) = tree.head(above) {
                found.modality = found.modality.max(own(tree, h).modality);
            }
            false
        }
        "ccomp" if verb => {
            if tree.child(above, &["nsubj", "nsubjpass"]).is_some_and(|s| s > at) && word != "deny"
            {
                return false;
            }
            found.denied |= is_rejection(&word);
            if word == "be"
                && let Some(adjective) = tree.child(above, &["acomp"])
            {
                adjective_says(found, &lemma(tree, adjective));
            }
            let (modality, _, hedged) = governs(&word, tree, above);
            if is_wish(&word) || modality == Modality::Possible || is_hope(&word) {
                found.modality = found.modality.max(modality);
            }
            found.hedged |= hedged;
            // "do not believe that": the denial belongs to what is believed.
            if matches!(word.as_str(), "believe" | "think" | "expect" | "suppose" | "mean") {
                found.negated |= negated();
            }
            false
        }
        // "the claim that he signed", "a plan to sign", "no evidence that".
        "acl" | "ccomp" | "relcl" if tree.token(above).pos == "NOUN" => {
            noun(tree, found, at, above, &word);
            false
        }
        "pcomp" => match word.as_str() {
            "without" => {
                found.negated = true;
                false
            }
            "from" | "of" | "against" | "for" | "about" | "in" | "on" | "to" => {
                // "prevented the crew from landing" is often read as a crew from landing.
                let Some(mut governor) = tree.head(above) else { return false };
                if tree.token(governor).dep == "dobj" && lemma(tree, above) == "from" {
                    governor = tree.head(governor).unwrap_or(governor);
                }
                let word = lemma(tree, governor);
                if word == "vote" && lemma(tree, above) == "against" {
                    found.negated = true;
                }
                match word.as_str() {
                    "prevent" | "stop" | "keep" | "bar" | "ban" | "refrain" | "block"
                    | "dissuade" | "prohibit" | "short" | "abstain" => found.negated = true,
                    "think" | "consider" | "talk" | "dream" | "plan" | "intention" | "hope"
                    | "possibility" | "chance" | "risk" | "threaten" | "threat" => {
                        found.modality = found.modality.max(Modality::Possible);
                    }
                    "accuse" | "suspect" | "allegation" | "accusation" | "charge" => {
                        found.hedged = true
                    }
                    _ => {}
                }
                if matches!(tree.token(governor).pos, "VERB") {
                    let up = own(tree, governor);
                    if up.modality > Modality::Fact {
                        found.modality = found.modality.max(up.modality);
                    }
                    let blocks = matches!(
                        word.as_str(),
                        "prevent" | "stop" | "keep" | "bar" | "ban" | "block"
                    );
                    if up.negated {
                        found.negated = !blocks;
                    }
                }
                false
            }
            _ => false,
        },
        "conj" if verb => {
            // "did not sign or ratify"; "will meet and sign".
            let up = own(tree, above);
            let has_own = tree.child(at, &["nsubj", "nsubjpass", "aux"]).is_some();
            let or = tree.children(above).any(|c| {
                tree.token(c).dep == "cc" && matches!(lemma(tree, c).as_str(), "or" | "nor")
            });
            found.negated |= up.negated && or;
            let bare = matches!(tree.token(at).tag, "VB" | "VBN" | "VBG")
                && tree.token(at).tag == tree.token(above).tag;
            if !has_own && bare {
                found.modality = found.modality.max(up.modality);
                return !matches!(tree.token(above).dep, "ROOT");
            }
            let infinitive =
                tree.children(at).all(|c| tree.token(c).dep != "aux" || lemma(tree, c) == "to");
            let reported = tree.token(above).dep == "ccomp";
            (reported || infinitive && tree.token(at).tag == "VB")
                && tree.token(above).dep != "ROOT"
        }
        _ => false,
    }
}
