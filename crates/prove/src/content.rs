//! What a statement says against what its passages say, whoever wrote it.

use std::collections::{HashMap, HashSet};

use throughline_annotate::{is_negation, quantities, quotes, stem, words};
use throughline_model::{CitedArticle, EditKind, Kind, Statement};

use crate::fault::Found;

/// Figures, names, denials and quotations that the passages do not carry.
pub fn faults(statement: &Statement, _articles: &HashMap<&str, &CitedArticle>) -> Vec<Found> {
    let mut passages: Vec<&str> =
        statement.citations.iter().flat_map(|c| &c.evidence).map(|e| e.exact.as_str()).collect();
    // A date or name put in by an edit has a rule of its own.
    let put: Vec<&Edit> = statement
        .edits
        .iter()
        .filter(|e| matches!(e.kind, EditKind::Day | EditKind::Name | EditKind::Frame))
        .collect();
    let mut found = Vec::new();
    found.extend(quotation(statement, &passages));
    passages.extend(put.iter().map(|e| e.to.as_str()));
    passages.extend(put.iter().filter_map(|e| e.because.as_ref()).map(|e| e.exact.as_str()));
    let held: HashSet<String> = passages.iter().flat_map(|p| plain(p)).collect();
    found.extend(figure(&statement.text, &passages));
    found.extend(name(&statement.text, &held));
    if statement.kind == Kind::Model {
        found.extend(denial(&statement.text, &passages));
        found.extend(unsaid(&statement.text, &held));
    }
    found
}

use throughline_model::Edit;

fn plain(text: &str) -> Vec<String> {
    words(text, 0..text.len(), true).into_iter().map(|w| w.lower).collect()
}

fn figure(text: &str, passages: &[&str]) -> Option<Found> {
    let values = |s: &str| {
        quantities(s, &words(s, 0..s.len(), true)).into_iter().map(|q| q.value).collect::<Vec<_>>()
    };
    let held: Vec<f64> = passages.iter().flat_map(|p| values(p)).collect();
    let in_text = quantities(text, &words(text, 0..text.len(), true));
    in_text
        .into_iter()
        .find(|q| !held.iter().any(|h| (h - q.value).abs() < 1e-6))
        .map(|q| Found::Figure { figure: text[q.span].to_owned() })
}

/// A capitalised word inside a sentence that no passage has in any case.
fn name(text: &str, held: &HashSet<String>) -> Option<Found> {
    words(text, 0..text.len(), true)
        .into_iter()
        .filter(|w| text[w.span.clone()].starts_with(char::is_uppercase))
        .find(|w| !held.contains(&w.lower) && !in_other_form(&w.lower, held))
        .map(|w| Found::Name { name: text[w.span].to_owned() })
}

/// Heading case makes "Signs" of "signed": forms of one verb are one word here,
/// since the edit that changed it has its own rule.
fn in_other_form(lower: &str, held: &HashSet<String>) -> bool {
    held.contains(&stem(lower))
        || held
            .iter()
            .any(|h| stem(h) == stem(lower) || throughline_annotate::is_present_of(lower, h))
        || lower == "to"
}

fn denial(text: &str, passages: &[&str]) -> Option<Found> {
    let denials = |s: &str| plain(s).into_iter().filter(|w| is_negation(w)).collect::<Vec<_>>();
    let first = denials(passages.first()?);
    let ours = denials(text);
    let differs = ours.is_empty() != first.is_empty();
    differs.then(|| Found::Denial {
        word: ours.first().or(first.first()).cloned().unwrap_or_default(),
    })
}

fn unsaid(text: &str, held: &HashSet<String>) -> Option<Found> {
    let stems: HashSet<String> = held.iter().map(|h| stem(h)).collect();
    words(text, 0..text.len(), true)
        .into_iter()
        .filter(|w| w.is_content())
        .find(|w| !stems.contains(&w.stem))
        .map(|w| Found::Unsaid { word: w.lower })
}

fn quotation(statement: &Statement, passages: &[&str]) -> Option<Found> {
    let text = &statement.text;
    quotes(text, 0..text.len())
        .into_iter()
        .map(|q| text[q.inner].trim_end_matches(['.', ',', '!', '?']).to_owned())
        .find(|said| !passages.iter().any(|p| p.contains(said.as_str())))
        .map(|quotation| Found::Quotation { quotation })
}
