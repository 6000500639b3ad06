//! Quotation marks of every kind: which open, which close, and what stands
//! between them. Who speaks is a question of [`crate::quotations`].
//!
//! A mark is judged by the characters beside it and by the next mark that could
//! close it, which one pass from the right finds beforehand; so the time is
//! linear, however many marks there are and however few of them match.

use std::ops::Range;

/// The words between two quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Bytes of the text between the marks.
    pub inner: Range<usize>,
    /// Bytes with the marks.
    pub outer: Range<usize>,
    /// Whether both marks are there; speech that runs over sentences or
    /// paragraphs is open.
    pub closed: bool,
}

impl Quote {
    /// The part of it that stands in `span`; open where it goes on outside.
    pub fn within(&self, span: &Range<usize>) -> Option<Self> {
        let clip = |r: &Range<usize>| r.start.max(span.start)..r.end.min(span.end);
        let (inner, outer) = (clip(&self.inner), clip(&self.outer));
        let closed = self.closed && outer == self.outer;
        (inner.start < inner.end).then_some(Self { inner, outer, closed })
    }
}

/// The quotations in `text[span]`, a sentence or a paragraph: outermost only,
/// in order.
///
/// ```
/// # use throughline_annotate::quotes;
/// let text = "“It’s over,” she said. ‘The workers’ rights are gone,’ he said \"again\".";
/// let found: Vec<_> = quotes(text, 0..text.len()).into_iter().map(|q| &text[q.inner]).collect();
/// assert_eq!(found, ["It’s over,", "The workers’ rights are gone,", "again"]);
/// ```
pub fn quotes(text: &str, span: Range<usize>) -> Vec<Quote> {
    let slice = &text[span.clone()];
    let marks = marks(slice);
    let closable = closable(&marks);
    let mut found = Vec::new();
    let mut open: Option<&Mark> = None;
    let mut add = |inner: Range<usize>, outer: Range<usize>, closed| {
        if !slice[inner.clone()].trim().is_empty() {
            let shift = |r: Range<usize>| span.start + r.start..span.start + r.end;
            found.push(Quote { inner: shift(inner), outer: shift(outer), closed });
        }
    };
    let mut marked = false;
    for (number, mark) in marks.iter().enumerate() {
        let end = mark.at + mark.sign.len_utf8();
        match open {
            Some(first) if closes(first.sign, mark, &closable[number + 1]) => {
                let inner = first.at + first.sign.len_utf8()..mark.at;
                if !is_elision(&slice[inner.clone()], first.sign) {
                    add(inner, first.at..end, true);
                }
                open = None;
                marked = true;
            }
            // The mark that should have closed the one before was forgotten.
            Some(first) if is_double(first.sign) && reopens(first.sign, mark) => {
                add(first.at + first.sign.len_utf8()..mark.at, first.at..mark.at, false);
                open = Some(mark);
            }
            None if opens(mark, &closable[number + 1]) => open = Some(mark),
            // Speech that began in an earlier sentence or paragraph ends here.
            None if matches!(mark.sign, '”' | '»') && !marked => {
                add(0..mark.at, 0..end, false);
            }
            _ => {}
        }
        marked |= is_double(mark.sign) || mark.sign == '»';
    }
    if let Some(first) = open.filter(|first| is_double(first.sign)) {
        add(first.at + first.sign.len_utf8()..slice.len(), first.at..slice.len(), false);
    }
    found
}

/// A sign that may be a quotation mark, with the characters beside it.
struct Mark {
    at: usize,
    sign: char,
    before: char,
    next: char,
    /// The character after the space that follows.
    beyond: char,
}

fn marks(slice: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut chars = slice.char_indices();
    while let Some((at, sign)) = chars.next() {
        if is_sign(sign) {
            let mut ahead = chars.clone().map(|(_, c)| c);
            let (next, beyond) = (ahead.next().unwrap_or(' '), ahead.next().unwrap_or(' '));
            found.push(Mark { at, sign, before, next, beyond });
        }
        before = sign;
    }
    found
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '‘'
            | '’'
            | '‚'
            | '\''
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

/// Single marks must have a partner: they may be apostrophes.
fn is_double(sign: char) -> bool {
    matches!(sign, '"' | '“' | '„' | '«' | '”')
}

/// Which single marks could still close, from each mark on.
#[derive(Clone, Copy, Default)]
struct Closable {
    straight: bool,
    curly: bool,
    /// The next single mark that could close does so for sure: `,’`.
    sure: bool,
}

/// For each mark what comes at or after it, and nothing after the last.
fn closable(marks: &[Mark]) -> Vec<Closable> {
    let mut found = vec![Closable::default(); marks.len() + 1];
    for (number, mark) in marks.iter().enumerate().rev() {
        let mut now = found[number + 1];
        match mark.sign {
            '\'' if may_close(mark) => (now.straight, now.sure) = (true, is_sure(mark)),
            '’' if may_close(mark) => (now.curly, now.sure) = (true, is_sure(mark)),
            // What opens here owns the marks that come after it.
            '‘' => now.sure = false,
            '\'' if !mark.before.is_alphanumeric() => now.sure = false,
            _ => {}
        }
        found[number] = now;
    }
    found
}

fn may_close(mark: &Mark) -> bool {
    !mark.before.is_whitespace() && !mark.next.is_alphanumeric()
}

/// After a point or a comma a single mark is no apostrophe.
fn is_sure(mark: &Mark) -> bool {
    matches!(mark.before, ',' | '.' | '!' | '?' | '…') && may_close(mark)
}

fn opens(mark: &Mark, later: &Closable) -> bool {
    let free = !mark.before.is_alphanumeric() && !mark.next.is_whitespace();
    match mark.sign {
        '"' => free,
        '“' | '„' | '«' | '「' | '『' | '‹' => true,
        // Some languages open with the mark that closes in others.
        '”' | '»' => {
            free && mark.before != mark.sign && mark.next.is_alphanumeric() && {
                mark.before.is_whitespace()
            }
        }
        '‘' => free && later.curly,
        '‚' => free && mark.next.is_alphabetic() && later.curly,
        '\'' => free && (mark.next.is_alphabetic() || mark.next == '"') && later.straight,
        '’' => false,
        _ => false,
    }
}

fn reopens(open: char, mark: &Mark) -> bool {
    match open {
        '"' => false,
        '“' | '”' => mark.sign == '“' && !mark.before.is_alphanumeric(),
        '«' => mark.sign == '«',
        _ => false,
    }
}

fn closes(open: char, mark: &Mark, later: &Closable) -> bool {
    let sign = mark.sign;
    match open {
        // Mid-word, or before a word and after a space, it does not close.
        '"' => {
            matches!(sign, '"' | '”')
                && (!mark.before.is_whitespace() || !mark.next.is_alphanumeric())
        }
        '“' => matches!(sign, '”' | '"'),
        '„' => matches!(sign, '“' | '”' | '"'),
        '”' => sign == '”',
        '«' => sign == '»',
        '»' => matches!(sign, '«' | '»'),
        '‹' => sign == '›',
        '「' => sign == '」',
        '『' => sign == '』',
        '‘' | '‚' => (sign == '’' || open == '‚' && sign == '‘') && single_closes(mark, later),
        '\'' => sign == '\'' && single_closes(mark, later),
        _ => false,
    }
}

/// "the workers’ rights": after an s and before a word it is an apostrophe,
/// where a mark that closes for sure comes later.
fn single_closes(mark: &Mark, later: &Closable) -> bool {
    let plural = mark.before == 's' && mark.next == ' ' && mark.beyond.is_lowercase();
    may_close(mark) && !(plural && later.sure)
}

/// "rock 'n' roll", "'em'".
fn is_elision(inner: &str, sign: char) -> bool {
    !is_double(sign) && matches!(inner, "n" | "N" | "em" | "tis" | "til")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotations_of_every_kind() {
        let cases: [(&str, &[&str]); 22] = [
            ("He called it \"a trap\" and left.", &["a trap"]),
            ("“It is over,” she said, “for now.”", &["It is over,", "for now."]),
            ("a ‘clear’ pledge", &["clear"]),
            ("the workers' rights of the '90s", &[]),
            ("the workers’ rights of the ’90s", &[]),
            ("a 'clear, unambiguous' pledge", &["clear, unambiguous"]),
            ("“We don’t know", &["We don’t know"]),
            ("we go on.” He left.", &["we go on."]),
            ("«Fini», dit-il", &["Fini"]),
            ("« Fini », dit-il", &[" Fini "]),
            ("„Schluss“, sagte er", &["Schluss"]),
            ("„Schluss”, mówi", &["Schluss"]),
            ("»Schluss«, sagte er", &["Schluss"]),
            ("他说：「完了」。", &["完了"]),
            ("“He said ‘no’ twice,” she said.", &["He said ‘no’ twice,"]),
            ("‘He said “no” twice,’ she said.", &["He said “no” twice,"]),
            ("‘The workers’ rights are gone,’ she said", &["The workers’ rights are gone,"]),
            ("'We don't know,' she said. 'Ask them.'", &["We don't know,", "Ask them."]),
            ("rock 'n' roll and \"soul\"", &["soul"]),
            ("“First. “Second,” she said.", &["First. ", "Second,"]),
            ("Ol' man 'cross the road said \"no\"", &["no"]),
            ("6\" nails and 5' boards", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> =
                quotes(text, 0..text.len()).into_iter().map(|q| &text[q.inner]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_are_in_order(text in "[a-zé .,\"'“”‘’«»„]{0,80}") {
            let mut end = 0;
            for quote in quotes(&text, 0..text.len()) {
                prop_assert!(quote.outer.start >= end && quote.outer.start <= quote.inner.start);
                prop_assert!(quote.inner.end <= quote.outer.end);
                prop_assert!(text.get(quote.inner).is_some());
                end = quote.outer.end;
                prop_assert!(text.is_char_boundary(end));
            }
        }
    }
}
