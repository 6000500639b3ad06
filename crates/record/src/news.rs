//! Whether a briefing tells anything that the one before did not.

use std::collections::BTreeSet;

use throughline_model::Briefing;

/// Whether `new` has a sentence, an entry of the timeline or a position that
/// `old` has not.
///
/// Headings, the headline, source notes and counts are not news: they follow
/// from what is told and from how many tell it.
pub fn adds(old: &Briefing, new: &Briefing) -> bool {
    let before: BTreeSet<String> = news(old).collect();
    news(new).any(|told| !before.contains(&told))
}

fn news(briefing: &Briefing) -> impl Iterator<Item = String> {
    let sentences = briefing.sections.iter().flat_map(|s| &s.statements).map(|s| s.text.clone());
    let timeline = &briefing.timeline;
    let timeline = timeline.iter().map(|e| format!("{} {}", e.when.display, e.statement.text));
    let positions = briefing
        .disagreements
        .iter()
        .flat_map(|d| d.positions.iter().map(|p| format!("{} {}", d.about, p.value)));
    sentences.chain(timeline).chain(positions)
}
