//! What is told twice: sentences within and across sections, and headings that
//! say the same as another or as the headline.

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// Repeats, each at its later place.
pub fn findings(page: &Page) -> Vec<Finding> {
    let sentences: Vec<&Part> = page.all(&[Role::Sentence]).collect();
    let headings: Vec<&Part> = page.all(&[Role::Headline, Role::Heading]).collect();
    let mut found = again(page, &sentences, Question::Repeated);
    found.extend(again(page, &headings, Question::RepeatedHeading));
    found
}

fn again(page: &Page, parts: &[&Part], question: Question) -> Vec<Finding> {
    let repeat = |(at, part): (usize, &&Part)| {
        let same = |other: &&&Part| part.claim.says_same(&other.claim, &page.weights);
        let first = parts[..at].iter().find(same)?;
        Some(part.finding(question, format!("{} says: {}", first.place, first.text)))
    };
    parts.iter().enumerate().filter_map(repeat).collect()
}
