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
    if let Some(end) = agency_alone(head) {
        return Some(0..end);
    }
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

/// Where the text begins after "Tarn, Norland (NNA)", which no dash ends. A place without a
/// comma may be a company with its ticker.
fn agency_alone(head: &str) -> Option<usize> {
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let agency = &head[open + 1..close];
    let rest = head[close + 1..].trim_start_matches([' ', '\u{a0}']);
    let glued = head.len() - rest.len() == close + 1;
    let place = head[..open].trim();
    (agency.len() >= 2
        && agency.bytes().all(|b| b.is_ascii_uppercase())
        && rest.starts_with(char::is_uppercase)
        && (glued || place.is_empty() || place.contains(','))
        && looks_like_a_place(head[..=close].trim()))
    .then_some(head.len() - rest.len())
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
            ("New Vell (TESS)A woman", "A woman"),
            ("Port Emery, Tarenna (TPR) President Wick said", "President Wick said"),
            ("Brannock (BRG) Chief Osterlane said", "Brannock (BRG) Chief Osterlane said"),
            ("Brannock (BRG) said", "Brannock (BRG) said"),
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
