//! Random changes: no small change to a proven briefing goes unseen, and no
//! input, however hostile, brings the proof down.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_model::{
    Article, Briefing, Citation, Edit, EditKind, Evidence, Kind, Statement, sha256_hex,
};
use throughline_prove::Proof;

use crate::{
    fixture::{cited, edited, story},
    good::good,
};

/// What the generator makes of the story; made once, since it parses.
static GENERATED: LazyLock<Briefing> = LazyLock::new(|| {
    let readings = story().into_iter().map(Reading::of).collect();
    let (readings, _) = throughline_gather::in_order(readings);
    let options = Options {
        now: "2026-03-14".parse().expect("a day"),
        owners: Default::default(),
        words: None,
    };
    brief(readings, &options).expect("there are articles")
});

#[test]
fn what_the_generator_makes_is_proven() {
    let briefing = &*GENERATED;
    let faults = Proof::from(&briefing.articles).faults(briefing);
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(!briefing.sections.is_empty());
}

fn is_caught(briefing: &Briefing) -> bool {
    !Proof::from(&briefing.articles).faults(briefing).is_empty()
}

/// The statements of a briefing, to be changed.
fn statements(briefing: &mut Briefing) -> Vec<&mut Statement> {
    let sections = briefing.sections.iter_mut();
    std::iter::once(&mut briefing.headline)
        .chain(sections.flat_map(|s| std::iter::once(&mut s.heading).chain(&mut s.statements)))
        .chain(briefing.sources.iter_mut().map(|s| &mut s.note))
        .chain(briefing.timeline.iter_mut().map(|e| &mut e.statement))
        .chain(
            briefing
                .disagreements
                .iter_mut()
                .flat_map(|d| d.positions.iter_mut().map(|p| &mut p.statement)),
        )
        .collect()
}

/// Replaces one character, or one word, of a text; nothing where that changes nothing.
fn mutated(text: &str, at: usize, with: &str, word: bool) -> Option<String> {
    let changed = if word {
        let words: Vec<&str> = text.split(' ').collect();
        let at = at % words.len().max(1);
        let put: Vec<&str> =
            words.iter().enumerate().map(|(i, w)| if i == at { with } else { w }).collect();
        put.join(" ")
    } else {
        let chars: Vec<char> = text.chars().collect();
        let at = at % chars.len().max(1);
        let new = with.chars().next()?;
        chars.iter().enumerate().map(|(i, c)| if i == at { new } else { *c }).collect()
    };
    (changed != text).then_some(changed)
}

/// The places of all values in a JSON document.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, v)| places(v, &format!("{path}/{i}"), found));
        }
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(k, v)| places(v, &format!("{path}/{}", k.replace('/', "~1")), found));
        }
        _ => {}
    }
}

/// Values that are wrong nearly everywhere.
fn hostile() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(Value::from("")),
        Just(Value::from(u64::MAX)),
        Just(Value::from(0)),
        Just(Value::from(-1)),
        Just(Value::from(1e300)),
        Just(Value::Array(Vec::new())),
        Just(Value::from("9999-12-31")),
        Just(Value::from("-009999-01-01")),
        (0usize..200).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "[\\[\\](){}“”\"'‘’—–.,;:?!$%0-9 a-zé漢\u{301}\u{200f}]{0,30}".prop_map(Value::from),
    ]
}

/// Every kind of edit.
const KINDS: [EditKind; 13] = [
    EditKind::Dateline,
    EditKind::Label,
    EditKind::Connective,
    EditKind::Attribution,
    EditKind::Aside,
    EditKind::Clause,
    EditKind::Article,
    EditKind::Day,
    EditKind::Name,
    EditKind::Surname,
    EditKind::Present,
    EditKind::Typography,
    EditKind::Frame,
];

/// An article with white space of any width, or a label, put in at some places.
fn spaced(article: &Article, put: &[(usize, &str)]) -> Article {
    let mut text: Vec<String> = article.text.chars().map(String::from).collect();
    for (at, white) in put {
        let at = at % text.len();
        text[at].insert_str(0, white);
    }
    // A line that goes on behind its last sentence, and one that opens with a label.
    let text = text.concat().replace(".\n", ". \u{2003} \nUPDATE: ");
    Article { sha256: sha256_hex(&text), text, ..article.clone() }
}

/// A statement from a line of an article by edits that can be done: kind, from, length, put.
fn done(article: &Article, line: usize, edits: &[(usize, usize, usize, String)]) -> Statement {
    let lines: Vec<&str> = article.text.split('\n').collect();
    let line = lines[line % lines.len()];
    let start = line.as_ptr() as usize - article.text.as_ptr() as usize;
    let evidence = Evidence::cut(article, start..start + line.len());
    let chars: Vec<char> = line.chars().collect();
    let mut at = 0;
    let mut made = Vec::new();
    for (kind, skip, length, to) in edits {
        // A cut may run to the end of the line, or over white space alone.
        let start = (at + skip).min(chars.len());
        let end = (start + length).min(chars.len());
        let kind = KINDS[kind % KINDS.len()];
        let from = chars[start..end].iter().collect();
        let because = (length % 2 == 1).then(|| evidence.clone());
        made.push(Edit { kind, start, end, from, to: to.clone(), because });
        at = end;
    }
    let text = throughline_prove::replay(&evidence.exact, &made).unwrap_or_default();
    let citations = vec![Citation { source: 1, evidence: vec![evidence] }];
    Statement::new(text, Kind::Edited, made, citations)
}

#[test]
fn white_space_beside_an_edit_brings_no_proof_down() {
    let cases = [
        (
            "UPDATE: The pact is signed. \u{2003} ",
            EditKind::Label,
            "UPDATE: The pact is signed. \u{2003} ",
        ),
        ("UPDATE: The pact is signed.   ", EditKind::Label, "UPDATE: The pact is signed.  "),
        ("The pact opens\u{a0}unlikely ports.", EditKind::Clause, "un"),
        ("The pact opens\u{3000}unlikely ports.", EditKind::Article, "unlike"),
        ("Ilan\u{a0}Vosk signed the pact.", EditKind::Surname, "Ilan\u{a0}Vosk"),
    ];
    for (line, kind, from) in cases {
        let text = format!("A title\n{line}");
        let article = Article { sha256: sha256_hex(&text), text, ..story()[0].clone() };
        let statement = edited(&article, 1, line, &[(kind, from, "")]);
        let found = Proof::from(&cited(&[article])).statement(&statement);
        assert!(!found.is_empty(), "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_text_is_caught(which in 0usize..1000, at in 0usize..500, word in any::<bool>(),
        with in "[a-zA-Z0-9]{1,8}", made in any::<bool>()) {
        let mut briefing = if made { GENERATED.clone() } else { good().1 };
        let mut all = statements(&mut briefing);
        let which = which % all.len();
        if let Some(text) = mutated(&all[which].text, at, &with, word) {
            all[which].text = text;
            prop_assert!(is_caught(&briefing));
        }
    }

    #[test]
    fn a_changed_passage_is_caught(which in 0usize..1000, at in 0usize..500, word in any::<bool>(),
        with in "[a-zA-Z0-9]{1,8}") {
        let (_, mut briefing) = good();
        let mut all = statements(&mut briefing);
        let which = which % all.len();
        let citations = &mut all[which].citations;
        let cited = at % citations.len();
        let evidence = &mut citations[cited].evidence[0];
        if let Some(text) = mutated(&evidence.exact, at, &with, word) {
            evidence.exact = text;
            prop_assert!(is_caught(&briefing));
        }
    }

    #[test]
    fn a_changed_article_is_caught(which in 0usize..3, at in 0usize..2000, with in "[a-zA-Z0-9]") {
        let (_, mut briefing) = good();
        let article = &mut briefing.articles[which];
        if let Some(text) = mutated(&article.text, at, &with, false) {
            article.text = text;
            prop_assert!(is_caught(&briefing));
        }
    }

    #[test]
    fn a_changed_day_is_caught(which in 0usize..5, days in 1i64..4000, from in any::<bool>()) {
        let (_, mut briefing) = good();
        let when = &mut briefing.timeline[which].when;
        let day = if from { &mut when.from } else { &mut when.to };
        let shift = jiff::Span::new().days(days);
        *day = day.map(|d| d.saturating_sub(shift));
        when.display = when.shown();
        prop_assert!(is_caught(&briefing));
    }

    #[test]
    fn no_edit_brings_the_proof_down(
        put in prop::collection::vec(
            (0usize..900, prop::sample::select(vec![" ", "\u{a0}", "\u{2003}", "\u{3000}  ", "\u{85}", "\t", "é"])),
            0..24,
        ),
        of in 0usize..3,
        line in 0usize..9,
        edits in prop::collection::vec(
            (0usize..13, 0usize..40, 0usize..60, prop_oneof![Just(String::new()), "[A-Za-zé .,”\u{a0}]{0,6}"]),
            1..5,
        ),
    ) {
        let article = spaced(&story()[of], &put);
        let articles = cited(std::slice::from_ref(&article));
        let _ = Proof::from(&articles).statement(&done(&article, line, &edits));
    }

    #[test]
    fn no_json_brings_the_proof_down(changes in prop::collection::vec((0usize..10_000, hostile()), 1..6)) {
        let (_, briefing) = good();
        let mut value = serde_json::to_value(&briefing).expect("a briefing is JSON");
        for (at, new) in changes {
            let mut found = Vec::new();
            places(&value, "", &mut found);
            let place = found[at % found.len()].clone();
            let before = value.clone();
            if let Some(target) = value.pointer_mut(&place) {
                *target = new;
            }
            // What is no briefing at all is no matter of the proof.
            if serde_json::from_value::<Briefing>(value.clone()).is_err() {
                value = before;
            }
        }
        let briefing: Briefing = serde_json::from_value(value).expect("it was read before");
        let _ = Proof::from(&briefing.articles).faults(&briefing);
    }
}
