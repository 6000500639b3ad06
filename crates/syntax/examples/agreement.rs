//! Compares this crate with what spaCy found in the same texts, and measures its speed.
//!
//! `tools/syntax/oracle.py TEXTS.jsonl > ORACLE.jsonl`, then
//! `cargo run --release --example agreement -- ORACLE.jsonl [--one-sentence] [--show N]`.

use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Instant;
use throughline_syntax::{Doc, Pipeline, Wants};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = args.first().expect("usage: agreement ORACLE.jsonl [--one-sentence] [--show N]");
    let one_sentence = args.iter().any(|arg| arg == "--one-sentence");
    let show = args
        .iter()
        .position(|arg| arg == "--show")
        .map_or(0, |at| args[at + 1].parse().expect("a number"));
    let oracle: Vec<Value> = std::fs::read_to_string(path)
        .expect("the oracle's file can be read")
        .lines()
        .map(|line| serde_json::from_str(line).expect("the oracle writes JSON"))
        .collect();
    let texts: Vec<&str> =
        oracle.iter().map(|line| line["text"].as_str().expect("a line has a text")).collect();

    let start = Instant::now();
    let pipeline = Pipeline::english();
    println!("load          {:>9.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let all = Wants { one_sentence, ..Wants::ALL };
    let start = Instant::now();
    let docs = pipeline.parse_many(&texts, all);
    let tokens: usize = docs.iter().map(|doc| doc.tokens.len()).sum();
    println!(
        "first pass    {:>9.0} tokens/s (everything)",
        tokens as f64 / start.elapsed().as_secs_f64()
    );
    let modes = [
        ("tokens", Wants::TOKENS),
        ("tags", Wants::TAGS),
        ("tags and tree", Wants::TREE),
        ("names, one sentence", Wants { one_sentence: true, ..Wants::NAMES }),
        ("everything", Wants::ALL),
    ];
    for (name, wants) in modes {
        let best = (0..3).map(|_| {
            let start = Instant::now();
            pipeline.parse_many(&texts, wants);
            start.elapsed().as_secs_f64()
        });
        println!(
            "speed         {:>9.0} tokens/s ({name})",
            tokens as f64 / best.fold(f64::MAX, f64::min)
        );
    }

    let sentences: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
    let start = Instant::now();
    for line in &sentences {
        pipeline.parse(line, Wants::TREE);
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "speed         {:>9.0} tokens/s (tags and tree, line by line)",
        tokens as f64 / seconds
    );

    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let mut shown = 0;
    for (doc, expected) in docs.iter().zip(&oracle) {
        compare(doc, expected, &mut counts, |message| {
            shown += 1;
            if shown <= show {
                eprintln!("{message}");
            }
        });
    }
    for (what, [same, all]) in counts {
        println!("{what:<14}{:>9.3} % of {all}", 100.0 * same as f64 / all.max(1) as f64);
    }
}

fn compare(
    doc: &Doc,
    expected: &Value,
    counts: &mut BTreeMap<&str, [usize; 2]>,
    mut report: impl FnMut(String),
) {
    let text = expected["text"].as_str().expect("a line has a text");
    let rows = expected["tokens"].as_array().expect("a line has tokens");
    let number = |row: &Value, at: usize| row[at].as_u64().expect("a number") as usize;
    // Tokens are compared by where they lie, so that one difference counts once.
    let ours: BTreeMap<_, _> = doc.tokens.iter().map(|t| (t.range().start, t)).collect();
    let range = |row: &Value| number(row, 0)..number(row, 1);
    let mut count = |what, same: bool| {
        let entry = counts.entry(what).or_default();
        entry[0] += usize::from(same);
        entry[1] += 1;
        same
    };
    for row in rows {
        let range = range(row);
        let token = ours.get(&range.start).filter(|token| token.range() == range);
        if !count("tokens", token.is_some()) {
            report(format!("token {:?}", &text[range.clone()]));
        }
        let Some(token) = token else { continue };
        let head = &rows[number(row, 5)];
        let is = |field: usize, ours: &str| row[field].as_str() == Some(ours);
        let our_head = doc.tokens[token.head as usize].range();
        let checks = [
            ("tags", is(2, token.tag), token.tag.to_owned()),
            ("pos", is(3, token.pos), token.pos.to_owned()),
            ("lemmas", is(4, &token.lemma), token.lemma.clone()),
            ("heads", our_head == (number(head, 0)..number(head, 1)), text[our_head].to_owned()),
            ("labels", is(6, token.dep), token.dep.to_owned()),
            ("morph", is(7, token.morph), token.morph.to_owned()),
            ("sentences", (number(row, 8) == 1) == token.sentence_start, String::new()),
        ];
        for (what, same, ours) in checks {
            if !count(what, same) {
                report(format!(
                    "{what} of {:?}: ours {ours:?}, expected {row}",
                    &text[range.clone()]
                ));
            }
        }
    }
    let theirs = expected["names"].as_array().expect("a line has names").iter();
    let theirs: Vec<_> = theirs
        .map(|name| {
            (
                range(&rows[number(name, 0)]).start,
                range(&rows[number(name, 1)]).end,
                name[2].as_str().unwrap_or(""),
            )
        })
        .collect();
    let ours: Vec<_> = doc
        .names
        .iter()
        .map(|name| (doc.name_range(name).start, doc.name_range(name).end, name.kind))
        .collect();
    for name in &theirs {
        if !count("names found", ours.contains(name)) {
            report(format!("name missing {:?} {}", &text[name.0..name.1], name.2));
        }
    }
    for name in &ours {
        if !count("names right", theirs.contains(name)) {
            report(format!("name too many {:?} {}", &text[name.0..name.1], name.2));
        }
    }
}
