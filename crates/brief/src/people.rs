//! People: full names for first mentions, names for pronouns.
//!
//! A pronoun gets a name only where one person can be meant; a surname gets
//! the fullest form that the articles give it. Both carry the words that prove
//! who is meant.

use std::collections::{BTreeMap, BTreeSet};

use throughline_model::EditKind;

use crate::{
    draft::{Draft, Place},
    stand::dangling,
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// The fullest mention of each surname in the parsed lines.
pub struct People {
    by_surname: BTreeMap<String, Mention>,
    /// Surnames that two people share.
    shared: BTreeSet<String>,
}

#[derive(Debug, Clone)]
struct Mention {
    place: Place,
    text: String,
    given: String,
}

impl People {
    /// Collects the full names in the lines that are parsed.
    pub fn of(story: &Story, trees: &Trees) -> Self {
        let mut people = Self { by_surname: BTreeMap::new(), shared: BTreeSet::new() };
        for line in 0..story.lines.len() {
            if let Some(tree) = trees.get(line) {
                people.read(story, line, tree);
            }
        }
        people
    }

    fn read(&mut self, story: &Story, line: LineId, tree: &Tree) {
        let article = story.lines[line].article;
        let source = &story.readings[article].article.text;
        for person in tree.people() {
            let name = trimmed(source, tree, person);
            let proper = name.clone().all(|i| tree.token(i).pos == "PROPN");
            if name.len() < 2 || name.len() > 4 || !proper {
                continue;
            }
            let words: Vec<&str> = name.clone().map(|i| &source[tree.span(i)]).collect();
            if !words.iter().all(|w| w.starts_with(char::is_uppercase)) && words.len() < 3 {
                continue;
            }
            let (given, surname) = (words[0].to_owned(), words[words.len() - 1].to_lowercase());
            let from = role_before(source, tree, &name);
            let place = Place { article, span: tree.bytes(from..name.end) };
            let text = source[place.span.clone()].to_owned();
            match self.by_surname.get_mut(&surname) {
                Some(known) if known.given != given => {
                    if !known.given.starts_with(&given[..1]) {
                        self.shared.insert(surname);
                    }
                }
                Some(known) => {
                    let words = |t: &str| t.split_whitespace().count();
                    if words(&text) > words(&known.text) && words(&text) <= 6 {
                        *known = Mention { place, text, given };
                    }
                }
                None => {
                    self.by_surname.insert(surname, Mention { place, text, given });
                }
            }
        }
    }

    /// Gives the surnames of a draft that no reader has met their full form,
    /// and notes who has been met.
    pub fn introduce(
        &self,
        draft: &mut Draft,
        story: &Story,
        tree: &Tree,
        met: &mut BTreeSet<String>,
    ) {
        let source = &story.readings[story.lines[draft.line].article].article.text;
        let sentence = story.sentence(draft.line);
        for person in tree.people() {
            let name = trimmed(source, tree, person);
            if name.is_empty() {
                continue;
            }
            let span = tree.bytes(name.clone());
            let surname = source[tree.span(name.end - 1)].to_lowercase();
            if !draft.keeps(&span) || sentence.quotes.iter().any(|q| q.inner.contains(&span.start))
            {
                continue;
            }
            if !met.insert(surname.clone()) || name.len() > 1 || self.shared.contains(&surname) {
                continue;
            }
            let Some(full) = self.by_surname.get(&surname) else { continue };
            // "President Obama" has its role already.
            if role_before(source, tree, &name) < name.start {
                continue;
            }
            let title = honorific_before(source, tree, name.start);
            let span = tree.bytes(title..name.end);
            if story.readings[full.place.article].article.text[full.place.span.clone()].len()
                > span.len()
            {
                draft.replace(EditKind::Name, span, full.text.clone(), Some(full.place.clone()));
            }
        }
    }

    /// Puts a name for the first dangling "he" or "she" of a draft where only
    /// one person can be meant; returns the byte where it stood.
    pub fn resolve(
        &self,
        draft: &mut Draft,
        story: &Story,
        trees: &Trees,
        tree: &Tree,
    ) -> Option<usize> {
        let at = dangling(story, draft.line, tree)?;
        let source = &story.readings[story.lines[draft.line].article].article.text;
        let span = tree.span(at);
        let pronoun = source[span.clone()].to_lowercase();
        let possessive = tree.token(at).dep == "poss";
        let quoted =
            story.sentence(draft.line).quotes.iter().any(|q| q.outer.contains(&span.start));
        // Only a subject: further on the sentence has other people to mean.
        if quoted
            || tree.root().is_none_or(|root| at > root)
            || !matches!(
                (pronoun.as_str(), possessive),
                ("he" | "she", false) | ("his" | "her", true)
            )
        {
            return None;
        }
        let before = draft.line.checked_sub(1)?;
        if story.lines[before].article != story.lines[draft.line].article
            || story.sentence(before).position.is_none()
            || story.sentence(before).paragraph + 1 < story.sentence(draft.line).paragraph
        {
            return None;
        }
        let previous = trees.get(before)?;
        let mention = sole_person(source, previous)?;
        if contradicts(source, previous, &pronoun) {
            return None;
        }
        let surname = source[previous.span(mention.end - 1)].to_lowercase();
        if self.shared.contains(&surname) {
            return None;
        }
        let place = Place { article: story.lines[before].article, span: previous.bytes(mention) };
        let name = source[place.span.clone()].to_owned();
        let to = if possessive { format!("{name}'s") } else { name };
        draft.replace(EditKind::Name, span.clone(), to, Some(place));
        Some(span.start)
    }
}

/// The one person whom a sentence names; nothing where it names two or none.
fn sole_person(source: &str, tree: &Tree) -> Option<std::ops::Range<usize>> {
    let mut found: Option<std::ops::Range<usize>> = None;
    for person in tree.people() {
        let name = trimmed(source, tree, person);
        if name.is_empty() {
            continue;
        }
        let surname = |n: &std::ops::Range<usize>| source[tree.span(n.end - 1)].to_lowercase();
        match &found {
            Some(known) if surname(known) != surname(&name) => return None,
            Some(_) => {}
            None => found = Some(name),
        }
    }
    let name = found?;
    let head = name.end - 1;
    let root = tree.root()?;
    let subject = tree.ancestors(head).take_while(|&a| a != root).last().unwrap_or(head);
    matches!(tree.token(subject).dep, "nsubj" | "nsubjpass").then_some(name)
}

fn contradicts(source: &str, tree: &Tree, pronoun: &str) -> bool {
    let other: &[&str] = if matches!(pronoun, "he" | "his") {
        &["she", "her", "hers", "herself", "woman", "mother", "wife", "mrs", "ms"]
    } else {
        &["he", "his", "him", "himself", "man", "father", "husband", "mr"]
    };
    (0..tree.tokens().len()).any(|i| {
        let lower = source[tree.span(i)].to_lowercase();
        other.contains(&lower.trim_end_matches('.'))
    })
}

/// A name without "Mr", a possessive ending or a stray sign.
fn trimmed(source: &str, tree: &Tree, mut name: std::ops::Range<usize>) -> std::ops::Range<usize> {
    while !name.is_empty() && {
        let last = &source[tree.span(name.end - 1)];
        !last.starts_with(char::is_alphabetic)
    } {
        name.end -= 1;
    }
    while !name.is_empty() && {
        let first = &source[tree.span(name.start)];
        is_honorific(first) || !first.starts_with(char::is_uppercase)
    } {
        name.start += 1;
    }
    name
}

fn is_honorific(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir" | "Lord" | "Lady" | "Dame" | "Prof"
    )
}

fn honorific_before(source: &str, tree: &Tree, start: usize) -> usize {
    match start.checked_sub(1) {
        Some(before) if is_honorific(&source[tree.span(before)]) => before,
        _ => start,
    }
}

/// Where the role before a name begins: "Foreign Ministry spokeswoman X".
fn role_before(source: &str, tree: &Tree, name: &std::ops::Range<usize>) -> usize {
    let head = name.end - 1;
    let mut from = name.start;
    while from > 0 {
        let before = tree.token(from - 1);
        let depends = before.head as usize == head
            || before.head as usize >= from && (before.head as usize) < head;
        let fits = matches!(before.dep, "compound" | "amod" | "nmod")
            && matches!(before.pos, "PROPN" | "NOUN" | "ADJ")
            && before.space_after
            && source[tree.span(from - 1)].chars().all(|c| c.is_alphabetic() || c == '-');
        if !depends || !fits || name.start - from >= 3 {
            break;
        }
        from -= 1;
    }
    let whole = from == 0
        || !matches!(tree.token(from - 1).dep, "compound" | "amod" | "nmod")
            && !matches!(tree.token(from - 1).tag, "POS" | "HYPH");
    if whole { from } else { name.start }
}
