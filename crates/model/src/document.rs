//! [`Document`]: bytes as they came in, before anybody has read them.

use crate::Moment;

/// What one input held: the bytes, where they came from, and what they look
/// like. `collect` makes it, `extract` reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Name for messages: the path, `file.jsonl:12`, the address, or `stdin`.
    pub name: String,
    /// What the bytes are.
    pub content: Content,
    /// The bytes, undecoded.
    pub bytes: Vec<u8>,
    /// Address they were fetched from, after redirects.
    pub url: Option<String>,
    /// Encoding that the server named.
    pub charset: Option<String>,
    /// When they were fetched, by the server's clock. No article is newer.
    pub fetched: Option<Moment>,
    /// When the feed that named it says that it was published: a prior, which
    /// the document's own word outweighs.
    pub feed_date: Option<Moment>,
}

impl Document {
    /// A document of which only the name and the bytes are known.
    ///
    /// ```
    /// use throughline_model::{Content, Document};
    /// let document = Document::new("note.txt", Content::Text, b"Bridge closes".to_vec());
    /// assert_eq!(document.url, None);
    /// ```
    pub fn new(name: impl Into<String>, content: Content, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            content,
            bytes,
            url: None,
            charset: None,
            fetched: None,
            feed_date: None,
        }
    }
}

/// The kinds of bytes that hold an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Content {
    /// A web page.
    Html,
    /// Plain text, its title on the first line.
    Text,
    /// Markdown, perhaps with front matter.
    Markdown,
    /// One mail message.
    Mail,
    /// One JSON object with the fields of an article.
    Json,
}
