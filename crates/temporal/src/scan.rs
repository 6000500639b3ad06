//! Owns looking at tokens by place: class, text, what touches what. It refuses to build anything.

use std::cell::Cell;

use crate::token::Token;
use crate::word::Word;

/// A text and its tokens. Looking past either end is allowed and finds [`Word::Break`].
pub(crate) struct Scan<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    /// Whether the words of English mean anything.
    pub(crate) english: bool,
    /// How deep reading is nested: "the end of the end of ..." must not run away.
    pub(crate) depth: Cell<u8>,
    /// Whether history is told ([`crate::Mode::Narrative`]).
    pub(crate) narrative: bool,
}

impl Scan<'_> {
    pub(crate) fn word(&self, i: usize) -> Word {
        self.tokens.get(i).map_or(Word::Break, |token| token.word)
    }

    /// The class of the token before `i`.
    pub(crate) fn before(&self, i: usize) -> Word {
        i.checked_sub(1).map_or(Word::Break, |i| self.word(i))
    }

    pub(crate) fn text(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| &self.text[token.start..token.end])
    }

    /// Whether token `i` reads `lower`, whatever its case.
    pub(crate) fn is(&self, i: usize, lower: &str) -> bool {
        self.text(i).eq_ignore_ascii_case(lower)
    }

    pub(crate) fn any(&self, i: usize, lower: &[&str]) -> bool {
        let text = self.text(i);
        lower.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    pub(crate) fn punct(&self, i: usize, byte: u8) -> bool {
        self.word(i) == Word::Punct(byte)
    }

    /// Whether token `i` touches the one before.
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.glued)
    }

    pub(crate) fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.capital)
    }

    /// Punctuation that touches the token before it.
    pub(crate) fn glued_punct(&self, i: usize, byte: u8) -> bool {
        self.punct(i, byte) && self.glued(i)
    }

    /// A hyphen with no space on either side.
    pub(crate) fn hyphen(&self, i: usize) -> bool {
        self.glued_punct(i, b'-') && self.glued(i + 1)
    }

    /// Whether nothing runs on at token `i`: a space, or punctuation that closes.
    pub(crate) fn closes(&self, i: usize) -> bool {
        !self.glued(i) || matches!(self.word(i), Word::Punct(b'.' | b',' | b')' | b';' | b':'))
    }

    /// A run of digits: value and length.
    pub(crate) fn digits(&self, i: usize) -> Option<(u32, u8)> {
        match self.word(i) {
            Word::Digits(value, length) => Some((value, length)),
            _ => None,
        }
    }

    /// The place after a comma at `i`, or `i`.
    pub(crate) fn comma(&self, i: usize) -> usize {
        i + usize::from(self.punct(i, b','))
    }

    /// The place after a possessive `'s` at `i`, or `None`.
    pub(crate) fn possessive(&self, i: usize) -> Option<usize> {
        if !self.glued_punct(i, b'\'') {
            return None;
        }
        if self.glued(i + 1) && self.is(i + 1, "s") { Some(i + 2) } else { Some(i + 1) }
    }
}
