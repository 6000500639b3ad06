//! [`changes`]: two briefings into what changed between them.

use std::collections::BTreeSet;

use throughline_model::{Briefing, DisagreementKind, Kind, Moment, Position, Statement, When};

use crate::{
    claim::{Claim, Place},
    compared::Compared,
    development::Development,
    dispute::disputed,
    reader::Reader,
    report::{
        Before, Changed, Changes, Corroborated, Difference, Fact, HeadlineChange, Redated,
        Restated, SCHEMA, Superseded, TimelineChanges, What, Withdrawn,
    },
    timeline::{Was, entries, matched},
    told::Weights,
};

/// What changed from one briefing of a story to a newer one.
pub fn changes(old: &Briefing, new: &Briefing) -> Changes {
    changes_after(&[], old, new)
}

/// The same for a reader who has seen still older briefings: what one of these
/// told is not told again as new, even if `old` had left it out.
pub fn changes_after(earlier: &[&Briefing], old: &Briefing, new: &Briefing) -> Changes {
    let (old, new) = (Reader::of(old), Reader::of(new));
    let earlier: Vec<Reader> = earlier.iter().map(|briefing| Reader::of(briefing)).collect();
    let all = earlier.iter().chain([&old, &new]).flat_map(|reader| &reader.claims);
    let weights = Weights::of(all);
    let disputed = disputed(&weights, &old, &new);
    let articles = |reader: &Reader| -> BTreeSet<String> {
        reader.briefing.sources.iter().map(|s| s.article.clone()).collect()
    };
    let (were, are) = (articles(&old), articles(&new));
    let sources = &new.briefing.sources;
    let changes = Changes {
        schema: SCHEMA.to_owned(),
        story: new.briefing.story.clone(),
        from: old.edition(),
        to: new.edition(),
        headline: None,
        changed: Vec::new(),
        superseded: Vec::new(),
        new: Vec::new(),
        withdrawn: Vec::new(),
        corroborated: Vec::new(),
        disputed,
        timeline: TimelineChanges::default(),
        also_told: Vec::new(),
        left_out: Vec::new(),
        sources: sources.clone(),
        added: sources.iter().filter(|s| !were.contains(&s.article)).map(|s| s.number).collect(),
        gone: old.briefing.sources.iter().filter(|s| !are.contains(&s.article)).cloned().collect(),
    };
    let compared = Compared { old: &old, new: &new, earlier: &earlier, weights: &weights };
    let mut diff = Diff { compared, changes, listed: Vec::new(), replaced: Vec::new() };
    diff.sentences();
    diff.moved_on();
    diff.timeline();
    diff.headline();
    diff.no_longer_told();
    diff.changes
}

/// The same for a reader to whom nothing had been told at a moment: all of it is new.
pub fn changes_from_nothing(at: Moment, new: &Briefing) -> Changes {
    let nothing = Briefing {
        revision: 0,
        updated: None,
        now: at,
        recurs: false,
        headline: Statement::new(String::new(), Kind::Verbatim, Vec::new(), Vec::new()),
        sections: Vec::new(),
        sources: Vec::new(),
        timeline: Vec::new(),
        disagreements: Vec::new(),
        articles: Vec::new(),
        ..new.clone()
    };
    let mut found = changes(&nothing, new);
    // There was no headline that could be another now, and no value.
    found.headline = None;
    found.withdrawn.clear();
    let values = found.changed.drain(..).map(|changed| changed.new);
    found.new.splice(0..0, values);
    found
}

/// The work: what is listed grows, and nothing is listed twice.
struct Diff<'r, 'a> {
    compared: Compared<'r, 'a>,
    changes: Changes,
    /// Claims of the newer briefing that the list tells.
    listed: Vec<&'r Claim<'a>>,
    /// Ids of statements of the older one that a change replaces.
    replaced: Vec<&'a str>,
}

impl<'r, 'a> Diff<'r, 'a> {
    /// The sentences of the sections.
    fn sentences(&mut self) {
        let new: &'r Reader<'a> = self.compared.new;
        for claim in new.claims.iter().filter(|c| c.place == Place::Sentence) {
            if self.compared.was_told(claim) {
                self.corroborated(claim);
            } else if !self.is_listed(claim) && !self.is_in_dispute(claim) {
                self.list(self.in_full(claim));
                self.listed.push(claim);
            }
        }
    }

    /// The entry of the timeline that tells all of a sentence, and more of the
    /// same passage; else the sentence.
    fn in_full(&self, claim: &'r Claim<'a>) -> &'r Claim<'a> {
        let new: &'r Reader<'a> = self.compared.new;
        let entry = entries(new).into_iter().map(|(entry, _)| entry).find(|entry| {
            let longer = entry.statement.text.len() > claim.statement.text.len();
            longer && claim.shares_passage(entry) && self.compared.weights.told(claim, entry)
        });
        entry.filter(|entry| !self.compared.was_told(entry)).unwrap_or(claim)
    }

    /// Lists a claim that was not told: as a development of an earlier one
    /// where it is that, else as new.
    fn list(&mut self, claim: &'r Claim<'a>) {
        let fact = self.fact(claim);
        match self.compared.developed(claim, &self.replaced) {
            // A step of a toll that is told with its last one.
            Some((_, Development::Changed(_)))
                if self.compared.is_outdated(claim) && self.is_told_on(claim) => {}
            Some((old, Development::Changed(differences))) => {
                self.replaced.push(&old.statement.id);
                let old = self.compared.old.before(old.statement);
                self.changes.changed.push(Changed { differences, old, new: fact });
            }
            Some((old, Development::Superseded(why))) => {
                self.replaced.push(&old.statement.id);
                let old = self.compared.old.before(old.statement);
                self.changes.superseded.push(Superseded { old, new: fact, why });
            }
            None if self.compared.is_outdated(claim) => {}
            None if self.compared.is_known(claim) => self.changes.also_told.push(fact),
            None => self.changes.new.push(fact),
        }
        self.listed.push(claim);
    }

    /// Whether what is listed has a later value of the thing whose value a claim gives.
    fn is_told_on(&self, claim: &Claim) -> bool {
        let listed = self.listed.iter().filter(|listed| listed.statement.id != claim.statement.id);
        let later = |listed: &&&Claim| {
            let tolls = |c: &Claim| c.figures.iter().any(|f| f.toll.is_some());
            tolls(listed) && tolls(claim) && !listed.other_figures(claim).is_empty()
        };
        listed.into_iter().any(|listed| later(&listed))
    }

    /// A claim that was told, with more witnesses now.
    fn corroborated(&mut self, claim: &'r Claim<'a>) {
        let told: Vec<&Claim> = self
            .compared
            .old
            .claims
            .iter()
            .filter(|old| self.compared.weights.told(claim, old))
            .collect();
        let Some(before) =
            told.iter().map(|c| self.compared.old.witnesses(&c.statement.citations).len()).max()
        else {
            return;
        };
        let cited: BTreeSet<&str> =
            told.iter().flat_map(|c| c.evidence()).map(|e| e.article.as_str()).collect();
        let had = self
            .compared
            .new
            .briefing
            .sources
            .iter()
            .filter(|s| cited.contains(s.article.as_str()));
        let had: BTreeSet<&str> = had.map(|s| s.family.as_str()).collect();
        let now = self.compared.new.witnesses(&claim.statement.citations);
        if now.len() > before
            && now.iter().any(|family| !had.contains(family))
            && !self.is_listed(claim)
        {
            let fact = self.fact(claim);
            self.changes.corroborated.push(Corroborated { fact, before, after: now.len() });
            self.listed.push(claim);
        }
    }

    /// Figures that moved on, as the newer briefing's disagreements show them.
    fn moved_on(&mut self) {
        let kind = DisagreementKind::Development;
        for disagreement in
            self.compared.new.briefing.disagreements.iter().filter(|d| d.kind == kind)
        {
            // The last step that the reader knows of; of those between nobody told.
            let told = |position: &&Position| {
                self.compared
                    .new
                    .position(position)
                    .is_some_and(|step| self.compared.was_told(step))
            };
            let mut steps = disagreement.positions.iter().filter(|p| !p.newest);
            let before = steps.clone().rfind(told).or_else(|| steps.next());
            let after = disagreement.positions.iter().rfind(|p| p.newest);
            let (Some(before), Some(after)) = (before, after) else { continue };
            let Some(claim) = self.compared.new.position(after) else { continue };
            let listed = self.changes.changed.iter().flat_map(|c| &c.differences);
            let is_listed = listed.into_iter().any(|d| d.new.eq_ignore_ascii_case(&after.value));
            let known = self.compared.was_told(claim) || self.compared.gave_toll(claim);
            if is_listed || known || self.is_listed(claim) {
                continue;
            }
            let difference = Difference {
                what: What::Figure,
                about: Some(disagreement.about.clone()),
                old: before.value.clone(),
                new: after.value.clone(),
            };
            let old = self.compared.new.before(&before.statement);
            let new = self.fact(claim);
            self.changes.changed.push(Changed { differences: vec![difference], old, new });
            self.listed.push(claim);
        }
    }

    fn timeline(&mut self) {
        let (old, new): (&'r Reader<'a>, &'r Reader<'a>) = (self.compared.old, self.compared.new);
        let was = matched(self.compared.weights, old, new);
        for ((claim, entry), was) in entries(new).into_iter().zip(was) {
            if self.is_listed(claim) {
                continue;
            }
            match was {
                Some(Was::Same) => self.corroborated(claim),
                Some(Was::Redated(was)) => {
                    self.replaced.push(&was.statement.id);
                    let redated = Redated { old: was.when.clone(), entry: entry.clone() };
                    self.changes.timeline.redated.push(redated);
                }
                Some(Was::Restated(was)) => {
                    let restated = Restated { old: was.status, entry: entry.clone() };
                    self.changes.timeline.restated.push(restated);
                }
                None if self.compared.was_told(claim) || self.is_in_dispute(claim) => {}
                None if self.compared.is_known(claim)
                    || self.compared.is_outdated(claim)
                    || self.compared.developed(claim, &self.replaced).is_some() =>
                {
                    self.list(claim);
                }
                None => {
                    self.changes.timeline.new.push(entry.clone());
                    self.listed.push(claim);
                }
            }
        }
    }

    fn headline(&mut self) {
        let claim: &'r Claim<'a> = &self.compared.new.claims[0];
        let old = &self.compared.old.claims[0];
        if !self.compared.weights.told(claim, old) {
            let is_news = !self.compared.was_told(claim) && !self.compared.is_known(claim);
            let old = self.compared.old.before(old.statement);
            let new = claim.statement.clone();
            self.changes.headline = Some(HeadlineChange { old, new, is_news });
        }
    }

    /// What the older briefing told and the newer does not.
    fn no_longer_told(&mut self) {
        for claim in &self.compared.old.claims {
            let id = claim.statement.id.as_str();
            let shown =
                self.compared.new.claims.iter().any(|new| self.compared.weights.told(claim, new));
            if shown || self.replaced.contains(&id) {
                continue;
            }
            let gone = !claim.evidence().any(|evidence| self.compared.new.says(evidence));
            let before: Before = self.compared.old.before(claim.statement);
            let twice = |list: &[Before]| list.iter().any(|b| b.text == before.text);
            match claim.place {
                Place::Entry(entry) if gone => self.changes.timeline.gone.push(entry.clone()),
                Place::Sentence | Place::Headline if gone => {
                    let corrected = claim.evidence().any(|e| self.compared.new.has_article(e));
                    if !self.changes.withdrawn.iter().any(|w| w.old.text == before.text) {
                        self.changes.withdrawn.push(Withdrawn { old: before, corrected });
                    }
                }
                Place::Sentence if !twice(&self.changes.left_out) => {
                    self.changes.left_out.push(before)
                }
                _ => {}
            }
        }
    }

    /// Whether the list of changes tells it already.
    fn is_listed(&self, claim: &Claim) -> bool {
        self.listed.iter().any(|listed| self.compared.weights.told(claim, listed))
    }

    /// Whether a dispute that is listed tells it already.
    fn is_in_dispute(&self, claim: &Claim) -> bool {
        let positions = self.changes.disputed.iter().flat_map(|d| &d.disagreement.positions);
        let claims = positions.filter_map(|position| self.compared.new.position(position));
        claims.into_iter().any(|position| self.compared.weights.told(claim, position))
    }

    /// A claim with its date, where the newer timeline has it.
    fn fact(&self, told: &Claim) -> Fact {
        let statement = told.statement;
        let dated = entries(self.compared.new).into_iter().find(|(claim, _)| {
            claim.statement.id == statement.id
                || self.compared.weights.told_but_for_dates(claim, told)
        });
        let when: Option<When> = dated.map(|(_, entry)| entry.when.clone());
        Fact { when, statement: statement.clone() }
    }
}
