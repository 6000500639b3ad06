//! Names of months, by the table `data/months.tsv`.

use std::{collections::HashMap, sync::LazyLock};

use super::calendar::Calendar;

/// A month and the language that calls it so.
#[derive(Debug, Clone, Copy)]
struct Named {
    language: &'static str,
    month: u32,
    calendar: Calendar,
}

static MONTHS: LazyLock<HashMap<&'static str, Vec<Named>>> = LazyLock::new(|| {
    let mut names: HashMap<&'static str, Vec<Named>> = HashMap::new();
    for line in include_str!("../../data/months.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let language = cells.next().unwrap_or_default();
        let calendar = if language == "fa" { Calendar::Persian } else { Calendar::Western };
        for (month, names_of_month) in (1..).zip(cells) {
            for name in names_of_month.split('|') {
                names.entry(name).or_default().push(Named { language, month, calendar });
            }
        }
    }
    names
});

/// The number of a month's name. Some words are two months: `language` decides,
/// then the order of the table.
pub fn month(name: &str, language: &str) -> Option<(u32, Calendar)> {
    let named = MONTHS.get(name)?;
    let own = named.iter().find(|n| n.language.split('-').next() == Some(language));
    own.or(named.first()).map(|n| (n.month, n.calendar))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        for line in include_str!("../../data/months.tsv").lines().filter(|l| !l.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 13, "{line}");
            let names = line.split(['\t', '|']).skip(1);
            assert!(names.into_iter().all(|n| !n.is_empty() && n == n.to_lowercase()), "{line}");
        }
    }

    #[test]
    fn knows_names() {
        let cases = [
            ("march", "en", 3),
            ("mär", "de", 3),
            ("août", "und", 8),
            ("декабря", "ru", 12),
            ("أبريل", "ar", 4),
            ("كانون الثاني", "ar", 1),
            ("listopada", "pl", 11),
            ("listopada", "hr", 10),
            ("listopada", "und", 11),
            ("mac", "ms", 3),
            ("ก.พ", "th", 2),
        ];
        for (name, language, number) in cases {
            assert_eq!(month(name, language).map(|m| m.0), Some(number), "{name}");
        }
        assert!(month("monday", "en").is_none());
    }
}
