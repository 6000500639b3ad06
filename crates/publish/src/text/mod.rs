//! The terminal form.

mod audit;
mod changes;
mod layout;
mod paint;
mod parts;
mod wrap;

pub use audit::audit_text;
pub use changes::changes_text;
pub use parts::{TextStyle, sources_text, text, timeline_text};
