//! Any text is accepted, in reasonable time, and what the crate promises of offsets,
//! trees and names holds for it.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use throughline_syntax::{Doc, Pipeline, Wants};

fn check(text: &str, wants: Wants) -> Doc {
    let doc = Pipeline::english().parse(text, wants);
    let mut end = 0;
    for token in &doc.tokens {
        let range = token.range();
        assert!(range.start < range.end, "empty token at {range:?}");
        assert!(text.get(range.clone()).is_some(), "{range:?} cuts a character");
        let gap = &text[end..range.start];
        assert!(gap.is_empty() || gap == " ", "{gap:?} is in no token");
        end = range.end;
        assert!((token.head as usize) < doc.tokens.len());
    }
    assert!(["", " "].contains(&&text[end..]), "the end is in no token");
    for name in &doc.names {
        assert!(name.first <= name.last && (name.last as usize) < doc.tokens.len());
    }
    assert!(doc.names.is_sorted_by(|a, b| a.last < b.first), "names overlap");
    assert_eq!(doc.sentences().map(|s| s.len()).sum::<usize>(), doc.tokens.len());
    if wants.tree {
        for token in 0..doc.tokens.len() {
            assert!(doc.subtree(token).contains(&token));
        }
        if wants.one_sentence && !doc.tokens.is_empty() {
            let is_root = |(number, token): &(usize, &throughline_syntax::Token)| {
                *number == token.head as usize
            };
            assert_eq!(doc.tokens.iter().enumerate().filter(is_root).count(), 1);
        }
    }
    doc
}

fn check_all(text: &str) {
    check(text, Wants::ALL);
    check(text, Wants { one_sentence: true, ..Wants::ALL });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn random_characters(text in any::<String>()) {
        check_all(&text);
    }

    #[test]
    fn words_and_signs(
        parts in proptest::collection::vec(
            prop_oneof![
                "[A-Za-z]{1,8}", "[0-9]{1,4}", "[ \n\t\u{a0}]", "[.,:;!?'\"“”’()…-]{1,3}",
                "[$€£%°+*/=<>@#~_^&|]", "\\PC",
            ],
            0..40,
        )
    ) {
        check_all(&parts.concat());
    }
}

#[test]
fn odd_texts() {
    let texts = [
        "",
        " ",
        "  ",
        "\n",
        "\0",
        "\u{1}\u{2}\u{7f}",
        "\u{301}",
        "a\u{301}\u{302}",
        "\u{feff}",
        "\u{200b}",
        "\u{202e}abc",
        "שלום עולם",
        "😀",
        "👩‍👩‍👧‍👦 met",
        ".",
        "...",
        "'s",
        "’",
        "8)",
        "\r\n\r\n",
        "\u{1c}x\u{85}",
        "http://",
        "@",
        "a@",
        "://.",
        "1.2.3.4.5",
        "US$",
        "ſ ß ŉ",
        "İstanbul",
    ];
    for text in texts {
        check_all(text);
    }
}

#[test]
fn huge_words() {
    let parts = [
        "a",
        "(",
        ")",
        ".",
        "a.",
        "a@",
        "a-b",
        "8)",
        "(8",
        "'s",
        "5km",
        "://",
        "é\u{301}",
        "…",
        "a,",
        "?.",
    ];
    for part in parts {
        let text = part.repeat(1_000_000 / part.len());
        let start = Instant::now();
        assert!(!Pipeline::english().tokenize(&text).is_empty());
        // Half a second where time grows with the length, minutes where it grows faster.
        assert!(start.elapsed() < Duration::from_secs(30), "{part:?} takes too long");
    }
    check_all(&"x".repeat(1_000_000));
}

#[test]
fn huge_sentences() {
    check_all(&"the bank of the river near which they walked and ".repeat(1_500));
    check_all(&"( ".repeat(9_000));
}

#[test]
fn a_text_is_analysed_alike_alone_and_among_others() {
    let texts = ["Ada Quist left.", "", "The ferry, which was late, sank.", " ", "No."];
    let many = Pipeline::english().parse_many(&texts, Wants::ALL);
    let alone = texts.map(|text| Pipeline::english().parse(text, Wants::ALL));
    assert_eq!(many, alone);
}
