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

/// What sources differ on, and the values in their order.
type Differ = (&'static str, &'static [&'static str]);

/// What each sample's briefing says that sources differ on: a part of what its key in
/// samples/README.md lists (17 of 29), and nothing beside it.
const DIFFER: &[(&str, &[Differ])] = &[
    (
        "summit",
        &[
            ("people killed", &["four", "six"]),
            ("share", &["nearly 18 percent", "about 15 percent"]),
            ("when Lysmark signed a letter of intent", &["6 May", "7 May"]),
            ("what Drovania denied", &["claimed", "denied"]),
        ],
    ),
    (
        "storm",
        &[
            ("people killed", &["at least six", "11", "14"]),
            ("people killed", &["14", "17"]),
            ("people missing", &["Twelve", "nine"]),
            ("wind", &["165 kilometres per hour", "up to 150 kph"]),
            ("without power", &["410,000", "262,000"]),
            ("until when all schools will stay closed", &["18 September", "21 September"]),
            ("when the storm came ashore", &["14 September", "15 September"]),
            ("whether the gates were opened", &["yes", "no"]),
        ],
    ),
    (
        "takeover",
        &[
            ("jobs at stake", &["no more than 450", "1,200"]),
            ("day of the extraordinary meeting", &["25 June", "9 July"]),
            ("when Orrin first wrote to the board", &["23 April", "21 April"]),
        ],
    ),
    (
        "mixed",
        &[
            ("hangers", &["two", "four"]),
            ("when the cracks were found", &["3 November", "5 November"]),
        ],
    ),
];

#[test]
fn the_samples_differ_where_their_keys_say_so() {
    for (sample, expected) in DIFFER {
        let now = SAMPLES.iter().find(|(name, _)| name == sample).expect("a sample").1;
        let json = printed(sample, now, "json");
        let briefing: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let all = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
        let mut shown: Vec<(String, Vec<String>)> = all(&briefing["disagreements"])
            .iter()
            .map(|d| {
                let values = all(&d["positions"]).iter().map(|p| text(&p["value"])).collect();
                (text(&d["about"]), values)
            })
            .collect();
        let owned = |values: &[&str]| values.iter().map(|&v| v.to_owned()).collect();
        let mut wanted: Vec<(String, Vec<String>)> =
            expected.iter().map(|(about, values)| ((*about).to_owned(), owned(values))).collect();
        shown.sort();
        wanted.sort();
        assert_eq!(shown, wanted, "{sample}");
    }
}
