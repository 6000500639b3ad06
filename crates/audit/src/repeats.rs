//! What is told twice: sentences within and across sections, and headings that
//! say the same as another or as the headline.

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// The likeness from which a reader of one sentence has read the other.
const TWICE: f32 = 1.05;

/// The same where their figures are not the same: one matter, told as two.
const TWICE_DIFFERING: f32 = 1.3;

/// Repeats, each at its later place.
pub fn findings(page: &Page) -> Vec<Finding> {
    let sentences: Vec<&Part> = page.all(&[Role::Sentence]).collect();
    let headings: Vec<&Part> = page.all(&[Role::Headline, Role::Heading]).collect();
    let says_same = |a: &Part, b: &Part| a.claim.says_same(&b.claim, &page.weights);
    let mut found = again(&headings, Question::RepeatedHeading, says_same);
    found.extend(again(&sentences, Question::Repeated, |a, b| {
        let (a, b) = (&a.claim, &b.claim);
        let enough = if a.has_other_figures(b) { TWICE_DIFFERING } else { TWICE };
        !a.denies(b) && a.likeness(b, &page.weights) >= enough
    }));
    found
}

fn again(parts: &[&Part], question: Question, same: impl Fn(&Part, &Part) -> bool) -> Vec<Finding> {
    let repeat = |(at, part): (usize, &&Part)| {
        let first = parts[..at].iter().find(|first| same(first, part))?;
        Some(part.finding(question, format!("{} says: {}", first.place, first.text)))
    };
    parts.iter().enumerate().filter_map(repeat).collect()
}
