//! The counts under the headline, and who is one witness.
//!
//! The briefing names the families; the proof checks what the articles show:
//! one outlet is one witness, and so is a text and its copy. Owners and credits
//! are not in a briefing, so a family may be larger than the articles show.

use std::collections::{BTreeSet, HashSet};

use throughline_annotate::words;
use throughline_model::{Briefing, CitedArticle, Fnv, Place, SCHEMA, Source};

use crate::{
    fault::{Fault, Found},
    stored::Stored,
};

/// Words in a shingle.
const SHINGLE: usize = 5;

/// Shingles below which a text is too short to be called a copy.
const LEAST: usize = 40;

/// Share of the shorter text's shingles from which it is a copy beyond doubt.
/// Gathering joins from far less; this bound leaves it room.
const COPIED: f32 = 0.7;

/// Faults of schema, counts, date and families.
pub fn faults(briefing: &Briefing, stored: &Stored) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut add = |place, found| faults.push(Fault { place, found });
    if briefing.schema != SCHEMA {
        add(Place::Field("schema"), Found::OtherSchema { schema: briefing.schema.clone() });
    }
    let distinct =
        |of: fn(&Source) -> &str| briefing.sources.iter().map(of).collect::<BTreeSet<_>>().len();
    let counts = &briefing.counts;
    let counted = [
        ("articles", counts.articles, briefing.sources.len()),
        ("outlets", counts.outlets, distinct(|s| &s.outlet)),
        ("independent sources", counts.independent, distinct(|s| &s.family)),
    ];
    for (what, says, are) in counted.into_iter().filter(|(_, says, are)| says != are) {
        add(Place::Field("counts"), Found::Miscounted { what: what.to_owned(), says, are });
    }
    // Of what others place nobody knows when it came out.
    let own = briefing.sources.iter().filter(|source| !source.placed);
    let newest = own.filter_map(|s| stored.get(&s.article)?.article.published).max();
    if briefing.updated != newest {
        add(
            Place::Field("updated"),
            Found::Updated { newest: newest.map_or_else(|| "unknown".into(), |m| m.to_string()) },
        );
    }
    for (i, other) in split_witnesses(briefing, stored) {
        let (number, other) = (briefing.sources[i].number, briefing.sources[other].number);
        add(Place::Source(i), Found::SplitWitness { number, other });
    }
    faults
}

/// Pairs of sources, by their places in the list, that are one witness and stand in two families.
fn split_witnesses(briefing: &Briefing, stored: &Stored) -> Vec<(usize, usize)> {
    let sources = &briefing.sources;
    let shingles: Vec<HashSet<u64>> = sources
        .iter()
        .map(|s| {
            stored.get(&s.article).map_or_else(HashSet::new, |held| {
                // What two pages copy is the text under the title.
                let CitedArticle { text, title, .. } = held.article;
                shingles(text.strip_prefix(title.as_str()).unwrap_or(text))
            })
        })
        .collect();
    let mut pairs = Vec::new();
    for (i, a) in sources.iter().enumerate() {
        for (j, b) in sources.iter().enumerate().skip(i + 1) {
            let (small, large) =
                if shingles[i].len() < shingles[j].len() { (i, j) } else { (j, i) };
            let one_outlet = !a.outlet.is_empty() && a.outlet == b.outlet;
            let copied = || {
                let few = shingles[small].len();
                let shared = shingles[small].intersection(&shingles[large]).count();
                few >= LEAST && shared as f32 >= COPIED * few as f32
            };
            if a.family != b.family && (one_outlet || copied()) {
                pairs.push((j, i));
            }
        }
    }
    pairs
}

fn shingles(text: &str) -> HashSet<u64> {
    let words: Vec<String> =
        words(text, 0..text.len(), false).into_iter().map(|w| w.lower).collect();
    words.windows(SHINGLE).map(hash).collect()
}

/// The words of a shingle as a number.
fn hash(words: &[String]) -> u64 {
    Fnv::of(words.iter().flat_map(|w| w.bytes().chain([b' '])))
}
