//! Datelines: "ARDENNE, Norland (NP) — " at the start of a report.

use std::ops::Range;

/// No dateline is longer than this many bytes.
const LONGEST: usize = 90;

/// The dateline that opens `text`, with the dash and the space after it.
///
/// ```
/// # use throughline_annotate::dateline;
/// let text = "ARDENNE, Norland (NP) — Leaders met on Tuesday.";
/// assert_eq!(dateline(text), Some(0..26));
/// assert_eq!(dateline("Leaders met — again — on Tuesday."), None);
/// ```
pub fn dateline(text: &str) -> Option<Range<usize>> {
    let mut limit = text.len().min(LONGEST);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = &text[..limit];
    let (at, mark) = ["—", "–", "--", " - ", ") -", "):"]
        .iter()
        .filter_map(|mark| head.find(mark).map(|at| (at, *mark)))
        .min()?;
    let body = head[..at + usize::from(mark.starts_with(')'))].trim();
    if body.is_empty() || !looks_like_a_place(body) {
        return None;
    }
    let end = at + mark.len();
    let rest = &text[end..];
    Some(0..end + (rest.len() - rest.trim_start_matches([' ', '-', '\u{a0}']).len()))
}

/// A place in capitals, or an agency in brackets, and nothing that reads on.
fn looks_like_a_place(body: &str) -> bool {
    let bracket = body.find('(');
    let place = body[..bracket.unwrap_or(body.len())].trim();
    let agency = bracket.is_some() && body.ends_with(')');
    let mut words = place.split([' ', ',', '/', '.']).filter(|w| !w.is_empty());
    let upper = |w: &str| w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let named = |w: &str| {
        w.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            || matches!(w, "of" | "de" | "del" | "la" | "le" | "and" | "the" | "el" | "al")
    };
    if place.is_empty() {
        return agency;
    }
    let first = words.next().unwrap_or("");
    let capitals = upper(first) && first.chars().count() > 2;
    let short = place.split_whitespace().count() <= 7;
    short && words.all(named) && named(first) && (capitals || agency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_found_and_nothing_else() {
        let cases = [
            ("ARDENNE, South Norland — South Norland", "South Norland"),
            ("WENLOW (NP) -- The Senate", "The Senate"),
            ("(TESS) -- The pilot", "The pilot"),
            ("PORT-AU-VELL, Norland, Jan. 12 (NP) - Rescuers", "Rescuers"),
            ("New Vell (TESS)A woman", "New Vell (TESS)A woman"),
            ("The deal — if it holds — ends", "The deal — if it holds — ends"),
            ("A man - the father - died", "A man - the father - died"),
            ("Kharin (Tessera) - The court", "The court"),
        ];
        for (text, rest) in cases {
            let end = dateline(text).map_or(0, |d| d.end);
            assert_eq!(&text[end..], rest, "{text}");
        }
    }
}
