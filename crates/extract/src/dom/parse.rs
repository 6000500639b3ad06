//! Tags into a tree, by the rules of HTML that real pages lean on: what an
//! open paragraph, item or cell is ended by, what stands in the head, what a
//! wrongly nested end tag means.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{
    Document, Tag,
    scan::{Scanner, Token},
    tree::{Node, Span},
};

/// Deepest nesting; real pages stay below 100.
const MAX_DEPTH: usize = 256;
/// Past this depth, elements are not even counted.
const MAX_COUNTED: usize = 1024;
/// Most different names of attributes; real pages have a hundred.
const MAX_ATTRIBUTE_NAMES: usize = 1000;
/// Most nodes; real pages stay below 40,000.
const MAX_NODES: usize = 300_000;
/// Most bytes kept; without scripts, real pages stay below 3 MB.
const MAX_BYTES: usize = 6 * 1024 * 1024;

/// Parses a page.
pub fn parse(source: &str) -> Document {
    let mut doc =
        Document { buffer: String::with_capacity(source.len() / 4), ..Document::default() };
    doc.nodes.push(Node { parent: 0, end: 0, tag: Tag::Html, data: 0..0 });
    let mut builder = Builder {
        doc,
        attribute_names: FxHashMap::default(),
        open: vec![Open::new(Tag::Html, "html", 0)],
        in_head: true,
    };
    builder.push(Tag::Head, "head");
    builder.run(&mut Scanner::new(source));
    builder.finish()
}

/// An element that has not ended.
struct Open<'a> {
    tag: Tag,
    /// As written.
    name: &'a str,
    node: u32,
    /// Its end tag came inside a block that is still open.
    ended: bool,
    /// Its last child, or its start, was a block's edge: space means nothing.
    at_edge: bool,
}

impl<'a> Open<'a> {
    fn new(tag: Tag, name: &'a str, node: u32) -> Self {
        Self { tag, name, node, ended: false, at_edge: tag.is_block() }
    }

    fn is(&self, tag: Tag, name: &str) -> bool {
        self.tag == tag && (tag != Tag::Other || self.name.eq_ignore_ascii_case(name))
    }
}

struct Builder<'a> {
    doc: Document,
    /// Names as written.
    attribute_names: FxHashMap<&'a str, u16>,
    open: Vec<Open<'a>>,
    in_head: bool,
}

impl<'a> Builder<'a> {
    fn run(&mut self, scanner: &mut Scanner<'a>) {
        while let Some(token) = scanner.next() {
            if self.doc.nodes.len() >= MAX_NODES || self.doc.buffer.len() >= MAX_BYTES {
                return;
            }
            match token {
                Token::Text(text) => self.text(text),
                Token::Start { name, closed } => self.start(name, closed, scanner),
                Token::End(name) => {
                    let tag = tag_of(name);
                    match tag {
                        Tag::Br => self.start(name, true, scanner),
                        _ => self.end(tag, name),
                    }
                }
            }
        }
    }

    fn finish(mut self) -> Document {
        if self.in_head {
            self.begin_body(0..0);
        }
        self.close_to(0);
        self.doc
    }

    fn text(&mut self, text: &str) {
        let blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        if self.in_head {
            if blank {
                return;
            }
            self.begin_body(0..0);
        }
        let top = self.top();
        if blank && self.open[top].at_edge {
            return;
        }
        self.open[top].at_edge = false;
        let text = if blank { Cow::Borrowed(" ") } else { htmlize::unescape(text) };
        self.text_node(&text);
    }

    fn text_node(&mut self, text: &str) {
        let mut end = text.len().min(MAX_BYTES.saturating_sub(self.doc.buffer.len()));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let data = self.keep(&text[..end]);
        let parent = self.open[self.top()].node;
        // Text that a comment or a flattened element cut in two is one again.
        if let Some(last) = self.doc.nodes.last_mut()
            && last.tag == Tag::Text
            && last.parent == parent
            && last.data.end == data.start
        {
            last.data.end = data.end;
            return;
        }
        let end = self.doc.nodes.len() as u32 + 1;
        self.doc.nodes.push(Node { parent, end, tag: Tag::Text, data });
    }

    fn keep(&mut self, text: &str) -> Span {
        let start = self.doc.buffer.len() as u32;
        self.doc.buffer.push_str(text);
        start..self.doc.buffer.len() as u32
    }

    /// The innermost open element that stands in the tree.
    fn top(&self) -> usize {
        self.open.len().min(MAX_DEPTH) - 1
    }

    fn start(&mut self, name: &'a str, closed: bool, scanner: &mut Scanner<'a>) {
        let tag = tag_of(name);
        match tag {
            Tag::Html | Tag::Head | Tag::Body => return self.start_frame(tag, scanner),
            Tag::Noscript if self.in_head => {
                scanner.raw(name);
                return;
            }
            _ if tag.is_raw() => return self.start_raw(tag, name, closed, scanner),
            _ => {}
        }
        if self.in_head {
            if !matches!(tag, Tag::Meta | Tag::Link | Tag::Base) {
                self.begin_body(0..0);
            }
        } else {
            self.end_implied(tag, name);
        }
        if tag.is_block() || tag == Tag::Br {
            let top = self.top();
            self.open[top].at_edge = true;
        } else if matches!(tag, Tag::Img | Tag::Input) {
            let top = self.top();
            self.open[top].at_edge = false;
        }
        if tag.is_void() {
            self.node(tag, name, scanner);
        } else if self.open.len() < MAX_DEPTH {
            let node = self.node(tag, name, scanner);
            // Space before an inline element is the parent's; inside it counts on.
            let at_edge = self.open[self.top()].at_edge;
            let mut open = Open::new(tag, name, node);
            open.at_edge |= at_edge;
            self.open.push(open);
        } else if self.open.len() < MAX_COUNTED {
            self.space();
            self.open.push(Open::new(tag, name, 0));
        } else {
            self.space();
        }
    }

    /// Words on both sides of a flattened element stay apart.
    fn space(&mut self) {
        if !self.doc.buffer.ends_with(' ') {
            self.text_node(" ");
        }
    }

    /// A node of an element, its attributes read.
    fn node(&mut self, tag: Tag, name: &str, scanner: &Scanner<'a>) -> u32 {
        let node = self.doc.nodes.len() as u32;
        let data = self.attributes(scanner, node);
        if tag == Tag::Other {
            let span = self.keep(&name.to_ascii_lowercase());
            self.doc.names.push((node, span));
        }
        let parent = self.open[self.top()].node;
        self.doc.nodes.push(Node { parent, end: node + 1, tag, data });
        node
    }

    /// The place of an attribute's name among those of the page.
    fn attribute_name(&mut self, name: &'a str) -> Option<u16> {
        if let Some(place) = self.attribute_names.get(name) {
            return Some(*place);
        }
        let place = self.doc.attribute_names.len();
        if place >= MAX_ATTRIBUTE_NAMES {
            return None;
        }
        let lower = name.to_ascii_lowercase();
        let place = match self.doc.attribute(&lower) {
            Some(place) => place,
            None => {
                let span = self.keep(&lower);
                self.doc.attribute_names.push((span, Vec::new()));
                place as u16
            }
        };
        self.attribute_names.insert(name, place);
        Some(place)
    }

    fn attributes(&mut self, scanner: &Scanner<'a>, node: u32) -> Span {
        let from = self.doc.attributes.len() as u32;
        for (name, value) in &scanner.attributes {
            let Some(place) = self.attribute_name(name) else { continue };
            let value = match value.contains('&') {
                true => self.keep(&htmlize::unescape_attribute(*value)),
                false => self.keep(value),
            };
            self.doc.attributes.push((place, value));
            self.doc.attribute_names[usize::from(place)].1.push(node);
        }
        from..self.doc.attributes.len() as u32
    }

    /// An element without attributes.
    fn push(&mut self, tag: Tag, name: &'a str) {
        let node = self.doc.nodes.len() as u32;
        let parent = self.open[self.top()].node;
        self.doc.nodes.push(Node { parent, end: node + 1, tag, data: 0..0 });
        self.open.push(Open::new(tag, name, node));
    }

    fn start_frame(&mut self, tag: Tag, scanner: &Scanner<'a>) {
        match tag {
            Tag::Html if self.doc.nodes[0].data.is_empty() => {
                self.doc.nodes[0].data = self.attributes(scanner, 0);
            }
            Tag::Body if self.in_head => {
                // What is open is the head, so the body comes next.
                let node = self.doc.nodes.len() as u32;
                let data = self.attributes(scanner, node);
                self.begin_body(data);
            }
            _ => {}
        }
    }

    fn begin_body(&mut self, data: Span) {
        self.in_head = false;
        self.close_to(1);
        self.push(Tag::Body, "body");
        let body = self.doc.nodes.len() - 1;
        self.doc.body = body as u32;
        self.doc.nodes[body].data = data;
    }

    /// Content that is no markup: kept for a title and JSON-LD, else gone.
    fn start_raw(&mut self, tag: Tag, name: &'a str, closed: bool, scanner: &mut Scanner<'a>) {
        match tag {
            Tag::Plaintext => {
                let rest = scanner.rest();
                if self.in_head {
                    self.begin_body(0..0);
                }
                self.push(Tag::Pre, "pre");
                self.text_node(rest);
            }
            Tag::Script => {
                let attributes = std::mem::take(&mut scanner.attributes);
                let kind = attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case("type"));
                let kind = kind.map_or(String::new(), |(_, value)| value.to_ascii_lowercase());
                let before = scanner.at;
                let content = scanner.raw(name);
                if kind.contains("ld+json") {
                    scanner.attributes = attributes;
                    self.leaf(tag, name, content, scanner);
                } else if kind.contains("text/template") && is_plain_template(content) {
                    // Some blogs keep their text in a template that a script unpacks.
                    scanner.at = before;
                }
            }
            // A title inside a picture is none of the page's.
            Tag::Title => {
                let content = scanner.raw(name);
                self.leaf(tag, name, &htmlize::unescape(content), scanner);
            }
            Tag::Iframe => {
                self.node(tag, name, scanner);
                scanner.raw(name);
            }
            Tag::Svg if closed => {}
            _ => {
                scanner.raw(name);
            }
        }
    }

    /// An element with nothing but text in it.
    fn leaf(&mut self, tag: Tag, name: &str, content: &str, scanner: &Scanner<'a>) {
        let node = self.node(tag, name, scanner);
        let data = self.keep(content);
        let at = self.doc.nodes.len() as u32;
        self.doc.nodes.push(Node { parent: node, end: at + 1, tag: Tag::Text, data });
        self.doc.nodes[node as usize].end = at + 1;
    }

    /// Ends what a start tag ends without saying so.
    fn end_implied(&mut self, tag: Tag, name: &str) {
        use Tag::*;
        if tag.ends_paragraph() {
            self.end_within(|open| open == P, Tag::is_boundary);
        }
        match tag {
            H1 | H2 | H3 | H4 | H5 | H6
                if self.open.last().is_some_and(|open| open.tag.is_heading()) =>
            {
                self.close_to(self.open.len() - 1);
            }
            Li => {
                let stops = |open: Tag| open.is_block() && !matches!(open, Address | Div | P);
                self.end_within(|open| open == Li, stops);
            }
            Dd | Dt => {
                let stops = |open: Tag| open.is_block() && !matches!(open, Address | Div | P);
                self.end_within(|open| matches!(open, Dd | Dt), stops);
            }
            Option | Optgroup => {
                self.end_within(|open| open == Option, |open| open == Select || open.is_boundary());
            }
            Td | Th => self.end_within(|open| matches!(open, Td | Th), |open| open == Table),
            Tr => self.end_within(|open| open == Tr, |open| open == Table),
            Tbody | Thead | Tfoot => {
                self.end_within(|open| matches!(open, Tbody | Thead | Tfoot), |open| open == Table);
            }
            A => self.end(A, name),
            Button => self.end_within(|open| open == Button, |open| open == Body),
            _ => {}
        }
    }

    /// Ends the innermost element that is meant, unless one stops the search.
    fn end_within(&mut self, meant: impl Fn(Tag) -> bool, stops: impl Fn(Tag) -> bool) {
        for at in (1..self.open.len()).rev() {
            let tag = self.open[at].tag;
            if meant(tag) {
                return self.close_to(at);
            }
            if stops(tag) {
                return;
            }
        }
    }

    fn end(&mut self, tag: Tag, name: &str) {
        use Tag::*;
        match tag {
            Html | Head | Body => return,
            _ if self.in_head || tag.is_void() || tag.is_raw() => return,
            _ => {}
        }
        // These end even where a block in them has not.
        let holder = matches!(tag, Noscript | Button | Object);
        let inline = !tag.is_block() && !tag.is_formatting() && !holder;
        let mut crosses = false;
        for at in (2..self.open.len()).rev() {
            let open = &self.open[at];
            if open.is(tag, name) && !open.ended || (tag.is_heading() && open.tag.is_heading()) {
                if crosses && tag.is_formatting() {
                    // The block in between goes on; the formatting ends with it.
                    self.open[at].ended = true;
                } else {
                    self.close_to(at);
                }
                return;
            }
            let stops = match tag {
                Table => false,
                Tr | Td | Th | Tbody | Thead | Tfoot => open.tag == Table,
                Li => open.tag.is_boundary() || matches!(open.tag, Ul | Ol),
                _ => open.tag.is_boundary(),
            };
            if stops || (inline && tag != Other && open.tag.is_block()) {
                return;
            }
            crosses |= open.tag.is_block();
        }
    }

    /// Ends the open element of a depth and all within it.
    fn close_to(&mut self, depth: usize) {
        let end = self.doc.nodes.len() as u32;
        let mut block = false;
        while self.open.len() > depth || self.open.last().is_some_and(|open| open.ended) {
            let Some(open) = self.open.pop() else { break };
            block |= open.tag.is_block();
            if self.open.len() < MAX_DEPTH {
                self.doc.nodes[open.node as usize].end = end;
            }
            // "a <b>b </b> c": space at the end of an inline element stays.
            if let Some(parent) = self.open.last_mut() {
                parent.at_edge = block || open.at_edge && parent.at_edge;
            }
        }
    }
}

fn tag_of(name: &str) -> Tag {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Tag::of(&name.to_ascii_lowercase()),
        false => Tag::of(name),
    }
}

/// Text in a template, without the marks of a language of templates.
fn is_plain_template(content: &str) -> bool {
    content.contains("<p") && !["{{", "<#", "<%", "${"].iter().any(|mark| content.contains(mark))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Document, NodeRef, Tag};

    /// The body as tags and text.
    fn shown(source: &str) -> String {
        fn show(node: NodeRef<'_>, out: &mut String) {
            for child in node.children() {
                if child.is_text() {
                    out.push_str(child.own_text());
                } else {
                    *out += &format!("<{}>", child.name());
                    show(child, out);
                    if !child.tag().is_void() {
                        *out += &format!("</{}>", child.name());
                    }
                }
            }
        }
        let mut out = String::new();
        show(Document::parse(source).body(), &mut out);
        out
    }

    #[test]
    fn builds_the_tree_that_is_meant() {
        for (source, expected) in [
            ("<p>a<p>b<div>c</div>d", "<p>a</p><p>b</p><div>c</div>d"),
            (
                "<ul><li>a<li><p>b<ul><li>c</ul><li>d</ul>",
                "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li><li>d</li></ul>",
            ),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>d",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d",
            ),
            (
                "<table><tr><td><table><tr><td>a</table>b</table>",
                "<table><tr><td><table><tr><td>a</td></tr></table>b</td></tr></table>",
            ),
            ("<a>b<a>c</a>d", "<a>b</a><a>c</a>d"),
            ("<b><p>a</b>b</p>c", "<b><p>ab</p></b>c"),
            ("<p><b>a<p>b", "<p><b>a</b></p><p>b</p>"),
            ("<div><span>a</div>b</span>c", "<div><span>a</span></div>bc"),
            ("a &amp; b &eacute;&#8212;&lt;p&gt;", "a & b é—<p>"),
            ("<noscript><div>a</noscript>b", "<noscript><div>a</div></noscript>b"),
            ("<script>'<p>'</script>a<style>p</style><!-- b -->c", "ac"),
            ("<h1>a<h2>b</h2>c", "<h1>a</h1><h2>b</h2>c"),
            ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
            (
                "<div> <p> a </p> <p>b <i>c</i> d</p> </div>",
                "<div><p> a </p><p>b <i>c</i> d</p></div>",
            ),
            ("<svg><title>icon</title><path></svg>x<plaintext><p>y", "x<pre><p>y</pre>"),
            ("<gu-box><p>a</gu-box>b", "<gu-box><p>a</p></gu-box>b"),
            ("</p></b></td>a</body>b", "ab"),
            ("<script type='text/template'><p>a</p></script>b", "<p>a</p>b"),
            ("<p>a<br>b</br>c<img src=x>d", "<p>a<br>b<br>c<img>d</p>"),
        ] {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn keeps_the_head_apart() {
        let doc = Document::parse(
            "<!doctype html><html lang=en><head><title>A &amp; b</title><meta name=x content='y&quot;'>
             <script type='application/ld+json'>{\"a\":\"&lt;\"}</script></head><body class=c><p>d<meta name=z>",
        );
        assert_eq!(doc.root().attr("lang"), Some("en"));
        assert_eq!(doc.body().attr("class"), Some("c"));
        assert_eq!(doc.select("head title").text(), "A & b");
        assert_eq!(doc.select("meta[name=x]").attr("content"), Some("y\""));
        assert_eq!(doc.select("script[type*='ld+json']").text(), "{\"a\":\"&lt;\"}");
        assert_eq!(doc.select("body meta").length(), 1);
        assert_eq!(doc.body().text(), "d");
    }

    #[test]
    fn flattens_what_is_too_deep() {
        for (open, close) in [("<div>", "</div>"), ("<b>", "</b>"), ("<table><tr><td>", "</table>")]
        {
            let doc =
                Document::parse(&(open.repeat(100_000) + "a" + &close.repeat(100_000) + "<p>b"));
            let deepest = doc.nodes().map(|node| node.ancestors().count()).max();
            assert!(deepest.is_some_and(|depth| depth <= super::MAX_DEPTH), "{open} {deepest:?}");
            let text = doc.body().text();
            assert_eq!(text.split_whitespace().collect::<String>(), "ab", "{open}");
        }
    }

    #[test]
    fn selects_by_the_marks_of_a_page() {
        let doc = Document::parse(
            "<main id=m><div class='story live-blog'><h1 itemprop=headline>a</h1><p class=by>b</p></div>
             <a href='/author/x' rel=author>c</a></main><p class='by dim'>d</p>",
        );
        for (selector, expected) in [
            ("p", "bd"),
            ("p.by", "bd"),
            ("main p", "b"),
            ("#m > a", "c"),
            ("main > p", ""),
            (".story h1, a", "ac"),
            ("[class*='live']", "ab"),
            ("[class='by']", "b"),
            ("p:not([class*='dim'])", "b"),
            ("a[href*='/author/'][rel='author']", "c"),
            ("a[href^='/author'], a[href$=x]", "c"),
            ("h1[itemprop*='headline'], [itemprop='headline'] h1", "a"),
            ("p::first-line", ""),
        ] {
            let found = doc.select(selector).text();
            assert_eq!(found, expected, "{selector}");
        }
    }

    proptest! {
        #[test]
        fn parses_any_source(source in "(</?(p|div|table|td|tr|li|ul|a|b|h1|svg|script|title|x-y|body|head)( a='b')?/?>|<!--|-->|[a-z &;]{0,9}|[<>\"'=/é]){0,60}") {
            let doc = Document::parse(&source);
            for node in doc.nodes() {
                prop_assert!(node.end() > node.index() && node.end() <= doc.len());
                if let Some(parent) = node.parent() {
                    prop_assert!(parent.index() < node.index() && node.end() <= parent.end());
                    prop_assert!(parent.is_element() && parent.tag() != Tag::Br);
                }
            }
            let mut seen = 0;
            let mut walk = vec![doc.root()];
            while let Some(node) = walk.pop() {
                seen += 1;
                walk.extend(node.children());
            }
            prop_assert_eq!(seen, doc.len());
        }
    }
}
