//! A briefing as a reader meets it: terminal text, Markdown, HTML, JSON; and what
//! changed from one to the next.
//!
//! Pure functions from a [`Briefing`](throughline_model::Briefing), from
//! [`Changes`](throughline_changes::Changes) or from an
//! [`Audit`](throughline_audit::Audit), to a string.
//! They choose no sentence and change none: what is to be said is settled
//! before, here it is set. Text from articles is hostile until it is escaped,
//! and each form escapes in one place (`plain.rs`, `markdown/escape.rs`, the
//! templates).

mod changes;
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
pub use json::{Articles, audit_json, changes_json, changes_schema, json, schema};
pub use links::{passage_link, safe_link};
pub use markdown::{changes_markdown, markdown};
pub use text::{TextStyle, audit_text, changes_text, sources_text, text, timeline_text};
