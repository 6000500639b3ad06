//! Messages on stderr: one line each, safe to show.

use std::io::Write;

/// Says one line. Nobody may be reading stderr any more; that stops no work.
pub fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr().lock(), "{}", plain(&line.to_string()));
}

/// On one line, without control characters and direction overrides: a file's
/// name or an article's title must not drive the reader's terminal.
pub fn plain(text: &str) -> String {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |c: char| match c {
        c if c.is_whitespace() => ' ',
        c if c.is_control() || turns(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}
