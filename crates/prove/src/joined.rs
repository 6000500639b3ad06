//! The rule of joined statements: two statements of one subject told in one
//! sentence, "Vosk signed the pact and left the town."
//!
//! Each half is proven by itself, as if it stood alone. What remains to be seen
//! is that the sentence says of its one subject what the halves say of theirs,
//! and no more:
//!
//! 1. *One subject.* What is left out of the second half is its subject, alone,
//!    and the first half has the same: the same words, or a fuller name.
//! 2. *Nothing reaches over the join.* A denial, a "may", a condition, a
//!    speaker or a clause of the first half could be read into the second, and
//!    a speaker or condition of the second into the first; so could a date that
//!    only one half has.
//! 3. *The sentence is read so.* In its tree the second verb is the partner of
//!    the first, and every event stands in it as it stands in its half.

use std::collections::BTreeSet;

use throughline_annotate::{
    TimexKind, is_conditional, is_hedge, is_honorific, is_negation, is_role, is_speech_verb,
    tag_text,
};
use throughline_model::{Citation, EditKind, Kind, Statement};
use throughline_syntax::{Doc, NameSpan};

use crate::{
    fault::Found,
    person,
    replay::replay,
    rules::{Verdict, need},
    standing::standings,
    stored::{Stored, parse},
};

/// What may stand in place of the second subject.
const JOINTS: [&str; 2] = [" and", ", and"];

/// Bodies that every country has.
#[rustfmt::skip]
const BODIES: [&str; 12] = [
    "parliament", "congress", "senate", "police", "government", "court", "cabinet", "ministry",
    "navy", "army", "house", "council",
];

/// What is wrong with how two halves, proven elsewhere, are joined.
pub fn faults(statement: &Statement, stored: &Stored) -> Vec<Found> {
    match check(statement, stored) {
        Ok(()) => Vec::new(),
        Err(reason) => vec![Found::Joined { reason }],
    }
}

fn check(statement: &Statement, stored: &Stored) -> Verdict {
    let [first, second] = statement.halves.as_slice() else {
        return Err("it has not two halves".into());
    };
    need(statement.kind == Kind::Composed, "it is not called composed")?;
    need(
        first.halves.is_empty() && second.halves.is_empty(),
        "a half of it is itself joined of halves",
    )?;
    need(all_citations(first, second) == statement.citations, "its citations are not its halves'")?;
    let [edit] = statement.edits.as_slice() else {
        return Err("it is joined by more than one edit".into());
    };
    let both = format!("{} {}", first.text, second.text);
    let replayed =
        replay(&both, &statement.edits).map_err(|reason| format!("its edit: {reason}"))?;
    need(replayed == statement.text, "its edit gives another text")?;
    need(edit.kind == EditKind::Join && JOINTS.contains(&edit.to.as_str()), "no words that join")?;
    let subject = edit.from.strip_prefix(". ").ok_or("it is not joined at a full stop")?;
    let end = first.text.chars().count() - 1;
    need(edit.start == end, "it is not joined where the first half ends")?;
    let [one, other] = [Half::of(&first.text)?, Half::of(&second.text)?];
    need(other.subject_text() == subject, "what is left out is not the second subject")?;
    one.is_alone()?;
    need(one.is_subject_of(&other), "the halves have different subjects")?;
    need(one.is_many() == other.is_many(), "one subject is many and the other is not")?;
    one.reaches()?;
    other.is_plain()?;
    need(
        one.dates() && other.dates() || !one.dates() && !other.dates(),
        "a date of one half could be read into the other",
    )?;
    is_read_so(statement, &one, &other)?;
    need(is_one(first, second, &one, &other, stored), "two may go by that name")
}

/// Whether one subject goes by the words of both halves: a person of whose
/// surname the articles know no other, one proper name, or what one article
/// calls so twice.
fn is_one(
    first: &Statement,
    second: &Statement,
    one: &Half,
    other: &Half,
    stored: &Stored,
) -> bool {
    if one.is("PERSON") {
        let ours = one.names();
        let surname = one.lower(one.subject);
        let mut all = BTreeSet::new();
        stored.iter().for_each(|held| all.extend(person::givens(held, stored, &surname)));
        let own = all.iter().filter(|given| ours.contains(given)).count();
        return all.len() == own || own == 0 && all.len() == 1;
    }
    let article = |s: &Statement| Some(s.citations.first()?.evidence.first()?.article.clone());
    let name = |h: &Half| {
        let token = &h.tree.tokens[h.subject];
        let lower = h.lower(h.subject);
        token.pos == "PROPN"
            && h.names().len() == 1
            && !BODIES.contains(&lower.as_str())
            && !person::is_common(stored, &lower)
    };
    name(one) && name(other) || article(first) == article(second)
}

/// The citations of both, each source once.
fn all_citations(first: &Statement, second: &Statement) -> Vec<Citation> {
    let mut all = first.citations.clone();
    for citation in &second.citations {
        match all.iter_mut().find(|c| c.source == citation.source) {
            Some(own) => own.evidence.extend(citation.evidence.iter().cloned()),
            None => all.push(citation.clone()),
        }
    }
    all
}

/// A half with its tree.
struct Half<'a> {
    text: &'a str,
    tree: Doc,
    root: usize,
    /// The head of its subject, with which it opens.
    subject: usize,
}

impl<'a> Half<'a> {
    fn of(text: &'a str) -> Result<Self, String> {
        let marks = ['"', '“', '”', '«', '»', ';', ':', '(', '—', '–', '?', '!'];
        need(!text.contains(marks), "a half has marks that a join could break")?;
        need(text.ends_with('.') && !text.ends_with(".."), "a half ends with no full stop")?;
        let tree = parse(text);
        let mut roots = (0..tree.tokens.len()).filter(|&i| tree.tokens[i].dep == "ROOT");
        let (Some(root), None) = (roots.next(), roots.next()) else {
            return Err("a half is not one sentence".into());
        };
        let subject = tree
            .children(root)
            .find(|&c| matches!(tree.tokens[c].dep, "nsubj" | "nsubjpass"))
            .ok_or("a half has no subject")?;
        need(
            tree.subtree(subject).start == 0 && subject < root,
            "a half does not open with its subject",
        )?;
        Ok(Self { text, tree, root, subject })
    }

    fn lower(&self, at: usize) -> String {
        self.text[self.tree.tokens[at].range()].to_lowercase().replace('’', "'")
    }

    /// The words of the subject as they stand.
    fn subject_text(&self) -> &str {
        let last = self.tree.subtree(self.subject).end - 1;
        &self.text[..self.tree.tokens[last].end as usize]
    }

    /// The words that say who the subject is.
    fn names(&self) -> Vec<String> {
        let part = self.tree.subtree(self.subject);
        let words = part.map(|i| self.lower(i));
        words
            .filter(|w| {
                w.contains(char::is_alphanumeric) && !matches!(w.as_str(), "the" | "a" | "an")
            })
            .collect()
    }

    /// Whether the subject of another half means this one's: no word more, and
    /// where it has fewer, a person's surname.
    fn is_subject_of(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.names(), other.names());
        let pronoun = |h: &Self| h.tree.tokens[h.subject].pos == "PRON";
        if pronoun(self) || pronoun(other) || theirs.is_empty() {
            return false;
        }
        if ours == theirs {
            // "A man was hurt. A man was held.": two men, for all we know.
            let indefinite = |h: &Self| {
                matches!(h.lower(0).as_str(), "a" | "an" | "another" | "some")
                    || h.tree.tokens[h.subject].pos != "PROPN" && h.lower(0) != "the"
            };
            return !indefinite(self) && !indefinite(other);
        }
        let bare: Vec<&String> = theirs.iter().filter(|w| !is_honorific(w)).collect();
        self.is("PERSON")
            && self.lower(self.subject) == other.lower(other.subject)
            && self.tree.tokens[self.subject].pos == "PROPN"
            && other.tree.tokens[other.subject].pos == "PROPN"
            && bare
                .iter()
                .all(|w| ours.contains(w) || is_role(w) && ours.iter().all(|o| !is_role(o)))
            && !ours.iter().any(|w| w == "and")
    }

    /// Whether its subject is the name of such a thing.
    fn is(&self, kind: &str) -> bool {
        let holds = |n: &NameSpan| (n.first as usize..=n.last as usize).contains(&self.subject);
        self.tree.names.iter().any(|n| n.kind == kind && holds(n))
    }

    fn is_many(&self) -> bool {
        matches!(self.tree.tokens[self.subject].tag, "NNS" | "NNPS")
            || self.tree.children(self.subject).any(|c| self.tree.tokens[c].dep == "conj")
    }

    /// The second subject is left out, so nothing may hang on it but its name.
    fn is_alone(&self) -> Verdict {
        let plain = self.tree.children(self.subject).all(|c| {
            matches!(
                self.tree.tokens[c].dep,
                "det"
                    | "compound"
                    | "amod"
                    | "nmod"
                    | "nummod"
                    | "appos"
                    | "punct"
                    | "prep"
                    | "poss"
            )
        });
        need(plain, "more than a name is its subject")
    }

    /// Whether anything of the first half could be read into the second.
    fn reaches(&self) -> Verdict {
        let finite = |t: &&throughline_syntax::Token| matches!(t.tag, "VBD" | "VBZ" | "VBP" | "MD");
        let verbs: Vec<_> = self.tree.tokens.iter().filter(finite).collect();
        need(
            verbs.len() == 1 && verbs[0].tag != "MD",
            "the first half is more than one plain clause",
        )?;
        self.is_plain()
    }

    /// No denial, hedge, condition or speaker.
    fn is_plain(&self) -> Verdict {
        for at in 0..self.tree.tokens.len() {
            let word = self.lower(at);
            let verb = matches!(self.tree.tokens[at].pos, "VERB" | "AUX");
            need(!is_negation(&word) && word != "n't", "a denial reaches over the join")?;
            need(!is_hedge(&word), "a hedge reaches over the join")?;
            need(!is_conditional(&word), "a condition reaches over the join")?;
            let speaks = verb && is_speech_verb(&word) || word == "according";
            need(!speaks, "a speaker's word reaches over the join")?;
        }
        Ok(())
    }

    fn dates(&self) -> bool {
        let found = tag_text(self.text, None, "en");
        found.iter().any(|t| matches!(t.kind, TimexKind::Date | TimexKind::Time))
    }
}

/// The second verb is the partner of the first, and all stands as in the halves.
fn is_read_so(statement: &Statement, one: &Half, other: &Half) -> Verdict {
    let tree = parse(&statement.text);
    let text = &statement.text;
    let verb = one.tree.tokens[one.root].range();
    let partner = other.lower(other.root);
    let root = (0..tree.tokens.len()).find(|&i| tree.tokens[i].dep == "ROOT").ok_or("no verb")?;
    need(tree.tokens[root].range() == verb, "the sentence has another main verb")?;
    let joined = tree.children(root).any(|c| {
        tree.tokens[c].dep == "conj"
            && text[tree.tokens[c].range()].to_lowercase() == partner
            && tree.children(c).all(|s| !matches!(tree.tokens[s].dep, "nsubj" | "nsubjpass"))
    });
    need(joined, "the second verb is no partner of the first")?;
    let mut held = standings(&one.tree, one.text);
    held.extend(standings(&other.tree, other.text));
    for ours in standings(&tree, text) {
        let mut theirs = held.iter().filter(|s| s.stem == ours.stem).peekable();
        if theirs.peek().is_some() && theirs.all(|s| ours.differs(s).is_some()) {
            return Err(format!("{:?} stands otherwise than in its half", ours.word));
        }
    }
    Ok(())
}
