//! Invented stories for the tests of this crate.

use throughline_annotate::Reading;
use throughline_gather::Owners;
use throughline_model::{Article, Role};

use crate::{
    story::{LineId, Story},
    tree::Trees,
};

/// An article: outlet, day (or "" for none), title, paragraphs.
pub type Given<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

/// A story of articles.
pub fn story(articles: &[Given]) -> (Story, Trees) {
    let story = Story::new(readings(articles), &Owners::default());
    let trees = Trees::of_all(&story);
    (story, trees)
}

/// The articles read.
pub fn readings(articles: &[Given]) -> Vec<Reading> {
    articles
        .iter()
        .map(|&(outlet, published, title, paragraphs)| {
            let url = format!("https://{}.example/{published}", outlet.replace(' ', "-"));
            let lines = paragraphs.iter().map(|p| (Role::Body, (*p).to_owned(), None)).collect();
            let mut article = Article::new(Some(url), title, lines);
            article.outlet = outlet.to_owned();
            article.published = published.parse().ok();
            article.language = "en".to_owned();
            Reading::of(article)
        })
        .collect()
}

/// One sentence as the only body line of an article of Thursday, 12 March 2026.
pub fn sentence(text: &str) -> (Story, Trees, LineId) {
    let (story, trees) =
        story(&[("Vess Herald", "2026-03-12T08:30:00Z", "A title of another matter", &[text])]);
    let line = story.lines.len() - 1;
    (story, trees, line)
}

/// The line of a story that reads so.
pub fn line(story: &Story, text: &str) -> LineId {
    let found = (0..story.lines.len()).find(|&line| story.text(line) == text);
    found.expect("a line of the story")
}
