//! The terminal form.

mod layout;
mod paint;
mod parts;
mod wrap;

pub use parts::{TextStyle, text};
