//! From single forms to people: which full names are one person, what the
//! person's role is, and where everybody is mentioned.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use throughline_annotate::{Gender, Name, gender, is_role};

use super::{
    Cast, Entity, EntityId, Full, Named, Type,
    form::{self, Cue, Form},
};
use crate::{
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// How many lines are parsed for the sake of one name.
const INTRODUCING: usize = 4;

/// Titles that keep their capital inside a sentence.
#[rustfmt::skip]
const CAPITAL: &[&str] = &[
    "president", "minister", "secretary", "senator", "governor", "mayor", "king", "queen", "pope",
    "prince", "princess", "chancellor", "premier", "general", "captain", "colonel", "sheriff",
    "sergeant", "lieutenant", "archbishop", "bishop", "cardinal", "justice", "judge",
];

/// The names of the parsed sentences; a title has capitals everywhere.
pub fn forms(story: &Story, trees: &Trees) -> Vec<Form> {
    (0..story.lines.len())
        .filter(|&line| story.sentence(line).position.is_some())
        .filter_map(|line| Some(Form::read(story, line, trees.get(line)?)))
        .flatten()
        .collect()
}

/// Lines that are not parsed and give the full name, or the role, of somebody
/// whom a parsed line names without it.
pub fn introducing(story: &Story, trees: &Trees) -> Vec<LineId> {
    let forms = forms(story, trees);
    let lone = |f: &&Form| f.words.len() == 1 && matches!(f.kind, "PERSON" | "ORG" | "GPE");
    let full: BTreeSet<&str> = forms
        .iter()
        .filter(|f| f.kind == "PERSON" && f.is_full(story))
        .map(Form::surname)
        .collect();
    let titled: BTreeSet<&str> =
        forms.iter().filter(|f| f.role.is_some()).map(Form::surname).collect();
    let nameless: BTreeSet<&str> =
        forms.iter().filter(lone).map(Form::surname).filter(|s| !full.contains(s)).collect();
    let untitled: BTreeSet<&str> = full.difference(&titled).copied().collect();
    let mut given: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    let mut lines = Vec::new();
    let unparsed = (0..story.lines.len())
        .filter(|&l| trees.get(l).is_none() && story.sentence(l).position.is_some());
    for line in unparsed {
        let source = &story.readings[story.lines[line].article].article.text;
        for name in &story.sentence(line).names {
            let words = form::words(&source[name.span.clone()]);
            let Some(last) = words.last().filter(|_| words.len() > 1) else { continue };
            let last = last.strip_suffix("'s").unwrap_or(last);
            let before = source[..name.span.start].split_whitespace().next_back().unwrap_or("");
            let role = is_role(&before.to_lowercase()) || words.iter().any(|w| is_role(w));
            for (wanted, with_role) in [(&nameless, false), (&untitled, true)] {
                let Some(&surname) = wanted.get(last) else { continue };
                let found = given.entry((surname, with_role)).or_default();
                if *found < INTRODUCING && (role || !with_role) {
                    *found += 1;
                    lines.push(line);
                }
            }
        }
    }
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// Whether two given names can be one person's: "Dara", "D.", "Dara".
pub fn same_given(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| {
        let short = short.trim_end_matches('.');
        short.chars().count() == 1 && long.starts_with(short)
    };
    a == b || initial(a, b) || initial(b, a)
}

/// Whether two surnames are spellings of one: "Zelensky", "Zelenskyy".
fn same_surname(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let most = a.chars().count().max(b.chars().count());
    a == b || shared >= 5 && most - shared <= 2
}

impl Cast {
    /// People by their full names.
    pub(super) fn people(&mut self, story: &Story, forms: &[Form]) {
        let votes = votes(forms);
        let is_person = |name: &str| votes.get(name) == Some(&Type::Person);
        // A full name that is taken for a firm is a person's where the surname is.
        let acting: BTreeSet<&str> = forms
            .iter()
            .filter(|f| f.kind == "PERSON" && f.words.len() == 1 && f.cue == Some(Cue::Person))
            .map(Form::surname)
            .filter(|surname| is_person(surname))
            .collect();
        let full = forms.iter().filter(|f| {
            f.is_full(story)
                && if f.kind == "PERSON" {
                    is_person(&f.words.join(" "))
                } else {
                    f.words.len() == 2 && acting.contains(f.surname())
                }
        });
        let mut groups: Vec<Vec<&Form>> = Vec::new();
        for form in full {
            let given = |f: &Form| f.words.first().cloned().unwrap_or_default();
            let known = groups.iter_mut().find(|group| {
                group.iter().any(|f| {
                    let spelling =
                        given(f) == given(form) && same_surname(f.surname(), form.surname());
                    let initial =
                        f.surname() == form.surname() && same_given(&given(f), &given(form));
                    spelling || initial
                })
            });
            match known {
                Some(group) => group.push(form),
                None => groups.push(vec![form]),
            }
        }
        let small = small_words(story);
        for group in groups {
            let id = self.add(person(story, &group, &small));
            for form in group {
                self.by_name.insert(form.words.join(" "), id);
                self.by_surname.entry(form.surname().to_owned()).or_default().insert(id);
                if let Some(given) = form.words.first().filter(|w| w.len() > 2) {
                    self.by_short.entry(given.clone()).or_default().insert(id);
                }
            }
        }
    }

    /// People of whom the articles give one name only.
    pub(super) fn lone_people(&mut self, story: &Story, forms: &[Form]) {
        let votes = votes(forms);
        let lone =
            |f: &&Form| f.kind == "PERSON" && f.words.len() == 1 && f.cue == Some(Cue::Person);
        for form in forms.iter().filter(lone) {
            let key = form.surname();
            if votes.get(key) == Some(&Type::Person) && self.find(&form.words) == Named::Nobody {
                let text = &story.readings[form.place.article].article.text;
                let id = self.add(Entity {
                    kind: Type::Person,
                    name: text[form.place.span.clone()].to_owned(),
                    role: form.role.as_ref().map(|r| text[r.span.clone()].trim().to_owned()),
                    gender: None,
                    mentions: Vec::new(),
                    titles: BTreeSet::new(),
                    forms: Vec::new(),
                });
                self.by_surname.entry(key.to_owned()).or_default().insert(id);
            }
        }
    }

    /// Finds everybody in every line: by the parse where there is one, by
    /// capitals where there is none.
    pub(super) fn find_mentions(&mut self, story: &Story, trees: &Trees) {
        for line in 0..story.lines.len() {
            let source = &story.readings[story.lines[line].article].article.text;
            let mut found: Vec<(EntityId, std::ops::Range<usize>)> = Vec::new();
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
    fn cheap(&self, source: &str, name: &Name) -> Option<(EntityId, std::ops::Range<usize>)> {
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

    /// "the Ukrainian president", where one person has that role.
    fn described(&self, source: &str, tree: &Tree) -> Vec<(EntityId, std::ops::Range<usize>)> {
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
            for at in (0..tree.tokens().len()).filter(|&i| tree.token(i).pos == "PRON") {
                if let Some(told) = gender(&source[tree.span(at)].to_lowercase()) {
                    vote(id, told, 1);
                }
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
        within: std::ops::Range<usize>,
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

/// What most of the mentions of each name take it for.
pub fn votes(forms: &[Form]) -> BTreeMap<String, Type> {
    let mut counts: BTreeMap<String, BTreeMap<Type, usize>> = BTreeMap::new();
    for form in forms {
        let kind = match form.kind {
            "PERSON" => Type::Person,
            "ORG" => Type::Organisation,
            _ => Type::Place,
        };
        let told = counts.entry(form.words.join(" ")).or_default();
        *told.entry(kind).or_default() += 2;
        match form.cue {
            Some(Cue::Person) => *told.entry(Type::Person).or_default() += 1,
            Some(Cue::Place) => *told.entry(Type::Place).or_default() += 3,
            None => {}
        }
        // "Ana Vall" says a little about "Vall", too.
        if kind == Type::Person && form.words.len() > 1 {
            *counts.entry(form.surname().to_owned()).or_default().entry(kind).or_default() += 1;
        }
    }
    let best = |kinds: BTreeMap<Type, usize>| {
        kinds.into_iter().max_by_key(|(k, n)| (*n, std::cmp::Reverse(*k)))
    };
    counts.into_iter().filter_map(|(name, kinds)| Some((name, best(kinds)?.0))).collect()
}

/// The words that the story writes without a capital.
fn small_words(story: &Story) -> HashSet<&str> {
    let mut small = HashSet::new();
    for line in 0..story.lines.len() {
        let source = &story.readings[story.lines[line].article].article.text;
        let words = story.sentence(line).words.iter().map(|w| &source[w.span.clone()]);
        small.extend(words.filter(|w| w.starts_with(char::is_lowercase)));
    }
    small
}

/// A person from all forms of the full name.
fn person(story: &Story, forms: &[&Form], small: &HashSet<&str>) -> Entity {
    let text = |place: &crate::draft::Place| {
        story.readings[place.article].article.text[place.span.clone()].to_owned()
    };
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut roles: BTreeMap<String, usize> = BTreeMap::new();
    let shown = |form: &Form| {
        let role = form.role.as_ref()?;
        let opens = story.span(form.line).start == role.span.start;
        Some(inside(text(role).trim(), opens, small))
    };
    for form in forms {
        *names.entry(text(&form.place)).or_default() += 1;
        if let Some(role) = shown(form) {
            *roles.entry(role).or_default() += 1;
        }
    }
    let usual = |counts: &BTreeMap<String, usize>| {
        let key = |(name, n): &(&String, &usize)| (**n, name.split_whitespace().count());
        counts.iter().rev().max_by_key(key).map(|(name, _)| name.clone())
    };
    let name = usual(&names).unwrap_or_default();
    let role = usual(&roles);
    let mut full: Vec<(bool, bool, Full)> = forms
        .iter()
        .map(|form| {
            let titled = form.role.as_ref().filter(|_| shown(form) == role).map(|place| {
                let whole = crate::draft::Place {
                    article: place.article,
                    span: place.span.start..form.place.span.end,
                };
                let reads = format!("{} {}", role.as_deref().unwrap_or(""), text(&form.place));
                (whole, reads)
            });
            let usual = text(&form.place) == name;
            let full =
                Full { surname: form.surname().to_owned(), name: form.place.clone(), titled };
            (!usual, full.titled.is_none(), full)
        })
        .collect();
    full.sort_by_key(|(unusual, untitled, _)| (*unusual, *untitled));
    let apposition = || forms.iter().find_map(|f| f.apposition.clone());
    let titles = forms.iter().flat_map(|form| {
        let before = form.role.as_ref().map(text);
        before.into_iter().chain(form.apposition.clone()).flat_map(|role| form::words(&role))
    });
    Entity {
        kind: Type::Person,
        name,
        role: role.or_else(apposition),
        gender: None,
        mentions: Vec::new(),
        titles: titles.collect(),
        forms: full.into_iter().map(|(.., full)| full).collect(),
    }
}

/// A role as it reads inside a sentence: "Real estate tycoon" opened one.
fn inside(role: &str, opens: bool, small: &HashSet<&str>) -> String {
    let Some((first, rest)) = role.split_once(' ').or(Some((role, ""))) else {
        return role.to_owned();
    };
    let lower = first.to_lowercase();
    let common = !rest.contains(char::is_uppercase)
        && (small.contains(lower.as_str()) || is_role(&lower))
        && !(rest.is_empty() && CAPITAL.contains(&lower.as_str()));
    let initial = first.chars().next().map_or(0, char::len_utf8);
    if opens && common {
        format!("{}{}", lower.get(..initial).unwrap_or(""), &role[initial..])
    } else {
        role.to_owned()
    }
}
