//! Who has been introduced goes by the surname, and what may not be shortened.

use throughline_model::{Article, EditKind};
use throughline_prove::Proof;

use crate::{
    fixture::{article, cited, edited},
    good,
};

fn herald() -> Article {
    let lines = [
        "President Ilan Vosk signed the harbour pact in Vessmouth.",
        "Former President Dara Quill left the port early.",
        "Ilan Vosk's brother left the port early.",
        "“Ilan Vosk left the port,” the mayor said.",
        "Peter Walsh left the council before Anna Walsh spoke.",
        "The Ilan Vosk Bridge was closed on Monday.",
        "The crowd followed Vosk to the port, and Quill waited.",
        "Anna Walsh met Sten Orrin at the port.",
        "Mila and Ada Dorn left the port with Dorn.",
    ];
    article("Vess Herald", "2026-03-12", "Harbour pact is signed", &lines)
}

#[test]
fn only_given_names_and_titles_of_one_person_are_left_out() {
    let signed = "President Ilan Vosk signed the harbour pact in Vessmouth.";
    let walsh = "Peter Walsh left the council before Anna Walsh spoke.";
    let cases = [
        (signed, "President Ilan Vosk", "Vosk", true),
        (signed, "President Ilan Vosk", "Ilan", false),
        (signed, "President Ilan Vosk", "Walsh", false),
        (signed, "Ilan Vosk", "Vosk", false),
        (signed, "Vosk signed", "Vosk", false),
        (
            "Former President Dara Quill left the port early.",
            "President Dara Quill",
            "Quill",
            false,
        ),
        ("Ilan Vosk's brother left the port early.", "Ilan Vosk's brother", "brother", false),
        ("“Ilan Vosk left the port,” the mayor said.", "Ilan Vosk", "Vosk", false),
        (walsh, "Peter Walsh", "Walsh", false),
        ("Anna Walsh met Sten Orrin at the port.", "Sten Orrin", "Orrin", false),
        ("Mila and Ada Dorn left the port with Dorn.", "Ada Dorn", "Dorn", false),
        ("The Ilan Vosk Bridge was closed on Monday.", "Ilan Vosk", "Vosk", false),
    ];
    for (words, from, to, allowed) in cases {
        let articles = [herald()];
        let statement = edited(&articles[0], 1, words, &[(EditKind::Surname, from, to)]);
        let found = Proof::from(&cited(&articles)).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{from:?} in {words:?}: {found:?}");
    }
}

#[test]
fn a_surname_needs_its_introduction() {
    let (articles, sound) = good::good();
    let cited = cited(&articles);
    let proof = Proof::from(&cited);
    assert_eq!(proof.faults(&sound), []);
    let mut unknown = sound.clone();
    let name = "President Ilan Vosk";
    let all = unknown.sections.iter_mut().flat_map(|section| &mut section.statements);
    let statement = all.into_iter().find(|s| s.text.contains(name)).expect("he is named");
    *statement = throughline_prove::shortened(statement, name).expect("it stands there");
    let faults = proof.faults(&unknown);
    assert!(faults.iter().any(|f| f.to_string().contains("full name")), "{faults:?}");
}
