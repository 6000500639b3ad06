//! What figures of a statement count, in a form that two statements share.

use throughline_annotate::{Bound, Harm, Quantity, Relation, Unit, Word, is_people};

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

/// Words that bring a toll to its number: "the toll rose from 11 to 14".
const RISES: &[&str] = &[
    "rose",
    "rises",
    "risen",
    "climbed",
    "climbs",
    "increased",
    "jumped",
    "reached",
    "stands",
    "stood",
    "put",
    "puts",
    "raised",
    "at",
    "to",
];

/// A toll: what befell whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toll {
    harm: Harm,
    /// A part of the people: "civilians".
    group: Option<String>,
}

/// One figure of a statement.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The number.
    pub quantity: Quantity,
    /// As it is written, with its bound.
    pub shown: String,
    /// The toll that it is.
    pub toll: Option<Toll>,
    /// Stems of the words beside it, by which figures without a noun are told apart.
    beside: Vec<String>,
}

impl Figure {
    /// The figures among the quantities of a text; `words` are the text's.
    pub fn all(text: &str, words: &[Word], quantities: Vec<Quantity>) -> Vec<Self> {
        // "dozens" is no figure that another could contradict.
        let vague = |q: &Quantity| q.is_range() && q.bound == Bound::About;
        let figures = quantities.into_iter().filter(|q| !vague(q)).filter(|q| {
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
        match (&self.toll, &other.toll) {
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
        let toll = self.toll.as_ref()?;
        Some(format!("{} {}", toll.group.as_deref().unwrap_or("people"), toll.harm.participle()))
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

/// The toll that a figure gives: all of the people of the story, or all of a
/// group of them, no part.
fn toll(words: &[Word], at: usize, end: usize, quantity: &Quantity) -> Option<Toll> {
    if quantity.unit != Unit::Count || quantity.per.is_some() {
        return None;
    }
    let (before, after) = words.split_at(end);
    let before = &before[..at];
    let part = |w: &Word| PARTS.contains(&w.lower.as_str());
    let more = after.iter().take(2).any(|w| matches!(w.lower.as_str(), "of" | "others" | "more"));
    let last = |n: usize| before.iter().rev().take(n);
    // "air strikes that left 32 dead": the toll of something else.
    let left = |pair: &[Word]| {
        pair[0].lower == "that" && matches!(pair[1].lower.as_str(), "left" | "killed" | "claimed")
    };
    let aside = before[before.len().saturating_sub(6)..].windows(2).any(left);
    if last(3).any(part) || more || aside {
        return None;
    }
    let bare = quantity.counted.is_empty();
    let rises = bare
        && last(3).any(|w| RISES.contains(&w.lower.as_str()))
        && before
            .iter()
            .any(|w| matches!(w.lower.as_str(), "toll" | "number" | "deaths" | "count"));
    let is_figure = |w: &Word| w.lower.starts_with(|c: char| c.is_ascii_digit());
    let harm = Harm::ALL.into_iter().find(|&harm| {
        let is = |w: &Word| Harm::of(&w.stem) == Some(harm);
        let counted = quantity.counted.iter().any(|stem| Harm::of(stem) == Some(harm));
        let suffered = !bare && after.iter().take(5).take_while(|w| !is_figure(w)).skip(1).any(is);
        let done = last(4).any(|w| is(w) && w.lower.ends_with("ing"))
            || last(2).any(|w| is(w) && w.lower.starts_with("kill"));
        counted || suffered || done || rises && before.iter().any(is)
    })?;
    let general = |stem: &str| is_people(stem) || stem == "other" || Harm::of(stem) == Some(harm);
    let head = quantity.counted.last().filter(|head| !general(head));
    let word = head.and_then(|head| after.iter().take(5).find(|w| w.stem == *head));
    Some(Toll { harm, group: word.map(|w| w.lower.clone()) })
}
