//! Ages that differ: the boy of four in one report is three in another.
//!
//! Of a child without a name it is said only where every article speaks of one, with one age.

use std::collections::{BTreeMap, BTreeSet};

use throughline_annotate::{Bound, Quantity, Unit};
use throughline_model::{About, DisagreementKind};

use super::{Differing, Side, Taken};
use crate::story::{LineId, Story};

/// Words for a child; what two reports call a boy and a child may be one. A man of 34 and another
/// of 22 are two more often than one.
const CHILD: &[&str] = &["boy", "child", "kid", "toddler", "girl", "son", "daughter"];

/// Those that no boy is called.
const GIRL: &[&str] = &["girl", "daughter"];

/// Cosine from which two lines that give an age may tell of one matter.
const ALIKE: f32 = 0.15;

/// The most lines that are looked at.
const LINES: usize = 400;

/// Words from an age to its bearer at most: "4-year-old local boy", "12 year old child".
const BETWEEN: usize = 3;

/// An age that a line gives.
struct Age {
    line: LineId,
    /// What its bearer is called: "boy".
    noun: String,
    years: u64,
    /// The words that give it.
    taken: Taken,
}

/// Whose ages differ.
pub fn differing(story: &Story, ranked: &[(LineId, f32)]) -> Option<Differing> {
    let all: Vec<Age> =
        ranked.iter().take(LINES).flat_map(|&(line, _)| ages(story, line)).collect();
    // An article with two of them speaks of two people.
    let mut of_article: BTreeMap<usize, BTreeSet<u64>> = BTreeMap::new();
    for age in &all {
        of_article.entry(story.lines[age.line].article).or_default().insert(age.years);
    }
    let article = |age: &Age| story.lines[age.line].article;
    let sole: Vec<&Age> = all.iter().filter(|age| of_article[&article(age)].len() == 1).collect();
    let is_girl = |age: &&Age| GIRL.contains(&age.noun.as_str());
    if sole.iter().any(is_girl) && !sole.iter().all(is_girl) {
        return None;
    }
    let mut sides: BTreeMap<u64, Vec<&Age>> = BTreeMap::new();
    for age in &sole {
        sides.entry(age.years).or_default().push(age);
    }
    let vector = |age: &Age| &story.lines[age.line].vector;
    let family = |age: &Age| story.families[article(age)];
    let is_held = |years: &u64| {
        sole.iter().filter(|age| age.years == *years).any(|age| {
            let others = sole.iter().filter(|other| other.years != *years);
            others
                .filter(|other| family(other) != family(age))
                .filter(|other| story.is_of_one_period(other.line, age.line))
                .any(|other| vector(age).dot(vector(other)) >= ALIKE)
        })
    };
    sides.retain(|years, _| is_held(years));
    let corrected = corrected(story);
    let noun = sole.first()?.noun.clone();
    // What an article says was wrong at first is told first, and as changed.
    let first = corrected.filter(|(wrong, right)| {
        sides.len() == 2 && sides.contains_key(wrong) && sides.contains_key(right)
    });
    let mut sides: Vec<(u64, Side)> = sides
        .into_iter()
        .map(|(years, ages)| {
            (years, Side::of(story, ages.into_iter().map(|age| age.taken.clone()).collect()))
        })
        .collect();
    sides.sort_by_key(|(years, _)| first.is_some_and(|(wrong, _)| wrong != *years));
    let sides: Vec<Side> = sides.into_iter().map(|(_, side)| side).collect();
    let kind =
        if first.is_some() { DisagreementKind::Development } else { DisagreementKind::Number };
    let about = format!("{} {noun}", About::Age.words());
    (sides.len() > 1).then_some(Differing { about, kind, harm: None, sides })
}

/// The age that a story's articles say was given wrongly at first, and the right one: "was initially
/// reported to be 4 years old, but police later said he is 3".
fn corrected(story: &Story) -> Option<(u64, u64)> {
    const FIRST: &[&str] = &["initially", "originally", "first", "earlier"];
    const THEN: &[&str] = &["later", "corrected", "actually"];
    story.worded().find_map(|line| {
        let sentence = story.sentence(line);
        let place = |of: &[&str]| {
            let word = sentence.words.iter().find(|word| of.contains(&word.lower.as_str()))?;
            Some(word.span.start)
        };
        let (first, then) = (place(FIRST)?, place(THEN)?);
        let whole = |q: &&Quantity| matches!(q.unit, Unit::Age | Unit::Count) && q.value < 20.0;
        let mut figures = sentence.quantities.iter().filter(whole);
        let wrong = figures.find(|q| q.unit == Unit::Age && q.span.start > first)?;
        let right = figures.find(|q| q.span.start > then && q.value != wrong.value)?;
        (first < then).then_some((wrong.value as u64, right.value as u64))
    })
}

/// The lines that say it.
pub fn lines(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let sides = differing(story, ranked).map_or_else(Vec::new, |d| d.sides);
    sides.into_iter().flat_map(|side| side.lines.into_iter().take(2)).map(|t| t.line).collect()
}

/// "4-year-old boy", "three year old boy".
fn ages(story: &Story, line: LineId) -> Vec<Age> {
    let sentence = story.sentence(line);
    let text = &story.readings[story.lines[line].article].article.text;
    let ages =
        sentence.quantities.iter().filter(|q| q.unit == Unit::Age && q.bound == Bound::Exact);
    ages.filter_map(|age| {
        let after = sentence.words.iter().filter(|word| word.span.end > age.span.end);
        let old = after.clone().find(|word| word.lower.ends_with("old"))?;
        let noun = after.take(BETWEEN).find(|word| CHILD.contains(&word.lower.as_str()))?;
        let value = text.get(age.span.start..old.span.end)?.to_owned();
        let taken = Taken { line, span: age.span.start..noun.span.end, value };
        Some(Age { line, noun: noun.lower.clone(), years: age.value as u64, taken })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{self, Given};

    #[test]
    fn what_was_wrong_at_first_has_changed() {
        let told: [Given; 2] = [
            (
                "Vess Herald",
                "2026-03-10T08:30",
                "Boy in lock",
                &["A 4-year-old boy fell into the lock at Tarn on Monday, wardens said."],
            ),
            (
                "Daily Anchor",
                "2026-03-11T08:30",
                "Saved from lock",
                &[
                    "The three-year-old boy who fell into the lock at Tarn was pulled out alive.",
                    "The boy was initially reported to be 4 years old, but the police later said he is 3.",
                ],
            ),
        ];
        let (story, _) = fixture::story(&told);
        let ranked: Vec<(LineId, f32)> = story.worded().map(|line| (line, 1.0)).collect();
        let found = differing(&story, &ranked).expect("two ages");
        assert_eq!(found.kind, DisagreementKind::Development);
        assert_eq!(found.sides[0].lines[0].value, "4-year-old");
    }

    #[test]
    fn a_child_is_of_one_age() {
        let four = "A “4-year-old boy fell into the lock at Tarn on Monday, wardens said.";
        let three = "The three-year-old boy who fell into the lock at Tarn was pulled out alive.";
        let girl = "The three-year-old girl who fell into the lock at Tarn was pulled out alive.";
        let two = "A 4-year-old boy and a 7-year-old boy fell into the lock at Tarn on Monday.";
        let other = "A three-year-old boy won the song contest of Ardenne in a paper hat.";
        let men = ["A 34-year-old man fell into the lock.", "The 22-year-old man was charged."];
        let cases = [
            (four, three, true),
            (four, girl, false),
            (two, three, false),
            (four, other, false),
            (men[0], men[1], false),
        ];
        for (a, b, expected) in cases {
            let told: [Given; 2] = [
                ("Vess Herald", "2026-03-10T08:30", "Boy in lock", &[a]),
                ("Daily Anchor", "2026-03-11T08:30", "Saved from lock", &[b]),
            ];
            let (story, _) = fixture::story(&told);
            let ranked: Vec<(LineId, f32)> = story.worded().map(|line| (line, 1.0)).collect();
            let found = differing(&story, &ranked);
            assert_eq!(found.is_some(), expected, "{a} {b}");
            let about = found.map(|d| d.about);
            assert_eq!(about.as_deref(), expected.then_some("age of the boy"));
        }
    }
}
