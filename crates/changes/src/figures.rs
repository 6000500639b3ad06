//! What figures of a statement count, in a form that two statements share.

use throughline_annotate::{Bound, Quantity, Relation, Unit, Word};

/// Harm done to people, by the stems that count it: sentences tell a toll in
/// many ways, and it changes more often than anything else in the news.
const TOLLS: &[(&str, &[&str])] = &[
    ("people killed", &["dead", "kill", "die", "death", "fatal", "toll", "perish"]),
    ("people injured", &["injur", "wound", "hurt", "hospit"]),
    ("people missing", &["miss", "unaccount"]),
    ("people arrested", &["arrest", "detain"]),
];

/// Stems that count people as such; others ("soldier") count a part of them.
const PEOPLE: &[&str] = &["peopl", "person", "victim", "men", "live", "other"];

/// Words that make a figure a part of another, or more of it: "including 10
/// children", "another four".
const PARTS: &[&str] = &[
    "including",
    "among",
    "includes",
    "included",
    "another",
    "which",
    "where",
    "whose",
    "who",
    "than",
];

/// Words between a toll and its number: "the toll rose from 11 to 14".
const REACH: usize = 12;

/// One figure of a statement.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The number.
    pub quantity: Quantity,
    /// As it is written, with its bound.
    pub shown: String,
    /// The toll that it is, from [`TOLLS`].
    pub toll: Option<&'static str>,
    /// Stems of the words beside it, by which figures without a noun are told apart.
    beside: Vec<String>,
}

impl Figure {
    /// The figures among the quantities of a text; `words` are the text's.
    pub fn all(text: &str, words: &[Word], quantities: Vec<Quantity>) -> Vec<Self> {
        let figures = quantities.into_iter().filter(|q| {
            q.is_figure() || matches!(q.unit, Unit::Age | Unit::Ordinal) && q.converts.is_none()
        });
        figures
            .map(|quantity| {
                let at = words.partition_point(|w| w.span.start < quantity.span.start);
                let end = words.partition_point(|w| w.span.start < quantity.span.end);
                let near =
                    words[at.saturating_sub(3)..at].iter().chain(words[end..].iter().take(3));
                let beside = near.filter(|w| w.is_content()).map(|w| w.stem.clone()).collect();
                let shown = shown(&quantity, &text[quantity.span.clone()]);
                let toll = toll(words, at, end, &quantity);
                Self { quantity, shown, toll, beside }
            })
            .collect()
    }

    /// Whether both give one value of one thing.
    pub fn same(&self, other: &Self) -> bool {
        let (a, b) = (&self.quantity, &other.quantity);
        match (self.toll, other.toll) {
            (Some(one), Some(two)) => one == two && a.relation_of_values(b) == Relation::Same,
            _ => a.same(b),
        }
    }

    /// Whether both measure one thing in sentences that tell of one matter.
    pub fn measures_like(&self, other: &Self) -> bool {
        let (a, b) = (&self.quantity, &other.quantity);
        if a.unit != b.unit || a.per != b.per || self.toll != other.toll {
            return false;
        }
        let named = |q: &Quantity| !q.counted.is_empty();
        match (named(a), named(b)) {
            (true, true) => a.counts_like(b),
            _ => self.toll.is_some() || self.beside.iter().any(|stem| other.beside.contains(stem)),
        }
    }

    /// What it counts, for a reader, where its words say it.
    pub fn about(&self) -> Option<String> {
        self.toll.map(str::to_owned)
    }
}

fn shown(quantity: &Quantity, text: &str) -> String {
    match quantity.bound {
        Bound::Exact => text.to_owned(),
        Bound::About => format!("about {text}"),
        Bound::AtLeast => format!("at least {text}"),
        Bound::AtMost => format!("up to {text}"),
    }
}

/// The toll that a figure gives: all the dead of the story, no part of them.
fn toll(words: &[Word], at: usize, end: usize, quantity: &Quantity) -> Option<&'static str> {
    let vague = quantity.is_range() && quantity.bound == Bound::About;
    if quantity.unit != Unit::Count || quantity.per.is_some() || vague {
        return None;
    }
    let before = &words[at.saturating_sub(REACH)..at];
    let part = |w: &Word| PARTS.contains(&w.lower.as_str());
    let more =
        words[end..].iter().take(2).any(|w| matches!(w.lower.as_str(), "of" | "others" | "more"));
    if before.iter().rev().take(3).any(part) || more {
        return None;
    }
    let is = |stems: &[&str], stem: &str| stems.contains(&stem);
    let people = quantity.counted.iter().any(|stem| is(PEOPLE, stem));
    let bare = quantity.counted.is_empty();
    TOLLS.iter().find_map(|&(name, stems)| {
        let counted = quantity.counted.iter().any(|stem| is(stems, stem));
        let after = people
            && words[end..]
                .iter()
                .take(5)
                .take_while(|w| !w.lower.starts_with(|c: char| c.is_ascii_digit()))
                .any(|w| is(stems, &w.stem));
        let number = |w: &Word| matches!(w.lower.as_str(), "toll" | "number" | "deaths" | "count");
        let verb = bare
            && before.iter().rev().take(2).any(|w| {
                matches!(w.stem.as_str(), "kill" | "injur" | "wound") && is(stems, &w.stem)
            });
        let rises = bare && before.iter().any(number) && before.iter().any(|w| is(stems, &w.stem));
        (counted || after || verb || rises).then_some(name)
    })
}
