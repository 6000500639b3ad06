//! What people give by mistake: each case has a clear outcome, and none a panic.

use crate::run::{BRIDGE, Folder, brief, briefing, page, sample};

/// A page of links and nothing else.
const LINKS: &str = "<!doctype html><title>News</title><ul><li><a href=/a>Bridge</a>\
<li><a href=/b>Ferry</a><li><a href=/c>Weather</a></ul>";

/// What is left of a page without its article.
const FRAME: &str = r#"{"title": "Vess Herald", "outlet": "Vess Herald",
"text": "Vess Herald is not responsible for the content of other sites."}"#;

#[test]
fn nothing_is_left() {
    let mut binary = vec![0x7f, b'E', b'L', b'F', 2, 1, 1, 0];
    binary.extend((0..4000u32).map(|i| (i * 31 % 256) as u8));
    let cases: [(&str, &[u8], &str); 9] = [
        ("empty.html", b"", "empty; save the article again"),
        ("blank.txt", b" \n\t\n", "empty; save the article again"),
        ("binary.html", &binary, "binary data, not text"),
        ("photo.txt", &[0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F'], "binary data, not text"),
        ("links.html", LINKS.as_bytes(), "no article text found"),
        ("frame.json", FRAME.as_bytes(), "no article text found"),
        ("broken.json", b"{\"text\": ", "not a JSON object"),
        ("wordless.json", b"{\"title\": \"Bridge\"}", "no text in this article"),
        (
            "feed.xml",
            b"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>",
            "this is a feed",
        ),
    ];
    for (name, bytes, reason) in cases {
        let folder = Folder::with(&[(name, bytes)]);
        let outcome = brief(&[&folder.path()]);
        assert_eq!((outcome.code, outcome.out.as_str()), (1, ""), "{name}: {}", outcome.err);
        let told = outcome.err.lines().any(|l| l.contains(&format!("{name}: {reason}")));
        assert!(told, "{name}: {}", outcome.err);
        assert!(outcome.err.contains("throughline: no article is left"), "{name}: {}", outcome.err);
    }
}

#[test]
fn paths_that_lead_nowhere() {
    let folder = Folder::with(&[("style.css", "p {}")]);
    let cases = [
        ("/nowhere/at/all.html".to_owned(), "no such file or folder; check the path"),
        (folder.path(), "no articles in this folder"),
        (format!("{}/*.html", folder.path()), "nothing matches this pattern"),
        ("https://".to_owned(), "not a valid address"),
        ("http://127.0.0.1:9/".to_owned(), "allow it with --private-addresses"),
    ];
    for (input, reason) in cases {
        let outcome = brief(&[&input]);
        assert_eq!(outcome.code, 1, "{input}");
        assert!(outcome.err.contains(&format!("{input}: ")), "{input}: {}", outcome.err);
        assert!(outcome.err.contains(reason), "{input}: {}", outcome.err);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::with(&[("good.txt", BRIDGE), ("secret.txt", BRIDGE)]);
    let secret = folder.join("secret.txt");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o0)).unwrap();
    symlink(folder.join("circle.txt"), folder.join("circle.txt")).unwrap();
    let outcome = brief(&[&folder.path()]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.err.contains("circle.txt: cannot be read"), "{}", outcome.err);
    // The superuser reads everything.
    if std::fs::read(&secret).is_err() {
        assert!(
            outcome.err.contains("secret.txt: cannot be read: permission denied"),
            "{}",
            outcome.err
        );
    }
}

#[test]
fn ten_copies_are_counted_once() {
    let folder = Folder::new();
    for copy in 0..10 {
        folder.write(&format!("{copy}.txt"), BRIDGE);
    }
    let (told, err) = briefing(&[&folder.path()]);
    assert_eq!(told["counts"]["articles"], 1);
    let first = folder.join("0.txt").display().to_string();
    assert_eq!(err, format!("{first}: given 10 times, counted once\n"));
}

#[test]
fn one_text_in_ten_outlets_is_one_witness() {
    let folder = Folder::new();
    for copy in 0..10 {
        let text = serde_json::json!({
            "url": format!("https://outlet{copy}.example/a"), "outlet": format!("Outlet {copy}"),
            "title": "Old Ferry Bridge closed after cracks found", "published": "2026-11-07",
            "text": BRIDGE.split_once("2026\n\n").expect("the date line").1,
        });
        folder.write(&format!("{copy}.json"), text.to_string());
    }
    let (told, _) = briefing(&[&folder.path()]);
    assert_eq!(told["counts"]["articles"], 10);
    assert_eq!(told["counts"]["independent"], 1);
}

#[test]
fn several_languages_are_told_apart() {
    let german = "Brücke nach Rissen gesperrt\n\n7. November 2026\n\nDie alte Brücke in Wenlow ist \
        am Freitag für den gesamten Verkehr gesperrt worden, nachdem Fachleute Risse in zwei \
        Trägern gefunden hatten, teilte der Rat der Grafschaft mit.\n\nTäglich fahren etwa 18.000 \
        Fahrzeuge über die Brücke, die einzige im Umkreis von 27 Kilometern.\n";
    let folder = Folder::with(&[("a.txt", BRIDGE), ("b.txt", german)]);
    let (all, err) = briefing(&[&folder.path(), "--stories"]);
    assert!(err.contains("articles in 2 languages, each briefed apart: de (1), en (1)"), "{err}");
    assert_eq!(all.as_array().map(Vec::len), Some(2));
}

#[test]
fn an_unknown_language_is_the_language_of_most() {
    let line = |outlet, language| {
        let text = serde_json::json!({
            "url": format!("https://{outlet}.example/a"), "outlet": outlet, "title": "Bridge closed",
            "published": "2026-11-07", "language": language,
            "text": BRIDGE.split_once("2026\n\n").expect("the date line").1,
        });
        format!("{text}\n")
    };
    let folder = Folder::with(&[("a.jsonl", line("Herald", "en-GB") + &line("Courier", "und"))]);
    let (told, err) = briefing(&[&folder.path()]);
    assert_eq!((told["counts"]["articles"].as_u64(), err.as_str()), (Some(2), ""));
}

#[test]
fn several_stories_in_one_folder() {
    let inputs = [sample("summit"), sample("takeover")];
    let (largest, err) = briefing(&[&inputs[0], &inputs[1]]);
    assert!(err.contains("stories among 15 articles; briefing the largest"), "{err}");
    assert!(err.contains("use --stories for all"), "{err}");
    assert!(largest.is_object());
    let (all, err) = briefing(&[&inputs[0], &inputs[1], "--stories"]);
    assert!(!err.contains("use --stories"), "{err}");
    let all = all.as_array().expect("an array of briefings");
    assert!(all.len() >= 2);
    let articles: u64 = all.iter().filter_map(|b| b["counts"]["articles"].as_u64()).sum();
    assert_eq!(articles, 15, "each article is in one story");
    let mixed = all.iter().filter(|b| {
        let sources = b["sources"].to_string();
        sources.contains("Brannock") && sources.contains("Kareshia")
    });
    assert_eq!(mixed.count(), 0, "no story holds both");
}

#[test]
fn dates_to_come_and_missing_dates() {
    let future =
        page("<meta property=\"article:published_time\" content=\"2031-05-05T10:00:00Z\">");
    for (bytes, message, set_aside) in [
        (future, "is in the future; set aside", Some("2031-05-05T10:00:00Z")),
        (page(""), "no publication date in", None),
    ] {
        let folder = Folder::with(&[("a.html", bytes)]);
        let (told, err) = briefing(&[&folder.path()]);
        assert!(err.contains(message) && err.contains("a.html"), "{err}");
        assert!(told["sources"][0]["published"].is_null());
        assert_eq!(told["sources"][0]["doubted"].as_str(), set_aside);
        let days = told["timeline"].to_string();
        assert!(!days.contains("2031"), "no day is counted from a date that is not known: {days}");
    }
}

#[test]
fn a_publication_date_that_is_none_or_against_the_address_is_told() {
    let line = |published: &str, url: &str| {
        serde_json::json!({
            "url": url, "outlet": "Vess Herald", "title": "Bridge closes", "published": published,
            "text": "The bridge of Marchfold was closed on Friday, the county council said.",
        })
        .to_string()
    };
    let (bare, dated) = ("https://herald.example/a", "https://herald.example/2026/11/06/a");
    let cases = [
        (
            line("sometime", bare),
            "publication date \"sometime\" of",
            "is no date; write it as",
            None,
        ),
        (
            line("sometime", dated),
            "is no date; 2026-11-06 is taken for it",
            "sometime",
            Some("2026-11-06"),
        ),
        (
            line("2026-10-01", dated),
            "publication date 2026-10-01 of",
            "lies before the day in its address; 2026-11-06 is taken for it",
            Some("2026-11-06"),
        ),
    ];
    for (line, message, mend, published) in cases {
        let folder = Folder::with(&[("a.jsonl", line)]);
        let (told, err) = briefing(&[&folder.path()]);
        assert!(err.contains(message) && err.contains(mend), "{err}");
        assert_eq!(told["sources"][0]["published"].as_str(), published);
    }
}

#[test]
fn encodings() {
    let text = BRIDGE.replace("Marchfold County Council", "Zoë Müller of the café “Été”");
    let latin: Vec<u8> = windows_1252(&text.replace(['“', '”'], "\""));
    let declared = format!(
        "<meta charset=windows-1252>{}",
        page("").replace("Marchfold County Council", "Zoë Müller of the café “Été”")
    );
    let little: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let cases: [(&str, Vec<u8>); 6] = [
        ("utf8.txt", text.clone().into_bytes()),
        ("bom.txt", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("declared.html", windows_1252(&declared)),
        ("undeclared.txt", latin),
        ("utf16le.txt", little),
        ("utf16be.txt", big),
    ];
    for (name, bytes) in &cases {
        let folder = Folder::with(&[(name, bytes)]);
        let (told, _) = briefing(&[&folder.path()]);
        assert!(told["articles"].to_string().contains("Zoë Müller of the café"), "{name}: {told}");
        assert!(!told.to_string().contains('\u{fffd}'), "{name}");
    }
    let folder = Folder::with(&cases);
    assert!(
        briefing(&[&folder.path()]).1.contains("counted once"),
        "one text is one text in any encoding"
    );
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c| match c {
        '“' => 0x93,
        '”' => 0x94,
        c => u8::try_from(c).expect("the text is in windows-1252"),
    };
    text.chars().map(byte).collect()
}

#[test]
fn pages_without_end() {
    let line =
        "<p>The bridge was closed on Friday after cracks were found, the council said.</p>\n";
    let huge = page("").replace("</article>", &line.repeat(50_000_000 / line.len()));
    let nested = page("").replace("<article>", &"<div>".repeat(100_000));
    let script = page(&format!("<script>{}</script>", "var a = 1;".repeat(4_000_000)));
    for (what, bytes) in [("50 MB", huge), ("nested", nested), ("script", script)] {
        let folder = Folder::with(&[("a.html", bytes)]);
        let start = std::time::Instant::now();
        let (told, _) = briefing(&[&folder.path()]);
        assert!(told["headline"]["text"].to_string().contains("Bridge"), "{what}: {told}");
        assert!(start.elapsed().as_secs() < 60, "{what}: {:?}", start.elapsed());
    }
    let folder = Folder::with(&[(
        "a.html",
        page("").replace("</article>", &line.repeat(60_000_000 / line.len())),
    )]);
    let outcome = brief(&[&folder.path()]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("a.html: larger than 50 MB"), "{}", outcome.err);
}
