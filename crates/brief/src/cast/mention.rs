//! Where everybody is mentioned, in all lines, and who is a man or a woman.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use throughline_annotate::{Gender, Name, gender, is_role};

use super::{
    Cast, EntityId, Named, Type,
    form::{self, Form},
};
use crate::{
    story::Story,
    tree::{Tree, Trees},
};

impl Cast {
    /// Finds everybody in every line: by the parse where there is one, by
    /// capitals where there is none.
    pub(super) fn find_mentions(&mut self, story: &Story, trees: &Trees) {
        for line in 0..story.lines.len() {
            let source = &story.readings[story.lines[line].article].article.text;
            let mut found: Vec<(EntityId, Range<usize>)> = Vec::new();
            if let Some(tree) = trees.get(line) {
                for form in Form::read(story, line, tree) {
                    if let Named::One(id) = self.find(&form.words) {
                        found.push((id, form.place.span));
                    }
                }
                for (id, span) in self.described(source, tree) {
                    found.push((id, span));
                }
            }
            for name in &story.sentence(line).names {
                let apart = found
                    .iter()
                    .all(|(_, span)| span.end <= name.span.start || name.span.end <= span.start);
                if let Some((id, span)) = self.cheap(source, name).filter(|_| apart) {
                    found.push((id, span));
                }
            }
            found.sort_by_key(|(_, span)| span.start);
            for (id, span) in found {
                self.entities[id].mentions.push((line, span));
            }
        }
    }

    /// Whom a run of capitals names, with or without its first words, which may
    /// be a role or the start of a sentence.
    fn cheap(&self, source: &str, name: &Name) -> Option<(EntityId, Range<usize>)> {
        let text = &source[name.span.clone()];
        let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
        let starts = text.match_indices(' ').map(|(at, _)| at + 1);
        for from in std::iter::once(0).chain(starts) {
            if let Named::One(id) = self.find(&form::words(&text[from..])) {
                return Some((id, name.span.start + from..name.span.start + text.len()));
            }
        }
        None
    }

    /// "the Kareshian president", where one person has that role.
    fn described(&self, source: &str, tree: &Tree) -> Vec<(EntityId, Range<usize>)> {
        let heads = (0..tree.tokens().len()).filter(|&at| {
            let token = tree.token(at);
            token.tag == "NN" && is_role(&token.lemma) && token.dep != "compound"
        });
        heads
            .filter_map(|at| {
                let before: Vec<usize> = tree.children(at).filter(|&c| c < at).collect();
                let defined =
                    before.iter().any(|&c| source[tree.span(c)].eq_ignore_ascii_case("the"));
                let plain = before.iter().all(|&c| {
                    matches!(tree.token(c).dep, "det" | "amod" | "compound")
                        && matches!(tree.token(c).pos, "DET" | "ADJ" | "PROPN" | "NOUN")
                });
                let followed = tree.children(at).any(|c| {
                    c > at && matches!(tree.token(c).dep, "appos" | "prep" | "relcl" | "acl")
                });
                (defined && plain && !followed).then_some(())?;
                let first = before.first().copied().unwrap_or(at);
                let words = form::words(&source[tree.bytes(first + 1..at + 1)]);
                let mut fits = self.entities.iter().enumerate().filter(|(_, e)| {
                    e.kind == Type::Person
                        && e.role
                            .as_ref()
                            .is_some_and(|role| form::words(role).last() == words.last())
                        && words.iter().all(|w| e.titles.contains(w))
                });
                match (fits.next(), fits.next()) {
                    (Some((id, _)), None) => Some((id, tree.bytes(first..at + 1))),
                    _ => None,
                }
            })
            .collect()
    }

    /// Who is a man and who a woman, as far as the articles say.
    pub(super) fn find_genders(&mut self, story: &Story, trees: &Trees, forms: &[Form]) {
        let mut votes: BTreeMap<EntityId, (usize, usize)> = BTreeMap::new();
        let mut vote = |id: EntityId, told: Gender, weight: usize| {
            let count = votes.entry(id).or_default();
            match told {
                Gender::Male => count.0 += weight,
                Gender::Female => count.1 += weight,
            }
        };
        for form in forms.iter().filter(|f| f.kind == "PERSON") {
            let Named::One(id) = self.find(&form.words) else { continue };
            let source = &story.readings[form.place.article].article.text;
            let before = source[..form.place.span.start].split_whitespace().next_back();
            let role = form.role.as_ref().map(|r| &source[r.span.clone()]);
            let told = [before, role, form.apposition.as_deref()];
            for word in told.into_iter().flatten().flat_map(str::split_whitespace) {
                if let Some(told) = gender(&word.to_lowercase()) {
                    vote(id, told, 3);
                }
            }
        }
        // Where a line names one person, its pronouns are likely that person's.
        for line in 0..story.lines.len() {
            let Some(tree) = trees.get(line) else { continue };
            let source = &story.readings[story.lines[line].article].article.text;
            let named: BTreeSet<EntityId> = self.people_in(source, tree, 0..usize::MAX).collect();
            let (Some(&id), 1) = (named.first(), named.len()) else { continue };
            let acts = tree
                .people()
                .any(|p| matches!(tree.token(p.end - 1).dep, "nsubj" | "nsubjpass" | "case"));
            let told: BTreeSet<Gender> = (0..tree.tokens().len())
                .filter(|&i| tree.token(i).pos == "PRON")
                .filter_map(|i| gender(&source[tree.span(i)].to_lowercase()))
                .collect();
            if let (Some(&told), 1, true) = (told.first(), told.len(), acts) {
                vote(id, told, 1);
            }
        }
        for (id, (male, female)) in votes {
            self.entities[id].gender = match (male, female) {
                (m, f) if m > 2 * f => Some(Gender::Male),
                (m, f) if f > 2 * m => Some(Gender::Female),
                _ => None,
            };
        }
    }

    /// The people named by these tokens of a line.
    pub(super) fn people_in<'a>(
        &'a self,
        source: &'a str,
        tree: &'a Tree,
        within: Range<usize>,
    ) -> impl Iterator<Item = EntityId> + 'a {
        tree.people().filter(move |p| within.start <= p.start && p.end <= within.end).filter_map(
            move |p| {
                let tokens = form::trimmed(source, tree, p, true);
                (!tokens.is_empty()).then_some(())?;
                match self.find(&form::words(&source[tree.bytes(tokens)])) {
                    Named::One(id) => Some(id),
                    _ => None,
                }
            },
        )
    }
}
