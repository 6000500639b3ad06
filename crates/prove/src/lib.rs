//! Proves a briefing from the stored articles, statement by statement.
//!
//! It knows nothing of how briefings are made: it does the recorded edits
//! again, holds every edit against its rule, judges what all cuts together
//! leave of a sentence, and compares figures, names, denials, quotations and
//! dates with the passages. The briefing step asks it before it publishes;
//! `verify` asks it again, offline, whenever a reader wants. Any input is
//! answered with faults, never with a panic.
//!
//! What it proves is relative to the stored articles: whoever changes a text
//! and its hash together, or an outlet's name, has made another article. And
//! it is no reader: it trusts the parser's trees, it sees no irony, and in
//! what a model wrote it does not see swapped roles.

mod antecedent;
mod apposition;
mod attribution;
mod content;
mod counts;
mod cuts;
mod dates;
mod day;
mod fault;
mod frames;
mod light;
mod needs;
mod numbering;
mod parsed;
mod passage;
mod person;
mod positions;
mod replay;
mod rules;
mod standing;
mod stored;
mod support;
mod surname;
mod titled;
mod typography;
mod written;

use std::{ops::Range, sync::Arc};

use throughline_model::{
    Briefing, CitedArticle, Evidence, Kind, Place, Section, Statement, TimelineEntry,
};

use throughline_syntax::Doc;

pub use fault::{Fault, Found};
pub use frames::{FRAMES, is_frame};
pub use light::is_loose_also;
pub use parsed::Parsed;
pub use replay::replay;
use stored::Stored;

/// The stored articles that a proof stands on, by id.
pub struct Proof<'a> {
    stored: Stored<'a>,
}

impl<'a> Proof<'a> {
    /// A proof from these articles.
    pub fn from(articles: &'a [CitedArticle]) -> Self {
        Self::knowing(articles, &Parsed::default())
    }

    /// The same, with the trees that earlier proofs made; it adds its own to them.
    pub fn knowing(articles: &'a [CitedArticle], parsed: &Parsed) -> Self {
        Self { stored: Stored::new(articles, parsed) }
    }

    /// Every fault of a briefing, in reading order; none means that it is proven.
    pub fn faults(&self, briefing: &Briefing) -> Vec<Fault> {
        let mut faults = counts::faults(briefing, &self.stored);
        faults.extend(numbering::faults(briefing, &self.stored));
        faults.extend(frames::faults(briefing, &self.stored));
        faults.extend(surname::faults(briefing));
        for (place, statement) in briefing.statements() {
            let found = self.statement(statement);
            faults.extend(found.into_iter().map(|found| Fault { place, found }));
        }
        for (i, section) in briefing.sections.iter().enumerate() {
            if !self.heads(section) {
                faults.push(Fault { place: Place::Heading(i), found: Found::Misplaced });
            }
        }
        for (i, entry) in briefing.timeline.iter().enumerate() {
            let found = self.date(entry).into_iter();
            faults.extend(found.map(|found| Fault { place: Place::Entry(i), found }));
        }
        let placed = briefing.sources.iter().filter(|source| source.placed);
        let placed = placed.map(|source| source.number).collect();
        for (i, disagreement) in briefing.disagreements.iter().enumerate() {
            let found = positions::faults(disagreement, &self.stored, &placed).into_iter();
            faults.extend(found.map(|(j, found)| Fault { place: Place::Position(i, j), found }));
        }
        faults
    }

    /// What is wrong with one statement.
    pub fn statement(&self, statement: &Statement) -> Vec<Found> {
        let mut found = Vec::new();
        for citation in &statement.citations {
            if citation.evidence.is_empty() {
                found.push(Found::NoEvidence { number: citation.source });
            }
            for evidence in &citation.evidence {
                found.extend(passage::fault(evidence, &self.stored));
            }
        }
        let Some(first) = statement.citations.first().and_then(|c| c.evidence.first()) else {
            found.push(Found::NoCitation);
            return found;
        };
        if !found.is_empty() {
            return found;
        }
        if statement.kind == Kind::Model {
            found.extend(written::faults(statement, &self.stored));
        } else {
            // Rules read the places of edits, so the edits must be sound first.
            match replay(&first.exact, &statement.edits) {
                Ok(text) if text == statement.text => {}
                Ok(_) if statement.edits.is_empty() => found.push(Found::NotVerbatim),
                Ok(text) => found.push(Found::NotReplayed { gives: text }),
                Err(reason) => return vec![Found::BadEdit { reason }],
            }
            found.extend(rules::faults(statement, first, &self.stored));
            found.extend(cuts::faults(statement, &self.stored));
            found.extend(support::faults(statement, &self.stored));
        }
        found.extend(content::faults(statement, &self.stored));
        found
    }

    /// Whether a heading is cut from a sentence of its section, or from a title; what has no passage
    /// has faults of its own.
    fn heads(&self, section: &Section) -> bool {
        let passages = |s: &'_ Statement| -> Vec<Evidence> {
            s.citations.iter().flat_map(|c| c.evidence.iter().cloned()).collect()
        };
        let told: Vec<Evidence> = section.statements.iter().flat_map(passages).collect();
        let Some(own) = section.heading.citations.first().and_then(|c| c.evidence.first()) else {
            return true;
        };
        let is_title = || {
            let stored = self.stored.get(&own.article);
            stored.is_none_or(|held| own.end <= held.article.title.chars().count())
        };
        let overlaps =
            |e: &Evidence| e.article == own.article && e.start < own.end && own.start < e.end;
        told.iter().any(overlaps) || is_title()
    }

    /// The trees that this proof goes by, of sentences given by their article's id and their bytes
    /// there. Whoever writes a briefing may read them, so that nothing is parsed twice; what the
    /// writer makes of them is proven as if it had not.
    pub fn trees(&self, sentences: &[(&str, Range<usize>)]) -> Vec<Arc<Doc>> {
        self.stored.trees(sentences)
    }

    /// What is wrong with the date of a timeline entry.
    pub fn date(&self, entry: &TimelineEntry) -> Vec<Found> {
        dates::faults(entry, &self.stored)
    }
}
