//! Owns what cuts a word in the middle: hyphens, slashes, dots between sentences, icons.

use super::words::{Piece, piece};
use crate::chars::CharSet;
use crate::weights::Sections;

const HYPHENS: [&str; 7] = ["-", "–", "—", "--", "---", "——", "~"];

pub(super) struct Infixes {
    icon: CharSet,
    alpha: CharSet,
    lower: CharSet,
    upper: CharSet,
    quote: CharSet,
}

impl Infixes {
    pub(super) fn read(data: Sections) -> Self {
        let set = |name| CharSet::read(data, name);
        let (icon, alpha) = (set("icon"), set("alpha"));
        Self { icon, alpha, lower: set("lower"), upper: set("upper"), quote: set("quote") }
    }

    /// Cuts a word that has no prefix and no suffix; `offset` is where it begins.
    pub(super) fn cut(&self, word: &str, offset: usize, out: &mut Vec<Piece>) {
        let mut start = 0;
        let mut before = None;
        let mut from = 0;
        for (at, c) in word.char_indices() {
            if at >= from
                && let Some(length) = self.length(word, at, before)
            {
                from = at + length;
                // An infix at the very front cuts nothing.
                if at > 0 {
                    if start < at {
                        out.push(piece(offset + start, offset + at));
                    }
                    out.push(piece(offset + at, offset + from));
                    start = from;
                }
            }
            before = Some(c);
        }
        if start < word.len() {
            out.push(piece(offset + start, offset + word.len()));
        }
    }

    /// The length of the infix that begins here, if one does.
    fn length(&self, word: &str, at: usize, before: Option<char>) -> Option<usize> {
        let here = &word[at..];
        let c = here.chars().next()?;
        if c.is_ascii_alphanumeric() {
            return None;
        }
        let after = |length: usize| here[length..].chars().next();
        if c == '.' {
            let dots = here.bytes().take_while(|b| *b == b'.').count();
            if dots > 1 {
                return Some(dots);
            }
        }
        if c == '…' || self.icon.has(c) {
            return Some(c.len_utf8());
        }
        let before = before?;
        let fits = match c {
            '+' | '-' | '*' | '^'
                if before.is_ascii_digit()
                    && after(1).is_some_and(|c| c.is_ascii_digit() || c == '-') =>
            {
                true
            }
            '.' => {
                (self.lower.has(before) || self.quote.has(before))
                    && after(1).is_some_and(|c| self.upper.has(c) || self.quote.has(c))
            }
            ',' => self.alpha.has(before) && after(1).is_some_and(|c| self.alpha.has(c)),
            ':' | '<' | '>' | '=' | '/' => {
                self.joins(before) && after(1).is_some_and(|c| self.alpha.has(c))
            }
            _ => false,
        };
        if fits {
            return Some(1);
        }
        if !matches!(c, '-' | '–' | '—' | '~') || !self.joins(before) {
            return None;
        }
        HYPHENS
            .iter()
            .filter(|hyphen| here.starts_with(**hyphen))
            .map(|hyphen| hyphen.len())
            .find(|length| after(*length).is_some_and(|c| self.alpha.has(c)))
    }

    fn joins(&self, before: char) -> bool {
        before.is_ascii_digit() || self.alpha.has(before)
    }
}
