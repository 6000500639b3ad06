//! Constant patterns, compiled once.

use regex::Regex;

/// Compiles a pattern that stands in the source.
pub fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("patterns are constants that a test has compiled")
}

/// Declares a pattern that is compiled when it is first used.
macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident = $source:expr;)+) => {
        $($(#[$doc])* static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| $crate::pattern::pattern($source));)+
    };
}
pub(crate) use patterns;
