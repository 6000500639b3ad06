//! The timeline: one entry an event, dated by words and never by guess.

mod join;
mod lead;
mod worth;

use std::collections::BTreeSet;

use throughline_annotate::{DOUBTFUL, Interval};
use throughline_model::{
    DateEvidence, Evidence, How, Moment, Precision, Status, TimelineEntry, When,
};

use crate::{
    again::Again,
    cite::{Numbers, Told},
    desk::Desk,
    draft::Draft,
    events::{self, Clause, Dating, Event, Passage},
    salience::is_contradicted,
    scene::is_digression,
    story::{LineId, Story},
    tree::Trees,
    wide::Wide,
};

use join::Known;
pub use worth::candidates;

/// The most entries about the past: a base, and one for every article, to an end.
const PAST: usize = 7;
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
pub fn plan(desk: &Desk, ranked: &[(LineId, f32)]) -> Vec<Planned> {
    let Desk { story, support, trees, .. } = *desk;
    let leaning = worth::leaning(story, ranked);
    let mut all = occurrences(story, trees, ranked);
    all.extend(occurrences(story, trees, &leaning));
    let best = ranked.first().map_or(0.0, |(_, weight)| *weight);
    let wide = Wide::of(story);
    all.retain(|o| {
        o.is_ahead()
            || !is_digression(story, support, &wide, o.line)
                && desk.is_explained(o.line)
                && !is_contradicted(story, o.line)
    });
    let again = Again::of(story, trees, all.iter().map(|one| one.line));
    let known = Known { story, support, trees, again: &again };
    join::drop_done(&known, &mut all);
    all.retain(|o| worth::is_due(story, o) && worth::is_worth(story, o, best));
    join::drop_superseded(story, &mut all);
    let ranks: Vec<f32> = all.iter().map(|one| worth::rank(story, one)).collect();
    let mut chosen = Chosen::of(story.readings.len());
    let mut open: Vec<usize> = (0..all.len()).collect();
    while let Some(place) = chosen.best(&all, &ranks, &open) {
        let at = open.swap_remove(place);
        let one = &all[at];
        let twin = || chosen.kept.iter().any(|o| known.is_one(o, one));
        if !chosen.has_room(one) || twin() {
            continue;
        }
        let Some(draft) = desk.clause(one.line, &one.event) else { continue };
        // A sentence that stands alone comes before one that leans on others,
        // and the past has enough of them.
        if draft.lines().count() > 1 {
            if worth::begins_with_another_day(story, &draft, one) {
                continue;
            }
            let due = one.is_ahead() || one.weight >= worth::LEANING * best;
            if !due {
                continue;
            }
            if chosen.deferred.insert(at) {
                open.push(at);
                continue;
            }
        }
        if worth::leans_on_a_day(story, &draft) || !chosen.is_new(&draft) {
            continue;
        }
        let mut told = Told::of(story, support, trees, draft);
        // A line that dates the matter otherwise is no witness of this date.
        told.witnesses.retain(|&line| {
            let dated = occurrences(story, trees, &[(line, 0.0)]);
            dated.is_empty()
                || dated.iter().any(|o| o.when.from == one.when.from && o.when.to == one.when.to)
        });
        chosen.keep(one, one.planned(story, told));
    }
    let lead = lead::entry(story, support, trees, ranked, &chosen.kept, |line| {
        desk.clause(line, &Event::whole(trees.get(line)?)?)
    });
    let mut planned = chosen.planned;
    planned.extend(lead);
    let newest = story.newest();
    planned.sort_by_key(|p| {
        let future = matches!(p.status, Status::Scheduled | Status::Conditional);
        // "by the end of the year" comes after all that the year still brings.
        let begun = future && p.when.from <= newest;
        let first = if begun { p.when.to } else { p.when.from };
        // What is dated to a year alone may be of any day of it.
        let whole = !future && p.when.precision == Precision::Year;
        let first = if whole { p.when.to } else { first };
        let hour = p.told.draft.text(story);
        (future, p.when.from.is_none(), first, whole, part_of_day(&hour), p.told.draft.line)
    });
    planned
}

/// Where in its day an event comes by the words that tell it: what was at night after what was by
/// day.
fn part_of_day(text: &str) -> usize {
    const PARTS: [(&str, usize); 7] = [
        ("early on ", 0),
        ("the morning of ", 1),
        ("noon", 2),
        ("the afternoon of ", 3),
        ("the evening of ", 4),
        ("late on ", 5),
        ("the night of ", 5),
    ];
    PARTS.iter().find(|(words, _)| text.contains(words)).map_or(2, |(_, place)| *place)
}

/// The entries so far, and how many there may be.
struct Chosen<'a> {
    kept: Vec<&'a Occurrence>,
    planned: Vec<Planned>,
    lines: BTreeSet<LineId>,
    deferred: BTreeSet<usize>,
    past: usize,
    ahead: usize,
}

impl<'a> Chosen<'a> {
    fn of(articles: usize) -> Self {
        Self {
            kept: Vec::new(),
            planned: Vec::new(),
            lines: BTreeSet::new(),
            deferred: BTreeSet::new(),
            past: (PAST + articles).min(MOST_PAST),
            ahead: (AHEAD + articles).min(MOST_AHEAD),
        }
    }

    /// The place among the open ones of the event that is worth most beside
    /// the entries there are: many of one day tell less than some of each.
    fn best(&self, all: &[Occurrence], ranks: &[f32], open: &[usize]) -> Option<usize> {
        let key = |at: usize| {
            let one = &all[at];
            let same = self.kept.iter().filter(|k| k.when.from == one.when.from).count();
            let later = if self.deferred.contains(&at) { worth::DEFERRED } else { 0.0 };
            ranks[at] - worth::CROWDED * same as f32 - later
        };
        let enough =
            self.kept.iter().filter(|k| k.event.status == Status::Past).count() >= worth::FEW;
        let places = open.iter().enumerate().map(|(place, &at)| (place, key(at), at));
        let wanted = places.filter(|&(_, key, at)| {
            !enough || all[at].event.status != Status::Past || key >= worth::LEAST
        });
        wanted.max_by(|a, b| a.1.total_cmp(&b.1).then(b.2.cmp(&a.2))).map(|(place, ..)| place)
    }

    fn has_room(&self, one: &Occurrence) -> bool {
        if one.is_ahead() { self.ahead > 0 } else { self.past > 0 }
    }

    /// Whether a draft tells no line over again.
    fn is_new(&self, draft: &Draft) -> bool {
        !draft.lines().any(|line| self.lines.contains(&line))
    }

    fn keep(&mut self, one: &'a Occurrence, planned: Planned) {
        if one.is_ahead() {
            self.ahead -= 1;
        } else {
            self.past -= 1;
        }
        self.lines.extend(planned.told.draft.lines());
        self.kept.push(one);
        self.planned.push(planned);
    }
}

/// The events of these lines that a clause can tell, denied ones left out.
fn occurrences(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Occurrence> {
    let newest = story.newest().map(Moment::day);
    let of = |&(line, weight): &(LineId, f32)| {
        let article = &story.readings[story.lines[line].article].article;
        let found = trees.get(line).map_or_else(Vec::new, |tree| {
            events::events(&Passage {
                text: &article.text,
                sentence: story.sentence(line),
                tree,
                published: story.anchor(line).or(newest),
            })
        });
        // "came ashore on Monday and dissolved on Tuesday" is told under Monday.
        let past = |e: &Event| e.status == Status::Past && e.date.is_some();
        let opens = found.iter().any(|e| past(e) && e.clause == Some(Clause::First));
        let told = |e: &Event| {
            e.clause.is_some()
                && !e.denied
                && !(opens && past(e) && e.clause == Some(Clause::Whole))
        };
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
        let date = self.event.date.as_ref();
        let how = date.map_or(How::Explicit, |d| d.how);
        let dated = Dated {
            article,
            span: date.map(|d| d.span.clone()),
            how,
            anchor: story.anchor(self.line).filter(|_| how == How::Relative),
            confidence: date.map_or(DOUBTFUL, |d| d.confidence),
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
