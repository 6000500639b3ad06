//! Article text made safe for one line of plain text.
//!
//! A control character can drive a terminal (colours, the clipboard, the
//! title), and a direction override can make `evil.example` read as another
//! name. Both go; the words stay as they are.

/// One line without control characters and direction overrides, its runs of
/// white space made one space.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = true;
        } else if !(c.is_control() || drives_direction(c)) {
            if gap && !line.is_empty() {
                line.push(' ');
            }
            gap = false;
            line.push(c);
        }
    }
    line
}

/// Embeddings, overrides and isolates, tag characters and the interlinear
/// marks: none is part of a word.
fn drives_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn nothing_drives_the_terminal() {
        assert_eq!(line(" a\u{1b}[31m  b\n\u{7}c\u{202e}d\u{9b}e "), "a[31m b cde");
        assert_eq!(line("صحيفة 港湾 é\u{200d}"), "صحيفة 港湾 é\u{200d}");
    }
}
