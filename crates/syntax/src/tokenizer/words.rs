//! Owns the cutting of a text at white space and of each word from its ends inwards.

use super::affixes::Affixes;
use super::infixes::Infixes;
use super::special::Specials;
use super::url::Urls;
use crate::chars::is_space;
use crate::weights::Sections;

/// A token before anything is known about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Whether a space follows that is not a token itself.
    pub(crate) space: bool,
    /// The id of the normal form, where an exception gives one; 0 elsewhere.
    pub(crate) norm: u64,
}

pub(crate) struct Tokenizer {
    affixes: Affixes,
    infixes: Infixes,
    urls: Urls,
    specials: Specials,
}

impl Tokenizer {
    pub(crate) fn read(data: Sections, id: impl Fn(&str) -> u64) -> Self {
        Self {
            affixes: Affixes::read(data),
            infixes: Infixes::read(data),
            urls: Urls::read(data),
            specials: Specials::read(data, id),
        }
    }

    /// Cuts the text. The pieces are in order and do not overlap.
    pub(crate) fn cut(&self, text: &str) -> Vec<Piece> {
        let mut out = Vec::with_capacity(text.len() / 5 + 1);
        let mut start = 0;
        let mut in_space = text.chars().next().is_some_and(is_space);
        for (at, c) in text.char_indices() {
            if is_space(c) == in_space {
                continue;
            }
            if start < at {
                self.cut_run(text, start, at, in_space, &mut out);
            }
            start = at;
            if c == ' ' {
                // A run of white space that begins with a space gives it to the token before.
                start += 1;
                if let Some(last) = out.last_mut() {
                    last.space = true;
                }
            }
            in_space = !in_space;
        }
        if start < text.len() {
            self.cut_run(text, start, text.len(), in_space, &mut out);
        }
        self.specials.join(text, &mut out);
        out
    }

    /// Cuts a run of characters that are all white space, or none.
    fn cut_run(&self, text: &str, start: usize, end: usize, is_space: bool, out: &mut Vec<Piece>) {
        if self.specials.push(&text[start..end], start, out) {
            return;
        }
        if is_space {
            out.push(piece(start, end));
        } else {
            self.cut_word(text, start, end, out);
        }
    }

    fn cut_word(&self, text: &str, mut start: usize, mut end: usize, out: &mut Vec<Piece>) {
        let is_special = |start: usize, end: usize| self.specials.has(&text[start..end]);
        let mut suffixes = Vec::new();
        while start < end && !is_special(start, end) {
            let prefix = self.affixes.prefix(&text[start..end]);
            if prefix > 0 && is_special(start + prefix, end) {
                out.push(piece(start, start + prefix));
                start += prefix;
                break;
            }
            let suffix = self.affixes.suffix(&text[start + prefix..end]);
            if suffix > 0 && is_special(start, end - suffix) {
                suffixes.push(piece(end - suffix, end));
                end -= suffix;
                break;
            }
            if prefix == 0 && suffix == 0 {
                break;
            }
            if prefix > 0 {
                out.push(piece(start, start + prefix));
                start += prefix;
            }
            if suffix > 0 {
                suffixes.push(piece(end - suffix, end));
                end -= suffix;
            }
        }
        let core = &text[start..end];
        if !core.is_empty() && !self.specials.push(core, start, out) {
            if self.urls.is_url(core) {
                out.push(piece(start, end));
            } else {
                self.infixes.cut(core, start, out);
            }
        }
        out.extend(suffixes.into_iter().rev());
    }
}

pub(super) fn piece(start: usize, end: usize) -> Piece {
    Piece { start: start as u32, end: end as u32, space: false, norm: 0 }
}
