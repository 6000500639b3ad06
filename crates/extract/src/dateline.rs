//! The dateline that opens a report, "PELLIN, March 3, 2026 (Coastwire) - ": its date may be the
//! only one, and no title is made of it. One without a date or an agency is not known here: "FERRY -
//! What we know" opens the same.

/// No dateline is longer than this many bytes.
const LONGEST: usize = 90;

/// What ends a dateline.
const DASHES: &[&str] = &[" - ", " – ", " — ", " -- ", "— "];

/// Words of a place's name that have no capital.
const SMALL: &[&str] = &["of", "de", "del", "la", "le", "el", "al", "the", "and"];

/// The dateline of a line, less its dash, and what follows it.
pub fn split(line: &str) -> Option<(&str, &str)> {
    let is_marked = |opening: &str| opening.contains(|c: char| c == '(' || c.is_ascii_digit());
    opening(line).filter(|(opening, _)| is_marked(opening))
}

/// What a line that is a sentence reports, without a dateline of any kind: "PELLIN — A ferry sank."
pub fn report(line: &str) -> &str {
    let shouted = |opening: &str| !opening.contains(char::is_lowercase);
    // "NATO — the alliance of 32 states — will" opens the same, and "FERRY - What we know".
    let plain = |opening: &str, rest: &str| {
        shouted(opening)
            && rest.starts_with(char::is_uppercase)
            && !line[opening.len()..].starts_with(" - ")
    };
    let opening =
        opening(line).filter(|(opening, rest)| split(line).is_some() || plain(opening, rest));
    opening.map_or(line, |(_, report)| report)
}

/// What may be a dateline: capitals, and a place first.
fn opening(line: &str) -> Option<(&str, &str)> {
    let head = &line[..line.floor_char_boundary(LONGEST.min(line.len()))];
    let ends = DASHES.iter().filter_map(|dash| Some((head.find(dash)?, dash.len())));
    let (end, dash) = ends.min()?;
    let opening = head[..end].trim();
    let place = opening.split([' ', ',', '/']).next()?;
    let is_capital = |c: char| c.is_uppercase() || !c.is_alphabetic();
    let opens = place.chars().count() > 2 && place.chars().all(is_capital);
    let is_named = |word: &str| {
        SMALL.contains(&word) || !word.starts_with(|c: char| c.is_alphabetic() && c.is_lowercase())
    };
    (opens && opening.split(' ').all(is_named)).then(|| (opening, line[end + dash..].trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_has_a_date_or_an_agency() {
        let cases = [
            ("PELLIN, March 3, 2026 (Coastwire) - A ferry sank.", Some("A ferry sank.")),
            ("PORT EMERY, 3 March 2026 — A ferry sank.", Some("A ferry sank.")),
            ("PELLIN (Coastwire) -- A ferry sank.", Some("A ferry sank.")),
            ("FERRY - What we know", None),
            ("PELLIN was quiet on 3 March 2026 - a Tuesday.", None),
            ("A ferry - the Wake - sank on 3 March 2026.", None),
            ("PELLIN, March 3, 2026", None),
        ];
        for (line, rest) in cases {
            assert_eq!(split(line).map(|(_, rest)| rest), rest, "{line}");
        }
        assert_eq!(report("PORT EMERY — A ferry sank."), "A ferry sank.");
        let told = "NATO — the alliance of ten states — will send ships.";
        assert_eq!(report(told), told);
        assert_eq!(report("NATO - Norland talks begin."), "NATO - Norland talks begin.");
        assert_eq!(report("A ferry — the Wake — sank."), "A ferry — the Wake — sank.");
    }
}
