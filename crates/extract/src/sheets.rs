//! Text that was cut into sheets of paper, as a PDF saved as text is: page
//! numbers and running heads go, and where a sheet ended is marked.

use std::collections::HashMap;

use crate::pattern::patterns;

patterns! {
    /// "12", "- 12 -", "Page 3 of 10", "Seite 3", "3 / 10".
    NUMBER = r"(?i)^\W{0,3}(?:(?:page|seite|pagina|página|strona|stránka|sida|side|sivu|oldal|стр\.?|страница|第|p\.)\s*)?(\d{1,4})(?:\s*(?:of|von|/|de|di|van|av|z|из|sur|页|頁|ページ)\s*\d{0,4})?\W{0,3}$";
}

/// A line of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row<'a> {
    /// With its leading space.
    Text(&'a str),
    /// Nothing on it.
    Blank,
    /// A sheet ended here.
    Break,
}

/// Lines at the edge of a sheet that may be furniture.
const EDGE: usize = 3;

/// Longer lines are no running heads.
const MAX_HEAD: usize = 100;

/// The lines of a text without the furniture of its sheets.
pub fn rows(text: &str) -> Vec<Row<'_>> {
    let sheets: Vec<Vec<&str>> = text.split('\u{c}').map(|sheet| sheet.lines().collect()).collect();
    if sheets.len() > 1 { of_sheets(&sheets) } else { of_one(&sheets[0]) }
}

fn of_sheets<'a>(sheets: &[Vec<&'a str>]) -> Vec<Row<'a>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for sheet in sheets {
        let mut heads: Vec<String> = edges(sheet).map(|at| fold(sheet[at])).collect();
        heads.sort();
        heads.dedup();
        for head in heads {
            *seen.entry(head).or_default() += 1;
        }
    }
    let filled = sheets.iter().filter(|s| s.iter().any(|line| !line.trim().is_empty())).count();
    let furniture = |line: &str| {
        NUMBER.is_match(line.trim())
            || line.trim().chars().count() <= MAX_HEAD
                && seen.get(&fold(line)).is_some_and(|times| *times >= 2 && *times * 2 >= filled)
    };
    let mut rows = Vec::new();
    for sheet in sheets {
        let edge: Vec<usize> = edges(sheet).collect();
        for (at, line) in sheet.iter().enumerate() {
            if !(edge.contains(&at) && furniture(line)) {
                rows.push(row(line));
            }
        }
        rows.push(Row::Break);
    }
    rows
}

/// The first and last lines of a sheet that have something on them.
fn edges<'a>(sheet: &'a [&str]) -> impl Iterator<Item = usize> + use<'a> {
    let filled: Vec<usize> = (0..sheet.len()).filter(|at| !sheet[*at].trim().is_empty()).collect();
    let count = filled.len();
    let at_edge = move |i: &usize| *i < EDGE || i + EDGE >= count;
    (0..count).filter(at_edge).map(move |i| filled[i]).collect::<Vec<_>>().into_iter()
}

/// Without marks between sheets: numbers that stand alone and count up, and
/// the lines that come again beside them.
fn of_one<'a>(lines: &[&'a str]) -> Vec<Row<'a>> {
    let blank = |at: Option<usize>| {
        at.and_then(|at| lines.get(at)).is_none_or(|line| line.trim().is_empty())
    };
    let alone = |at: usize| blank(at.checked_sub(1)) || blank(Some(at + 1));
    let number = |line: &str| NUMBER.captures(line.trim()).and_then(|m| m[1].parse::<u32>().ok());
    let numbers: Vec<(usize, u32)> = (0..lines.len())
        .filter(|at| alone(*at))
        .filter_map(|at| Some((at, number(lines[at])?)))
        .collect();
    let mut ends: Vec<usize> = Vec::new();
    for pair in numbers.windows(2) {
        if pair[1].1 == pair[0].1 + 1 {
            ends.extend([pair[0].0, pair[1].0]);
        }
    }
    ends.sort_unstable();
    ends.dedup();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let beside = |at: usize| ends.iter().any(|end| end.abs_diff(at) <= 4);
    let head = |line: &str| !line.trim().is_empty() && line.trim().chars().count() <= MAX_HEAD;
    for (at, line) in lines.iter().enumerate() {
        if !ends.is_empty() && head(line) && beside(at) {
            *seen.entry(fold(line)).or_default() += 1;
        }
    }
    let repeated = |at: usize| seen.get(&fold(lines[at])).is_some_and(|times| *times >= 2);
    let rows = lines.iter().enumerate().map(|(at, line)| match () {
        () if ends.contains(&at) => Row::Break,
        () if !ends.is_empty() && beside(at) && repeated(at) => Row::Break,
        () => row(line),
    });
    rows.collect()
}

fn row(line: &str) -> Row<'_> {
    if line.trim().is_empty() { Row::Blank } else { Row::Text(line.trim_end()) }
}

/// A line with its numbers forgotten: "Report, page 3" is "report, page #".
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    for c in line.trim().chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_ascii_digit() => {
                if !folded.ends_with('#') {
                    folded.push('#');
                }
            }
            c if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.push(c),
        }
    }
    folded
}
