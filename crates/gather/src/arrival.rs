//! [`Gatherer`]: stories as articles arrive, in one pass.
//!
//! An article joins the story that it is one with ([`bar`]), else it starts
//! one. Then the neighbourhood is looked at again ([`crate::settle`]) where it
//! is not clear: stories merge when they turn out to be one, and split when
//! they turn out to be two. Nothing here knows how decisions are kept.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use throughline_annotate::{Reading, Vector};

use crate::{
    bond::{Group, NEAR, bar, belongs, nearness},
    cluster::{Cluster, decay},
    corrections::Corrections,
    decision::{Change, Decision, Rival, Why},
    index::{Index, strongest},
    kept::Unsaved,
    profile::Profile,
    spread::Spread,
    story_id::StoryId,
    vocabulary::Vocabulary,
};

/// Stories that are kept alive; beyond, the one that has not changed for longest
/// is let go, and no article joins it any more.
const LIVE: usize = 150_000;

/// From this part of their bar two stories are looked at again.
const NEARLY: f32 = 0.9;

/// How many rivals are looked at again.
const RIVALS: usize = 3;

/// The state of gathering: what has come so far. It can be written down piece
/// by piece ([`Gatherer::unsaved`]) and made again from the pieces at any point
/// between two articles.
#[derive(Debug, Clone)]
pub struct Gatherer {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) index: Index,
    pub(crate) stories: FxHashMap<StoryId, Cluster>,
    pub(crate) homes: FxHashMap<String, StoryId>,
    pub(crate) corrections: Corrections,
    pub(crate) ages: BTreeMap<u64, StoryId>,
    pub(crate) next: u64,
    pub(crate) step: u64,
    pub(crate) spread: Spread,
    pub(crate) clock: u64,
    pub(crate) unsaved: Unsaved,
}

impl Default for Gatherer {
    fn default() -> Self {
        Self::numbered(1, 1)
    }
}

/// A story beside an article.
#[derive(Debug, Clone, Copy)]
struct Near {
    story: StoryId,
    size: f32,
    across: f32,
    similarity: f32,
    bar: f32,
}

impl Near {
    fn margin(&self) -> f32 {
        self.similarity - self.bar
    }
}

impl Gatherer {
    /// An empty one whose stories have the numbers `first`, `first + step` and so
    /// on: several can share the numbers without a word to each other.
    pub fn numbered(first: u64, step: u64) -> Self {
        Self {
            vocabulary: Vocabulary::default(),
            index: Index::default(),
            stories: FxHashMap::default(),
            homes: FxHashMap::default(),
            corrections: Corrections::default(),
            ages: BTreeMap::new(),
            next: first,
            step,
            spread: Spread::default(),
            clock: 0,
            unsaved: Unsaved::default(),
        }
    }

    /// Whether its stories have the numbers of one made with these.
    pub fn counts(&self, first: u64, step: u64) -> bool {
        self.step == step && self.next >= first && (self.next - first).is_multiple_of(step)
    }

    /// Places one article; what was decided, in order. An article that has a
    /// place already keeps it, and nothing is decided.
    pub fn assign(&mut self, reading: &Reading) -> Vec<Decision> {
        if self.homes.contains_key(&reading.article.id) {
            return Vec::new();
        }
        let profile = Profile::of(reading, &mut self.vocabulary);
        self.vocabulary.take(&profile.counts);
        self.unsaved.article(&profile);
        let vector = self.vocabulary.vector(&profile.counts);
        let strongest = strongest(&vector);
        let (near, corrected) = self.near(&profile, &vector, &strongest);
        let taken = near.first().copied().filter(|n| corrected || n.margin() > 0.0);
        let taken = taken.or_else(|| lone(&near));
        let rivals: Vec<Near> = near
            .into_iter()
            .skip(usize::from(taken.is_some()))
            .filter(|n| n.similarity > NEAR * n.bar)
            .take(RIVALS)
            .collect();

        let article = profile.article.clone();
        let mut why = Why::default();
        let (story, change) = match taken {
            Some(near) => {
                let sum = &self.stories[&near.story].sum;
                why = Why::of(near.similarity, near.bar, &vector, sum, &self.vocabulary);
                (near.story, Change::Joined { article })
            }
            None => (self.new_story(), Change::Started { article }),
        };
        why.corrected = corrected;
        self.index.add(story, &strongest);
        self.put(story, profile, &vector, taken.map_or(0.0, |near| near.across));
        let told = |n: &Near| Rival { story: n.story, similarity: n.similarity, bar: n.bar };
        let decision = Decision { story, change, why, rivals: rivals.iter().map(told).collect() };
        let mut decisions = vec![decision];
        let again = self.to_settle(story, &rivals);
        if !again.is_empty() {
            decisions.extend(self.settle(&again));
        }
        self.let_go();
        decisions
    }

    /// The story of an article, where it is live.
    pub fn story_of(&self, article: &str) -> Option<StoryId> {
        self.homes.get(article).copied()
    }

    /// How many articles have come.
    pub fn taken(&self) -> u32 {
        self.vocabulary.articles()
    }

    /// How many stories are live.
    pub fn live(&self) -> usize {
        self.stories.len()
    }

    /// The ids of the articles of a live story, oldest first.
    pub fn articles(&self, story: StoryId) -> impl Iterator<Item = &str> {
        self.stories.get(&story).into_iter().flat_map(|s| s.articles().map(String::as_str))
    }

    /// The stories near an article, best first, and whether a correction put the
    /// first one there. Stories that it must not join are left out.
    fn near(
        &mut self,
        profile: &Profile,
        vector: &Vector,
        strongest: &[(u32, f32)],
    ) -> (Vec<Near>, bool) {
        let home = |article: &String| self.homes.get(article).copied();
        let barred: Vec<StoryId> =
            self.corrections.without(&profile.article).iter().filter_map(home).collect();
        let wanted = self.corrections.with(&profile.article).iter().find_map(home);
        let wanted = wanted.filter(|story| !barred.contains(story));
        let mut found = self.index.near(strongest);
        found.extend(wanted.filter(|story| !found.contains(story)));
        found.retain(|story| !barred.contains(story));
        let day = profile.day.map(|day| (day, day));
        let stories = &self.stories;
        // All are looked up before any is read: looks that wait for nothing overlap.
        let found: Vec<(StoryId, &Cluster)> =
            found.into_iter().filter_map(|story| Some((story, stories.get(&story)?))).collect();
        let mut near: Vec<Near> = self.spread.with(vector, |product| {
            let beside = |(story, cluster): (StoryId, &Cluster)| {
                let across = product(&cluster.sum) * decay(cluster.days, day);
                let bar = bar(cluster.group(), Group::ONE);
                let size = cluster.size;
                Near { story, size, across, similarity: across / size, bar }
            };
            found.into_iter().map(beside).collect()
        });
        near.sort_by(|a, b| {
            let first = |n: &Near| wanted == Some(n.story);
            first(b)
                .cmp(&first(a))
                .then(b.margin().total_cmp(&a.margin()))
                .then(a.story.cmp(&b.story))
        });
        (near, wanted.is_some())
    }

    /// The stories to look at again after one has grown: at some sizes it, with those rivals
    /// of the article that may have become one with it. One more article of many changes
    /// little, and to partition the many anew is dear.
    fn to_settle(&self, story: StoryId, rivals: &[Near]) -> Vec<StoryId> {
        let size = self.stories[&story].size;
        if !grown(size) {
            return Vec::new();
        }
        let rivals = rivals.iter().map(|r| r.story).filter(|&r| self.nearly_one(story, r));
        let again: Vec<StoryId> = std::iter::once(story).chain(rivals).collect();
        if size > 2.0 || again.len() > 1 { again } else { Vec::new() }
    }

    fn nearly_one(&self, a: StoryId, b: StoryId) -> bool {
        let (Some(a), Some(b)) = (self.stories.get(&a), self.stories.get(&b)) else { return false };
        let mean = a.sum.dot(&b.sum) * decay(a.days, b.days) / (a.size * b.size);
        mean > NEARLY * bar(a.group(), b.group())
    }

    /// A number that no story had before.
    pub(crate) fn new_story(&mut self) -> StoryId {
        let story = StoryId(self.next);
        self.next += self.step;
        story
    }

    pub(crate) fn put(&mut self, story: StoryId, profile: Profile, vector: &Vector, across: f32) {
        self.homes.insert(profile.article.clone(), story);
        let cluster = self.stories.entry(story).or_default();
        cluster.take(profile, vector, across);
        cluster.forget(|profile| self.vocabulary.vector(&profile.counts));
        self.touch(story);
    }

    /// Notes that a story changed now.
    pub(crate) fn touch(&mut self, story: StoryId) {
        let Some(cluster) = self.stories.get_mut(&story) else { return };
        self.unsaved.story(story);
        self.ages.remove(&cluster.touched);
        self.clock += 1;
        cluster.touched = self.clock;
        self.ages.insert(self.clock, story);
    }

    /// Takes a story out, with its place in the order of age. Homes stay.
    pub(crate) fn take_out(&mut self, story: StoryId) -> Option<Cluster> {
        let cluster = self.stories.remove(&story)?;
        self.unsaved.story(story);
        self.ages.remove(&cluster.touched);
        Some(cluster)
    }

    fn let_go(&mut self) {
        while self.stories.len() > LIVE
            && let Some((_, &oldest)) = self.ages.first_key_value()
            && let Some(cluster) = self.take_out(oldest)
        {
            for article in cluster.articles() {
                self.homes.remove(article);
            }
        }
    }
}

/// The only story that is near, where none reaches its bar. What it had to reach is
/// less then.
fn lone(near: &[Near]) -> Option<Near> {
    let best = *near.first()?;
    let others = near[1..].iter().map(|other| other.similarity);
    belongs(best.size, best.similarity, best.bar, others.fold(0.0, f32::max))
        .then_some(Near { bar: nearness(best.size) * best.bar, ..best })
}

/// Whether a story has reached a size at which it is looked at again: each half
/// as large again as the last.
fn grown(size: f32) -> bool {
    let size = size as u32;
    let mut sizes = std::iter::successors(Some(1), |n: &u32| Some(n + (n / 2).max(1)));
    sizes.find(|&n| n >= size) == Some(size)
}
