//! Owns the cutting of overlong texts, so that memory and time have a bound: a text of
//! more tokens than any sentence or paragraph has is analysed in slices.

use crate::doc::Doc;
use crate::parser::{ROOT, edges};
use crate::pipeline::token;
use crate::tokenizer::Piece;
use crate::wants::Wants;

/// Tokens in a slice at most; longer than any article that is not a book.
const LONGEST: usize = 8192;

/// Tokens of one text that are analysed together.
pub(crate) struct Slice<'a> {
    pub(crate) text: &'a str,
    pub(crate) pieces: &'a [Piece],
    is_first: bool,
}

impl Slice<'_> {
    /// The slice before anything is known of it.
    pub(crate) fn doc(&self) -> Doc {
        let mut tokens: Vec<_> = self.pieces.iter().map(|piece| token(self.text, piece)).collect();
        for (number, token) in tokens.iter_mut().enumerate() {
            token.head = number as u32;
            token.sentence_start = number == 0;
        }
        Doc { tokens, ..Doc::default() }
    }
}

/// Cuts a text if it is too long, after the end of a sentence where there is one.
pub(crate) fn slice<'a>(text: &'a str, pieces: &'a [Piece]) -> Vec<Slice<'a>> {
    let ends_sentence = |piece: &Piece| {
        matches!(&text[piece.start as usize..piece.end as usize], "." | "!" | "?" | "\n" | "\n\n")
    };
    let mut slices = Vec::new();
    let mut rest = pieces;
    loop {
        let end = if rest.len() <= LONGEST {
            rest.len()
        } else {
            let later_half = &rest[LONGEST / 2..LONGEST];
            later_half.iter().rposition(ends_sentence).map_or(LONGEST, |at| LONGEST / 2 + at + 1)
        };
        let (pieces, later) = rest.split_at(end);
        slices.push(Slice { text, pieces, is_first: slices.is_empty() });
        if later.is_empty() {
            return slices;
        }
        rest = later;
    }
}

/// Puts the analyses of slices together, so that there is one a text. Texts that are one
/// sentence keep one root: those of later slices hang on the first.
pub(crate) fn join(texts: usize, slices: &[Slice], docs: Vec<Doc>, wants: Wants) -> Vec<Doc> {
    let mut joined: Vec<Doc> = Vec::with_capacity(texts);
    for (slice, mut doc) in slices.iter().zip(docs) {
        if slice.is_first {
            joined.push(doc);
            continue;
        }
        let whole = joined.last_mut().expect("a later slice has one before it");
        let root = whole.tokens.iter().position(|token| token.dep == ROOT);
        let offset = whole.tokens.len() as u32;
        for token in &mut doc.tokens {
            token.head += offset;
        }
        if wants.one_sentence {
            for (number, token) in doc.tokens.iter_mut().enumerate() {
                token.sentence_start = false;
                if let Some(root) = root
                    && token.head == offset + number as u32
                {
                    (token.head, token.dep) = (root as u32, "dep");
                }
            }
        }
        whole.tokens.append(&mut doc.tokens);
        whole.names.extend(doc.names.into_iter().map(|mut name| {
            name.first += offset;
            name.last += offset;
            name
        }));
    }
    if wants.tree {
        for doc in &mut joined {
            let heads: Vec<_> = doc.tokens.iter().map(|token| token.head).collect();
            doc.edges = edges(&heads);
        }
    }
    joined
}
