//! Web pages: one parse, from which text, title, outlet, authors, dates and
//! language are read.

mod authors;
mod body;
mod called;
mod dates;
mod element;
mod json_ld;
mod lines;
mod live;
mod main_text;
mod meta;
mod outlet;
mod refusal;
mod survey;
mod title;

use crate::{
    Reason, address, dates::Locale, dom::Document, draft::Draft, language, residue::Source,
};
pub use body::Classifier;
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

/// What [`body::Hints`] borrows from.
struct OwnedHints {
    title: Option<String>,
    body: Option<String>,
    description: Option<String>,
}

impl OwnedHints {
    fn as_ref(&self) -> body::Hints<'_> {
        body::Hints {
            title: self.title.as_deref(),
            body: self.body.as_deref(),
            description: self.description.as_deref(),
        }
    }
}

impl<'a> Page<'a> {
    fn of(doc: &'a Document, html: &'a str, address: Option<&str>) -> Self {
        let survey = Survey::of(doc);
        let title = survey.meta.get(&["og:title"]);
        let ld = JsonLd::of(&survey.linked_data, title.as_deref());
        let url = canonical(&survey, &ld, address);
        Self { doc, html, survey, ld, url }
    }

    fn meta(&self) -> &Meta {
        &self.survey.meta
    }

    fn hints(&self, title: Option<&str>) -> OwnedHints {
        OwnedHints {
            title: title.map(str::to_owned),
            body: self.ld.article_text(&["articleBody"]),
            description: self.meta().get(&["og:description", "description", "twitter:description"]),
        }
    }
}

/// Reads a page. `address` is where it was fetched from, if that is known.
pub fn read(html: &str, address: Option<&str>) -> Result<Draft, Reason> {
    read_with(html, address, Classifier::built_in())
}

/// The same with another classifier than the one that is built in.
pub fn read_with(
    html: &str,
    address: Option<&str>,
    classifier: &Classifier,
) -> Result<Draft, Reason> {
    let doc = Document::parse(html);
    let mut page = Page::of(&doc, html, address);
    let outlet = outlet::of(&page);
    let title = title::of(&page, outlet.as_deref());
    page.survey.place_title(title.as_deref().unwrap_or_default());
    let authors = authors::of(&page, outlet.as_deref());
    let named = named_language(&page);
    let host = page.url.as_deref().and_then(address::host);
    let shown = title.as_deref().unwrap_or_default();
    let spoken = language::of(shown, named.as_deref());
    let dates = dates::of(&page, Locale::of(host.as_deref(), &spoken));
    let lines = match live::entries(&page) {
        Some(lines) => lines,
        None => main_text::lines(&page, title.as_deref(), classifier)?,
    };
    let owner = page.ld.owner();
    let (url, language, source) = (page.url, named, Source::Markup);
    Ok(Draft { url, outlet, owner, title, authors, dates, language, lines, source })
}

/// One block of a page as the classifier sees it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Its text.
    pub text: String,
    /// Its features.
    pub features: Vec<f32>,
    /// The chance that it is of the article; 0 where no classifier was asked.
    pub chance: f32,
}

/// The blocks of a page for growing a classifier: the features of its first
/// look, or with a classifier that has one, those of its second.
pub fn seen(html: &str, address: Option<&str>, classifier: Option<&Classifier>) -> Vec<Seen> {
    let doc = Document::parse(html);
    let page = Page::of(&doc, html, address);
    let title = title::of(&page, outlet::of(&page).as_deref());
    let blocks = body::blocks_of(doc.body());
    let mut rows = body::features_of(&doc, &blocks, page.hints(title.as_deref()).as_ref());
    let mut chances = vec![0.; blocks.len()];
    if let Some(classifier) = classifier {
        chances = classifier.chances(&doc, &blocks, &rows);
        rows = classifier.second_rows(&doc, &blocks, &rows);
    }
    let seen = |((block, row), chance): ((body::Block<'_>, &[f32]), f32)| Seen {
        text: block.text,
        features: row.to_vec(),
        chance,
    };
    blocks.into_iter().zip(rows.iter()).zip(chances).map(seen).collect()
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
