//! Stories among articles that are all at hand.
//!
//! A reader who names a folder means one story or a few; with all articles
//! there, word weights are known before the first two are compared, and no
//! order of arrival matters.

use throughline_annotate::{Reading, Vector};

use crate::{
    agglomerate::agglomerate, arrival::Gatherer, bond::Group, cluster::decay, profile::Profile,
    spread::Spread, story_id::StoryId, vocabulary::Vocabulary,
};

/// Above this many articles the pairs are too many; they are taken one by one.
const MOST: usize = 1_000;

/// The stories among readings, each a list of indices in order; largest first.
pub fn stories(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut found = if readings.len() > MOST { one_by_one(readings) } else { together(readings) };
    found.sort_by_key(|story| (std::cmp::Reverse(story.len()), story[0]));
    found
}

fn together(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut vocabulary = Vocabulary::default();
    let profiles: Vec<Profile> =
        readings.iter().map(|reading| Profile::of(reading, &mut vocabulary)).collect();
    profiles.iter().for_each(|profile| vocabulary.take(&profile.counts));
    let vectors: Vec<Vector> = profiles.iter().map(|p| vocabulary.vector(&p.counts)).collect();
    let day = |i: usize| profiles[i].day.map(|day| (day, day));
    let mut spread = Spread::default();
    let row = |i: usize| {
        spread.with(&vectors[i], |product| {
            (0..i).map(|j| product(&vectors[j]) * decay(day(i), day(j))).collect()
        })
    };
    let across = (0..readings.len()).map(row).collect();
    agglomerate(vec![Group::ONE; readings.len()], across, &[])
}

fn one_by_one(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut gatherer = Gatherer::default();
    for reading in readings {
        gatherer.assign(reading);
    }
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut places: std::collections::HashMap<StoryId, usize> = std::collections::HashMap::new();
    for (i, reading) in readings.iter().enumerate() {
        let place = match gatherer.story_of(&reading.article.id) {
            Some(story) => *places.entry(story).or_insert(found.len()),
            None => found.len(),
        };
        if place == found.len() {
            found.push(Vec::new());
        }
        found[place].push(i);
    }
    found
}
