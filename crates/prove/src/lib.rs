//! Proves a briefing from the stored articles, statement by statement.
//!
//! It knows nothing of how briefings are made: it does the recorded edits
//! again, holds every edit against its rule, and compares figures, names,
//! denials, quotations and dates with the passages. The briefing step asks it
//! before it publishes; `verify` asks it again, offline, whenever a reader
//! wants.

mod content;
mod dates;
mod fault;
mod frames;
mod numbering;
mod passage;
mod replay;
mod rules;

use std::collections::HashMap;

use throughline_model::{Briefing, CitedArticle, Kind, Statement, TimelineEntry};

pub use fault::{Fault, Found};
pub use frames::{FRAMES, is_frame};
pub use replay::replay;

/// The stored articles that a proof stands on, by id.
pub struct Proof<'a> {
    articles: HashMap<&'a str, &'a CitedArticle>,
}

impl<'a> Proof<'a> {
    /// A proof from these articles.
    pub fn from(articles: &'a [CitedArticle]) -> Self {
        Self { articles: articles.iter().map(|a| (a.id.as_str(), a)).collect() }
    }

    /// Every fault of a briefing, in reading order; none means that it is proven.
    pub fn faults(&self, briefing: &Briefing) -> Vec<Fault> {
        let mut faults = numbering::faults(briefing, &self.articles);
        for (place, statement) in briefing.statements() {
            let found = self.statement(statement);
            faults.extend(found.into_iter().map(|found| Fault { place: place.clone(), found }));
        }
        for (i, entry) in briefing.timeline.iter().enumerate() {
            let place = format!("timeline entry {}", i + 1);
            let found = self.date(entry);
            faults.extend(found.into_iter().map(|found| Fault { place: place.clone(), found }));
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
                found.extend(passage::fault(evidence, &self.articles));
            }
        }
        let Some(first) = statement.citations.first().and_then(|c| c.evidence.first()) else {
            found.push(Found::NoCitation);
            return found;
        };
        if !found.is_empty() {
            return found;
        }
        match statement.kind {
            Kind::Verbatim if statement.text != first.exact => found.push(Found::NotVerbatim),
            Kind::Verbatim => {}
            Kind::Edited | Kind::Composed => {
                found.extend(rules::faults(statement, first, &self.articles));
                match replay(&first.exact, &statement.edits) {
                    Ok(text) if text == statement.text => {}
                    Ok(text) => found.push(Found::NotReplayed { gives: text }),
                    Err(reason) => found.push(Found::BadEdit { reason }),
                }
            }
            Kind::Model => {}
        }
        found.extend(content::faults(statement, &self.articles));
        found
    }

    /// What is wrong with the date of a timeline entry.
    pub fn date(&self, entry: &TimelineEntry) -> Vec<Found> {
        dates::faults(entry, &self.articles)
    }
}
