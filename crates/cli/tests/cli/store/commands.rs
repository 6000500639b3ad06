//! What the commands print, and what they say when they cannot.

use super::{Kept, text};
use crate::run::{brief, run, sample};

fn filled() -> Kept {
    let store = Kept::new();
    store.import(&[&sample("storm"), &sample("summit")]);
    store
}

#[test]
fn lists_filter_and_sort() {
    let store = filled();
    let now = ["--now", "2026-09-18T16:00:00Z"];
    let count = |arguments: &[&str]| {
        let stories = store.json("stories", &[arguments, &now].concat());
        stories.as_array().expect("a list").len()
    };
    let cases: [(&[&str], usize); 8] = [
        (&[], 2),
        (&["--phase", "quiet"], 1),
        (&["--phase", "breaking"], 0),
        (&["--phase", "developing", "--phase", "breaking"], 1),
        (&["--since", "2026-09-01"], 1),
        (&["--language", "de"], 0),
        (&["--articles", "9"], 0),
        (&["--limit", "1", "--sort", "size"], 1),
    ];
    for (arguments, expected) in cases {
        assert_eq!(count(arguments), expected, "{arguments:?}");
    }
    let listed = store.run("stories", &now).out;
    assert!(listed.lines().next().is_some_and(|line| line.contains("Belisa")), "{listed}");
}

#[test]
fn an_import_of_nothing_leaves_nothing() {
    let store = Kept::new();
    let blank = store.write("blank.txt", " \n");
    let cases: [(&[&str], i32); 3] = [
        (&[&blank], 1),
        (&["nowhere.html"], 1),
        // All of it waits.
        (&[&sample("storm"), "--now", "2020-01-01"], 0),
    ];
    for (arguments, code) in cases {
        let outcome = store.tried("import", arguments);
        assert_eq!(outcome.code, code, "{arguments:?}: {}", outcome.err);
        assert_eq!(store.files(), ["blank.txt"], "{arguments:?}");
    }
}

#[test]
fn an_article_from_after_the_given_present_waits() {
    let store = Kept::new();
    let storm = sample("storm");
    let early = store.run("import", &[&storm, "--now", "2026-09-16T00:00:00Z"]);
    assert!(early.err.contains("left for an import with a later --now"), "{}", early.err);
    let later = store.import(&[&storm]);
    assert!(later["new"].as_u64().is_some_and(|new| new > 0), "{later}");
    let fresh = Kept::new();
    fresh.import(&[&storm]);
    let dated = |store: &Kept| -> Vec<String> {
        let id = text(&store.story()["id"]).to_owned();
        let sources = store.json("sources", &[&id]);
        let mut days: Vec<String> = sources
            .as_array()
            .expect("sources")
            .iter()
            .map(|source| source["published"].to_string())
            .collect();
        days.sort();
        days
    };
    assert_eq!(dated(&store), dated(&fresh));
}

#[test]
fn a_story_is_shown_in_parts() {
    let store = filled();
    let stories = store.json("stories", &[]);
    let id = text(&stories[0]["id"]);
    let whole = store.json("show", &[id]);
    assert_eq!(whole["story"], id);
    assert_eq!(store.json("timeline", &[id]), whole["timeline"]);
    assert_eq!(store.json("sources", &[id]), whole["sources"]);
    assert!(store.run("timeline", &[id]).out.contains("[planned]"));
    let article = text(&whole["sources"][0]["article"]).to_owned();
    assert!(store.run("sources", &[id]).out.contains(&article));
    for command in ["timeline", "sources"] {
        let narrow = store.run(command, &[id, "--width", "40"]).out;
        // An address breaks where it can.
        let mut lines = narrow.lines().filter(|line| line.trim().contains(' '));
        assert!(lines.all(|line| line.chars().count() <= 40), "{narrow}");
    }
    let why = store.run("why", &[&article]).out;
    assert!(why.contains(id) && why.contains("shared"), "{why}");
    // Words as the article writes them, no stems and no seconds.
    assert!(why.contains("Belisa") && !why.contains(" Time") && !why.contains(" Count"), "{why}");
    assert_eq!(store.run("show", &[&id.to_uppercase()]).code, 0);
    // The name of a file says the form.
    let page = store.write("story.html", "");
    assert_eq!(store.run("show", &[id, "-o", &page]).out, "");
    let page = std::fs::read_to_string(&page).expect("it was written");
    assert!(page.starts_with("<!doctype html>"), "{page}");
}

/// A story that runs for long is told by its days: so many, in order, and each entry passes the
/// proof that the briefing passes.
#[test]
fn a_long_story_is_told_by_its_days() {
    let store = filled();
    let stories = store.json("stories", &[]);
    let id = text(&stories[0]["id"]);
    for (days, sentences) in [("1", "1"), ("3", "1"), ("3", "2")] {
        let told = ["--days", days, "--sentences", sentences];
        let entries = store.json("timeline", &[&[id], &told[..]].concat());
        let entries = entries.as_array().expect("a list").clone();
        let of = |entry: &serde_json::Value| text(&entry["when"]["from"]).to_owned();
        let mut seen: Vec<String> = entries.iter().map(of).collect();
        assert!(seen.is_sorted() && entries.len() <= 6, "{seen:?}");
        seen.dedup();
        assert_eq!(seen.len().to_string(), days);
        // Put in the place of the briefing's own, they stand the same proof.
        let mut whole = store.json("show", &[id]);
        whole["timeline"] = entries.into();
        let file = store.write("told.json", &whole.to_string());
        let outcome = run(&["verify", &file]);
        assert_eq!(outcome.code, 0, "{days} days: {}", outcome.out);
    }
    let unknown = store.tried("timeline", &[id, "--days", "2", "--keywords", "belisa,zzyzx"]);
    assert!(unknown.code == 0 && unknown.err.contains("has \"zzyzx\""), "{}", unknown.err);
    let alone = store.tried("timeline", &[id, "--sentences", "2"]);
    assert!(alone.code == 2 && alone.err.contains("--days"), "{}", alone.err);
}

#[test]
fn words_are_found_in_articles_and_statements() {
    let store = filled();
    let hits = store.json("search", &["Haldery outlet:kessling"]);
    assert!(hits.as_array().is_some_and(|hits| !hits.is_empty()), "{hits}");
    let hits = store.json("search", &["Belisa"]);
    assert!(hits.as_array().expect("a list").iter().any(|hit| hit["statement"].is_string()));
    let found = store.run("search", &["--", "Drovania", "-truce", "OR"]).out;
    assert!(!found.contains("Belisa"), "{found}");
    assert_eq!(store.run("search", &["zzyzx"]).out, "nothing found\n");
    // A word that must not stand there may come first.
    for words in [&["-truce Drovania"][..], &["-truce", "Drovania"], &["Drovania", "-truce"]] {
        let asked = [words, &["--limit", "1"]].concat();
        assert_eq!(
            store.run("search", &asked),
            store.run("search", &[&["--limit", "1", "--"], words].concat())
        );
    }
    // Who means OR may have written it small.
    assert!(
        store.tried("search", &["dam or sea"]).err.contains("alternatives are written with OR")
    );
    // What was found is shown, in bold where the terminal has it.
    let found = store.run("search", &["haldery", "--color", "always"]).out;
    assert!(found.contains("\u{1b}[1mHaldery\u{1b}[0m"), "{found}");
    assert!(!store.run("search", &["haldery"]).out.contains('\u{1b}'));
}

#[test]
fn says_what_is_wrong() {
    let store = filled();
    let stories = store.json("stories", &[]);
    let [storm, summit] = [0, 1].map(|at| text(&stories[at]["id"]));
    let all = store.json("sources", &[storm]);
    let all: Vec<&str> =
        all.as_array().expect("a list").iter().map(|s| text(&s["article"])).collect();
    let everything = [&[storm][..], &all].concat();
    let cases: [(&str, &[&str], i32, &str); 17] = [
        ("show", &["nosuchid"], 2, "as bnz3k8qa: digits and letters but no u"),
        ("search", &["dam", "--limt", "3"], 2, "unexpected argument '--limt'"),
        ("show", &["00000000"], 1, "no story 00000000 is here"),
        ("show", &[storm, "--revision", "9"], 1, "has no revision 9; its last is 1"),
        ("why", &["nobody"], 1, "no article nobody is here; an article is named by its id or"),
        ("search", &["--", "-word"], 1, "nothing to look for"),
        ("search", &["after:soon"], 1, "not a day: \"soon\""),
        ("search", &["dam", "NOT", "sea"], 1, "is written -word"),
        ("search", &["\"rose to"], 1, "a quotation mark is not closed"),
        ("search", &["title:dam"], 1, "no operator title: is known"),
        ("search", &["dam", "--limit", "0"], 2, "0 is not in"),
        ("diff", &[storm, summit], 2, "are ids; give one id with --since"),
        ("search", &["*"], 1, "a star stands for the end of a word"),
        ("merge", &[storm, storm], 1, "both are the story"),
        ("split", &[storm, "nobody"], 1, "no article nobody is here"),
        ("split", &everything, 1, "these are all articles of"),
        ("split", &[summit, all[0]], 1, "is no article of this story"),
    ];
    for (command, arguments, code, message) in cases {
        let outcome = store.tried(command, arguments);
        assert_eq!(outcome.code, code, "{command} {arguments:?}");
        assert!(outcome.err.contains(message), "{command} {arguments:?}: {}", outcome.err);
    }
    let none = Kept::new();
    for command in ["stories", "doctor"] {
        assert!(none.tried(command, &[]).err.contains("no store is here"), "{command}");
    }
    assert!(none.tried("merge", &[storm, summit]).err.contains("no store is here"));
}

/// A copy that bears the stamp of a later day: the story does not count from it, and
/// what was told so is proven again from the store.
#[test]
fn a_date_that_the_story_doubts_leaves_the_store_sound() {
    const TOLD: [(&str, &str, &str); 3] = [
        (
            "Vess Herald",
            "2026-03-09T07:00:00Z",
            "The ferry Silver Wake sank off Orrin Head on Sunday, killing nine people.",
        ),
        (
            "Daily Anchor",
            "2026-03-10T09:00:00Z",
            "Nine people were killed on Sunday when the ferry Silver Wake sank off Orrin Head.",
        ),
        (
            "Copied Times",
            "2026-04-20T12:00:00Z",
            "Nine people were killed on Sunday when the ferry Silver Wake sank near Orrin Head.",
        ),
    ];
    let line = |(at, (outlet, published, text)): (usize, &(&str, &str, &str))| {
        let line = serde_json::json!({
            "id": format!("wake-{at}"), "outlet": outlet, "published": published,
            "title": "Nine killed as ferry Silver Wake sinks off Orrin Head", "text": text,
        });
        format!("{line}\n")
    };
    let store = Kept::new();
    let input = store.write("wake.jsonl", &TOLD.iter().enumerate().map(line).collect::<String>());
    store.import(&[&input]);
    let sources = store.json("sources", &[text(&store.story()["id"])]);
    let sources = sources.as_array().expect("a list");
    assert!(sources.iter().any(|source| source["doubted"].is_string()), "{sources:?}");
    // Nor is the story of that day.
    assert_eq!(text(&store.story()["newest"]), "2026-03-10T09:00:00Z");
    store.digest();
    // Nor does who proves the bare briefing beside the articles.
    let bare = store.write("bare.json", "");
    brief(&[&input, "--no-articles", "-o", &bare]);
    let proven = run(&["verify", &bare, "--articles", &input]);
    assert_eq!(proven.code, 0, "{proven:?}");
}

#[test]
fn a_damaged_store_is_checked_to_its_end() {
    let store = filled();
    let sound = store.run("doctor", &[]).out;
    assert!(sound.starts_with("sound: 16 articles, 2 stories, 2 revisions;"), "{sound}");
    let file = rusqlite::Connection::open(store.path()).expect("it is a file of SQLite");
    file.execute("UPDATE version SET body = x'00' WHERE article IN (2, 16)", []).expect("SQL");
    let found = store.tried("doctor", &[]);
    assert_eq!((found.code, found.out.lines().count()), (1, 2), "{}", found.out);
    assert!(found.out.lines().all(|line| line.contains("a body does not unpack")), "{}", found.out);
    assert!(found.err.contains("go back to a backup"), "{}", found.err);
    let report = store.tried("doctor", &["--format", "json"]).out;
    assert!(report.contains("\"sound\": false") && report.contains("\"digest\": null"), "{report}");
}

#[test]
fn a_backup_is_a_store() {
    let store = filled();
    let copy = Kept::new();
    store.run("backup", &[&copy.path()]);
    assert_eq!(copy.digest(), store.digest());
    assert_eq!(store.tried("backup", &[&copy.path()]).code, 1);
}
