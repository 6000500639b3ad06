//! A figure as a reader is shown it, with the words that bound it.

use throughline_annotate::{Bound, Quantity};

/// Words that bound a figure, as the article has them before it.
const BOUNDS: &[&str] = &[
    "at least",
    "more than",
    "over",
    "no more than",
    "up to",
    "as many as",
    "fewer than",
    "less than",
    "under",
    "about",
    "around",
    "nearly",
    "almost",
    "roughly",
    "some",
    "approximately",
    "an estimated",
];

/// A figure with the words that bound it.
pub fn bounded(quantity: &Quantity, text: &str) -> String {
    let figure = &text[quantity.span.clone()];
    let before = text[..quantity.span.start].trim_end().to_lowercase();
    // "Hanover" is no "over".
    let ends = |bound: &&&str| {
        before.strip_suffix(**bound).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let written = BOUNDS.iter().filter(ends).max_by_key(|bound| bound.len());
    match (quantity.bound, written) {
        (Bound::Exact, _) => figure.to_owned(),
        (_, Some(words)) => format!("{words} {figure}"),
        (Bound::About, None) => format!("about {figure}"),
        (Bound::AtLeast, None) => format!("at least {figure}"),
        (Bound::AtMost, None) => format!("up to {figure}"),
    }
}
