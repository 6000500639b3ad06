//! Persons whom the sections name by surname before anybody has given their
//! full name, though the articles give it; and persons who are introduced twice.

use std::collections::{BTreeMap, HashSet};

use throughline_annotate::{Tree, is_honorific, is_role, is_stopword};
use throughline_model::Place;

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// How many sentences with a full name are parsed to see whether it is a person's.
const ASKED: usize = 4;

/// So many sentences must give a full name: one alone may open with a verb or
/// an outlet.
const GIVEN: usize = 2;

/// One finding a person, at the first bare mention.
pub fn findings(page: &Page) -> Vec<Finding> {
    let persons = persons(page);
    let mut introduced: HashSet<&str> = HashSet::new();
    let mut found = Vec::new();
    for part in page.parts.iter().filter(|p| p.role != Role::Note) {
        let short = matches!(part.role, Role::Headline | Role::Heading);
        for (at, word) in part.words.iter().enumerate() {
            let Some((surname, full)) = persons.get_key_value(&word.lower) else { continue };
            let Some(bare) = is_bare(part, at, full) else { continue };
            // A heading may be short; the sentences must still say who it is.
            let first = !(bare && short) && introduced.insert(surname);
            if !first || !bare {
                continue;
            }
            let reason = format!("{:?}: who is {full}?", &part.text[word.span.clone()]);
            found.push(part.finding(Question::BareName, reason));
        }
    }
    found.extend(twice(page, &persons));
    found
}

/// One finding a sentence that gives full name and role or age of somebody whom
/// a sentence before has introduced so.
fn twice(page: &Page, persons: &BTreeMap<String, String>) -> Vec<Finding> {
    let mut introduced: BTreeMap<&str, Place> = BTreeMap::new();
    let mut found = Vec::new();
    for part in page.all(&[Role::Sentence]) {
        let again = (1..part.words.len()).find_map(|at| {
            let full = persons.get(&part.words[at].lower)?;
            let first = introduces(part, at, full)
                .then(|| introduced.insert(full, part.place).filter(|place| *place != part.place));
            first.flatten().map(|place| (full, place))
        });
        if let Some((full, place)) = again {
            let reason = format!("{place} has introduced {full}");
            found.push(part.finding(Question::IntroducedTwice, reason));
        }
    }
    found
}

/// "Mayor Dara Quill", "Dara Quill, 41,", "Dara Quill, the mayor,".
fn introduces(part: &Part, at: usize, full: &str) -> bool {
    let words = &part.words;
    let given = part.text.get(words[at - 1].span.start..words[at].span.end);
    if given.is_none_or(|given| !given.starts_with(full)) {
        return false;
    }
    let titled = at > 1 && {
        let gap = &part.text[words[at - 2].span.end..words[at - 1].span.start];
        gap == " " && is_role(&words[at - 2].lower)
    };
    let apposed = words.get(at + 1).is_some_and(|next| {
        let age = next.lower.bytes().all(|b| b.is_ascii_digit());
        let gap = &part.text[words[at].span.end..next.span.start];
        gap == ", " && (age || matches!(next.lower.as_str(), "a" | "an" | "the"))
    });
    titled || apposed
}

/// Whether a surname stands without a first name and a role, or nothing where
/// it is another name.
fn is_bare(part: &Part, at: usize, full: &str) -> Option<bool> {
    let text = part.text;
    let written = |i: usize| &text[part.words[i].span.clone()];
    let capital = |i: usize| written(i).starts_with(char::is_uppercase);
    let gap = |i: usize| &text[part.words[i].span.end..part.words[i + 1].span.start];
    let spaced = |i: usize| matches!(gap(i), " " | ". ");
    if !capital(at) {
        return None;
    }
    // "Vosk Tower", "the Vosk family": the name is another's.
    let goes_on = at + 1 < part.words.len()
        && spaced(at)
        && capital(at + 1)
        && !text[part.words[at].span.clone()].ends_with('s');
    let place = part.tree.at(part.words[at].span.start).is_some_and(|token| {
        let mut kinds = part.tree.named().filter(|(_, name)| name.contains(&token));
        kinds.any(|(kind, _)| matches!(kind, "LOC" | "FAC" | "EVENT" | "LAW" | "WORK_OF_ART"))
    });
    if goes_on || place && !is_first(full, at.checked_sub(1).map(written)) {
        return None;
    }
    let Some(before) = at.checked_sub(1).filter(|&i| spaced(i)) else { return Some(true) };
    let lower = part.words[before].lower.as_str();
    if is_honorific(written(before)) {
        return Some(true);
    }
    // "Dara A. Quill": an initial is no article.
    let word = lower.len() > 1 && is_stopword(lower);
    Some(!is_role(lower) && (!capital(before) || word))
}

fn is_first(full: &str, before: Option<&str>) -> bool {
    before.is_some_and(|word| full.starts_with(word))
}

/// The persons of the articles, by surname in lower case, with a full name.
fn persons(page: &Page) -> BTreeMap<String, String> {
    let mut candidates: BTreeMap<(String, String), Vec<(usize, usize)>> = BTreeMap::new();
    for (article, reading) in page.readings.iter().enumerate() {
        for (at, sentence) in reading.sentences.iter().enumerate() {
            if sentence.position.is_none() {
                continue;
            }
            for name in &sentence.names {
                let words: Vec<&str> = name.key.split(' ').collect();
                let [.., first, last] = words[..] else { continue };
                if last.chars().count() > 2 && !is_role(first) && !is_stopword(first) {
                    let key = (last.to_owned(), first.to_owned());
                    candidates.entry(key).or_default().push((article, at));
                }
            }
        }
    }
    // Of two with one surname the one of whom more is told.
    let mut candidates: Vec<_> = candidates.into_iter().collect();
    candidates.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for ((surname, first), places) in candidates {
        let is_told = page.parts.iter().any(|p| p.words.iter().any(|w| w.lower == surname));
        if places.len() < GIVEN || !is_told || found.contains_key(&surname) {
            continue;
        }
        let asked = &places[..places.len().min(ASKED)];
        let named: Vec<String> =
            asked.iter().filter_map(|&place| person(page, place, &first, &surname)).collect();
        if 2 * named.len() > asked.len() {
            found.insert(surname, named[0].clone());
        }
    }
    found
}

/// The full name as a sentence of an article gives it, where a parse takes it for a person's.
fn person(
    page: &Page,
    (article, sentence): (usize, usize),
    first: &str,
    last: &str,
) -> Option<String> {
    let reading = &page.readings[article];
    let sentence = &reading.sentences[sentence];
    let text = sentence.text(&reading.article);
    let tree = Tree::parse(&[(text, 0)]).remove(0);
    tree.people().find_map(|name| {
        let lower = |i: usize| text[tree.span(i)].to_lowercase();
        let end = name.clone().find(|&i| i > name.start && lower(i) == last)?;
        (lower(end - 1) == first).then(|| text[tree.bytes(end - 1..end + 1)].to_owned())
    })
}
