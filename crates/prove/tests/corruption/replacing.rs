//! Edits that put words: days, names, present tense, letter case.

use EditKind as E;
use throughline_model::{Article, EditKind};
use throughline_prove::Proof;

use crate::{
    fields::name,
    fixture::{article, cited, edited, evidence},
};

fn herald() -> Article {
    let lines = [
        "Peter Walsh signed the pact in the harbour on Tuesday.",
        "He left the town by train early on Monday.",
        "Peter Walsh met Dara Quill in Ardenne last year.",
        "She praised the ferry and denied the claims.",
        "Walsh told reporters that he liked it.",
        "Mr. Mirel was attacked by the crowd after Anna Mirel spoke.",
        "Tomas Mirel had signed the papers which the court rejected.",
        "It’s a $1,200 fine, and we’re told the US may resign.",
        "The boat taken from the harbour will not be found.",
        "Walsh would sign the pact.",
        "Walsh will sign the pact.",
    ];
    article("Vess Herald", "2026-03-12", "Ferry pact is signed", &lines)
}

/// A sentence, an edit's kind, what it takes and puts, its proof, and whether
/// it is allowed.
type Case<'a> = (&'a str, EditKind, &'a str, &'a str, Option<&'a str>, bool);

fn check(cases: &[Case]) {
    for &(words, kind, from, to, because, allowed) in cases {
        let a = herald();
        let mut statement = edited(&a, 1, words, &[(kind, from, to)]);
        statement.edits[0].because = because.map(|b| evidence(&a, b));
        let found = Proof::from(&cited(&[a])).statement(&statement);
        let names: Vec<_> = found.iter().map(name).collect();
        assert_eq!(names.is_empty(), allowed, "{from:?} to {to:?} in {words:?}: {found:?}");
    }
}

#[test]
fn days() {
    let signed = "Peter Walsh signed the pact in the harbour on Tuesday.";
    let met = "Peter Walsh met Dara Quill in Ardenne last year.";
    let left = "He left the town by train early on Monday.";
    check(&[
        (signed, E::Day, "Tuesday", "March 10", None, true),
        (signed, E::Day, "Tuesday", "March 10, 2026", None, true),
        (signed, E::Day, "Tuesday", "March 17", None, false),
        (signed, E::Day, "Tuesday", "March 10, 2025", None, false),
        (signed, E::Day, "Tuesday", "10", None, false),
        (signed, E::Day, "Tuesday", "a whim", None, false),
        (signed, E::Day, "Tuesday", "March 10 for a bribe", None, false),
        (signed, E::Day, "in the harbour on Tuesday", "on March 10", None, false),
        (signed, E::Day, "harbour", "March 10", None, false),
        (signed, E::Day, "Tues", "March 10", None, false),
        (signed, E::Day, "Tuesday", "the night of March 10", None, false),
        (met, E::Day, "last year", "in 2025", None, true),
        (met, E::Day, "last year", "in 2024", None, false),
        (met, E::Day, "last year", "on March 12, 2025", None, false),
        (met, E::Day, "last year", "in January 2025", None, false),
        (left, E::Day, "early on Monday", "on March 9", None, false),
    ]);
}

#[test]
fn names() {
    let he = "He left the town by train early on Monday.";
    let she = "She praised the ferry and denied the claims.";
    let vosk = "Walsh told reporters that he liked it.";
    let mirel = "Mr. Mirel was attacked by the crowd after Anna Mirel spoke.";
    check(&[
        (he, E::Name, "He", "Peter Walsh", Some("Peter Walsh"), true),
        (he, E::Name, "He", "Dara Quill", Some("Dara Quill"), false),
        (he, E::Name, "He", "Peter Walsh", None, false),
        (he, E::Name, "He", "Ardenne", Some("Ardenne"), false),
        (he, E::Name, "He", "Wals", Some("Wals"), false),
        (he, E::Name, "He", "Peter Walsh’s", Some("Peter Walsh"), false),
        (he, E::Name, "He left", "Peter Walsh", Some("Peter Walsh"), false),
        // The sentence before names two people.
        (she, E::Name, "She", "Dara Quill", Some("Dara Quill"), false),
        (vosk, E::Name, "Walsh", "Peter Walsh", Some("Peter Walsh"), true),
        (vosk, E::Name, "Walsh", "Dara Quill", Some("Dara Quill"), false),
        (vosk, E::Name, "it", "Dara Quill", Some("Dara Quill"), false),
        (vosk, E::Name, "reporters", "Peter Walsh", Some("Peter Walsh"), false),
        // Two people share the surname.
        (mirel, E::Name, "Mr. Mirel", "Tomas Mirel", Some("Tomas Mirel"), false),
        (mirel, E::Name, "Anna Mirel", "Tomas Mirel", Some("Tomas Mirel"), false),
    ]);
}

#[test]
fn present_tense() {
    let signed = "Peter Walsh signed the pact in the harbour on Tuesday.";
    let attacked = "Mr. Mirel was attacked by the crowd after Anna Mirel spoke.";
    let papers = "Tomas Mirel had signed the papers which the court rejected.";
    check(&[
        (signed, E::Present, "signed", "signs", None, true),
        (signed, E::Present, "signed", "resigns", None, false),
        (signed, E::Present, "signed", "denies", None, false),
        (signed, E::Present, "signed the", "signs", None, false),
        (attacked, E::Present, "attacked", "attacks", None, false),
        (papers, E::Present, "signed", "signs", None, false),
        (papers, E::Present, "rejected", "rejects", None, false),
        (
            "The boat taken from the harbour will not be found.",
            E::Present,
            "taken",
            "takes",
            None,
            false,
        ),
        (
            "The boat taken from the harbour will not be found.",
            E::Present,
            "will",
            "to",
            None,
            false,
        ),
        ("Walsh would sign the pact.", E::Present, "would", "to", None, false),
        ("Walsh will sign the pact.", E::Present, "will", "to", None, true),
    ]);
}

#[test]
fn typography() {
    let fine = "It’s a $1,200 fine, and we’re told the US may resign.";
    let signed = "Peter Walsh signed the pact in the harbour on Tuesday";
    check(&[
        (signed, E::Typography, "", "", None, false),
        (fine, E::Typography, "It’s", "It's", None, true),
        (fine, E::Typography, "It’s", "Its", None, false),
        (fine, E::Typography, "$1,200", "$12,00", None, false),
        (fine, E::Typography, "$1,200", "1,200", None, false),
        (fine, E::Typography, "$1,200", "$1.200", None, false),
        (fine, E::Typography, "we’re", "were", None, false),
        (fine, E::Typography, "US", "us", None, false),
        (fine, E::Typography, "may", "May", None, false),
        (fine, E::Typography, "resign", "re-sign", None, false),
        (fine, E::Typography, "told the", "toldthe", None, false),
        (fine, E::Typography, "fine", "“fine”", None, false),
        (fine, E::Typography, "fine", "fine?", None, false),
        (fine, E::Typography, "fine", "wonderful", None, false),
        (fine, E::Typography, ".", "?", None, false),
        (fine, E::Typography, ", and", ". And", None, false),
    ]);
}
