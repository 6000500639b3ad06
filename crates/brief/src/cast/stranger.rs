//! Strangers: who speaks in a line that does not say who that is.

use std::ops::Range;

use throughline_annotate::{is_honorific, is_speech_verb};

use super::{Cast, Named, form};
use crate::{story::LineId, story::Story, tree::Tree};

/// Mentions from which somebody is of the story, and no stranger to its reader.
const KNOWN: usize = 6;

impl Cast {
    /// Whether a line tells what somebody says of whom neither it, nor a title, nor a role that can
    /// be put before the name says who that is.
    pub fn has_stranger(&self, story: &Story, line: LineId, tree: &Tree) -> bool {
        let source = &story.readings[story.lines[line].article].article.text;
        tree.people().any(|person| {
            let name = form::trimmed(source, tree, person, true);
            !name.is_empty()
                && speaks(tree, &name)
                && !is_described(source, tree, &name)
                && !self.is_of_the_story(&form::words(&source[tree.bytes(name)]))
        })
    }

    fn is_of_the_story(&self, words: &[String]) -> bool {
        if self.is_told(words) {
            return true;
        }
        match self.find(words) {
            Named::One(id) => {
                let entity = &self.entities[id];
                entity.forms.iter().any(|full| full.titled.is_some())
                    || entity.mentions.len() >= KNOWN
            }
            _ => false,
        }
    }
}

/// Whether a name is the subject of a verb of saying, or stands behind "according to".
fn speaks(tree: &Tree, name: &Range<usize>) -> bool {
    let head = tree.token(name.end - 1);
    let governor = tree.token(head.head as usize);
    head.dep == "nsubj" && is_speech_verb(&governor.lemma)
        || head.dep == "pobj"
            && governor.lemma == "to"
            && tree.head(head.head as usize).is_some_and(|up| tree.token(up).lemma == "accord")
}

/// Whether the sentence says who a name is: a role, an age, a form of address, a clause.
fn is_described(source: &str, tree: &Tree, name: &Range<usize>) -> bool {
    let word = |at: usize| &source[tree.span(at)];
    form::role_before(source, tree, name) < name.start
        || name.start.checked_sub(1).is_some_and(|before| {
            is_honorific(word(before)) || matches!(tree.token(before).dep, "compound" | "amod")
        })
        || tree.children(name.end - 1).any(|child| {
            child >= name.end
                && matches!(tree.token(child).dep, "appos" | "relcl" | "acl" | "nummod" | "prep")
        })
}
