//! [`Needles`]: words of which every line has one that a pattern can fit. All
//! of them are looked for at once, so that a line is tried by few patterns.

use aho_corasick::{
    Anchored, StartKind,
    automaton::{Automaton, StateID},
    dfa::DFA,
};
use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind};

/// Says which of up to 128 patterns a line may fit.
pub struct Needles {
    finder: DFA,
    start: StateID,
    /// The pattern of each needle.
    pattern: Vec<usize>,
    /// Patterns without a needle: any line may fit.
    always: u128,
}

impl Needles {
    /// The needles of patterns.
    pub fn of<'p>(patterns: impl Iterator<Item = &'p str>) -> Self {
        let (mut words, mut pattern, mut always) = (Vec::new(), Vec::new(), 0);
        for (at, source) in patterns.enumerate() {
            match regex_syntax::parse(source).ok().and_then(|hir| needles(&hir)) {
                Some(found) => {
                    pattern.extend(std::iter::repeat_n(at, found.len()));
                    words.extend(found);
                }
                None => always |= 1 << at,
            }
        }
        let finder = DFA::builder()
            .start_kind(StartKind::Unanchored)
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(words)
            .expect("needles are few and short");
        let start = finder.start_state(Anchored::No).expect("it starts anywhere");
        Self { finder, start, pattern, always }
    }

    /// The patterns that a line may fit, a bit each.
    pub fn in_line(&self, line: &str) -> u128 {
        // Where a needle stands does not matter: twice as fast as to ask for each.
        let mut bits = self.always;
        let mut state = self.start;
        for byte in line.bytes() {
            state = self.finder.next_state(Anchored::No, state, byte);
            if self.finder.is_match(state) {
                for at in 0..self.finder.match_len(state) {
                    bits |= 1 << self.pattern[self.finder.match_pattern(state, at)];
                }
            }
        }
        bits
    }
}

/// Words of which a text has one that a pattern fits, in lower case; none where
/// no word is sure.
fn needles(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            Some(vec![String::from_utf8(literal.0.to_vec()).ok()?.to_ascii_lowercase()])
        }
        HirKind::Capture(capture) => needles(&capture.sub),
        HirKind::Repetition(repeated) if repeated.min > 0 => needles(&repeated.sub),
        HirKind::Alternation(parts) => {
            let parts: Option<Vec<Vec<String>>> = parts.iter().map(needles).collect();
            parts.map(|parts| parts.concat())
        }
        HirKind::Concat(parts) => {
            let (mut best, mut run) = (None, String::new());
            for part in parts {
                match letters(part) {
                    Some(letters) => run.push_str(&letters),
                    None => {
                        let run = std::mem::take(&mut run);
                        // "/AP" is rarer than "AP".
                        let starts = starts(part).into_iter().flatten();
                        let joined = starts.map(|start| format!("{run}{start}")).collect();
                        best = better(best, Some(joined));
                        best = better(best, Some(vec![run]));
                        best = better(best, needles(part));
                    }
                }
            }
            better(best, Some(vec![run]))
        }
        _ => None,
    }
}

/// The words with which the branches of an alternation begin; none where one
/// begins with something else.
fn starts(part: &Hir) -> Option<Vec<String>> {
    let HirKind::Alternation(branches) = part.kind() else { return None };
    let start = |branch: &Hir| {
        let parts = match branch.kind() {
            HirKind::Concat(parts) => parts.as_slice(),
            _ => std::slice::from_ref(branch),
        };
        let start: String = parts.iter().map_while(letters).collect();
        (!start.is_empty()).then_some(start)
    };
    branches.iter().map(start).collect()
}

/// The one whose commonest word is rarer: the longer one, and signs count more
/// than letters.
fn better(one: Option<Vec<String>>, other: Option<Vec<String>>) -> Option<Vec<String>> {
    let rare = |c: char| if c.is_ascii_lowercase() || c == ' ' { 1 } else { 3 };
    let rareness = |word: &String| word.chars().map(rare).sum::<usize>();
    let least =
        |words: &Option<Vec<String>>| words.iter().flatten().map(rareness).min().unwrap_or(0);
    if least(&other) > least(&one) { other } else { one }
}

/// The letters that a part of a word stands for in either case.
fn letters(part: &Hir) -> Option<String> {
    match part.kind() {
        HirKind::Literal(literal) => {
            Some(String::from_utf8(literal.0.to_vec()).ok()?.to_ascii_lowercase())
        }
        HirKind::Class(Class::Unicode(class)) => letter(class).map(String::from),
        _ => None,
    }
}

/// The letter that a class has in both cases. The long s and the sign of Kelvin
/// are the same letters to a pattern; nobody writes them in residue.
fn letter(class: &ClassUnicode) -> Option<char> {
    let mut chars = class.iter().take(4).flat_map(|range| range.start()..=range.end()).take(4);
    let first = chars.next()?.to_ascii_lowercase();
    let same = |c: char| c.to_ascii_lowercase() == first || matches!(c, 'ſ' | '\u{212a}');
    (first.is_ascii_alphabetic() && chars.all(same)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_that_must_stand_in_a_line() {
        for (pattern, expected) in [
            ("(?i)read more$", Some("read more")),
            (r"\b(?:Photo|Image)s? by\b", Some("photo image")),
            (r"\d+ (?:by|from) [a-z]+", Some(" by  from")),
            (r"\((?:[^()]+/)(?:AP|AFP)\)", Some("/ap /afp")),
            (r"^(?:is|was) [a-z]+ @[a-z]+", Some(" @")),
            (r"(?i)sk?i (?:this|adverts)+", Some("this adverts")),
            (r"\d+", None),
            ("a|[0-9]+", None),
        ] {
            let found = needles(&regex_syntax::parse(pattern).expect("a pattern"));
            assert_eq!(found.map(|words| words.join(" ")).as_deref(), expected, "{pattern}");
        }
    }

    #[test]
    fn says_which_patterns_a_line_may_fit() {
        let needles = Needles::of(["(?i)^read more", "credit: .+", r"\d+"].into_iter());
        let cases =
            [("READ MORE here", 0b101), ("Read more: Credit: x", 0b111), ("It closed.", 0b100)];
        for (line, patterns) in cases {
            assert_eq!(needles.in_line(line), patterns, "{line}");
        }
    }
}
