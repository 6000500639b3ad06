//! [`View`]: a briefing arranged for the template, part by part.

use std::collections::BTreeMap;

use throughline_model::{Briefing, Disagreement, Place, Source, Statement, TimelineEntry};

use super::card::{Card, CardIds, Passage, Time};
use crate::{
    dates, labels, links, places, plain, sources,
    timeline::{self, Doubt, Side},
};

/// More characters than this do not fit a label's line.
const LONG: usize = 20;

/// The whole briefing as the template wants it.
pub(super) struct View<'a> {
    pub headline: Told<'a>,
    pub updated: String,
    pub updated_machine: Option<String>,
    pub counts: String,
    pub revision: u32,
    pub sections: Vec<Section<'a>>,
    pub differences: Vec<Difference<'a>>,
    pub before: Vec<Event<'a>>,
    pub after: Vec<Event<'a>>,
    pub now: Time,
    pub legend: Vec<Doubt>,
    pub sources: Vec<Listed<'a>>,
    pub model_note: Option<String>,
}

/// A statement with the cards of its citations.
pub(super) struct Told<'a> {
    pub anchor: String,
    pub text: String,
    pub cards: Vec<Card<'a>>,
}

/// A titled part.
pub(super) struct Section<'a> {
    pub heading: Told<'a>,
    /// Whether the headline says it already.
    pub repeats: bool,
    /// When it was reported, where that is not said by the briefing's own date.
    pub reported: Option<String>,
    pub statements: Vec<Told<'a>>,
}

/// A point on which sources differ.
pub(super) struct Difference<'a> {
    pub about: String,
    pub kind: &'static str,
    pub positions: Vec<Stand<'a>>,
}

/// One side of a difference.
pub(super) struct Stand<'a> {
    pub value: String,
    /// Whether the value is set smaller.
    pub long: bool,
    pub newest: bool,
    pub told: Told<'a>,
}

/// An entry of the timeline.
pub(super) struct Event<'a> {
    pub display: String,
    /// Whether the date may be broken into lines.
    pub long: bool,
    pub machine: Option<String>,
    /// Whether the entry above shows the same date.
    pub again: bool,
    pub doubt: Option<Doubt>,
    pub badge: Option<String>,
    pub dating: Card<'a>,
    pub told: Told<'a>,
}

/// A line of the source list.
pub(super) struct Listed<'a> {
    pub number: usize,
    pub outlet: String,
    pub title: String,
    pub link: Option<String>,
    pub published: Option<Time>,
    pub remark: Option<String>,
    pub note: Told<'a>,
    pub passages: Vec<Quoted<'a>>,
}

/// A passage in the source list, with links back to what cites it.
pub(super) struct Quoted<'a> {
    pub passage: Passage<'a>,
    pub link: Option<String>,
    /// Anchor and name of each place.
    pub places: Vec<(String, String)>,
}

impl<'a> View<'a> {
    pub(super) fn of(briefing: &'a Briefing) -> Self {
        let mut build =
            Build { briefing, anchors: places::anchors(briefing), ids: CardIds::default() };
        let (before, after) = timeline::at_now(briefing);
        Self {
            headline: build.told(Place::Headline, &briefing.headline),
            updated: labels::updated(briefing),
            updated_machine: briefing.updated.map(|at| at.to_string()),
            counts: labels::counts(briefing.counts),
            revision: briefing.revision,
            sections: build.sections(),
            differences: build.differences(),
            before: build.events(&before),
            after: build.events(&after),
            now: Time {
                machine: briefing.now.to_string(),
                display: dates::day(briefing.now.date()),
            },
            legend: timeline::doubts(briefing),
            sources: briefing.sources.iter().enumerate().map(|(i, s)| build.listed(i, s)).collect(),
            model_note: labels::model_note(briefing),
        }
    }
}

/// What all parts need while they are built.
struct Build<'a> {
    briefing: &'a Briefing,
    anchors: BTreeMap<Place, String>,
    ids: CardIds,
}

impl<'a> Build<'a> {
    fn anchor(&self, place: Place) -> String {
        self.anchors.get(&place).cloned().unwrap_or_default()
    }

    fn told(&mut self, place: Place, statement: &'a Statement) -> Told<'a> {
        let mut cards = Vec::new();
        for (i, citation) in statement.citations.iter().enumerate() {
            // The text was made of the first citation's passage; the others bear it out.
            let remark = (i == 0).then(|| labels::made(statement.kind));
            cards.push(Card::of(self.briefing, citation, remark, &mut self.ids));
        }
        Told { anchor: self.anchor(place), text: plain::line(&statement.text), cards }
    }

    fn sections(&mut self) -> Vec<Section<'a>> {
        let mut sections = Vec::new();
        for (i, section) in self.briefing.sections.iter().enumerate() {
            let heading = self.told(Place::Heading(i), &section.heading);
            let statements = section.statements.iter().enumerate();
            let statements = statements.map(|(j, s)| self.told(Place::Sentence(i, j), s)).collect();
            let repeats = labels::repeats_headline(self.briefing, section);
            let reported = labels::reported(self.briefing, section);
            sections.push(Section { heading, repeats, reported, statements });
        }
        sections
    }

    fn differences(&mut self) -> Vec<Difference<'a>> {
        let differences = self.briefing.disagreements.iter().enumerate();
        differences.map(|(i, disagreement)| self.difference(i, disagreement)).collect()
    }

    fn difference(&mut self, i: usize, disagreement: &'a Disagreement) -> Difference<'a> {
        let positions = disagreement.positions.iter().enumerate().map(|(j, position)| Stand {
            value: plain::line(&position.value),
            long: position.value.chars().count() > LONG,
            newest: position.newest,
            told: self.told(Place::Position(i, j), &position.statement),
        });
        Difference {
            about: plain::line(&disagreement.about),
            kind: labels::disagreement(disagreement.kind),
            positions: positions.collect(),
        }
    }

    fn events(&mut self, side: &Side<'a>) -> Vec<Event<'a>> {
        let mut events: Vec<Event<'a>> = Vec::new();
        for (i, entry) in side {
            let again = events.last().is_some_and(|last| last.display == timeline::label(entry));
            events.push(self.event(*i, entry, again));
        }
        events
    }

    fn event(&mut self, i: usize, entry: &'a TimelineEntry, again: bool) -> Event<'a> {
        Event {
            display: timeline::label(entry),
            long: entry.when.display.chars().count() > LONG,
            machine: dates::machine(&entry.when),
            again,
            doubt: Doubt::of(entry),
            badge: timeline::badge(self.briefing.now, entry),
            dating: Card::dating(self.briefing, entry, &mut self.ids),
            told: self.told(Place::Entry(i), &entry.statement),
        }
    }

    fn listed(&mut self, i: usize, source: &'a Source) -> Listed<'a> {
        let mut note = self.told(Place::Note(i), &source.note);
        // A note that cites only its own source need not say so.
        if note.cards.iter().all(|card| card.number == Some(source.number)) {
            note.cards.clear();
        }
        Listed {
            number: source.number,
            outlet: plain::line(&source.outlet),
            title: plain::line(&source.title),
            link: source.url.as_deref().and_then(links::safe_link),
            published: source.published.map(Time::from),
            remark: sources::remark(self.briefing, source),
            note,
            passages: self.quoted(source),
        }
    }

    fn quoted(&self, source: &'a Source) -> Vec<Quoted<'a>> {
        let passages = sources::cited_passages(self.briefing, source.number);
        let quoted = passages.into_iter().map(|cited| Quoted {
            passage: Passage::of(self.briefing, cited.evidence),
            link: source.url.as_deref().and_then(|url| links::passage_link(url, cited.evidence)),
            places: cited.places.iter().map(|p| (self.anchor(*p), places::label(*p))).collect(),
        });
        quoted.collect()
    }
}
