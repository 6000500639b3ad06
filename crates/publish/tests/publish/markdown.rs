//! The Markdown form, read back by another Markdown reader.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use throughline_model::Briefing;
use throughline_publish::markdown;

use crate::fixture::{fixture, smallest};

#[test]
fn whole() {
    insta::assert_snapshot!(markdown(&fixture()));
}

#[test]
fn one_article() {
    insta::assert_snapshot!(markdown(&smallest()));
}

/// What a reader of the rendered page could click or run.
fn live(briefing: &Briefing) -> (Vec<String>, Vec<String>, String) {
    let (mut links, mut html, mut text) = (Vec::new(), Vec::new(), String::new());
    let markdown = markdown(briefing);
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_MATH;
    for event in Parser::new_ext(&markdown, options) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.to_string());
            }
            Event::Html(code) | Event::InlineHtml(code) => html.push(code.to_string()),
            Event::Text(part) => text.push_str(&part),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => text.push('\u{0}'),
            _ => {}
        }
    }
    (links, html, text)
}

#[test]
fn nothing_in_an_article_becomes_markup() {
    let (links, html, _) = live(&fixture());
    assert!(links.iter().all(|l| l.starts_with("https://") || l.starts_with("#source-")));
    assert!(html.iter().all(|h| h.starts_with("<a id=\"source-") || h == "</a>"), "{html:?}");
}

proptest! {
    #[test]
    fn text_reads_as_it_was_written(words in "[a-z0-9#*_`<>&;~|$\\[\\]()!\\\\:.+=\" -]{1,60}") {
        let mut briefing = smallest();
        let words = format!("{words}x").split_whitespace().collect::<Vec<_>>().join(" ");
        briefing.headline.text.clone_from(&words);
        briefing.sections[0].statements[0].text.clone_from(&words);
        briefing.sources[0].outlet.clone_from(&words);
        let (links, html, text) = live(&briefing);
        let (known_links, known_html, _) = live(&smallest());
        prop_assert_eq!(links, known_links);
        prop_assert_eq!(html, known_html);
        prop_assert_eq!(text.matches(&words).count() >= 3, true, "{} in {}", words, text);
    }
}
