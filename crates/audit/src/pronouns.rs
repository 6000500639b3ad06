//! Pronouns of which a reader cannot tell whom they mean.
//!
//! A reader looks back in the sentence and to the sentence before it in the
//! section; a heading, a note, an entry of the timeline stands alone. Whether
//! there is anybody at all is asked, not whether it is the right one.

use throughline_annotate::{Tree, gender, is_person_noun, is_role, is_speech_verb, is_stopword};

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// Words that mean the sentence before as a whole, where they open one.
const POINTING: &[&str] = &["this", "that", "these", "those"];

/// Nouns for what can speak.
const SPEAKING: &[&str] = &[
    "agency",
    "airline",
    "army",
    "association",
    "bank",
    "body",
    "campaign",
    "charity",
    "church",
    "club",
    "committee",
    "company",
    "council",
    "court",
    "department",
    "firm",
    "force",
    "government",
    "group",
    "institute",
    "letter",
    "magazine",
    "ministry",
    "movement",
    "newspaper",
    "office",
    "organisation",
    "organization",
    "paper",
    "party",
    "police",
    "regime",
    "report",
    "statement",
    "station",
    "study",
    "team",
    "union",
    "university",
    "website",
];

/// What may stand in the place of a pronoun.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meant {
    Person,
    Several,
    Thing,
    /// Something that can speak: a ministry, a firm, a report.
    Body,
}

/// One finding a pronoun, at most one a part.
pub fn findings(page: &Page) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut before: Option<&Part> = None;
    for part in &page.parts {
        let in_row = before.filter(|b| {
            part.role == Role::Sentence && b.role == Role::Sentence && b.section == part.section
        });
        found.extend(orphan(part, in_row));
        before = Some(part);
    }
    found
}

fn orphan(part: &Part, before: Option<&Part>) -> Option<Finding> {
    let tree = &part.tree;
    (0..tree.tokens().len()).find_map(|at| {
        let lower = part.lower(at);
        if POINTING.contains(&lower.as_str()) {
            let alone = at == 0 && tree.token(at).dep == "nsubj" && before.is_none();
            return alone.then(|| part.finding(Question::Pronoun, format!("{lower:?} opens it")));
        }
        let meant = meant(&lower)?;
        let meant = if meant == Meant::Thing && speaks(part, at) { Meant::Body } else { meant };
        if meant == Meant::Thing && !asks_back(part, at)
            || (0..at).any(|i| may_be(part, i, meant))
            || before.is_some_and(|b| (0..b.tree.tokens().len()).any(|i| may_be(b, i, meant)))
            || looks_ahead(part, at, meant)
        {
            return None;
        }
        Some(part.finding(Question::Pronoun, format!("who or what is {lower:?}?")))
    })
}

fn meant(lower: &str) -> Option<Meant> {
    match lower {
        "he" | "she" | "him" | "her" | "his" | "hers" | "himself" | "herself" => {
            Some(Meant::Person)
        }
        "they" | "them" | "their" | "theirs" | "themselves" => Some(Meant::Several),
        "it" | "its" | "itself" => Some(Meant::Thing),
        _ => None,
    }
}

/// Whether an "it" means a thing: not in "it rained", "it is clear that".
fn asks_back(part: &Part, at: usize) -> bool {
    let tree = &part.tree;
    // "It's hard to say".
    let clipped = part.text[tree.span(at).end..].starts_with(['\'', '’']);
    if tree.token(at).dep == "expl" || clipped {
        return false;
    }
    if tree.token(at).dep != "nsubj" {
        return true;
    }
    let Some(verb) = tree.head(at) else { return false };
    let clause = |c: usize| {
        matches!(tree.token(c).dep, "ccomp" | "xcomp" | "csubj" | "advcl" | "acomp" | "attr")
    };
    let token = tree.token(verb);
    !(matches!(
        token.lemma.as_str(),
        "be" | "seem" | "appear" | "take" | "rain" | "snow" | "happen"
    ) && tree.children(verb).any(|c| c > at && clause(c)))
}

fn may_be(part: &Part, at: usize, meant: Meant) -> bool {
    let token = part.tree.token(at);
    let lower = part.lower(at);
    let noun = matches!(token.pos, "NOUN" | "PROPN");
    match meant {
        Meant::Person => {
            let word = token.lemma.to_lowercase();
            let one = noun && !matches!(token.tag, "NNS" | "NNPS");
            one && (gender(&lower).is_some() || is_person_noun(&word) || is_role(&word))
                || token.tag == "NNP" && is_somebody(&part.tree, at)
                || is_named_subject(part, at)
        }
        Meant::Several => {
            matches!(token.tag, "NNS" | "NNPS" | "CD")
                || noun && part.tree.child(at, &["conj"]).is_some()
                || token.pos == "PROPN"
                || matches!(
                    lower.as_str(),
                    "everyone"
                        | "anyone"
                        | "somebody"
                        | "someone"
                        | "everybody"
                        | "anybody"
                        | "police"
                        | "many"
                        | "most"
                        | "some"
                        | "others"
                        | "several"
                        | "both"
                        | "those"
                        | "team"
                        | "family"
                        | "group"
                        | "crew"
                        | "public"
                        | "company"
                        | "who"
                        | "person"
                        | "couple"
                        | "army"
                        | "band"
                        | "government"
                )
                || is_person_noun(&token.lemma.to_lowercase())
        }
        Meant::Body => {
            token.pos == "PROPN" && token.tag != "NNPS" && !is_dated(&part.tree, at)
                || noun && SPEAKING.contains(&token.lemma.to_lowercase().as_str())
        }
        Meant::Thing => noun || token.pos == "PRON" && matches!(lower.as_str(), "this" | "that"),
    }
}

/// Whether an "it" is who says something.
fn speaks(part: &Part, at: usize) -> bool {
    let tree = &part.tree;
    tree.token(at).dep == "nsubj"
        && tree.head(at).is_some_and(|verb| is_speech_verb(&part.lower(verb)))
}

fn is_dated(tree: &Tree, at: usize) -> bool {
    tree.names(&["DATE", "TIME"]).any(|name| name.contains(&at))
}

/// A surname that the tagger takes for another word, or the namer for a place:
/// with a capital, it is the subject of a clause or stands before its verb.
fn is_named_subject(part: &Part, at: usize) -> bool {
    let tree = &part.tree;
    let capital = part.text[tree.span(at)].starts_with(char::is_uppercase);
    let next = (at + 1 < tree.tokens().len()).then(|| at + 1);
    let speaks = next.is_some_and(|next| is_speech_verb(&part.lower(next)));
    let subject = matches!(tree.token(at).dep, "nsubj" | "nsubjpass")
        || next.is_some_and(|next| matches!(tree.token(next).tag, "VBZ" | "VBD" | "VBG"));
    // "Councillors", but not a surname in -s that speaks.
    let several = matches!(tree.token(at).tag, "NNS" | "NNPS");
    capital && (speaks || subject && !several) && !is_stopword(&part.lower(at))
}

/// A proper noun that is not surely a place, a day or a people: the namer often
/// takes a surname for a firm.
fn is_somebody(tree: &Tree, at: usize) -> bool {
    let kind = tree.named().find(|(_, name)| name.contains(&at)).map(|(kind, _)| kind);
    !matches!(
        kind,
        Some(
            "GPE"
                | "LOC"
                | "FAC"
                | "NORP"
                | "DATE"
                | "TIME"
                | "MONEY"
                | "PERCENT"
                | "EVENT"
                | "LAW"
        )
    )
}

/// "In his first speech, Vosk said": the subject of the main clause may come
/// after; not for words in quotation marks, whose speaker comes after them.
fn looks_ahead(part: &Part, at: usize, meant: Meant) -> bool {
    let tree = &part.tree;
    if part.is_quoted(tree.span(at).start) {
        return false;
    }
    let Some(root) = tree.root() else { return false };
    tree.children(root)
        .filter(|&c| c > at && matches!(tree.token(c).dep, "nsubj" | "nsubjpass"))
        .any(|subject| tree.subtree(subject).any(|i| may_be(part, i, meant)))
}
