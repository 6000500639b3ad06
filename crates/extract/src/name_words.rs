//! Words in bylines that are no person's, by the table `data/name-words.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

#[derive(Default)]
struct Table {
    no_name: FxHashSet<&'static str>,
    outlet: FxHashSet<&'static str>,
    system: FxHashSet<&'static str>,
    given: FxHashSet<&'static str>,
    link: FxHashSet<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in include_str!("../data/name-words.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let words = match cells.next() {
            Some("outlet") => &mut table.outlet,
            Some("system") => &mut table.system,
            Some("given") => &mut table.given,
            Some("link") => &mut table.link,
            _ => &mut table.no_name,
        };
        words.extend(cells.nth(1).unwrap_or_default().split('|'));
    }
    table
});

/// Whether a word is in no name of a person: an office, a desk, a month.
pub fn is_no_name(word: &str) -> bool {
    let word = word.to_lowercase();
    TABLE.no_name.contains(word.as_str()) || TABLE.link.contains(word.as_str())
}

/// Whether a word is in no name at all, a desk's neither, but in what links and buttons
/// say: "All comments".
pub fn is_of_links(word: &str) -> bool {
    TABLE.link.contains(word.to_lowercase().as_str())
}

/// Whether a word ends the names of outlets: "Herald".
pub fn ends_outlet(word: &str) -> bool {
    TABLE.outlet.contains(word.to_lowercase().as_str())
}

/// Whether a word that is in no name else is a given name: "April".
pub fn is_given(word: &str) -> bool {
    TABLE.given.contains(word.to_lowercase().as_str())
}

/// Whether a publishing system puts this where it knows no author.
pub fn is_by_system(name: &str) -> bool {
    let name = name.to_lowercase();
    let last = name.rsplit(' ').next().unwrap_or_default();
    // "Wenlow Admin" is whoever runs the site.
    TABLE.system.contains(name.as_str()) || matches!(last, "admin" | "administrator")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_table() {
        for (word, expected) in [
            ("Winter", (false, false, false)),
            ("Reporters", (true, false, false)),
            ("Herald", (false, true, false)),
            ("Kommentare", (true, false, false)),
            ("Site Admin", (false, false, true)),
            ("Wenlow Admin", (false, false, true)),
            ("Doe", (false, false, false)),
        ] {
            assert_eq!(
                (is_no_name(word), ends_outlet(word), is_by_system(word)),
                expected,
                "{word}"
            );
        }
    }
}
