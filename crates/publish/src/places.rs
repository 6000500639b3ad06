//! [`Place`]: where in a briefing a statement stands, and its anchor there.

use std::collections::{BTreeMap, HashSet};

use throughline_model::{Briefing, Statement};

/// The place of a statement; numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    Headline,
    Heading(usize),
    Sentence(usize, usize),
    Position(usize, usize),
    Entry(usize),
    Note(usize),
}

impl Place {
    /// What a back-link calls it.
    pub(crate) fn label(self) -> String {
        match self {
            Self::Headline => "headline".to_owned(),
            Self::Heading(i) => format!("heading {}", i + 1),
            Self::Sentence(i, j) => format!("section {}, sentence {}", i + 1, j + 1),
            Self::Position(i, j) => format!("difference {}, position {}", i + 1, j + 1),
            Self::Entry(i) => format!("timeline entry {}", i + 1),
            Self::Note(i) => format!("note of source {}", i + 1),
        }
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
