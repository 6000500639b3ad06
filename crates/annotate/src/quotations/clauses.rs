//! Clauses of saying: a verb and who says it, in the orders that news uses.

use std::ops::Range;

use super::{
    classes::{is_determiner, is_person_pronoun, is_verb_like},
    subjects::{Before, Subject, View},
};
use crate::speech::{self, Takes, takes};

/// A verb of saying with its subject, as tokens of a frame.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub verb: usize,
    pub takes: Takes,
    pub subject: Subject,
    /// The subject stands after the verb: "said Ana Vell".
    pub inverted: bool,
    /// "according to".
    pub according: bool,
    /// The number of the clause that the subject is taken over from.
    pub joined: Option<usize>,
}

impl Clause {
    /// The tokens from the subject to the verb.
    pub fn span(&self) -> Range<usize> {
        let phrase = &self.subject.phrase;
        let end = self.subject.beside.as_ref().map_or(phrase.end, |b| b.end);
        match (self.joined, self.inverted) {
            (Some(_), _) => self.verb..self.verb + 1,
            (None, true) => self.verb..end,
            (None, false) => phrase.start.min(self.verb)..self.verb + 1,
        }
    }

    /// "described by the Tribune": the words come after "as".
    pub fn is_passive(&self) -> bool {
        self.inverted && self.takes == Takes::Words
    }

    /// Where what is said may begin after it.
    pub fn end(&self) -> usize {
        if self.inverted { self.span().end } else { self.verb + 1 }
    }
}

/// The clauses of saying in a frame.
pub(super) fn clauses(view: View) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    for at in 0..view.tokens.len() {
        let word = view.word(at);
        if word == "according" && view.word(at + 1) == "to" {
            if let Some(phrase) = view.phrase_after(at + 2) {
                let subject = Subject { beside: None, phrase };
                let takes = Takes::Clause;
                found.push(Clause {
                    verb: at,
                    takes,
                    subject,
                    inverted: true,
                    according: true,
                    joined: None,
                });
            }
            continue;
        }
        let Some(takes) = takes(word).or_else(|| beside_speech(view, at)) else { continue };
        // "the United States"; and a noun is no verb, but for "praised by the Tribune".
        if view.is_capital(at) {
            continue;
        }
        if takes == Takes::Words
            && view.word(at + 1) == "by"
            && let Some(phrase) = view.phrase_after(at + 2)
        {
            let subject = Subject { beside: None, phrase };
            found.push(Clause {
                verb: at,
                takes,
                subject,
                inverted: true,
                according: false,
                joined: None,
            });
            continue;
        }
        if at > 0 && is_no_verb(view.word(at - 1)) || is_noun_here(view, at) || is_had(view, at) {
            continue;
        }
        // "first reported by the Tribune": who reports it stands behind.
        let agent = view.is_capital(at + 2) || is_determiner(view.word(at + 2));
        if word.ends_with("ed") && view.word(at + 1) == "by" && agent {
            continue;
        }
        // "also referred to as 'principles'": nobody is told to.
        if word == "referred" && view.word(at + 1) == "to" && view.word(at + 2) == "as" {
            continue;
        }
        let mut clause = |subject, inverted, joined| {
            found.push(Clause { verb: at, takes, subject, inverted, according: false, joined });
        };
        let quote_before = at > 0
            && (view.tokens[at - 1].quote().is_some()
                || at > 1 && view.tokens[at - 2].quote().is_some() && view.word(at - 1).is_empty());
        let told = speech::is_never_inverted(word);
        if speech::needs_that(word) && view.word(at + 1) != "that" && !quote_before {
            continue;
        }
        if quote_before
            && !told
            && takes != Takes::Words
            && let Some(phrase) = view.phrase_after(at + 1)
        {
            let beside = beside(view, phrase.end);
            clause(Subject { phrase, beside }, true, None);
            continue;
        }
        if let Some(phrase) = follows(view, at).filter(|_| !told) {
            let beside = beside(view, phrase.end);
            clause(Subject { phrase, beside }, true, None);
            continue;
        }
        let before = view.before(at);
        // "released a statement saying": not the statement speaks.
        let paper = matches!(&before, Before::Subject(s) if is_paper(view.word(s.phrase.end - 1)));
        // ", saying", ", wrongly saying"
        let from = at - usize::from(at > 0 && view.is_adverb(at - 1));
        let set_off = from > 0 && view.tokens[from - 1].is(',');
        let participle = speech::is_participle(word) && paper
            || speech::is_participle(word) && !matches!(before, Before::Subject(_))
            || speech::is_participle(word) && set_off;
        // "said that if this continues, there will": what is supposed is not said.
        let supposed = |s: &Subject| {
            let before = s.phrase.start.checked_sub(1).map_or("", |i| view.word(i));
            takes == Takes::Speech && matches!(before, "if" | "when" | "unless" | "while" | "until")
        };
        match before {
            Before::Subject(subject) if supposed(&subject) => {}
            Before::Subject(subject) if !participle => clause(subject, false, None),
            Before::Nothing if !participle => {
                let comma = at > 0 && view.tokens[at - 1].is(',');
                let phrase = view.phrase_after(at + 1).filter(|_| comma && !told);
                let ends = |p: &Range<usize>| {
                    view.tokens.get(p.end).is_none_or(|t| t.is('.') || t.is(','))
                };
                if let Some(phrase) = phrase.filter(ends) {
                    let beside = beside(view, phrase.end);
                    clause(Subject { phrase, beside }, true, None);
                }
            }
            _ => {
                let last = found.len().checked_sub(1);
                let subject = match last {
                    Some(last) => Some(found[last].subject.clone()),
                    None => view.first(),
                };
                if let Some(subject) = subject.filter(|s| s.phrase.start < at) {
                    found.push(Clause {
                        verb: at,
                        takes,
                        subject,
                        inverted: false,
                        according: false,
                        joined: last,
                    });
                }
            }
        }
    }
    found
}

/// Who said it in "Guards stopped the driver, said Rolf Amsel, a spokesman": a speaker up to a sign behind
/// "said", and before it a whole clause or the one part of the sentence, no apposition.
fn follows(view: View, at: usize) -> Option<Range<usize>> {
    let comma = at.checked_sub(1).filter(|&i| view.tokens[i].is(','))?;
    let phrase = matches!(view.word(at), "said" | "says").then(|| view.phrase_after(at + 1))??;
    let named = view.is_capital(phrase.end - 1)
        || is_determiner(view.word(phrase.start)) && view.is_speaker(phrase.end - 1);
    let ends = view.tokens.get(phrase.end).is_none_or(|t| t.is('.') || t.is(','));
    let from = (0..comma).rev().find(|&i| view.tokens[i].is(',')).map_or(0, |i| i + 1);
    let told = from == 0 && comma > 2 && !view.is_all_name(&(from..comma))
        || (from..comma).any(|i| is_verb_like(view.word(i)));
    (ends && told && named).then_some(phrase)
}

/// ", the mayor of Kharin," after a name.
fn beside(view: View, end: usize) -> Option<Range<usize>> {
    if !view.tokens.get(end).is_some_and(|t| t.is(',')) {
        return None;
    }
    let close = (end + 1..view.tokens.len().min(end + 30)).find(|&at| {
        let token = &view.tokens[at];
        token.is(',') || token.is('.') && at + 1 == view.tokens.len() || token.quote().is_some()
    })?;
    (end + 1 < close).then_some(end + 1..close)
}

/// A verb of no list between speech and a name: "“…,” summarised Senn".
fn beside_speech(view: View, at: usize) -> Option<Takes> {
    let word = view.word(at);
    let past = word.len() > 4 && word.ends_with("ed") && !view.is_capital(at);
    let speech = |i: usize| {
        view.tokens[i].quote().is_some() && {
            let outer = &view.text[view.tokens[i].span.clone()];
            let inner = outer.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',');
            inner.ends_with([',', '!', '?']) && view.word(at + 1) != "by"
        }
    };
    let inverted = past && at > 0 && speech(at - 1) && view.is_capital(at + 1);
    let named = past
        && at > 1
        && (is_person_pronoun(view.word(at - 1)) || view.is_capital(at - 1))
        && (speech(at - 2) || at > 2 && view.is_capital(at - 2) && speech(at - 3));
    (inverted || named).then_some(Takes::Speech)
}

fn is_paper(word: &str) -> bool {
    matches!(
        word,
        "statement"
            | "letter"
            | "tweet"
            | "post"
            | "email"
            | "message"
            | "note"
            | "report"
            | "memo"
            | "article"
            | "advisory"
    )
}

/// "reports from the coast", "claims of fraud": a noun in the plural.
fn is_noun_here(view: View, at: usize) -> bool {
    let plural =
        matches!(view.word(at), "reports" | "claims" | "notes" | "states" | "demands" | "tweets");
    // "reissuing calls for restraint"
    let called = view.word(at) == "calls" && at > 0 && view.word(at - 1).ends_with("ing");
    // "rejected reports that", "no clear reports", "his recent claims".
    let before = at.checked_sub(1).map_or("", |i| view.word(i));
    let held = before.ends_with("ed") && !view.is_capital(at - 1)
        || matches!(
            before,
            "clear"
                | "earlier"
                | "false"
                | "many"
                | "multiple"
                | "previous"
                | "recent"
                | "repeated"
                | "several"
        );
    plural && (held || matches!(view.word(at + 1), "from" | "of" | "by" | "about"))
        || called && matches!(view.word(at + 1), "for" | "by" | "to" | "from")
}

/// "could provide added weight": after an infinitive the participle stands before a noun.
fn is_had(view: View, at: usize) -> bool {
    at > 1
        && view.word(at).ends_with("ed")
        && view.is_word(at - 1)
        && !is_person_pronoun(view.word(at - 1))
        && !view.is_capital(at - 1)
        && !matches!(view.word(at - 1), "have" | "be" | "not" | "then" | "also")
        && !view.is_adverb(at - 1)
        && matches!(
            view.word(at - 2),
            "could" | "would" | "will" | "can" | "may" | "might" | "must" | "should" | "shall"
        )
}

/// Words after which a form is a noun, an infinitive or an adjective.
fn is_no_verb(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "no"
            | "any"
            | "this"
            | "that's"
            | "of"
            | "to"
            | "for"
            | "in"
            | "with"
            | "from"
            | "some"
            | "more"
            | "such"
            | "new"
            | "other"
            | "these"
            | "those"
            | "is"
            | "are"
            | "was"
            | "were"
            | "been"
            | "being"
            | "be"
            | "by"
            | "without"
    )
}
