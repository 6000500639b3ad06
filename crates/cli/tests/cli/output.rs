//! Where briefings go and in which form.

use std::fs;

use crate::run::{Folder, brief, run, sample};

#[test]
fn the_form_follows_the_name() {
    let folder = Folder::new();
    let storm = sample("storm");
    for (name, start) in
        [("a.html", "<!"), ("a.md", "# "), ("a.json", "{"), ("a.txt", ""), ("a", "")]
    {
        let path = folder.join(name).display().to_string();
        let outcome = brief(&[&storm, "-o", &path]);
        assert_eq!((outcome.code, outcome.out.as_str()), (0, ""), "{name}: {}", outcome.err);
        let written = fs::read_to_string(&path).unwrap().to_lowercase();
        assert!(written.starts_with(start), "{name}: {}", &written[..60]);
    }
    let path = folder.join("b.html").display().to_string();
    brief(&[&storm, "-o", &path, "--format", "json"]);
    assert!(fs::read_to_string(&path).unwrap().starts_with('{'), "--format has the last word");
    let stdout = brief(&[&storm, "-o", "-"]);
    assert_eq!(stdout, brief(&[&storm]));
}

#[test]
fn each_story_has_its_file() {
    let folder = Folder::new();
    let (summit, takeover) = (sample("summit"), sample("takeover"));
    let out = folder.join("out/").display().to_string();
    let outcome = brief(&[&summit, &takeover, "--stories", "--format", "html", "-o", &out]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let files: Vec<_> = fs::read_dir(folder.join("out")).unwrap().flatten().collect();
    assert!(files.len() >= 2);
    for file in &files {
        let path = file.path().display().to_string();
        assert!(outcome.err.lines().any(|line| line.starts_with(&format!("{path}: "))), "{path}");
    }
    for file in files {
        let page = fs::read_to_string(file.path()).unwrap();
        assert_eq!(page.matches("</html>").count(), 1, "{:?}", file.path());
        // A name says what the file holds.
        let name = file.file_name().into_string().unwrap();
        assert!(name.matches('-').count() > 2 && name.to_lowercase() == name, "{name}");
    }
    let outcome = brief(&[&summit, &takeover, "--stories", "--format", "html"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("use --output FOLDER/"), "{}", outcome.err);
}

#[test]
fn a_story_keeps_the_name_of_its_file() {
    let folder = Folder::new();
    let out = folder.join("out/").display().to_string();
    let written = || {
        assert_eq!(brief(&[&sample("storm"), "-o", &out]).code, 0);
        let files = fs::read_dir(folder.join("out")).unwrap().flatten();
        files.map(|file| file.file_name().into_string().unwrap()).collect::<Vec<_>>()
    };
    let first = written();
    assert_eq!(written(), first);
    // Under another headline once.
    let (_, id) = first[0].rsplit_once('-').unwrap();
    let earlier = format!("storm-nears-{id}");
    fs::rename(folder.join("out").join(&first[0]), folder.join("out").join(&earlier)).unwrap();
    assert_eq!(written(), [earlier]);
}

#[test]
fn what_cannot_be_written_is_named() {
    let outcome = brief(&[&sample("storm"), "-o", "/nowhere/at/all.html"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("/nowhere/at/all.html: cannot be written"), "{}", outcome.err);
}

#[test]
fn what_cannot_be_meant_is_said() {
    let storm = sample("storm");
    let folder = Folder::new();
    let path = folder.join("a.pdf").display().to_string();
    let cases: [(&[&str], &str); 5] = [
        (&["-o", &path], "no form is called .pdf"),
        (&["--width", "10"], "30..=100"),
        (&["--words", "0"], "give a number of words, 1 or more"),
        (&["--words", "-5"], "give a number of words, 1 or more"),
        (&["--words", "few"], "give a number of words, 1 or more"),
    ];
    for (arguments, message) in cases {
        let outcome = brief(&[&[storm.as_str()], arguments].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{arguments:?}");
        assert!(outcome.err.contains(message), "{arguments:?}: {}", outcome.err);
    }
}

#[test]
fn fewer_words_than_were_asked_for_are_counted() {
    for (asked, short) in [("100", false), ("5000", true)] {
        let outcome = brief(&[&sample("storm"), "--words", asked]);
        assert_eq!(outcome.err.contains("words of the 5000 asked for"), short, "{}", outcome.err);
    }
}

#[test]
fn colour_only_when_asked_for_off_a_terminal() {
    let storm = sample("storm");
    assert!(!brief(&[&storm]).out.contains('\u{1b}'));
    assert!(brief(&[&storm, "--color", "always"]).out.contains('\u{1b}'));
    let longest = |width| {
        let text = brief(&[&storm, "--width", width]).out;
        text.lines()
            .filter(|l| !l.contains(".example"))
            .map(|l| l.chars().count())
            .max()
            .unwrap_or(0)
    };
    assert!(longest("40") <= 40);
    assert!(longest("100") > 80);
}

#[test]
fn help_says_what_each_command_does() {
    for arguments in [&["--help"][..], &["brief", "--help"], &["verify", "--help"]] {
        let outcome = run(arguments);
        assert_eq!(outcome.code, 0);
        assert!(outcome.out.contains("Usage: throughline"), "{}", outcome.out);
    }
    assert!(run(&["--help"]).out.contains("Exit status: 0 done, 1 failed, 2 wrong usage"));
}
