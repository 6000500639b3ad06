//! What a heading is worth to a reader who sees nothing else.

use std::collections::BTreeSet;

use throughline_annotate::{is_person_noun, is_speech_verb};

use super::kept::Clause;

/// Verbs that say little without what follows them.
const PALE: &[&str] = &[
    "be", "have", "do", "describe", "address", "appear", "seem", "continue", "add", "tell", "ask",
];

/// Objects that do not say what was said or done.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "response", "statement", "remark", "comment", "announcement", "news", "interview",
    "criticism", "claim", "allegation", "accusation", "charge", "denial", "detail", "information",
    "answer", "reply", "word", "thing", "step", "message", "phrase", "page", "question", "concern",
    "update", "video", "note", "tone", "effort", "insight", "glimpse", "look",
];

/// Verbs that tell nothing with their subject alone.
const BARE: &[&str] = &[
    "leave", "appear", "come", "go", "start", "begin", "continue", "remain", "work", "try", "look",
    "seem", "run", "move", "live", "stay",
];

/// What writers call somebody in place of a name, beside the nouns of persons.
const EPITHETS: &[&str] =
    &["democrat", "republican", "conservative", "liberal", "giant", "powerhouse", "maker"];

/// Nouns that need no name before them.
const KNOWN: &[&str] = &[
    "police",
    "government",
    "army",
    "military",
    "parliament",
    "congress",
    "senate",
    "house",
    "president",
    "court",
    "pope",
    "pentagon",
];

impl Clause<'_> {
    /// From 0 to about 1: a named subject, a verb that tells, an object.
    pub fn worth(&self, root: usize, kept: &BTreeSet<usize>) -> f32 {
        let tree = self.tree;
        let named = |at: usize| {
            tree.token(at).pos == "PROPN" || self.text(at).starts_with(|c: char| c.is_ascii_digit())
        };
        let subject = tree.child(root, &["nsubj", "nsubjpass"]);
        let of_subject = |at: &&usize| subject.is_some_and(|s| tree.subtree(s).contains(*at));
        let mut worth = 0.0;
        if subject.is_some_and(|subject| self.is_epithet(subject)) {
            worth -= 0.2;
        } else if kept.iter().filter(of_subject).any(|&at| named(at)) {
            worth += 0.45;
        } else if let Some(subject) = subject {
            let noun = tree.token(subject).lemma.to_lowercase();
            let bare =
                kept.iter().filter(of_subject).count() < 2 + usize::from(self.is_definite(subject));
            if bare && self.is_definite(subject) && !KNOWN.contains(&noun.as_str()) {
                worth -= 0.5;
            }
        }
        if kept.iter().any(|&at| named(at)) {
            worth += 0.2;
        }
        if kept.iter().any(|&at| {
            matches!(tree.token(at).dep, "dobj" | "attr" | "ccomp" | "xcomp" | "acomp" | "pobj")
        }) {
            worth += 0.2;
        }
        if self.last_word(kept) == Some(root) && tree.subtree(root).end > root + 2 {
            worth -= 0.35;
        }
        if self.is_empty_event(root) {
            worth -= 0.6;
        }
        if self.is_state(root) {
            worth -= 0.6;
        } else if PALE.contains(&tree.token(root).lemma.as_str()) {
            worth -= 0.2;
        }
        if tree.child(root, &["dobj"]).is_some_and(|object| self.is_empty(object, kept)) {
            worth -= 0.9;
        }
        if is_speech_verb(&self.text(root).to_lowercase()) {
            worth -= 0.1;
            let said = tree.child(root, &["ccomp"]);
            if said.is_some_and(|said| self.is_state(said) && self.is_kin(said)) {
                worth -= 0.5;
            }
        }
        if self.is_half(kept) {
            worth -= 0.35;
        }
        if self.is_bare_motion(root, kept) {
            worth -= 0.6;
        }
        if self.is_restricted(kept) {
            worth -= 0.25;
        }
        match self.words(kept) {
            ..=4 => worth - 0.25,
            5..=9 => worth + 0.15,
            _ => worth,
        }
    }

    /// "The Tarn Democrat", "the second-term mayor": a name that gives no name.
    fn is_epithet(&self, subject: usize) -> bool {
        let noun = self.tree.token(subject).lemma.to_lowercase();
        self.is_definite(subject)
            && !KNOWN.contains(&noun.as_str())
            && (is_person_noun(&noun) || EPITHETS.contains(&noun.as_str()))
            && self.tree.child(subject, &["prep", "acl", "appos"]).is_none()
    }

    /// "flight from Tarn leaves": that it does is no news by itself.
    fn is_bare_motion(&self, root: usize, kept: &BTreeSet<usize>) -> bool {
        BARE.contains(&self.tree.token(root).lemma.as_str())
            && !kept.iter().any(|&at| at > root && self.text(at).contains(char::is_alphanumeric))
    }

    /// "votes for resolution", of "for a resolution that calls upon Tarn": which says nothing alone.
    fn is_restricted(&self, kept: &BTreeSet<usize>) -> bool {
        let tree = self.tree;
        self.last_word(kept).is_some_and(|last| {
            let next = last + 1;
            tree.token(last).pos == "NOUN"
                && next < tree.tokens().len()
                && matches!(tree.token(next).tag, "WDT" | "WP")
        })
    }

    /// "Dorn says she is grateful", of "Dorn said she was grateful but had been promised nothing":
    /// what comes after "but" is the news.
    fn is_half(&self, kept: &BTreeSet<usize>) -> bool {
        let tree = self.tree;
        let but = |at: usize| {
            tree.children(at).any(|c| tree.token(c).dep == "cc" && self.text(c) == "but")
        };
        let turns = |at: usize| {
            let other = tree.child(at, &["conj"]).filter(|other| !kept.contains(other));
            other.is_some_and(|other| tree.child(other, &["nsubj", "nsubjpass"]).is_none())
        };
        kept.iter().any(|&at| but(at) && turns(at))
    }

    /// "is the name of a goddess", "is in the league", "have one daughter": what
    /// somebody is or has is no news.
    fn is_state(&self, root: usize) -> bool {
        let tree = self.tree;
        let has = |deps: &[&str]| tree.child(root, deps).is_some();
        match tree.token(root).lemma.as_str() {
            "be" => !has(&["acomp", "aux"]) && has(&["attr", "prep", "advmod"]),
            "have" | "include" | "contain" | "comprise" => !has(&["aux", "xcomp", "ccomp"]),
            _ => false,
        }
    }

    /// "was her cousin": whose, the heading does not say.
    fn is_kin(&self, state: usize) -> bool {
        let what = self.tree.child(state, &["attr"]);
        what.is_some_and(|what| self.tree.children(what).any(|c| self.tree.token(c).tag == "PRP$"))
    }

    /// "took place": that something was is no news.
    fn is_empty_event(&self, root: usize) -> bool {
        let object = self.tree.child(root, &["dobj"]);
        match self.tree.token(root).lemma.as_str() {
            "occur" | "happen" => true,
            "take" => object.is_some_and(|object| self.tree.token(object).lemma == "place"),
            _ => false,
        }
    }

    /// "issues its response", "makes remarks": nothing kept says which.
    fn is_empty(&self, object: usize, kept: &BTreeSet<usize>) -> bool {
        let tells = |c: usize| {
            !matches!(self.tree.token(c).tag, "PRP$" | "DT" | "CD" | "JJ") && kept.contains(&c)
        };
        EMPTY.contains(&self.tree.token(object).lemma.as_str())
            && !self.tree.children(object).any(tells)
    }

    /// Whether a noun is the object of a verb and says nothing by itself.
    pub fn is_pale_object(&self, noun: usize) -> bool {
        let token = self.tree.token(noun);
        token.dep == "dobj" && EMPTY.contains(&token.lemma.as_str())
    }

    fn is_definite(&self, noun: usize) -> bool {
        self.tree.child(noun, &["det"]).is_some_and(|d| self.text(d).eq_ignore_ascii_case("the"))
    }
}
