//! Two statements of one subject in one sentence, and what may not be joined.

use throughline_model::{Article, Edit, EditKind, Statement};
use throughline_prove::{Found, Proof};

use crate::fixture::{article, cited, edited};

fn story() -> Vec<Article> {
    let herald = [
        "President Ilan Vosk signed the harbour pact in Vessmouth.",
        "Vosk thanked the negotiators at a dinner.",
        "Vosk did not sign the pact.",
        "Vosk may sign the pact.",
        "Vosk reportedly left the town.",
        "Vosk left the town after police raided the port.",
        "Vosk said the pact was void.",
        "Vosk left the town on March 10.",
        "Vosk met the fishermen on March 11.",
        "Vosk will resign if the pact fails.",
        "Vosk left, according to police.",
        "Mayor Dara Quill opened the talks.",
        "The ministry closed the port.",
        "The ministry sent two boats to Ardenne.",
        "A man was hurt at the gate.",
        "A man was arrested at the port.",
        "Norland closed the strait.",
        "Peter Walsh left the council.",
        "Walsh joined the fishermen.",
        "Anna Walsh spoke at the port.",
        "In March Vosk left the council.",
        "Vosk was met by crowds in the port.",
    ];
    let post = [
        "The ministry denied nothing.",
        "Norland sent two ships to Ardenne.",
        "The ministry opened the locks.",
    ];
    vec![
        article("Vess Herald", "2026-03-12", "Harbour pact is signed", &herald),
        article("Ardenne Post", "2026-03-12", "Strait is closed", &post),
    ]
}

fn half(articles: &[Article], text: &str) -> Statement {
    let at = articles.iter().position(|a| a.text.contains(text)).expect("in the fixture");
    edited(&articles[at], at + 1, text, &[])
}

/// The two joined by these words where the second's subject ends.
fn joined(first: Statement, second: Statement, subject: &str, by: &str) -> Statement {
    let start = first.text.chars().count() - 1;
    let from = format!(". {subject}");
    let join = Edit {
        kind: EditKind::Join,
        start,
        end: start + from.chars().count(),
        to: by.to_owned(),
        from,
        because: None,
    };
    let text = throughline_prove::replay(
        &format!("{} {}", first.text, second.text),
        std::slice::from_ref(&join),
    )
    .expect("the edit fits");
    Statement::joined(first, second, text, join)
}

fn found(statement: &Statement, articles: &[Article]) -> Vec<Found> {
    Proof::from(&cited(articles)).statement(statement)
}

#[test]
fn only_what_stays_true_is_joined() {
    let (signed, thanked) = (
        "President Ilan Vosk signed the harbour pact in Vessmouth.",
        "Vosk thanked the negotiators at a dinner.",
    );
    let cases = [
        (signed, thanked, "Vosk", " and", true),
        (signed, "Vosk was met by crowds in the port.", "Vosk", " and", true),
        (
            "Vosk left the town on March 10.",
            "Vosk met the fishermen on March 11.",
            "Vosk",
            " and",
            true,
        ),
        (
            "The ministry closed the port.",
            "The ministry sent two boats to Ardenne.",
            "The ministry",
            " and",
            true,
        ),
        (
            "Norland closed the strait.",
            "Norland sent two ships to Ardenne.",
            "Norland",
            " and",
            true,
        ),
        // Another subject, or one that may be another.
        (signed, "Mayor Dara Quill opened the talks.", "Mayor Dara Quill", " and", false),
        ("A man was hurt at the gate.", "A man was arrested at the port.", "A man", " and", false),
        (
            "The ministry closed the port.",
            "The ministry opened the locks.",
            "The ministry",
            " and",
            false,
        ),
        ("Anna Walsh spoke at the port.", "Walsh joined the fishermen.", "Walsh", " and", false),
        ("Peter Walsh left the council.", "Walsh joined the fishermen.", "Walsh", " and", false),
        // A denial, a chance, a hedge, a speaker or a condition on one side.
        ("Vosk did not sign the pact.", thanked, "Vosk", " and", false),
        ("Vosk may sign the pact.", thanked, "Vosk", " and", false),
        ("Vosk reportedly left the town.", thanked, "Vosk", " and", false),
        ("Vosk said the pact was void.", thanked, "Vosk", " and", false),
        (signed, "Vosk left, according to police.", "Vosk", " and", false),
        (signed, "Vosk said the pact was void.", "Vosk", " and", false),
        (signed, "Vosk will resign if the pact fails.", "Vosk", " and", false),
        // A clause or a date that would reach over the join.
        ("Vosk left the town after police raided the port.", thanked, "Vosk", " and", false),
        ("Vosk left the town on March 10.", thanked, "Vosk", " and", false),
        (signed, "Vosk met the fishermen on March 11.", "Vosk", " and", false),
        ("In March Vosk left the council.", thanked, "Vosk", " and", false),
        // Words of another meaning, too much or too little left out.
        (signed, thanked, "Vosk", " but", false),
        (signed, thanked, "Vosk", " and then", false),
        (signed, thanked, "Vosk thanked the negotiators", " and", false),
        (
            "The ministry closed the port.",
            "The ministry sent two boats to Ardenne.",
            "The",
            " and",
            false,
        ),
    ];
    let articles = story();
    for (first, second, subject, by, allowed) in cases {
        let statement = joined(half(&articles, first), half(&articles, second), subject, by);
        let found = found(&statement, &articles);
        assert_eq!(found.is_empty(), allowed, "{:?}: {found:?}", statement.text);
    }
}

#[test]
fn a_joined_statement_that_was_changed_is_refused() {
    type Change = fn(&mut Statement, &[Article]);
    let changes: [(&str, Change); 8] = [
        ("its text", |s, _| s.text = s.text.replace(" and ", " and then ")),
        ("the text of a half", |s, _| {
            s.halves[1].text = "Vosk thanked the fishermen at a dinner.".into()
        }),
        ("a half more", |s, _| s.halves.push(s.halves[1].clone())),
        ("a half less", |s, _| s.halves.truncate(1)),
        ("a citation less", |s, _| s.citations[0].evidence.truncate(1)),
        ("an edit more", |s, _| s.edits.push(s.edits[0].clone())),
        ("its kind", |s, _| s.kind = throughline_model::Kind::Edited),
        ("a half of another passage", |s, a| {
            s.halves[1].citations = half(a, "Vosk may sign the pact.").citations;
        }),
    ];
    let articles = story();
    let sound = || {
        let first = half(&articles, "President Ilan Vosk signed the harbour pact in Vessmouth.");
        joined(first, half(&articles, "Vosk thanked the negotiators at a dinner."), "Vosk", " and")
    };
    assert_eq!(found(&sound(), &articles), []);
    for (what, change) in changes {
        let mut statement = sound();
        change(&mut statement, &articles);
        assert!(!found(&statement, &articles).is_empty(), "{what}");
    }
}
