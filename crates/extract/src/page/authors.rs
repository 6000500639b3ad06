//! The authors of a page: from its data, its meta elements, its byline.

use super::{
    Page,
    json_ld::Name,
    survey::{Kind, Mark, called, within},
};
use crate::{byline, headline};

const META: [&str; 16] = [
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
    "article.author",
    "creator",
];

/// Their names; none where nobody is named.
pub fn of(page: &Page<'_>, outlet: Option<&str>) -> Vec<String> {
    let outlet: Vec<String> = outlet.map(str::to_owned).into_iter().collect();
    let mut data = page.ld.names("author");
    if data.is_empty() {
        data = page.ld.names("creator");
    }
    let people = |name: &Name| {
        if name.organization && byline::is_desk(&name.name) { Vec::new() } else { byline::names(&name.name) }
    };
    let persons: [&dyn Fn() -> Vec<String>; 4] = [
        &|| data.iter().flat_map(people).collect(),
        &|| meta_names(page),
        &|| marked(page),
        &|| bylines(page),
    ];
    let own = |names: Vec<String>| {
        let mut kept: Vec<String> = Vec::new();
        for name in names {
            if !kept.contains(&name) && !headline::is_exactly_outlet(&name, &outlet) {
                kept.push(name);
            }
        }
        kept
    };
    for (rank, source) in persons.iter().enumerate() {
        let mut names = own(source());
        if !names.is_empty() {
            // Many names outside the page's data are those of other stories too.
            names.truncate(if rank >= 2 && names.len() > 4 { 1 } else { 20 });
            return names;
        }
    }
    signature(page, &data, &outlet)
}

/// No person's full name, but the page says who signs: a first name, a user's
/// name, a desk, an agency.
fn signature(page: &Page<'_>, data: &[Name], outlet: &[String]) -> Vec<String> {
    let meta = page.meta().all(&META).map(str::to_owned);
    let marks = page
        .survey
        .called(called::AUTHOR)
        .filter(|m| m.is(called::MARKED) && !is_away(m))
        .map(|m| m.text.lines().next().unwrap_or_default().to_owned());
    let named = data.iter().map(|n| n.name.clone()).chain(meta).chain(marks);
    let mut found: Vec<String> =
        named.filter_map(|name| byline::signature(&name)).take(3).collect();
    // The outlet's own name says the least.
    found.sort_by_key(|name| headline::is_exactly_outlet(name, outlet));
    found.truncate(1);
    found
}

fn meta_names(page: &Page<'_>) -> Vec<String> {
    for name in META {
        let found: Vec<String> = page.meta().all(&[name]).flat_map(byline::names).collect();
        if !found.is_empty() {
            return found;
        }
    }
    // WordPress: "Written by" / "Jane Doe".
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")]
    {
        if page.meta().get(&[label]).is_some_and(|l| byline::is_label(&l)) {
            return page.meta().get(&[data]).map(|v| byline::names(&v)).unwrap_or_default();
        }
    }
    Vec::new()
}

fn is_away(mark: &Mark) -> bool {
    mark.in_any(within::NAV | within::FOOTER | within::ASIDE | called::AWAY)
}

/// Elements that the page marks as an author's name.
fn marked(page: &Page<'_>) -> Vec<String> {
    let marks = || page.survey.called(called::AUTHOR | called::BYLINE | called::NAME);
    let by = called::AUTHOR | called::BYLINE;
    let places: [&dyn Fn(&Mark) -> bool; 4] = [
        &|m| m.is(called::AUTHOR | called::MARKED),
        &|m| m.kind == Kind::Link && m.is(called::AUTHOR),
        &|m| m.is(called::NAME) && (m.called | m.within) & by != 0,
        &|m| m.kind == Kind::Link && m.within & by != 0,
    ];
    for away in [false, true] {
        for place in places {
            let mut found: Vec<String> = Vec::new();
            for mark in marks().filter(|m| place(m) && is_away(m) == away).take(6) {
                found.extend(byline::names(&mark.text));
            }
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

/// Elements that are called a byline, those around the title's first.
fn bylines(page: &Page<'_>) -> Vec<String> {
    let places = [called::BYLINE, called::AUTHOR, called::INFORMATION];
    for away in [false, true] {
        for place in places {
            let fits = |m: &&Mark| {
                is_away(m) == away && m.called & called::BIOGRAPHY == 0 && m.text.len() <= 240
            };
            for mark in page.survey.called(place).filter(fits).take(8) {
                let said = place != called::INFORMATION || byline::is_said(&mark.text);
                let found = byline::names(&mark.text);
                if said && !found.is_empty() {
                    return found;
                }
            }
        }
    }
    Vec::new()
}
