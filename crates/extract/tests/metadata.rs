//! What a page says about itself: dates with where they stand, titles and
//! authors, in several languages; letters with their paragraphs. All of it is
//! written for these tests.

use throughline_extract::extract;
use throughline_model::{Article, Content, Document};

const TEXT: &str = "<p>The bridge was closed to all traffic on Friday after engineers found cracks \
    in two of its hangers, the county council said in the evening.</p>";

fn page(language: &str, head: &str, body: &str) -> Article {
    let html = format!(
        "<!doctype html><html lang={language}><head><title>Bridge closes after cracks found - Herald</title>{head}</head>\
         <body><article><h1>Bridge closes after cracks found</h1>{body}{TEXT}</article></body></html>"
    );
    let mut document = Document::new("test", Content::Html, html.into_bytes());
    document.url = Some("https://herald.example/news/bridge".into());
    document.fetched = Some("2026-11-10T12:00:00Z".parse().unwrap());
    extract(&document).unwrap()
}

/// "published place; modified place; doubted".
fn dates(article: &Article) -> String {
    let moment = |m: Option<throughline_model::Moment>| m.map_or("-".to_owned(), |m| m.to_string());
    let place = |s: &Option<throughline_model::DateSource>| {
        s.as_ref().map_or(String::new(), |s| format!(" {:?}", s.place))
    };
    let dating = &article.dating;
    let doubted: Vec<String> =
        dating.doubted.iter().map(|d| format!("{} {}", d.moment, d.doubt)).collect();
    format!(
        "{}{}; {}{}; {}",
        moment(article.published),
        place(&dating.published),
        moment(article.modified),
        place(&dating.modified),
        doubted.join(", ")
    )
}

#[test]
fn dates_say_where_they_stand() {
    let cases = [
        (
            "en",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-06T18:10:00+01:00\",\"dateModified\":\"2026-11-07T08:00:00+01:00\"}</script>",
            "",
            "2026-11-06T18:10:00+01:00 LinkedData; 2026-11-07T08:00:00+01:00 LinkedData; ",
        ),
        (
            "en",
            "<meta property=article:published_time content=2026-11-06T17:10:00Z>",
            "<time datetime=2026-11-06T18:10:00+01:00>Friday</time>",
            "2026-11-06T18:10:00+01:00 Element; -; ",
        ),
        (
            "en",
            "",
            "<time class=published datetime=2026-11-06>Friday</time>",
            "2026-11-06 Element; -; ",
        ),
        (
            "en",
            "",
            "<div class=date>Published 6 November 2026, 18:10. Last updated 7 November 2026, 08:00</div>",
            "2026-11-06T18:10:00 Text; 2026-11-07T08:00:00 Text; ",
        ),
        (
            "de",
            "",
            "<p class=stand>Zuletzt aktualisiert: 07.11.2026 | Veröffentlicht am 6. November 2026 um 18.10 Uhr</p>",
            "2026-11-06T18:10:00 Text; 2026-11-07 Text; ",
        ),
        (
            "pl",
            "",
            "<span class=data>6 listopada 2026, 18:10</span>",
            "2026-11-06T18:10:00 Text; -; ",
        ),
        ("hr", "", "<span class=data>6. listopada 2026.</span>", "2026-10-06 Text; -; "),
        ("fa", "", "<span class=date>۱۵ آبان ۱۴۰۵</span>", "2026-11-06 Text; -; "),
        ("th", "", "<span class=date>6 พ.ย. 2569</span>", "2026-11-06 Text; -; "),
        ("ar", "", "<span class=date>تاريخ النشر: ٦ نوفمبر ٢٠٢٦</span>", "2026-11-06 Text; -; "),
        (
            "ja",
            "",
            "<span class=date>2026年11月6日 18時10分</span>",
            "2026-11-06T18:10:00 Text; -; ",
        ),
        (
            "en",
            "<meta property=article:published_time content=1970-01-01T00:00:00Z><meta name=date content=2026-12-24>",
            "<div class=date>6 November 2026</div>",
            "2026-11-06 Text; -; 1970-01-01 before the web, 2026-12-24 later than the fetch",
        ),
        (
            "en",
            "",
            "<div class=comments><time datetime=2026-11-08>yesterday</time></div>",
            "-; -; ",
        ),
    ];
    for (language, head, body, expected) in cases {
        assert_eq!(dates(&page(language, head, body)), expected, "{language} {head} {body}");
    }
}

/// Where a date stands on the page says how near it is to the story.
#[test]
fn dates_beside_the_title_go_first() {
    let menu: String = (1..=12)
        .map(|day| format!("<li class=info><span class=date>{day} May 2026</span></li>"))
        .collect();
    let others = "<h2>Another story</h2>".repeat(14);
    let menu = menu + &others;
    let title = "<h1>Bridge closes after cracks found</h1>";
    let cases = [
        (
            "",
            format!("<ul>{menu}</ul>{title}<p>6 November 2026 | News</p>{TEXT}"),
            "2026-11-06 Text; -; ",
        ),
        ("", format!("<ul>{menu}</ul>{title}{TEXT}"), "2026-05-01 Text; -; "),
        (
            "<meta name=date content=2026-11-08>",
            format!("{title}<span class=date>6 November 2026</span>{TEXT}"),
            "2026-11-06 Text; -; ",
        ),
        (
            "<meta name=date content=2026-11-06>",
            format!("{title}{TEXT}{others}<ul>{menu}</ul>"),
            "2026-11-06 Meta; -; ",
        ),
        (
            "",
            format!("<div class=widget><h2 class=date>6 November 2026</h2>{title}{TEXT}</div>"),
            "2026-11-06 Text; -; ",
        ),
        (
            "<meta name=description content='The bridge (news of 6 November 2026)'>",
            format!("{title}{TEXT}"),
            "2026-11-06 Meta; -; ",
        ),
        (
            "<meta property=og:image content='https://herald.example/2026/11/06/bridge.jpg'>",
            format!("{title}{TEXT}"),
            "2026-11-06 Address; -; ",
        ),
        (
            "<meta property=article:published_time content=2026-11-07T04:00:41Z>",
            format!("{title}<span class=date>Nov. 6, 2026 11:00 pm EST</span>{TEXT}"),
            "2026-11-06T23:00:00-05:00 Text; -; ",
        ),
    ];
    for (head, body, expected) in cases {
        let html = format!("<html lang=en><head>{head}</head><body>{body}</body></html>");
        let article = extract(&Document::new("test", Content::Html, html.into_bytes())).unwrap();
        assert_eq!(dates(&article), expected, "{head} {body}");
    }
}

#[test]
fn the_feed_is_a_prior() {
    let html = format!(
        "<html><h1>Bridge closes</h1><div class=date>Founded 12 May 2019</div>{TEXT}</html>"
    );
    let mut document = Document::new("test", Content::Html, html.into_bytes());
    document.feed_date = Some("2026-11-06T17:10:00Z".parse().unwrap());
    assert_eq!(dates(&extract(&document).unwrap()), "2026-11-06T17:10:00Z Feed; -; ");
}

#[test]
fn authors_sign_in_many_ways() {
    let cases: [(&str, &str, &[&str]); 42] = [
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
    ];
    for (head, body, expected) in cases {
        assert_eq!(page("en", head, body).authors, expected, "{head} {body}");
    }
}

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

#[test]
fn a_page_says_who_owns_its_outlet() {
    let data = |publisher: &str| {
        format!(
            r##"<script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","publisher":{publisher}}},
            {{"@type":"Organization","@id":"#p","name":"Herald","parentOrganization":{{"name":"Bell Media"}}}}]}}</script>"##
        )
    };
    let cases = [
        (r##"{"@id":"#p"}"##, Some("Bell Media")),
        (
            r#"{"name":"Herald","parentOrganization":{"@type":"Organization","name":"Quay Group"}}"#,
            Some("Quay Group"),
        ),
        (r#"[{"name":"Herald","parentOrganization":" Quay Group "}]"#, Some("Quay Group")),
        (r#"{"name":"Herald","parentOrganization":{"name":""}}"#, None),
        (r#"{"name":"Herald"}"#, None),
        (r#""Herald""#, None),
    ];
    for (publisher, owner) in cases {
        let article = page("en", &data(publisher), TEXT);
        assert_eq!(article.owner.as_deref(), owner, "{publisher}");
    }
}

#[test]
fn a_newsletter_keeps_its_paragraphs() {
    let cells: String = (1..=5)
        .map(|i| format!("<table><tr><td><h2>Item {i}</h2><p>In item number {i} the county council said that the old bridge over the river would stay closed for {i} more weeks.</p></td></tr></table>"))
        .collect();
    let text: String = (1..=5)
        .map(|i| format!("In item number {i} the county council said that the old bridge over\r\nthe river would stay closed for {i} more weeks.\r\n\r\n"))
        .collect();
    let header = "From: The Herald <news@herald.example>\r\nDate: Tue, 10 Nov 2026 06:30:00 +0100\r\nSubject: Bridge letter\r\nMIME-Version: 1.0\r\n";
    let part = |kind: &str, body: &str| {
        format!("--x\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{body}\r\n")
    };
    let html = format!("<html><body>{cells}</body></html>");
    let both = format!(
        "{header}Content-Type: multipart/alternative; boundary=x\r\n\r\n{}{}--x--\r\n",
        part("text/plain", &text),
        part("text/html", &html)
    );
    let plain = format!("{header}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}");
    for mail in [both, plain] {
        let article =
            extract(&Document::new("test", Content::Mail, mail.clone().into_bytes())).unwrap();
        assert_eq!(article.title, "Bridge letter");
        assert_eq!(article.outlet, "The Herald");
        assert_eq!(dates(&article), "2026-11-10T06:30:00+01:00 Header; -; ");
        let body: Vec<&str> = article.body().map(|p| &article.text[p.span.clone()]).collect();
        assert_eq!(body.len(), 5, "{mail}\n{body:?}");
        assert!(body[4].ends_with("for 5 more weeks."), "{body:?}");
    }
}
