//! What is told twice: sentences within and across sections, and headings that
//! say the same as another or as the headline.

use throughline_annotate::{Word, is_speech_verb};

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// The likeness from which a reader of one sentence has read the other.
const TWICE: f32 = 1.05;

/// The same where their figures are not the same: one matter, told as two.
const TWICE_DIFFERING: f32 = 1.3;

/// Words of a clause that two sentences share.
const RUN: usize = 6;

/// How many of these carry it.
const RUN_CONTENT: usize = 3;

/// Repeats, each at its later place.
pub fn findings(page: &Page) -> Vec<Finding> {
    let sentences: Vec<&Part> = page.all(&[Role::Sentence]).collect();
    let headings: Vec<&Part> = page.all(&[Role::Headline, Role::Heading]).collect();
    let says_same = |a: &Part, b: &Part| a.claim.says_same(&b.claim, &page.weights);
    let mut found = again(&headings, Question::RepeatedHeading, says_same);
    found.extend(again(&sentences, Question::Repeated, |a, b| {
        if shares_clause(a, b) {
            return true;
        }
        let (a, b) = (&a.claim, &b.claim);
        let enough = if a.has_other_figures(b) { TWICE_DIFFERING } else { TWICE };
        !a.denies(b) && a.likeness(b, &page.weights) >= enough
    }));
    found
}

/// Whether both have a run of words with a verb in it that tells something:
/// "a barge hit a pillar of the bridge".
fn shares_clause(a: &Part, b: &Part) -> bool {
    let tells = |at: usize| {
        let token = a.tree.at(a.words[at].span.start).map(|i| a.tree.token(i));
        token.is_some_and(|t| t.pos == "VERB" && !is_speech_verb(&a.words[at].lower))
    };
    let content = |w: &&Word| w.is_content();
    let runs = a.words.windows(RUN).enumerate();
    let told = runs.filter(|(at, run)| {
        (*at..at + RUN).any(tells) && run.iter().filter(content).count() >= RUN_CONTENT
    });
    let lower = |run: &[Word]| run.iter().map(|w| w.lower.clone()).collect::<Vec<_>>();
    told.map(|(_, run)| lower(run)).any(|run| b.words.windows(RUN).any(|other| lower(other) == run))
}

fn again(parts: &[&Part], question: Question, same: impl Fn(&Part, &Part) -> bool) -> Vec<Finding> {
    let repeat = |(at, part): (usize, &&Part)| {
        let first = parts[..at].iter().find(|first| same(first, part))?;
        Some(part.finding(question, format!("{} says: {}", first.place, first.text)))
    };
    parts.iter().enumerate().filter_map(repeat).collect()
}
