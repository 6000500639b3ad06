//! The same texts give what spaCy found in them with the same weights, to the last token.
//!
//! The texts are our own, about invented people and places. To make the files again:
//! `tools/syntax/oracle.py tests/oracle.jsonl`, and the same with `--one-sentence`.

use serde_json::{Value, json};
use throughline_syntax::{Pipeline, Wants};

fn check(oracle: &str, one_sentence: bool) {
    let expected: Vec<Value> = oracle
        .lines()
        .map(|line| serde_json::from_str(line).expect("the oracle writes JSON"))
        .collect();
    let texts: Vec<&str> =
        expected.iter().map(|line| line["text"].as_str().expect("a line has a text")).collect();
    let wants = Wants { one_sentence, ..Wants::ALL };
    let docs = Pipeline::english().parse_many(&texts, wants);
    for ((text, doc), expected) in texts.iter().zip(docs).zip(&expected) {
        let rows = expected["tokens"].as_array().expect("a line has tokens");
        let tokens = doc.tokens.iter().map(|t| {
            let begins = u8::from(t.sentence_start);
            json!([t.start, t.end, t.tag, t.pos, t.lemma, t.head, t.dep, t.morph, begins])
        });
        for (ours, theirs) in tokens.zip(rows) {
            assert_eq!(&ours, theirs, "in {text:?}");
        }
        assert_eq!(doc.tokens.len(), rows.len(), "tokens of {text:?}");
        let names = doc.names.iter().map(|n| json!([n.first, n.last, n.kind]));
        let names: Vec<_> = names.collect();
        assert_eq!(json!(names), expected["names"], "names of {text:?}");
    }
}

#[test]
fn texts_are_analysed_as_by_spacy() {
    check(include_str!("oracle.jsonl"), false);
}

#[test]
fn texts_that_are_one_sentence_are_analysed_as_by_spacy() {
    check(include_str!("oracle_one_sentence.jsonl"), true);
}
