//! Sources and the trees that are meant.

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
        ("a<noscript><div>b</noscript>c", "a<noscript><div>b</div></noscript>c"),
        ("<script>'<p>'</script>a<style>p</style><!-- b -->c", "ac"),
        ("<h1>a<h2>b</h2>c", "<h1>a</h1><h2>b</h2>c"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<div> <p> a </p> <p>b <i>c</i> d</p> </div>", "<div><p> a </p><p>b <i>c</i> d</p></div>"),
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
    for (open, close) in [("<div>", "</div>"), ("<b>", "</b>"), ("<table><tr><td>", "</table>")] {
        let doc = Document::parse(&(open.repeat(100_000) + "a" + &close.repeat(100_000) + "<p>b"));
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
