//! The Markdown form: CommonMark that also works on GitHub.

mod changes;
mod escape;
mod parts;

pub use changes::changes_markdown;
pub use parts::markdown;
