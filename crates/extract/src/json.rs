//! Articles as JSON objects: `url, outlet, title, published, authors,
//! language, text` or `html`; other fields are passed over, missing ones are
//! inferred.

use serde_json::Value;
use throughline_model::{DatePlace, Moment, Role};

use crate::{
    Reason, byline,
    dates::{self, Locale},
    dating::Dates,
    draft::{Draft, Line},
    page,
    paragraphs::paragraphs,
    residue::Source,
    surrogates,
};

/// Reads one object.
pub fn read(bytes: &[u8]) -> Result<Draft, Reason> {
    let value: Value = serde_json::from_slice(bytes)
        .or_else(|_| serde_json::from_slice(&surrogates::mended(bytes)))
        .map_err(|e| Reason::Json(e.to_string()))?;
    let Value::Object(fields) = &value else {
        return Err(Reason::Json("not an object".to_owned()));
    };
    let word = |names: &[&str]| {
        let mut values = names.iter().filter_map(|name| fields.get(*name)?.as_str());
        values.find(|v| !v.trim().is_empty()).map(|v| v.trim().to_owned())
    };
    let text = word(&["text", "body", "content", "articleBody", "article"]);
    let mut draft = match (&text, word(&["html", "content_html"])) {
        (_, Some(html)) => page::read(&html, word(&["url", "link"]).as_deref())?,
        (Some(text), None) if looks_like_markup(text) => {
            page::read(text, word(&["url", "link"]).as_deref())?
        }
        (Some(text), None) => Draft {
            lines: paragraphs(text).into_iter().map(|l| Line::new(Role::Body, l)).collect(),
            source: Source::Plain,
            ..Draft::default()
        },
        (None, None) => return Err(Reason::NoText),
    };
    fn given<T>(field: &mut Option<T>, value: Option<T>) {
        if value.is_some() {
            *field = value;
        }
    }
    given(&mut draft.url, word(&["url", "link", "canonical_url"]));
    given(&mut draft.outlet, word(&["outlet", "source", "publisher", "site", "site_name"]));
    given(&mut draft.title, word(&["title", "headline"]));
    given(&mut draft.language, word(&["language", "lang"]));
    let spoken = draft.language.clone().unwrap_or_default();
    let locale = Locale::of(None, &spoken);
    let moment = |words: &str| -> Option<Moment> {
        words.parse().ok().or_else(|| dates::find(words, locale))
    };
    let published = word(&[
        "published",
        "date",
        "published_at",
        "publishedAt",
        "date_published",
        "datePublished",
    ]);
    let modified = word(&["modified", "updated", "date_modified", "dateModified"]);
    // The object's own fields outweigh what its HTML says.
    let mut dates = Dates::default();
    if let Some(words) = published {
        dates.field(&words, moment(&words), "published");
    }
    dates.modified(modified.and_then(|w| moment(&w)), DatePlace::Field, "modified");
    dates.published.append(&mut draft.dates.published);
    dates.modified.append(&mut draft.dates.modified);
    draft.dates = dates;
    let authors = authors(fields.get("authors").or_else(|| fields.get("author")));
    if !authors.is_empty() {
        draft.authors = authors;
    }
    Ok(draft)
}

/// A string, a list of strings, or objects with a name.
fn authors(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(line)) => {
            let names = byline::names(line);
            if names.is_empty() && !line.trim().is_empty() {
                vec![line.trim().to_owned()]
            } else {
                names
            }
        }
        Some(Value::Array(items)) => items.iter().flat_map(|item| authors(Some(item))).collect(),
        Some(Value::Object(fields)) => authors(fields.get("name")),
        _ => Vec::new(),
    }
}

fn looks_like_markup(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with('<')
        && ["</p>", "</div>", "<p>", "</html>", "<br"].iter().any(|t| text.contains(t))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_there() {
        let draft = read(br#"{"url":"https://herald.example/a","outlet":"The Herald","title":"Bridge closes","published":"2026-11-06T18:10:00Z","authors":["Paula Quist"],"language":"en","text":"It closed.\n\nIt will open.","tags":[1]}"#).unwrap();
        assert_eq!(draft.lines.len(), 2);
        assert_eq!(draft.authors, ["Paula Quist"]);
        assert_eq!(draft.dates.published[0].moment.to_string(), "2026-11-06T18:10:00Z");
        let draft = read(br#"{"html":"<h1>Bridge closes</h1><p>It was closed on Friday, the council said, after cracks were found.</p>"}"#).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Bridge closes"));
    }

    #[test]
    fn half_a_character_costs_no_article() {
        let draft =
            read(br#"{"title":"Bridge \ud83d closes","text":"It \ude00 closed."}"#).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Bridge \u{fffd} closes"));
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(read(b"{}"), Err(Reason::NoText));
        assert!(matches!(read(b"{"), Err(Reason::Json(_))));
        assert!(matches!(read(b"[]"), Err(Reason::Json(_))));
    }
}
