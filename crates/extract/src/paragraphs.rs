//! Plain text cut into paragraphs: parted by empty lines, or one to a line.
//! Lines that a width broke are joined; lists and short lines are not.

use std::collections::HashSet;

use crate::sheets::{Row, rows};

/// Narrower texts were not broken by a width.
const MIN_WIDTH: usize = 45;
/// Wider lines are paragraphs.
const MAX_WIDTH: usize = 120;

/// The paragraphs of a text.
pub fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let rows = rows(&text);
    let wrap = Wrap::of(&rows);
    let mut joiner = Joiner { words: HashSet::new(), text: &text };
    let mut found: Vec<String> = Vec::new();
    let mut before = Before::Nothing;
    for row in rows {
        match row {
            Row::Blank if before == Before::Break => {}
            Row::Blank => before = Before::Nothing,
            Row::Break => before = Before::Break,
            Row::Text(line) => {
                let line = line.trim_start_matches('\u{feff}');
                let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
                match found.last_mut() {
                    Some(last) if wrap.joins(last, before, line) => joiner.join(last, &words),
                    _ => found.push(words),
                }
                before = Before::Line(Shape::of(line));
            }
        }
    }
    found
}

/// What stands before a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// An empty line, or the start.
    Nothing,
    /// The end of a sheet.
    Break,
    /// Another line.
    Line(Shape),
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape {
    length: usize,
    indent: usize,
}

impl Shape {
    fn of(line: &str) -> Self {
        let length = line.trim().chars().count();
        Self { length, indent: line.chars().take_while(|c| c.is_whitespace()).count() }
    }
}

/// The width that broke a text's lines; zero where none did.
struct Wrap {
    width: usize,
}

impl Wrap {
    /// Finds the width: most lines that another follows at once reach it.
    fn of(rows: &[Row<'_>]) -> Self {
        let mut followed: Vec<(usize, usize)> = Vec::new();
        for pair in rows.windows(2) {
            if let [Row::Text(line), Row::Text(next)] = pair {
                followed.push((Shape::of(line).length, first_word(next)));
            }
        }
        let mut lengths: Vec<usize> = followed.iter().map(|(length, _)| *length).collect();
        lengths.sort_unstable();
        // One line that could not be broken says nothing of the width.
        let Some(width) = lengths.get(lengths.len().saturating_sub(1) * 95 / 100).copied() else {
            return Self { width: 0 };
        };
        let full = followed.iter().filter(|(l, word)| is_full(*l, *word, width)).count();
        let broken = (MIN_WIDTH..=MAX_WIDTH).contains(&width) && full * 10 >= followed.len() * 5;
        Self { width: if broken { width } else { 0 } }
    }

    /// Whether a line goes on with the paragraph before it.
    fn joins(&self, last: &str, before: Before, line: &str) -> bool {
        let starts_low = line.trim_start().starts_with(char::is_lowercase);
        let open = !last.ends_with(['.', '!', '?', ':', '"', '”', '»', '。', '؟', '।']);
        match before {
            Before::Nothing => false,
            Before::Break => open && starts_low,
            Before::Line(_) if self.width == 0 || is_item(line) => false,
            Before::Line(shape) => {
                // "   The next paragraph begins further in."
                let indented = Shape::of(line).indent >= shape.indent + 2 && !open;
                let full = is_full(shape.length, first_word(line), self.width);
                shape.length <= self.width + 20 && !indented && (full || open && starts_low)
            }
        }
    }
}

/// Whether the next word would not have fitted; letters are of uneven width
/// where a text was set for paper.
fn is_full(length: usize, next_word: usize, width: usize) -> bool {
    (length + 1 + next_word) * 100 > width * 88
}

fn first_word(line: &str) -> usize {
    line.split_whitespace().next().map_or(0, |word| word.chars().count().min(20))
}

/// "- one", "• one", "1. one".
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    ["- ", "* ", "• ", "– ", "▪ ", "◦ "].iter().any(|mark| line.starts_with(mark))
        || (1..=2).contains(&digits) && [". ", ") "].iter().any(|m| line[digits..].starts_with(m))
}

/// Joins lines, and words that the end of a line cut.
struct Joiner<'a> {
    text: &'a str,
    words: HashSet<String>,
}

impl Joiner<'_> {
    fn join(&mut self, last: &mut String, line: &str) {
        let cut =
            last.ends_with(['-', '\u{2010}', '\u{ad}']) && line.starts_with(char::is_lowercase);
        let letter = last.chars().nth_back(1).is_some_and(char::is_alphabetic);
        if !cut || !letter {
            last.push(' ');
            last.push_str(line);
            return;
        }
        let head = last.trim_end_matches(['-', '\u{2010}', '\u{ad}']);
        let head = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let tail = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let whole = format!("{head}{tail}").to_lowercase();
        // A hyphen stays unless the text has the word without it.
        if last.ends_with('\u{ad}') || self.has(&whole) {
            last.pop();
        }
        last.push_str(line);
    }

    fn has(&mut self, word: &str) -> bool {
        if self.words.is_empty() {
            let words = self.text.split(|c: char| !c.is_alphanumeric());
            self.words = words.map(str::to_lowercase).collect();
        }
        self.words.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_paragraphs() {
        let cases: [(&str, &[&str]); 9] = [
            ("A\nB\nC", &["A", "B", "C"]),
            ("A\n\nB\nC\n\nD", &["A", "B", "C", "D"]),
            ("", &[]),
            (
                "Title\r\n\r\nThe bridge was closed on Friday afternoon after the\r\nengineers had found cracks in two of its hangers on\r\nThursday.",
                &[
                    "Title",
                    "The bridge was closed on Friday afternoon after the engineers had found cracks in two of its hangers on Thursday.",
                ],
            ),
            (
                "By Dora Feltham\n7 November 2026\n\nThe bridge was closed on Friday afternoon after the\nengineers had found cracks in two of its hangers on\nThursday. See\nhttps://herald.example/news/2026/11/bridge-closes-after-cracks-found\nfor more of it.\n\n- One of the two hangers that the engineers had found to\n  be cracked\n- The other",
                &[
                    "By Dora Feltham",
                    "7 November 2026",
                    "The bridge was closed on Friday afternoon after the engineers had found cracks in two of its hangers on Thursday. See https://herald.example/news/2026/11/bridge-closes-after-cracks-found for more of it.",
                    "- One of the two hangers that the engineers had found to be cracked",
                    "- The other",
                ],
            ),
            (
                "The county closed the bridge after the inspec-\ntion of its hangers, a long-\nterm matter. An inspection of the road and the\nriver follows.\n   A detour leads over the old road in the hills.\nIt is open to cars.",
                &[
                    "The county closed the bridge after the inspection of its hangers, a long-term matter. An inspection of the road and the river follows.",
                    "A detour leads over the old road in the hills. It is open to cars.",
                ],
            ),
            (
                "Bridge report 2026\n\nThe bridge was closed on Friday afternoon after the\nengineers had found cracks in two of its\n\n1\n\u{c}Bridge report 2026\n\nhangers on Thursday. It will stay closed for a month\nor two, the county said.\n\n2\n\u{c}",
                &[
                    "The bridge was closed on Friday afternoon after the engineers had found cracks in two of its hangers on Thursday. It will stay closed for a month or two, the county said.",
                ],
            ),
            (
                "The bridge was closed on Friday afternoon after the\nengineers had found cracks in two of its\n\nCounty news\nPage 1 of 2\n\nhangers on Thursday. It will stay closed for a month\nor two, the county said.\n\nCounty news\nPage 2 of 2",
                &[
                    "The bridge was closed on Friday afternoon after the engineers had found cracks in two of its hangers on Thursday. It will stay closed for a month or two, the county said.",
                ],
            ),
            (
                "It closed on Friday.\n\n2026\n\nIt opens again in 12 weeks.",
                &["It closed on Friday.", "2026", "It opens again in 12 weeks."],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(paragraphs(text), expected, "{text}");
        }
    }
}
