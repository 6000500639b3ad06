//! Quotations: spans between quotation marks of every kind.

use std::ops::Range;

/// A quotation: the words between the marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Bytes of the text between the marks.
    pub inner: Range<usize>,
    /// Bytes with the marks.
    pub outer: Range<usize>,
    /// Whether both marks are there; speech that runs over sentences is open.
    pub closed: bool,
}

/// The quotations in `text[span]`, outermost only, in order.
///
/// A straight single mark opens a quotation only after a space and before a
/// letter, so that "workers' rights" and "the '90s" stay whole.
pub fn quotes(text: &str, span: Range<usize>) -> Vec<Quote> {
    let slice = &text[span.clone()];
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, char)> = None;
    let mut before = ' ';
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        match open {
            None => {
                if let Some(close) = closer(c, before, next) {
                    open = Some((at, at + c.len_utf8(), close));
                } else if matches!(c, '”' | '»') {
                    // Speech that began in an earlier sentence ends here.
                    found.push(quote(span.start, 0..at, 0..at + c.len_utf8(), false));
                }
            }
            Some((outer, inner, close)) => {
                if ends(c, close, before, next) {
                    found.push(quote(span.start, inner..at, outer..at + c.len_utf8(), true));
                    open = None;
                }
            }
        }
        before = c;
    }
    if let Some((outer, inner, close)) = open
        && close != '\''
        && close != '’'
    {
        found.push(quote(span.start, inner..slice.len(), outer..slice.len(), false));
    }
    found
}

fn quote(base: usize, inner: Range<usize>, outer: Range<usize>, closed: bool) -> Quote {
    Quote {
        inner: base + inner.start..base + inner.end,
        outer: base + outer.start..base + outer.end,
        closed,
    }
}

fn closer(c: char, before: char, next: char) -> Option<char> {
    let opens = !before.is_alphanumeric() && !next.is_whitespace();
    match c {
        '"' if opens => Some('"'),
        '“' | '„' => Some('”'),
        '«' => Some('»'),
        '‘' if opens => Some('’'),
        '\'' if opens && next.is_alphabetic() => Some('\''),
        _ => None,
    }
}

fn ends(c: char, close: char, before: char, next: char) -> bool {
    match close {
        '"' => c == '"',
        '”' => matches!(c, '”' | '"'),
        '’' | '\'' => (c == close) && !next.is_alphanumeric() && !before.is_whitespace(),
        _ => c == close,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_of_every_kind() {
        let cases: [(&str, &[&str]); 8] = [
            ("He called it \"a trap\" and left.", &["a trap"]),
            ("“It is over,” she said, “for now.”", &["It is over,", "for now."]),
            ("a ‘clear’ pledge", &["clear"]),
            ("the workers' rights of the '90s", &[]),
            ("a 'clear, unambiguous' pledge", &["clear, unambiguous"]),
            ("“We don’t know", &["We don’t know"]),
            ("we go on.” He left.", &["we go on."]),
            ("«Fini», dit-il", &["Fini"]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> =
                quotes(text, 0..text.len()).into_iter().map(|q| &text[q.inner]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
