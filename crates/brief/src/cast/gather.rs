//! From single forms to people: which full names are one person, and what the
//! person's role is.

use std::{
    borrow::Borrow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::Bound,
};

use throughline_annotate::{is_role, keeps_capital};

use super::{
    Cast, Entity, Full, Named, Type,
    form::{self, Cue, Form},
};
use crate::{
    story::{LineId, Story},
    tree::Trees,
};

/// How many lines are parsed for the sake of one name.
const INTRODUCING: usize = 4;

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
            // Somebody may be called by the given name.
            let first = words.first().map(String::as_str).filter(|_| words.len() == 2);
            let called = first.filter(|first| nameless.contains(first)).unwrap_or(last);
            for (wanted, with_role, name) in [(&nameless, false, called), (&untitled, true, last)] {
                let Some(&surname) = wanted.get(name) else { continue };
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

/// The letters of a surname in which two spellings of it agree.
const SPELLED: usize = 5;

/// The groups of full names that are one person's, found without asking each.
#[derive(Default)]
struct Known<'a> {
    /// By given name and the first letters of the surname: surname and group.
    spelled: HashMap<(&'a str, String), Vec<(&'a str, usize)>>,
    /// By surname: given name and group.
    givens: HashMap<&'a str, BTreeMap<&'a str, usize>>,
}

impl<'a> Known<'a> {
    fn key(form: &'a Form) -> (&'a str, String) {
        let given = form.words.first().map_or("", String::as_str);
        (given, form.surname().chars().take(SPELLED).collect())
    }

    fn add(&mut self, form: &'a Form, group: usize) {
        let key = Self::key(form);
        self.givens.entry(form.surname()).or_default().entry(key.0).or_insert(group);
        let spelled = self.spelled.entry(key).or_default();
        if !spelled.iter().any(|(surname, _)| *surname == form.surname()) {
            spelled.push((form.surname(), group));
        }
    }

    /// The group of a name's spellings, or of its given name as an initial.
    fn group(&self, form: &'a Form) -> Option<usize> {
        let key = Self::key(form);
        let spelled = self.spelled.get(&key).into_iter().flatten();
        let mut same = spelled.filter(|(surname, _)| same_surname(surname, form.surname()));
        let initial = || alike(self.givens.get(form.surname())?, key.0).next();
        same.next().map(|(_, group)| *group).or_else(initial)
    }
}

/// What stands under the given names that can be this one: itself, its initial, or what begins
/// with it.
pub fn alike<'m, K, T: Copy>(
    givens: &'m BTreeMap<K, T>,
    given: &'m str,
) -> impl Iterator<Item = T> + 'm
where
    K: Borrow<str> + Ord,
{
    let letter: String = given.chars().take(1).collect();
    let is_initial = given.trim_end_matches('.').chars().count() == 1;
    let from = if is_initial { letter.clone() } else { given.to_owned() };
    let begins = givens
        .range::<str, _>((Bound::Included(from.as_str()), Bound::Unbounded))
        .take_while(move |(other, _)| {
            let other: &str = (*other).borrow();
            if is_initial { other.starts_with(&from) } else { other == from }
        })
        .map(|(_, group)| *group)
        .collect::<Vec<T>>();
    let dotted = format!("{letter}.");
    let initials = [letter, dotted].into_iter().filter(move |_| !is_initial);
    begins.into_iter().chain(initials.filter_map(|initial| givens.get(initial.as_str()).copied()))
}

/// Whether two surnames are spellings of one: "Zelensky", "Zelenskyy".
fn same_surname(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let most = a.chars().count().max(b.chars().count());
    a == b || shared >= SPELLED && most - shared <= 2
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
        let mut known = Known::default();
        for form in full {
            match known.group(form) {
                Some(group) => groups[group].push(form),
                None => groups.push(vec![form]),
            }
            known.add(form, known.group(form).unwrap_or(groups.len() - 1));
        }
        let letters = Letters::of(story);
        for group in groups {
            let id = self.add(person(story, &group, &letters));
            for form in group {
                self.by_name.insert(form.words.join(" "), id);
                self.by_surname.entry(form.surname().to_owned()).or_default().insert(id);
                self.add_given(id, form.surname());
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
                    described: None,
                });
                self.by_surname.entry(key.to_owned()).or_default().insert(id);
            }
        }
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

/// Which words the story writes small, and which it raises inside a sentence.
#[derive(Default)]
struct Letters<'a> {
    small: HashSet<&'a str>,
    raised: HashSet<&'a str>,
}

impl<'a> Letters<'a> {
    fn of(story: &'a Story) -> Self {
        let mut letters = Self::default();
        for line in (0..story.lines.len()).filter(|&l| story.sentence(l).position.is_some()) {
            let source = &story.readings[story.lines[line].article].article.text;
            for (at, word) in story.sentence(line).words.iter().enumerate() {
                let text = &source[word.span.clone()];
                if text.starts_with(char::is_lowercase) {
                    letters.small.insert(text);
                } else if at > 0 {
                    letters.raised.insert(text);
                }
            }
        }
        letters
    }

    /// A role as it reads inside a sentence: "Real estate tycoon" opened one.
    fn inside(&self, role: &str, opens: bool, named: bool) -> String {
        let (first, rest) = role.split_once(' ').unwrap_or((role, ""));
        let lower = first.to_lowercase();
        let common = self.small.contains(lower.as_str())
            || is_role(&lower)
            || !named && !self.raised.contains(first);
        let office = rest.is_empty() && keeps_capital(&lower);
        if opens && common && !office && !rest.contains(char::is_uppercase) {
            lower + &role[first.len()..]
        } else {
            role.to_owned()
        }
    }
}

/// A person from all forms of the full name.
fn person(story: &Story, forms: &[&Form], letters: &Letters) -> Entity {
    let text = |place: &crate::draft::Place| {
        story.readings[place.article].article.text[place.span.clone()].to_owned()
    };
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut roles: BTreeMap<String, usize> = BTreeMap::new();
    let shown = |form: &Form| {
        let role = form.role.as_ref()?;
        let opens = story.span(form.line).start == role.span.start;
        Some(letters.inside(text(role).trim(), opens, form.role_named))
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
    let left = has_left(story, &name);
    let role = usual(&roles).filter(|_| !left);
    let mut full: Vec<(bool, bool, Full)> = forms
        .iter()
        .map(|form| {
            let held = form.role.as_ref().filter(|_| role.is_some() && shown(form) == role);
            let titled = held.map(|place| {
                let whole = crate::draft::Place {
                    article: place.article,
                    span: place.span.start..form.place.span.end,
                };
                let reads = format!("{} {}", role.as_deref().unwrap_or(""), text(&form.place));
                (whole, reads)
            });
            let usual = text(&form.place) == name;
            let given = form.words.first().filter(|_| form.words.len() == 2).cloned();
            let full = Full {
                surname: form.surname().to_owned(),
                given,
                name: form.place.clone(),
                titled,
            };
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
        role: role.or_else(apposition).filter(|_| !left),
        gender: None,
        mentions: Vec::new(),
        titles: titles.collect(),
        forms: full.into_iter().map(|(.., full)| full).collect(),
        described: forms.iter().filter(|_| !left).find_map(|form| form.described.clone()),
    }
}

/// Whether an article calls somebody a former holder of an office: what an older one calls them is over.
fn has_left(story: &Story, name: &str) -> bool {
    const BEFORE: usize = 6;
    let former = |word: &str| {
        let lower = word.to_lowercase();
        matches!(lower.as_str(), "former" | "ex" | "ousted" | "outgoing")
            || lower.starts_with("ex-")
    };
    !name.is_empty()
        && story.readings.iter().any(|reading| {
            let text = &reading.article.text;
            text.match_indices(name).any(|(at, _)| {
                let line = &text[text[..at].rfind(['\n', '.', ';']).map_or(0, |end| end + 1)..at];
                line.split_whitespace().rev().take(BEFORE).any(former)
            })
        })
}
