//! Sentences that a model wrote, true and forged.

use throughline_model::{Citation, Kind, Statement};
use throughline_prove::Proof;

use crate::{
    fields::name,
    fixture::{article, cited, evidence},
};

const FIRST: &str = "The ministry said on Tuesday that 14 soldiers and three sailors were killed when a ferry sank near Port Vess.";
const SECOND: &str = "President Ilan Vosk denied that the army had ordered the crossing, and he may visit Port Vess on March 20.";
const THIRD: &str = "Dara Quill signed a contract worth at least $2 million in June 2014 and reportedly left for Ardenne.";

/// The faults of a sentence that cites all three passages whose numbers are given.
fn found(text: &str, cites: &[usize]) -> Vec<String> {
    let passages = [FIRST, SECOND, THIRD];
    let articles: Vec<_> = passages
        .iter()
        .enumerate()
        .map(|(i, p)| article(&format!("Outlet {i}"), "2026-03-12", "Ferry sinks", &[p]))
        .collect();
    let citation = |&i: &usize| Citation {
        source: i + 1,
        evidence: vec![evidence(&articles[i], passages[i])],
    };
    let statement = Statement::new(
        text.to_owned(),
        Kind::Model,
        Vec::new(),
        cites.iter().map(citation).collect(),
    );
    Proof::from(&cited(&articles)).statement(&statement).iter().map(name).collect()
}

#[test]
fn true_sentences_pass() {
    let cases: [(&str, &[usize]); 5] = [
        ("The ministry said 14 soldiers were killed when a ferry sank near Port Vess.", &[0]),
        ("President Ilan Vosk denied that the army had ordered the crossing.", &[1]),
        ("Vosk may visit Port Vess on March 20.", &[1]),
        ("Dara Quill signed a contract worth at least $2 million in June 2014.", &[2]),
        ("Quill reportedly left for Ardenne.", &[2]),
    ];
    for (text, cites) in cases {
        let found = found(text, cites);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn forged_sentences_are_caught() {
    let cases: [(&str, &[usize], &str); 27] = [
        ("The ministry said 15 soldiers were killed near Port Vess.", &[0], "Figure"),
        ("The ministry said three soldiers were killed when a ferry sank.", &[0], "Figure"),
        ("The ministry said more than 14 soldiers were killed when a ferry sank.", &[0], "Figure"),
        ("The ministry said $14 was lost when a ferry sank near Port Vess.", &[0], "Figure"),
        ("The ministry said one ferry sank near Port Vess.", &[0], "Unsaid"),
        ("Dara Quill signed a contract worth $2 million in June 2014.", &[2], "Figure"),
        ("Dara Quill signed a contract worth at least $2 billion in June 2014.", &[2], "Figure"),
        ("President Mirel denied that the army had ordered the crossing.", &[1], "Name"),
        ("President Ilan Quill denied that the army had ordered the crossing.", &[1, 2], "Name"),
        ("President Ilan Vosk said that the army had ordered the crossing.", &[1], "Denial"),
        ("The army had ordered the crossing.", &[1], "Denial"),
        ("Vosk will visit Port Vess on March 20.", &[1], "Asserted"),
        ("Vosk visits Port Vess on March 20.", &[1], "Asserted"),
        ("Vosk may visit Port Vess on March 21.", &[1], "Date"),
        ("Vosk may visit Port Vess on June 20.", &[1, 2], "Date"),
        ("Vosk may visit Port Vess on Tuesday.", &[1, 0], "Date"),
        ("A ministry said 14 soldiers were killed today when a ferry sank.", &[0], "Date"),
        ("Dara Quill signed a contract in June 2015.", &[2], "Date"),
        ("Dara Quill did not sign a contract in June 2014.", &[2], "Denial"),
        ("Quill left for Ardenne.", &[2], "Asserted"),
        ("14 soldiers were killed when a ferry sank near Port Vess.", &[0], "Asserted"),
        ("The ministry said 14 soldiers were murdered when a ferry sank.", &[0], "Unsaid"),
        ("The ministry said 14 soldiers were killed because a ferry sank.", &[0], "Unsaid"),
        ("The ministry said all soldiers were killed when a ferry sank.", &[0], "Unsaid"),
        ("The ministry said “14 soldiers were killed” near Port Vess.", &[0], "Quotation"),
        (
            "Dara Quill signed a contract worth at least $2 million in June 2014.",
            &[2, 0],
            "Support",
        ),
        ("The ministry said 14 soldiers were killed.", &[1, 0], "Support"),
    ];
    let mut missed = Vec::new();
    for (text, cites, expected) in cases {
        let found = found(text, cites);
        if !found.iter().any(|f| f == expected) {
            missed.push(format!("{text}: {expected} is not in {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Beyond reach: who did it to whom. If this ever fails, rejoice and say so in
/// the documentation of `written.rs`.
#[test]
fn swapped_roles_pass() {
    assert!(
        found("The army denied that President Ilan Vosk had ordered the crossing.", &[1])
            .is_empty()
    );
}
