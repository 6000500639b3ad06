//! What a good briefing reads like, as far as it can be counted, on the samples.

mod told;

use std::collections::BTreeMap;

use throughline_model::{Briefing, Statement};
use told::briefings;

/// A rule, and what breaks it.
type Rule = (&'static str, fn(&Briefing) -> Vec<String>);

const RULES: [Rule; 8] = [
    ("a headline has at most 16 words", |b| broken([&b.headline], |s| words(s) > 16)),
    // Where nothing of 10 words heads a section of weighty lines, up to 13 do, rather than that the
    // news is lost for its heading.
    ("a heading has 3 to 13 words", |b| broken(headings(b), |s| !(3..=13).contains(&words(s)))),
    ("most headings have at most 10 words", |b| {
        let long = broken(headings(b), |s| words(s) > 10);
        if 2 * long.len() < b.sections.len() { Vec::new() } else { long }
    }),
    ("a statement has at most 45 words", |b| broken(sentences(b), |s| words(s) > 45)),
    ("five articles or more make three to six sections", |b| {
        let many = b.sections.len();
        let fits = b.sources.len() < 5 || (3..=6).contains(&many);
        if fits { Vec::new() } else { vec![format!("{many} sections")] }
    }),
    ("a section has at most four statements", |b| {
        let long = b.sections.iter().filter(|section| !(1..=4).contains(&section.statements.len()));
        long.map(|section| section.heading.text.clone()).collect()
    }),
    ("a statement cites at most four sources", |b| {
        broken(b.statements().map(|(_, s)| s), |s| !(1..=4).contains(&s.citations.len()))
    }),
    ("no article of five supplies more than half", |b| {
        let mut supplied: BTreeMap<usize, usize> = BTreeMap::new();
        sentences(b).for_each(|s| *supplied.entry(s.citations[0].source).or_default() += 1);
        let all: usize = supplied.values().sum();
        let most = supplied.into_iter().filter(|(_, many)| b.sources.len() >= 5 && 2 * many > all);
        most.map(|(source, many)| format!("[{source}] supplies {many} of {all}")).collect()
    }),
];

fn words(statement: &Statement) -> usize {
    statement.text.split_whitespace().count()
}

fn headings(briefing: &Briefing) -> impl Iterator<Item = &Statement> {
    briefing.sections.iter().map(|section| &section.heading)
}

fn sentences(briefing: &Briefing) -> impl Iterator<Item = &Statement> {
    briefing.sections.iter().flat_map(|section| &section.statements)
}

fn broken<'a>(
    statements: impl IntoIterator<Item = &'a Statement>,
    breaks: impl Fn(&Statement) -> bool,
) -> Vec<String> {
    statements.into_iter().filter(|s| breaks(s)).map(|s| s.text.clone()).collect()
}

#[test]
fn the_samples_keep_the_form() {
    for (sample, briefing) in briefings() {
        for (rule, breaks) in RULES {
            let broken = breaks(&briefing);
            assert!(broken.is_empty(), "{sample}: {rule}: {broken:#?}");
        }
    }
}
