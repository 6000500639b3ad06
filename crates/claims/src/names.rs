//! Whether two words of names name the same.

/// Bytes that a name and its adjective have in common at least.
const STEM: usize = 5;

/// What may follow the stem of a name, and what of its adjective or plural.
const NAME: &[&str] = &["", "a", "e", "ia", "ea", "o", "y"];
const ADJECTIVE: &[&str] = &["n", "s", "an", "ian", "ean", "ese", "ish", "ic", "i"];

/// Whether two words of names, in lower case, are one, or one is the adjective
/// of the other.
///
/// ```
/// use throughline_claims::names_fit;
/// assert!(names_fit("norland", "norlandic") && names_fit("kareshia", "kareshian"));
/// assert!(!names_fit("austria", "australia"));
/// ```
pub fn names_fit(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // "U.S.", "US".
    let plain =
        |name: &str| name.bytes().filter(|b| *b != b'.').eq(b.bytes().filter(|b| *b != b'.'));
    if (a.contains('.') || b.contains('.')) && plain(a) {
        return true;
    }
    let common = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    // "Kareshia" is the stem of "Kareshian", and "Ital" that of "Italy".
    (STEM..=common).rev().chain((common == STEM - 1).then_some(common)).any(|stem| {
        let (Some(x), Some(y)) = (a.get(stem..), b.get(stem..)) else { return false };
        let one =
            |name: &str, adjective: &str| NAME.contains(&name) && ADJECTIVE.contains(&adjective);
        one(x, y) || one(y, x)
    })
}

/// Whether a word of a name only says what kind of company bears it.
pub fn is_kind_of_company(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    matches!(word, "inc" | "corp" | "ltd" | "plc" | "llc" | "co" | "group")
        || matches!(word, "airline" | "airlines" | "airways")
}
