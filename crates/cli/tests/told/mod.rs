//! The samples, briefed without the program around it.

use std::path::{Path, PathBuf};

use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_extract::{Outlets, extract};
use throughline_gather::in_order;
use throughline_model::{Briefing, Content, Document};

const SAMPLES: [&str; 3] = ["summit", "storm", "takeover"];

fn folder(sample: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(sample)
}

/// The articles of a sample, in the order of their names.
pub fn readings(sample: &str) -> Vec<Reading> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder(sample))
        .expect("the samples are in the repository")
        .map(|entry| entry.expect("a sample can be listed").path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let bytes = std::fs::read(path).expect("a sample can be read");
            let document = Document::new(path.display().to_string(), Content::Html, bytes);
            Reading::of(extract(&document).expect("a sample holds an article"))
        })
        .collect()
}

/// Their briefing.
pub fn briefing_of(readings: Vec<Reading>) -> Briefing {
    let options = Options {
        now: "2026-09-19".parse().expect("a date"),
        owners: Outlets::built_in().owners(readings.iter().map(|reading| &reading.article)),
        words: None,
    };
    brief(in_order(readings).0, &options).expect("a sample gives a briefing")
}

/// The briefing of each sample.
pub fn briefings() -> impl Iterator<Item = (&'static str, Briefing)> {
    SAMPLES.into_iter().map(|sample| (sample, briefing_of(readings(sample))))
}
