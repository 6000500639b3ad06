//! The JSON form, and the schema that describes it.

use schemars::{Schema, schema_for};
use serde_json::json;
use throughline_audit::Audit;
use throughline_changes::Changes;
use throughline_model::{Briefing, SCHEMA};

/// Whether the JSON carries the articles' texts, so that it proves itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Articles {
    /// With them: anybody can verify the file offline.
    Embedded,
    /// Without: smaller, and no text is passed on.
    LeftOut,
}

/// The briefing as indented JSON, with a line end.
pub fn json(briefing: &Briefing, articles: Articles) -> String {
    let text = match articles {
        Articles::Embedded => serde_json::to_string_pretty(briefing),
        Articles::LeftOut => serde_json::to_string_pretty(&without_articles(briefing)),
    };
    text.expect("a briefing has only string keys") + "\n"
}

fn without_articles(briefing: &Briefing) -> Briefing {
    // Field by field, so that the texts are not copied to be thrown away.
    Briefing {
        schema: briefing.schema.clone(),
        story: briefing.story.clone(),
        revision: briefing.revision,
        updated: briefing.updated,
        now: briefing.now,
        language: briefing.language.clone(),
        counts: briefing.counts,
        recurs: briefing.recurs,
        headline: briefing.headline.clone(),
        sections: briefing.sections.clone(),
        sources: briefing.sources.clone(),
        timeline: briefing.timeline.clone(),
        disagreements: briefing.disagreements.clone(),
        articles: Vec::new(),
    }
}

/// The JSON Schema of [`json()`]'s output, with a line end. It is made from the
/// types, so it says what is written.
pub fn schema() -> String {
    described(schema_for!(Briefing), "Throughline briefing, version 1", SCHEMA)
}

/// The changes as indented JSON, with a line end.
pub fn changes_json(changes: &Changes) -> String {
    serde_json::to_string_pretty(changes).expect("changes have only string keys") + "\n"
}

/// Audits as indented JSON, with a line end: an array where there are several.
pub fn audit_json(audits: &[Audit]) -> String {
    let text = match audits {
        [one] => serde_json::to_string_pretty(one),
        all => serde_json::to_string_pretty(all),
    };
    text.expect("an audit has only string keys") + "\n"
}

/// The JSON Schema of [`changes_json`]'s output, with a line end.
pub fn changes_schema() -> String {
    let title = "Throughline changes, version 1";
    described(schema_for!(Changes), title, throughline_changes::SCHEMA)
}

fn described(mut schema: Schema, title: &str, name: &str) -> String {
    schema.insert("title".to_owned(), json!(title));
    let properties = schema.get_mut("properties").and_then(|p| p.as_object_mut());
    if let Some(property) = properties.and_then(|p| p.get_mut("schema")) {
        property["const"] = json!(name);
    }
    serde_json::to_string_pretty(&schema).expect("a schema has only string keys") + "\n"
}
