//! The finite verb of an event: the one whose tense tells when it was.

use throughline_annotate::{Outlook, is_speech_verb, outlook};

use super::verbs::is_denied;
use crate::tree::Tree;

/// The verb whose tense tells of an event.
pub struct Finite {
    /// The finite verb.
    pub verb: usize,
    /// The verb of its clause: a partner of the finite one, or that itself.
    pub partner: usize,
    /// Whether the event is told by that verb or by its complement, and not by
    /// a participle or infinitive that hangs on it ("before voting on 2 June").
    pub is_own: bool,
}

/// The finite verb of a verb's clause: "are scheduled to resume on May 20".
pub fn finite(tree: &Tree, head: usize) -> Option<Finite> {
    let mut verb = head;
    let mut partner = head;
    let mut is_own = true;
    let mut left = tree.tokens().len();
    while !tree.is_finite(verb) {
        let token = tree.token(verb);
        match token.dep {
            "xcomp" | "acomp" | "auxpass" | "aux" | "attr" | "oprd" => {}
            // "Opened in 1958, the bridge"; "Speaking on Monday, Orr said".
            "advcl" | "pcomp" | "acl" | "prep" => is_own = false,
            // Partners share an auxiliary: "was read and signed".
            "conj" => {}
            _ => return None,
        }
        let up = token.head as usize;
        left = left.checked_sub(1)?;
        if up == verb {
            return None;
        }
        if token.dep != "conj" && partner == verb {
            partner = up;
        }
        verb = up;
    }
    Some(Finite { verb, partner, is_own })
}

/// Whether a participle opens its sentence.
pub fn opens(tree: &Tree, participle: usize) -> bool {
    tree.token(participle).dep == "advcl" && tree.subtree(participle).start == 0
}

/// Whether the main clause tells what happened: past or perfect, not denied,
/// and no mere saying.
pub fn tells_past(tree: &Tree, text: &str) -> bool {
    tree.root().is_some_and(|root| {
        let said = is_speech_verb(&text[tree.span(root)].to_lowercase());
        let verb = tree.child(root, &["ccomp"]).filter(|_| said).unwrap_or(root);
        tree.is_finite(verb)
            && outlook(tree, verb) == Outlook::Past
            && !is_denied(tree, verb)
            && !matches!(
                tree.token(verb).lemma.as_str(),
                "be" | "become" | "remain" | "seem" | "appear"
            )
    })
}
