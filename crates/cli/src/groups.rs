//! Which readings are briefed together: one language, one story.

use std::{cmp::Reverse, collections::BTreeMap};

use throughline_annotate::Reading;
use throughline_gather::stories;

use crate::say::say;

/// The readings of each story, largest first; of equals, the story in the
/// language of most articles. A briefing is in one language: articles in
/// another are another story, and said so.
pub fn stories_of(readings: Vec<Reading>) -> Vec<Vec<Reading>> {
    let languages = by_language(readings);
    if languages.len() > 1 {
        let counts: Vec<String> =
            languages.iter().map(|(l, r)| format!("{l} ({})", r.len())).collect();
        say(&format!(
            "articles in {} languages, each briefed apart: {}",
            counts.len(),
            counts.join(", ")
        ));
    }
    let mut groups: Vec<Vec<Reading>> = Vec::new();
    for (_, readings) in languages {
        let found = stories(&readings);
        let mut taken: Vec<Option<Reading>> = readings.into_iter().map(Some).collect();
        groups.extend(
            found
                .into_iter()
                .map(|story| story.into_iter().filter_map(|index| taken[index].take()).collect()),
        );
    }
    groups.sort_by_key(|group| Reverse(group.len()));
    groups
}

/// Readings by primary language, most first. Where the language is not known
/// the article is taken to be in the language of most.
fn by_language(readings: Vec<Reading>) -> Vec<(String, Vec<Reading>)> {
    let language =
        |r: &Reading| r.article.language.split('-').next().unwrap_or("und").to_ascii_lowercase();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for known in readings.iter().map(language).filter(|l| l != "und") {
        *counts.entry(known).or_default() += 1;
    }
    let mut languages: Vec<(String, usize)> = counts.into_iter().collect();
    languages.sort_by_key(|(_, count)| Reverse(*count));
    let most = languages.first().map_or("und".to_owned(), |(l, _)| l.clone());
    let mut found: Vec<(String, Vec<Reading>)> =
        languages.into_iter().map(|(l, _)| (l, Vec::new())).collect();
    if found.is_empty() {
        found.push((most.clone(), Vec::new()));
    }
    for reading in readings {
        let own = language(&reading);
        let own = if own == "und" { &most } else { &own };
        if let Some((_, group)) = found.iter_mut().find(|(l, _)| l == own) {
            group.push(reading);
        }
    }
    found
}
