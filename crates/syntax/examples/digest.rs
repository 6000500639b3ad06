//! Writes what the pipeline finds in texts as one character a token, a line a text: enough to
//! compare it with spaCy on texts that are not ours to keep. `tools/syntax/oracle.py --digest`
//! does the same with spaCy.
//!
//! `cargo run --release -p throughline-syntax --example digest -- TEXTS.jsonl LINES`

use std::env;
use std::fs;

use serde_json::Value;
use throughline_syntax::{Doc, Pipeline, Wants};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn main() {
    let usage = "usage: digest TEXTS.jsonl LINES";
    let mut args = env::args().skip(1);
    let path = args.next().expect(usage);
    let lines: usize = args.next().and_then(|count| count.parse().ok()).expect(usage);
    let file = fs::read_to_string(path).expect("the texts can be read");
    let records = file.lines().take(lines).map(|line| serde_json::from_str(line).expect("JSON"));
    let records: Vec<Value> = records.collect();
    let texts: Vec<&str> =
        records.iter().map(|record| record["text"].as_str().expect("a line has a text")).collect();
    for doc in Pipeline::english().parse_many(&texts, Wants::ALL) {
        println!("{}", digest(&doc));
    }
}

/// A token's place, tag, label, its head's place, and the name that it is part of.
fn digest(doc: &Doc) -> String {
    let mut names = vec![String::new(); doc.tokens.len()];
    for name in &doc.names {
        for token in name.first..=name.last {
            names[token as usize] = format!("{} {}", doc.name_range(name).start, name.kind);
        }
    }
    let found = doc.tokens.iter().zip(names).map(|(token, name)| {
        let head = doc.tokens[token.head as usize].start;
        letter(&format!("{} {} {} {} {head} {name}", token.start, token.end, token.tag, token.dep))
    });
    found.collect()
}

/// FNV-1a of 32 bits, of which six are kept.
fn letter(text: &str) -> char {
    let hash = |value: u32, byte: u8| (value ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let value = text.bytes().fold(0x811c_9dc5, hash);
    char::from(LETTERS[(value >> 26) as usize])
}
