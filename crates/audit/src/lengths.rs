//! Sentences that are too long, headings and headlines of the wrong length.

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// The longest sentence.
const SENTENCE: usize = 45;

/// The longest headline.
const HEADLINE: usize = 16;

/// The shortest and the longest heading.
const HEADING: (usize, usize) = (3, 10);

/// Words of a text, as a reader counts them: a lone dash is none.
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count()
}

/// Parts of the wrong length.
pub fn findings(page: &Page) -> Vec<Finding> {
    let wrong = |part: &Part| {
        let words = count(part.text);
        let (least, most) = match part.role {
            Role::Heading => HEADING,
            Role::Headline => (0, HEADLINE),
            _ => (0, SENTENCE),
        };
        let reason = match words {
            n if n < least => format!("{n} words, at least {least}"),
            n if n > most => format!("{n} words, at most {most}"),
            _ => return None,
        };
        Some(part.finding(Question::Length, reason))
    };
    page.parts.iter().filter_map(wrong).collect()
}
