//! Owns the data file that is built into the crate: its sections and their number formats.

mod half;
mod sections;

pub(crate) use sections::Sections;

/// Everything the English pipeline knows, made by `tools/syntax/make_weights.py`.
pub(crate) static ENGLISH: &[u8] = include_bytes!("../../data/en.bin");
