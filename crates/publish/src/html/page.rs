//! The page around the briefing: head, security policy, style.

use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use throughline_model::Briefing;

use super::{structured, view::View};
use crate::plain;

/// The style sheet of [`html`], for pages that embed [`html_article`].
pub const STYLE: &str = include_str!("../../templates/style.css");

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    style: &'static str,
    /// Hash of the style sheet: the policy allows this one and no other.
    style_hash: String,
    title: String,
    language: &'a str,
    structured: String,
    view: View<'a>,
}

#[derive(Template)]
#[template(path = "briefing.html")]
struct Article<'a> {
    view: View<'a>,
}

/// The briefing as one self-contained page.
///
/// It works without JavaScript: hover or focus on `[1]` shows the passage,
/// a click or tap pins it. It loads nothing, and its policy forbids to.
pub fn html(briefing: &Briefing) -> String {
    let page = Page {
        style: STYLE,
        style_hash: STANDARD.encode(Sha256::digest(STYLE.as_bytes())),
        title: plain::line(&briefing.headline.text),
        language: language(&briefing.language),
        structured: structured::json_ld(briefing),
        view: View::of(briefing),
    };
    page.render().expect("the template writes to a string")
}

/// Only the `<article>`, for a page with a frame of its own; it wants [`STYLE`].
pub fn html_article(briefing: &Briefing) -> String {
    Article { view: View::of(briefing) }.render().expect("the template writes to a string")
}

/// The language tag, "und" where it is none.
pub(super) fn language(tag: &str) -> &str {
    let is_tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !tag.is_empty() && tag.len() <= 35 && tag.chars().all(is_tag) { tag } else { "und" }
}
