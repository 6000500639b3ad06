//! Breaks inked text into lines, by Unicode's rules for where a line may break
//! and by the columns that a terminal gives each character.
//!
//! The two crates behind it are seen here only.

use unicode_linebreak::linebreaks;
use unicode_width::UnicodeWidthStr;

use super::paint::Ink;

/// A space at which a line never breaks: it ties `[1]` to the word before it.
pub(super) const TIE: char = '\u{a0}';

/// Nothing, at which a line never breaks: it keeps `[1][2]` together.
pub(super) const GLUE: char = '\u{2060}';

/// A piece of text in one ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub text: String,
    pub ink: Ink,
    pub link: Option<String>,
}

impl Run {
    pub(super) fn new(text: impl Into<String>, ink: Ink) -> Self {
        Self { text: text.into(), ink, link: None }
    }

    pub(super) fn linked(text: impl Into<String>, ink: Ink, link: Option<String>) -> Self {
        Self { text: text.into(), ink, link }
    }
}

/// Columns of a text in a terminal.
pub(super) fn columns(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The runs cut into lines of at most `width` columns. A word that is longer
/// than that stands on a line of its own, whole: half an address is of no use.
pub(super) fn wrap(runs: &[Run], width: usize) -> Vec<Vec<Run>> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut fits = 0;
    for (at, _) in linebreaks(&text) {
        if columns(text[start..at].trim_end()) > width && fits > start {
            lines.push(cut(runs, start, fits, &text));
            start = fits;
        }
        fits = at;
    }
    if start < text.len() {
        lines.push(cut(runs, start, text.len(), &text));
    }
    lines
}

/// The part of the runs that lies in these bytes of their joined text.
fn cut(runs: &[Run], start: usize, end: usize, text: &str) -> Vec<Run> {
    let end = start + text[start..end].trim_end().len();
    let mut line = Vec::new();
    let mut at = 0;
    for run in runs {
        let (from, to) = (start.max(at), end.min(at + run.text.len()));
        if from < to {
            let part = run.text[from - at..to - at].replace(TIE, " ").replace(GLUE, "");
            line.push(Run { text: part, ink: run.ink, link: run.link.clone() });
        }
        at += run.text.len();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &[&str]) {
        let lines = wrap(&[Run::new(text, Ink::Plain)], width);
        let lines: Vec<String> =
            lines.iter().map(|l| l.iter().map(|r| r.text.as_str()).collect()).collect();
        assert_eq!(lines, expected, "{text:?} at {width}");
    }

    #[test]
    fn breaks_where_unicode_allows() {
        check("one two three", 7, &["one two", "three"]);
        check("one two", 2, &["one", "two"]);
        check("", 10, &[]);
        check("long-range strike", 6, &["long-", "range", "strike"]);
        check("港湾橋が閉鎖された", 8, &["港湾橋が", "閉鎖され", "た"]);
        check("word\u{a0}[1] next", 8, &["word [1]", "next"]);
        check("a word\u{a0}[1]\u{2060}[2]", 10, &["a", "word [1][2]"]);
    }

    #[test]
    fn ink_survives_the_cut() {
        let runs = [Run::new("one two ", Ink::Plain), Run::new("three four", Ink::Badge)];
        let lines = wrap(&runs, 9);
        assert_eq!(lines[0], [Run::new("one two", Ink::Plain)]);
        assert_eq!(lines[1], [Run::new("three", Ink::Badge)]);
        assert_eq!(lines[2], [Run::new("four", Ink::Badge)]);
    }
}
