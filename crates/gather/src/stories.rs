//! Stories among articles that are all at hand.

use std::{cmp::Reverse, collections::HashMap};

use throughline_annotate::Reading;

use crate::{arrival::Gatherer, story_id::StoryId};

/// The stories among readings that are in order ([`crate::in_order`]), each a list of indices in order;
/// largest first.
///
/// They are gathered one by one, as those that are followed are: a folder that is briefed and one that is
/// imported hold the same stories. Taken all at once, with the rarity of words among themselves, one story
/// fell into more pieces.
pub fn stories(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut gatherer = Gatherer::default();
    for reading in readings {
        gatherer.assign(reading);
    }
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut places: HashMap<StoryId, usize> = HashMap::new();
    for (index, reading) in readings.iter().enumerate() {
        let place = match gatherer.story_of(&reading.article.id) {
            Some(story) => *places.entry(story).or_insert(found.len()),
            None => found.len(),
        };
        if place == found.len() {
            found.push(Vec::new());
        }
        found[place].push(index);
    }
    found.sort_by_key(|story| (Reverse(story.len()), story[0]));
    found
}
