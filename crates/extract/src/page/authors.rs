//! The authors of a page: from its data, its meta elements, its byline.

use super::{Page, element};
use crate::{byline, headline};

/// Their names; none where nobody is named.
pub fn of(page: &Page<'_>, outlet: Option<&str>) -> Vec<String> {
    let outlet: Vec<String> = outlet.map(str::to_owned).into_iter().collect();
    let sources: [&dyn Fn() -> Vec<String>; 5] = [
        &|| page.ld.names("author").iter().flat_map(|name| byline::names(name)).collect(),
        &|| meta_names(page),
        &|| page.ld.names("creator").iter().flat_map(|name| byline::names(name)).collect(),
        &|| marked(page),
        &|| bylines(page),
    ];
    for (rank, source) in sources.iter().enumerate() {
        let mut names: Vec<String> = Vec::new();
        for name in source() {
            if !names.contains(&name) && !headline::is_outlet(&name, &outlet) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            // Many names outside the page's data are those of other stories too.
            names.truncate(if rank >= 3 && names.len() > 4 { 1 } else { 8 });
            return names;
        }
    }
    // No person, but the page names a desk or an agency as its author.
    let mut named = page.ld.names("author");
    named.extend(page.meta.all(&["author", "parsely-author", "sailthru.author"]));
    named.retain(|name| is_desk(name) && !headline::is_outlet(name, &outlet));
    named.truncate(1);
    named
}

/// "Associated Press", "Field Level Media".
fn is_desk(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let generic =
        ["admin", "administrator", "author", "editor", "staff", "null", "undefined", "guest"];
    (2..=5).contains(&words.len())
        && words.iter().all(|w| w.starts_with(char::is_uppercase) || w.len() <= 3)
        && !name.contains(['@', '/', ':', '{'])
        && !generic.contains(&name.to_lowercase().as_str())
}

fn meta_names(page: &Page<'_>) -> Vec<String> {
    const NAMES: [&str; 14] = [
        "author",
        "article:author",
        "article:author_name",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.author",
        "citation_author",
        "og:article:author",
        "cxenseparse:author",
        "rbauthors",
        "authors",
    ];
    for name in NAMES {
        let found: Vec<String> =
            page.meta.all(&[name]).iter().flat_map(|v| byline::names(v)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    // WordPress: "Written by" / "Jane Doe".
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")]
    {
        let by = page.meta.get(&[label]).is_some_and(|l| {
            ["written by", "verfasst von", "écrit par", "escrito por"]
                .contains(&l.to_lowercase().as_str())
        });
        if by {
            return page.meta.get(&[data]).map(|v| byline::names(&v)).unwrap_or_default();
        }
    }
    Vec::new()
}

/// Elements that the page marks as an author's name.
fn marked(page: &Page<'_>) -> Vec<String> {
    const PLACES: [&str; 6] = [
        "[itemprop='author'] [itemprop='name']",
        "[itemprop='author']",
        "[rel='author']",
        "a[href*='/author/']",
        "[class*='author-name'], [class*='author__name'], [class*='authorName'], [class*='byline-name'], [class*='byline__name'], [class*='contributor-name']",
        "[data-testid*='author-name'], [class='author'] a, [class*='byline'] a",
    ];
    for place in PLACES {
        let mut found = Vec::new();
        for node in page.doc.select(place).nodes().iter().take(6) {
            found.extend(byline::names(&element::text(node)));
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Elements that are called a byline.
fn bylines(page: &Page<'_>) -> Vec<String> {
    const PLACES: [&str; 3] = [
        "[class*='byline'], [id*='byline'], [data-component*='byline'], [data-testid*='byline']",
        "[class*='author']:not([class*='bio']), [id*='author'], [class*='writer'], [class*='autor'], [class*='contrib']",
        "[class='by'], [class='meta'], [class*='post-meta'], [class*='entry-meta'], [class*='article-meta']",
    ];
    for place in PLACES {
        for node in page.doc.select(place).nodes().iter().take(6) {
            let text = element::text(node);
            if text.chars().count() > 160 {
                continue;
            }
            let found = byline::names(&text);
            if !found.is_empty() {
                return found;
            }
            // "Jane Doe" and her office stand in elements of their own.
            for child in node.element_children() {
                let found = byline::names(&element::text(&child));
                if !found.is_empty() {
                    return found;
                }
            }
        }
    }
    Vec::new()
}
