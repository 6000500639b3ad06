//! [`Reader`]: a briefing with all that it tells, as claims.

use std::collections::BTreeSet;

use throughline_model::{Briefing, Citation, Evidence, Moment, Position, Statement};

use crate::{
    claim::{Claim, Place},
    report::{Before, Edition},
};

/// A briefing and its claims.
pub struct Reader<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// Every statement of it as a claim, in the order of the page.
    pub claims: Vec<Claim<'a>>,
}

impl<'a> Reader<'a> {
    /// Reads a briefing.
    pub fn of(briefing: &'a Briefing) -> Self {
        let mut claims = Vec::new();
        let mut put = |place, statement: &'a Statement| {
            claims.push(Claim::of(briefing, place, statement));
        };
        put(Place::Headline, &briefing.headline);
        for section in &briefing.sections {
            section.statements.iter().for_each(|s| put(Place::Sentence, s));
        }
        for entry in &briefing.timeline {
            put(Place::Entry(entry), &entry.statement);
        }
        for position in briefing.disagreements.iter().flat_map(|d| &d.positions) {
            put(Place::Position, &position.statement);
        }
        briefing.sections.iter().for_each(|section| put(Place::Aside, &section.heading));
        briefing.sources.iter().for_each(|source| put(Place::Aside, &source.note));
        Self { briefing, claims }
    }

    /// The claim of a position of one of its disagreements.
    pub fn position(&self, position: &Position) -> Option<&Claim<'a>> {
        let is_it = |claim: &&Claim| claim.statement.id == position.statement.id;
        self.claims.iter().filter(|claim| claim.place == Place::Position).find(is_it)
    }

    /// Which briefing it is.
    pub fn edition(&self) -> Edition {
        let Briefing { revision, now, updated, headline, .. } = self.briefing;
        Edition {
            revision: *revision,
            now: *now,
            updated: *updated,
            headline: headline.text.clone(),
        }
    }

    /// What it said, for a reader who has another list of sources.
    pub fn before(&self, statement: &Statement) -> Before {
        let mut outlets: Vec<String> = Vec::new();
        for citation in &statement.citations {
            let source = self.briefing.sources.iter().find(|s| s.number == citation.source);
            if let Some(source) = source.filter(|s| !outlets.contains(&s.outlet)) {
                outlets.push(source.outlet.clone());
            }
        }
        Before { id: statement.id.clone(), text: statement.text.clone(), outlets }
    }

    /// The families of the sources cited.
    pub fn witnesses(&self, citations: &[Citation]) -> BTreeSet<&'a str> {
        let of = |number| self.briefing.sources.iter().find(|s| s.number == number);
        citations.iter().filter_map(|c| of(c.source)).map(|s| s.family.as_str()).collect()
    }

    /// When the newest article that a statement cites came out.
    pub fn published(&self, statement: &Statement) -> Option<Moment> {
        let cited = |s: &&throughline_model::Source| {
            statement.citations.iter().any(|c| c.source == s.number)
        };
        self.briefing.sources.iter().filter(cited).filter_map(|s| s.came_out()).max()
    }

    /// Whether the article of a passage is among the sources.
    pub fn has_article(&self, evidence: &Evidence) -> bool {
        self.briefing.sources.iter().any(|source| source.article == evidence.article)
    }

    /// Whether an article of it says what a passage says, as far as can be
    /// known: without the text of the article it is taken to.
    pub fn says(&self, evidence: &Evidence) -> bool {
        let text = self.briefing.articles.iter().find(|a| a.id == evidence.article);
        self.has_article(evidence)
            && text.is_none_or(|article| article.text.contains(&evidence.exact))
    }
}
