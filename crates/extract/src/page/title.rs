//! The title of a page: what most of its places agree on, without the outlet.

use super::Page;
use crate::{address, headline};

/// The title; none where the page has none.
pub fn of(page: &Page<'_>, outlet: Option<&str>) -> Option<String> {
    let mut names: Vec<String> = outlet.map(str::to_owned).into_iter().collect();
    names.extend(page.meta.get(&["og:site_name"]));
    names.extend(page.ld.names("publisher"));
    if let Some(host) = page.url.as_deref().and_then(address::host) {
        names.push(host.split('.').next().unwrap_or_default().to_owned());
        names.push(host);
    }
    let clean = |title: String| {
        Some(headline::without_outlet(&title, &names)).filter(|t| is_title(t, &names))
    };
    let ld = page.ld.article_text(&["headline"]).and_then(clean);
    let og = page
        .meta
        .get(&["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"])
        .and_then(clean);
    let tag = page.doc.select("title").first().map(|title| title.text()).and_then(clean);
    let headings = headings(page);
    let first = headings.first().cloned().and_then(clean);
    // A heading that the head of the page repeats is what the reader sees.
    let agreed = headings
        .iter()
        .find(|heading| [&ld, &og, &tag].into_iter().flatten().any(|other| agree(heading, other)));
    if let Some(heading) = agreed {
        return Some(headline::without_outlet(heading, &names));
    }
    og.or(ld).or(first).or(tag)
}

/// Headings that may be the title's, best first.
fn headings(page: &Page<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let places = [
        "h1[itemprop*='headline'], [itemprop='headline'] h1",
        "article h1",
        "main h1",
        "h1",
        "[itemprop='headline']",
        "h2.headline, h2.title, h2.entry-title, .article-title, .entry-title, .post-title, .headline",
        "article h2, .post h2, #story h2",
    ];
    for place in places {
        for node in page.doc.select(place).nodes().iter().take(4) {
            let text = headline::tidy(&node.text());
            if (2..=300).contains(&text.chars().count()) && !found.contains(&text) {
                found.push(text);
            }
        }
    }
    found
}

fn is_title(title: &str, names: &[String]) -> bool {
    let words = title.split_whitespace().count();
    let generic = ["home", "news", "article", "untitled", "untitled document", "index", "blog"];
    !title.is_empty()
        && words <= 60
        && !generic.contains(&title.to_lowercase().as_str())
        && !headline::is_outlet(title, names)
}

/// Equal, or one is the other with something at its end.
fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (headline::fold(a), headline::fold(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    a == b
        || (short.split(' ').count() >= 3
            && long.contains(short.as_str())
            && short.len() * 10 >= long.len() * 5)
}
