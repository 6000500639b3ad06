//! Owns the cutting of a text into words, digit runs and punctuation, in one pass over its bytes.
//! It refuses to interpret: a token knows its class from the lexicon and nothing of its neighbours
//! but whether it touches the one before.

use crate::context::Lines;
use crate::lexicon;
use crate::word::Word;

/// A word, digit run, punctuation mark or blank line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) word: Word,
    /// No white space stands between this and the token before.
    pub(crate) glued: bool,
    /// The first letter is upper case.
    pub(crate) capital: bool,
}

/// The ASCII kin of punctuation outside ASCII, and how many bytes it takes.
fn foreign(bytes: &[u8]) -> Option<(u8, usize)> {
    match bytes {
        [0xE2, 0x80, 0x90..=0x95, ..] => Some((b'-', 3)),
        [0xE2, 0x80, 0x98 | 0x99 | 0x9B, ..] => Some((b'\'', 3)),
        [0xE2, 0x80, 0x9C..=0x9F, ..] => Some((b'"', 3)),
        [0xE2, 0x80, 0xA6, ..] => Some((b'.', 3)),
        [0xE2, 0x88, 0x92, ..] => Some((b'-', 3)),
        [0xC2, 0xAB | 0xBB, ..] => Some((b'"', 2)),
        _ => None,
    }
}

/// White space outside ASCII, and how many bytes it takes.
fn blank(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [0xC2, 0xA0 | 0x85, ..] => Some(2),
        [0xE2, 0x80, 0x80..=0x8B | 0xA8 | 0xA9 | 0xAF, ..] | [0xE3, 0x80, 0x80, ..] => Some(3),
        _ => None,
    }
}

fn letters(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = bytes.get(at) {
        let stop = if byte < 0x80 {
            !byte.is_ascii_alphabetic()
        } else {
            matches!(byte, 0xC2 | 0xE2 | 0xE3)
                && (foreign(&bytes[at..]).is_some()
                    || blank(&bytes[at..]).is_some()
                    || bytes[at..].starts_with("½".as_bytes()))
        };
        if stop {
            break;
        }
        at += 1;
    }
    at
}

fn class(word: &[u8]) -> Word {
    if word.len() > lexicon::LONGEST {
        return Word::Other;
    }
    let mut lower = [0; lexicon::LONGEST];
    for (to, from) in lower.iter_mut().zip(word) {
        *to = from.to_ascii_lowercase();
    }
    std::str::from_utf8(&lower[..word.len()]).map_or(Word::Other, lexicon::class)
}

/// Cuts `text` into tokens. With `english` false no word is looked up.
pub(crate) fn cut(text: &str, english: bool, ends: Lines) -> Vec<Token> {
    // The first line may be a title.
    let mut titled = ends == Lines::Titled;
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(bytes.len() / 5 + 4);
    let (mut at, mut lines, mut glued) = (0, 0, false);
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        if byte.is_ascii_whitespace() || byte == 0x0B {
            lines += usize::from(byte == b'\n');
            at += 1;
            glued = false;
            continue;
        }
        if byte >= 0x80
            && let Some(length) = blank(&bytes[at..])
        {
            at += length;
            glued = false;
            continue;
        }
        let ends_title = titled && lines > 0;
        titled &= lines == 0;
        if lines > 1 || ends_title {
            tokens.push(Token {
                start,
                end: start,
                word: Word::Break,
                glued: false,
                capital: false,
            });
        }
        lines = 0;
        let mut capital = false;
        let word = if byte.is_ascii_digit() {
            let mut value = 0_u32;
            while let Some(digit) = bytes.get(at).filter(|digit| digit.is_ascii_digit()) {
                value = value.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
                at += 1;
            }
            Word::Digits(value, u8::try_from(at - start).unwrap_or(u8::MAX))
        } else if byte.is_ascii_alphabetic() {
            at = letters(bytes, at);
            capital = byte.is_ascii_uppercase();
            if english { class(&bytes[start..at]) } else { Word::Other }
        } else if byte < 0x80 {
            at += 1;
            Word::Punct(byte)
        } else if let Some((ascii, length)) = foreign(&bytes[at..]) {
            at += length;
            Word::Punct(ascii)
        } else if bytes[at..].starts_with("½".as_bytes()) {
            at += 2;
            Word::HalfSign
        } else {
            at = letters(bytes, at).max(at + 1);
            while !text.is_char_boundary(at) {
                at += 1;
            }
            Word::Other
        };
        // Chinese, Japanese and Korean set no space beside a date.
        let spaceless = matches!(byte, 0xE3..=0xED);
        tokens.push(Token { start, end: at, word, glued: glued && !spaceless, capital });
        glued = !spaceless;
    }
    tokens
}
