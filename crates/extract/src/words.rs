//! Words around bylines and dates, by the table `data/page-words.tsv`.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashSet;

/// What a word beside a date says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The page came out then.
    Published,
    /// The page was changed then.
    Updated,
}

struct Table {
    by: FxHashSet<&'static str>,
    kickers: FxHashSet<&'static str>,
    /// First words of both.
    firsts: FxHashSet<&'static str>,
    /// Words of the longest phrase in `by`.
    longest: usize,
    and: FxHashSet<&'static str>,
    dates: AhoCorasick,
    said: Vec<Said>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (mut by, mut kickers, mut and) =
        (FxHashSet::default(), FxHashSet::default(), FxHashSet::default());
    let (mut words, mut said) = (Vec::new(), Vec::new());
    for line in include_str!("../data/page-words.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let kind = cells.next().unwrap_or_default();
        for word in cells.nth(1).unwrap_or_default().split('|') {
            match kind {
                "by" => drop(by.insert(word)),
                "kicker" => drop(kickers.insert(word)),
                "and" => drop(and.insert(word)),
                "published" => (words.push(word), said.push(Said::Published)).0,
                _ => (words.push(word), said.push(Said::Updated)).0,
            }
        }
    }
    let longest = by.iter().map(|phrase| phrase.split(' ').count()).max().unwrap_or(1);
    let first_of = |phrase: &&'static str| phrase.split(' ').next().unwrap_or_default();
    let firsts = by.iter().chain(&kickers).map(first_of).collect();
    let dates = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words);
    Table {
        by,
        kickers,
        firsts,
        longest,
        and,
        dates: dates.expect("the table is built by a test"),
        said,
    }
});

/// The rest of a line that begins with "By" in some language.
pub fn after_by(line: &str) -> Option<&str> {
    after(line, |words| TABLE.by.contains(words))
}

/// The same, also after a word that is mostly something else: "Opinion".
pub fn after_kicker(line: &str) -> Option<&str> {
    after(line, |words| TABLE.by.contains(words) || TABLE.kickers.contains(words))
}

fn after(line: &str, is_by: impl Fn(&str) -> bool) -> Option<&str> {
    let line = line.trim_start();
    let mut ends = line.match_indices([' ', ':', '\u{a0}', '：', '|', '\n']).map(|(at, _)| at);
    let first = ends.next()?;
    // Most lines begin with no such word.
    let lower = line[..first].to_lowercase();
    if !TABLE.firsts.contains(lower.as_str()) {
        return None;
    }
    let mut longest = is_by(&lower).then_some(first);
    for end in ends.take(TABLE.longest - 1) {
        if is_by(line[..end].to_lowercase().as_str()) {
            longest = Some(end);
        }
    }
    let rest = line[longest?..].trim_start_matches([' ', ':', '\u{a0}', '：', '|', '\n']);
    // "Journalist & Diver"
    let goes_on = rest.starts_with(['&', '+']);
    (!rest.is_empty() && !goes_on).then_some(rest)
}

/// Whether a line is a label like "Written by".
pub fn is_by(label: &str) -> bool {
    let label = label.trim().trim_end_matches(':');
    // "Author(s)", "Autor(en)"
    let label = label.split_once('(').filter(|_| label.ends_with(')')).map_or(label, |l| l.0);
    TABLE.by.contains(label.to_lowercase().as_str())
}

/// Whether a word joins two names.
pub fn is_and(word: &str) -> bool {
    TABLE.and.contains(word.to_lowercase().as_str())
}

/// What the last word of this kind in a text says; the text before a date is
/// what speaks of it.
pub fn said(text: &str) -> Option<Said> {
    let text = text.to_lowercase();
    let whole = |start: usize, end: usize| {
        // Words of scripts without spaces need no edges.
        let wide = text[start..end].chars().any(|c| c >= '\u{e00}');
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        wide || !letter(text[..start].chars().next_back()) && !letter(text[end..].chars().next())
    };
    let found = TABLE.dates.find_iter(&text).filter(|m| whole(m.start(), m.end())).last()?;
    Some(TABLE.said[found.pattern().as_usize()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_bylines() {
        let cases = [
            ("By Jane Doe", Some("Jane Doe")),
            ("BY: Jane Doe", Some("Jane Doe")),
            ("Geschrieben von Grete Müller", Some("Grete Müller")),
            ("Автор: Анна Белова", Some("Анна Белова")),
            ("بقلم أحمد سالم", Some("أحمد سالم")),
            ("Bygone days", None),
            ("By", None),
        ];
        for (line, expected) in cases {
            assert_eq!(after_by(line), expected, "{line}");
        }
    }

    #[test]
    fn knows_what_is_said_of_a_date() {
        let cases = [
            ("Published", Some(Said::Published)),
            ("Published on Monday, last updated", Some(Said::Updated)),
            ("Zuletzt aktualisiert:", Some(Said::Updated)),
            ("Опубликовано", Some(Said::Published)),
            ("最終更新日：", Some(Said::Updated)),
            ("The updatedness of", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
