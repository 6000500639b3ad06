//! Web pages: one parse, from which text, title, outlet, authors, dates and
//! language are read.

mod authors;
mod called;
mod container;
mod dates;
mod element;
mod guard;
mod json_ld;
mod lines;
mod live;
mod main_text;
mod meta;
mod outlet;
mod prune;
mod survey;
mod title;

use dom_query::Document;

use crate::{Reason, address, dates::Locale, draft::Draft, language, residue::Source};
use json_ld::JsonLd;
use meta::Meta;
use survey::Survey;

/// What a page says about itself, outside its text.
pub struct Page<'a> {
    doc: &'a Document,
    html: &'a str,
    survey: Survey,
    ld: JsonLd,
    url: Option<String>,
}

impl Page<'_> {
    fn meta(&self) -> &Meta {
        &self.survey.meta
    }
}

/// Reads a page. `address` is where it was fetched from, if that is known.
pub fn read(html: &str, address: Option<&str>) -> Result<Draft, Reason> {
    let doc = Document::from(guard::tame(html));
    let survey = Survey::of(&doc);
    let title = survey.meta.get(&["og:title"]);
    let ld = JsonLd::of(&survey.linked_data, title.as_deref());
    let url = canonical(&survey, &ld, address);
    let page = Page { doc: &doc, html, survey, ld, url };
    let outlet = outlet::of(&page);
    let title = title::of(&page, outlet.as_deref());
    let authors = authors::of(&page, outlet.as_deref());
    let named = named_language(&page);
    let host = page.url.as_deref().and_then(address::host);
    let shown = title.as_deref().unwrap_or_default();
    let spoken = language::of(shown, named.as_deref());
    let dates = dates::of(&page, Locale::of(host.as_deref(), &spoken));
    let live = live::entries(&page);
    let url = page.url;
    let lines = match live {
        Some(lines) => lines,
        None => main_text::lines(doc),
    };
    Ok(Draft { url, outlet, title, authors, dates, language: named, lines, source: Source::Markup })
}

/// The page's own address: canonical link, Open Graph, JSON-LD, then where it
/// came from. A front page is nobody's article.
fn canonical(survey: &Survey, ld: &JsonLd, given: Option<&str>) -> Option<String> {
    let og = survey.meta.get(&["og:url"]);
    let candidates = [survey.canonical.clone(), og, ld.text(&["url", "mainEntityOfPage", "@id"])];
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
    let root = page.survey.language.clone();
    root.or_else(|| page.ld.text(&["inLanguage"]))
        .or_else(|| page.meta().get(&["og:locale", "content-language", "dc.language", "language"]))
}
