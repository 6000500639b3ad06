//! The promises of the design, on the samples: each test fails when its
//! promise is broken.

mod told;

use jiff::civil::Date;
use throughline_annotate::{Interval, Reading, Timex, tag_text};
use throughline_model::{
    Article, Briefing, DisagreementKind, How, Kind, Precision, Role, TimelineEntry,
};
use throughline_prove::Proof;
use told::{briefing_of, briefings, readings};

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

/// The days that the words of a date mean, first and last.
fn meant(briefing: &Briefing, entry: &TimelineEntry) -> Option<(Date, Date)> {
    let evidence = entry.date_evidence.evidence.as_ref()?;
    let article = briefing.articles.iter().find(|a| a.id == evidence.article)?;
    let words = evidence.bytes(&article.text)?;
    let dates = tag_text(&article.text, article.published, &article.language);
    let here = |t: &&Timex| t.start < words.end && words.start < t.end;
    let days: Vec<Interval> = dates.iter().filter(here).filter_map(|t| t.interval).collect();
    Some((days.iter().map(|i| i.from).min()?, days.iter().map(|i| i.to).max()?))
}

#[test]
fn every_date_stands_in_its_evidence() {
    for (sample, briefing) in briefings() {
        assert!(briefing.timeline.len() >= 6, "{sample}: a thin timeline");
        let mut worded = 0;
        for entry in &briefing.timeline {
            let (when, text) = (&entry.when, &entry.statement.text);
            if entry.date_evidence.how == How::Publication {
                // Nothing in the article dates it, and that is said.
                let sure = entry.date_evidence.confidence;
                assert!(sure <= 0.5, "{sample}: {text}: {sure}");
            } else if when.precision != Precision::Open {
                let shown = when.from.zip(when.to);
                assert_eq!(shown, meant(&briefing, entry), "{sample}: {text}");
                worded += 1;
            }
        }
        assert!(worded >= 4, "{sample}: only {worded} entries are dated by words");
    }
}

#[test]
fn copies_are_one_witness() {
    let independent = |sample| briefing_of(readings(sample)).counts.independent;
    // One agency, one broadcaster, one local paper, another agency.
    assert_eq!(independent("storm"), 4);
    // An agency and its copy, a broadcaster twice, three papers.
    assert_eq!(independent("summit"), 5);
    // A bidder and its release, an agency, two papers of one owner, a paper.
    assert_eq!(independent("takeover"), 4);
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

/// What two outlets say of one thing on one day.
fn two(first: &str, second: &str) -> Vec<Reading> {
    let article = |outlet: &str, title: &str, text: &str| {
        let url = Some(format!("https://{}.example/a", outlet.replace(' ', "-")));
        let mut article = Article::new(url, title, vec![(Role::Body, text.to_owned(), None)]);
        article.outlet = outlet.to_owned();
        article.published = "2026-03-12".parse().ok();
        article.language = "en".to_owned();
        Reading::of(article)
    };
    vec![
        article("Vess Herald", "Storm in Tarn", first),
        article("Molsey Post", "Tarn after the storm", second),
    ]
}

#[test]
fn each_kind_of_disagreement_is_shown() {
    let cases = [
        (
            DisagreementKind::Number,
            "The bridge carries about 18,000 vehicles a day, the province said.",
            "The bridge carries 22,000 vehicles a day, hauliers said.",
            ["about 18,000", "22,000"],
        ),
        (
            DisagreementKind::Date,
            "Norland signed the treaty with Ostmark on Monday.",
            "The treaty with Ostmark was signed by Norland on Tuesday.",
            ["9 March", "10 March"],
        ),
        (
            DisagreementKind::Polarity,
            "The gates of the Tarn dam were opened during the night.",
            "The authority said that no gate of the Tarn dam was opened.",
            ["yes", "no"],
        ),
    ];
    for (kind, first, second, values) in cases {
        let briefing = briefing_of(two(first, second));
        let [shown] = briefing.disagreements.as_slice() else {
            panic!("{first} | {second}: {:?}", briefing.disagreements)
        };
        let mut said: Vec<&str> = shown.positions.iter().map(|p| p.value.as_str()).collect();
        said.sort_by_key(|value| values.iter().position(|v| v == value));
        assert_eq!((shown.kind, said.as_slice()), (kind, &values[..]), "{first} | {second}");
        let cited = |at: usize| shown.positions[at].statement.citations[0].source;
        assert_ne!(cited(0), cited(1), "{first} | {second}");
    }
}

#[test]
fn ids_do_not_depend_on_the_other_articles() {
    let whole = briefing_of(readings("takeover"));
    let alone = briefing_of(readings("takeover").into_iter().skip(1).collect());
    let mut same = 0;
    for (_, statement) in alone.statements() {
        for (_, other) in whole.statements().filter(|(_, o)| o.text == statement.text) {
            let first = |s: &throughline_model::Statement| s.citations[0].evidence[0].clone();
            if first(other) == first(statement) {
                assert_eq!(other.id, statement.id);
                same += 1;
            }
        }
    }
    assert!(same >= 10, "only {same} statements are in both briefings");
}

#[test]
fn one_article_gives_a_briefing_of_one_article() {
    let briefing = briefing_of(readings("storm").into_iter().take(1).collect());
    assert_eq!((briefing.counts.articles, briefing.sources.len()), (1, 1));
    assert!(briefing.sections.len() <= 2 && !briefing.sections.is_empty());
}
