//! Who has been introduced goes by the surname, and what may not be shortened.

use throughline_model::{Article, EditKind};
use throughline_prove::Proof;

use crate::{
    fixture::{article, cited, edit, edited, made},
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
    let passage = statement.citations[0].evidence[0].clone();
    let mut edits = statement.edits.clone();
    edits.push(edit(&passage.exact, EditKind::Surname, name, "Vosk"));
    *statement = made(passage, statement.citations[0].source, edits);
    let faults = proof.faults(&unknown);
    assert!(faults.iter().any(|f| f.to_string().contains("full name")), "{faults:?}");
}

#[test]
fn a_title_that_the_person_does_not_carry_is_somebody_else() {
    let cases: [(&str, &[&str], bool); 16] = [
        ("Ada Walsh opened the locks.", &["Crowds cheered Walsh."], true),
        ("Ada Walsh opened the locks.", &["Crowds cheered Walsh.", "Mayor Walsh left."], false),
        ("Ada Walsh opened the locks.", &["Crowds cheered Walsh and Mrs. Walsh."], false),
        ("Ada Walsh opened the locks.", &["Crowds cheered Walsh.", "“Mr Walsh left.”"], false),
        ("Ada Walsh opened the locks.", &["Crowds cheered Walsh, then mayor Walsh."], false),
        ("Ada Walsh opened the locks.", &["They met Walsh.", "Ex-mayor Walsh left."], false),
        ("Ada Walsh opened the locks.", &["They met Walsh.", "Her brother Walsh left."], false),
        // The mayor is she, as one article says.
        (
            "Ada Walsh opened the locks.",
            &["They met Walsh, or Mayor Walsh.", "Mayor Ada Walsh left."],
            true,
        ),
        ("Mayor Ada Walsh opened the locks.", &["They met Walsh.", "Mayor Walsh left."], true),
        (
            "Mayor Ada Walsh opened the locks.",
            &["They met Walsh.", "On Monday Mayor Walsh left."],
            true,
        ),
        ("Vess Mayor Ada Walsh opened the locks.", &["They met Walsh.", "Mayor Walsh left."], true),
        (
            "They asked the mayor. Ada Walsh opened the locks.",
            &["They met Walsh and the mayor.", "It was the mayor. Walsh left."],
            true,
        ),
        // A longer title is another.
        (
            "Mayor Ada Walsh opened the locks.",
            &["They met Walsh.", "Deputy Mayor Walsh left."],
            false,
        ),
        (
            "Vice President Ada Walsh opened the locks.",
            &["They met Walsh.", "President Walsh left."],
            false,
        ),
        (
            "Mayor Ada Walsh opened the locks.",
            &["They met Walsh.", "Dorn Mayor Walsh left."],
            false,
        ),
        (
            "Mayor Ada Walsh opened the locks.",
            &["They met Walsh.", "Former mayor Walsh left."],
            false,
        ),
    ];
    for (words, others, allowed) in cases {
        let articles = [
            article("Vess Herald", "2026-03-12", "Locks are opened", &[words]),
            article("Ardenne Post", "2026-03-12", "Crowds at the locks", others),
        ];
        let passage = words.rsplit(". ").next().expect("a sentence");
        let from = passage.strip_suffix(" opened the locks.").expect("it ends so");
        let edit = (EditKind::Surname, from, "Walsh");
        let statement = edited(&articles[0], 1, passage, &[edit]);
        let found = Proof::from(&cited(&articles)).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{words:?} beside {others:?}: {found:?}");
        let told = found.iter().all(|f| f.to_string().contains("another title"));
        assert!(told, "{words:?} beside {others:?}: {found:?}");
    }
}
