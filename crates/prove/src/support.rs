//! Whether the passages after the first say what the statement says.
//!
//! A passage of another source supports a statement when it has its figures,
//! shares its words and denies what it denies. It need not have every word.

use std::collections::HashSet;

use throughline_annotate::{Unit, is_negation, is_stopword, stem};
use throughline_model::{EditKind, Evidence, Statement};

use crate::{
    content::{figures, is_same, plain},
    fault::Found,
    stored::Stored,
};

/// The share of a statement's content words that another source must have.
const SHARED: f32 = 0.25;

/// Citations after the first that do not support the statement.
pub fn faults(statement: &Statement, stored: &Stored) -> Vec<Found> {
    let Some(first) = statement.citations.first().and_then(|c| c.evidence.first()) else {
        return Vec::new();
    };
    let ours = told(statement);
    let mut found = Vec::new();
    for (at, citation) in statement.citations.iter().enumerate() {
        let fails = citation.evidence.iter().skip(usize::from(at == 0)).find_map(|evidence| {
            let reason = contradiction(statement, &ours, first, evidence, stored)?;
            Some(Found::Support { number: citation.source, reason: reason.to_owned() })
        });
        found.extend(fails);
    }
    found
}

/// The words of a statement without the frame.
fn told(statement: &Statement) -> String {
    let frame = statement.edits.iter().find(|e| e.kind == EditKind::Frame);
    let frame = frame.map_or("", |e| e.to.as_str());
    statement.text.strip_prefix(frame).unwrap_or(&statement.text).to_owned()
}

fn contradiction(
    statement: &Statement,
    ours: &str,
    first: &Evidence,
    other: &Evidence,
    stored: &Stored,
) -> Option<&'static str> {
    let theirs = around(other, stored)?;
    let held = stored.content(theirs);
    let lacks = figures(ours)
        .iter()
        .filter(|q| !matches!(q.unit, Unit::Calendar | Unit::Ordinal))
        .any(|q| !held.figures.iter().any(|h| is_same(h, q)));
    if lacks {
        return Some("it has not the figures of the statement");
    }
    let (ours_stems, their_stems) = (stems(ours), stems(theirs));
    let shared = ours_stems.intersection(&their_stems).count();
    if (shared as f32) < SHARED * ours_stems.len() as f32 || shared == 0 {
        return Some("it speaks of something else");
    }
    let said = denies(&statement.text);
    let whole = around(first, stored).is_some_and(denies);
    (denies(theirs) != said && denies(theirs) != whole)
        .then_some("one denies and the other does not")
}

/// A passage with the rest of its sentence.
fn around<'a>(evidence: &Evidence, stored: &'a Stored) -> Option<&'a str> {
    let (held, at) = stored.place(evidence)?;
    let text = &held.article.text;
    Some(held.sentence(&at).map_or(&text[at], |sentence| &text[sentence]))
}

/// The stems of the content words of a text.
pub fn stems(text: &str) -> HashSet<String> {
    plain(text).iter().filter(|w| w.len() > 1 && !is_stopword(w)).map(|w| stem(w)).collect()
}

fn denies(text: &str) -> bool {
    plain(text).iter().any(|w| is_negation(w))
}
