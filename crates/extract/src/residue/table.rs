//! What a row of the residue table is: what to do, up to how many words, the
//! phrase, and a line that shows it. A test runs every example against its rule.
//!
//! The rows themselves stand in `site` and `story`.

/// What to do with a line, or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The whole line goes.
    Drop,
    /// The line asks readers for money, and goes.
    Appeal,
    /// The line is text of a picture, a video or a chart.
    Caption,
    /// The line is a correction, or says what kind of article this is.
    Note,
    /// The line is somebody's post, set into the article.
    Quotation,
    /// The matching start of the line goes, the rest is judged again.
    CutStart,
    /// The matching end of the line goes, the rest is judged again.
    CutEnd,
    /// Every match inside the line goes.
    CutAll,
}

/// One row: act, most words that the line may have, pattern, example.
pub type Rule = (Act, usize, &'static str, &'static str);

/// The pattern with its classes of letters cut down to Latin, Greek and
/// Cyrillic: the whole of Unicode in a hundred patterns takes a third of a
/// second to compile, at every start of the program.
pub fn compact(pattern: &str) -> String {
    const CLASSES: [(&str, &str); 9] = [
        (r"\p{Lu}", "[A-ZÀ-ÖØ-ÞŠŽΑ-ΩА-Я]"),
        (r"\p{Ll}", "[a-zß-öø-ÿšžα-ωа-я]"),
        (r"\p{L}", "[A-Za-zÀ-ÖØ-öø-ɏΑ-ωЀ-ӿ]"),
        (r"\w", "[A-Za-z0-9_À-ÖØ-öø-ɏΑ-ωЀ-ӿ]"),
        (r"\W", "[^A-Za-z0-9_À-ÖØ-öø-ɏΑ-ωЀ-ӿ]"),
        (r"\d", "[0-9]"),
        (r"\s", "[ \\t\u{a0}]"),
        (r"\S", "[^ \\t\u{a0}]"),
        (r"\b", r"(?-u:\b)"),
    ];
    let mut compact = pattern.to_owned();
    for (class, plain) in CLASSES {
        compact = compact.replace(class, plain);
    }
    compact
}

/// For rows that fit a line of any length.
pub const ANY: usize = usize::MAX;

/// The first row that fits decides; whole lines about the page's own time go
/// first, as a cut would leave their ends.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    super::site::RULES.iter().chain(super::story::RULES)
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    #[test]
    fn every_rule_fits_its_example() {
        for (act, words, pattern, example) in rules() {
            let regex = Regex::new(&compact(pattern)).unwrap_or_else(|e| panic!("{act:?}: {e}"));
            assert!(regex.is_match(example), "{act:?} {pattern}\n{example}");
            assert!(example.split_whitespace().count() <= *words, "{example}");
        }
    }
}
