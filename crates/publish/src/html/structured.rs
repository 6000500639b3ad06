//! schema.org data for search engines and readers' tools.

use serde_json::{Value, json};
use throughline_model::{Briefing, Source};

use super::page::language;
use crate::links::safe_link;

/// The briefing as a `NewsArticle` whose `citation` names every source, safe
/// inside a `<script>` element: no `<` is left that could end it.
pub(super) fn json_ld(briefing: &Briefing) -> String {
    let sentences = briefing.sections.iter().flat_map(|section| &section.statements);
    let words: Vec<&str> = sentences.map(|statement| statement.text.as_str()).collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": briefing.headline.text,
        "inLanguage": language(&briefing.language),
        "articleBody": words.join(" "),
        "version": briefing.revision,
        "citation": briefing.sources.iter().map(citation).collect::<Vec<_>>(),
    });
    if let Some(updated) = briefing.updated {
        data["dateModified"] = json!(updated.to_string());
    }
    let json = serde_json::to_string(&data).expect("the keys are strings");
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn citation(source: &Source) -> Value {
    let mut citation = json!({
        "@type": "NewsArticle",
        "position": source.number,
        "headline": source.title,
    });
    if !source.outlet.is_empty() {
        citation["publisher"] = json!({ "@type": "Organization", "name": source.outlet });
    }
    if let Some(url) = source.url.as_deref().and_then(safe_link) {
        citation["url"] = json!(url);
    }
    if let Some(published) = source.came_out() {
        citation["datePublished"] = json!(published.to_string());
    }
    citation
}
