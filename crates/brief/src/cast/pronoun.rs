//! Whom "he" and "she" mean, where it is safe to say.
//!
//! Precision before recall: a pronoun means the one person of its sentence
//! before it, or the subject of the sentence before if nobody else can be
//! meant. All else is left unsaid.

use std::{collections::BTreeSet, ops::Range};

use throughline_annotate::{gender, is_person_noun};
use throughline_model::EditKind;

use super::{Cast, EntityId, Named, form};
use crate::{
    draft::{Draft, Place},
    stand::dangling,
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// Whom a pronoun means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// This person, named in the sentence of the pronoun.
    Within(EntityId),
    /// The subject of the sentence before.
    Before(EntityId),
    /// It is not safe to say.
    Unsafe,
}

impl Cast {
    /// Whom the pronoun at a token of a line means.
    pub fn meant(&self, story: &Story, trees: &Trees, line: LineId, at: usize) -> Meant {
        let Some(tree) = trees.get(line) else { return Meant::Unsafe };
        let source = &story.readings[story.lines[line].article].article.text;
        let Some(told) = gender(&source[tree.span(at)].to_lowercase()) else {
            return Meant::Unsafe;
        };
        let mixed = (0..tree.tokens().len()).any(|i| {
            tree.token(i).pos == "PRON"
                && gender(&source[tree.span(i)].to_lowercase()).is_some_and(|g| g != told)
        });
        let fits = |id: EntityId| self.entities[id].gender.map_or(!mixed, |g| g == told);
        let quote =
            story.sentence(line).quotes.iter().find(|q| q.outer.contains(&tree.span(at).start));
        if quote.is_some() {
            return Meant::Unsafe;
        }
        let earlier = rivals(tree, source, 0..at);
        let named: BTreeSet<EntityId> = self.people_in(source, tree, 0..at).collect();
        let unnamed = earlier.iter().filter(|&&i| self.at(source, tree, i).is_none()).count();
        match (named.first(), named.len(), unnamed) {
            (Some(&id), 1, 0) if fits(id) && self.leads_to(source, tree, at, id) => {
                return Meant::Within(id);
            }
            (None, 0, 0) => {}
            _ => return Meant::Unsafe,
        }
        // "In his speech, Vosk said".
        let subject = tree.root().and_then(|root| tree.child(root, &["nsubj", "nsubjpass"]));
        if let Some(subject) = subject.filter(|&s| s > at && may_be_person(tree, source, s)) {
            let owned = tree.token(at).dep == "poss" && !tree.ancestors(at).any(|a| a == subject);
            return match self.at(source, tree, subject) {
                Some(id) if owned && fits(id) => Meant::Within(id),
                _ => Meant::Unsafe,
            };
        }
        if !is_about(tree, source, at) {
            return Meant::Unsafe;
        }
        match self.subject_before(story, trees, line) {
            Some((id, _)) if fits(id) && !contradicts(story, trees, line - 1, told) => {
                Meant::Before(id)
            }
            _ => Meant::Unsafe,
        }
    }

    /// The entity whose name holds a token.
    fn at(&self, source: &str, tree: &Tree, at: usize) -> Option<EntityId> {
        let name = tree.people().find(|p| p.contains(&at))?;
        let tokens = form::trimmed(source, tree, name, true);
        (!tokens.is_empty()).then_some(())?;
        match self.find(&form::words(&source[tree.bytes(tokens)])) {
            Named::One(id) => Some(id),
            _ => None,
        }
    }

    /// Whether a pronoun can mean somebody named before it: a subject, or who
    /// has a clause of his own with it, but not "Vosk met him".
    fn leads_to(&self, source: &str, tree: &Tree, at: usize, id: EntityId) -> bool {
        let token = tree.token(at);
        let own = |i: usize| self.at(source, tree, i) == Some(id);
        let acted_on = matches!(token.dep, "dobj" | "dative")
            && tree.child(token.head as usize, &["nsubj", "nsubjpass"]).is_some_and(own);
        let leads = (0..at).any(|i| {
            let clause = tree
                .ancestors(at)
                .any(|up| tree.token(up).dep == "relcl" && tree.token(up).head as usize == i);
            own(i) && (matches!(tree.token(i).dep, "nsubj" | "nsubjpass") || clause)
        });
        leads && !acted_on
    }

    /// The person whom the sentence before is about, where it speaks of no
    /// other, with the tokens of the name.
    fn subject_before(
        &self,
        story: &Story,
        trees: &Trees,
        line: LineId,
    ) -> Option<(EntityId, Range<usize>)> {
        let before = line.checked_sub(1)?;
        let near = story.lines[before].article == story.lines[line].article
            && story.sentence(before).position.is_some()
            && story.sentence(before).paragraph + 1 >= story.sentence(line).paragraph;
        let tree = trees.get(before).filter(|_| near)?;
        let source = &story.readings[story.lines[before].article].article.text;
        let subject = tree.child(tree.root()?, &["nsubj", "nsubjpass"])?;
        // "The union's leader, Dara Quill, resigned."
        let apposed = tree.child(subject, &["appos"]).filter(|_| tree.token(subject).pos == "NOUN");
        let subject = apposed.unwrap_or(subject);
        let id = self.at(source, tree, subject)?;
        let name = tree.people().find(|p| p.contains(&subject))?;
        let tokens = form::trimmed(source, tree, name, true);
        let quoted = story
            .sentence(before)
            .quotes
            .iter()
            .any(|q| q.outer.contains(&tree.span(subject).start));
        let joined = tree.children(subject).any(|c| matches!(tree.token(c).dep, "conj" | "cc"));
        let others = rivals(tree, source, 0..tree.tokens().len())
            .into_iter()
            .any(|i| self.at(source, tree, i) != Some(id) && !describes(tree, source, i, subject));
        (tokens.end == subject + 1 && !quoted && !joined && !others).then_some((id, tokens))
    }

    /// Puts a name for the pronoun that a draft is about, where nobody of its
    /// own sentence is meant and `holds` lets it pass; returns the byte where it
    /// stood.
    pub fn resolve(
        &self,
        draft: &mut Draft,
        story: &Story,
        trees: &Trees,
        met: &mut BTreeSet<EntityId>,
        holds: impl Fn(&Draft) -> bool,
    ) -> Option<usize> {
        let line = draft.line;
        let tree = trees.get(line)?;
        dangling(story, line, tree)?;
        let source = &story.readings[story.lines[line].article].article.text;
        let personal = |at: &usize| {
            matches!(source[tree.span(*at)].to_lowercase().as_str(), "he" | "she" | "his" | "her")
        };
        let at =
            (0..tree.tokens().len()).filter(personal).find(|&at| is_about(tree, source, at))?;
        let Meant::Before(id) = self.meant(story, trees, line, at) else { return None };
        let (_, name) = self.subject_before(story, trees, line)?;
        let article = story.lines[line].article;
        let place = Place { article, span: trees.get(line - 1)?.bytes(name) };
        let plain = source[place.span.clone()].to_owned();
        let possessive = tree.token(at).dep == "poss";
        let words = form::words(&plain);
        let full = self
            .full(id, words.last().map_or("", String::as_str))
            .filter(|full| full.name.article == article && !met.contains(&id));
        let told = words.len() > 1 || met.contains(&id) || self.is_told(&words);
        let titled = full.filter(|_| !possessive).map(|full| full.shown(story, true));
        let named = full.map(|full| full.shown(story, false));
        let choices = titled.into_iter().chain(named).chain(told.then_some((place, plain)));
        let done = choices.into_iter().find_map(|(place, to)| {
            let to = if possessive { format!("{to}'s") } else { to };
            let mut resolved = draft.clone();
            resolved.replace(EditKind::Name, tree.span(at), to, Some(place));
            holds(&resolved).then_some(resolved)
        })?;
        *draft = done;
        met.insert(id);
        Some(tree.span(at).start)
    }
}

/// Whether a sentence is about the pronoun: it is the subject, or owns it.
fn is_about(tree: &Tree, source: &str, at: usize) -> bool {
    let Some(root) = tree.root() else { return false };
    let subject = if tree.token(at).dep == "poss" { tree.token(at).head as usize } else { at };
    let verb = tree.token(subject).head as usize;
    let said = tree.token(verb).dep == "ccomp"
        && verb < root
        && tree.token(verb).head as usize == root
        && tree.child(root, &["nsubj"]).is_some_and(|s| !may_be_person(tree, source, s));
    matches!(tree.token(subject).dep, "nsubj" | "nsubjpass") && (verb == root || said)
}

/// The tokens that may stand for a person.
fn rivals(tree: &Tree, source: &str, within: Range<usize>) -> Vec<usize> {
    within.filter(|&at| may_be_person(tree, source, at)).collect()
}

/// Whether a word may stand for a person: the head of a name, a proper noun
/// that is no place or institution, or a noun in the singular.
fn may_be_person(tree: &Tree, source: &str, at: usize) -> bool {
    let token = tree.token(at);
    let kind = tree
        .name_spans()
        .iter()
        .find(|n| (n.first as usize..=n.last as usize).contains(&at))
        .map(|n| n.kind);
    match token.pos {
        _ if matches!(token.dep, "compound" | "amod" | "nmod") => false,
        "NOUN" => token.tag == "NN" && is_person_noun(&source[tree.span(at)].to_lowercase()),
        "PROPN" => matches!(kind, None | Some("PERSON")),
        _ => false,
    }
}

/// "Vosk, a lawyer,", "Vosk is the mayor", "Vosk resigned as mayor".
fn describes(tree: &Tree, source: &str, at: usize, subject: usize) -> bool {
    let head = tree.token(at).head as usize;
    if tree.token(subject).dep == "appos" && tree.token(subject).head as usize == at {
        return true;
    }
    let of = |verb: usize| tree.child(verb, &["nsubj", "nsubjpass"]) == Some(subject);
    match tree.token(at).dep {
        "appos" => head == subject,
        "attr" => matches!(tree.token(head).lemma.as_str(), "be" | "become") && of(head),
        "pobj" => {
            source[tree.span(head)].eq_ignore_ascii_case("as") && of(tree.token(head).head as usize)
        }
        _ => false,
    }
}

/// Whether a line speaks of somebody of the other gender.
fn contradicts(
    story: &Story,
    trees: &Trees,
    line: LineId,
    told: throughline_annotate::Gender,
) -> bool {
    let source = &story.readings[story.lines[line].article].article.text;
    trees.get(line).is_some_and(|tree| {
        (0..tree.tokens().len())
            .filter_map(|i| gender(&source[tree.span(i)].to_lowercase()))
            .any(|other| other != told)
    })
}
