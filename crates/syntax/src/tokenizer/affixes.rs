//! Owns what is cut off the front and the back of a word: punctuation, quotes, money,
//! units. Both look at the ends only, so a long word costs no more than a short one.

use crate::chars::CharSet;
use crate::weights::Sections;

const MONEY_PREFIXES: [&str; 3] = ["US$", "C$", "A$"];
const POSSESSIVES: [&str; 4] = ["'s", "'S", "’s", "’S"];

pub(super) struct Affixes {
    prefix: CharSet,
    suffix: CharSet,
    before_dot: CharSet,
    upper: CharSet,
    /// Currency signs and units, which follow a digit; the longest first.
    after_digit: Vec<&'static str>,
}

impl Affixes {
    pub(super) fn read(data: Sections) -> Self {
        let mut after_digit: Vec<_> = data.lines("currency").chain(data.lines("units")).collect();
        after_digit.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
        Self {
            prefix: CharSet::read(data, "prefix"),
            suffix: CharSet::read(data, "suffix"),
            before_dot: CharSet::read(data, "beforedot"),
            upper: CharSet::read(data, "upper"),
            after_digit,
        }
    }

    /// The length of the prefix to cut off; 0 for none.
    pub(super) fn prefix(&self, word: &str) -> usize {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { return 0 };
        if self.prefix.has(first) {
            return first.len_utf8();
        }
        match first {
            '+' if !chars.next().is_some_and(|c| c.is_ascii_digit()) => 1,
            '.' => match word.bytes().take_while(|b| *b == b'.').count() {
                1 => 0,
                dots => dots,
            },
            'A' | 'C' | 'U' => {
                MONEY_PREFIXES.iter().find(|p| word.starts_with(**p)).map_or(0, |p| p.len())
            }
            _ => 0,
        }
    }

    /// The length of the suffix to cut off; 0 for none. Of several that fit, the longest.
    pub(super) fn suffix(&self, word: &str) -> usize {
        let mut back = word.chars().rev();
        let Some(last) = back.next() else { return 0 };
        match last {
            '.' => return self.dots(word),
            '…' if word.ends_with("……") => return "……".len(),
            's' | 'S' => {
                if let Some(found) = POSSESSIVES.iter().find(|p| word.ends_with(**p)) {
                    return found.len();
                }
            }
            '+' if back.next().is_some_and(|c| c.is_ascii_digit()) => return 1,
            _ => {}
        }
        let follows_digit = |unit: &&&str| {
            word.strip_suffix(**unit)
                .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
        };
        // Most words have no digit near their end, and need not be held against each unit.
        let longest = self.after_digit.first().map_or(0, |unit| unit.len());
        let end = &word.as_bytes()[word.len().saturating_sub(longest + 1)..];
        let counts = end.iter().any(u8::is_ascii_digit);
        let measured = counts.then(|| self.after_digit.iter().find(follows_digit)).flatten();
        let single = if self.suffix.has(last) { last.len_utf8() } else { 0 };
        measured.map_or(single, |unit| unit.len().max(single))
    }

    /// A dot is cut off after a letter, digit or sign that ends a sentence rather than an
    /// abbreviation; of "U.S." only the rules above the words know.
    fn dots(&self, word: &str) -> usize {
        let dots = word.bytes().rev().take_while(|b| *b == b'.').count();
        if dots > 1 {
            return dots;
        }
        let mut back = word.chars().rev().skip(1);
        let Some(before) = back.next() else { return 0 };
        let second = back.next();
        let is_degree = second == Some('°') && "FfCcKk".contains(before);
        let is_initials = self.upper.has(before) && second.is_some_and(|c| self.upper.has(c));
        usize::from(self.before_dot.has(before) || is_degree || is_initials)
    }
}
