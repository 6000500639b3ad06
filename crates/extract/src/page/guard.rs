//! Hostile and bloated pages made harmless before they are parsed.
//!
//! One linear pass over the source: scripts, styles and comments go (JSON-LD
//! stays), elements deeper than any real page are flattened, and a page of
//! more elements than any real page ends there. The parser's time grows with
//! the square of the depth, so this keeps every page to about a second.

/// Deepest nesting; real pages stay below 100.
const MAX_DEPTH: usize = 250;
/// Tables in tables; old pages have five or six.
const MAX_TABLES: usize = 12;
/// Most tags; real pages stay below 20,000.
const MAX_TAGS: usize = 120_000;
/// Longest tag kept, attributes and all.
const MAX_TAG_BYTES: usize = 64 * 1024;
/// Most bytes kept; without scripts, real pages stay below 3 MB.
const MAX_KEPT: usize = 5 * 1024 * 1024;

/// Elements without content.
const VOID: [&str; 16] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "frame", "keygen",
];

/// Elements that a sibling of the same name closes.
const SELF_CLOSING: [&str; 13] = [
    "p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead", "tfoot", "optgroup", "rp",
];

/// Elements whose content is no markup.
const RAW: [&str; 9] =
    ["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "svg"];

/// A page that any parser can take.
pub fn tame(html: &str) -> String {
    let mut tamer = Tamer {
        html,
        out: String::with_capacity(html.len() / 2),
        open: Vec::new(),
        tables: 0,
        tags: 0,
    };
    tamer.run();
    tamer.out
}

struct Tamer<'a> {
    html: &'a str,
    out: String,
    open: Vec<Open>,
    tables: usize,
    tags: usize,
}

struct Open {
    name: String,
    kept: bool,
}

impl Tamer<'_> {
    fn run(&mut self) {
        let html = self.html;
        let mut at = 0;
        while let Some(found) = html[at..].find('<') {
            let start = at + found;
            self.text(&html[at..start]);
            if self.tags > MAX_TAGS || self.out.len() >= MAX_KEPT {
                return;
            }
            at = self.markup(start);
        }
        self.text(&html[at..]);
    }

    /// Keeps as much text as there is room for.
    fn text(&mut self, text: &str) {
        let mut end = text.len().min(MAX_KEPT.saturating_sub(self.out.len()));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.out.push_str(&text[..end]);
    }

    /// Handles what begins with `<` at `start`; says where to go on.
    fn markup(&mut self, start: usize) -> usize {
        let html = self.html;
        let rest = &html[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.find("-->").map_or(html.len(), |end| start + 4 + end + 3);
        }
        if rest.starts_with("<![CDATA[") {
            return start + 9;
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = rest.find('>').map_or(html.len(), |end| start + end + 1);
            if rest.len() > 9
                && rest.is_char_boundary(9)
                && rest[..9].eq_ignore_ascii_case("<!doctype")
            {
                self.out.push_str(&html[start..end]);
            }
            return end;
        }
        let closing = rest.starts_with("</");
        let from = start + if closing { 2 } else { 1 };
        let length = html[from..]
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b == b':')
            .count();
        if length == 0 || !html.as_bytes()[from].is_ascii_alphabetic() {
            self.tags += 1;
            self.out.push_str("&lt;");
            return start + 1;
        }
        let name = html[from..from + length].to_ascii_lowercase();
        let end = tag_end(html, from + length);
        self.tags += 1;
        if closing {
            if RAW.contains(&name.as_str()) {
                return end;
            }
            self.close(&name);
            return end;
        }
        let tag = &html[start..end];
        if RAW.contains(&name.as_str()) && !tag.ends_with("/>") {
            return self.raw(&name, tag, end);
        }
        self.open(&name, tag);
        end
    }

    /// Content that is no markup: kept for a title or JSON-LD, else gone.
    fn raw(&mut self, name: &str, tag: &str, end: usize) -> usize {
        let html = self.html;
        let close = find_close(html, end, name).unwrap_or((html.len(), html.len()));
        let kind = if name == "script" { tag.to_ascii_lowercase() } else { String::new() };
        // Some blogs keep their text in a template that a script unpacks.
        if kind.contains("text/template")
            && html[end..close.0].contains("<p")
            && !["{{", "<#", "<%", "${"].iter().any(|m| html[end..close.0].contains(m))
        {
            return end;
        }
        let json = kind.contains("ld+json");
        // A title inside a picture is none of the page's.
        if json || name == "title" {
            self.out.push_str(tag);
            self.out.push_str(&html[end..close.0]);
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        close.1
    }

    fn open(&mut self, name: &str, tag: &str) {
        if VOID.contains(&name) {
            if tag.len() <= MAX_TAG_BYTES {
                self.out.push_str(tag);
            }
            return;
        }
        if SELF_CLOSING.contains(&name) {
            // An item ends at the next item of its own list.
            let within = self.open.iter().rev().take(4);
            let stop = ["table", "ul", "ol", "dl", "select", "div"];
            let back = within
                .take_while(|open| !stop.contains(&open.name.as_str()))
                .position(|open| open.name == name);
            if let Some(back) = back {
                let length = self.open.len();
                self.open.truncate(length - back - 1);
            }
        }
        let table = name == "table";
        let kept = self.open.len() < MAX_DEPTH
            && tag.len() <= MAX_TAG_BYTES
            && !(table && self.tables >= MAX_TABLES);
        if kept {
            self.tables += usize::from(table);
            self.out.push_str(tag);
            self.open.push(Open { name: name.to_owned(), kept });
        } else if self.open.len() < MAX_DEPTH * 2 {
            self.out.push(' ');
            self.open.push(Open { name: name.to_owned(), kept });
        } else {
            self.out.push(' ');
        }
    }

    fn close(&mut self, name: &str) {
        // Parsers look further back than this; no page that means well needs it.
        let back = self.open.iter().rev().take(64).position(|open| open.name == name);
        let Some(back) = back else {
            // `</p>` and `</br>` make elements of their own; the others nothing.
            if self.open.len() < MAX_DEPTH {
                self.out.push_str("</");
                self.out.push_str(name);
                self.out.push('>');
            }
            return;
        };
        let at = self.open.len() - back - 1;
        let gone = self.open.split_off(at);
        self.tables -= gone.iter().filter(|open| open.kept && open.name == "table").count();
        if gone[0].kept {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }
}

/// The byte after the `>` that ends a tag; quotes count after `=` only.
fn tag_end(html: &str, from: usize) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    let mut after_equals = false;
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return at + 1,
            b'=' => after_equals = true,
            quote @ (b'"' | b'\'') if after_equals => {
                match html[at + 1..].find(quote as char) {
                    Some(end) => at += end + 1,
                    None => return html.len(),
                }
                after_equals = false;
            }
            b if b.is_ascii_whitespace() => {}
            _ => after_equals = false,
        }
        at += 1;
    }
    html.len()
}

/// Start and end of the closing tag of a raw element.
fn find_close(html: &str, from: usize, name: &str) -> Option<(usize, usize)> {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        let start = at + found;
        let end = start + 2 + name.len();
        if bytes.len() >= end && bytes[start + 2..end].eq_ignore_ascii_case(name.as_bytes()) {
            let close = html[end..].find('>').map_or(html.len(), |gt| end + gt + 1);
            return Some((start, close));
        }
        at = start + 2;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keeps_what_is_needed() {
        let cases = [
            ("<p>a<b>b</b></p>", "<p>a<b>b</b></p>"),
            ("<script>if (a < b) '<p>'</script>x", "x"),
            (
                "<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>",
                "<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>",
            ),
            ("a<!-- <p> -->b<style>p { }</style>c", "abc"),
            ("<a title=\"x > y\">z</a>", "<a title=\"x > y\">z</a>"),
            ("3 < 4", "3 &lt; 4"),
            ("<!DOCTYPE html><title>a < b</title>", "<!DOCTYPE html><title>a < b</title>"),
            ("<svg><title>icon</title></svg>x", "x"),
            ("<p>open", "<p>open"),
            ("<script type='text/template'><p>a</p></script>b", "<p>a</p>b"),
            ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</ul>"),
        ];
        for (given, expected) in cases {
            assert_eq!(tame(given), expected, "{given}");
        }
    }

    #[test]
    fn flattens_what_is_too_deep() {
        let deep = "<div>".repeat(100_000) + "text" + &"</div>".repeat(100_000);
        let tamed = tame(&deep);
        assert_eq!(tamed.matches("<div>").count(), MAX_DEPTH);
        assert!(tamed.contains("text"));
        let tables = "<table><tr><td>".repeat(3000) + "text";
        assert_eq!(tame(&tables).matches("<table>").count(), MAX_TABLES);
        let flat = "<div><p>a</div>".repeat(1000) + &"<p>b<li>c".repeat(1000);
        assert_eq!(tame(&flat).matches("<p>").count(), 2000, "siblings are not deep");
    }

    proptest! {
        #[test]
        fn tames_any_text(html in "[<>/a-dpé\"'= !-]{0,200}") {
            let once = tame(&html);
            let _ = tame(&once);
        }

        #[test]
        fn keeps_plain_text(text in "[^<]{0,100}") {
            prop_assert_eq!(tame(&text), text);
        }
    }
}
