//! A list of changes with everything in it, in its forms, and its schema.

use std::{fs, path::Path};

use proptest::prelude::*;
use serde_json::Value;
use throughline_changes::{
    Before, Changed, Changes, Corroborated, Difference, Fact, Superseded, What, Why, changes,
};
use throughline_model::{Briefing, Status};
use throughline_publish::{
    TextStyle, changes_json, changes_markdown, changes_schema, changes_text,
};
use unicode_width::UnicodeWidthStr;

use crate::fixture::fixture;

const PLAIN: TextStyle = TextStyle { width: 60, color: false, hyperlinks: false };

/// An older state of the fixture's briefing: fewer sources, another toll, one
/// statement and one article that are gone now.
fn older() -> Briefing {
    let mut old = fixture();
    let gone = old.sections[3].statements[1].clone();
    old.headline = gone.clone();
    old.headline.text = "Bridge closed".to_owned();
    old.revision = 2;
    old.now = "2026-01-07T08:00:00+01:00".parse().expect("a moment");
    old.sections[0].statements.truncate(1);
    old.sections[2].statements[0].citations.truncate(1);
    old.sections[1].statements[0].text = "Nine people were hurt when a bus braked.".to_owned();
    old.sections[1].statements[0].citations.truncate(1);
    old.disagreements.clear();
    old.timeline.remove(2);
    old.timeline[6].status = Status::State;
    old.timeline[8].when.display = "Jan 15, 2026".to_owned();
    old.timeline[8].when.from = "2026-01-15".parse().ok();
    old.timeline[8].when.to = old.timeline[8].when.from;
    old.sources.retain(|source| source.number != 5);
    for citation in &mut old.sections[3].statements[0].citations {
        citation.evidence[0].article = "gone".to_owned();
    }
    old.sections[3].statements[0].text = "Nobody <i>knows</i>\u{1b}[31m what it costs.".to_owned();
    old
}

/// The changes since then, with one of each kind that they lack.
fn whole() -> Changes {
    let new = fixture();
    let mut changes = changes(&older(), &new);
    let fact = |section: usize, at: usize| Fact {
        when: None,
        statement: new.sections[section].statements[at].clone(),
    };
    let before = |text: &str| Before {
        id: "0".to_owned(),
        text: text.to_owned(),
        outlets: vec!["Coastal *Wire*".to_owned()],
    };
    let difference = |what, about: Option<&str>, old: &str, new: &str| Difference {
        what,
        about: about.map(str::to_owned),
        old: old.to_owned(),
        new: new.to_owned(),
    };
    changes.changed.push(Changed {
        differences: vec![
            difference(What::Figure, Some("people injured"), "nine", "Fourteen"),
            difference(What::Date, None, "4 January", "5 January"),
        ],
        old: before("Nine people were hurt on 4 January."),
        new: fact(1, 0),
    });
    changes.superseded.push(Superseded {
        old: before("The bridge will open."),
        new: fact(1, 1),
        why: Why::Reversed,
    });
    changes.new.extend([fact(0, 1), fact(3, 0)]);
    changes.corroborated.push(Corroborated { fact: fact(2, 0), before: 1, after: 2 });
    changes
}

#[test]
fn text() {
    insta::assert_snapshot!(changes_text(&whole(), &PLAIN));
}

#[test]
fn coloured_and_linked() {
    let style = TextStyle { width: 60, color: true, hyperlinks: true };
    insta::assert_snapshot!(changes_text(&whole(), &style).replace('\u{1b}', "␛"));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(changes_markdown(&whole()));
}

#[test]
fn nothing_has_changed() {
    let nothing = changes(&fixture(), &fixture());
    insta::assert_snapshot!(changes_text(&nothing, &PLAIN));
    insta::assert_snapshot!(changes_markdown(&nothing));
}

#[test]
fn without_styles_no_control_character_is_left() {
    let text = changes_text(&whole(), &PLAIN);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
}

/// To publish a changed schema: `UPDATE_SCHEMA=1 cargo test -p throughline-publish`.
#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/changes.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, changes_schema()).expect("docs can be written");
    }
    let published = fs::read_to_string(&path).expect("docs/changes.schema.json is there");
    assert_eq!(published, changes_schema(), "run with UPDATE_SCHEMA=1 to publish the change");
}

#[test]
fn changes_meet_the_schema() {
    let schema: Value = serde_json::from_str(&changes_schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for changes in [whole(), changes(&fixture(), &fixture())] {
        let value = serde_json::from_str(&changes_json(&changes)).expect("our JSON");
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

proptest! {
    #[test]
    fn no_line_is_longer_than_the_terminal(width in 30usize..120, words in "[a-z ]{0,200}") {
        let mut changes = whole();
        changes.new[0].statement.text.clone_from(&words);
        changes.to.headline.clone_from(&words);
        for line in changes_text(&changes, &TextStyle { width, ..PLAIN }).lines() {
            let is_one_word = line.trim().split(' ').count() <= 2;
            prop_assert!(line.width() <= width || is_one_word, "{width}: {line:?}");
        }
    }
}
