//! How exact a number is said to be, by the words before and after it.

use super::pieces::{Gap, Piece};

/// Whether a number is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// "14".
    Exact,
    /// "about 14".
    About,
    /// "at least 14", "more than 14".
    AtLeast,
    /// "up to 14", "fewer than 14".
    AtMost,
}

/// The bound that the words around the pieces `at..end` give.
pub fn bound(text: &str, pieces: &[Piece], at: usize, end: usize) -> Bound {
    let back = |n: usize| at.checked_sub(n).map_or("", |i| pieces[i].lower.as_str());
    // "an estimated 14", "the 14": look past an article.
    let ahead = |n: usize| match pieces.get(end + n) {
        Some(p) if matches!(p.gap, Gap::Space | Gap::Hyphen) => p.lower.as_str(),
        _ => "",
    };
    match (back(3), back(2), back(1)) {
        ("no" | "not", "fewer" | "less", "than") => return Bound::AtLeast,
        ("no" | "not", "more" | "greater" | "later", "than") => return Bound::AtMost,
        ("as", "many" | "much" | "high", "as") => return Bound::AtMost,
        ("as", "few" | "little", "as") => return Bound::AtLeast,
        (_, "upwards", "of") | (_, "at", "least") => return Bound::AtLeast,
        (_, "more" | "greater" | "higher" | "bigger" | "larger" | "longer", "than") => {
            return Bound::AtLeast;
        }
        (_, "up", "to") | (_, "at", "most") | (_, "maximum", "of") => return Bound::AtMost,
        (_, "fewer" | "less" | "lower" | "shorter", "than") => return Bound::AtMost,
        (_, "minimum", "of") => return Bound::AtLeast,
        (_, "close", "to") | (_, "just", "under" | "over") | (_, "in", "excess") => {
            return if back(2) == "in" { Bound::AtLeast } else { Bound::About };
        }
        ("in", "excess", "of") => return Bound::AtLeast,
        (
            _,
            _,
            "over" | "exceeding" | "exceeds" | "exceeded" | "topped" | "surpassed" | "minimum",
        ) => {
            return Bound::AtLeast;
        }
        (_, _, "under" | "below") => return Bound::AtMost,
        (
            _,
            _,
            "about" | "around" | "some" | "roughly" | "nearly" | "almost" | "approximately"
            | "estimated" | "circa" | "approx" | "perhaps" | "maybe" | "nearing" | "approaching",
        ) => return Bound::About,
        _ => {}
    }
    if text[..pieces[at].span.start].ends_with(['~', '≈']) {
        return Bound::About;
    }
    match (ahead(0), ahead(1)) {
        ("or", "more")
        | ("or", "above")
        | ("or", "longer")
        | ("plus", _)
        | ("and", "above" | "over") => Bound::AtLeast,
        ("or", "fewer" | "less" | "below") => Bound::AtMost,
        ("or", "so") | ("odd", _) => Bound::About,
        _ if text[pieces[end - 1].span.end..].starts_with('+') => Bound::AtLeast,
        _ => Bound::Exact,
    }
}

/// The same, a noun further: "14 people or more".
pub fn later(pieces: &[Piece], end: usize) -> Option<Bound> {
    let ahead = |n: usize| match pieces.get(end + n) {
        Some(p) if p.gap == Gap::Space => p.lower.as_str(),
        _ => "",
    };
    match (ahead(0), ahead(1)) {
        ("or", "more" | "longer" | "above") | ("at", "least") => Some(Bound::AtLeast),
        ("or", "fewer" | "less") | ("at", "most") => Some(Bound::AtMost),
        ("or", "so") => Some(Bound::About),
        _ => None,
    }
}
