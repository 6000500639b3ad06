//! The promises of the design, on the samples: each test fails when its
//! promise is broken.

use std::path::{Path, PathBuf};

use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_extract::extract;
use throughline_gather::in_order;
use throughline_model::{Briefing, Content, DisagreementKind, Document, How, Kind, Precision};
use throughline_prove::Proof;

const SAMPLES: [&str; 3] = ["summit", "storm", "takeover"];

fn folder(sample: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(sample)
}

fn readings(sample: &str) -> Vec<Reading> {
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

fn briefing_of(readings: Vec<Reading>) -> Briefing {
    let options = Options {
        now: "2026-09-19".parse().expect("a date"),
        owners: Default::default(),
        words: None,
    };
    brief(in_order(readings).0, &options).expect("a sample gives a briefing")
}

fn briefings() -> impl Iterator<Item = (&'static str, Briefing)> {
    SAMPLES.into_iter().map(|sample| (sample, briefing_of(readings(sample))))
}

#[test]
fn every_sample_is_proven() {
    for (sample, briefing) in briefings() {
        let faults = Proof::from(&briefing.articles).faults(&briefing);
        assert!(faults.is_empty(), "{sample}: {faults:?}");
        for (place, statement) in briefing.statements() {
            assert!(!statement.citations.is_empty(), "{sample}, {place}: no citation");
            assert_ne!(statement.kind, Kind::Model);
        }
    }
}

#[test]
fn a_source_has_one_number() {
    for (sample, briefing) in briefings() {
        let article = |number: usize| &briefing.sources[number - 1].article;
        for (at, source) in briefing.sources.iter().enumerate() {
            assert_eq!(source.number, at + 1, "{sample}");
        }
        for (place, statement) in briefing.statements() {
            for citation in &statement.citations {
                for evidence in &citation.evidence {
                    assert_eq!(&evidence.article, article(citation.source), "{sample}, {place}");
                }
            }
        }
    }
}

#[test]
fn every_date_stands_in_its_evidence() {
    for (sample, briefing) in briefings() {
        assert!(briefing.timeline.len() >= 6, "{sample}: a thin timeline");
        for entry in &briefing.timeline {
            let worded = entry.date_evidence.evidence.is_some();
            let weak = entry.date_evidence.how == How::Publication;
            let open = entry.when.precision == Precision::Open;
            assert!(worded || weak || open, "{sample}: {}", entry.statement.text);
        }
    }
}

#[test]
fn copies_are_one_witness() {
    let independent = |sample| briefing_of(readings(sample)).counts.independent;
    // One agency, one broadcaster, one local paper, another agency.
    assert_eq!(independent("storm"), 4);
    // An agency and its copy, a broadcaster twice, three papers.
    assert_eq!(independent("summit"), 5);
}

#[test]
fn a_toll_that_grows_is_shown() {
    let briefing = briefing_of(readings("storm"));
    let tolls = briefing
        .disagreements
        .iter()
        .find(|d| d.kind == DisagreementKind::Development && d.about == "people killed");
    let values: Vec<&str> =
        tolls.expect("the toll").positions.iter().map(|p| p.value.as_str()).collect();
    assert!(values.contains(&"11") && values.contains(&"14"), "{values:?}");
    let newest = tolls.expect("the toll").positions.iter().find(|p| p.newest);
    assert_eq!(newest.expect("the newest").value, "14");
}

#[test]
fn ids_do_not_depend_on_the_other_articles() {
    let whole = briefing_of(readings("takeover"));
    let alone = briefing_of(readings("takeover").into_iter().skip(1).collect());
    for (_, statement) in alone.statements() {
        for (_, other) in whole.statements().filter(|(_, o)| o.text == statement.text) {
            let first = |s: &throughline_model::Statement| s.citations[0].evidence[0].clone();
            if first(other) == first(statement) {
                assert_eq!(other.id, statement.id);
            }
        }
    }
}

#[test]
fn one_article_gives_a_briefing_of_one_article() {
    let briefing = briefing_of(readings("storm").into_iter().take(1).collect());
    assert_eq!((briefing.counts.articles, briefing.sources.len()), (1, 1));
    assert!(briefing.sections.len() <= 2 && !briefing.sections.is_empty());
}
