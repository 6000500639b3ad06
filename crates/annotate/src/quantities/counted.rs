//! What a number counts: the stems of the words up to the noun, and the unit
//! that a rate is for ("€44 a share").

use super::{
    pieces::{Gap, Piece},
    units::Unit,
};
use crate::{cues::is_pronoun, is_stopword};

/// The stems from a number up to its noun, head last, and the piece after it.
pub fn counted(pieces: &[Piece], end: usize) -> (Vec<String>, usize) {
    let mut at = end;
    // "14 of the 20 people" counts people; "two of them" counts nothing known.
    if word(pieces, at) == "of" {
        at += 1;
        while matches!(
            word(pieces, at),
            "the" | "its" | "their" | "his" | "her" | "those" | "these" | "all"
        ) {
            at += 1;
        }
    }
    let (mut stems, first) = (Vec::new(), at);
    while at < first + 5 {
        let Some(piece) = pieces.get(at) else { break };
        let Some(stem) = &piece.stem else { break };
        if !matches!(piece.gap, Gap::Space | Gap::Hyphen | Gap::Other) || is_break(pieces, at) {
            break;
        }
        let lower = piece.lower.as_str();
        if matches!(
            lower,
            "more"
                | "other"
                | "others"
                | "further"
                | "additional"
                | "separate"
                | "different"
                | "new"
                | "full"
        ) {
            at += 1;
            continue;
        }
        if is_stopword(lower) || is_pronoun(lower) {
            break;
        }
        at += 1;
        stems.push(stem.clone());
        if is_plural(lower) && !(lower == "police" && is_plural(word(pieces, at))) {
            return (stems, at);
        }
    }
    // No plural: "14 dead and", "a 14-member board"; what follows may be a verb.
    let joined = pieces.get(end).is_some_and(|p| p.gap == Gap::Hyphen);
    let keep = if joined { 1 } else { usize::from(!stems.is_empty()) };
    stems.truncate(keep);
    (stems, first + keep)
}

/// What a share or a sum is of: "20% of voters", "€3bn in damage".
pub fn of_what(pieces: &[Piece], end: usize, unit: Unit) -> Vec<String> {
    let mut at = end;
    match (unit, word(pieces, at)) {
        (Unit::Percent, "of") => at += 1,
        (Unit::Money(_), "in" | "of") => at += 1,
        (Unit::Money(_), "worth") if word(pieces, at + 1) == "of" => at += 2,
        (Unit::Length | Unit::Area | Unit::Mass | Unit::Volume, "of") => at += 1,
        _ => return Vec::new(),
    }
    while matches!(
        word(pieces, at),
        "the" | "its" | "their" | "all" | "a" | "an" | "his" | "her" | "our"
    ) {
        at += 1;
    }
    let mut stems = Vec::new();
    while stems.len() < 3 {
        let Some(piece) = pieces.get(at) else { break };
        let fits = piece.gap == Gap::Space || stems.is_empty() && piece.gap == Gap::Hyphen;
        let (Some(stem), true) = (&piece.stem, fits) else { break };
        if is_stopword(&piece.lower) || piece.capital && stems.is_empty() && unit != Unit::Percent {
            break;
        }
        stems.push(stem.clone());
        at += 1;
        if is_plural(&piece.lower) {
            break;
        }
    }
    if stems.len() > 1 && !is_plural(pieces.get(at - 1).map_or("", |p| &p.lower)) {
        stems.truncate(1);
    }
    stems
}

/// What a rate is for: the stem of "share" in "€44 a share", and the piece after.
pub fn per(pieces: &[Piece], end: usize) -> Option<(String, usize)> {
    let (first, second) = (word(pieces, end), word(pieces, end + 1));
    let of = |at: usize| Some((pieces.get(at)?.stem.clone()?, at + 1));
    match first {
        "per" => of(end + 1),
        "each" if second.is_empty() || is_stopword(second) => Some(("each".into(), end + 1)),
        "apiece" => Some(("each".into(), end + 1)),
        "a" | "an" | "every" | "each" if PER.contains(&second) => of(end + 1),
        "for" if matches!(second, "every" | "each") => of(end + 2),
        _ => None,
    }
}

#[rustfmt::skip]
const PER: &[&str] = &[
    "share", "day", "week", "month", "year", "hour", "minute", "second", "litre", "liter",
    "gallon", "barrel", "tonne", "ton", "kilo", "kilogram", "pound", "person", "head", "ticket",
    "unit", "night", "piece", "vote", "game", "household", "family", "passenger", "mile",
    "kilometre", "kilometer", "metre", "meter", "quarter", "season", "shift", "customer", "seat",
    "word", "bottle", "megawatt", "acre", "hectare", "pupil", "patient", "worker", "employee",
];

/// The word at a piece that one space ties to the one before.
fn word(pieces: &[Piece], at: usize) -> &str {
    pieces.get(at).filter(|p| p.gap == Gap::Space).map_or("", |p| p.lower.as_str())
}

fn is_break(pieces: &[Piece], at: usize) -> bool {
    pieces[at].gap == Gap::Other
}

/// Whether a word looks like the plural of a noun.
pub fn is_plural(lower: &str) -> bool {
    lower.len() > 3
        && lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("us")
        && !lower.ends_with("is")
        || matches!(
            lower,
            "people"
                | "men"
                | "women"
                | "children"
                | "police"
                | "dead"
                | "wounded"
                | "injured"
                | "troops"
                | "personnel"
                | "staff"
                | "cattle"
                | "sheep"
                | "killed"
                | "missing"
                | "aircraft"
                | "media"
                | "fish"
                | "teeth"
                | "feet"
                | "wives"
                | "spacecraft"
        )
        || lower.ends_with("men") && lower.len() > 5
        || lower.ends_with("women")
        || lower.ends_with("children")
}
