//! The HTML form: one file that needs no script and asks for nothing else.
//!
//! The templates escape; nothing here does, and no template may use `safe` but
//! for the style sheet and the JSON-LD block, which hold no raw text.

mod card;
mod page;
mod structured;
mod view;

pub use page::{STYLE, html, html_article};
