//! Whom a pronoun means, where one person alone can be meant.
//!
//! That is the subject of the sentence before, if this is a person and the
//! sentence speaks of no other. The pronoun itself must be what its sentence
//! is about, its subject or the owner of it, and nobody who could be meant may
//! stand before it there. A tree or a name that is read wrongly must make for
//! refusal: so a proper noun counts as a person unless it is known as a place,
//! an institution or a day.

use std::ops::Range;

use throughline_annotate::{gender, is_person_noun, quotes};
use throughline_syntax::Doc;

use crate::{
    rules::{Case, Verdict, need},
    stored::Held,
};

/// Prepositions that lead to a place or a day, not to a person.
const PLACING: &[&str] =
    &["in", "at", "on", "near", "outside", "inside", "during", "through", "across", "into"];

/// The bytes of the name that a pronoun stands for.
///
/// # Errors
/// The reason, where it is not safe to say.
pub fn of(case: &Case) -> Result<Range<usize>, String> {
    let own = case.held.sentence(&case.at).ok_or("it runs over a line")?;
    let leading = Parsed::of(case.held, &own);
    let pronoun = leading.at(case.at.start).ok_or("no word stands there")?;
    leading.is_about(pronoun)?;
    let before = case.held.sentence_before(own.start).ok_or("no sentence stands before")?;
    let span = case.held.sentence(&before).unwrap_or(before);
    let earlier = Parsed::of(case.held, &span);
    let name = earlier.sole_person()?;
    let meant = gender(&case.edit.from.to_lowercase());
    let other = (0..earlier.tree.tokens.len())
        .filter_map(|i| gender(&earlier.lower(i)))
        .any(|told| meant.is_some_and(|meant| meant != told));
    need(!other, "the sentence before speaks of somebody else")?;
    let last = earlier.lower(name.end - 1);
    let again = (0..leading.tree.tokens.len()).any(|i| leading.lower(i) == last);
    need(!again, "the sentence names the person")?;
    Ok(earlier.bytes(&name))
}

/// A sentence with its tree.
struct Parsed<'a> {
    tree: std::sync::Arc<Doc>,
    text: &'a str,
    start: usize,
}

impl<'a> Parsed<'a> {
    fn of(held: &Held<'a>, span: &Range<usize>) -> Self {
        let text = &held.article.text[span.clone()];
        Self { tree: held.tree(span), text, start: span.start }
    }

    fn at(&self, byte: usize) -> Option<usize> {
        let inner = byte.checked_sub(self.start)?;
        self.tree.tokens.iter().position(|t| t.range().contains(&inner))
    }

    fn lower(&self, at: usize) -> String {
        self.text[self.tree.tokens[at].range()].to_lowercase()
    }

    fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let token = |i: usize| self.tree.tokens[i].range();
        self.start + token(tokens.start).start..self.start + token(tokens.end - 1).end
    }

    fn dep(&self, at: usize) -> &str {
        self.tree.tokens[at].dep
    }

    fn head(&self, at: usize) -> usize {
        self.tree.tokens[at].head as usize
    }

    fn root(&self) -> Option<usize> {
        (0..self.tree.tokens.len()).find(|&i| self.dep(i) == "ROOT")
    }

    fn is_subject(&self, at: usize) -> bool {
        matches!(self.dep(at), "nsubj" | "nsubjpass")
    }

    fn subject(&self, verb: usize) -> Option<usize> {
        self.tree.children(verb).find(|&c| self.is_subject(c))
    }

    /// The kind of the name that holds a token.
    fn kind(&self, at: usize) -> Option<&'static str> {
        let holds = |first: u32, last: u32| (first as usize..=last as usize).contains(&at);
        self.tree.names.iter().find(|n| holds(n.first, n.last)).map(|n| n.kind)
    }

    fn is_quoted(&self, at: usize) -> bool {
        let byte = self.tree.tokens[at].start as usize;
        quotes(self.text, 0..self.text.len()).iter().any(|q| q.outer.contains(&byte))
    }

    /// Whether a word may stand for a person: by its name, as a proper noun
    /// that is nothing else for sure, or as a common noun.
    fn may_be_person(&self, at: usize) -> bool {
        let token = &self.tree.tokens[at];
        let lower = self.lower(at);
        if self.kind(at) == Some("PERSON") || gender(&lower).is_some() {
            return true;
        }
        match token.pos {
            "NOUN" => !lower.ends_with('s') && is_person_noun(&token.lemma.to_lowercase()),
            "PROPN" => match self.kind(at) {
                Some("DATE" | "TIME" | "NORP" | "MONEY" | "PERCENT" | "LAW" | "EVENT") => false,
                Some("GPE" | "LOC" | "FAC") => false,
                // A single word is often taken for a firm.
                Some("ORG" | "PRODUCT" | "WORK_OF_ART") => {
                    let shouted = !self.text[token.range()].contains(char::is_lowercase);
                    let part = token.dep == "compound"
                        || at > 0 && self.dep(at - 1) == "compound" && self.head(at - 1) == at;
                    !shouted && !part
                }
                _ => token.dep != "compound" || self.may_be_person(self.head(at)),
            },
            _ => false,
        }
    }

    /// Whether the sentence is about the pronoun, and nobody whom it could
    /// mean stands before it.
    fn is_about(&self, pronoun: usize) -> Verdict {
        need(!self.is_quoted(pronoun), "a speaker says it")?;
        let root = self.root().ok_or("the sentence has no verb")?;
        let owned = self.dep(pronoun) == "poss";
        let subject = if owned { self.head(pronoun) } else { pronoun };
        let verb = self.head(subject);
        // "He was arrested, police said."
        let said = |verb: usize| {
            self.dep(verb) == "ccomp"
                && self.head(verb) == root
                && verb < root
                && self.subject(root).is_some_and(|s| !self.may_be_person(s))
        };
        need(
            self.is_subject(subject) && (verb == root || said(verb)),
            "it is not what its sentence is about",
        )?;
        need(
            self.tree.children(pronoun).all(|c| !matches!(self.dep(c), "appos" | "conj" | "relcl")),
            "it is not said of one person alone",
        )?;
        let own = gender(&self.lower(pronoun));
        let rival = (0..pronoun).any(|i| {
            let told = gender(&self.lower(i));
            let same = told == own && matches!(self.tree.tokens[i].pos, "PRON" | "DET");
            let placed =
                matches!(self.kind(i), Some("GPE" | "LOC" | "FAC" | "ORG")) && !self.is_placed(i);
            !same && (self.may_be_person(i) || placed)
        });
        need(!rival, "who is meant may stand before it in its sentence")
    }

    /// "in Ardenne", "at the Harbour Bank".
    fn is_placed(&self, at: usize) -> bool {
        let mut here = at;
        while self.dep(here) == "compound" && self.head(here) != here {
            here = self.head(here);
        }
        self.dep(here) == "pobj" && PLACING.contains(&self.lower(self.head(here)).as_str())
    }

    /// The name of the person who is the subject, where the sentence speaks of
    /// no other.
    fn sole_person(&self) -> Result<Range<usize>, String> {
        let root = self.root().ok_or("the sentence before has no verb")?;
        let subject = self.subject(root).ok_or("the sentence before has no subject")?;
        let alone = |c: usize| !matches!(self.dep(c), "conj" | "cc" | "prep");
        // "The union's leader, Dara Quill, resigned."
        let apposed = self.tree.children(subject).find(|&c| {
            self.dep(c) == "appos"
                && self.kind(c) == Some("PERSON")
                && self.may_be_person(subject)
                && self.tree.tokens[subject].pos == "NOUN"
        });
        need(
            apposed.is_none() || self.tree.children(subject).all(alone),
            "the sentence before is about several",
        )?;
        let subject = apposed.unwrap_or(subject);
        let name = self.person(subject).ok_or("the subject of the sentence before is no person")?;
        need(
            (subject + 1..name.end).all(|i| {
                self.tree.tokens[i].tag == "POS"
                    || !self.text[self.tree.tokens[i].range()].starts_with(char::is_alphabetic)
            }),
            "the subject of the sentence before is no person",
        )?;
        need(!self.is_quoted(subject), "a speaker names the person")?;
        need(self.tree.children(subject).all(alone), "the sentence before is about several")?;
        let same = self.lower(subject);
        let surname = |i: usize| {
            let words = self.person(i)?.rev().map(|i| self.lower(i));
            words.into_iter().find(|w| w.starts_with(char::is_alphabetic))
        };
        let is_other = |i: usize| {
            i != subject
                && self.may_be_person(i)
                && !self.describes(i, subject)
                && surname(i).unwrap_or_else(|| self.lower(i)) != same
                && (gender(&self.lower(i)).is_none() || self.tree.tokens[i].pos == "NOUN")
        };
        let others = (0..self.tree.tokens.len()).any(is_other);
        need(!others, "the sentence before speaks of several people")?;
        Ok(name.start..subject + 1)
    }

    /// The tokens of the person's name that holds a token.
    fn person(&self, at: usize) -> Option<Range<usize>> {
        let people = self.tree.names.iter().filter(|n| n.kind == "PERSON");
        people.map(|n| n.first as usize..n.last as usize + 1).find(|n| n.contains(&at))
    }

    /// Whether a word says who the subject is: "President Vosk", "Vosk, a
    /// lawyer,", "Vosk is the mayor", "Vosk resigned as mayor".
    fn describes(&self, at: usize, subject: usize) -> bool {
        let head = self.head(at);
        if self.dep(subject) == "appos" && self.head(subject) == at {
            return true;
        }
        let copula =
            self.tree.tokens[head].lemma == "be" || self.tree.tokens[head].lemma == "become";
        match self.dep(at) {
            "compound" | "amod" | "nmod" => {
                head == subject || head != at && self.describes(head, subject)
            }
            "appos" => head == subject,
            "attr" => copula && self.subject(head) == Some(subject),
            "pobj" => self.lower(head) == "as" && self.subject(self.head(head)) == Some(subject),
            _ => false,
        }
    }
}
