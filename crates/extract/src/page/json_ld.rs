//! JSON-LD blocks of a page: the object that is the article, whatever it is
//! nested in, with broken blocks mended where that is easy.

use serde_json::{Map, Value};

use crate::headline;

/// Objects of a page's JSON-LD, the best for the article first.
#[derive(Debug, Default)]
pub struct JsonLd {
    all: Vec<Map<String, Value>>,
    /// Places of the articles and pages in `all`, the best first.
    articles: Vec<usize>,
}

/// A name under a field, and whether the page says that it is no person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub name: String,
    pub organization: bool,
}

/// Nested deeper, nothing of interest lies.
const MAX_DEPTH: usize = 6;

impl JsonLd {
    /// Reads all blocks; `title` tells the article from its teasers.
    pub fn of(blocks: &[String], title: Option<&str>) -> Self {
        let mut ld = Self::default();
        for value in blocks.iter().filter_map(|block| parse(block)) {
            ld.collect(value, 0);
        }
        let rank = |object: &Map<String, Value>| match kind(object) {
            Some(Kind::Article) => 0,
            Some(Kind::Page) => 1,
            None => 2,
        };
        // A page may carry teasers as articles too: the first with the title or
        // a date is the one.
        let other = |object: &Map<String, Value>| {
            let headline = object.get("headline").and_then(text_of);
            !title.zip(headline).is_some_and(|(a, b)| headline::same(a, &b))
        };
        ld.articles = (0..ld.all.len()).filter(|at| rank(&ld.all[*at]) < 2).collect();
        let all = &ld.all;
        ld.articles.sort_by_cached_key(|at| {
            (rank(&all[*at]), other(&all[*at]), !all[*at].contains_key("datePublished"))
        });
        ld
    }

    fn collect(&mut self, value: Value, depth: usize) {
        match value {
            Value::Array(items) if depth < MAX_DEPTH => {
                items.into_iter().for_each(|item| self.collect(item, depth + 1));
            }
            Value::Object(mut object) => {
                let mut inner = Vec::new();
                for key in ["@graph", "itemListElement", "item"] {
                    inner.extend(object.remove(key));
                }
                for key in ["mainEntity", "mainEntityOfPage"] {
                    inner
                        .extend(object.get(key).filter(|v| v.is_object() || v.is_array()).cloned());
                }
                self.all.push(object);
                if depth < MAX_DEPTH {
                    inner.into_iter().for_each(|value| self.collect(value, depth + 1));
                }
            }
            _ => {}
        }
    }

    fn articles(&self) -> impl Iterator<Item = &Map<String, Value>> {
        self.articles.iter().map(|at| &self.all[*at])
    }

    /// The first of these fields that an article object has, as text.
    pub fn text(&self, fields: &[&str]) -> Option<String> {
        self.articles()
            .find_map(|object| fields.iter().find_map(|field| object.get(*field).and_then(text_of)))
    }

    /// The same, of objects that are articles and no mere pages.
    pub fn article_text(&self, fields: &[&str]) -> Option<String> {
        self.articles()
            .filter(|o| kind(o) == Some(Kind::Article))
            .find_map(|object| fields.iter().find_map(|field| object.get(*field).and_then(text_of)))
    }

    /// Names under a field of the article: strings, objects, references, lists.
    pub fn names(&self, field: &str) -> Vec<Name> {
        let names = |object: &Map<String, Value>| {
            let mut names = Vec::new();
            self.names_in(object.get(field)?, &mut names, 0);
            (!names.is_empty()).then_some(names)
        };
        self.articles().find_map(names).unwrap_or_default()
    }

    fn names_in(&self, value: &Value, names: &mut Vec<Name>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match value {
            Value::String(name) => {
                names.push(Name { name: unescape(name), organization: false });
            }
            Value::Array(items) => {
                items.iter().for_each(|item| self.names_in(item, names, depth + 1));
            }
            Value::Object(object) => {
                let id = object.get("@id").and_then(Value::as_str);
                let named = |o: &&Map<String, Value>| {
                    id.is_some()
                        && o.get("@id").and_then(Value::as_str) == id
                        && o.contains_key("name")
                };
                let object = if object.contains_key("name") {
                    Some(object)
                } else {
                    self.all.iter().find(named)
                };
                let Some((object, name)) = object.and_then(|o| Some((o, o.get("name")?))) else {
                    return;
                };
                let from = names.len();
                self.names_in(name, names, depth + 1);
                if has_type(object, |t| t.ends_with("Organization")) {
                    names[from..].iter_mut().for_each(|name| name.organization = true);
                }
            }
            _ => {}
        }
    }

    /// Who owns the publisher: schema.org's `parentOrganization`.
    pub fn owner(&self) -> Option<String> {
        let publisher = self.articles().find_map(|object| object.get("publisher"))?;
        let publisher = publisher.as_array().and_then(|all| all.first()).unwrap_or(publisher);
        let id = publisher.get("@id").and_then(Value::as_str);
        let told = |o: &&Map<String, Value>| {
            id.is_some()
                && o.get("@id").and_then(Value::as_str) == id
                && o.contains_key("parentOrganization")
        };
        let elsewhere = || self.all.iter().find(told)?.get("parentOrganization");
        let parent = publisher.get("parentOrganization").or_else(elsewhere)?;
        let mut names = Vec::new();
        self.names_in(parent, &mut names, 0);
        names.into_iter().next().map(|owner| owner.name)
    }

    /// The name of the page's site, where an object for it stands.
    pub fn site(&self) -> Option<String> {
        let site = self.all.iter().find(|o| has_type(o, |t| t == "WebSite"));
        site.and_then(|o| o.get("name")).and_then(text_of)
    }

    /// The entries of a live blog.
    pub fn live_updates(&self) -> Option<&Vec<Value>> {
        let live = self.articles().find(|o| has_type(o, |t| t == "LiveBlogPosting"))?;
        live.get("liveBlogUpdate")?.as_array()
    }

    /// Whether the page calls itself a live blog.
    pub fn is_live(&self) -> bool {
        self.articles().any(|o| has_type(o, |t| t == "LiveBlogPosting"))
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

/// Publishers escape what they write twice.
fn unescape(text: &str) -> String {
    htmlize::unescape(text.trim()).trim().to_owned()
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
        JsonLd::of(&[json.to_owned()], None)
    }

    #[test]
    fn finds_the_article() {
        let found = ld(r##"{"@graph":[{"@type":"WebPage","headline":"No"},
            {"@type":"NewsArticle","headline":"Bridge &amp; road","datePublished":"2026-05-06",
             "author":[{"@id":"#jane"},"Karl Roe"]},
            {"@type":"Person","@id":"#jane","name":"Jane Doe"}]}"##);
        assert_eq!(found.text(&["headline"]).as_deref(), Some("Bridge & road"));
        let names: Vec<String> = found.names("author").into_iter().map(|n| n.name).collect();
        assert_eq!(names, ["Jane Doe", "Karl Roe"]);
        let found = ld(r#"{"@type":"Article","author":{"@type":"Organization","name":"Tessera"}}"#);
        assert_eq!(found.names("author"), [Name { name: "Tessera".into(), organization: true }]);
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
