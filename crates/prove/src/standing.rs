//! How a sentence stands to each thing it speaks of: asserted, denied,
//! possible, supposed, planned, or said by somebody.

use throughline_annotate::{is_hedge, is_speech_verb, stem};
use throughline_syntax::Doc;

use crate::needs;

/// How one word stands in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The word.
    pub word: String,
    /// Stem of its dictionary form.
    pub stem: String,
    /// Whether it is an event or state: a verb, or an adjective that completes one.
    pub is_event: bool,
    /// Under a denial.
    pub denied: bool,
    /// "may", "will": the words that make it other than a fact.
    pub modal: Option<String>,
    /// The verb of which it is the content, all verbs of saying as "say".
    pub governor: Option<String>,
    /// Holds if something else does, or is that something.
    pub conditional: bool,
    /// "reportedly".
    pub hedged: bool,
}

/// The standing of every noun, verb and adjective of a sentence.
pub fn standings(tree: &Doc, sentence: &str) -> Vec<Standing> {
    let denied = needs::denied(tree, sentence);
    let kept = vec![true; tree.tokens.len()];
    let needs = needs::Needs::of(tree, sentence, &kept);
    let lower = |at: usize| sentence[tree.tokens[at].range()].to_lowercase();
    let told = |at: &usize| matches!(tree.tokens[*at].pos, "VERB" | "NOUN" | "ADJ" | "AUX");
    (0..tree.tokens.len())
        .filter(told)
        .map(|at| {
            let token = &tree.tokens[at];
            let modal = tree
                .children(at)
                .find(|&c| tree.tokens[c].dep == "aux" && tree.tokens[c].tag == "MD");
            let head = token.head as usize;
            let content = matches!(token.dep, "ccomp" | "xcomp") && head != at;
            let supposed = |at: usize| {
                tree.tokens[at].dep == "advcl" && needs.is_condition(at)
                    || tree
                        .children(at)
                        .any(|c| tree.tokens[c].dep == "advcl" && needs.is_condition(c))
            };
            Standing {
                word: lower(at),
                stem: stem(&token.lemma.to_lowercase()),
                is_event: matches!(token.pos, "VERB" | "AUX")
                    && !matches!(token.dep, "aux" | "auxpass")
                    || matches!(token.dep, "acomp" | "attr"),
                denied: denied[at],
                modal: modal.map(lower),
                governor: content.then(|| governor(&tree.tokens[head].lemma.to_lowercase())),
                conditional: supposed(at),
                hedged: tree
                    .children(at)
                    .any(|c| tree.tokens[c].dep == "advmod" && is_hedge(&lower(c))),
            }
        })
        .collect()
}

fn governor(lemma: &str) -> String {
    if is_speech_verb(lemma) && lemma != "claim" { "say".to_owned() } else { stem(lemma) }
}

impl Standing {
    /// Why a passage in which the word stands like `other` does not bear this out.
    pub fn differs(&self, other: &Self) -> Option<&'static str> {
        if self.denied != other.denied {
            return Some("one denies it and the other does not");
        }
        if !self.is_event || !other.is_event {
            return None;
        }
        if self.modal != other.modal {
            return Some("one calls it possible or coming and the other does not");
        }
        if self.governor != other.governor {
            return Some("it is somebody's word or intention");
        }
        if self.conditional != other.conditional {
            return Some("it depends on a condition");
        }
        (other.hedged && !self.hedged).then_some("the passage only reports it")
    }
}
