//! The timeline: one entry an event, dated by words and never by guess.

mod clash;
mod join;
mod lead;
mod worth;

use std::collections::BTreeSet;

use throughline_annotate::Interval;
use throughline_model::{
    DateEvidence, Evidence, How, Moment, Precision, Status, TimelineEntry, When,
};

use crate::{
    cite::{Numbers, Told},
    draft::Draft,
    events::{self, Dating, Event, Passage},
    story::{LineId, Story},
    support::Support,
    tree::Trees,
};

pub use clash::{Clash, clashes};
pub use worth::candidates;

/// The most entries about the past: a base, and one for every article, to an end.
const PAST: usize = 6;
const MOST_PAST: usize = 15;

/// The same for what lies ahead.
const AHEAD: usize = 4;
const MOST_AHEAD: usize = 12;

/// An entry before numbering.
pub struct Planned {
    /// What is told.
    pub told: Told,
    /// When.
    pub when: When,
    /// What kind.
    pub status: Status,
    dated: Dated,
}

struct Dated {
    article: usize,
    span: Option<std::ops::Range<usize>>,
    how: How,
    anchor: Option<Moment>,
    confidence: f32,
}

/// An event of a line that a clause tells.
struct Occurrence {
    line: LineId,
    weight: f32,
    when: When,
    event: Event,
}

/// The entries in order: past and states by date, then the future.
pub fn plan(
    story: &Story,
    support: &Support,
    trees: &Trees,
    ranked: &[(LineId, f32)],
    make: impl Fn(LineId, &Event) -> Option<Draft>,
) -> Vec<Planned> {
    let mut all = occurrences(story, trees, ranked);
    let best = ranked.first().map_or(0.0, |(_, weight)| *weight);
    all.retain(|o| worth::is_due(story, o) && worth::is_worth(o, best));
    all.sort_by(|a, b| {
        let key = |o: &Occurrence| worth::rank(story, o);
        key(b).total_cmp(&key(a)).then(a.line.cmp(&b.line))
    });
    join::drop_superseded(story, &mut all);
    let articles = story.readings.len();
    let mut past_left = (PAST + articles).min(MOST_PAST);
    let mut ahead_left = (AHEAD + articles).min(MOST_AHEAD);
    let mut kept: Vec<&Occurrence> = Vec::new();
    let mut texts = BTreeSet::new();
    let mut planned: Vec<Planned> = Vec::new();
    for one in &all {
        let left = if one.is_ahead() { &mut ahead_left } else { &mut past_left };
        if *left == 0 || kept.iter().any(|other| join::is_one(story, support, trees, other, one)) {
            continue;
        }
        let Some(draft) = make(one.line, &one.event) else { continue };
        let text = draft.text(story);
        if worth::opens_by_leaning(story, &draft) || !texts.insert(text) {
            continue;
        }
        *left -= 1;
        kept.push(one);
        let mut told = Told::of(story, support, draft);
        // A line that dates the matter otherwise is no witness of this date.
        told.witnesses.retain(|&line| {
            let dated = occurrences(story, trees, &[(line, 0.0)]);
            dated.is_empty()
                || dated.iter().any(|o| o.when.from == one.when.from && o.when.to == one.when.to)
        });
        planned.push(one.planned(story, told));
    }
    if let Some(entry) = lead::entry(story, support, trees, ranked, &kept, |line| {
        make(line, &Event::whole(trees.get(line)?)?)
    }) {
        planned.push(entry);
    }
    planned.sort_by_key(|p| {
        let future = matches!(p.status, Status::Scheduled | Status::Conditional);
        (future, p.when.from.is_none(), p.when.from, p.when.to, p.told.draft.line)
    });
    planned
}

/// The events of these lines that a clause can tell, denied ones left out.
fn occurrences(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Occurrence> {
    let of = |&(line, weight): &(LineId, f32)| {
        let article = &story.readings[story.lines[line].article].article;
        let found = trees.get(line).map_or_else(Vec::new, |tree| {
            events::events(&Passage {
                text: &article.text,
                sentence: story.sentence(line),
                tree,
                published: article.published,
            })
        });
        let told = |e: &Event| e.clause.is_some() && !e.denied;
        let one = move |event: Event| Occurrence { line, weight, when: when(&event), event };
        found.into_iter().filter(told).map(one).collect::<Vec<_>>()
    };
    ranked.iter().flat_map(of).collect()
}

/// The date of an event as the reader sees it.
fn when(event: &Event) -> When {
    let days = |d: &Dating| (Some(d.interval.from), Some(d.interval.to), d.precision);
    let (from, to, precision) = event.date.as_ref().map_or((None, None, Precision::Open), days);
    let condition = event.condition.clone();
    let mut when = When { from, to, precision, display: String::new(), condition };
    when.display = when.shown();
    when
}

impl Occurrence {
    fn is_ahead(&self) -> bool {
        matches!(self.event.status, Status::Scheduled | Status::Conditional)
    }

    fn interval(&self) -> Option<Interval> {
        self.event.date.as_ref().map(|d| d.interval)
    }

    fn planned(&self, story: &Story, told: Told) -> Planned {
        let article = story.lines[self.line].article;
        let published = story.readings[article].article.published;
        let date = self.event.date.as_ref();
        let how = date.map_or(How::Explicit, |d| d.how);
        let dated = Dated {
            article,
            span: date.map(|d| d.span.clone()),
            how,
            anchor: published.filter(|_| how == How::Relative),
            confidence: date.map_or(0.5, |d| d.confidence),
        };
        Planned { told, when: self.when.clone(), status: self.event.status, dated }
    }
}

impl Planned {
    /// The entry, once every article has its number.
    pub fn finish(&self, story: &Story, numbers: &Numbers) -> TimelineEntry {
        let article = &story.readings[self.dated.article].article;
        TimelineEntry {
            when: self.when.clone(),
            status: self.status,
            date_evidence: DateEvidence {
                evidence: self.dated.span.clone().map(|span| Evidence::cut(article, span)),
                how: self.dated.how,
                anchor: self.dated.anchor,
                confidence: self.dated.confidence,
            },
            statement: self.told.finish(story, numbers),
        }
    }
}
