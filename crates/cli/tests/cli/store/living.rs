//! Promise 6, a living record: ids for ever, revisions that never change, news
//! only where there is some, corrections that stay.

use super::{Kept, text};
use crate::run::sample;

/// The articles of the storm in the order in which they came out.
const STORM: [&str; 8] = [
    "storm/tarpress-landfall.html",
    "storm/port-emery-mail-landfall.html",
    "storm/tpr-live.html",
    "storm/tarpress-toll.html",
    "storm/tpr-two-tolls.html",
    "storm/daily-anchor-toll.html",
    "storm/kessling-observer-dam.html",
    "storm/tessera-press-aftermath.html",
];

fn import(store: &Kept, now: &str, files: &[&str]) -> serde_json::Value {
    let files: Vec<String> = files.iter().map(|file| sample(file)).collect();
    store.import_at(now, &files.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_story_keeps_its_id_and_its_revisions() {
    let store = Kept::new();
    import(&store, "2026-09-16T08:00:00Z", &STORM[..3]);
    let first = store.story();
    let id = text(&first["id"]);
    let told = store.run("show", &[id, "--format", "json"]).out;
    for (number, file) in STORM[3..].iter().enumerate() {
        import(&store, &format!("2026-09-19T0{number}:00:00Z"), &[file]);
    }
    let last = store.story();
    assert_eq!(
        (text(&last["id"]), &last["revision"], &last["articles"]),
        (id, &6.into(), &8.into())
    );
    assert_eq!(last["created"], first["created"]);
    assert_eq!(store.run("show", &[id, "--revision", "1", "--format", "json"]).out, told);
    let revisions = store.json("show", &[id, "--revisions"]);
    for (at, revision) in revisions.as_array().expect("a list").iter().enumerate() {
        assert_eq!(revision["number"], at + 1);
        let added = revision["cause"]["added"].as_array().map(Vec::len);
        assert_eq!(added, Some(if at == 0 { 3 } else { 1 }));
    }
    // Nothing comes of what is there already.
    let before = store.digest();
    let done = import(&store, "2026-09-20T08:00:00Z", &STORM);
    assert_eq!((&done["known"], done["stories"].as_array().map(Vec::len)), (&8.into(), Some(0)));
    assert_eq!(store.digest(), before);
}

#[test]
fn a_promotion_of_an_earlier_run_is_not_told_in_a_later_one() {
    let promotion = "The Herald sends 4,000 readers in Marchfold County its letter every morning.";
    let page = |store: &Kept, name: &str, title: &str, told: &str| {
        let line = format!(
            r#"{{"url": "https://herald.example/{name}", "outlet": "Herald", "title": "{title}",
            "published": "2026-09-18T10:00:00Z", "text": "{told}\n\n{promotion}"}}"#
        );
        store.write(&format!("{name}.json"), &line)
    };
    let bridge = |store: &Kept| {
        let told = "The Old Ferry Bridge in Wenlow was closed on Friday after engineers found \
            cracks in two hangers, the county council said.";
        page(store, "bridge", "Old Ferry Bridge closed after cracks found", told)
    };
    let school = |store: &Kept| {
        let told = "Pupils of the harbour school in Port Vess won a national prize on Thursday \
            for a boat that cleans rivers, the school said.";
        page(store, "school", "Port Vess pupils win prize for river boat", told)
    };
    let briefing = |store: &Kept, word: &str| {
        let stories = store.json("stories", &["--now", "2026-09-19T08:00:00Z"]);
        let told = |story: &serde_json::Value| {
            // As JSON it would hold the whole articles.
            store.run("show", &[text(&story["id"]), "--format", "markdown"]).out
        };
        let all = stories.as_array().expect("a list").iter().map(told);
        all.filter(|told| told.contains(word)).collect::<String>()
    };
    let alone = Kept::new();
    alone.import(&[&school(&alone)]);
    assert!(briefing(&alone, "River Boat").contains("every morning"));
    let store = Kept::new();
    store.import(&[&bridge(&store)]);
    let first = briefing(&store, "hangers");
    store.import(&[&school(&store)]);
    let second = briefing(&store, "River Boat");
    assert!(second.contains("national prize") && !second.contains("every morning"), "{second}");
    // What is stored stays.
    assert_eq!(briefing(&store, "hangers"), first);
    store.digest();
}

#[test]
fn an_article_that_adds_nothing_moves_no_date() {
    let store = Kept::new();
    import(&store, "2026-09-19T08:00:00Z", &STORM);
    let before = store.story();
    // Another outlet prints an agency's report, word for word.
    let page = std::fs::read_to_string(sample(STORM[0])).expect("a sample can be read");
    let copy =
        page.replace("tarpress.example", "brunby-echo.example").replace("Tarpress", "Brunby Echo");
    let copy = store.write("copy.html", &copy);
    let done = store.import_at("2026-09-20T08:00:00Z", &[&copy]);
    assert_eq!((&done["new"], &done["stories"][0]["news"]), (&1.into(), &false.into()));
    let after = store.story();
    assert_eq!(after["articles"], 9);
    assert_eq!(after["modified"], before["modified"]);
    assert_eq!((&after["told"], &after["newest"]), (&before["told"], &before["newest"]));
    assert_ne!(after["changed"], before["changed"]);
    let shown = store.run("show", &[text(&after["id"])]);
    assert!(shown.err.contains("added nothing that was not told"), "{}", shown.err);
}

#[test]
fn merges_and_splits_leave_redirects_and_stay() {
    let store = Kept::new();
    store.import(&[&sample("storm"), &sample("summit")]);
    let stories = store.json("stories", &[]);
    let [storm, summit] = [0, 1].map(|at| text(&stories[at]["id"]).to_owned());
    let doubted = store.run("merge", &[&storm, &summit, "--now", "2026-09-20T08:00:00Z"]).err;
    assert!(doubted.contains("have little in common"), "{doubted}");
    let merged = store.story();
    assert_eq!(merged["articles"], 16);
    // When the news came out, not when it was read.
    assert_eq!(merged["told"], merged["newest"]);
    let kept = text(&merged["id"]);
    let gone = if kept == storm { &summit } else { &storm };
    let led = store.run("show", &[gone]);
    assert!(led.err.contains(&format!("{gone} is part of {kept} now")), "{}", led.err);
    // What was told under the other id can still be read there.
    store.run("show", &[gone, "--revision", "1"]);
    store.digest();

    let sources = store.json("sources", &[kept]);
    let of_summit: Vec<&str> = sources
        .as_array()
        .expect("a list")
        .iter()
        .filter(|source| text(&source["published"]).starts_with("2026-05"))
        .map(|source| text(&source["article"]))
        .collect();
    let split = [&[kept][..], &of_summit, &["--now", "2026-09-21T08:00:00Z"]].concat();
    store.run("split", &split);
    let stories = store.json("stories", &[]);
    let sizes: Vec<_> =
        stories.as_array().expect("a list").iter().map(|s| &s["articles"]).collect();
    assert_eq!(sizes, [&8, &8]);
    assert!(stories.as_array().expect("a list").iter().any(|s| s["split_from"] == kept));
    // The last correction stays, whatever comes.
    store.import_at("2026-09-22T08:00:00Z", &[&sample("takeover"), &sample("mixed")]);
    let why = store.json("why", &[of_summit[0]]);
    let last = why["reasons"].as_array().and_then(|all| all.last()).expect("a reason");
    assert_eq!(last["decision"]["why"]["corrected"], true, "{last}");
    store.digest();

    // An article that leaves alone leaves with nobody.
    let of = text(&last["decision"]["story"]);
    store.run("split", &[of, of_summit[0], "--now", "2026-09-23T08:00:00Z"]);
    let told = store.run("why", &[of_summit[0]]).out;
    assert!(told.contains(&format!("left {kept} with others to be {of}")), "{told}");
    assert!(told.contains(&format!("left {of} to be ")), "{told}");
}

#[test]
fn news_that_goes_to_another_story_takes_its_date_along() {
    let store = Kept::new();
    import(&store, "2026-09-19T08:00:00Z", &STORM);
    let whole = store.story();
    let kept = text(&whole["id"]);
    let sources = store.json("sources", &[kept]);
    let of = |source: &serde_json::Value| Some(text(source.get("article")?).to_owned());
    let newest = sources.as_array().expect("a list").iter().max_by_key(|s| text(&s["published"]));
    let newest = newest.and_then(of).expect("an article");
    store.run("split", &[kept, &newest, "--now", "2026-09-20T08:00:00Z"]);
    let stories = store.json("stories", &[]);
    for story in stories.as_array().expect("a list") {
        assert_eq!(story["told"], story["newest"], "{story}");
    }
    assert_eq!(stories.as_array().map(Vec::len), Some(2));
    store.digest();
}
