//! The timeline: one entry an event, dated by words and never by guess.

use jiff::civil::Date;
use throughline_annotate::{
    Anchor, Granularity, Interval, MONTHS, Modifier, Stretch, Timex, TimexKind, WEEKDAYS,
    is_conditional, is_modal, ranges,
};
use throughline_model::{
    DateEvidence, Evidence, How, Moment, Precision, Status, TimelineEntry, When,
};

use crate::{
    cite::{Numbers, Told},
    clauses::{self, Clause},
    draft::Draft,
    story::{LineId, Story},
    support::{Support, shared_words},
    tree::{Tree, Trees},
};

/// The most entries: a base, and more for every article, up to an end.
const BASE: usize = 6;
const MOST: usize = 18;

/// Share of the best line's weight below which an event is not worth an entry.
const WORTH: f32 = 0.25;

/// Cosine from which two lines of one date tell one event.
const SAME_EVENT: f32 = 0.3;

/// The share of common content words from which two clauses with different
/// days are one event.
const SAME_CLAUSE: f32 = 0.6;

/// The same where both are dated to one and the same day.
const SAME_DAY: f32 = 0.17;

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

/// A line with the date of its main clause.
struct Event {
    line: LineId,
    weight: f32,
    when: When,
    status: Status,
    clause: Clause,
    dated: Dated,
}

/// Lines that may hold an event, for the caller to parse.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let most = 24 + 6 * story.readings.len().min(20);
    let holds = |line: LineId| {
        let sentence = story.sentence(line);
        let conditional = sentence
            .words
            .iter()
            .any(|w| w.lower == "if" || w.lower == "unless" || w.lower == "once");
        sentence.dates.iter().any(is_datable) || conditional
    };
    ranked.iter().map(|(line, _)| *line).filter(|&line| holds(line)).take(most).collect()
}

/// The entries in order: past and states by date, then the future.
pub fn plan(
    story: &Story,
    support: &Support,
    trees: &Trees,
    ranked: &[(LineId, f32)],
    make: impl Fn(LineId, &Clause) -> Option<Draft>,
) -> Vec<Planned> {
    let newest = story.readings.iter().filter_map(|r| r.article.published).max();
    let mut all: Vec<Event> = ranked
        .iter()
        .flat_map(|&(line, weight)| {
            trees.get(line).map_or_else(Vec::new, |tree| events(story, line, weight, tree, newest))
        })
        .collect();
    all.sort_by(|a, b| {
        let key = |e: &Event| e.weight + e.dated.confidence;
        key(b).total_cmp(&key(a)).then(a.line.cmp(&b.line))
    });
    drop_superseded(story, &mut all);
    let mut kept: Vec<Event> = Vec::new();
    for event in all {
        let twin = kept.iter().any(|other| is_one(story, support, other, &event));
        if !twin {
            kept.push(event);
        }
    }
    let most = (BASE + story.readings.len()).min(MOST);
    let bar = WORTH * ranked.first().map_or(0.0, |(_, weight)| *weight);
    kept.retain(|e| e.weight >= bar);
    let mut planned: Vec<Planned> = kept
        .into_iter()
        .filter_map(|event| {
            let draft = make(event.line, &event.clause)?;
            let mut told = Told::of(story, support, draft);
            // A line that dates the matter otherwise is no witness of this date.
            let same_date = |line: &LineId| {
                let dated = trees
                    .get(*line)
                    .map_or_else(Vec::new, |t| events(story, *line, 0.0, t, newest));
                dated.is_empty()
                    || dated
                        .iter()
                        .any(|e| e.when.from == event.when.from && e.when.to == event.when.to)
            };
            told.witnesses.retain(same_date);
            Some(Planned { told, when: event.when, status: event.status, dated: event.dated })
        })
        .take(most)
        .collect();
    planned.sort_by_key(|p| {
        let future = matches!(p.status, Status::Scheduled | Status::Conditional);
        (future, p.when.from.is_none(), p.when.from, p.when.to, p.told.draft.line)
    });
    planned
}

/// Two lines of independent sources that date one event to different days.
pub struct Clash {
    /// What each side shows as the date, and its line.
    pub sides: Vec<(String, LineId)>,
}

/// Where independent sources date one event differently. Only whole clauses
/// that share most of their words are one event here.
pub fn clashes(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Clash> {
    let newest = story.readings.iter().filter_map(|r| r.article.published).max();
    let dated: Vec<Event> = ranked
        .iter()
        .flat_map(|&(line, weight)| {
            trees.get(line).map_or_else(Vec::new, |tree| events(story, line, weight, tree, newest))
        })
        .filter(|e| e.when.precision == Precision::Day && e.status == Status::Past)
        .collect();
    let family = |e: &Event| story.families[story.lines[e.line].article];
    let mut found: Vec<Clash> = Vec::new();
    for (at, a) in dated.iter().enumerate() {
        for b in &dated[at + 1..] {
            let days = match (a.when.from, b.when.from) {
                (Some(x), Some(y)) => x.until(y).map_or(0, |span| span.get_days().abs()),
                _ => 0,
            };
            let known = found.iter().any(|c| {
                c.sides.iter().any(|(_, l)| {
                    [a.line, b.line].contains(l) || shared_words(story, *l, a.line) >= SAME_CLAUSE
                })
            });
            if (1..=7).contains(&days)
                && same_verb(trees, a, b)
                && family(a) != family(b)
                && !known
                && shared_words(story, a.line, b.line) >= SAME_CLAUSE
            {
                let mut sides =
                    vec![(a.when.display.clone(), a.line), (b.when.display.clone(), b.line)];
                sides.sort_by_key(|(_, line)| story.lines[*line].article);
                found.push(Clash { sides });
            }
        }
    }
    found
}

/// Whether two events have one verb, and not that of saying: the day of a
/// statement is not the day of what it states.
fn same_verb(trees: &Trees, a: &Event, b: &Event) -> bool {
    let lemma = |e: &Event| trees.get(e.line).map(|t| t.token(e.clause.verb()).lemma.as_str());
    lemma(a) == lemma(b) && !matches!(lemma(a), Some("say" | "tell" | "announce" | "report"))
}

/// What a later article dates anew is no longer planned for the old day: "the
/// vote, moved from 25 June to 9 July".
fn drop_superseded(story: &Story, events: &mut Vec<Event>) {
    let plan = |e: &Event| e.status == Status::Scheduled && e.when.precision == Precision::Day;
    let newer = |a: &Event, b: &Event| {
        plan(b)
            && b.when != a.when
            && story.anchor(b.line).map(|m| m.date()) > story.anchor(a.line).map(|m| m.date())
            && moves(story, b.line)
            && shared_words(story, a.line, b.line) >= 0.25
    };
    let old: Vec<bool> =
        events.iter().map(|a| plan(a) && events.iter().any(|b| newer(a, b))).collect();
    let mut old = old.iter();
    events.retain(|_| !old.next().copied().unwrap_or(false));
}

/// Whether a line says that a date was moved.
fn moves(story: &Story, line: LineId) -> bool {
    story.sentence(line).words.iter().any(|w| {
        matches!(
            w.lower.as_str(),
            "moved"
                | "postponed"
                | "delayed"
                | "delays"
                | "rescheduled"
                | "instead"
                | "new"
                | "later"
                | "deferred"
                | "adjourned"
        )
    })
}

/// Whether two events are one: the same date and much the same words, or the
/// same words outright.
fn is_one(story: &Story, support: &Support, a: &Event, b: &Event) -> bool {
    if a.line == b.line && a.clause == b.clause || support.repeats(story, a.line, b.line) {
        return true;
    }
    let cosine = story.lines[a.line].vector.dot(&story.lines[b.line].vector);
    let overlap = match (a.when.from, a.when.to, b.when.from, b.when.to) {
        (Some(a1), Some(a2), Some(b1), Some(b2)) => a1 <= b2 && b1 <= a2,
        (None, None, None, None) => true,
        _ => false,
    };
    let one_day = a.when.precision == Precision::Day && a.when == b.when;
    overlap && cosine >= SAME_EVENT
        || one_day && (cosine >= SAME_DAY || shared_words(story, a.line, b.line) >= 0.34)
        || cosine >= 0.5
}

/// Whether the words of an expression name a day or more: a bare "9 a.m." is a
/// time of some day, and which one would be a guess.
fn names_a_day(text: &str, timex: &Timex) -> bool {
    timex.kind == TimexKind::Date
        || text[timex.start..timex.end].split_whitespace().any(|word| {
            let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let named = MONTHS.iter().chain(&WEEKDAYS).any(|n| {
                let n = n.to_lowercase();
                plain == n || plain.len() >= 3 && n.starts_with(&plain) && plain != "mon"
            });
            named
                || matches!(
                    plain.as_str(),
                    "yesterday" | "today" | "tomorrow" | "tonight" | "last" | "this"
                )
        })
}

fn is_datable(timex: &Timex) -> bool {
    timex.interval.is_some()
        && matches!(timex.kind, TimexKind::Date | TimexKind::Time)
        && timex.confidence >= 0.5
        && !(matches!(timex.granularity, Granularity::Week | Granularity::Weekend)
            && timex.anchor != Anchor::None)
        && !matches!(
            timex.modifier,
            Some(
                Modifier::MoreThan
                    | Modifier::LessThan
                    | Modifier::Approx
                    | Modifier::Before
                    | Modifier::After
            )
        )
        && !matches!(
            timex.granularity,
            Granularity::Vague | Granularity::Century | Granularity::Millennium
        )
        && !timex.value.ends_with("_REF")
}

/// The events of a line: one for each expression that dates a clause of it.
fn events(
    story: &Story,
    line: LineId,
    weight: f32,
    tree: &Tree,
    newest: Option<Moment>,
) -> Vec<Event> {
    let sentence = story.sentence(line);
    let article = story.lines[line].article;
    let text = &story.readings[article].article.text;
    let Some(root) = tree.root() else { return Vec::new() };
    let stretches = ranges(text, &sentence.dates);
    let mut found: Vec<Event> = Vec::new();
    for timex in sentence.dates.iter().filter(|t| is_datable(t)) {
        let quoted = sentence.quotes.iter().any(|q| q.outer.contains(&timex.start));
        if quoted || !names_a_day(text, timex) {
            continue;
        }
        let Some(clause) = clauses::dated_by(tree, text, root, timex) else { continue };
        if found.iter().any(|e| e.clause == clause) {
            continue;
        }
        let stretch = stretches.iter().find(|r| r.start <= timex.start && timex.end <= r.end);
        let words = Words { timex, stretch };
        found.extend(event(story, line, weight, tree, newest, &words, clause));
    }
    if found.is_empty() {
        found.extend(conditional(story, line, weight, tree, root));
    }
    found
}

/// The words that date an event: an expression, or the stretch it is an end of.
struct Words<'a> {
    timex: &'a Timex,
    stretch: Option<&'a Stretch>,
}

fn event(
    story: &Story,
    line: LineId,
    weight: f32,
    tree: &Tree,
    newest: Option<Moment>,
    words: &Words,
    clause: Clause,
) -> Option<Event> {
    let Words { timex, stretch } = words;
    let article = story.lines[line].article;
    let published = story.readings[article].article.published;
    let interval = stretch.map_or(timex.interval?, |r| r.interval);
    let ahead = published.is_some_and(|p| interval.from > p.date());
    let text = &story.readings[article].article.text;
    if ahead && !looks_ahead(story, line) || clauses::is_possible(tree, text, clause.verb()) {
        return None;
    }
    // What was planned for a day that has passed is no longer the future, and
    // nobody has said that it happened.
    let planned = clauses::is_planned(tree, clause.verb());
    if !ahead && planned || ahead && newest.is_some_and(|n| interval.to <= n.date()) {
        return None;
    }
    let status = match ahead {
        true => Status::Scheduled,
        false if clauses::is_state(tree, clause.verb()) => Status::State,
        false => Status::Past,
    };
    let mut when = When {
        from: Some(interval.from),
        to: Some(interval.to),
        precision: if stretch.is_some() { Precision::Range } else { precision(timex, interval) },
        display: String::new(),
        condition: None,
    };
    when.display = when.shown();
    let relative = timex.anchor != Anchor::None;
    Some(Event {
        line,
        weight,
        when,
        status,
        clause,
        dated: Dated {
            article,
            span: Some(stretch.map_or(timex.start..timex.end, |r| r.start..r.end)),
            how: if relative { How::Relative } else { How::Explicit },
            anchor: published.filter(|_| relative),
            confidence: timex.confidence,
        },
    })
}

/// An undated future under a condition: "if ratified, troops will deploy".
fn conditional(
    story: &Story,
    line: LineId,
    weight: f32,
    tree: &Tree,
    root: usize,
) -> Option<Event> {
    let article = story.lines[line].article;
    let source = &story.readings[article].article.text;
    let text = |at: usize| source[tree.span(at)].to_lowercase();
    let quoted = |at: usize| {
        story.sentence(line).quotes.iter().any(|q| q.outer.contains(&tree.span(at).start))
    };
    let mark = (0..tree.tokens().len()).find(|&at| {
        tree.token(at).dep == "mark"
            && is_conditional(&text(at))
            && text(at) != "should"
            && !quoted(at)
    })?;
    let clause = tree.token(mark).head as usize;
    let main = tree.token(clause).head as usize;
    let will = tree
        .children(main)
        .any(|c| tree.token(c).dep == "aux" && matches!(text(c).as_str(), "will" | "would"));
    let subtree = tree.subtree(clause);
    if !will || tree.token(clause).dep != "advcl" || subtree.len() < 3 || subtree.len() > 16 {
        return None;
    }
    let depth = tree.ancestors(main).count();
    if depth > 2
        || main != root && tree.token(main).dep != "ccomp" && tree.token(main).dep != "conj"
    {
        return None;
    }
    let condition = source[tree.bytes(subtree)].trim_end_matches([',', '.']).to_owned();
    let mut when = When {
        from: None,
        to: None,
        precision: Precision::Open,
        display: String::new(),
        condition: Some(condition),
    };
    when.display = when.shown();
    let dated = Dated { article, span: None, how: How::Explicit, anchor: None, confidence: 0.5 };
    let clause = Clause::Whole(root);
    Some(Event { line, weight: weight - 0.3, when, status: Status::Conditional, clause, dated })
}

fn looks_ahead(story: &Story, line: LineId) -> bool {
    let sentence = story.sentence(line);
    sentence.words.iter().any(|w| {
        is_modal(&w.lower)
            || matches!(
                w.lower.as_str(),
                "scheduled"
                    | "due"
                    | "set"
                    | "to"
                    | "begins"
                    | "starts"
                    | "opens"
                    | "takes"
                    | "meets"
                    | "until"
                    | "next"
                    | "upcoming"
                    | "votes"
                    | "ends"
                    | "expires"
            )
    })
}

fn precision(timex: &Timex, interval: Interval) -> Precision {
    let first_to_last = |a: Date, b: Date| b.tomorrow().is_ok_and(|n| n.day() == 1) && a.day() == 1;
    if interval.from == interval.to {
        return Precision::Day;
    }
    match timex.granularity {
        Granularity::Month if first_to_last(interval.from, interval.to) => Precision::Month,
        Granularity::Year
            if interval.from.year() == interval.to.year()
                && interval.from.month() == 1
                && interval.to.month() == 12 =>
        {
            Precision::Year
        }
        _ => Precision::Range,
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
