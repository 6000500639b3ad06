//! [`Reason`]: why an input gave no document, in words that name the mend.

use crate::MAX_BYTES;

/// Why an input gave no document. Each message is for the person who typed
/// the input, so it says what to do where something can be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Nothing is at that path.
    #[error("no such file or folder; check the path")]
    Missing,
    /// The system refuses to read it.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// Nothing in it.
    #[error("empty; save the article again")]
    Empty,
    /// No text in it.
    #[error("binary data, not text; save the article as HTML, text or mail")]
    Binary,
    /// A format without a reader.
    #[error("no reader for {0}; save the article as HTML or text")]
    Format(&'static str),
    /// A feed where an article was expected.
    #[error("this is a feed, not an article; give the addresses of its articles")]
    Feed,
    /// More than [`MAX_BYTES`].
    #[error("larger than {} MB; cut it into smaller files", MAX_BYTES / 1024 / 1024)]
    TooLarge,
    /// A folder that contains itself through a link.
    #[error("a link leads back into a folder above it; left out")]
    Loop,
    /// A folder without articles.
    #[error("no articles in this folder (.html, .txt, .md, .eml, .json, .jsonl, .warc, .warc.gz)")]
    EmptyFolder,
    /// Files of a folder that are of a type which holds no article: how many, of which types.
    #[error("{files} left out for the type ({})", types.join(" "), files = counted(*files))]
    Types {
        /// How many.
        files: usize,
        /// Their extensions, each once, or names as README.
        types: Vec<String>,
    },
    /// A glob that matches nothing.
    #[error("nothing matches this pattern; quote it or check the path")]
    NoMatch,
    /// A glob that is none.
    #[error("not a valid pattern: {0}")]
    Pattern(String),
    /// A line or file that is no JSON object.
    #[error("not a JSON object with an article: {0}")]
    Json(String),
    /// A damaged record of an archive.
    #[error("a broken record, passed over: {0}")]
    Record(String),
    /// An archive without pages.
    #[error("no page in this archive; it needs response records with HTML")]
    EmptyArchive,
    /// Neither http nor https.
    #[error("only http and https addresses can be fetched")]
    Scheme,
    /// No address at all.
    #[error("not a valid address: {0}")]
    Address(String),
    /// A machine inside the network.
    #[error("a private or local address; allow it with --private-addresses if you mean it")]
    Private,
    /// No fetching in this run.
    #[error("not fetched: this run is offline")]
    Offline,
    /// The server refused.
    #[error("the server answered {0}{hint}", hint = status_hint(*.0))]
    Status(u16),
    /// Nothing came back in time.
    #[error("no answer within {0} seconds; try again later")]
    Timeout(u64),
    /// Something else on the way.
    #[error("cannot be fetched: {0}")]
    Network(String),
}

fn counted(files: usize) -> String {
    if files == 1 { "1 file".to_owned() } else { format!("{files} files") }
}

fn status_hint(status: u16) -> &'static str {
    match status {
        401 | 402 | 403 | 451 => " (access refused; save the page in a browser and give the file)",
        404 | 410 => " (the page is gone; check the address)",
        429 => " (too many requests; try again later)",
        500..=599 => " (trouble at the server; try again later)",
        _ => "",
    }
}
