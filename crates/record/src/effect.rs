//! [`Effect`]: one change of the store. Committed in order, all or none.

use serde::{Deserialize, Serialize};
use throughline_gather::{Decision, Piece, StoryId};
use throughline_model::{Article, Briefing, Moment};

use crate::StoryHead;

/// One change of the store.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// A text of an article. The article's first version comes before anything
    /// else that names it. One that the store has already stays as it is, and is
    /// the newest again where the effect says so.
    Version {
        /// With the id by which the store knows the article.
        article: Article,
        /// When it arrived.
        at: Moment,
        /// Whether it is the newest, which briefings are made from.
        newest: bool,
    },
    /// A key by which an article is known again.
    Key {
        /// One of [`crate::keys`].
        key: String,
        /// Id of the article.
        article: String,
    },
    /// An article's story from now on.
    Place {
        /// Id of the article.
        article: String,
        /// Its story.
        story: StoryId,
    },
    /// Why articles are where they are; reasons are kept for good.
    Reason(Reason),
    /// A story as lists show it, in the place of what was there.
    Story(StoryHead),
    /// A story is no more; its id leads to another for good.
    Redirect {
        /// The story that is no more.
        gone: StoryId,
        /// Where its id leads.
        into: StoryId,
    },
    /// A revision of a story, numbered one higher than its last.
    Revision(Revision),
    /// A piece of what gathering knows, in the place of what was under its key.
    Memory(Piece),
    /// What is known of the lines that recur on a site, in the place of what was
    /// known of it.
    Site {
        /// Its host.
        site: String,
        /// Of fixed size at most; whoever learns it reads it.
        lines: Vec<u8>,
    },
}

/// A decision of gathering and the articles that it put where they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// When it was taken.
    pub at: Moment,
    /// Ids of the articles.
    pub articles: Vec<String>,
    /// What was decided and what spoke for it.
    pub decision: Decision,
}

/// What made a revision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cause {
    /// Ids of articles that came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// Ids of articles whose text was changed by their outlet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
    /// Ids of articles that went to another story.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<String>,
    /// Stories that were found to be this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<StoryId>,
    /// The story that this one was a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split_from: Option<StoryId>,
    /// Stories that were a part of this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub split_into: Vec<StoryId>,
    /// Whether a reader's correction did it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_reader: bool,
}

/// A story as it was told once. It never changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// The story.
    pub story: StoryId,
    /// From 1, without a gap.
    pub number: u32,
    /// When it was made.
    pub at: Moment,
    /// What made it.
    pub cause: Cause,
    /// Whether it tells anything that the one before did not.
    pub news: bool,
    /// The briefing, without the articles' texts: the store has them.
    pub briefing: Briefing,
}
