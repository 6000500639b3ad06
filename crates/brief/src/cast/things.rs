//! Organisations and places, with the short names that their articles use.

use std::collections::{BTreeMap, BTreeSet};

use throughline_annotate::{is_role, is_stopword};

use super::{
    Cast, Entity, EntityId, Named, Type,
    form::{self, Form},
    gather,
};
use crate::story::Story;

impl Cast {
    /// Organisations and places by the names in the parsed lines, and by the
    /// acronyms that any line explains: "National Emergency Directorate (NED)".
    pub(super) fn things(&mut self, story: &Story, forms: &[Form]) {
        let votes = gather::votes(forms);
        let explained = explained(story);
        let mut names: BTreeMap<String, (Type, String)> = BTreeMap::new();
        for form in forms {
            let key = form.words.join(" ");
            let Some(&kind) = votes.get(&key).filter(|k| **k != Type::Person) else { continue };
            let text = &story.readings[form.place.article].article.text;
            let shown = text[form.place.span.clone()].to_owned();
            names.entry(plain(&key).to_owned()).or_insert((kind, shown));
        }
        for (name, _) in &explained {
            let key = form::words(name).join(" ");
            names.entry(plain(&key).to_owned()).or_insert((Type::Organisation, name.clone()));
        }
        let acronyms: Vec<&str> = explained.iter().map(|(_, short)| short.as_str()).collect();
        // Long names first, so that a short one finds what it is short for.
        let mut ordered: Vec<(String, (Type, String))> = names.into_iter().collect();
        ordered.sort_by_key(|(key, _)| std::cmp::Reverse(key.split(' ').count()));
        for (key, (kind, name)) in ordered {
            if acronyms.iter().any(|short| *short == name) {
                continue;
            }
            let words = form::words(&key);
            let titled = words.len() > 1 && is_role(&words[0]) && words[0] != "general";
            if titled || self.find(&words) != Named::Nobody {
                continue;
            }
            let long = (kind == Type::Organisation).then(|| self.longer(&words)).flatten();
            if let Some(id) = long {
                self.by_short.entry(key).or_default().insert(id);
                continue;
            }
            let name =
                name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(&name).to_owned();
            self.add(Entity {
                kind,
                name,
                role: None,
                gender: None,
                mentions: Vec::new(),
                titles: BTreeSet::new(),
                forms: Vec::new(),
                described: None,
            });
        }
        for (name, short) in explained {
            let key = form::words(&name).join(" ");
            if let Named::One(id) = self.find(&form::words(plain(&key))) {
                self.by_short.entry(short.to_lowercase()).or_default().insert(id);
            }
        }
        self.initials();
        self.first_words();
    }

    /// The one organisation whose name starts with these words.
    fn longer(&self, words: &[String]) -> Option<EntityId> {
        let mut fits = self.entities.iter().enumerate().filter(|(_, e)| {
            e.kind == Type::Organisation && {
                let own = form::words(&e.name);
                own.len() > words.len() && own.starts_with(words)
            }
        });
        match (fits.next(), fits.next()) {
            (Some((id, _)), None) => Some(id),
            _ => None,
        }
    }

    /// "RAIB" for the one organisation with these initials.
    fn initials(&mut self) {
        let found: Vec<(String, EntityId)> = self
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == Type::Organisation)
            .filter_map(|(id, e)| Some((initials(&e.name)?.to_lowercase(), id)))
            .collect();
        for (short, id) in found {
            if self.find(std::slice::from_ref(&short)) == Named::Nobody
                || self.by_short.contains_key(&short)
            {
                self.by_short.entry(short).or_default().insert(id);
            }
        }
    }

    /// "Orrin" for "Orrin Capital Partners", where it is nobody's name.
    fn first_words(&mut self) {
        let found: Vec<(String, EntityId)> = self
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == Type::Organisation)
            .filter_map(|(id, e)| {
                let words = form::words(&e.name);
                let first = words.first().filter(|_| words.len() > 1)?;
                let common = is_stopword(first) || COMMON.contains(&first.as_str());
                (!common && !self.by_name.contains_key(first)).then(|| (first.clone(), id))
            })
            .collect();
        for (short, id) in found {
            self.by_short.entry(short).or_default().insert(id);
        }
    }
}

/// First words of organisations that say nothing alone.
const COMMON: &[&str] = &[
    "national",
    "international",
    "world",
    "united",
    "federal",
    "royal",
    "general",
    "supreme",
    "foreign",
    "central",
    "european",
    "american",
    "british",
    "north",
    "south",
    "east",
    "west",
    "new",
    "rail",
    "ministry",
    "department",
    "house",
    "high",
    "first",
    "global",
    "public",
    "bank",
    "university",
    "office",
    "institute",
    "party",
    "city",
    "state",
    "human",
];

fn plain(key: &str) -> &str {
    key.strip_prefix("the ").unwrap_or(key)
}

/// The initials of the words with a capital, of names of three words and more.
fn initials(name: &str) -> Option<String> {
    let capitals: String = name
        .split([' ', '-'])
        .filter_map(|w| w.chars().next().filter(|c| c.is_uppercase()))
        .collect();
    (capitals.chars().count() >= 3).then_some(capitals)
}

/// Names that a line follows with their acronym in brackets.
fn explained(story: &Story) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for line in 0..story.lines.len() {
        let source = &story.readings[story.lines[line].article].article.text;
        for name in &story.sentence(line).names {
            let Some(rest) = source[name.span.end..].strip_prefix(" (") else { continue };
            let Some((short, _)) = rest.split_once(')') else { continue };
            let shouted =
                (2..=6).contains(&short.chars().count()) && short.chars().all(char::is_uppercase);
            let whole = &source[name.span.clone()];
            // The run of capitals may open with a word of the sentence.
            let starts = std::iter::once(0).chain(whole.match_indices(' ').map(|(at, _)| at + 1));
            let long = starts.map(|at| &whole[at..]).find(|text| {
                let letters: String = text
                    .split([' ', '-'])
                    .filter_map(|w| w.chars().next().filter(|c| c.is_uppercase()))
                    .collect();
                letters == short
            });
            if let Some(long) = long.filter(|_| shouted) {
                let pair = (long.to_owned(), short.to_owned());
                if !found.contains(&pair) {
                    found.push(pair);
                }
            }
        }
    }
    found
}
