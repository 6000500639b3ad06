//! English as the later steps need it: words, sentences, parts of speech, dependency
//! trees, names and dictionary forms.
//!
//! This is a port of spaCy's pipeline `en_core_web_sm` 3.8 with the same weights, built
//! into the crate: no files, no network, no settings. It says what stands in a sentence;
//! what a statement claims and whether it is true are questions of other crates.
//!
//! Invariants: offsets are bytes of the text given and lie on character boundaries; tokens
//! are in order, do not overlap and leave out single spaces only; any text is accepted and
//! takes time in proportion to its length; the same text has the same analysis on every
//! machine.

mod attributes;
mod chars;
mod doc;
mod finite;
mod hash;
mod lemmas;
mod lexicon;
mod names;
mod network;
mod parser;
mod pipeline;
mod slices;
mod tagger;
mod tokenizer;
mod wants;
mod weights;

pub use doc::{Doc, NameSpan, Token};
pub use pipeline::Pipeline;
pub use wants::Wants;
