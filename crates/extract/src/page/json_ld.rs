//! JSON-LD blocks of a page: the object that is the article, whatever it is
//! nested in, with broken blocks mended where that is easy.

use serde_json::{Map, Value};

use crate::{dom::Document, headline};

/// Objects of a page's JSON-LD, the best for the article first.
#[derive(Debug, Default)]
pub struct JsonLd {
    articles: Vec<Map<String, Value>>,
    all: Vec<Map<String, Value>>,
}

/// Nested deeper, nothing of interest lies.
const MAX_DEPTH: usize = 6;

impl JsonLd {
    /// Reads all blocks.
    pub fn of(doc: &Document, title: Option<&str>) -> Self {
        let mut ld = Self::default();
        for node in doc.select("script[type*='ld+json']").nodes() {
            if let Some(value) = parse(&node.text()) {
                ld.collect(&value, 0);
            }
        }
        let rank = |object: &Map<String, Value>| match kind(object) {
            Some(Kind::Article) => 0,
            Some(Kind::Page) => 1,
            None => 2,
        };
        let mut articles: Vec<_> = ld.all.iter().filter(|o| rank(o) < 2).cloned().collect();
        // A page may carry teasers as articles too: the first with a body or a
        // date is the one.
        let other = |object: &Map<String, Value>| {
            let headline = object.get("headline").and_then(text_of);
            !title.zip(headline).is_some_and(|(a, b)| headline::same(a, &b))
        };
        articles.sort_by_key(|object| {
            (rank(object), other(object), !object.contains_key("datePublished"))
        });
        ld.articles = articles;
        ld
    }

    fn collect(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(items) if depth < MAX_DEPTH => {
                for item in items {
                    self.collect(item, depth + 1);
                }
            }
            Value::Object(object) => {
                self.all.push(object.clone());
                for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                    if let Some(inner) = object.get(key).filter(|_| depth < MAX_DEPTH)
                        && (inner.is_object() || inner.is_array())
                    {
                        self.collect(inner, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    /// The first of these fields that an article object has, as text.
    pub fn text(&self, fields: &[&str]) -> Option<String> {
        self.articles
            .iter()
            .find_map(|object| fields.iter().find_map(|field| object.get(*field).and_then(text_of)))
    }

    /// The same, of objects that are articles and no mere pages.
    pub fn article_text(&self, fields: &[&str]) -> Option<String> {
        let articles = self.articles.iter().filter(|o| kind(o) == Some(Kind::Article));
        articles
            .into_iter()
            .find_map(|object| fields.iter().find_map(|field| object.get(*field).and_then(text_of)))
    }

    /// Names under a field of the article: strings, objects, references, lists.
    pub fn names(&self, field: &str) -> Vec<String> {
        for object in &self.articles {
            let mut names = Vec::new();
            if let Some(value) = object.get(field) {
                self.names_in(value, &mut names, 0);
            }
            if !names.is_empty() {
                return names;
            }
        }
        Vec::new()
    }

    fn names_in(&self, value: &Value, names: &mut Vec<String>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match value {
            Value::String(name) => names.push(unescape(name)),
            Value::Array(items) => {
                items.iter().for_each(|item| self.names_in(item, names, depth + 1))
            }
            Value::Object(object) => match object.get("name") {
                Some(name) => self.names_in(name, names, depth + 1),
                None => {
                    let id = object.get("@id").and_then(Value::as_str);
                    let other = self.all.iter().find(|o| {
                        id.is_some()
                            && o.get("@id").and_then(Value::as_str) == id
                            && o.contains_key("name")
                    });
                    if let Some(name) = other.and_then(|o| o.get("name")) {
                        self.names_in(name, names, depth + 1);
                    }
                }
            },
            _ => {}
        }
    }

    /// The name of the page's site, where an object for it stands.
    pub fn site(&self) -> Option<String> {
        let site = self.all.iter().find(|o| has_type(o, |t| t == "WebSite"));
        site.and_then(|o| o.get("name")).and_then(text_of)
    }

    /// The entries of a live blog.
    pub fn live_updates(&self) -> Option<&Vec<Value>> {
        let live = self.articles.iter().find(|o| has_type(o, |t| t == "LiveBlogPosting"))?;
        live.get("liveBlogUpdate")?.as_array()
    }

    /// Whether the page calls itself a live blog.
    pub fn is_live(&self) -> bool {
        self.articles.iter().any(|o| has_type(o, |t| t == "LiveBlogPosting"))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Article,
    Page,
}

fn kind(object: &Map<String, Value>) -> Option<Kind> {
    let article = |t: &str| {
        t.ends_with("Article")
            || t.ends_with("Posting") && t != "JobPosting"
            || matches!(t, "Report" | "Review" | "Recipe" | "AnalysisNewsArticle")
    };
    if has_type(object, article) {
        return Some(Kind::Article);
    }
    let page = |t: &str| t.ends_with("Page") || t == "VideoObject";
    has_type(object, page).then_some(Kind::Page)
}

fn has_type(object: &Map<String, Value>, test: impl Fn(&str) -> bool) -> bool {
    let bare = |t: &str| test(t.rsplit('/').next().unwrap_or(t));
    match object.get("@type") {
        Some(Value::String(name)) => bare(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(bare),
        _ => false,
    }
}

/// A string, or the name or address inside an object.
pub fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(unescape(text)).filter(|t| !t.is_empty()),
        Value::Array(items) => items.iter().find_map(text_of),
        Value::Object(object) => {
            ["name", "@value", "@id", "url"].iter().find_map(|key| text_of(object.get(*key)?))
        }
        _ => None,
    }
}

/// Publishers escape their titles twice.
fn unescape(text: &str) -> String {
    let text = text.trim();
    if !text.contains('&') {
        return text.to_owned();
    }
    Document::parse(text).body().text().trim().to_owned()
}

fn parse(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let text = text.trim().trim_start_matches("<![CDATA[").trim_start_matches("//<![CDATA[");
    let text = text.trim_end_matches("]]>").trim_end_matches("//").trim().trim_end_matches(';');
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    // Line ends inside strings, commas at the end: both are common.
    let mended: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if let Ok(value) = serde_json::from_str(&mended) {
        return Some(value);
    }
    let mended =
        mended.replace(",}", "}").replace(", }", "}").replace(",]", "]").replace(", ]", "]");
    let mut stream = serde_json::Deserializer::from_str(&mended).into_iter();
    stream.next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ld(json: &str) -> JsonLd {
        JsonLd::of(
            &Document::parse(&format!("<script type='application/ld+json'>{json}</script>")),
            None,
        )
    }

    #[test]
    fn finds_the_article() {
        let found = ld(r##"{"@graph":[{"@type":"WebPage","headline":"No"},
            {"@type":"NewsArticle","headline":"Bridge &amp; road","datePublished":"2026-05-06",
             "author":[{"@id":"#jane"},"Karl Roe"]},
            {"@type":"Person","@id":"#jane","name":"Jane Doe"}]}"##);
        assert_eq!(found.text(&["headline"]).as_deref(), Some("Bridge & road"));
        assert_eq!(found.names("author"), ["Jane Doe", "Karl Roe"]);
    }

    #[test]
    fn mends_what_is_easy() {
        for json in [
            "{\"@type\":\"Article\",\"headline\":\"A\",}",
            "{\"@type\":\"Article\",\"headline\":\"A\"};",
            "{\"@type\":\"Article\",\n\"headline\":\"A\",\"b\":\"x\ny\"}",
        ] {
            assert_eq!(ld(json).text(&["headline"]).as_deref(), Some("A"), "{json}");
        }
        assert_eq!(ld("nonsense").text(&["headline"]), None);
    }
}
