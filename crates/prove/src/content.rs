//! What a statement says against what its passages say, whoever wrote it:
//! figures, names and quotations.

use std::{collections::HashSet, sync::Arc};

use throughline_annotate::{Quantity, Unit, Word, quantities, quotes, stem, words};
use throughline_model::{Edit, EditKind, Statement};

use crate::{fault::Found, stored::Stored};

/// A text as it is compared: its words and its figures.
#[derive(Debug)]
pub struct Content {
    /// In order.
    pub words: Vec<Word>,
    /// In order.
    pub figures: Vec<Quantity>,
}

impl Content {
    /// Reads a text. Of a passage, [`Stored::content`] keeps what was read.
    pub fn of(text: &str) -> Self {
        let words = words(text, 0..text.len(), true);
        Self { figures: quantities(text, &words), words }
    }
}

/// Figures, names and quotations that the passages do not carry.
pub fn faults(statement: &Statement, stored: &Stored) -> Vec<Found> {
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
    let held: Vec<Arc<Content>> = passages.iter().map(|p| stored.content(p)).collect();
    let ours = Content::of(&statement.text);
    found.extend(figure(&statement.text, &ours, &held));
    found.extend(name(&statement.text, &ours, &held));
    found
}

/// The words of a text in lower case.
pub fn plain(text: &str) -> Vec<String> {
    words(text, 0..text.len(), true).into_iter().map(|w| w.lower).collect()
}

/// The figures of a text.
pub fn figures(text: &str) -> Vec<Quantity> {
    Content::of(text).figures
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

fn figure(text: &str, ours: &Content, held: &[Arc<Content>]) -> Option<Found> {
    let is_held = |q: &&Quantity| held.iter().flat_map(|h| &h.figures).any(|h| is_same(h, q));
    let unheld = ours.figures.iter().find(|q| !is_held(q));
    unheld.map(|q| Found::Figure { figure: text[q.span.clone()].to_owned() })
}

/// A capitalised word that no passage has in any case.
fn name(text: &str, ours: &Content, held: &[Arc<Content>]) -> Option<Found> {
    let held: HashSet<&str> =
        held.iter().flat_map(|h| &h.words).map(|word| word.lower.as_str()).collect();
    ours.words
        .iter()
        .filter(|w| text[w.span.clone()].starts_with(char::is_uppercase))
        .find(|w| !held.contains(w.lower.as_str()) && !in_other_form(&w.lower, &held))
        .map(|w| Found::Name { name: text[w.span.clone()].to_owned() })
}

/// Heading case makes "Signs" of "signed": forms of one verb are one word here,
/// since the edit that changed it has its own rule.
fn in_other_form(lower: &str, held: &HashSet<&str>) -> bool {
    held.contains(stem(lower).as_str())
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
    let ours = quotes(text, 0..text.len());
    if ours.is_empty() {
        return None;
    }
    let held: Vec<String> = passages.iter().flat_map(|p| said(p)).collect();
    ours.into_iter()
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
