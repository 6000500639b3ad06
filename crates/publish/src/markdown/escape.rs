//! Article text as literal Markdown.

use crate::plain;

/// The text so that Markdown shows it letter by letter. Only characters that
/// could mean something inside a line are escaped; [`at_line_start`] sees to
/// the others.
pub(super) fn escape(text: &str) -> String {
    let line = plain::line(text);
    let mut escaped = String::with_capacity(line.len() + 8);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let means_something = match c {
            // "$" starts a formula and "~" a strike-through on GitHub.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '$' => true,
            '&' => chars.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#'),
            _ => false,
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Escaped text that may open a block: "1. January" is no list, "# 4" no heading.
pub(super) fn at_line_start(text: &str) -> String {
    let escaped = escape(text);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match escaped.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => {
            format!("{}\\{}", &escaped[..digits], &escaped[digits..])
        }
        Some(b'#' | b'+' | b'-' | b'=' | b':' | b'>') if digits == 0 => format!("\\{escaped}"),
        _ => escaped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mean_something_is_escaped() {
        let cases = [
            ("plain (text), it's fine!", "plain (text), it's fine!"),
            ("*a* _b_ `c` [d](e) <f> &amp;", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> \\&amp;"),
            ("# one", "\\# one"),
            ("- one", "\\- one"),
            ("12. one", "12\\. one"),
            ("12) one", "12\\) one"),
            ("12 ones", "12 ones"),
            ("> one & two > three", "\\> one & two > three"),
            ("=== ", "\\==="),
        ];
        for (given, expected) in cases {
            assert_eq!(at_line_start(given), expected);
        }
    }
}
