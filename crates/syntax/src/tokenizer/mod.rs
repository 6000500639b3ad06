//! Owns the cutting of text into tokens, by spaCy's rules for English. It never changes
//! the text: a token is a range of it, and what lies between tokens is one space at most.

mod affixes;
mod infixes;
mod special;
mod url;
mod words;

pub(crate) use words::{Piece, Tokenizer};
