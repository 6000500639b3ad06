//! Web pages: one parse, from which text, title, outlet, authors, dates and
//! language are read.

mod authors;
mod container;
mod dates;
mod element;
mod json_ld;
mod lines;
mod live;
mod main_text;
mod meta;
mod outlet;
mod prune;
mod title;

use crate::{
    Reason, address,
    dom::Document,
    draft::{Draft, order_of},
    language,
    residue::Source,
};
use json_ld::JsonLd;
use meta::Meta;

/// What a page says about itself, outside its text.
pub struct Page<'a> {
    doc: &'a Document,
    html: &'a str,
    ld: JsonLd,
    meta: Meta,
    url: Option<String>,
}

/// Reads a page. `address` is where it was fetched from, if that is known.
pub fn read(html: &str, address: Option<&str>) -> Result<Draft, Reason> {
    let doc = Document::parse(html);
    let meta = Meta::of(&doc);
    let ld = JsonLd::of(&doc, meta.get(&["og:title"]).as_deref());
    let url = canonical(&doc, &ld, &meta, address);
    let page = Page { doc: &doc, html, ld, meta, url };
    let outlet = outlet::of(&page);
    let title = title::of(&page, outlet.as_deref());
    let authors = authors::of(&page, outlet.as_deref());
    let named = named_language(&page);
    let host = page.url.as_deref().and_then(address::host);
    let order = order_of(host.as_deref(), &language::of("", named.as_deref()));
    let (published, modified) = dates::of(&page, order);
    let live = live::entries(&page);
    let url = page.url;
    let lines = match live {
        Some(lines) => lines,
        None => main_text::lines(&doc),
    };
    Ok(Draft {
        url,
        outlet,
        title,
        authors,
        published,
        modified,
        language: named,
        lines,
        source: Source::Markup,
    })
}

/// The page's own address: canonical link, Open Graph, JSON-LD, then where it
/// came from. A front page is nobody's article.
fn canonical(doc: &Document, ld: &JsonLd, meta: &Meta, given: Option<&str>) -> Option<String> {
    let link = doc.select("link[rel='canonical']").attr("href").map(|href| href.to_string());
    let candidates = [link, meta.get(&["og:url"]), ld.text(&["url", "mainEntityOfPage", "@id"])];
    let base = given.and_then(|given| url::Url::parse(given).ok());
    let own = candidates.into_iter().flatten().find_map(|candidate| {
        let whole = match &base {
            Some(base) => base.join(candidate.trim()).ok()?.to_string(),
            None => candidate,
        };
        address::canonical(&whole).filter(|url| !address::is_front_page(url))
    });
    own.or_else(|| given.and_then(address::canonical))
}

fn named_language(page: &Page<'_>) -> Option<String> {
    let html = page.doc.select("html").attr("lang").map(|lang| lang.to_string());
    html.filter(|lang| !lang.trim().is_empty())
        .or_else(|| page.ld.text(&["inLanguage"]))
        .or_else(|| page.meta.get(&["og:locale", "content-language", "dc.language", "language"]))
}
