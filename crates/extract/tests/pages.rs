//! Pages, texts and mails as they come, and what is read out of them. All of
//! it is written for these tests.

use std::time::{Duration, Instant};

use throughline_extract::{Reason, extract};
use throughline_model::{Article, Content, Document, Moment};

fn shown(content: Content, bytes: &[u8]) -> String {
    match extract(&Document::new("test", content, bytes.to_vec())) {
        Ok(article) => listing(&article),
        Err(reason) => format!("! {reason}"),
    }
}

fn listing(a: &Article) -> String {
    let moment = |m: Option<Moment>| m.map_or("-".to_owned(), |m| m.to_string());
    let mut lines = vec![
        format!("{} | {} | {}", a.title, a.outlet, a.authors.join(", ")),
        format!("{} {} {} {:?}", moment(a.published), moment(a.modified), a.language, a.credits),
    ];
    lines.extend(a.url.clone());
    for p in a.paragraphs.iter().skip(1) {
        let at = p.at.map_or(String::new(), |at| format!(" @{at}"));
        lines.push(format!("{:?}: {}{at}", p.role, &a.text[p.span.clone()]));
    }
    lines.join("\n")
}

const CLUTTERED: &str = r##"<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge closes after cracks found | The Wenlow Herald</title>
<meta property="og:site_name" content="The Wenlow Herald">
<meta property="og:title" content="Bridge closes after cracks found">
<link rel="canonical" href="https://www.wenlowherald.example/news/bridge?utm_source=x">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
 "headline":"Bridge closes after cracks found","datePublished":"2026-11-06T18:10:00+01:00",
 "dateModified":"2026-11-06T20:00:00+01:00","author":[{"@type":"Person","name":"Dora Feltham"}]}</script>
</head><body>
<div id="cookie-banner"><p>We use cookies to give you the best experience of our many pages and services.</p></div>
<header><a href="/">The Wenlow Herald</a><nav><a href="/news">News</a></nav></header>
<article><h1>Bridge closes after cracks found</h1>
<div class="byline">By Dora Feltham</div>
<figure><img src="b.jpg"><figcaption>The bridge on Friday. Photo: Karl Roe</figcaption></figure>
<p>WENLOW (Tessera) &#8212; The bridge was closed to all traffic on Friday after engineers found cracks in two of its hangers, the county council said.</p>
<div class="newsletter-signup"><p>Sign up for our morning letter and never miss a story from the county again.</p></div>
<p>&ldquo;It is standing and it will go on standing,&rdquo; said Hugh Pallister, the head of highways.</p>
<h2>A long way round</h2>
<p>Drivers face a detour of 54 kilometres until at least 12 December, and the <a href="/ferry">ferry</a> will not start before Wednesday.</p>
<div class="readers"><p>Is the county doing enough for its drivers? <button>YES</button><button>NO</button></p></div>
<p>Should a toll pay for the new hangers of the bridge? Vote now</p>
<blockquote><p>Nobody told us anything, and the queue was an hour long by then.</p></blockquote>
<ul><li>The bridge carries 18,000 vehicles a day.</li><li><a href="/x">Ten years on: the fire at the market</a></li></ul>
<div class="related"><h3>Related</h3><ul><li><a href="#">Sandbags: where to collect them</a></li></ul></div>
<p class="correction">Correction: An earlier version of this article gave the wrong length of the detour.</p>
</article>
<section class="comments"><p>fellwalker52: They said all this last year and look what happened to the other one.</p></section>
<footer><p>Copyright 2026 Wenlow Herald Ltd. All rights reserved.</p></footer>
</body></html>"##;

#[test]
fn reads_a_cluttered_page() {
    let expected = "Bridge closes after cracks found | The Wenlow Herald | Dora Feltham
2026-11-06T18:10:00+01:00 2026-11-06T20:00:00+01:00 en-GB [\"Tessera\"]
https://www.wenlowherald.example/news/bridge
Caption: The bridge on Friday. Photo: Karl Roe
Body: WENLOW (Tessera) — The bridge was closed to all traffic on Friday after engineers found cracks in two of its hangers, the county council said.
Body: “It is standing and it will go on standing,” said Hugh Pallister, the head of highways.
Heading: A long way round
Body: Drivers face a detour of 54 kilometres until at least 12 December, and the ferry will not start before Wednesday.
Quotation: Nobody told us anything, and the queue was an hour long by then.
List: The bridge carries 18,000 vehicles a day.
Note: Correction: An earlier version of this article gave the wrong length of the detour.";
    assert_eq!(shown(Content::Html, CLUTTERED.as_bytes()), expected);
}

#[test]
fn reads_an_old_page_in_windows_1252() {
    let page = b"<html><head><title>The Holm Gazette - Mill to close</title>
<meta http-equiv=Content-Type content='text/html; charset=windows-1252'></head><body>
<table><tr><td id=masthead><a href='/'>The Holm Gazette</a></td></tr><tr><td>
<h2 class=headline>Mill to close</h2><div class=date>Thursday, 7 May 2026</div>
The mill\x92s owners said on Wednesday that it would close in June after two centuries on the river.<br><br>
\x93We have run out of water,\x94 said the miller, Ansel Dray, who is the ninth of his family to run it.<br><br>
About 40 people work there, the \x80 3m caf\xe9 beside it included, and most of them live in the village.
</td></tr></table></body></html>";
    let expected = "Mill to close | The Holm Gazette | 
2026-05-07 - en []
Body: The mill’s owners said on Wednesday that it would close in June after two centuries on the river.
Body: “We have run out of water,” said the miller, Ansel Dray, who is the ninth of his family to run it.
Body: About 40 people work there, the € 3m café beside it included, and most of them live in the village.";
    assert_eq!(shown(Content::Html, page), expected);
}

/// A page of some length whose text ends with something that is told apart.
fn page_with(end: &str) -> Vec<String> {
    let text: String = ["The bridge was closed to all traffic on Friday after engineers found cracks in two of its hangers, the county council said.",
        "Drivers face a detour of 54 kilometres until at least 12 December, and the ferry will not start before Wednesday.",
        "The council has asked three firms for tenders, and the first of them is to begin with the two hangers in the spring.",
        "The bridge carries 18,000 vehicles a day, a third of them on their way to the harbour, which lost its own road in 1998.",
        "A hearing is set for the third week of November, when the county's engineers will say how the cracks came about."]
        .map(|line| format!("<p>{line}</p>")).concat();
    let page = format!(
        "<html lang=en><head><title>Bridge closes after cracks found</title></head><body>
        <article><h1>Bridge closes after cracks found</h1>{text}{end}</article></body></html>"
    );
    let article =
        extract(&Document::new("test", Content::Html, page.into_bytes())).expect("it has a text");
    let lines = article.paragraphs.iter().skip(6);
    lines.map(|p| format!("{:?}: {}", p.role, &article.text[p.span.clone()])).collect()
}

#[test]
fn tells_apart_what_stands_beside_a_text() {
    let cases: [(&str, &[&str]); 8] = [
        (
            "<figure class='table'><table><tr><td>Vehicles a day</td><td>18,000</td></tr><tr><td>Years of age</td><td>68</td></tr></table>
             <figcaption>The bridge in figures.</figcaption></figure><p>The county will pay for the ferry, the council said on Friday.</p>",
            &[
                "List: Vehicles a day 18,000",
                "List: Years of age 68",
                "Caption: The bridge in figures.",
                "Body: The county will pay for the ferry, the council said on Friday.",
            ],
        ),
        (
            "<figure><blockquote><p>Nobody told us anything, and the queue was an hour long by then.</p></blockquote></figure>
             <p>The county will pay for the ferry, the council said on Friday.</p>",
            &[
                "Quotation: Nobody told us anything, and the queue was an hour long by then.",
                "Body: The county will pay for the ferry, the council said on Friday.",
            ],
        ),
        (
            "<div id='comments'><p>They said all this last year, and look what happened to the other one across the river.</p></div>",
            &[],
        ),
        (
            "<p>Please consider supporting our newsroom with a monthly contribution.</p>
             <div class='cookie-banner'><p>This page uses cookies. If you go on reading, you agree that they are used.</p></div>",
            &[],
        ),
        (
            "<p>The county will pay for the <span>hangers<span role=tooltip>Hanger: a rod that a deck hangs from.</span></span>, the council said on Friday.</p>",
            &["Body: The county will pay for the hangers, the council said on Friday."],
        ),
        // What only is called a tooltip may be a word of the text that one is shown for.
        (
            "<p>The jury of Marchfold found the engineer <span id='tooltip-4' class='tooltip'>not</span> guilty on Friday, the court said.</p>",
            &["Body: The jury of Marchfold found the engineer not guilty on Friday, the court said."],
        ),
        // An appeal above a part of a text and one below it hold that part between them.
        (
            "<section><p>Please consider supporting our newsroom.</p>
             <p>The council met on Friday to hear what the ferry will cost the county until the bridge opens again.</p>
             <p>Its treasurer said that two boats are needed from Monday on, and a third one in the summer.</p>
             <p>Nobody in the hall spoke against it, and the vote was over in less than ten minutes.</p>
             <p>The boats come from Port Vess, where they lay idle since the winter.</p>
             <p>Contribute as little as $2 to keep our news free for all.</p></section>",
            &[
                "Body: The council met on Friday to hear what the ferry will cost the county until the bridge opens again.",
                "Body: Its treasurer said that two boats are needed from Monday on, and a third one in the summer.",
                "Body: Nobody in the hall spoke against it, and the vote was over in less than ten minutes.",
                "Body: The boats come from Port Vess, where they lay idle since the winter.",
            ],
        ),
        // What stands among appeals says why to give, and reads like news.
        (
            "<div><h4>Support our newsroom</h4>
             <p>As the county votes on its bridges, the very future of the ferry is at stake, and nobody else asks the council who is to pay for it.</p>
             <p>Our reporters bring you what the council said on Friday, and what it said the year before that, long after others have gone home.</p>
             <p>Contribute as little as $2 to keep our news free for all.</p></div>",
            &[],
        ),
    ];
    for (end, expected) in cases {
        assert_eq!(page_with(end), expected, "{end}");
    }
}

#[test]
fn reads_a_live_blog() {
    let page = "<html><head><title>Storm: live updates</title>
<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm: live updates\",\"datePublished\":\"2026-09-15T05:40:00-03:00\"}</script>
</head><body><main><h1>Storm: live updates</h1>
<div class='live-entry'><time datetime='2026-09-15T09:15:00-03:00'>09:15</time><h2>Four dead, hospital says</h2><p>The regional hospital says it has received four bodies.</p></div>
<div class='live-entry'><time datetime='2026-09-15T06:10:00-03:00'>06:10</time><h2>Two deaths reported</h2><p>Police say two people were killed in a collapsed building.</p></div>
</main></body></html>";
    let expected = "Storm: live updates |  | 
2026-09-15T05:40:00-03:00 - en []
Heading: Four dead, hospital says @2026-09-15T09:15:00-03:00
Body: The regional hospital says it has received four bodies. @2026-09-15T09:15:00-03:00
Heading: Two deaths reported @2026-09-15T06:10:00-03:00
Body: Police say two people were killed in a collapsed building. @2026-09-15T06:10:00-03:00";
    assert_eq!(shown(Content::Html, page.as_bytes()), expected);
}

#[test]
fn infers_what_json_leaves_out() {
    let line = r#"{"url":"https://www.bbc.com/news/2015/09/15/bridge?at_medium=x","text":"Bridge closes after cracks found\nBy Jane Doe, BBC News\nPublished 15 September 2015 10:30 BST\nThe bridge was closed to all traffic on Friday after engineers found cracks in it.\nAdvertisement\nRead more: Bridges of the county\nCopyright 2015 The Associated Press. All rights reserved."}"#;
    let expected = "Bridge closes after cracks found | BBC News | Jane Doe
2015-09-15T10:30:00+01:00 - en [\"AP\"]
https://www.bbc.com/news/2015/09/15/bridge
Body: The bridge was closed to all traffic on Friday after engineers found cracks in it.";
    assert_eq!(shown(Content::Json, line.as_bytes()), expected);
}

#[test]
fn says_why_there_is_no_article() {
    let cases: [(Content, &[u8], Reason); 9] = [
        (Content::Html, b" \n", Reason::Empty),
        (
            Content::Html,
            b"<html><body><nav><a href=/>Home</a></nav></body></html>",
            Reason::NoArticle,
        ),
        (
            Content::Html,
            b"<p>Before you go on: we and our partners use cookies</p><button>Accept</button>",
            Reason::Wall,
        ),
        (Content::Text, b"\n\n\x00\x01", Reason::Binary),
        (Content::Json, b"{\"title\":\"Bridge\"}", Reason::NoText),
        (Content::Json, b"[1]", Reason::Json("not an object".into())),
        (Content::Mail, b"", Reason::Empty),
        // Found by fuzzing: a title, and nothing left of what follows it.
        (Content::Text, b"The bridge opens\n\n@herald\n\n@quay\n", Reason::NoArticle),
        (Content::Markdown, b"---\ntitle: x\n---\n", Reason::NoArticle),
    ];
    for (content, bytes, expected) in cases {
        let found = extract(&Document::new("test", content, bytes.to_vec()));
        let shown = String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(found.map(|a| listing(&a)), Err(expected), "{shown}");
    }
    let large =
        Document::new("test", Content::Text, vec![b'a'; throughline_extract::MAX_BYTES + 1]);
    assert_eq!(extract(&large), Err(Reason::TooLarge));
}

#[test]
fn rejects_dates_that_cannot_be() {
    let page = |date: &str| {
        format!(
            "<html><head><meta property='article:published_time' content='{date}'></head><body><h1>Bridge closes after cracks</h1><p>The bridge was closed to all traffic on Friday after engineers found cracks in two of its hangers, the council said.</p></body></html>"
        )
    };
    for (date, expected) in
        [("1970-01-01T00:00:00Z", None), ("2026-11-06", Some("2026-11-06")), ("2027-01-01", None)]
    {
        let mut document = Document::new("test", Content::Html, page(date).into_bytes());
        document.fetched = Some("2026-11-10T00:00:00Z".parse().unwrap());
        let found = extract(&document).unwrap().published.map(|m| m.to_string());
        assert_eq!(found.as_deref(), expected, "{date}");
    }
}

#[test]
fn takes_a_hostile_page_in_about_a_second() {
    let end = "<p>The bridge was closed to all traffic on Friday after engineers found cracks in it, the council said.</p>";
    let attributes: String = (0..200).map(|i| format!(" a{i}='b'")).collect();
    let pages = [
        "<div>".repeat(100_000),
        "<table><tr><td>".repeat(3_000),
        "<b><i>".repeat(50_000),
        "<a href=x><p>".repeat(50_000),
        "<ul><li>".repeat(50_000),
        "<span>a</span>".repeat(500_000),
        "<".repeat(1_000_000),
        "<a title=\"".repeat(100_000),
        format!("<div{attributes}>x</div>").repeat(2_000),
        "a<br>".repeat(200_000),
        format!("<script type='application/ld+json'>{}</script>", "[".repeat(500_000)),
        "The bridge was closed on Friday. ".repeat(300_000),
    ];
    for page in pages {
        let start = Instant::now();
        let html = format!("<html><body><h1>Bridge closes</h1>{page}{end}</body></html>");
        let _ = extract(&Document::new("test", Content::Html, html.into_bytes()));
        // Far above the aim, so that a busy machine does not fail the test.
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{took:?} for {:.40}", page);
    }
}

proptest::proptest! {
    #[test]
    fn takes_any_page(html in "(<(/?(p|div|table|td|h1|a|b|script|time|meta|li|title|article)|!--)( class='(share|date|byline)')?( datetime='20260101')?>|[a-z0-9 .:,]{0,40}|\\PC{0,6}){0,40}") {
        let _ = extract(&Document::new("test", Content::Html, html.into_bytes()));
    }

    #[test]
    fn takes_any_bytes(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        for content in [Content::Html, Content::Text, Content::Markdown, Content::Mail, Content::Json] {
            let _ = extract(&Document::new("test", content, bytes.clone()));
        }
    }
}
