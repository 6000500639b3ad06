//! The briefings of the samples as a reader sees them. They are read, not
//! merely recorded: samples/README.md holds the authors' answer key.

use std::process::Command;

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
    let samples = [
        ("summit", "2026-05-09T08:00:00Z"),
        ("storm", "2026-09-19T08:00:00Z"),
        ("takeover", "2026-06-12T08:00:00Z"),
        ("mixed", "2026-11-13T08:00:00Z"),
    ];
    for (sample, now) in samples {
        insta::assert_snapshot!(format!("{sample}.text"), printed(sample, now, "text"));
    }
    for format in ["markdown", "html", "json"] {
        insta::assert_snapshot!(format!("storm.{format}"), printed("storm", samples[1].1, format));
    }
}
