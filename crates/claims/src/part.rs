//! [`Part`]: what a sentence, or the part of it around a figure, says beside
//! its figures and days, as words with their roles.

use std::collections::HashSet;

use throughline_annotate::{Modality, Sentence, Tree, is_head, is_speech_verb, stance};

use super::words::{Sense, is_light, phrasal};

/// A parsed sentence in its article.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its tree.
    pub tree: &'a Tree,
}

/// What a word does in its clause, the passive turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who acts.
    Agent,
    /// Who or what is acted on.
    Patient,
    /// A verb.
    Verb,
    /// Anything else.
    Other,
}

/// A word that says something.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its token.
    pub at: usize,
    /// Lemma, in lower case; a verb with its particle is one verb.
    pub sense: Sense,
    /// How much it says.
    pub weight: f32,
    /// What it does.
    pub role: Role,
    /// The verb that it is agent or patient of.
    pub verb: Option<usize>,
    /// Whether it is part of a name.
    pub is_name: bool,
    /// Whether it is no verb of a plan, a wish, a possibility, a condition.
    pub done: bool,
    /// Whether it is a clause that is denied, or a thing that there is none of.
    pub negated: bool,
}

/// The words of a part of a sentence.
#[derive(Debug, Default, Clone)]
pub struct Part {
    /// In order.
    pub words: Vec<Word>,
    /// Whether something in it is denied.
    pub denies: bool,
}

impl Part {
    /// The whole sentence but for who says it.
    pub fn whole(passage: &Passage) -> Self {
        let said = attribution(passage);
        Self::of(passage, |at| !said.contains(&at))
    }

    /// The whole sentence and who says it.
    pub fn all(passage: &Passage) -> Self {
        Self::of(passage, |_| true)
    }

    /// The same without one word.
    pub fn without(&self, at: usize) -> Self {
        let words = self.words.iter().filter(|w| w.at != at).cloned().collect();
        Self { words, denies: self.denies }
    }

    /// The words among these tokens.
    pub fn of(passage: &Passage, keep: impl Fn(usize) -> bool) -> Self {
        let tree = passage.tree;
        let mut part = Self::default();
        for at in (0..tree.tokens().len()).filter(|&at| keep(at)) {
            let span = tree.span(at);
            let counted = |s: usize, e: usize| s <= span.start && span.end <= e;
            let in_date = passage.sentence.dates.iter().any(|d| counted(d.start, d.end));
            let in_figure =
                passage.sentence.quantities.iter().any(|q| counted(q.span.start, q.span.end));
            part.denies |= tree.token(at).dep == "neg" || is_among(NONE, &passage.text[span]);
            if !in_date
                && !in_figure
                && let Some(word) = word(passage, at)
            {
                part.denies |= word.role == Role::Verb && word.negated;
                part.words.push(word);
            }
        }
        part
    }
}

/// Words that say that there is none of something.
const NONE: &[&str] = &["no", "nobody", "nothing", "none", "neither", "never", "without", "not"];

fn is_among(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn word(passage: &Passage, at: usize) -> Option<Word> {
    let tree = passage.tree;
    let token = tree.token(at);
    let weight = match token.pos {
        "VERB" | "NOUN" | "PROPN" => 1.0,
        "ADJ" => 0.6,
        "ADV" if token.dep != "prt" => 0.3,
        _ => return None,
    };
    if matches!(token.dep, "aux" | "auxpass" | "punct" | "prt") {
        return None;
    }
    let text = &passage.text[tree.span(at)];
    // "Kareshian" is a name as "Kareshia" is.
    let is_name = (token.pos == "PROPN" || token.pos == "ADJ" && at > 0)
        && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let mut lemma = if is_name { text } else { &token.lemma }.to_lowercase();
    if is_head(tree, at) {
        let particle = tree
            .children(at)
            .filter(|&c| matches!(tree.token(c).dep, "prt" | "advmod" | "dobj"))
            .find_map(|c| phrasal(&lemma, &tree.token(c).lemma));
        if let Some(one) = particle {
            lemma = one.to_owned();
        }
    }
    let (role, verb) = role(tree, at);
    let none = |c: usize| {
        tree.token(c).dep == "det" && is_among(&["no", "neither"], &passage.text[tree.span(c)])
    };
    let without = tree.head(at).is_some_and(|h| tree.token(h).lemma == "without");
    let (negated, done) = match role {
        Role::Verb => {
            let stance = stance(tree, at);
            (stance.is_denial(), stance.modality == Modality::Fact)
        }
        _ => (tree.children(at).any(none) || without, true),
    };
    let weight = if is_light(&lemma) && !is_name { weight * 0.3 } else { weight };
    Some(Word { at, sense: Sense::of(&lemma), weight, role, verb, is_name, done, negated })
}

fn role(tree: &Tree, at: usize) -> (Role, Option<usize>) {
    if is_head(tree, at) {
        return (Role::Verb, None);
    }
    let token = tree.token(at);
    let head = tree.head(at);
    match (token.dep, head) {
        ("conj", Some(head)) if matches!(tree.token(head).pos, "NOUN" | "PROPN") => {
            role(tree, head)
        }
        ("nsubj", Some(verb)) => (Role::Agent, Some(verb)),
        ("nsubjpass" | "dobj", Some(verb)) => (Role::Patient, Some(verb)),
        ("pobj", Some(by)) if tree.token(by).dep == "agent" => (Role::Agent, tree.head(by)),
        // "fired at the protesters".
        ("pobj", Some(prep))
            if tree.token(prep).dep == "prep"
                && matches!(tree.token(prep).lemma.as_str(), "at" | "against" | "on") =>
        {
            (Role::Patient, tree.head(prep))
        }
        _ => (Role::Other, None),
    }
}

/// The tokens that say who says it: "the minister said", "according to".
pub fn attribution(passage: &Passage) -> HashSet<usize> {
    let tree = passage.tree;
    let mut found = HashSet::new();
    for at in 0..tree.tokens().len() {
        let word = &passage.text[tree.span(at)];
        if word.eq_ignore_ascii_case("according") {
            found.extend(tree.subtree(at));
        }
        let tells =
            tree.token(at).dep == "parataxis" || tree.child(at, &["ccomp", "parataxis"]).is_some();
        let believes = || {
            matches!(
                tree.token(at).lemma.as_str(),
                "believe" | "think" | "estimate" | "learn" | "describe" | "recall"
            )
        };
        if !tells || !believes() && !is_speech_verb(&word.to_lowercase()) {
            continue;
        }
        found.insert(at);
        if let Some(subject) = tree.child(at, &["nsubj"]) {
            // "Vosk, who said that the dam held, told": the dam is no part of who says it.
            let inner = |t: usize| {
                tree.ancestors(t)
                    .take_while(|&a| a != subject)
                    .any(|a| matches!(tree.token(a).dep, "relcl" | "acl" | "ccomp"))
            };
            found.extend(tree.subtree(subject).filter(|&t| !inner(t)));
        }
    }
    found
}
