//! The source of a page cut into text and tags. Linear in the source, however
//! broken it is: no search for an end that is not there is made twice.

/// A piece of the source.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Text as it stands, character references unread.
    Text(&'a str),
    /// A start tag; its attributes stand in [`Scanner::attributes`].
    Start {
        /// As written.
        name: &'a str,
        /// Whether it ends in `/>`.
        closed: bool,
    },
    /// An end tag.
    End(&'a str),
}

/// Attributes of one tag that are kept.
const MAX_ATTRIBUTES: usize = 64;

/// Longest value of an attribute that is kept.
const MAX_VALUE: usize = 32 * 1024;

/// Reads a source from its start.
pub struct Scanner<'a> {
    source: &'a str,
    /// Where it goes on.
    pub at: usize,
    /// No comment ends after here.
    comments_open: bool,
    /// Names and values of the last start tag, as written.
    pub attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Scanner<'a> {
    pub fn new(source: &'a str) -> Self {
        Self { source, at: 0, comments_open: false, attributes: Vec::new() }
    }

    /// The source up to the end tag of a raw element, and past it.
    pub fn raw(&mut self, name: &str) -> &'a str {
        let from = self.at;
        let bytes = self.source.as_bytes();
        for start in memchr::memmem::find_iter(&bytes[from..], "</").map(|found| from + found) {
            let end = start + 2 + name.len();
            let named = bytes
                .get(start + 2..end)
                .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
            if named && bytes.get(end).is_none_or(|next| !next.is_ascii_alphanumeric()) {
                let close = memchr::memchr(b'>', &bytes[end..]);
                self.at = close.map_or(bytes.len(), |close| end + close + 1);
                return &self.source[from..start];
            }
        }
        self.rest()
    }

    /// All of the source that is left.
    pub fn rest(&mut self) -> &'a str {
        let from = std::mem::replace(&mut self.at, self.source.len());
        &self.source[from..]
    }

    /// Passes over a comment, a declaration, an instruction.
    fn pass_over(&mut self) {
        let rest = &self.source[self.at..];
        let bytes = rest.as_bytes();
        let mut length = None;
        if let Some(comment) = rest.strip_prefix("<!--") {
            let empty = ["-->", ">", "->"].iter().find(|end| comment.starts_with(**end));
            length = empty.map(|end| 4 + end.len());
            if length.is_none() && !self.comments_open {
                length = memchr::memmem::find(&bytes[4..], b"-->").map(|end| end + 7);
                self.comments_open = length.is_none();
            }
        }
        // A comment that never ends is taken for its first tag's worth.
        let length = length.or_else(|| memchr::memchr(b'>', bytes).map(|end| end + 1));
        self.at += length.unwrap_or(bytes.len());
    }

    /// Reads attributes up to the end of the tag; whether it ends in `/>`.
    fn read_attributes(&mut self) -> bool {
        self.attributes.clear();
        let bytes = self.source.as_bytes();
        let mut slash = false;
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'>' => {
                    self.at += 1;
                    return slash;
                }
                b'/' => slash = true,
                byte if byte.is_ascii_whitespace() => {}
                _ => {
                    slash = false;
                    self.read_attribute();
                    continue;
                }
            }
            self.at += 1;
        }
        false
    }

    fn read_attribute(&mut self) {
        let bytes = self.source.as_bytes();
        let from = self.at;
        let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'=' | b'>' | b'/');
        // A name may begin with `=`, but never be empty.
        let length = bytes[from + 1..].iter().position(ends).unwrap_or(bytes.len() - from - 1) + 1;
        self.at = from + length;
        let name = &self.source[from..self.at];
        let space = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        let equals = self.at + space(self.at);
        let mut value = "";
        if bytes.get(equals) == Some(&b'=') {
            let start = equals + 1 + space(equals + 1);
            value = match bytes.get(start) {
                Some(quote @ (b'"' | b'\'')) => {
                    let inner = &bytes[start + 1..];
                    match memchr::memchr(*quote, inner) {
                        Some(end) => {
                            self.at = start + end + 2;
                            &self.source[start + 1..start + 1 + end]
                        }
                        // A quotation that never ends goes no further than its tag.
                        None => {
                            let end = memchr::memchr(b'>', inner).unwrap_or(inner.len());
                            self.at = start + 1 + end;
                            &self.source[start + 1..self.at]
                        }
                    }
                }
                _ => {
                    let ends = |b: &u8| b.is_ascii_whitespace() || *b == b'>';
                    let rest = &bytes[start..];
                    self.at = start + rest.iter().position(ends).unwrap_or(rest.len());
                    &self.source[start..self.at]
                }
            };
        }
        if self.attributes.len() < MAX_ATTRIBUTES && value.len() <= MAX_VALUE {
            self.attributes.push((name, value));
        }
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.source.as_bytes();
        loop {
            let start = self.at;
            if start >= bytes.len() {
                return None;
            }
            if bytes[start] != b'<' {
                let length = memchr::memchr(b'<', &bytes[start..]).unwrap_or(bytes.len() - start);
                self.at += length;
                return Some(Token::Text(&self.source[start..self.at]));
            }
            let end_tag = bytes.get(start + 1) == Some(&b'/');
            let from = start + 1 + usize::from(end_tag);
            match bytes.get(from) {
                Some(byte) if byte.is_ascii_alphabetic() => {
                    let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'>' | b'/');
                    let rest = &bytes[from..];
                    let length = rest.iter().position(ends).unwrap_or(rest.len());
                    self.at = from + length;
                    let name = &self.source[from..self.at];
                    let closed = self.read_attributes();
                    return Some(match end_tag {
                        true => Token::End(name),
                        false => Token::Start { name, closed },
                    });
                }
                Some(b'!' | b'?') if !end_tag => self.pass_over(),
                Some(_) if end_tag => self.pass_over(),
                // "3 < 4": a bracket that opens nothing is text.
                _ => {
                    let rest = &bytes[start + 1..];
                    let length = memchr::memchr(b'<', rest).unwrap_or(rest.len());
                    self.at = start + 1 + length;
                    return Some(Token::Text(&self.source[start..self.at]));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> String {
        let mut scanner = Scanner::new(source);
        let mut out = String::new();
        while let Some(token) = scanner.next() {
            out += &match token {
                Token::Text(text) => format!("[{text}]"),
                Token::End(name) => format!("</{name}>"),
                Token::Start { name, closed } => {
                    let attributes = scanner.attributes.iter();
                    let attributes: String =
                        attributes.map(|(name, value)| format!(" {name}={value:?}")).collect();
                    format!("<{name}{attributes}{}>", if closed { "/" } else { "" })
                }
            };
        }
        out
    }

    #[test]
    fn cuts_a_source() {
        for (source, expected) in [
            ("<p>a<b>b</b></p>", "<p>[a]<b>[b]</b></p>"),
            ("a<!-- <p> -->b<!doctype x>c<?xml?>d", "[a][b][c][d]"),
            ("<!--> a <!-- -- --> b", "[ a ][ b]"),
            ("<a title=\"x > y\" href=z hidden>", "<a title=\"x > y\" href=\"z\" hidden=\"\">"),
            ("<A  HREF = 'x'\n/>", "<A HREF=\"x\"/>"),
            ("<br/><a href=/x/>", "<br/><a href=\"/x/\">"),
            ("3 < 4 <3 <", "[3 ][< 4 ][<3 ][<]"),
            ("a<!-- never > b", "[a][ b]"),
            ("<a title=\"never>b<p>", "<a title=\"never\">[b]<p>"),
            ("<p", "<p>"),
            ("</ p>a</p x=y>", "[a]</p>"),
            ("<a =b>", "<a =b=\"\">"),
            ("<p\u{e9}>é", "<p\u{e9}>[é]"),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn reads_raw_content() {
        let mut scanner = Scanner::new("<script>if (a</b) '</scripts>'</SCRIPT >x");
        scanner.next();
        assert_eq!(scanner.raw("script"), "if (a</b) '</scripts>'");
        assert_eq!(scanner.next(), Some(Token::Text("x")));
    }
}
