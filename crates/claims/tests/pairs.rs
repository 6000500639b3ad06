//! The pairs beside this file, of each kind one half to tune by, one held out.

use throughline_annotate::{Reading, Sentence, Tree};
use throughline_claims::{Fact, Passage, Verdict, compare, told};
use throughline_model::{Article, Role};

const TUNING: &str = include_str!("tuning.txt");
const HELD_OUT: &str = include_str!("held_out.txt");

const RETOLD_TUNING: &str = include_str!("retold_tuning.txt");
const RETOLD_HELD_OUT: &str = include_str!("retold_held_out.txt");

/// What F1 of every answer must reach.
const LEAST: f32 = 0.85;

/// What is written in a file of pairs beside what the claims find.
struct Case<T> {
    label: &'static str,
    found: T,
    line: &'static str,
}

/// `label | one | other` with what is found.
fn cases<T>(pairs: &'static str, find: impl Fn(&Passage, &Passage) -> T) -> Vec<Case<T>> {
    let lines: Vec<&str> = pairs.lines().filter(|l| !l.starts_with('#')).collect();
    let parts: Vec<Vec<&str>> = lines.iter().map(|line| line.split(" | ").collect()).collect();
    let told = parts.iter().flat_map(|parts| [parts[1], parts[2]]);
    let paragraphs = told.map(|text| (Role::Body, text.to_owned(), None)).collect();
    let mut article = Article::new(None, "A title", paragraphs);
    article.published = "2026-03-12T08:30:00Z".parse().ok();
    article.language = "en".to_owned();
    let reading = Reading::of(article);
    let sentences: Vec<&Sentence> =
        reading.sentences.iter().filter(|s| s.position.is_some()).collect();
    assert_eq!(sentences.len(), 2 * lines.len(), "every line is one sentence");
    let text = &reading.article.text;
    let spans: Vec<(&str, usize)> =
        sentences.iter().map(|s| (&text[s.span.clone()], s.span.start)).collect();
    let trees = Tree::parse(&spans);
    let passage = |at: usize| Passage { text, sentence: sentences[at], tree: &trees[at] };
    let case = |at: usize| Case {
        label: parts[at][0],
        found: find(&passage(2 * at), &passage(2 * at + 1)),
        line: lines[at],
    };
    (0..lines.len()).map(case).collect()
}

/// F1 of one answer where these labels ask for it.
fn f1<T: PartialEq>(cases: &[Case<T>], labels: &[&str], verdict: T) -> f32 {
    let asked = |case: &&Case<T>| labels.contains(&case.label);
    let hits = cases.iter().filter(asked).filter(|c| c.found == verdict).count() as f32;
    let called = cases.iter().filter(|c| c.found == verdict).count() as f32;
    2.0 * hits / (called + cases.iter().filter(asked).count() as f32)
}

#[test]
fn every_answer_is_right_mostly() {
    for (name, pairs) in [("tuning", TUNING), ("held out", HELD_OUT)] {
        let cases = cases(pairs, compare);
        let answers: [(&[&str], Verdict); 6] = [
            (&["same"], Verdict::Same),
            (&["number"], Verdict::Differs(Fact::Number)),
            (&["name"], Verdict::Differs(Fact::Name)),
            (&["date"], Verdict::Differs(Fact::Date)),
            (&["negation"], Verdict::Differs(Fact::Polarity)),
            (&["fact", "different"], Verdict::Other),
        ];
        for (labels, verdict) in answers {
            let f1 = f1(&cases, labels, verdict);
            println!("{name}: F1 of {labels:?} {f1:.3}");
            assert!(f1 >= LEAST, "{name}: F1 of {labels:?} {f1}");
        }
    }
}

#[test]
fn what_differs_in_a_fact_is_never_one_claim() {
    for pairs in [TUNING, HELD_OUT] {
        let cases = cases(pairs, compare);
        let called = cases.iter().filter(|c| c.label != "same" && c.found == Verdict::Same);
        let called: Vec<&str> = called.map(|c| c.line).collect();
        assert!(called.is_empty(), "called the same:\n{}", called.join("\n"));
    }
}

#[test]
fn what_is_told_in_other_words_is_told_and_nothing_else() {
    for (name, pairs, least) in
        [("tuning", RETOLD_TUNING, 0.85), ("held out", RETOLD_HELD_OUT, 0.5)]
    {
        let cases = cases(pairs, |one, other| told(one, &[*other]));
        let labelled = |told: bool| cases.iter().filter(move |c| (c.label == "told") == told);
        let missed: Vec<&str> = labelled(true).filter(|c| !c.found).map(|c| c.line).collect();
        let share = 1.0 - missed.len() as f32 / labelled(true).count() as f32;
        println!("{name}: told {share:.2}, missed:\n{}", missed.join("\n"));
        let wrong: Vec<&str> = labelled(false).filter(|c| c.found).map(|c| c.line).collect();
        assert!(wrong.is_empty(), "{name}: says more:\n{}", wrong.join("\n"));
        assert!(share >= least, "{name}: {share}");
    }
}
