//! The proof of a sentence that a language model wrote.
//!
//! No edits lead from a passage to it, so it is held against its passages word
//! by word: figures with their measure, bound and what they count; names whole;
//! dates as days; content words; words that order, cause or sweep; and how each
//! event stands: denied, possible, supposed, or said by somebody.
//!
//! What it cannot see are swapped roles: "A sued B" and "B sued A" have the same
//! words, and both pass. It is a filter for what a model most often gets wrong,
//! and whoever needs more must not let a model write.

use std::collections::HashSet;

use throughline_annotate::{Bound, Quantity, TimexKind, is_stopword, names, stem, tag_text, words};
use throughline_model::{Evidence, Statement, Tongue};

use crate::{
    content::{figures, has_words, is_same, plain},
    day,
    fault::Found,
    standing::{Standing, standings},
    stored::{Held, Stored, parse},
    support::stems,
};

/// The share of the content words that the first passage must have.
const LEADING: f32 = 0.5;

/// The share of the content words that every passage must have.
const SHARED: f32 = 0.2;

/// Function words that claim an order, a cause, a contrast or a number.
#[rustfmt::skip]
const CLAIMING: &[&str] = &[
    "before", "after", "until", "since", "because", "all", "every", "most", "more", "less", "few",
    "only", "both", "against", "without", "once", "again", "first", "last", "never", "still",
    "although", "though", "if", "unless", "or", "neither", "nor", "each", "any", "none", "over",
    "under", "above", "below", "during", "least", "up", "down", "off", "out", "than", "one",
];

/// What is wrong with the words of a model.
pub fn faults(statement: &Statement, stored: &Stored) -> Vec<Found> {
    let evidence: Vec<&Evidence> = statement.citations.iter().flat_map(|c| &c.evidence).collect();
    let text = statement.text.as_str();
    let english = evidence.iter().all(|e| stored.get(&e.article).is_some_and(Held::is_english));
    if !statement.edits.is_empty() {
        return vec![Found::WrongKind];
    }
    if !english {
        let reason = "a model's words can be proven in English only".to_owned();
        return vec![Found::Asserted { word: String::new(), reason }];
    }
    let exacts: Vec<&str> = evidence.iter().map(|e| e.exact.as_str()).collect();
    let mut found = Vec::new();
    found.extend(figure(text, &exacts));
    found.extend(name(text, &exacts));
    found.extend(date(text, &evidence, stored));
    found.extend(unsaid(text, &exacts));
    found.extend(scattered(statement));
    found.extend(asserted(text, &evidence, stored));
    found
}

/// A figure whose measure, bound or counted thing no passage has.
fn figure(text: &str, passages: &[&str]) -> Option<Found> {
    let held: Vec<Quantity> = passages.iter().flat_map(|p| figures(p)).collect();
    let counts = |a: &Quantity, b: &Quantity| {
        a.counted.is_empty()
            || b.counted.is_empty()
            || a.counted.iter().any(|stem| b.counted.contains(stem))
    };
    // A figure may be called less exact than the passage does, never more.
    let bound = |ours: Bound, theirs: Bound| {
        ours == theirs || theirs == Bound::Exact && ours == Bound::About
    };
    let borne = |q: &Quantity| {
        held.iter().any(|h| is_same(h, q) && counts(q, h) && bound(q.bound, h.bound))
    };
    let fault = |figure: &str| Some(Found::Figure { figure: figure.to_owned() });
    if let Some(q) = figures(text).into_iter().find(|q| !borne(q)) {
        return fault(&text[q.span]);
    }
    // "G20" and "F-16" are no quantities and must stand there.
    let held: HashSet<String> = passages.iter().flat_map(|p| plain(p)).collect();
    let taken: Vec<_> = figures(text).into_iter().map(|q| q.span).collect();
    words(text, 0..text.len(), true)
        .into_iter()
        .filter(|w| w.lower.contains(|c: char| c.is_ascii_digit()))
        .filter(|w| !taken.iter().any(|t| t.start <= w.span.start && w.span.end <= t.end))
        .find(|w| !held.contains(&w.lower))
        .and_then(|w| fault(&text[w.span]))
}

/// A name of several words that no passage has in one piece.
fn name(text: &str, passages: &[&str]) -> Option<Found> {
    let joined = |s: &str| plain(s).join(" ");
    let held: Vec<String> = passages.iter().map(|p| joined(p)).collect();
    names(text, &words(text, 0..text.len(), true), Tongue::English)
        .into_iter()
        .find(|n| {
            let whole = joined(&text[n.span.clone()]);
            let plain = n.opens && is_plain(&n.key, &held);
            !plain && !held.iter().any(|h| has_words(h, &whole))
        })
        .map(|n| Found::Name { name: text[n.span].to_owned() })
}

/// Whether a word that opens a sentence is a common one.
fn is_plain(key: &str, held: &[String]) -> bool {
    is_stopword(key) || !key.contains(' ') && held.iter().any(|h| has_words(h, key))
}

/// A date that no passage gives, or a relative day, which a reader cannot date.
fn date(text: &str, evidence: &[&Evidence], stored: &Stored) -> Option<Found> {
    let held = evidence.iter().filter_map(|e| {
        let (held, at) = stored.place(e)?;
        Some(held.dates().iter().filter(move |t| t.start >= at.start && t.end <= at.end))
    });
    let held: Vec<_> = held.flatten().collect();
    tag_text(text, None, "en")
        .into_iter()
        .filter(|t| matches!(t.kind, TimexKind::Date | TimexKind::Time))
        .find(|t| {
            let words = &text[t.start..t.end];
            let given = day::read(words, stored.year);
            let same = held.iter().any(|h| h.interval.is_some() && h.interval == given);
            // "at dawn" is of no day and may stand as it stands in the passage.
            let dayless = given.is_none() && !is_deictic(words);
            let stands = dayless && evidence.iter().any(|e| has_words(&e.exact, words));
            !same && !stands
        })
        .map(|t| Found::Date {
            shown: text[t.start..t.end].to_owned(),
            reason: "no cited passage gives that date".into(),
        })
}

/// Whether words name a day only to who knows when they were written.
fn is_deictic(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    words.contains(char::is_uppercase)
        || matches!(
            first.as_str(),
            "yesterday" | "today" | "tomorrow" | "tonight" | "last" | "this" | "next"
        )
}

/// The first content or claiming word that no passage has.
fn unsaid(text: &str, passages: &[&str]) -> Option<Found> {
    let held: HashSet<String> = passages.iter().flat_map(|p| plain(p)).collect();
    let stems: HashSet<String> = held.iter().map(|h| stem(h)).collect();
    let dated: Vec<_> = tag_text(text, None, "en").into_iter().map(|t| t.start..t.end).collect();
    words(text, 0..text.len(), true)
        .into_iter()
        .filter(|w| !dated.iter().any(|d| d.contains(&w.span.start)))
        .filter(|w| {
            w.is_content() && !w.lower.starts_with(|c: char| c.is_ascii_digit())
                || CLAIMING.contains(&w.lower.as_str())
        })
        .find(|w| !stems.contains(&w.stem) && !held.contains(&w.lower))
        .map(|w| Found::Unsaid { word: w.lower })
}

/// Words gathered from everywhere: the first passage must carry the sentence,
/// and every other must have a part in it.
fn scattered(statement: &Statement) -> Option<Found> {
    let ours = stems(&statement.text);
    for (at, citation) in statement.citations.iter().enumerate() {
        for (place, evidence) in citation.evidence.iter().enumerate() {
            let share = ours.intersection(&stems(&evidence.exact)).count() as f32
                / ours.len().max(1) as f32;
            let least = if at + place == 0 { LEADING } else { SHARED };
            if share < least {
                let reason = "it carries too little of the sentence".to_owned();
                return Some(Found::Support { number: citation.source, reason });
            }
        }
    }
    None
}

/// An event or thing that stands otherwise in every passage that has it.
fn asserted(text: &str, evidence: &[&Evidence], stored: &Stored) -> Option<Found> {
    let mut held: Vec<Standing> = Vec::new();
    for evidence in evidence {
        let (article, at) = stored.place(evidence)?;
        for sentence in article.sentences(&at) {
            held.extend(standings(&article.tree(&sentence), &article.article.text[sentence]));
        }
    }
    for ours in standings(&parse(text), text) {
        let mut reason = None;
        let mut theirs = held.iter().filter(|s| s.stem == ours.stem).peekable();
        if theirs.peek().is_none() {
            continue;
        }
        if theirs.all(|s| {
            let differs = ours.differs(s);
            reason = reason.or(differs);
            differs.is_some()
        }) {
            let reason = reason.unwrap_or_default();
            return Some(if reason.contains("denies") {
                Found::Denial { word: ours.word }
            } else {
                Found::Asserted { word: ours.word, reason: reason.to_owned() }
            });
        }
    }
    None
}
