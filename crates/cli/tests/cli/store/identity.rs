//! The same article twice, changed, or under another address is one article.

use serde_json::{Value, json};

use super::{Kept, text};

const TEXT: &str = "The Old Ferry Bridge in Wenlow was closed to all traffic on Friday after \
    engineers found cracks in two of its steel hangers, Marchfold County Council said.\n\nThe \
    bridge carries about 18,000 vehicles a day and is the only crossing for 27 kilometres.";
const CHANGED: &str = "The Old Ferry Bridge in Wenlow was closed to all traffic on Friday after \
    engineers found cracks in five of its steel hangers, Marchfold County Council said.\n\nThe \
    bridge carries about 18,000 vehicles a day and is the only crossing for 27 kilometres.";

fn line(url: &str, outlet: &str, text: &str, modified: &str) -> Value {
    json!({
        "url": url, "outlet": outlet, "title": "Old Ferry Bridge closed after cracks found",
        "published": "2026-09-18T08:00:00Z", "modified": modified, "text": text,
    })
}

fn counts(done: &Value) -> [u64; 3] {
    ["new", "changed", "known"].map(|what| done[what].as_u64().expect("a number"))
}

#[test]
fn one_article_has_many_addresses() {
    let store = Kept::new();
    let addresses = [
        "https://www.herald.example/bridge-closed",
        "https://www.herald.example/bridge-closed?utm_source=mail&fbclid=7",
        "http://herald.example/bridge-closed/",
        "https://m.herald.example/bridge-closed",
        "https://www.herald.example/bridge-closed/amp",
        "https://www.google.com/amp/s/www.herald.example/bridge-closed",
        // Another address altogether, but the same outlet and text.
        "https://www.herald.example/news/2026/71830",
    ];
    for (number, address) in addresses.into_iter().enumerate() {
        let input = store.write("a.json", &line(address, "Herald", TEXT, "").to_string());
        let expected = if number == 0 { [1, 0, 0] } else { [0, 0, 1] };
        assert_eq!(counts(&store.import(&[&input])), expected, "{address}");
    }
    assert_eq!(store.story()["articles"], 1);
    for address in addresses {
        let why = store.json("why", &[address]);
        assert!(text(&why["title"]).starts_with("Old Ferry Bridge"), "{address}");
    }
}

#[test]
fn a_changed_text_is_a_version_and_citations_keep_theirs() {
    let store = Kept::new();
    let url = "https://herald.example/bridge-closed";
    let first = store.write("a.json", &line(url, "Herald", TEXT, "").to_string());
    assert_eq!(counts(&store.import(&[&first])), [1, 0, 0]);
    let id = text(&store.story()["id"]).to_owned();
    let before = store.run("show", &[&id, "--format", "json"]).out;
    let second = line(url, "Herald", CHANGED, "2026-09-18T12:00:00Z").to_string();
    let second = store.write("b.json", &second);
    assert_eq!(counts(&store.import_at("2026-09-19T09:00:00Z", &[&second])), [0, 1, 0]);
    // The earlier text again is nothing new.
    assert_eq!(counts(&store.import_at("2026-09-19T10:00:00Z", &[&first])), [0, 0, 1]);
    let head = store.story();
    assert_eq!((&head["revision"], &head["articles"]), (&json!(2), &json!(1)));
    assert!(store.run("show", &[&id]).out.contains("five of its steel hangers"));
    assert_eq!(store.run("show", &[&id, "--revision", "1", "--format", "json"]).out, before);
    // The outlet takes its change back, and says when: the first text is the newest.
    let back =
        store.write("c.json", &line(url, "Herald", TEXT, "2026-09-19T10:30:00Z").to_string());
    assert_eq!(counts(&store.import_at("2026-09-19T11:00:00Z", &[&back])), [0, 1, 0]);
    assert_eq!(counts(&store.import_at("2026-09-19T11:30:00Z", &[&back, &second])), [0, 0, 2]);
    assert!(store.run("show", &[&id]).out.contains("two of its steel hangers"));
    assert_eq!(store.run("show", &[&id, "--revision", "1", "--format", "json"]).out, before);
    for revision in ["1", "2", "3"] {
        let shown = store.run("show", &[&id, "--revision", revision, "--format", "json"]).out;
        let file = store.write("shown.json", &shown);
        let proven = crate::run::run(&["verify", &file]);
        assert_eq!(proven.code, 0, "revision {revision}: {}{}", proven.out, proven.err);
    }
    store.digest();
}

#[test]
fn the_same_in_one_batch_is_one_too() {
    let store = Kept::new();
    let url = "https://herald.example/bridge-closed";
    let lines = [
        line(url, "Herald", TEXT, "").to_string(),
        line(&format!("{url}?fbclid=1"), "Herald", TEXT, "").to_string(),
        line(url, "Herald", CHANGED, "2026-09-18T12:00:00Z").to_string(),
    ];
    let input = store.write("a.jsonl", &lines.join("\n"));
    assert_eq!(counts(&store.import(&[&input])), [1, 0, 1]);
    assert!(store.run("show", &[text(&store.story()["id"])]).out.contains("five of its"));
    store.digest();
}
