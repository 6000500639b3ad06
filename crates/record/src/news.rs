//! Whether a briefing tells anything that the one before did not.

use std::collections::BTreeSet;

use throughline_model::{Article, Briefing, Statement};

/// Whether `new` has a sentence, an entry of the timeline or a position that
/// `old` has not, and that none of the `earlier` articles carries.
///
/// What an earlier article said all along and is only chosen now is no news, nor
/// are headings, the headline, source notes and counts: they follow from what is
/// told and from how many tell it.
pub fn adds(old: &Briefing, new: &Briefing, earlier: &[&Article]) -> bool {
    let before: BTreeSet<&str> = told(old).map(|statement| statement.text.as_str()).collect();
    told(new).any(|statement| !before.contains(&*statement.text) && is_fresh(statement, earlier))
}

/// Whether no earlier article has one of the passages behind a statement.
fn is_fresh(statement: &Statement, earlier: &[&Article]) -> bool {
    let mut passages = statement.citations.iter().flat_map(|citation| &citation.evidence);
    !passages.any(|passage| earlier.iter().any(|article| article.text.contains(&passage.exact)))
}

fn told(briefing: &Briefing) -> impl Iterator<Item = &Statement> {
    let sentences = briefing.sections.iter().flat_map(|section| &section.statements);
    let timeline = briefing.timeline.iter().map(|entry| &entry.statement);
    let positions = briefing.disagreements.iter().flat_map(|d| &d.positions).map(|p| &p.statement);
    sentences.chain(timeline).chain(positions)
}
