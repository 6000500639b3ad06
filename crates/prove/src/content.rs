//! What a statement says against what its passages say, whoever wrote it:
//! figures, names and quotations.

use std::collections::HashSet;

use throughline_annotate::{Quantity, Unit, quantities, quotes, stem, words};
use throughline_model::{Edit, EditKind, Statement};

use crate::fault::Found;

/// Figures, names and quotations that the passages do not carry.
pub fn faults(statement: &Statement) -> Vec<Found> {
    let mut passages: Vec<&str> =
        statement.citations.iter().flat_map(|c| &c.evidence).map(|e| e.exact.as_str()).collect();
    // A date or name put in by an edit has a rule of its own.
    let put: Vec<&Edit> = statement
        .edits
        .iter()
        .filter(|e| matches!(e.kind, EditKind::Day | EditKind::Name | EditKind::Frame))
        .collect();
    let mut found = Vec::new();
    found.extend(quotation(&statement.text, &passages));
    passages.extend(put.iter().map(|e| e.to.as_str()));
    passages.extend(put.iter().filter_map(|e| e.because.as_ref()).map(|e| e.exact.as_str()));
    let held: HashSet<String> = passages.iter().flat_map(|p| plain(p)).collect();
    found.extend(figure(&statement.text, &passages));
    found.extend(name(&statement.text, &held));
    found
}

/// The words of a text in lower case.
pub fn plain(text: &str) -> Vec<String> {
    words(text, 0..text.len(), true).into_iter().map(|w| w.lower).collect()
}

/// The figures of a text.
pub fn figures(text: &str) -> Vec<Quantity> {
    quantities(text, &words(text, 0..text.len(), true))
}

/// Whether two figures have one value, or one range, and one measure. Whether a
/// number is a year, an age or a name depends on the words beside it, so these
/// and counts are compared alike.
pub fn is_same(a: &Quantity, b: &Quantity) -> bool {
    let measure = |q: &Quantity| match q.unit {
        Unit::Calendar | Unit::Age | Unit::Label => Unit::Count,
        unit => unit,
    };
    let near = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(1.0);
    near(a.value, b.value) && near(a.high, b.high) && measure(a) == measure(b)
}

fn figure(text: &str, passages: &[&str]) -> Option<Found> {
    let held: Vec<Quantity> = passages.iter().flat_map(|p| figures(p)).collect();
    let unheld = figures(text).into_iter().find(|q| !held.iter().any(|h| is_same(h, q)));
    unheld.map(|q| Found::Figure { figure: text[q.span].to_owned() })
}

/// A capitalised word that no passage has in any case.
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

/// Quoted words that no passage has in quotation marks. That the words stand
/// there unquoted is not enough: nobody is said to have said them.
fn quotation(text: &str, passages: &[&str]) -> Option<Found> {
    let said = |p: &str| {
        let inner = |q: throughline_annotate::Quote| straight(&p[q.inner]);
        quotes(p, 0..p.len()).into_iter().map(inner).collect::<Vec<_>>()
    };
    let held: Vec<String> = passages.iter().flat_map(|p| said(p)).collect();
    quotes(text, 0..text.len())
        .into_iter()
        .map(|q| text[q.inner].trim_end_matches(['.', ',', '!', '?']).to_owned())
        .find(|said| !held.iter().any(|h| has_words(h, &straight(said))))
        .map(|quotation| Found::Quotation { quotation })
}

fn straight(text: &str) -> String {
    text.replace(['’', '‘'], "'").replace(['“', '”'], "\"")
}

/// Whether a text holds another that begins and ends with whole words of it.
pub fn has_words(text: &str, part: &str) -> bool {
    let runs_on = |before: &str, after: &str| {
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    };
    text.match_indices(part).any(|(at, _)| {
        let end = at + part.len();
        !runs_on(&text[..at], part) && !runs_on(part, &text[end..])
    })
}
