//! Titles of pages. All of it is written for these tests.

use throughline_extract::extract;
use throughline_model::{Content, Document};

use crate::TEXT;

#[test]
fn the_title_is_what_the_reader_sees() {
    let cases = [
        (
            "Bridge closes - Herald",
            "",
            "<h1>Old bridge is closed for a month</h1>",
            "Old bridge is closed for a month",
        ),
        ("Bridge closes - Herald", "Bridge closes", "<h1>Herald</h1><h2>x</h2>", "Bridge closes"),
        ("Bridge closes", "Bridge closes", "<h1>A letter from our editor</h1>", "Bridge closes"),
        (
            "Report: bridge closes | Herald",
            "",
            "<h1>Report: bridge closes</h1>",
            "Report: bridge closes",
        ),
        ("Bridge &amp;amp; road | Herald", "", "", "Bridge & road"),
        (
            "Bridge closes at last",
            "",
            "<h1>15 replies to Bridge closes at last</h1><h2 class=title>Bridge closes at last</h2>",
            "Bridge closes at last",
        ),
        (
            "Bridge closes at last",
            "",
            "<h2 class=comments-title>15 replies to Bridge closes at last</h2>",
            "Bridge closes at last",
        ),
        (
            "Herald: Bridge closes at last",
            "Herald: Bridge closes at last",
            "<h1>Herald: Bridge closes at last</h1>",
            "Herald: Bridge closes at last",
        ),
        // The address of the page is the title in its head.
        (
            "How old bridges came to bear heavy lorries",
            "",
            "<h1>What the hangers of our bridges have gone through</h1>",
            "How old bridges came to bear heavy lorries",
        ),
        // A section's heading that resembles the title.
        (
            "Two bridges closed after cracks in hangers - Herald",
            "",
            "<h1>Why cracks closed two bridges</h1><h2 class=title>Two bridges closed after cracks</h2>",
            "Why cracks closed two bridges",
        ),
        // A number that the page shows as a picture.
        (
            "12 bridges to cross by foot - Herald",
            "",
            "<h1>Bridges to cross by foot</h1>",
            "12 bridges to cross by foot",
        ),
        (
            "12 dead on the old bridge at noon - Herald",
            "",
            "<h1>2 dead on the old bridge at noon</h1>",
            "2 dead on the old bridge at noon",
        ),
        // The outlet is what it is about.
        (
            "How the Herald came to bridges",
            "",
            "<h1>Lorries</h1>",
            "How the Herald came to bridges",
        ),
        ("大桥关闭 - Herald", "", "<h1>大桥因裂缝关闭</h1>", "大桥因裂缝关闭"),
        // A label that the head does not know, before and behind.
        (
            "Two bridges closed after cracks - Herald",
            "",
            "<h1>Blog: Two bridges closed after cracks</h1>",
            "Two bridges closed after cracks",
        ),
        (
            "Two bridges closed after cracks - Herald",
            "",
            "<h1>Two bridges closed after cracks / May 2026</h1>",
            "Two bridges closed after cracks",
        ),
        (
            "Who pays for two old bridges - Herald",
            "Bridges: Who pays for two old bridges",
            "<h1>Bridges: Who pays for two old bridges</h1>",
            "Bridges: Who pays for two old bridges",
        ),
        (
            "Two bridges, one road and three ferries closed - Herald",
            "",
            "<h1>Ferries</h1>",
            "Two bridges, one road and three ferries closed",
        ),
        (
            "Two bridges closed after cracks - Herald",
            "",
            "<h1>Two bridges closed after cracks were found in the hangers of both, which carry the road and the rails of the only line to the north, and nobody at the council will say for how long</h1>",
            "Two bridges closed after cracks",
        ),
        // What stands in the heading beside the title: a day, another line, one without a
        // space between; signs that were lost.
        (
            "Two bridges closed after cracks - Herald",
            "",
            "<h1><time>7 May 2026</time> Two bridges closed after cracks</h1>",
            "Two bridges closed after cracks",
        ),
        ("Wenlow bridge", "", "<h1><div>Get to know</div> Wenlow bridge</h1>", "Wenlow bridge"),
        (
            "Bridges closed: What to know - Herald",
            "",
            "<h1>Two bridges closed<span>What drivers should know</span></h1>",
            "Bridges closed: What to know",
        ),
        (
            "The bridge's cracks: a guide - Herald",
            "",
            "<h1>The bridge? cracks? a guide</h1>",
            "The bridge's cracks: a guide",
        ),
        (
            "Are these cracks? - Herald",
            "",
            "<h1>Are these the cracks? Or not?</h1>",
            "Are these the cracks? Or not?",
        ),
        // The address of the page is a heading.
        (
            "How bridges bear lorries - Herald",
            "",
            "<h2 class=title>How old bridges came to bear lorries</h2>",
            "How old bridges came to bear lorries",
        ),
    ];
    for (tag, og, body, expected) in cases {
        let html = format!(
            "<html><head><title>{tag}</title><meta property=og:site_name content=Herald><meta property=og:title content='{og}'></head><body>{body}{TEXT}</body></html>"
        );
        let mut document = Document::new("test", Content::Html, html.into_bytes());
        document.url = Some("https://herald.example/how-old-bridges-came-to-bear-lorries".into());
        assert_eq!(extract(&document).unwrap().title, expected, "{tag} {body}");
    }
}

/// What the page is called in its address is no outlet, though menus have it too.
#[test]
fn the_title_is_no_outlet() {
    let html = format!(
        "<title>Herald Weekly - Two bridges closed after cracks</title>\
         <header><a href=/a>Two bridges closed after cracks</a></header><h1>Bridges</h1>{TEXT}"
    );
    let mut document = Document::new("test", Content::Html, html.into_bytes());
    document.url = Some("https://heraldweekly.example/two-bridges-closed-after-cracks".into());
    let article = extract(&document).unwrap();
    assert_eq!(article.outlet, "Herald Weekly");
    assert_eq!(article.title, "Two bridges closed after cracks");
}
