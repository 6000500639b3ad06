//! What a page calls the places of its statements, and their anchors there.

use std::collections::{BTreeMap, HashSet};

use throughline_model::{Briefing, Place, Statement};

/// What a back-link calls a place.
pub(crate) fn label(place: Place) -> String {
    match place {
        Place::Heading(i) => format!("heading {}", i + 1),
        Place::Sentence(i, j) => format!("section {}, sentence {}", i + 1, j + 1),
        Place::Position(i, j) => format!("difference {}, position {}", i + 1, j + 1),
        place => place.to_string(),
    }
}

/// Every statement with its place, in the order of the page.
pub(crate) fn all(briefing: &Briefing) -> Vec<(Place, &Statement)> {
    let mut all = vec![(Place::Headline, &briefing.headline)];
    for (i, section) in briefing.sections.iter().enumerate() {
        all.push((Place::Heading(i), &section.heading));
        let statements = section.statements.iter().enumerate();
        all.extend(statements.map(|(j, statement)| (Place::Sentence(i, j), statement)));
    }
    for (i, disagreement) in briefing.disagreements.iter().enumerate() {
        let positions = disagreement.positions.iter().enumerate();
        all.extend(positions.map(|(j, p)| (Place::Position(i, j), &p.statement)));
    }
    let entries = briefing.timeline.iter().enumerate();
    all.extend(entries.map(|(i, entry)| (Place::Entry(i), &entry.statement)));
    let notes = briefing.sources.iter().enumerate();
    all.extend(notes.map(|(i, source)| (Place::Note(i), &source.note)));
    all
}

/// An anchor for each place, made from the statement's id so that a link to a
/// statement still leads to it in the next revision.
pub(crate) fn anchors(briefing: &Briefing) -> BTreeMap<Place, String> {
    let mut taken = HashSet::new();
    let mut anchors = BTreeMap::new();
    for (place, statement) in all(briefing) {
        let id: String = statement.id.chars().filter(char::is_ascii_alphanumeric).collect();
        let mut anchor = format!("s-{id}");
        let mut again = 1;
        while !taken.insert(anchor.clone()) {
            again += 1;
            anchor = format!("s-{id}-{again}");
        }
        anchors.insert(place, anchor);
    }
    anchors
}
