//! What is written down so that gathering goes on where it stopped.
//!
//! A [`Piece`] for what came since the last time, and one for each story that
//! changed: little enough to be written with every batch, however much there
//! is already. What the pieces hold is the business of this file alone.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fmt,
};

use serde::{Deserialize, Serialize};
use throughline_annotate::Vector;

use crate::{
    arrival::Gatherer, cluster::Cluster, profile::Profile, story_id::StoryId, vocabulary::Block,
};

/// A part of the state under a name. Names sort in the order in which
/// [`Gatherer::restore`] wants the pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Name, of lower-case letters, digits and `/`.
    pub key: String,
    /// What it holds; none where the piece is no more.
    pub value: Option<Vec<u8>>,
}

/// A piece that does not read as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged(pub String);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the memory of gathering is damaged at {:?}", self.0)
    }
}

impl std::error::Error for Damaged {}

/// What changed since the state was last written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unsaved {
    pub corrections: bool,
    stories: BTreeSet<u64>,
    articles: Vec<Arrived>,
    terms: usize,
    entries: u64,
}

impl Unsaved {
    pub fn story(&mut self, story: StoryId) {
        self.stories.insert(story.0);
    }

    /// An article has come.
    pub fn article(&mut self, profile: &Profile) {
        self.articles.push(Arrived::of(profile, true));
    }

    /// An article that is known was read again.
    pub fn again(&mut self, profile: &Profile) {
        self.articles.push(Arrived::of(profile, false));
    }
}

/// An article as it is written.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Arrived {
    article: String,
    /// Whether the vocabulary took it in.
    counted: bool,
    day: Option<i64>,
    /// Terms, each as the distance from the one before, with how often it stands.
    counts: Vec<(u32, u32)>,
}

impl Arrived {
    fn of(profile: &Profile, counted: bool) -> Self {
        let mut before = 0;
        let apart = |&(number, damped): &(u32, f32)| {
            let distance = number - before;
            before = number;
            // The inverse of `1 + ln(n)`, exact for whole numbers.
            (distance, (damped - 1.0).exp().round() as u32)
        };
        let counts = profile.counts.iter().map(apart).collect();
        Self { article: profile.article.clone(), counted, day: profile.day, counts }
    }

    fn profile(self) -> Profile {
        let mut number = 0;
        let whole = |(distance, times): (u32, u32)| {
            number += distance;
            (number, 1.0 + (times as f32).ln())
        };
        let counts = self.counts.into_iter().map(whole).collect();
        Profile { article: self.article, day: self.day, counts }
    }
}

/// What came between two times of writing.
#[derive(Serialize, Deserialize)]
struct Entry {
    terms: Vec<(Block, String)>,
    articles: Vec<Arrived>,
    added: Vec<(u64, Vec<u32>)>,
}

/// A story as it is written; its newest articles by their ids.
#[derive(Serialize, Deserialize)]
struct Story {
    sum: Vector,
    size: f32,
    within: f32,
    days: Option<(i64, i64)>,
    touched: u64,
    members: Vec<String>,
    core: Vec<String>,
    core_sum: Vector,
    core_within: f32,
}

const CORRECTIONS: &str = "corrections";
const ENTRY: &str = "entry/";
const NUMBERS: &str = "numbers";
/// Before [`ENTRY`]: the stories say which articles are still wanted one by one.
const STORY: &str = "cluster/";

impl Gatherer {
    /// What must be written so that [`Gatherer::restore`] gives this state, beside
    /// what earlier calls returned. The same calls on the same articles give the
    /// same pieces.
    pub fn unsaved(&mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut put = |key: String, value: Option<Vec<u8>>| pieces.push(Piece { key, value });
        for number in std::mem::take(&mut self.unsaved.stories) {
            let value = self.stories.get(&StoryId(number)).map(|cluster| {
                bytes(&Story {
                    sum: cluster.sum.clone(),
                    size: cluster.size,
                    within: cluster.within,
                    days: cluster.days,
                    touched: cluster.touched,
                    members: cluster.members.iter().map(|m| m.article.clone()).collect(),
                    core: cluster.core.clone(),
                    core_sum: cluster.core_sum.clone(),
                    core_within: cluster.core_within,
                })
            });
            put(format!("{STORY}{number:012}"), value);
        }
        let terms = self.vocabulary.since(self.unsaved.terms);
        let entry = Entry {
            terms: terms.map(|(block, text)| (block, text.to_owned())).collect(),
            articles: std::mem::take(&mut self.unsaved.articles),
            added: std::mem::take(&mut self.index.added)
                .into_iter()
                .map(|(s, t)| (s.0, t))
                .collect(),
        };
        if !entry.articles.is_empty() || !entry.added.is_empty() {
            put(format!("{ENTRY}{:012}", self.unsaved.entries), Some(bytes(&entry)));
            self.unsaved.entries += 1;
            self.unsaved.terms = self.vocabulary.len();
        }
        if std::mem::take(&mut self.unsaved.corrections) {
            put(CORRECTIONS.to_owned(), Some(bytes(&self.corrections)));
        }
        if !pieces.is_empty() {
            let value = Some(bytes(&(self.next, self.step, self.clock)));
            pieces.push(Piece { key: NUMBERS.to_owned(), value });
        }
        pieces
    }

    /// The state that was written down in these pieces, given in order of key.
    ///
    /// # Errors
    /// When a piece does not read as one.
    pub fn restore(pieces: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, Damaged> {
        let mut gatherer = Self::default();
        let mut members: Vec<(StoryId, Vec<String>)> = Vec::new();
        let mut wanted: HashSet<String> = HashSet::new();
        let mut profiles: HashMap<String, Profile> = HashMap::new();
        for (key, value) in pieces {
            if let Some(number) = key.strip_prefix(STORY) {
                let id = StoryId(number.parse().map_err(|_| Damaged(key.clone()))?);
                let story: Story = read(&key, &value)?;
                wanted.extend(story.members.iter().cloned());
                members.push((id, story.members.clone()));
                gatherer.seat(id, story);
            } else if key.starts_with(ENTRY) {
                let entry: Entry = read(&key, &value)?;
                gatherer.retake(entry, &wanted, &mut profiles).ok_or(Damaged(key))?;
            } else if key == CORRECTIONS {
                gatherer.corrections = read(&key, &value)?;
            } else if key == NUMBERS {
                (gatherer.next, gatherer.step, gatherer.clock) = read(&key, &value)?;
            } else {
                return Err(Damaged(key));
            }
        }
        for (story, ids) in members {
            for id in ids {
                let profile =
                    profiles.remove(&id).ok_or_else(|| Damaged(format!("article {id}")))?;
                gatherer.stories.entry(story).or_default().members.push_back(profile);
            }
        }
        gatherer.vocabulary.weigh();
        gatherer.unsaved.terms = gatherer.vocabulary.len();
        Ok(gatherer)
    }

    fn seat(&mut self, id: StoryId, story: Story) {
        for article in story.core.iter().chain(&story.members) {
            self.homes.insert(article.clone(), id);
        }
        self.ages.insert(story.touched, id);
        let cluster = Cluster {
            sum: story.sum,
            size: story.size,
            within: story.within,
            days: story.days,
            touched: story.touched,
            members: Default::default(),
            core: story.core,
            core_sum: story.core_sum,
            core_within: story.core_within,
        };
        self.stories.insert(id, cluster);
    }

    /// None where a term has no number.
    fn retake(
        &mut self,
        entry: Entry,
        wanted: &HashSet<String>,
        profiles: &mut HashMap<String, Profile>,
    ) -> Option<()> {
        for (block, text) in entry.terms {
            self.vocabulary.number(block, &text);
        }
        for arrived in entry.articles {
            if arrived.counted {
                let mut number = 0;
                self.vocabulary.recount(arrived.counts.iter().map(|&(distance, _)| {
                    number += distance;
                    number
                }))?;
            }
            if wanted.contains(&arrived.article) {
                profiles.insert(arrived.article.clone(), arrived.profile());
            }
        }
        for (story, terms) in entry.added {
            self.index.post(StoryId(story), &terms);
        }
        self.unsaved.entries += 1;
        Some(())
    }
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("numbers, strings and lists can be written")
}

fn read<T: for<'de> Deserialize<'de>>(key: &str, value: &[u8]) -> Result<T, Damaged> {
    postcard::from_bytes(value).map_err(|_| Damaged(key.to_owned()))
}
