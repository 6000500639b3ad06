//! The same articles and the same `--now` give the same bytes, whatever order
//! the articles came in.

use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};

use crate::run::{brief, sample};

/// Orders tried for each story.
const ORDERS: u32 = 3;

fn files(story: &str) -> Vec<String> {
    let entries = std::fs::read_dir(sample(story)).expect("the samples are in the repository");
    let mut files: Vec<String> =
        entries.flatten().map(|entry| entry.path().display().to_string()).collect();
    files.sort();
    files
}

#[test]
fn summit_in_any_order() {
    any_order("summit");
}

#[test]
fn storm_in_any_order() {
    any_order("storm");
}

#[test]
fn takeover_in_any_order() {
    any_order("takeover");
}

#[test]
fn mixed_in_any_order() {
    any_order("mixed");
}

/// Every story of these articles in every form; a page holds the largest alone.
fn any_order(story: &str) {
    let forms = ["json", "text", "markdown", "html"];
    let print = |files: &[String], form: &str| {
        let mut arguments: Vec<&str> = files.iter().map(String::as_str).collect();
        arguments.extend(["--format", form]);
        if form != "html" {
            arguments.push("--stories");
        }
        let outcome = brief(&arguments);
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        outcome.out
    };
    let files = files(story);
    let expected = forms.map(|form| print(&files, form));
    let config =
        ProptestConfig { cases: ORDERS, failure_persistence: None, ..ProptestConfig::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng)
        .run(&Just(files).prop_shuffle(), |order| {
            for (form, expected) in forms.iter().zip(&expected) {
                prop_assert!(print(&order, form) == *expected, "{story} as {form}: {order:?}");
            }
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}
