//! Documents to articles: main text, title, outlet, authors, dates, language.
//!
//! A pure function of the document: no clock, no file, no network. It decides
//! what is running text and what is residue of the page; it does not split
//! sentences, resolve dates inside the text or compare articles.
//!
//! ```
//! use throughline_extract::extract;
//! use throughline_model::{Content, Document};
//! let text = "Bridge closes after cracks found\n\nBy Dora Feltham\n7 November 2026\n\n\
//!     The bridge was closed on Friday afternoon, the county council said.";
//! let article = extract(&Document::new("bridge.txt", Content::Text, text.into())).unwrap();
//! assert_eq!(article.title, "Bridge closes after cracks found");
//! assert_eq!(article.authors, ["Dora Feltham"]);
//! assert_eq!(article.published.unwrap().to_string(), "2026-11-07");
//! assert_eq!(article.body().count(), 1);
//! ```

mod address;
mod byline;
mod charset;
mod credits;
mod dateline;
mod dates;
mod dating;
mod dom;
mod draft;
mod headline;
mod json;
mod language;
mod letter;
mod mail;
mod name_words;
mod needles;
mod outlet;
mod page;
mod paragraphs;
mod pattern;
mod plain;
mod reason;
mod residue;
mod sheets;
mod signature;
mod site_lines;
mod surrogates;
mod visible;
mod words;

use throughline_model::{Article, Content, Document};

pub use address::canonical as canonical_address;
pub use outlet::{Outlet, OutletError, OutletKind, Outlets};
pub use page::{Classifier, Seen};
pub use reason::Reason;
pub use residue::{Verdict, judge};
pub use site_lines::{DamagedSite, SiteLines};

/// The most bytes that a document may have.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;

/// No article has more text than this many bytes: novels have less.
pub const MAX_TEXT: usize = 2 * 1024 * 1024;

/// Reads the article out of a document, its outlet named by a table.
pub fn extract_with(document: &Document, outlets: &Outlets) -> Result<Article, Reason> {
    let mut article = extract(document)?;
    let host = article.url.as_deref().and_then(address::host);
    if let Some(outlet) = host.and_then(|host| outlets.of_host(&host)) {
        article.outlet.clone_from(&outlet.name);
    }
    Ok(article)
}

/// Reads the article out of a document.
pub fn extract(document: &Document) -> Result<Article, Reason> {
    extract_by(document, Classifier::built_in())
}

/// The blocks of a page, for growing a classifier.
pub fn blocks(document: &Document, classifier: Option<&Classifier>) -> Vec<Seen> {
    let html = charset::html(&document.bytes, document.charset.as_deref());
    page::seen(&html, document.url.as_deref(), classifier)
}

/// The same with another classifier than the one that is built in.
pub fn extract_by(document: &Document, classifier: &Classifier) -> Result<Article, Reason> {
    if document.bytes.len() > MAX_BYTES {
        return Err(Reason::TooLarge);
    }
    if document.bytes.trim_ascii().is_empty() {
        return Err(Reason::Empty);
    }
    let is_text = matches!(document.content, Content::Text | Content::Markdown);
    if is_text && !charset::is_wide(&document.bytes) && document.bytes.contains(&0) {
        return Err(Reason::Binary);
    }
    if signature::is_binary(&document.bytes) {
        return Err(Reason::Binary);
    }
    let draft = match document.content {
        Content::Html => page::read_with(
            &charset::html(&document.bytes, document.charset.as_deref()),
            document.url.as_deref(),
            classifier,
        ),
        Content::Text => plain::text(&charset::text(&document.bytes, document.charset.as_deref())),
        Content::Markdown => {
            plain::markdown(&charset::text(&document.bytes, document.charset.as_deref()))
        }
        Content::Mail => mail::read(&document.bytes),
        Content::Json => json::read(&document.bytes),
    }?;
    draft.finish(document)
}
