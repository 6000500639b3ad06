//! What the commands say and how they exit, on inputs that are not as hoped.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A fresh folder for one test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for tests can be made");
    folder
}

/// Runs the program in the root of the repository.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
    let Output { status, stdout, stderr } =
        command.current_dir(root).args(arguments).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    (status.code().expect("it exits"), text(stdout), text(stderr))
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn ten_copies_are_named_and_counted_once() {
    let folder = folder("copies");
    for copy in 1..=10 {
        fs::copy(sample("storm/tarpress-toll.html"), folder.join(format!("{copy:02}.html")))
            .expect("a sample can be copied");
    }
    let (code, out, err) = run(&["brief", &folder.display().to_string(), "--now", "2026-09-20"]);
    assert_eq!(code, 0);
    assert!(out.contains("(1 article)"), "{out}");
    assert_eq!(err.lines().count(), 9, "{err}");
    let first = path(&folder, "01.html");
    for (at, line) in err.lines().enumerate() {
        let copy = path(&folder, &format!("{:02}.html", at + 2));
        assert_eq!(line, format!("skipped {copy}: the same article as {first}; counted once"));
    }
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(name)
}

#[test]
fn missing_and_impossible_dates_are_said_of_the_file() {
    let folder = folder("dates");
    let text = "The old bridge over the river was closed to traffic, the county council said. \
        Engineers found cracks in two of the hangers that carry its main span.";
    let line = |url: &str, published: &str| {
        format!(
            "{{\"url\":\"https://{url}/a\",\"title\":\"Bridge closed\",{published}\"text\":\"{text}\"}}\n"
        )
    };
    let future = line("one.example", "\"published\":\"2099-01-01\",");
    let articles = future + &line("two.example", "");
    fs::write(folder.join("a.jsonl"), articles).expect("a file can be written");
    let (code, _, err) = run(&["brief", &path(&folder, "a.jsonl"), "--now", "2026-11-20"]);
    assert_eq!(code, 0, "{err}");
    let name = path(&folder, "a.jsonl");
    let said: Vec<&str> = err.lines().take(2).collect();
    assert_eq!(
        said,
        [
            format!("{name}:1: publication date 2099-01-01 is in the future; set aside"),
            format!("{name}:2: no publication date; its relative days are not resolved"),
        ]
    );
}

#[test]
fn a_page_holds_one_story() {
    let arguments = ["brief", "samples/storm", "samples/takeover", "--now", "2026-09-20"];
    let html =
        |more: &[&str]| run(&[&arguments[..], &["--stories", "--format", "html"], more].concat());
    let (code, out, err) = html(&[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("2 stories, and an HTML page holds one; give a folder"), "{err}");
    let folder = folder("pages");
    let (code, _, err) = html(&["--output", &folder.display().to_string()]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 2);
}

#[test]
fn a_briefing_is_proven_from_articles_beside_it() {
    let folder = folder("beside");
    let (bare, whole) = (path(&folder, "bare.json"), path(&folder, "whole.json"));
    // As of the 16th, two articles are from the future; the proof knows.
    let make = |more: &[&str]| {
        let arguments = ["brief", "samples/storm", "--now", "2026-09-16", "--format", "json"];
        assert_eq!(run(&[&arguments[..], more].concat()).0, 0);
    };
    make(&["--no-articles", "--output", &bare]);
    make(&["--output", &whole]);
    let (code, _, err) = run(&["verify", &bare]);
    assert_eq!(code, 1);
    assert!(err.contains("holds no articles; give them with --articles"), "{err}");
    for articles in ["samples/storm", &whole] {
        let (code, out, _) = run(&["verify", &bare, "--articles", articles]);
        assert_eq!(code, 0, "{out}");
        assert!(out.starts_with("proven: "), "{out}");
    }
    let (code, out, _) = run(&["verify", &bare, "--articles", "samples/takeover"]);
    assert_eq!(code, 1);
    assert!(out.contains("is not at hand; give it with --articles"), "{out}");
}

#[test]
fn a_name_does_not_drive_the_terminal() {
    let folder = folder("names");
    let name = path(&folder, "\u{1b}[2Jempty.txt");
    fs::write(&name, "").expect("a file can be written");
    let (code, _, err) = run(&["brief", &name]);
    assert_eq!(code, 1);
    assert!(!err.contains('\u{1b}') && err.contains("[2Jempty.txt: empty;"), "{err}");
}
