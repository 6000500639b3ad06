//! Articles into stories, and into families that are one witness.
//!
//! Pure functions over annotated articles. Which articles belong together is
//! decided here and nowhere else; what they say is for the briefing.

mod address;
mod agglomerate;
mod arrival;
mod bond;
mod cluster;
mod copies;
mod corrections;
mod decision;
mod family;
mod index;
mod kept;
mod places;
mod profile;
mod reader;
mod renumbered;
mod settle;
mod spread;
mod stories;
mod story_id;
mod vocabulary;

use throughline_annotate::Reading;

pub use arrival::Gatherer;
pub use decision::{Change, Decision, Rival, Why};
pub use family::{Owners, families};
pub use kept::{Damaged, Piece};
pub use profile::figure_term;
pub use stories::stories;
pub use story_id::{StoryId, StoryIdError};

/// Puts readings in the one order that does not depend on how they came: by
/// time of publication, undated ones last, then by id. The second of two
/// readings with one id, or with one and the same text, is dropped and its
/// name returned.
pub fn in_order(mut readings: Vec<Reading>) -> (Vec<Reading>, Vec<String>) {
    let key = |r: &Reading| {
        let a = &r.article;
        (a.published.is_none(), a.published, a.id.clone(), a.sha256.clone())
    };
    readings.sort_by_cached_key(key);
    let mut kept: Vec<Reading> = Vec::with_capacity(readings.len());
    let mut ids = std::collections::HashSet::new();
    let mut texts = std::collections::HashSet::new();
    let mut dropped = Vec::new();
    for reading in readings {
        let article = &reading.article;
        let same_text = (article.outlet.clone(), article.sha256.clone());
        if ids.insert(article.id.clone()) && texts.insert(same_text) {
            kept.push(reading);
        } else {
            dropped.push(article.url.clone().unwrap_or_else(|| article.title.clone()));
        }
    }
    (kept, dropped)
}
