//! Persons whom the sections name by surname before anybody has given their
//! full name, though the articles give it.

use std::collections::{BTreeMap, BTreeSet};

use throughline_annotate::{Tree, is_honorific, is_role};

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// How many sentences with a candidate for a full name are parsed.
const ASKED: usize = 3;

/// One finding a person, at the first bare mention.
pub fn findings(page: &Page) -> Vec<Finding> {
    let mut introduced: BTreeSet<String> = BTreeSet::new();
    let mut asked: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut found = Vec::new();
    for part in page.parts.iter().filter(|p| p.role != Role::Note) {
        for name in part.tree.people() {
            let Some((surname, bare)) = read(part, name) else { continue };
            if !introduced.insert(surname.clone()) || !bare || is_short(part.role) {
                if bare && is_short(part.role) {
                    // A heading may be short; the sentences must still say who it is.
                    introduced.remove(&surname);
                }
                continue;
            }
            let full = asked.entry(surname.clone()).or_insert_with(|| full_name(page, &surname));
            if let Some(full) = full {
                found.push(part.finding(Question::BareName, format!("{surname:?}: who is {full}?")));
            }
        }
    }
    found
}

fn is_short(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Heading)
}

/// The surname of a person named, in lower case, and whether nothing says more.
fn read(part: &Part, name: std::ops::Range<usize>) -> Option<(String, bool)> {
    let tree = &part.tree;
    let own: Vec<usize> = name
        .clone()
        .filter(|&i| tree.token(i).pos == "PROPN" && !is_honorific(&part.lower(i)))
        .collect();
    let last = *own.last()?;
    let surname = part.lower(last).trim_end_matches('.').to_owned();
    let plain = surname.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    if surname.chars().count() < 3 || !plain {
        return None;
    }
    let titled = name.start > 0 && {
        let before = name.start - 1;
        is_role(&tree.token(before).lemma.to_lowercase()) || tree.token(before).pos == "PROPN"
    };
    // "Trump Tower": the name goes on.
    let goes_on = name.end < tree.tokens().len() && {
        let next = tree.token(name.end);
        next.pos == "PROPN" || part.text[tree.span(name.end)].starts_with('-')
    };
    if goes_on {
        return None;
    }
    let first = part.lower(own[0]);
    Some((surname, (own.len() == 1 || is_role(&first)) && !titled && !is_role(&first)))
}

/// The full name for a surname in the articles, where a parse takes it for a person's.
fn full_name(page: &Page, surname: &str) -> Option<String> {
    let mut asked = 0;
    for reading in &page.readings {
        let text = &reading.article.text;
        for sentence in reading.sentences.iter().filter(|s| s.position.is_some()) {
            let longer = sentence.names.iter().any(|n| {
                let words: Vec<&str> = n.key.split(' ').collect();
                matches!(words[..], [.., first, last] if last == surname && !is_role(first))
            });
            if !longer {
                continue;
            }
            asked += 1;
            let tree =
                Tree::parse(&[(sentence.text(&reading.article), sentence.span.start)]).remove(0);
            let full = tree.people().find_map(|name| {
                let name = without_possessive(&tree, text, name);
                let words: Vec<String> =
                    name.clone().map(|i| text[tree.span(i)].to_lowercase()).collect();
                let [.., first, last] = &words[..] else { return None };
                let is_full = last == surname && !is_role(first) && !is_honorific(first);
                is_full.then(|| text[tree.bytes(name)].to_owned())
            });
            if full.is_some() || asked == ASKED {
                return full;
            }
        }
    }
    None
}

fn without_possessive(
    tree: &Tree,
    text: &str,
    name: std::ops::Range<usize>,
) -> std::ops::Range<usize> {
    let owned = name.end > name.start + 1
        && (tree.token(name.end - 1).tag == "POS"
            || !text[tree.span(name.end - 1)].contains(char::is_alphabetic));
    name.start..name.end - usize::from(owned)
}
