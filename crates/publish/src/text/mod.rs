//! The terminal form.

mod changes;
mod layout;
mod paint;
mod parts;
mod wrap;

pub use changes::changes_text;
pub use parts::{TextStyle, text};
