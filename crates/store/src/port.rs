//! [`Store`]: the contract that every store keeps, whatever it is made of.

use std::collections::HashMap;

use throughline_gather::StoryId;
use throughline_model::{Article, Moment};
use throughline_record::{Cause, Effect, Known, Phase, Query, Reason, Revision, StoryHead};

use crate::Result;

/// A store of articles, stories and their revisions.
///
/// Reads see all of what the last successful [`Store::commit`] left, and nothing
/// of one that failed. One suite of tests (`tests/conformance`) is stamped on
/// every implementation.
pub trait Store: Send {
    /// How many steps were committed.
    fn position(&self) -> Result<u64>;

    /// Commits the effects of one step, in order, and moves the position on by
    /// one: all of it or, with an error, nothing. `from` is the position that the
    /// step was decided at; where the store stands elsewhere by now, somebody else
    /// wrote to it, and the step is refused ([`crate::Problem::Moved`]). Returns
    /// the new position. When it returns, the step outlives the process.
    ///
    /// Effects must fit what is stored: an article named has a version, an article
    /// placed has a story, revisions are numbered without a gap and are never
    /// written twice.
    fn commit(&mut self, from: u64, effects: &[Effect]) -> Result<u64>;

    /// Up to `limit` pieces of what gathering remembers whose keys come after
    /// `after`, in order of key, byte by byte.
    fn memory(&self, after: &str, limit: usize) -> Result<Vec<(String, Vec<u8>)>>;

    /// The sites of whose lines something is known, in order, byte by byte.
    fn sites(&self) -> Result<Vec<String>>;

    /// What is known of the lines of a site, by its host: the bytes that were committed
    /// last; none where nothing was.
    fn site(&self, site: &str) -> Result<Option<Vec<u8>>>;

    /// The articles that are known under some of these keys; keys that are not
    /// known are left out.
    fn known(&self, keys: &[String]) -> Result<HashMap<String, Known>>;

    /// Articles, in order of arrival. One that is not there is left out.
    fn articles(&self, which: Articles<'_>) -> Result<Vec<Article>>;

    /// The stories that a filter admits, in its order.
    fn stories(&self, filter: &Filter) -> Result<Vec<StoryHead>>;

    /// The story that an id leads to, over all redirects; the id in it says which.
    fn story(&self, id: StoryId) -> Result<Option<StoryHead>>;

    /// The revisions of this very id, oldest first. A story that went into another
    /// keeps those that it had.
    fn history(&self, story: StoryId) -> Result<Vec<RevisionLine>>;

    /// One revision of this very id, letter by letter as it was committed.
    fn revision(&self, story: StoryId, number: u32) -> Result<Option<Revision>>;

    /// Why an article is where it is, oldest first.
    fn reasons(&self, article: &str) -> Result<Vec<Reason>>;

    /// Articles (their newest texts) and statements (of the newest revisions) that
    /// a query finds, best first, at most `limit` of each. Words are compared
    /// without case; a store may take letters with and without accents for the
    /// same. A statement comes from all outlets that it cites, on the day of the
    /// newest; where each article that it cites has a word that must not stand in
    /// the text, it is left out with them.
    fn search(&self, query: &Query, limit: usize) -> Result<Vec<Hit>>;

    /// What is wrong with the stored bytes, each text, story, reason and revision
    /// that does not read by its name, and what is kept for [`Store::search`] and is
    /// not what the texts and newest revisions say; empty where all is sound.
    fn faults(&self) -> Result<Vec<String>>;
}

/// Which articles.
#[derive(Debug, Clone, Copy)]
pub enum Articles<'a> {
    /// Those of a story, newest texts.
    Of(StoryId),
    /// Those with these ids, newest texts.
    Ids(&'a [String]),
    /// The versions with these article ids and SHA-256 of their texts.
    Versions(&'a [(String, String)]),
}

/// Which stories, and in which order.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The present: phases depend on it.
    pub now: Moment,
    /// Only stories in one of these phases; all where there are none.
    pub phases: Vec<Phase>,
    /// Only stories with articles of this day or later.
    pub since: Option<Moment>,
    /// Only stories in this language.
    pub language: Option<String>,
    /// Only stories of so many articles or more.
    pub at_least: u32,
    /// The order.
    pub order: Order,
    /// At most so many.
    pub limit: usize,
}

/// How stories are ordered; equals by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The one with the newest article first.
    #[default]
    Activity,
    /// The largest first.
    Size,
    /// The newest story first.
    Created,
}

impl Filter {
    /// All stories, by activity.
    pub fn all(now: Moment) -> Self {
        Self {
            now,
            phases: Vec::new(),
            since: None,
            language: None,
            at_least: 0,
            order: Order::Activity,
            limit: usize::MAX,
        }
    }

    /// Whether it admits a story.
    pub fn admits(&self, head: &StoryHead) -> bool {
        (self.phases.is_empty() || self.phases.contains(&head.phase(self.now)))
            && self.since.is_none_or(|since| head.activity() >= since)
            && self.language.as_ref().is_none_or(|asked| is_of(&head.language, asked))
            && head.articles >= self.at_least
    }
}

/// Whether a language tag is the one asked for or a kind of it, as en-GB of en.
fn is_of(tag: &str, asked: &str) -> bool {
    let mut parts = tag.split('-');
    asked.split('-').all(|part| parts.next().is_some_and(|own| own.eq_ignore_ascii_case(part)))
}

impl Order {
    /// What stories are ordered by, the greatest first.
    pub fn key(self, head: &StoryHead) -> i64 {
        match self {
            Self::Activity => head.activity().instant().as_second(),
            Self::Size => i64::from(head.articles),
            Self::Created => head.created.instant().as_second(),
        }
    }
}

/// A revision without its briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionLine {
    /// From 1, without a gap.
    pub number: u32,
    /// When it was made.
    pub at: Moment,
    /// What made it.
    pub cause: Cause,
    /// Whether it tells anything that the one before did not.
    pub news: bool,
}

/// What a search found, and in which story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The story that has it now.
    pub story: StoryId,
    /// What it is.
    pub found: Found,
}

/// What can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// An article, by its newest text.
    Article(Box<Article>),
    /// A statement of the story's newest revision.
    Statement {
        /// Its id.
        id: String,
        /// What the reader sees.
        text: String,
    },
}

/// All pieces of what gathering remembers, read as they are asked for. An error
/// ends them and is left in `failed`.
pub fn pieces<'a>(
    store: &'a dyn Store,
    failed: &'a mut Option<crate::Error>,
) -> impl Iterator<Item = (String, Vec<u8>)> + 'a {
    const PAGE: usize = 500;
    let mut after = String::new();
    std::iter::from_fn(move || match store.memory(&after, PAGE) {
        Ok(page) => {
            after.clone_from(&page.last()?.0);
            Some(page)
        }
        Err(error) => {
            *failed = Some(error);
            None
        }
    })
    .flatten()
}
