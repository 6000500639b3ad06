//! The Markdown form: CommonMark that also works on GitHub.

mod escape;
mod parts;

pub use parts::markdown;
