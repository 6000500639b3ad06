//! What is written down so that gathering goes on where it stopped.
//!
//! A [`Piece`] for what came since the last time, and one for each story that
//! changed: little enough to be written with every batch, however much there
//! is already. What the pieces hold is the business of this file alone.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fmt,
};

use rustc_hash::FxHashSet;
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
    /// The articles of these that had no place before.
    new: FxHashSet<String>,
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
        self.new.insert(profile.article.clone());
    }

    /// Whether an article came since the state was last written, which is when readers were
    /// last told of its story.
    pub fn is_new(&self, article: &str) -> bool {
        self.new.contains(article)
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
        let apart = |&(number, times): &(u32, u32)| {
            let distance = number - before;
            before = number;
            (distance, times)
        };
        let counts = profile.counts.iter().map(apart).collect();
        Self { article: profile.article.clone(), counted, day: profile.day, counts }
    }

    /// None where it names a term twice, one that none of `terms` is, or no times.
    fn profile(&self, terms: usize) -> Option<Profile> {
        let mut next = 0;
        let whole = |(at, &(distance, times)): (usize, &(u32, u32))| {
            let number = u32::checked_add(next, distance)?;
            next = number;
            let is_new = at == 0 || distance > 0;
            (is_new && times > 0 && (number as usize) < terms).then_some((number, times))
        };
        let counts = self.counts.iter().enumerate().map(whole).collect::<Option<_>>()?;
        Some(Profile { article: self.article.clone(), day: self.day, counts })
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

fn story_key(story: StoryId) -> String {
    format!("{STORY}{:012}", story.0)
}

fn entry_key(number: u64) -> String {
    format!("{ENTRY}{number:012}")
}

/// Whether all terms are among the first so many, in order, with weights.
fn within(vector: &Vector, terms: usize) -> bool {
    let in_order = vector.0.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let known = vector.0.last().is_none_or(|&(term, _)| (term as usize) < terms);
    in_order && known && vector.0.iter().all(|(_, weight)| weight.is_finite())
}

impl Gatherer {
    /// What must be written so that [`Gatherer::restore`] gives this state, beside
    /// what earlier calls returned. The same calls on the same articles give the
    /// same pieces. Written is told: the id of a story goes where most of the articles go that it
    /// had at the last such call.
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
            put(story_key(StoryId(number)), value);
        }
        self.unsaved.new.clear();
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
            put(entry_key(self.unsaved.entries), Some(bytes(&entry)));
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
    /// When a piece does not read as one, or one is missing that others rest on.
    pub fn restore(pieces: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, Damaged> {
        let mut gatherer = Self::default();
        let mut numbers = None;
        let mut members: Vec<(StoryId, Vec<String>)> = Vec::new();
        let mut wanted: HashSet<String> = HashSet::new();
        let mut profiles: HashMap<String, Profile> = HashMap::new();
        for (key, value) in pieces {
            if let Some(number) = key.strip_prefix(STORY) {
                let id = StoryId(number.parse().map_err(|_| Damaged(key.clone()))?);
                let story: Story = read(&key, &value)?;
                wanted.extend(story.members.iter().cloned());
                members.push((id, story.members.clone()));
                gatherer.seat(id, story).ok_or(Damaged(key))?;
            } else if key.starts_with(ENTRY) {
                let entry: Entry = read(&key, &value)?;
                let expected = entry_key(gatherer.unsaved.entries);
                if key != expected {
                    return Err(Damaged(expected));
                }
                gatherer.retake(entry, &wanted, &mut profiles).ok_or(Damaged(key))?;
            } else if key == CORRECTIONS {
                gatherer.corrections = read(&key, &value)?;
            } else if key == NUMBERS {
                numbers = Some(read(&key, &value)?);
            } else {
                return Err(Damaged(key));
            }
        }
        let none = gatherer.stories.is_empty() && gatherer.unsaved.entries == 0;
        gatherer.number(numbers, none).ok_or_else(|| Damaged(NUMBERS.to_owned()))?;
        let terms = gatherer.vocabulary.len();
        for (story, cluster) in &gatherer.stories {
            if !within(&cluster.sum, terms) || !within(&cluster.core_sum, terms) {
                return Err(Damaged(story_key(*story)));
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

    /// Numbers for new stories, and the clock. None where they are missing or do not
    /// fit the stories.
    fn number(&mut self, numbers: Option<(u64, u64, u64)>, is_empty: bool) -> Option<()> {
        let Some((next, step, clock)) = numbers else { return is_empty.then_some(()) };
        let room = next <= StoryId::LAST && step <= StoryId::LAST && clock < u64::MAX / 2;
        let after = |&StoryId(id): &StoryId| id < next && (next - id).is_multiple_of(step);
        let fits = self.stories.keys().all(after) && self.ages.keys().all(|&age| age <= clock);
        (self.next, self.step, self.clock) = (next, step, clock);
        (room && step > 0 && fits).then_some(())
    }

    /// None where what it says of its size does not hold.
    fn seat(&mut self, id: StoryId, story: Story) -> Option<()> {
        let many = story.core.len() + story.members.len();
        if many == 0 || story.size != many as f32 {
            return None;
        }
        for article in story.core.iter().chain(&story.members) {
            self.homes.insert(article.clone(), id);
        }
        if self.ages.insert(story.touched, id).is_some() {
            return None;
        }
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
        Some(())
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
            let profile = arrived.profile(self.vocabulary.len())?;
            if arrived.counted {
                self.vocabulary.recount(profile.counts.iter().map(|&(number, _)| number))?;
            }
            if wanted.contains(&arrived.article) {
                profiles.insert(arrived.article, profile);
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
