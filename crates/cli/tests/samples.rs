//! The briefings of the samples as a reader sees them. They are read, not
//! merely recorded: samples/README.md holds the authors' answer key.

use std::process::Command;

/// The samples with the present that they are read in.
const SAMPLES: [(&str, &str); 4] = [
    ("summit", "2026-05-09T08:00:00Z"),
    ("storm", "2026-09-19T08:00:00Z"),
    ("takeover", "2026-06-12T08:00:00Z"),
    ("mixed", "2026-11-13T08:00:00Z"),
];

fn printed(sample: &str, now: &str, format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .args([
            "brief",
            &format!("samples/{sample}"),
            "--now",
            now,
            "--format",
            format,
            "--no-articles",
        ])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

#[test]
fn briefings_of_the_samples() {
    for (sample, now) in SAMPLES {
        insta::assert_snapshot!(format!("{sample}.text"), printed(sample, now, "text"));
    }
    for format in ["markdown", "html", "json"] {
        insta::assert_snapshot!(format!("storm.{format}"), printed("storm", SAMPLES[1].1, format));
    }
}

/// To write them anew: `UPDATE_DOCS=1 cargo test -p throughline --test samples`.
#[test]
fn docs_show_the_samples_as_they_are() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/briefings.md");
    let docs = std::fs::read_to_string(path).expect("docs/briefings.md is there");
    let mut shown = docs.clone();
    for (sample, now) in SAMPLES.into_iter().filter(|(sample, _)| *sample != "mixed") {
        let open = format!("<!-- sample {sample} -->\n");
        let start = shown.find(&open).expect("the docs have a place for it") + open.len();
        let end = start + shown[start..].find("<!-- end -->").expect("and an end");
        let text = printed(sample, now, "text");
        shown.replace_range(start..end, &format!("```text\n{}\n```\n", text.trim_end()));
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &shown).expect("docs can be written");
    } else {
        assert!(shown == docs, "docs/briefings.md is old: run with UPDATE_DOCS=1");
    }
}

/// The README's picture of a briefing is a part of one: "..." stands for what is left out.
#[test]
fn the_readme_shows_what_is_printed() {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
    let readme = std::fs::read_to_string(readme).expect("the README is there");
    let picture = readme.split("```").nth(1).expect("the README begins with a picture");
    let text = printed("storm", SAMPLES[1].1, "text");
    let printed: Vec<&str> = text.lines().map(str::trim).collect();
    for line in picture.lines().map(str::trim).filter(|line| !line.contains("...")) {
        assert!(printed.contains(&line), "the README shows {line:?}, which is not printed");
    }
}
