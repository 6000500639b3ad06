//! The words of an address. Its last part is mostly the headline once more, and stays
//! it where a page that was saved has no title but the name of its site.

use std::ops::Range;

use throughline_annotate::{Word, words};

/// A part of an address with fewer words is a section, a date or a number.
const LEAST: usize = 3;

/// The content words of the part of an address that is a headline; none where no part
/// looks like one.
pub fn headline(url: &str, english: bool) -> Vec<Word> {
    let Some((_, path)) = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')) else {
        return Vec::new();
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts = path.split('/').map(|part| part.split('.').next().unwrap_or_default());
    let parts = parts.filter(|part| part.is_ascii() && !part.contains('%'));
    let mut told = parts.map(|part| {
        let text = part.replace(['-', '_', '+'], " ");
        let all: Range<usize> = 0..text.len();
        let mut found = words(&text, all, english);
        // Numbers of articles, dates and hashes.
        found
            .retain(|word| word.is_content() && word.lower.bytes().all(|b| b.is_ascii_lowercase()));
        found
    });
    told.rfind(|found| found.len() >= LEAST).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, expected: &[&str]) {
        let found: Vec<String> = headline(url, true).into_iter().map(|w| w.lower).collect();
        assert_eq!(found, expected, "{url}");
    }

    #[test]
    fn the_headline_in_an_address_is_found() {
        let ferry = ["ferry", "aurelin", "runs", "aground"];
        check("https://news.test/2026/03/03/ferry-aurelin-runs-aground-52044233", &ferry);
        check("https://news.test/world/ferry-aurelin-runs-aground.html?utm_source=a-b-c", &ferry);
        check("https://news.test/Ferry_Aurelin_Runs_Aground/index.html", &ferry);
        check("https://news.test/the-ferry-aurelin-runs-aground/a1b2c3d4e5", &ferry);
        check("https://news.test/world/europe/content_32788252.htm", &[]);
        check("https://news.test/ferry-aurelin", &[]);
        check("https://news.test", &[]);
        check("ferry-aurelin-runs-aground", &[]);
        check("https://news.test/%D0%BF%D0%B0-%D1%80%D0%BE-%D0%BC-abc-def-ghi", &[]);
    }
}
