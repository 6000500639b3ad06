//! Ages that differ: the boy of four in one report is three in another.
//!
//! Of somebody without a name it is said only where every article speaks of one: one word for a
//! child, a man or a woman, with one age.

use std::collections::BTreeMap;

use throughline_model::About;

use super::{Side, Taken};
use crate::story::{LineId, Story};

/// Words for somebody; what two reports call a boy and a child may be one.
const KINDS: &[&[&str]] = &[
    &["boy", "child", "kid", "toddler", "girl", "son", "daughter"],
    &["man", "driver", "gunman", "suspect", "pilot"],
    &["woman"],
];

/// Words of one kind that cannot be one person's.
const APART: &[&str] = &["girl", "daughter"];

/// Number words of ages.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

/// Cosine from which two lines that give an age may tell of one matter.
const ALIKE: f32 = 0.1;

/// Words that may stand between an age and its bearer: "4-year-old local boy".
const BETWEEN: usize = 1;

/// An age that a line gives.
struct Age {
    line: LineId,
    kind: usize,
    noun: String,
    years: usize,
    /// The words that give it.
    taken: Taken,
}

/// Whose ages differ, and the sides.
pub fn differing(story: &Story, ranked: &[(LineId, f32)]) -> Vec<(String, Vec<Side>)> {
    let all: Vec<Age> = ranked.iter().flat_map(|&(line, _)| ages(story, line)).collect();
    (0..KINDS.len()).filter_map(|kind| of_kind(story, &all, kind)).collect()
}

/// The lines that say it.
pub fn lines(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let sides = differing(story, ranked).into_iter().flat_map(|(_, sides)| sides);
    sides.flat_map(|side| side.lines.into_iter().take(2).map(|taken| taken.line)).collect()
}

fn of_kind(story: &Story, all: &[Age], kind: usize) -> Option<(String, Vec<Side>)> {
    let article = |age: &Age| story.lines[age.line].article;
    let of_kind = || all.iter().filter(move |age| age.kind == kind);
    // An article with two of them speaks of two people.
    let is_sole = |age: &&Age| {
        of_kind().filter(|other| article(other) == article(age)).all(|o| o.years == age.years)
    };
    let sole: Vec<&Age> = of_kind().filter(is_sole).collect();
    let is_apart = |age: &&&Age| APART.contains(&age.noun.as_str());
    if sole.iter().any(|age| is_apart(&age)) && !sole.iter().all(|age| is_apart(&age)) {
        return None;
    }
    let mut sides: BTreeMap<usize, Vec<&Age>> = BTreeMap::new();
    for age in &sole {
        sides.entry(age.years).or_default().push(age);
    }
    let vector = |age: &Age| &story.lines[age.line].vector;
    let family = |age: &Age| story.families[article(age)];
    let is_held = |years: &usize| {
        sole.iter().filter(|age| age.years == *years).any(|age| {
            let others = sole.iter().filter(|other| other.years != *years);
            others
                .filter(|other| family(other) != family(age))
                .any(|other| vector(age).dot(vector(other)) >= ALIKE)
        })
    };
    sides.retain(|years, _| is_held(years));
    let noun = sole.first()?.noun.clone();
    let sides: Vec<Side> = sides
        .into_values()
        .map(|ages| Side::of(story, ages.into_iter().map(|age| age.taken.clone()).collect()))
        .collect();
    (sides.len() > 1).then(|| (format!("{} {noun}", About::Age.words()), sides))
}

/// "4-year-old boy", "three year old boy".
fn ages(story: &Story, line: LineId) -> Vec<Age> {
    let (text, from) = (story.text(line), story.span(line).start);
    let marks = ["-year-old ", " year old ", " year-old "];
    let found = marks.iter().flat_map(|mark| text.match_indices(mark));
    found
        .filter_map(|(at, mark)| {
            let start = text[..at].rfind(|c: char| !c.is_alphanumeric()).map_or(0, |i| i + 1);
            let years = years(&text[start..at])?;
            let rest = &text[at + mark.len()..];
            let words = rest.split(|c: char| !c.is_alphabetic()).take(BETWEEN + 1);
            let (kind, noun) = words.filter_map(kind_of).next()?;
            let end = at + mark.len() + rest.find(&noun)? + noun.len();
            let span = from + start..from + end;
            let value = text[start..at + mark.trim_end().len()].to_owned();
            Some(Age { line, kind, noun, years, taken: Taken { line, span, value } })
        })
        .collect()
}

fn years(word: &str) -> Option<usize> {
    let named = || NUMBERS.iter().position(|n| word.eq_ignore_ascii_case(n)).map(|at| at + 1);
    word.parse().ok().or_else(named)
}

fn kind_of(word: &str) -> Option<(usize, String)> {
    let kind = KINDS.iter().position(|kind| kind.contains(&word))?;
    Some((kind, word.to_owned()))
}
