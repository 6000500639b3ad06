//! A briefing as a reader meets it: terminal text, Markdown, HTML, JSON.
//!
//! Pure functions from a [`Briefing`](throughline_model::Briefing) to a string.
//! They choose no sentence and change none: what is to be said is settled
//! before, here it is set. Text from articles is hostile until it is escaped,
//! and each form escapes in one place (`plain.rs`, `markdown/escape.rs`, the
//! templates).

mod dates;
mod html;
mod json;
mod labels;
mod links;
mod markdown;
mod passage;
mod places;
mod plain;
mod sources;
mod text;
mod timeline;

pub use html::{STYLE, html, html_article};
pub use json::{Articles, json, schema};
pub use links::{passage_link, safe_link};
pub use markdown::markdown;
pub use text::{TextStyle, text};
