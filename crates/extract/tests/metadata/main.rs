//! What a page says about itself: dates with where they stand, in several
//! languages, who owns its outlet; letters with their paragraphs. All of it is
//! written for these tests.

mod authors;
mod titles;

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
        // "11/06" is one day or another: the one that readers see.
        (
            "de",
            "<meta name=date content='11/06/2026 12:43:42'>",
            "<p>Erstellt: 06.11.2026</p>",
            "2026-11-06 Meta; -; ",
        ),
        (
            "de",
            "<meta name=date content='11/06/2026 12:43:42'>",
            "<p>Erstellt: 11.06.2026</p>",
            "2026-06-11T12:43:42 Meta; -; ",
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
        // The text of a link is about where it leads to, its title too.
        (
            "",
            format!(
                "{title}<p>6 November 2026</p><a class=publication title='Letter of 7 May 2026' href=/l>\
                 The letter of 7 May 2026</a>{TEXT}"
            ),
            "2026-11-06 Text; -; ",
        ),
        (
            "",
            format!(
                "<li><a href=/a>Rules of 7 May 2026</a></li>{title}6 November 2026 | News{TEXT}"
            ),
            "2026-11-06 Text; -; ",
        ),
        // A clock far above the title; a day in an aside about the article.
        (
            "",
            format!("<time datetime=2026-11-08>Sunday</time>{others}{title}6 November 2026{TEXT}"),
            "2026-11-06 Text; -; ",
        ),
        (
            "",
            format!("<time datetime=2026-11-08>Sunday</time>{others}{title}{TEXT}"),
            "2026-11-08 Element; -; ",
        ),
        (
            "<meta name=date content=2026-11-08>",
            format!("{title}{TEXT}<aside class=meta><time>6 November 2026</time></aside>"),
            "2026-11-06 Element; -; ",
        ),
        // What a library calls the date is as often that of change.
        (
            "<meta name=dcterms.date content=2026-11-08>",
            format!("{title}<time datetime=2026-11-06>Friday</time>{TEXT}"),
            "2026-11-06 Element; -; ",
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
