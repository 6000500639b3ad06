//! A folder with everything at hand: the samples of the repository.

use std::{fs, path::Path};

use throughline_annotate::Reading;
use throughline_extract::extract;
use throughline_gather::{in_order, stories};
use throughline_model::{Content, Document};

fn sample(name: &str) -> Vec<Reading> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(name);
    let mut readings = Vec::new();
    for entry in fs::read_dir(folder).expect("the sample is there") {
        let path = entry.expect("it can be listed").path();
        let bytes = fs::read(&path).expect("it can be read");
        let name = path.display().to_string();
        let documents = match path.extension().and_then(|e| e.to_str()) {
            Some("html") => vec![(Content::Html, bytes)],
            Some("eml") => vec![(Content::Mail, bytes)],
            Some("md") => vec![(Content::Markdown, bytes)],
            Some("txt") => vec![(Content::Text, bytes)],
            _ => bytes
                .split(|b| *b == b'\n')
                .filter(|l| !l.is_empty())
                .map(|l| (Content::Json, l.to_vec()))
                .collect(),
        };
        let articles =
            documents.into_iter().map(|(kind, bytes)| extract(&Document::new(&name, kind, bytes)));
        readings.extend(articles.map(|a| Reading::of(a.expect("it holds an article"))));
    }
    readings
}

/// How many articles each story of these samples has.
fn check(names: &[&str], expected: &[usize]) {
    let (readings, _) = in_order(names.iter().flat_map(|name| sample(name)).collect());
    let found = stories(&readings);
    let titles = |story: &Vec<usize>| {
        story.iter().map(|&i| readings[i].article.title.clone()).collect::<Vec<_>>()
    };
    let sizes: Vec<usize> = found.iter().map(Vec::len).collect();
    assert_eq!(sizes, expected, "{names:?}: {:#?}", found.iter().map(titles).collect::<Vec<_>>());
}

#[test]
fn a_sample_is_one_story_and_two_are_two() {
    check(&["summit"], &[8]);
    check(&["storm"], &[8]);
    check(&["takeover"], &[7]);
    check(&["mixed"], &[6]);
    check(&["summit", "storm"], &[8, 8]);
    check(&["storm", "mixed"], &[8, 6]);
    check(&["summit", "storm", "takeover", "mixed"], &[8, 8, 7, 6]);
}
