//! Messages on stderr, safe to show: a file's name or an article's title must
//! not drive the reader's terminal.

use std::io::Write;

/// Prints one message on stderr. Nobody may be reading there any more; that
/// stops no work.
pub fn say(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", plain(message));
}

/// Without control characters (but line ends) and direction overrides.
pub fn plain(text: &str) -> String {
    let drives = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if drives(c) { '\u{fffd}' } else { c }).collect()
}

/// "Vess Herald: Bridge closes"; the title alone where nobody knows the outlet.
pub fn titled(outlet: &str, title: &str) -> String {
    match outlet.trim() {
        "" => title.to_owned(),
        outlet => format!("{outlet}: {title}"),
    }
}

/// "1 article", "3 articles", "2 stories".
pub fn counted(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        (_, None) => format!("{number} {noun}s"),
    }
}
