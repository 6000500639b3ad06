//! `diff ID`: what a reader of an earlier revision has missed.

use super::{Kept, text};
use crate::run::sample;

const FIRST: [&str; 3] =
    ["storm/tarpress-landfall.html", "storm/port-emery-mail-landfall.html", "storm/tpr-live.html"];

fn import(store: &Kept, now: &str, files: &[&str]) {
    let files: Vec<String> = files.iter().map(|file| sample(file)).collect();
    store.import_at(now, &files.iter().map(String::as_str).collect::<Vec<_>>());
}

/// The storm as three articles told it, then all, then one article that copies another.
fn followed() -> Kept {
    let store = Kept::new();
    import(&store, "2026-09-16T08:00:00Z", &FIRST);
    import(&store, "2026-09-19T08:00:00Z", &["storm"]);
    let page = std::fs::read_to_string(sample(FIRST[0])).expect("a sample can be read");
    let copy =
        page.replace("tarpress.example", "brunby-echo.example").replace("Tarpress", "Brunby Echo");
    let copy = store.write("copy.html", &copy);
    store.import_at("2026-09-20T08:00:00Z", &[&copy]);
    store
}

#[test]
fn the_new_toll_is_told_to_those_who_have_not_heard_it() {
    let store = followed();
    let story = store.story();
    let id = text(&story["id"]);
    let cases: [(&[&str], u64, bool); 6] = [
        (&["--since", "1"], 1, true),
        (&["--since", "2026-09-17"], 1, true),
        (&["--since", "2026-09-18T23:00:00Z"], 1, true),
        (&["--since", "2026-09-20"], 2, false),
        (&["--since", "2"], 2, false),
        (&[], 2, false),
    ];
    for (since, from, is_news) in cases {
        let arguments = [&[id], since].concat();
        let changes = store.json("diff", &arguments);
        assert_eq!(changes["schema"], "throughline/changes/1");
        assert_eq!(
            (&changes["from"]["revision"], &changes["to"]["revision"]),
            (&from.into(), &3.into())
        );
        let differences = changes["changed"].as_array().expect("a list").iter();
        let toll = differences.flat_map(|changed| changed["differences"].as_array()).flatten();
        assert_eq!(toll.count() > 0, is_news, "{since:?}: {}", changes["changed"]);
        assert_eq!(changes["new"].as_array().is_some_and(|new| !new.is_empty()), is_news);
    }
    // The same in the forms for people.
    for format in ["text", "markdown"] {
        let told = store.run("diff", &[id, "--since", "1", "--format", format]).out;
        assert!(told.contains("14"), "{told}");
        let nothing = store.run("diff", &[id, "--format", format]).out;
        assert!(nothing.contains("Nothing new"), "{nothing}");
    }
    assert_eq!(story["modified"], "2026-09-19T08:00:00Z");
}

#[test]
fn a_merged_story_tells_each_reader_what_that_one_has_missed() {
    let store = Kept::new();
    store.import(&[&sample("storm"), &sample("summit")]);
    let stories = store.json("stories", &[]);
    let [a, b] = [0, 1].map(|at| text(&stories[at]["id"]).to_owned());
    store.run("merge", &[&a, &b, "--now", "2026-09-20T08:00:00Z"]);
    let kept = text(&store.story()["id"]).to_owned();
    let gone = if kept == a { b } else { a };
    let told = |id: &str, since: &[&str]| {
        let changes = store.json("diff", &[&[id], since].concat());
        (changes["story"].clone(), changes["added"].as_array().map(Vec::len))
    };
    for since in [&[][..], &["--since", "1"], &["--since", "2026-09-20"]] {
        assert_eq!(told(&gone, since), (kept.as_str().into(), Some(8)), "{since:?}");
        assert_eq!(told(&kept, since), (kept.as_str().into(), Some(8)), "{since:?}");
    }
    assert_eq!(told(&gone, &["--since", "2026-09-21"]).1, Some(0));
    let led = store.run("diff", &[&gone]).err;
    assert!(led.contains(&format!("{gone} is part of {kept} now")), "{led}");
}

#[test]
fn all_is_new_to_a_reader_of_the_day_before() {
    let store = Kept::new();
    import(&store, "2026-09-16T08:00:00Z", &FIRST);
    let id = store.story()["id"].clone();
    let arguments = [text(&id), "--since", "2026-09-15"];
    let changes = store.json("diff", &arguments);
    assert_eq!(changes["from"]["revision"], 0);
    assert_eq!(changes["added"].as_array().map(Vec::len), Some(3));
    assert!(changes["new"].as_array().is_some_and(|new| new.len() > 2), "{changes}");
    for part in ["headline", "withdrawn", "superseded", "left_out", "also_told", "gone"] {
        let part = &changes[part];
        assert!(part.is_null() || part.as_array().is_some_and(Vec::is_empty), "{part}");
    }
    let told = store.run("diff", &arguments);
    assert!(told.err.contains("was told by then; all of it is new"), "{}", told.err);
    assert!(told.out.contains("What changed since 15 September 2026. 3 articles added."));
    assert!(!told.out.contains("Before: "), "{}", told.out);
}

#[test]
fn says_what_is_not_there() {
    let store = Kept::new();
    import(&store, "2026-09-16T08:00:00Z", &FIRST);
    let id = store.story()["id"].clone();
    let id = text(&id);
    let cases: [(&[&str], i32, &str); 6] = [
        (&["00000000"], 1, "no story 00000000 is here"),
        (&["old.json"], 2, "old.json is not the id of a story; to compare two files, name both"),
        (&[id, "--since", "7"], 1, "has no such revision; its last is 1"),
        (&[id, "--since", "0"], 1, "has no such revision; its last is 1"),
        (&[id, "--since", "soon"], 2, "neither the number of a revision nor a time"),
        (&["a.json", "b.json", "--since", "1"], 2, "cannot be used with"),
    ];
    for (arguments, code, message) in cases {
        let outcome = store.tried("diff", arguments);
        assert_eq!(outcome.code, code, "{arguments:?}: {}", outcome.err);
        assert!(outcome.err.contains(message), "{arguments:?}: {}", outcome.err);
    }
    let one = store.run("diff", &[id]);
    assert!(one.err.contains("has one revision; nothing came since"), "{}", one.err);
}
