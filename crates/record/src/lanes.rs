//! [`Record`]: gathering, one for each language, and what readers say of it.
//!
//! A briefing is in one language, so a story is. Languages are lanes that know
//! nothing of each other; they share the numbers of stories by counting in
//! steps.

use std::{collections::BTreeMap, fmt, iter::Peekable};

use throughline_annotate::Reading;
use throughline_gather::{Damaged, Decision, Gatherer, Piece, StoryId};
use throughline_model::Moment;

use crate::{Effect, Taken};

/// Lanes that can share the numbers of stories.
const LANES: u64 = 1024;

/// The lane of articles whose language nobody knows, where there is no other.
const UNKNOWN: &str = "und";

/// The live state of the record. All else is asked of the store.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// By number, from 1 in order of opening.
    lanes: BTreeMap<u64, Lane>,
}

#[derive(Debug, Clone)]
struct Lane {
    language: String,
    gatherer: Gatherer,
}

/// Why a correction was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// A story is of a time that gathering has let go, or of none.
    NotLive(StoryId),
    /// Two stories are in two languages.
    TwoLanguages(StoryId, StoryId),
    /// The two ids name one story.
    OneStory(StoryId),
    /// An article is not of the story.
    NotHere(String),
    /// Nothing would be left of the story.
    All(StoryId),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLive(story) => write!(f, "{story} is no story that is still gathered"),
            Self::TwoLanguages(a, b) => write!(f, "{a} and {b} are in two languages"),
            Self::OneStory(story) => write!(f, "both are the story {story}"),
            Self::NotHere(article) => write!(f, "{article} is no article of this story"),
            Self::All(story) => write!(f, "these are all articles of {story}"),
        }
    }
}

impl std::error::Error for Refused {}

impl Record {
    /// The state that was written down in these pieces, given in order of key.
    ///
    /// # Errors
    /// When a piece does not read as one.
    pub fn restore(pieces: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, Damaged> {
        let mut pieces = pieces.into_iter().peekable();
        let mut record = Self::default();
        while let Some((key, _)) = pieces.peek() {
            let name = lane_of(key).ok_or_else(|| Damaged(key.clone()))?.to_owned();
            let parts = name.split_once('-').and_then(|(n, l)| Some((n.parse().ok()?, l)));
            let (number, language): (u64, &str) = parts.ok_or_else(|| Damaged(name.clone()))?;
            // Lanes are opened one after the other, and kept for good.
            if number != record.lanes.len() as u64 + 1 || number >= LANES {
                return Err(Damaged(name));
            }
            let gatherer = Gatherer::restore(of_lane(&mut pieces, &name))
                .map_err(|Damaged(piece)| Damaged(format!("{name}/{piece}")))?;
            if !gatherer.counts(number, LANES) {
                return Err(Damaged(name));
            }
            record.lanes.insert(number, Lane { language: language.to_owned(), gatherer });
        }
        Ok(record)
    }

    /// Places new articles, in order of arrival.
    pub fn take(&mut self, readings: &[&Reading], at: Moment) -> Taken {
        let mut taken = Taken::default();
        for reading in readings {
            let lane = self.lane(&reading.article.language);
            for decision in self.gatherer(lane).assign(reading) {
                taken.add(decision, at);
            }
        }
        self.finished(taken)
    }

    /// A reader says that two stories are one.
    ///
    /// # Errors
    /// When they cannot be.
    pub fn join(&mut self, a: StoryId, b: StoryId, at: Moment) -> Result<Taken, Refused> {
        if a == b {
            return Err(Refused::OneStory(a));
        }
        if a.0 % LANES != b.0 % LANES {
            return Err(Refused::TwoLanguages(a, b));
        }
        let first = |story| {
            let gatherer = self.of(story).ok_or(Refused::NotLive(story))?;
            gatherer.articles(story).next().map(str::to_owned).ok_or(Refused::NotLive(story))
        };
        let (one, other) = (first(a)?, first(b)?);
        let decisions = self.gatherer(a.0 % LANES).join(&one, &other);
        Ok(self.finished(told(decisions, at)))
    }

    /// A reader says that some articles of a story, `apart`, are another.
    /// `readings` are those of all its articles.
    ///
    /// # Errors
    /// When they cannot be.
    pub fn split(
        &mut self,
        story: StoryId,
        readings: &[Reading],
        apart: &[&str],
        at: Moment,
    ) -> Result<Taken, Refused> {
        let articles = self.articles(story);
        if articles.is_empty() {
            return Err(Refused::NotLive(story));
        }
        if let Some(stranger) = apart.iter().find(|a| !articles.iter().any(|b| b == *a)) {
            return Err(Refused::NotHere((*stranger).to_owned()));
        }
        if articles.iter().all(|article| apart.contains(&article.as_str())) {
            return Err(Refused::All(story));
        }
        let in_order: Vec<Reading> = articles
            .iter()
            .filter_map(|id| readings.iter().find(|r| r.article.id == *id).cloned())
            .collect();
        let decisions = self.gatherer(story.0 % LANES).split(story, &in_order, apart);
        Ok(self.finished(told(decisions, at)))
    }

    /// The ids of the articles of a live story, oldest first; none of another.
    pub fn articles(&self, story: StoryId) -> Vec<String> {
        let articles = self.of(story).into_iter().flat_map(|g| g.articles(story));
        articles.map(str::to_owned).collect()
    }

    /// The story of an article, where it is live.
    pub fn story_of(&self, article: &str) -> Option<StoryId> {
        self.lanes.values().find_map(|lane| lane.gatherer.story_of(article))
    }

    /// How many stories are live.
    pub fn live(&self) -> usize {
        self.lanes.values().map(|lane| lane.gatherer.live()).sum()
    }

    /// What must be kept of this state, beside what earlier calls returned.
    pub fn unsaved(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (number, lane) in &mut self.lanes {
            let name = format!("{number:04}-{}/", lane.language);
            effects.extend(lane.gatherer.unsaved().into_iter().map(|piece| {
                Effect::Memory(Piece { key: format!("{name}{}", piece.key), ..piece })
            }));
        }
        effects
    }

    /// Stories that were left by all their articles are not told anew.
    fn finished(&self, mut taken: Taken) -> Taken {
        taken.causes.retain(|story, _| {
            self.of(*story).is_some_and(|gatherer| gatherer.articles(*story).next().is_some())
        });
        taken
    }

    fn of(&self, story: StoryId) -> Option<&Gatherer> {
        self.lanes.get(&(story.0 % LANES)).map(|lane| &lane.gatherer)
    }

    fn gatherer(&mut self, number: u64) -> &mut Gatherer {
        let open =
            || Lane { language: UNKNOWN.to_owned(), gatherer: Gatherer::numbered(number, LANES) };
        &mut self.lanes.entry(number).or_insert_with(open).gatherer
    }

    /// The number of an article's lane, opened where it is new. An article whose
    /// language is not known goes with most of the others.
    fn lane(&mut self, tag: &str) -> u64 {
        let language = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let named = language != UNKNOWN
            && (2..=3).contains(&language.len())
            && language.bytes().all(|b| b.is_ascii_lowercase());
        if !named || self.lanes.len() as u64 == LANES - 1 {
            let most =
                self.lanes.iter().max_by_key(|(n, lane)| (lane.gatherer.taken(), LANES - **n));
            return most.map_or(1, |(number, _)| *number);
        }
        if let Some((number, _)) = self.lanes.iter().find(|(_, lane)| lane.language == language) {
            return *number;
        }
        let number = self.lanes.len() as u64 + 1;
        self.gatherer(number);
        self.lanes.entry(number).and_modify(|lane| lane.language = language);
        number
    }
}

fn told(decisions: Vec<Decision>, at: Moment) -> Taken {
    let mut taken = Taken::default();
    decisions.into_iter().for_each(|decision| taken.add(decision, at));
    taken
}

fn lane_of(key: &str) -> Option<&str> {
    key.split_once('/').map(|(lane, _)| lane)
}

/// The pieces of one lane that come next.
fn of_lane<I: Iterator<Item = (String, Vec<u8>)>>(
    pieces: &mut Peekable<I>,
    lane: &str,
) -> impl Iterator<Item = (String, Vec<u8>)> {
    std::iter::from_fn(move || {
        let (key, value) = pieces.next_if(|(key, _)| lane_of(key) == Some(lane))?;
        let rest = key[lane.len() + 1..].to_owned();
        Some((rest, value))
    })
}
