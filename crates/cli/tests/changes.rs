//! What changed between briefings of the samples, as a reader sees it: brief
//! the first articles by date of publication, then more of them. Read, not
//! merely recorded.

use std::process::Command;

/// Sample, articles in order of publication, and up to which article and for
/// which present it is briefed.
type Case = (&'static str, &'static [&'static str], [(usize, &'static str); 3]);

const SAMPLES: [Case; 3] = [
    (
        "storm",
        &[
            "tarpress-landfall",
            "port-emery-mail-landfall",
            "tpr-live",
            "tarpress-toll",
            "daily-anchor-toll",
            "kessling-observer-dam",
            "tpr-two-tolls",
            "tessera-press-aftermath",
        ],
        [(3, "2026-09-16T08:00:00Z"), (5, "2026-09-17T08:00:00Z"), (8, "2026-09-19T08:00:00Z")],
    ),
    (
        "summit",
        &[
            "tessera-press-framework",
            "crt-news-troops",
            "aldermoor-gazette-guarantees",
            "crt-news-voskaryan",
            "sundhaven-courier-port-aneska",
            "fairmount-ledger-wexcombe",
            "long-view-analysis",
            "tessera-press-rejection",
        ],
        [(3, "2026-05-07T12:00:00Z"), (5, "2026-05-08T03:00:00Z"), (8, "2026-05-09T08:00:00Z")],
    ),
    (
        "takeover",
        &[
            "bizrelay-release",
            "tessera-press-bid",
            "glass-trade-weekly-offer",
            "dockside-times-rejection",
            "market-ledger-interview",
            "dockside-times-opinion",
            "northern-business-daily-rival",
        ],
        [(3, "2026-06-03T08:00:00Z"), (5, "2026-06-06T08:00:00Z"), (7, "2026-06-12T08:00:00Z")],
    ),
];

fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples"))
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

/// Whoever names the newer one first is told.
fn check_order(old: &str, new: &str) {
    for (first, second, warned) in [(old, new, false), (new, old, true), (new, new, false)] {
        let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
            .args(["diff", first, second])
            .output()
            .expect("the program runs");
        let err = String::from_utf8_lossy(&output.stderr);
        let says = err.contains(&format!("{second} is older than {first}"));
        assert!(output.status.success() && says == warned, "{first} {second}: {err}");
    }
}

#[test]
fn changes_between_briefings_of_the_samples() {
    let folder = tempfile::tempdir().expect("the system's temporary folder can be written");
    let mut stories: Vec<String> = Vec::new();
    for (sample, articles, stages) in SAMPLES {
        let files: Vec<String> = articles.iter().map(|a| format!("{sample}/{a}.html")).collect();
        let briefed: Vec<String> = stages
            .iter()
            .map(|&(count, now)| {
                let path = folder.path().join(format!("{sample}-{count}.json"));
                let path = path.display().to_string();
                let mut arguments = vec!["brief", "--now", now, "--format", "json", "-o", &path];
                arguments.extend(files[..count].iter().map(String::as_str));
                run(&arguments);
                path
            })
            .collect();
        for (between, stage) in briefed.windows(2).zip(stages.windows(2)) {
            let name = format!("{sample}.{}-{}", stage[0].0, stage[1].0);
            let text = run(&["diff", &between[0], &between[1]]);
            check_order(&between[0], &between[1]);
            insta::assert_snapshot!(format!("{name}.text"), text);
        }
        // Two stories have no changes between them.
        if let Some(other) = stories.first() {
            let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
                .args(["diff", other, &briefed[0]])
                .output()
                .expect("the program runs");
            let err = String::from_utf8_lossy(&output.stderr);
            let says = err.contains("tell two stories") && err.contains("give two briefings");
            assert!(!output.status.success() && output.stdout.is_empty() && says, "{err}");
        }
        stories.push(briefed[0].clone());
        let same = run(&["diff", &briefed[2], &briefed[2]]);
        assert!(same.contains("Nothing new."), "{same}");
        if sample == "storm" {
            for format in ["markdown", "json"] {
                let printed = run(&["diff", &briefed[0], &briefed[1], "--format", format]);
                insta::assert_snapshot!(format!("{sample}.3-5.{format}"), printed);
            }
        }
    }
}

#[test]
fn what_is_no_briefing_is_named() {
    let folder = tempfile::tempdir().expect("the system's temporary folder can be written");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the folder can be written");
        path.display().to_string()
    };
    let cases = [
        (folder.path().join("none.json").display().to_string(), "none.json: cannot be read"),
        (file("page.json", "<html>"), "page.json: not a briefing"),
        (file("empty.json", "[]"), "empty.json: holds no briefing"),
        (
            file("other.json", "{\"schema\": \"throughline/changes/1\"}"),
            "other.json: not a briefing",
        ),
    ];
    for (path, expected) in cases {
        let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
            .args(["diff", &path, &path])
            .output()
            .expect("the program runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && err.contains(expected), "{expected}: {err}");
    }
}
