//! [`Cast`]: the people, organisations and places of a story, each under all
//! its names, in all articles.
//!
//! Who is whom is decided once, over the whole story: a surname belongs to the
//! one person whose full name some article gives; where two people share it, it
//! belongs to neither.

mod form;
mod gather;
mod mention;
mod name;
mod pronoun;
mod stranger;
#[cfg(test)]
mod tests;
mod things;

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    ops::Range,
};

use throughline_annotate::{Gender, Reading, is_honorific, is_role};
use throughline_gather::Owners;

use crate::{draft::Place, story::Story, tree::Trees};

use gather::alike;
pub use gather::introducing;

/// The people, organisations and places that these articles name, each with
/// all its mentions; every sentence is parsed for it.
pub fn entities(readings: Vec<Reading>) -> Vec<Entity> {
    let story = Story::new(readings, &Owners::new());
    Cast::of(&story, &Trees::of_all(&story)).entities
}

/// An entity by its number in [`Cast::entities`].
pub type EntityId = usize;

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// Somebody.
    Person,
    /// A firm, an office, a party.
    Organisation,
    /// A country, a town, a building.
    Place,
}

/// Somebody or something that the story names.
#[derive(Debug, Clone)]
pub struct Entity {
    /// What it is.
    pub kind: Type,
    /// Its fullest usual name.
    pub name: String,
    /// What a person is: "President", "the directorate's head".
    pub role: Option<String>,
    /// Whether a person is "he" or "she", where the articles say so.
    pub gender: Option<Gender>,
    /// Where it is named, in the order of the story: the sentence, and bytes
    /// of its article's text.
    pub mentions: Vec<(usize, Range<usize>)>,
    /// The words of everything that a person is called.
    titles: BTreeSet<String>,
    /// Where a person's full name stands, best first.
    forms: Vec<Full>,
    /// Where it stands with what the person is: "Orr Vall, the directorate's head".
    described: Option<Place>,
}

/// A full name that can introduce a person.
#[derive(Debug, Clone)]
struct Full {
    surname: String,
    /// The given name, of a full name of two words.
    given: Option<String>,
    name: Place,
    /// The name with the role before it, and how it reads inside a sentence.
    titled: Option<(Place, String)>,
}

/// Who and what a story names.
#[derive(Debug, Default)]
pub struct Cast {
    pub entities: Vec<Entity>,
    /// Full names in lower case.
    by_name: BTreeMap<String, EntityId>,
    by_surname: BTreeMap<String, BTreeSet<EntityId>>,
    /// By surname: the given names of those who bear it.
    givens: BTreeMap<String, BTreeMap<String, EntityId>>,
    /// Given names, short names, acronyms.
    by_short: BTreeMap<String, BTreeSet<EntityId>>,
    /// The words of the titles, which every reader of the story knows.
    titles: HashSet<String>,
}

/// Whom a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    One(EntityId),
    /// Two or more bear it.
    Several,
    Nobody,
}

impl Cast {
    /// Reads the parsed lines for names and finds them again in all lines.
    pub fn of(story: &Story, trees: &Trees) -> Self {
        let mut cast = Self { titles: title_words(story), ..Self::default() };
        let forms = gather::forms(story, trees);
        cast.people(story, &forms);
        cast.things(story, &forms);
        cast.lone_people(story, &forms);
        cast.find_mentions(story, trees);
        cast.find_genders(story, trees, &forms);
        cast
    }

    /// Whom these words name.
    pub fn find(&self, words: &[String]) -> Named {
        let before = |w: &String| {
            is_honorific(w) || is_role(w.trim_end_matches('.')) || form::is_particle(w)
        };
        let one = |set: Option<&BTreeSet<EntityId>>| match set {
            Some(set) if set.len() == 1 => set.first().map_or(Named::Nobody, |&id| Named::One(id)),
            Some(_) => Named::Several,
            None => Named::Nobody,
        };
        let mut rest = words;
        loop {
            if let Some(&id) = self.by_name.get(&rest.join(" ")) {
                return Named::One(id);
            }
            match rest {
                [] => return Named::Nobody,
                [word] => {
                    let named = one(self.by_surname.get(word));
                    return if named == Named::Nobody {
                        one(self.by_short.get(word))
                    } else {
                        named
                    };
                }
                [first, tail @ ..] if before(first) => rest = tail,
                _ => {
                    let short = one(self.by_short.get(&rest.join(" ")));
                    return if short == Named::Nobody { self.of_surname(rest) } else { short };
                }
            }
        }
    }

    /// The bearer of a surname whose given name these words can be.
    fn of_surname(&self, words: &[String]) -> Named {
        let (Some(given), Some(surname)) = (words.first(), words.last()) else {
            return Named::Nobody;
        };
        let mut fits = self.givens.get(surname).into_iter().flat_map(|own| alike(own, given));
        match (fits.next(), fits.next()) {
            (Some(id), None) => Named::One(id),
            (Some(_), Some(_)) => Named::Several,
            _ => Named::Nobody,
        }
    }

    fn add_given(&mut self, id: EntityId, surname: &str) {
        if let Some(given) = form::words(&self.entities[id].name).into_iter().next() {
            self.givens.entry(surname.to_owned()).or_default().entry(given).or_insert(id);
        }
    }

    fn add(&mut self, entity: Entity) -> EntityId {
        let id = self.entities.len();
        self.by_name.entry(form::words(&entity.name).join(" ")).or_insert(id);
        self.entities.push(entity);
        id
    }

    /// Puts right in the trees what the story as a whole knows better: a name
    /// that one line alone takes for a place, or for none.
    pub fn mend(&self, story: &Story, trees: &mut Trees) {
        trees.rename(|line, tree| {
            let source = &story.readings[story.lines[line].article].article.text;
            let mut names = tree.name_spans().to_vec();
            for name in &mut names {
                let all = name.first as usize..name.last as usize + 1;
                let tokens = form::trimmed(source, tree, all, name.kind == "PERSON");
                let is_place = matches!(name.kind, "GPE" | "LOC" | "NORP" | "FAC");
                let is_work = matches!(name.kind, "WORK_OF_ART" | "PRODUCT" | "EVENT");
                let may_be_other = matches!(name.kind, "PERSON" | "ORG") || is_place || is_work;
                if tokens.is_empty() || !may_be_other {
                    continue;
                }
                let Named::One(id) = self.find(&form::words(&source[tree.bytes(tokens)])) else {
                    continue;
                };
                let entity = &self.entities[id];
                // "Washington" is a person as a subject, not after "in".
                let acts = matches!(
                    tree.token(name.last as usize).dep,
                    "nsubj" | "nsubjpass" | "poss" | "appos" | "conj" | "agent"
                );
                if entity.kind == Type::Person && (is_place || is_work) && !acts {
                    continue;
                }
                name.kind = match entity.kind {
                    Type::Person => "PERSON",
                    Type::Organisation if name.kind == "PERSON" => "ORG",
                    Type::Place if name.kind == "PERSON" => "GPE",
                    _ => name.kind,
                };
            }
            let named = |at: usize| {
                names.iter().any(|n| (n.first as usize..=n.last as usize).contains(&at))
            };
            let missed = (0..tree.tokens().len()).filter(|&at| {
                let word = form::words(&source[tree.span(at)]);
                // "Summers said" is no season.
                let named_so = tree.token(at).pos == "PROPN"
                    || at == 0 && tree.token(at).tag == "NNS" && tree.token(at).dep == "nsubj";
                named_so
                    && tree.token(at).dep != "compound"
                    && !named(at)
                    && word.iter().all(|w| self.by_surname.contains_key(w))
                    && matches!(self.find(&word), Named::One(id) if self.is_known_person(id))
            });
            let missed: Vec<_> = missed
                .map(|at| throughline_syntax::NameSpan {
                    first: at as u32,
                    last: at as u32,
                    kind: "PERSON",
                })
                .collect();
            names.extend(missed);
            names.sort_by_key(|n| n.first);
            names
        });
    }

    fn is_known_person(&self, id: EntityId) -> bool {
        self.entities[id].kind == Type::Person && !self.entities[id].forms.is_empty()
    }
}

fn title_words(story: &Story) -> HashSet<String> {
    let titles = (0..story.lines.len()).filter(|&l| story.sentence(l).position.is_none());
    titles.flat_map(|l| story.sentence(l).words.iter().map(|w| w.lower.clone())).collect()
}
