//! [`Toll`]: what harm or loss a figure counts. Tolls are told in many words
//! and grow as a story unfolds, so they are read by class.

use throughline_claims::Passage;

use crate::tree::Tree;

/// A kind of harm or loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toll {
    /// Its place in [`CLASSES`].
    class: usize,
    /// The group that is counted, where it is not everybody.
    group: Option<String>,
    /// Whether it may come, and has not.
    feared: bool,
}

/// Name, the words that say it, whom it befalls.
struct Class {
    name: &'static str,
    words: &'static [&'static str],
    whom: &'static [&'static str],
}

const PEOPLE: &[&str] = &[
    "people", "person", "victim", "man", "woman", "life", "body", "resident", "number", "toll",
    "name", "casualty",
];

#[rustfmt::skip]
const CLASSES: &[Class] = &[
    Class { name: "people killed", whom: PEOPLE, words: &["kill", "die", "dead", "death", "fatality", "perish", "body", "drown"] },
    Class { name: "people injured", whom: PEOPLE, words: &["injure", "injury", "wound", "wounded", "hurt", "injured", "hospitalise", "hospitalize"] },
    Class { name: "people missing", whom: PEOPLE, words: &["missing", "unaccounted", "miss"] },
    Class { name: "people arrested", whom: PEOPLE, words: &["arrest", "detain", "arrested", "detained"] },
    Class { name: "jobs at stake", whom: &["job", "position", "post", "number"], words: &["cut", "lose", "risk", "stake", "affect", "axe", "shed", "eliminate", "go"] },
    Class { name: "without power", whom: &["home", "house", "household", "customer"], words: &["power", "electricity", "outage", "blackout"] },
];

/// Words that count nothing but the class itself.
const BARE: &[&str] = &["death", "fatality", "dead", "injury", "injured", "wounded", "missing"];

impl Toll {
    /// The toll that a number counts, read from its noun, its verb and the
    /// verb's company.
    pub fn of(passage: &Passage, number: usize, noun: Option<usize>, verb: usize) -> Option<Self> {
        let tree = passage.tree;
        let said: Vec<String> = company(tree, number, noun, verb);
        let counted = noun.map(|n| tree.token(n).lemma.to_lowercase());
        let class = CLASSES.iter().position(|class| {
            let befalls = counted.as_ref().is_none_or(|c| {
                class.whom.contains(&c.as_str())
                    || class.words.contains(&c.as_str())
                    || class.whom == PEOPLE && is_group(tree, noun)
            });
            befalls && said.iter().any(|word| class.words.contains(&word.as_str()))
        })?;
        let group = counted
            .filter(|c| !CLASSES[class].whom.contains(&c.as_str()) && !BARE.contains(&c.as_str()))
            .filter(|c| !CLASSES[class].words.contains(&c.as_str()));
        let feared = said.iter().any(|w| matches!(w.as_str(), "risk" | "stake"));
        Some(Self { class, group, feared })
    }

    /// Whether it falls as a story unfolds: the missing are found.
    pub fn may_fall(&self) -> bool {
        matches!(CLASSES[self.class].name, "people missing" | "without power")
    }

    /// Whether both are of one kind and one group.
    pub fn is_like(&self, other: &Self) -> bool {
        self.class == other.class && self.group == other.group
    }

    /// Whether it may come, and has not.
    pub fn is_feared(&self) -> bool {
        self.feared
    }

    /// What the reader is told that sources differ on.
    pub fn name(&self) -> String {
        let name = CLASSES[self.class].name;
        match &self.group {
            Some(group) => format!("{name} ({group})"),
            None => name.to_owned(),
        }
    }
}

fn is_group(tree: &Tree, noun: Option<usize>) -> bool {
    noun.is_some_and(|n| {
        throughline_annotate::is_person_noun(&tree.token(n).lemma)
            || matches!(
                tree.token(n).lemma.as_str(),
                "child"
                    | "civilian"
                    | "soldier"
                    | "troop"
                    | "student"
                    | "passenger"
                    | "worker"
                    | "officer"
                    | "girl"
                    | "boy"
                    | "migrant"
                    | "tourist"
                    | "fighter"
                    | "miner"
            )
    })
}

/// The lemmas that say what befalls a counted thing.
fn company(tree: &Tree, number: usize, noun: Option<usize>, verb: usize) -> Vec<String> {
    let lemma = |at: usize| tree.token(at).lemma.to_lowercase();
    let at = noun.unwrap_or(number);
    let mut found = vec![lemma(at)];
    // "14 people killed", "14 jobs at risk", "14 missing people".
    for child in tree.children(at) {
        match tree.token(child).dep {
            "acl" | "amod" => found.push(lemma(child)),
            "prep" => found.extend(tree.children(child).map(lemma)),
            "relcl" => found.push(lemma(child)),
            _ => {}
        }
    }
    let dep = tree.token(at).dep;
    let direct = matches!(dep, "nsubj" | "nsubjpass" | "dobj" | "attr" | "oprd" | "nummod");
    let up = tree.head(at).is_some_and(|h| h == verb);
    if direct && up {
        found.push(lemma(verb));
        // "left 50 dead", "11 people are dead", "jobs were at stake".
        for child in tree.children(verb) {
            match tree.token(child).dep {
                "acomp" | "oprd" | "attr" if child != at => found.push(lemma(child)),
                "prep" if matches!(tree.token(child).lemma.as_str(), "at" | "as" | "without") => {
                    found.extend(tree.children(child).map(lemma));
                }
                "ccomp" | "xcomp" => found.push(lemma(child)),
                _ => {}
            }
        }
    }
    // "the death toll rose to 14", "put the number of people killed at 14".
    let counts =
        matches!(dep, "pobj" | "dobj" | "attr" | "npadvmod" | "acomp" | "nummod" | "dative");
    let subject = tree.child(verb, &["nsubj", "nsubjpass"]).into_iter();
    let object = tree.child(verb, &["dobj"]).into_iter();
    for thing in subject.chain(object).filter(|&t| counts && t != at) {
        if matches!(
            tree.token(thing).lemma.as_str(),
            "toll" | "number" | "total" | "count" | "tally"
        ) {
            found.extend(tree.subtree(thing).map(lemma));
        }
    }
    // "people without power".
    if let Some(without) = tree.children(at).find(|&c| tree.token(c).lemma == "without") {
        found.extend(tree.children(without).map(lemma));
    }
    found
}
