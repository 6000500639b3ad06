//! The pairs of `tests/claims_*.txt`: one half to tune by, one held out.

use super::*;
use crate::{fixture, story::Story, tree::Trees};

const TUNING: &str = include_str!("../../tests/claims_tuning.txt");
const HELD_OUT: &str = include_str!("../../tests/claims_held_out.txt");

/// Labels with what is found, and the pairs themselves.
fn verdicts(pairs: &'static str) -> Vec<(&'static str, Verdict, &'static str)> {
    let lines: Vec<&str> = pairs.lines().filter(|l| !l.starts_with('#')).collect();
    let cases: Vec<(&str, &str, &str)> = lines
        .iter()
        .map(|l| {
            let mut parts = l.split(" | ");
            let mut next = || parts.next().expect("label | one | other");
            (next(), next(), next())
        })
        .collect();
    let texts: Vec<&str> = cases.iter().flat_map(|&(_, a, b)| [a, b]).collect();
    let (story, trees) =
        fixture::story(&[("Vess Herald", "2026-03-12T08:30:00Z", "A title", &texts)]);
    let line = |at: usize| passage(&story, &trees, at + 1);
    cases
        .iter()
        .enumerate()
        .map(|(at, &(label, ..))| (label, compare(&line(2 * at), &line(2 * at + 1)), lines[at]))
        .collect()
}

fn passage<'a>(story: &'a Story, trees: &'a Trees, line: usize) -> Passage<'a> {
    Passage::of(story, trees, line).expect("every line is parsed")
}

/// F1 of "same claim", and the share of the three labels that are right.
fn scores(found: &[(&str, Verdict, &str)]) -> (f32, f32) {
    let same = |v: &Verdict| *v == Verdict::Same;
    let hits = found.iter().filter(|(l, v, _)| *l == "same" && same(v)).count() as f32;
    let called = found.iter().filter(|(_, v, _)| same(v)).count() as f32;
    let real = found.iter().filter(|(l, ..)| *l == "same").count() as f32;
    let right = found.iter().filter(|(label, verdict, _)| match verdict {
        Verdict::Same => *label == "same",
        Verdict::Unrelated => *label == "different",
        _ => !matches!(*label, "same" | "different"),
    });
    (2.0 * hits / (called + real), right.count() as f32 / found.len() as f32)
}

#[test]
fn sentences_that_say_the_same_are_one_claim() {
    for (name, pairs, least) in [("tuning", TUNING, 0.85), ("held out", HELD_OUT, 0.85)] {
        let found = verdicts(pairs);
        let (f1, right) = scores(&found);
        println!("{name}: F1 of same {f1:.3}, three labels right {right:.3}");
        assert!(f1 >= least, "{name}: {f1}");
    }
}

#[test]
fn what_differs_in_a_fact_is_never_one_claim() {
    for pairs in [TUNING, HELD_OUT] {
        let called: Vec<&str> = verdicts(pairs)
            .into_iter()
            .filter(|(label, verdict, _)| *label != "same" && *verdict == Verdict::Same)
            .map(|(.., line)| line)
            .collect();
        assert!(called.is_empty(), "called the same:\n{}", called.join("\n"));
    }
}
