//! Clashes: independent sources that date one event to different days.

use throughline_model::{Precision, Status};

use super::{Occurrence, occurrences};
use crate::{
    story::{LineId, Story},
    support::shared_words,
    tree::Trees,
};

/// The share of common content words from which two clauses with different
/// days are one event.
const SAME_CLAUSE: f32 = 0.6;

/// Two lines of independent sources that date one event to different days.
pub struct Clash {
    /// What each side shows as the date, and its line.
    pub sides: Vec<(String, LineId)>,
}

/// Where independent sources date one event differently. Only whole clauses
/// that share most of their words are one event here.
pub fn clashes(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Clash> {
    let mut dated = occurrences(story, trees, ranked);
    dated.retain(|o| o.when.precision == Precision::Day && o.event.status == Status::Past);
    let family = |o: &Occurrence| story.families[story.lines[o.line].article];
    let mut found: Vec<Clash> = Vec::new();
    for (at, a) in dated.iter().enumerate() {
        for b in &dated[at + 1..] {
            let days = match (a.when.from, b.when.from) {
                (Some(x), Some(y)) => x.until(y).map_or(0, |span| span.get_days().abs()),
                _ => 0,
            };
            let known = found.iter().any(|c| {
                c.sides.iter().any(|(_, l)| {
                    [a.line, b.line].contains(l) || shared_words(story, *l, a.line) >= SAME_CLAUSE
                })
            });
            if (1..=7).contains(&days)
                && same_verb(trees, a, b)
                && family(a) != family(b)
                && !known
                && shared_words(story, a.line, b.line) >= SAME_CLAUSE
            {
                let mut sides =
                    vec![(a.when.display.clone(), a.line), (b.when.display.clone(), b.line)];
                sides.sort_by_key(|(_, line)| story.lines[*line].article);
                found.push(Clash { sides });
            }
        }
    }
    found
}

/// Whether two events have one verb, and not that of saying: the day of a
/// statement is not the day of what it states.
fn same_verb(trees: &Trees, a: &Occurrence, b: &Occurrence) -> bool {
    let lemma = |o: &Occurrence| trees.get(o.line).map(|t| t.token(o.event.head).lemma.as_str());
    lemma(a) == lemma(b) && !a.event.said && lemma(a) != Some("announce")
}
