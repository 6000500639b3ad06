//! A line cut into numbers, words and marks, digits of any script read.

/// What a piece of a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Digits.
    Number(u32),
    /// Letters, in lower case.
    Word(String),
    /// Anything else but space.
    Mark(char),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// Bytes of the line.
    pub start: usize,
    pub end: usize,
    /// Characters, for numbers their digits.
    pub length: usize,
}

impl Token {
    pub fn number(&self) -> Option<u32> {
        match self.kind {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// First digits of the scripts that news is written in.
const ZEROS: [u32; 15] = [
    0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0x1040,
    0x17e0, 0xff10,
];

fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = u32::from(c);
    ZEROS.iter().map(|zero| code.wrapping_sub(*zero)).find(|digit| *digit < 10)
}

/// Letters, with the signs that Indian and Thai words are written with.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(u32::from(c), 0x300..=0x36f | 0x610..=0x65f | 0x900..=0xdff | 0xe31..=0xe4e | 0x200c | 0x200d)
}

/// Cuts at most `limit` bytes of a line.
pub fn tokens(line: &str, limit: usize) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = line.char_indices().take_while(|(at, _)| *at < limit).peekable();
    while let Some((start, c)) = rest.next() {
        let mut end = start + c.len_utf8();
        let mut length = 1;
        let kind = if let Some(mut value) = digit(c) {
            while let Some((at, next)) = rest.next_if(|(_, c)| digit(*c).is_some()) {
                value = value.saturating_mul(10).saturating_add(digit(next).unwrap_or(0));
                (end, length) = (at + next.len_utf8(), length + 1);
            }
            Kind::Number(value)
        } else if is_letter(c) {
            let thai = ('\u{e00}'..'\u{e80}').contains(&c);
            // The short names of Thai months hold a full stop: "ม.ค.".
            while let Some((at, next)) = rest.next_if(|(at, c)| {
                digit(*c).is_none() && is_letter(*c)
                    || thai && *c == '.' && line[at + 1..].starts_with(is_letter)
            }) {
                (end, length) = (at + next.len_utf8(), length + 1);
            }
            Kind::Word(line[start..end].to_lowercase())
        } else if c.is_whitespace() {
            continue;
        } else {
            Kind::Mark(c)
        };
        found.push(Token { kind, start, end, length });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_lines() {
        let shown = |line: &str| {
            let shown = tokens(line, 200).into_iter().map(|t| match t.kind {
                Kind::Number(value) => format!("#{value}"),
                Kind::Word(word) => word,
                Kind::Mark(mark) => mark.to_string(),
            });
            shown.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("7. Mai 2026"), "#7 . mai #2026");
        assert_eq!(shown("2020年6月7日"), "#2020 年 #6 月 #7 日");
        assert_eq!(shown("٧ يونيو ٢٠٢٠"), "#7 يونيو #2020");
        assert_eq!(shown("१२ जुलाई २०२०"), "#12 जुलाई #2020");
        assert_eq!(shown("7 ม.ค. 2563"), "#7 ม.ค . #2563");
    }
}
