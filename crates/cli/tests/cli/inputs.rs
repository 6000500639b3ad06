//! Every kind of input that `brief` takes, alone and together.

use crate::run::{BRIDGE, Folder, brief, briefing, page, run, run_with, sample};

#[test]
fn reads_every_kind() {
    let folder = Folder::with(&[("a.html", page("")), ("b", page(""))]);
    let (html, bare) = (folder.join("a.html"), folder.join("b"));
    let cases = [
        (
            sample("mixed/wenlow-weekly.txt"),
            "Old Ferry Bridge closed after cracks found in main span",
        ),
        (sample("mixed/sill-valley-monitor.md"), "Consultant warned of bridge cracks"),
        (sample("mixed/marchfold-morning.eml"), "bridge closure costs"),
        (sample("mixed/regional.jsonl"), "Main bridge in Wenlow shut over cracks"),
        (sample("mixed"), "Main bridge in Wenlow shut over cracks"),
        (sample("mixed/*.txt"), "Old Ferry Bridge closed after cracks found in main span"),
        (html.display().to_string(), "Old Ferry Bridge closed after cracks found"),
        (bare.display().to_string(), "Old Ferry Bridge closed after cracks found"),
    ];
    for (input, title) in cases {
        let (briefing, err) = briefing(&[&input]);
        let titles = briefing["sources"].to_string();
        assert!(titles.contains(title), "{input}: {titles}");
        assert!(!err.contains("skipped"), "{input}: {err}");
    }
}

#[test]
fn reads_standard_input() {
    let arguments = ["brief", "-", "--now", "2027-01-01"];
    for bytes in [
        BRIDGE,
        page("").as_str(),
        "{\"title\":\"Old Ferry Bridge closed\",\"text\":\"The Old Ferry Bridge was closed on Friday, the council said.\"}",
    ] {
        let outcome = run_with(&arguments, bytes.as_bytes());
        assert_eq!(outcome.code, 0, "{outcome:?}");
        assert!(outcome.out.contains("Old Ferry Bridge"), "{outcome:?}");
    }
    let outcome = run_with(&arguments, b"");
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.starts_with("skipped stdin: empty"), "{}", outcome.err);
}

#[test]
fn a_problem_is_named_and_the_rest_goes_on() {
    let folder = Folder::with(&[("good.txt", BRIDGE), ("empty.txt", ""), ("a.pdf", "%PDF-1.4")]);
    folder.write("lines.jsonl", "{\"text\":\n");
    folder.write("photo.JPG", [0xff, 0xd8, 0xff]);
    folder.write("style.css", "p {}");
    let missing = folder.join("missing.html").display().to_string();
    let outcome = brief(&[&folder.path(), &missing, "ftp://herald.example/a"]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(outcome.out.contains("Old Ferry Bridge"));
    for (name, reason) in [
        ("empty.txt", "empty"),
        ("a.pdf", "no reader for PDF"),
        ("lines.jsonl:1", "not a JSON object"),
        ("missing.html", "no such file or folder"),
        (folder.path().as_str(), "2 files left out for the type (.css .jpg)"),
        ("ftp://herald.example/a", "only http and https"),
    ] {
        let told = outcome.err.lines().any(|l| l.contains(&format!("{name}: {reason}")));
        assert!(told, "{name}: {}", outcome.err);
    }
}

#[test]
fn exit_statuses() {
    let folder = Folder::with(&[("good.txt", BRIDGE), ("empty.txt", "")]);
    let (good, empty) = (folder.join("good.txt"), folder.join("empty.txt"));
    let (good, empty) = (good.display().to_string(), empty.display().to_string());
    let cases: [(&[&str], i32, &str); 12] = [
        (&["brief", &good], 0, ""),
        (&["brief", &good, &empty], 0, "empty.txt: empty"),
        (&["brief", &empty], 1, "no article is left"),
        (&["annotate", &good], 0, ""),
        (&["annotate", &empty], 1, "no article is left"),
        (&["verify", &good], 1, "good.txt: not a briefing"),
        (&["verify", "/nowhere.json"], 1, "/nowhere.json: cannot be read"),
        (&[], 2, "Usage"),
        (&["brief"], 2, "required"),
        (&["brief", &good, "--format", "word"], 2, "possible values"),
        (&["brief", &good, "--now", "soon"], 2, "--now"),
        (&["nonsense"], 2, "unrecognized"),
    ];
    for (arguments, code, message) in cases {
        let outcome = run(arguments);
        assert_eq!(outcome.code, code, "{arguments:?}: {}", outcome.err);
        assert!(outcome.err.contains(message), "{arguments:?}: {}", outcome.err);
        assert_eq!(outcome.out.is_empty(), code != 0, "{arguments:?}");
    }
}
