//! Authors of pages, in several languages. All of it is written for these tests.

use throughline_extract::extract;
use throughline_model::{Content, Document};

use crate::{TEXT, page};

#[test]
fn authors_sign_in_many_ways() {
    let cases: [(&str, &str, &[&str]); 57] = [
        ("", "<p class=byline>By Dora Feltham. Reviewed by Karl Roe</p>", &["Dora Feltham"]),
        ("", "<h2 id=contributors-hope>Two Broken Hangers</h2>", &[]),
        ("", "<p>Contributors: Dora Feltham</p>", &["Dora Feltham"]),
        ("<meta name=author content='Dora Feltham'>", "", &["Dora Feltham"]),
        (
            "<meta name=author content=admin>",
            "<p>By Dora Feltham and Karl Roe</p>",
            &["Dora Feltham", "Karl Roe"],
        ),
        (
            "",
            "<div class=byline>By <a href=/author/dora>Dora Feltham</a><span>County Editor</span></div>",
            &["Dora Feltham"],
        ),
        ("", "<span class=credit-line>Written by</span><p>Dora Feltham</p>", &["Dora Feltham"]),
        ("", "<p class=autor>Von Grete Müller und Karl Roe</p>", &["Grete Müller", "Karl Roe"]),
        ("", "<p class=auteur>Par Élise Dray</p>", &["Élise Dray"]),
        ("", "<p class=autor>Por José Ortega y Gasset</p>", &["José Ortega y Gasset"]),
        ("", "<p class=byline>Автор: Анна Белова</p>", &["Анна Белова"]),
        ("", "<p class=byline>بقلم أحمد سالم</p>", &["أحمد سالم"]),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Tessera News Desk\"}}</script>",
            "",
            &["Tessera News Desk"],
        ),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Tessera News Desk\"}}</script>",
            "<p class=byline>By Dora Feltham</p>",
            &["Dora Feltham"],
        ),
        (
            "<meta name=citation_author content='Dora Feltham'><meta name=citation_author content='Karl Roe'>",
            "",
            &["Dora Feltham", "Karl Roe"],
        ),
        ("", "<div class=comments><span class=comment-author>Karl Roe</span></div>", &[]),
        ("", "<h2>Analysis</h2><p>Two Broken Hangers</p>", &[]),
        // Who put a text on the page is in its data, who wrote it in the line below the title.
        (
            "<meta name=author content='Karl Roe'>",
            "<p>By Dora Feltham, Ferry Writer</p>",
            &["Dora Feltham"],
        ),
        (
            "<meta name=author content='Dora Feltham'>",
            "<p>By Dora Feltham, Modern Ferries</p>",
            &["Dora Feltham"],
        ),
        // Who only helped.
        (
            "",
            "<p>Reviewed by <a rel=author>Karl Roe</a>. Written by <a rel=author>Dora Feltham</a></p>",
            &["Dora Feltham"],
        ),
        ("", "<p>Fact checked by</p><p class=author-name>Karl Roe</p>", &[]),
        ("", "<p>Geprüft von <a rel=author>Karl Roe</a></p>", &[]),
        // One name, a user's name, a desk.
        ("", "<p>by Dora on 7 May 2026</p><h2>Books</h2><p>Author: Karl Roe</p>", &["Dora"]),
        ("", "<p>Posted by doraf12 | News</p>", &["doraf12"]),
        ("", "<p>By boat, or by the old road, one reaches the town</p>", &[]),
        ("", "<p>Written by Dora Feltham —10 min read</p>", &["Dora Feltham"]),
        ("", "<p class=author-name>Dora / The Ferry House</p>", &["Dora"]),
        ("", "<p class=byline>By April Feltham</p>", &["April Feltham"]),
        ("", "<p class=byline>April Update</p>", &[]),
        (
            "<meta name=citation_author content='Feltham, Dora M.'><meta name=citation_author content='Roe, Karl'>",
            "",
            &["Dora M. Feltham", "Karl Roe"],
        ),
        (
            "<script>dataLayer.push({\"pagePostAuthor\":\"Dora Feltham\"})</script>",
            "",
            &["Dora Feltham"],
        ),
        // Names and nothing else, by the day.
        ("", "<p>Dora Feltham, Karl Roe</p><p>10 November 2026</p>", &["Dora Feltham", "Karl Roe"]),
        ("", "<p>Dora Feltham of Wenlow</p><p>10 November 2026</p>", &[]),
        ("", "<p>Dora Feltham</p><p>Chapter 10</p>", &[]),
        ("", "<a href=/author/wenlow> <h4>\n wenlow bridges </h4></a>", &["wenlow bridges"]),
        ("", "<a href=/author/wenlow> <b>\nView all posts</b></a>", &[]),
        (
            "",
            "<div class=post-card><div>By</div><div>The Bridge Team</div></div>",
            &["The Bridge Team"],
        ),
        // Degrees right below the title, a picture of the author.
        (
            "",
            "<p>Dora Feltham, DVM, DACVB; Karl Roe, Ph.D. &amp; Jane Doe</p>",
            &["Dora Feltham", "Karl Roe", "Jane Doe"],
        ),
        ("", "<p>Boats, trains and the RER, HSL</p>", &[]),
        ("", "<img class=author-photo src=d.jpg><h3>Dora Feltham</h3>", &["Dora Feltham"]),
        ("", "<img class=author-photo src=d.jpg><h3>Two of the hangers</h3>", &[]),
        // Who is named far below wrote another story.
        (
            "",
            "<a rel=author href=/a>Dora Feltham</a><a rel=author href=/b>Karl Roe</a>\
             <time>1</time><time>2</time><time>3</time><time>4</time><time>5</time>\
             <time>6</time><time>7</time><time>8</time><a rel=author href=/c>Jane Doe</a>",
            &["Dora Feltham", "Karl Roe"],
        ),
        // Two first names, a team in an element that is called the author's, a workplace.
        ("<meta name=author content='Dora &amp; Karl'>", "", &["Dora", "Karl"]),
        ("", "<p><span class=author>By the Bridge Team</span> 2 min</p>", &["the Bridge Team"]),
        ("", "<p class=byline>By Dora Feltham The Wenlow Press</p>", &["Dora Feltham"]),
        // The end of the article; a heading after a label; a list after one.
        (
            "",
            "<footer><p>Posted by <a href=/author/dora>Dora Feltham</a></p></footer>",
            &["Dora Feltham"],
        ),
        (
            "",
            "<div class=post-footer><b rel=author>\n The Bridge Team </b></div>",
            &["The Bridge Team"],
        ),
        ("", "<div class=footer><b rel=author>The Bridge Team</b></div>", &[]),
        ("", "<p>Written by</p><h2>Two Broken Hangers</h2>", &[]),
        (
            "",
            "<h6>Author(s)</h6><ul><li>Dora Feltham</li><li>Karl Roe</li></ul><p>Old Hangers</p>",
            &["Dora Feltham", "Karl Roe"],
        ),
        ("", "<p>Written by</p><p>Dora Feltham</p><p>Old Hangers</p>", &["Dora Feltham"]),
        ("", "<p>Journalist &amp; Diver</p>", &[]),
        // Two names by the day before one that is marked; the title of another story.
        (
            "",
            "<p>\n Dora Feltham,\n Karl Roe</p><p>10 November 2026</p><b rel=author>Jane Doe</b>",
            &["Dora Feltham", "Karl Roe"],
        ),
        ("", "<a href=/b>Two Hangers, Old Lorries</a><p>10 November 2026</p>", &[]),
        // The address of the author's page has the whole name.
        ("", "<a href=/authors/dora-feltham>Articles by Dora</a>", &["Dora Feltham"]),
        ("", "<a href=/authors/dora-feltham>Dora</a>", &["Dora"]),
        ("", "<a href=/authors/herald-example>More of Herald</a>", &["More of Herald"]),
    ];
    for (head, body, expected) in cases {
        assert_eq!(page("en", head, body).authors, expected, "{head} {body}");
    }
}

/// What stands far above the title names nobody who wrote the text.
#[test]
fn menus_name_no_authors() {
    let items = "<li><h2><a href=/b>Another story</a></h2></li>".repeat(12);
    let menu = format!("<div class=menu><h4>By Wenlow Old Hangers</h4><ul>{items}</ul></div>");
    let html = format!("{menu}<h1>Bridge closes at last</h1>{TEXT}");
    let article = extract(&Document::new("test", Content::Html, html.into_bytes())).unwrap();
    assert_eq!(article.authors, Vec::<String>::new());
}
