//! [`Cluster`]: a live story as gathering holds it.

use std::collections::VecDeque;

use throughline_annotate::Vector;

use crate::{bond::Group, profile::Profile};

/// The newest articles that are kept one by one, so that the story can be looked
/// at anew. Older ones are only a sum: what is settled stays together.
const KEPT: usize = 24;

/// After this many days between two articles their similarity counts half. Long:
/// a case comes to court years after the crime, and what changes meanwhile (days,
/// figures, words of the news) tells itself.
const HALF_LIFE_DAYS: f32 = 1000.0;

/// A sum of more terms than the second figure is cut to the first: what one of a
/// hundred articles said once weighs nothing.
const TERMS: (usize, usize) = (2_000, 3_000);

/// A story: its newest articles, and the sum of all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cluster {
    /// Sum of the vectors of all its articles.
    pub sum: Vector,
    /// How many articles.
    pub size: f32,
    /// Sum of the similarities of their pairs.
    pub within: f32,
    /// First and last day of publication.
    pub days: Option<(i64, i64)>,
    /// When it last changed, counted in articles.
    pub touched: u64,
    /// The newest articles, oldest first.
    pub members: VecDeque<Profile>,
    /// The older ones: ids, sum of the vectors, similarities of the pairs.
    pub core: Vec<String>,
    pub core_sum: Vector,
    pub core_within: f32,
}

impl Cluster {
    pub fn group(&self) -> Group {
        Group { size: self.size, within: self.within }
    }

    pub fn core_group(&self) -> Group {
        Group { size: self.core.len() as f32, within: self.core_within }
    }

    /// Takes an article in; `across` is the sum of its similarities to those here.
    pub fn take(&mut self, profile: Profile, vector: &Vector, across: f32) {
        self.within += across;
        self.size += 1.0;
        match self.sum.0.is_empty() {
            true => self.sum.clone_from(vector),
            false => self.sum.add(vector, 1.0),
        }
        trim(&mut self.sum);
        // Adding makes room for all terms of both, as if they shared none.
        self.sum.0.shrink_to_fit();
        self.days = both(self.days, profile.day.map(|day| (day, day)));
        self.members.push_back(profile);
    }

    /// Lets the oldest articles go into the core, so that [`KEPT`] are left.
    pub fn forget(&mut self, vector_of: impl Fn(&Profile) -> Vector) {
        while self.members.len() > KEPT
            && let Some(oldest) = self.members.pop_front()
        {
            let vector = vector_of(&oldest);
            self.core_within += self.core_sum.dot(&vector);
            self.core_sum.add(&vector, 1.0);
            trim(&mut self.core_sum);
            self.core.push(oldest.article);
        }
    }

    /// The ids of all its articles.
    pub fn articles(&self) -> impl Iterator<Item = &String> {
        self.core.iter().chain(self.members.iter().map(|member| &member.article))
    }
}

/// Leaves out the weakest terms of a sum that has grown long.
pub(crate) fn trim(sum: &mut Vector) {
    if sum.0.len() > TERMS.1 {
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        sum.0.select_nth_unstable_by(TERMS.0, order);
        sum.0.truncate(TERMS.0);
        sum.0.sort_unstable_by_key(|&(term, _)| term);
    }
}

/// How much of a similarity remains over the days between two stretches of time.
pub(crate) fn decay(a: Option<(i64, i64)>, b: Option<(i64, i64)>) -> f32 {
    let (Some(a), Some(b)) = (a, b) else { return 1.0 };
    let gap = (b.0 - a.1).max(a.0 - b.1).max(0);
    if gap == 0 { 1.0 } else { 0.5_f32.powf(gap as f32 / HALF_LIFE_DAYS) }
}

/// The stretch of time that covers both.
pub(crate) fn both(a: Option<(i64, i64)>, b: Option<(i64, i64)>) -> Option<(i64, i64)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (one, other) => one.or(other),
    }
}
