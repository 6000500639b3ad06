//! [`Dating`]: where the dates of an article come from, and which dates were
//! not believed.

use serde::{Deserialize, Serialize};

use crate::Moment;

/// How the dates of an article were found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dating {
    /// Where [`published`](crate::Article::published) comes from.
    pub published: Option<DateSource>,
    /// Where [`modified`](crate::Article::modified) comes from.
    pub modified: Option<DateSource>,
    /// Dates that cannot be, each once.
    pub doubted: Vec<DoubtedDate>,
    /// What a field for the publication date holds that is no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<DateSource>,
}

/// Where a date stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateSource {
    /// Which part of the document, or what came with it.
    pub place: DatePlace,
    /// The field's name, or the words that were read.
    pub what: String,
}

impl DateSource {
    /// A source by its place and what stands there, cut to a line.
    pub fn new(place: DatePlace, what: &str) -> Self {
        Self {
            place,
            what: what.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect(),
        }
    }
}

/// The parts of a document that give dates, those first that are trusted most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DatePlace {
    /// A field of the object or the front matter that is the document.
    Field,
    /// The `Date` header of a mail message.
    Header,
    /// Linked data of a page (JSON-LD).
    LinkedData,
    /// A `meta` element.
    Meta,
    /// An element that the page marks as a time.
    Element,
    /// The page's address.
    Address,
    /// Words that the reader sees.
    Text,
    /// Data inside a script.
    Script,
    /// The feed that named the page.
    Feed,
    /// What other articles tell of the weekdays that the article names.
    Story,
}

/// A date that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubtedDate {
    /// The date as given.
    pub moment: Moment,
    /// Where it stands.
    pub source: DateSource,
    /// Why it is not believed.
    pub doubt: Doubt,
}

/// Why a date is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// There was no web then.
    BeforeTheWeb,
    /// More than a day after the page was fetched.
    AfterTheFetch,
    /// So far ahead that no page can have come out.
    Future,
    /// The change would have come before the publication.
    BeforePublication,
    /// A publication days before the day in the page's own address.
    BeforeItsAddress,
    /// Later than the present that the reader gave.
    ToCome,
    /// Other articles on the same events date them earlier.
    AgainstTheStory,
    /// It may be right, but others date what the article tells of "today" and "last night" otherwise.
    DaysAgainstTheStory,
}

impl std::fmt::Display for Doubt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::BeforeTheWeb => "before the web",
            Self::AfterTheFetch => "later than the fetch",
            Self::Future => "in the future",
            Self::BeforePublication => "before the publication",
            Self::BeforeItsAddress => "before the day in its address",
            Self::ToCome => "still to come",
            Self::DaysAgainstTheStory => "not the day from which its days are counted",
            Self::AgainstTheStory => "later than others tell the same",
        })
    }
}
