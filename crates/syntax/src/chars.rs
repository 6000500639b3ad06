//! Owns sets of characters, as the tokenizer's rules and the word shapes use them.

use crate::weights::Sections;

/// A set of characters: a table for ASCII, sorted ranges for the rest.
pub(crate) struct CharSet {
    ascii: u128,
    ranges: Vec<(u32, u32)>,
}

impl CharSet {
    /// Reads the set in section `chars.<name>`.
    pub(crate) fn read(data: Sections, name: &str) -> Self {
        let bounds = data.integers(&format!("chars.{name}"));
        let ranges: Vec<_> = bounds.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        let member = |point| ranges.iter().any(|(first, last)| (*first..=*last).contains(&point));
        let ascii =
            (0..128u32).filter(|point| member(*point)).fold(0, |set, point| set | 1 << point);
        Self { ascii, ranges }
    }

    /// Whether the set has the character.
    pub(crate) fn has(&self, c: char) -> bool {
        let point = u32::from(c);
        if point < 128 {
            return self.ascii >> point & 1 == 1;
        }
        let after = self.ranges.partition_point(|(first, _)| *first <= point);
        after > 0 && point <= self.ranges[after - 1].1
    }
}

/// White space as Python's `str.isspace` sees it: Unicode's, and the four separators of
/// ASCII that Unicode leaves out.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}
