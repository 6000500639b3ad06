//! [`Reason`]: why a document gave no article, in words that name the mend.

use crate::{MAX_BYTES, MAX_TEXT};

/// Why a document gave no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Nothing in it.
    #[error("empty; save the article again")]
    Empty,
    /// No text in it.
    #[error("binary data, not text; save the article as HTML or text")]
    Binary,
    /// More than [`MAX_BYTES`].
    #[error("larger than {} MB; cut it down to the article", MAX_BYTES / 1024 / 1024)]
    TooLarge,
    /// More text than [`MAX_TEXT`].
    #[error("more than {} MB of text in one article; save the article without the rest", MAX_TEXT / 1024 / 1024)]
    TooLong,
    /// A page of links, a player, a form.
    #[error("no article text found; give the page of one article, or its text as .txt")]
    NoArticle,
    /// The site says that the page is not there.
    #[error("the site says that there is no such page; look for the article's present address")]
    NotFound,
    /// A page that stands before the article.
    #[error(
        "a consent, sign-in or robot check page instead of the article; open it in a browser, pass it, and save the page"
    )]
    Wall,
    /// JSON that is no article.
    #[error("not an article as a JSON object: {0}")]
    Json(String),
    /// An article object without its text.
    #[error("no text in this article; give it a field `text` or `html`")]
    NoText,
    /// Not a mail message.
    #[error("not a mail message with a text; save it as .eml with its headers")]
    Mail,
}
