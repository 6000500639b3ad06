//! Families: articles that are one witness, however many pages carry them.
//!
//! Two articles are one witness when they come from one outlet or one owner,
//! when both are credited to one agency, or when a good part of one stands in
//! the other. Copying is found by shingles (Broder 1997): the share of the
//! smaller article's word 5-grams that the other has too.

use std::collections::{HashMap, HashSet};

use throughline_annotate::Reading;

/// Words in a shingle.
const SHINGLE: usize = 5;

/// Share of the smaller article's shingles above which it is a copy. News
/// reports of one event written apart share quotations, at most about a tenth.
const COPIED: f32 = 0.3;

/// Who owns an outlet or an agency: its name to its owner's, both as shown.
pub type Owners = HashMap<String, String>;

/// A family number for each reading, in order of first appearance from 0.
pub fn families(readings: &[Reading], owners: &Owners) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..readings.len()).collect();
    let mut by_witness: HashMap<String, usize> = HashMap::new();
    for (i, reading) in readings.iter().enumerate() {
        let article = &reading.article;
        let owner = owners.get(&article.outlet).unwrap_or(&article.outlet);
        let credits = article.credits.iter().map(|name| owners.get(name).unwrap_or(name));
        let names = std::iter::once(owner).chain(credits).filter(|n| !n.is_empty());
        for name in names {
            let first = *by_witness.entry(name.to_lowercase()).or_insert(i);
            join(&mut parent, first, i);
        }
    }
    for (a, b) in copies(readings) {
        join(&mut parent, a, b);
    }
    let mut numbers = HashMap::new();
    (0..readings.len())
        .map(|i| {
            let next = numbers.len();
            *numbers.entry(root(&parent, i)).or_insert(next)
        })
        .collect()
}

fn root(parent: &[usize], mut at: usize) -> usize {
    while parent[at] != at {
        at = parent[at];
    }
    at
}

fn join(parent: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parent, a), root(parent, b));
    parent[a.max(b)] = a.min(b);
}

/// Pairs of which one is largely copied from the other.
fn copies(readings: &[Reading]) -> Vec<(usize, usize)> {
    let sets: Vec<HashSet<u64>> = readings.iter().map(shingles).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (i, set) in sets.iter().enumerate() {
        for &shingle in set {
            holders.entry(shingle).or_default().push(i);
        }
    }
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for group in holders.values() {
        for (at, &a) in group.iter().enumerate() {
            for &b in &group[at + 1..] {
                *shared.entry((a, b)).or_default() += 1;
            }
        }
    }
    shared
        .into_iter()
        .filter(|&((a, b), n)| {
            let smaller = sets[a].len().min(sets[b].len());
            smaller >= 20 && n as f32 >= COPIED * smaller as f32
        })
        .map(|(pair, _)| pair)
        .collect()
}

fn shingles(reading: &Reading) -> HashSet<u64> {
    let words: Vec<&str> = reading
        .sentences
        .iter()
        .filter(|s| s.position.is_some())
        .flat_map(|s| s.words.iter().map(|w| w.lower.as_str()))
        .collect();
    words.windows(SHINGLE).map(fnv).collect()
}

/// FNV-1a over the words of a shingle; the same on every machine.
fn fnv(words: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use throughline_model::{Article, Role};

    const REPORT: &str = "The ferry Aurelin left Port Vess at dawn with ninety people aboard and \
        struck a sandbank two miles from the harbour, the coastguard said, adding that all of the \
        passengers had been taken off by noon and that nobody was badly hurt in the accident.";
    const OTHER: &str = "Passengers described hours of waiting in the cold after a ferry ran \
        aground on Tuesday. Rescue boats brought them to the town hall, where volunteers handed \
        out blankets and soup, and where the mayor promised an inquiry into the grounding.";

    fn reading(outlet: &str, credits: &[&str], text: &str) -> Reading {
        let mut article = Article::new(None, outlet, vec![(Role::Body, text.into(), None)]);
        article.outlet = outlet.into();
        article.credits = credits.iter().map(|c| (*c).to_owned()).collect();
        Reading::of(article)
    }

    #[test]
    fn copies_agencies_and_owners_are_one_witness() {
        let half = format!("{} Locals were shocked by the news of it all.", &REPORT[..160]);
        let readings = [
            reading("Vess Herald", &[], REPORT),
            reading("Morning Bell", &[], &half),
            reading("Courier", &["Nordpress"], OTHER),
            reading(
                "Nordpress Agency",
                &[],
                "A ferry ran aground off Port Vess on Tuesday morning.",
            ),
            reading("Bell on Sunday", &[], "Ferry travel is dangerous, and it always was."),
            reading("Gazette", &[], "An unrelated line of text about a ferry in the bay."),
        ];
        let owners = Owners::from([
            ("Morning Bell".into(), "Bell Media".into()),
            ("Bell on Sunday".into(), "Bell Media".into()),
            ("Nordpress".into(), "Nordpress AB".into()),
            ("Nordpress Agency".into(), "Nordpress AB".into()),
        ]);
        assert_eq!(families(&readings, &owners), [0, 0, 1, 1, 0, 2]);
    }
}
