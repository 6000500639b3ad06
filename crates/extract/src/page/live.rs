//! Live blogs: entries with times of their own, in the order of the page.

use throughline_model::{Moment, Role};

use super::{Page, element, json_ld::text_of, lines};
use crate::{
    dom::{NodeRef, Tag},
    draft::Line,
};

/// Fewer entries than this are no live blog.
const MIN_ENTRIES: usize = 2;

/// The lines of a live blog; none where the page is not one.
pub fn entries(page: &Page<'_>) -> Option<Vec<Line>> {
    if !page.ld.is_live() && !looks_live(page) {
        return None;
    }
    let shown = shown(page);
    if shown.len() >= MIN_ENTRIES {
        return Some(shown.into_iter().flatten().collect());
    }
    let told = told(page);
    (told.len() >= MIN_ENTRIES).then(|| told.into_iter().flatten().collect())
}

fn looks_live(page: &Page<'_>) -> bool {
    let live = |text: &str| {
        ["live-blog", "liveblog", "/live/", "live-updates", "-live-"]
            .iter()
            .any(|w| text.contains(w))
    };
    // Few pages have the words anywhere, and elements are slow to look through.
    let written = ["LiveBlogPosting", "liveblog", "live-blog"]
        .iter()
        .any(|word| memchr::memmem::find(page.html.as_bytes(), word.as_bytes()).is_some());
    page.url.as_deref().is_some_and(live)
        || written
            && page
                .doc
                .select("[itemtype*='LiveBlogPosting'], [class*='liveblog'], [class*='live-blog']")
                .exists()
}

/// Entries as the page shows them.
fn shown(page: &Page<'_>) -> Vec<Vec<Line>> {
    const PLACES: [&str; 4] = [
        "[itemprop='liveBlogUpdate']",
        "[class*='live-entry'], [class*='liveblog-entry'], [class*='live-blog-post'], [class*='liveblog-post'], [class*='live-post'], [class*='live-update'], [class*='liveEntry'], [class*='block--content']",
        "article article, section article, ol > li, ul > li",
        "article > section, article > div, main > div, main > section, #live > *, .entry, .update",
    ];
    for place in PLACES {
        let nodes = page.doc.select(place);
        let entries: Vec<Vec<Line>> = nodes
            .nodes()
            .iter()
            .filter(|n| is_entry(n))
            .map(entry)
            .filter(|l| !l.is_empty())
            .collect();
        if entries.len() >= MIN_ENTRIES {
            return entries;
        }
    }
    Vec::new()
}

/// One time, and more than a line of text.
fn is_entry(node: &NodeRef<'_>) -> bool {
    let times =
        node.descendants().filter(|n| n.tag() == Tag::Time && n.has_attr("datetime")).count();
    times == 1 && node.text().trim().chars().count() > 60
}

fn entry(node: &NodeRef<'_>) -> Vec<Line> {
    let time = node.descendants().find(|n| n.tag() == Tag::Time);
    let at = time.as_ref().and_then(|t| t.attr("datetime")).and_then(|t| t.parse::<Moment>().ok());
    let shown = time.map(|t| element::text(&t)).unwrap_or_default();
    let mut found = lines::of(*node);
    for line in &mut found {
        line.at = at;
        // "14:30 Death toll stands at six": the time stands in `at`.
        if !shown.is_empty() && line.text.starts_with(&shown) {
            line.text = line.text[shown.len()..].trim_start().to_owned();
        }
    }
    found.retain(|line| !line.text.is_empty());
    found
}

/// Entries as the page's data tells them.
fn told(page: &Page<'_>) -> Vec<Vec<Line>> {
    let Some(updates) = page.ld.live_updates() else { return Vec::new() };
    let mut entries = Vec::new();
    for update in updates {
        let field = |name: &str| update.get(name).and_then(text_of);
        let at = field("datePublished").and_then(|t| t.parse::<Moment>().ok());
        let mut found = Vec::new();
        if let Some(heading) = field("headline") {
            found.push(Line { role: Role::Heading, text: heading, at });
        }
        for paragraph in
            field("articleBody").unwrap_or_default().split('\n').filter(|p| !p.trim().is_empty())
        {
            found.push(Line { role: Role::Body, text: paragraph.to_owned(), at });
        }
        entries.push(found);
    }
    entries
}
