//! Stories among articles that are all at hand: agglomerative clustering.
//!
//! A reader who names a folder means one story or a few; with all articles
//! there, word weights are known before the first two are compared, and no
//! order of arrival matters.

use throughline_annotate::{Reading, Terms, Vector};

use crate::arrival::Gatherer;

/// Mean cosine from which two clusters are one story. On the samples and on
/// triples of one topic, articles of one story stay above 0.16 beside others and
/// above 0.1 alone, where their common words weigh less; others seldom reach 0.1.
const NEAR: f32 = 0.1;

/// Above this many articles the pairs are too many; they are taken one by one.
const MOST: usize = 1_000;

/// The stories among readings, each a list of indices in order; largest first.
pub fn stories(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut found = if readings.len() > MOST { one_by_one(readings) } else { together(readings) };
    found.sort_by_key(|story| (std::cmp::Reverse(story.len()), story[0]));
    found
}

/// Merges the nearest two clusters as long as they are near, by the mean
/// cosine of their pairs (average linkage).
fn together(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut terms = Terms::default();
    let counts: Vec<_> = readings.iter().map(|r| terms.add(content(r))).collect();
    let mut sums: Vec<Vector> = counts.iter().map(|c| terms.vector(c)).collect();
    let mut members: Vec<Vec<usize>> = (0..readings.len()).map(|i| vec![i]).collect();
    let mut near: Vec<Vec<f32>> =
        (0..sums.len()).map(|i| (0..i).map(|j| sums[i].dot(&sums[j])).collect()).collect();
    loop {
        let pairs = near
            .iter()
            .enumerate()
            .flat_map(|(i, row)| row.iter().enumerate().map(move |(j, &cosine)| (cosine, j, i)));
        let best = pairs.max_by(|a, b| a.0.total_cmp(&b.0).then((b.1, b.2).cmp(&(a.1, a.2))));
        let Some((_, kept, gone)) = best.filter(|(cosine, ..)| *cosine >= NEAR) else { break };
        let taken = std::mem::take(&mut sums[gone]);
        sums[kept].add(&taken, 1.0);
        let moved = std::mem::take(&mut members[gone]);
        members[kept].extend(moved);
        near[gone].fill(-1.0);
        for row in near.iter_mut().skip(gone + 1) {
            row[gone] = -1.0;
        }
        for i in (0..sums.len()).filter(|&i| i != kept && !members[i].is_empty()) {
            let pairs = members[i].len() * members[kept].len();
            near[i.max(kept)][i.min(kept)] = sums[i].dot(&sums[kept]) / pairs as f32;
        }
    }
    members.retain(|story| !story.is_empty());
    members.iter_mut().for_each(|story| story.sort_unstable());
    members
}

fn content(reading: &Reading) -> impl Iterator<Item = &str> {
    let words = reading.sentences.iter().flat_map(|s| &s.words);
    words.filter(|w| w.is_content()).map(|w| w.stem.as_str())
}

fn one_by_one(readings: &[Reading]) -> Vec<Vec<usize>> {
    let mut gatherer = Gatherer::default();
    let mut found: Vec<Vec<usize>> = Vec::new();
    for (i, reading) in readings.iter().enumerate() {
        let story = gatherer.assign(reading);
        if story == found.len() {
            found.push(Vec::new());
        }
        found[story].push(i);
    }
    found
}
