//! Text without the characters that only steer how it is shown: a control
//! character drives a terminal, and a direction override makes one name read
//! as another. Words never need them; the stored text holds none.

use std::borrow::Cow;

/// Without terminal sequences, control characters and direction overrides.
pub fn visible(text: &str) -> Cow<'_, str> {
    // Nearly every text has none of them.
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' if chars.next_if_eq(&'[').is_some() => end_sequence(&mut chars),
            '\u{9b}' => end_sequence(&mut chars),
            c if c.is_whitespace() => out.push(c),
            c if c.is_control() => out.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn steers(c: char) -> bool {
    match c {
        ' '..='~' => false,
        c => {
            c.is_control() && !c.is_whitespace()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        }
    }
}

/// Passes over the rest of "ESC [ 31 m".
fn end_sequence(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while chars.next_if(|c| c.is_ascii_digit() || *c == ';').is_some() {}
    let _ = chars.next_if(char::is_ascii_alphabetic);
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn words_stay() {
        let cases = [
            ("Bridge closes", "Bridge closes"),
            ("a\u{1b}[31mb\u{1b}[0;1mc", "abc"),
            ("a\u{9b}2Jb", "ab"),
            ("a\u{1b}]0;x\u{7}b", "a ]0;x b"),
            ("\u{202e}txet\u{202c}", "txet"),
            ("صحيفة\u{200f} é\u{200d}", "صحيفة\u{200f} é\u{200d}"),
        ];
        for (text, expected) in cases {
            assert_eq!(visible(text), expected);
        }
    }
}
