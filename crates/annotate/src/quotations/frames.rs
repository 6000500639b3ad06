//! Frames: the sentences of a paragraph with each quotation taken as one token,
//! so that speech of many sentences and the words that tell its speaker stand
//! together.

use std::ops::Range;

use crate::{Sentence, quotes::Quote};

/// A word, a sign or a whole quotation.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub span: Range<usize>,
    pub kind: Kind<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// Lower case.
    Word(&'a str),
    /// A comma, colon, dash, bracket or point.
    Sign(char),
    /// The number of a quotation in its paragraph.
    Quote(usize),
}

impl<'a> Token<'a> {
    pub fn word(&self) -> Option<&'a str> {
        match self.kind {
            Kind::Word(lower) => Some(lower),
            _ => None,
        }
    }

    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub fn quote(&self) -> Option<usize> {
        match self.kind {
            Kind::Quote(number) => Some(number),
            _ => None,
        }
    }
}

/// No sentence is longer than this many tokens; what is, is cut, so that the
/// work on a frame has a bound.
const LONGEST: usize = 300;

/// The frames of one paragraph's sentences.
pub(super) fn frames<'a>(
    text: &str,
    sentences: &'a [Sentence],
    quotes: &[Quote],
) -> Vec<Vec<Token<'a>>> {
    let mut frames: Vec<Vec<Token>> = Vec::new();
    let mut frame = Vec::new();
    let mut next = 0;
    let mut at = 0;
    for sentence in sentences {
        // A quotation may reach in from the sentence before.
        let start = sentence.dateline.as_ref().map_or(sentence.span.start, |d| d.end);
        at = at.max(start);
        for word in &sentence.words {
            if frame.len() >= LONGEST {
                frames.push(std::mem::take(&mut frame));
            }
            while let Some(quote) = quotes.get(next).filter(|q| q.outer.start <= word.span.start) {
                signs(text, at..quote.outer.start, &mut frame);
                if frame.len() >= LONGEST {
                    frames.push(std::mem::take(&mut frame));
                }
                frame.push(Token { span: quote.outer.clone(), kind: Kind::Quote(next) });
                at = at.max(quote.outer.end);
                next += 1;
            }
            if word.span.start >= at {
                signs(text, at..word.span.start, &mut frame);
                frame.push(Token { span: word.span.clone(), kind: Kind::Word(&word.lower) });
                at = word.span.end;
            }
        }
        // A sentence that ends inside a quotation does not end the frame.
        if at <= sentence.span.end {
            signs(text, at..sentence.span.end, &mut frame);
            frames.push(std::mem::take(&mut frame));
        }
    }
    frames.push(frame);
    frames.retain(|frame| !frame.is_empty());
    frames
}

fn signs(text: &str, gap: Range<usize>, frame: &mut Vec<Token>) {
    // A quotation may have begun before the sentence did.
    let Some(slice) = text.get(gap.clone()) else { return };
    for (at, c) in slice.char_indices() {
        // "Petitions.org" is one word to a reader.
        let inside = c == '.' && text[gap.start + at + 1..].starts_with(char::is_alphabetic);
        let sign = match c {
            _ if inside => continue,
            ',' | ':' | ';' | '(' | ')' | '.' | '!' | '?' | '&' => c,
            '—' | '–' => '—',
            '-' if slice[at..].starts_with("- ") => '—',
            '[' => '(',
            ']' => ')',
            _ => continue,
        };
        let at = gap.start + at;
        frame.push(Token { span: at..at + c.len_utf8(), kind: Kind::Sign(sign) });
    }
}
