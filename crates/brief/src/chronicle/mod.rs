//! A timeline of a long topic: which days matter, and what to say of each.
//!
//! Pure. [`chronicle`] chooses sentences and changes none; unlike the timeline of a briefing it is
//! told how many days and sentences are wanted, and can work from thousands of articles.
//! [`entries`] makes proven entries of what it chooses in one story.

mod entries;

use std::collections::{BTreeMap, HashSet};

use jiff::{ToSpan, civil::Date};
use throughline_annotate::{Terms, Vector, stem, tag_text, words};
use throughline_model::{Fnv, Moment};

pub use entries::entries;

/// One article, already in sentences.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// Its day of publication.
    pub published: Option<Date>,
    /// Its sentences in order.
    pub sentences: Vec<&'a str>,
}

/// What timeline is wanted.
#[derive(Debug, Clone)]
pub struct Chronicle {
    /// How many days.
    pub dates: usize,
    /// How many sentences a day.
    pub sentences: usize,
    /// Words that the topic was searched with.
    pub keywords: Vec<String>,
    /// The first day that may be told of.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// A day of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// What to say of it, best first: report and sentence by their places.
    pub sentences: Vec<(usize, usize)>,
}

/// What a report's being published on a day says for the day, against one
/// mention of the day.
const PUBLISHED: f32 = 0.03;

/// What a mention counts that looks back further than a week, against a fresh
/// one: what is still told of later was what mattered.
const LOOKING_BACK: f32 = 3.0;

/// The power of what one report's mentions of a day come to: a report that
/// names a day ten times points to it less than ten reports do.
const SAME_REPORT: f32 = 0.7;

/// What a sentence without a keyword counts, against one with.
const OFF_TOPIC: f32 = 0.2;

/// Sentences at the head of a report that may tell of its day of publication.
const HEAD: usize = 2;

/// How many days after an event the reports of it come out.
const AFTERMATH: i64 = 1;

/// Shorter lines are debris, longer ones several sentences that were not cut.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=55;

/// What looking back on the day from more than a week after adds to a sentence's centrality:
/// summing up is what a timeline wants.
const SUMS_UP: f32 = 0.05;

/// Cosine from which a sentence says again what was chosen before.
const AGAIN: f32 = 0.4;

/// The days of a topic that its reports point to most, in order, each with its
/// best sentences.
///
/// A day gains from every sentence that names it, more so one with a keyword
/// or one from later than a week after, and a little from every sentence
/// published on it. Of a day those sentences
/// are told that are nearest to all that is said of it, name it, and hold
/// keywords; none twice.
///
/// ```
/// use jiff::civil::date;
/// use throughline_brief::{Chronicle, Report, chronicle};
/// let report = |day, sentences| Report { published: Some(day), sentences };
/// let reports = [
///     report(date(2026, 3, 3), vec!["The old Ardenne bridge collapsed into the river on Monday."]),
///     report(date(2026, 3, 9), vec!["The bridge that collapsed on 2 March will be built again."]),
/// ];
/// let wanted = Chronicle {
///     dates: 1,
///     sentences: 1,
///     keywords: vec!["bridge".into()],
///     from: date(2026, 3, 1),
///     to: date(2026, 3, 31),
/// };
/// let days = chronicle(&reports, &wanted);
/// assert_eq!(days[0].date, date(2026, 3, 2));
/// assert_eq!(days[0].sentences.len(), 1);
/// ```
#[must_use]
pub fn chronicle(reports: &[Report], wanted: &Chronicle) -> Vec<Day> {
    let lines = read(reports, wanted);
    let ranked = ranked(&lines.all, wanted);
    let mut told = HashSet::new();
    let mut days: Vec<Day> = Vec::new();
    for date in ranked {
        if days.len() == wanted.dates {
            break;
        }
        let sentences = best(&lines, date, wanted.sentences, &mut told);
        if !sentences.is_empty() {
            days.push(Day { date, sentences });
        }
    }
    days.sort_by_key(|day| day.date);
    days
}

struct Lines {
    all: Vec<Line>,
    /// How many terms there are.
    terms: usize,
}

/// One sentence as it is weighed.
struct Line {
    report: usize,
    sentence: usize,
    published: Option<Date>,
    days: Vec<Date>,
    keywords: usize,
    words: usize,
    text: u64,
    vector: Vector,
}

impl Line {
    fn weight(&self) -> f32 {
        if self.keywords > 0 { 1.0 } else { OFF_TOPIC }
    }
}

fn read(reports: &[Report], wanted: &Chronicle) -> Lines {
    let keywords: HashSet<String> =
        wanted.keywords.iter().map(|k| stem(&k.to_lowercase())).collect();
    let mut terms = Terms::default();
    let mut counted = Vec::new();
    let mut all = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        // Tagged as one text: "the next day" counts from an earlier sentence.
        let text = report.sentences.join("\n");
        let mut timexes =
            tag_text(&text, report.published.map(Moment::day), "en").into_iter().peekable();
        let mut start = 0;
        for (sentence, line) in report.sentences.iter().enumerate() {
            let end = start + line.len();
            let mut days = Vec::new();
            while let Some(timex) = timexes.next_if(|t| t.start < end) {
                let day = timex.interval.filter(|_| timex.is_resolved_day()).map(|i| i.from);
                days.extend(day.filter(|d| (wanted.from..=wanted.to).contains(d)));
            }
            days.sort_unstable();
            days.dedup();
            let found = words(line, 0..line.len(), true);
            let content: Vec<&str> =
                found.iter().filter(|w| w.is_content()).map(|w| w.stem.as_str()).collect();
            let hits: HashSet<&str> =
                content.iter().copied().filter(|s| keywords.contains(*s)).collect();
            all.push(Line {
                report: at,
                sentence,
                published: report.published,
                days,
                keywords: hits.len(),
                words: found.len(),
                text: fingerprint(&content),
                vector: Vector::default(),
            });
            counted.push(terms.add(content.into_iter()));
            start = end + 1;
        }
    }
    let mut most = 0;
    for (line, counts) in all.iter_mut().zip(&counted) {
        line.vector = terms.vector(counts);
        most = most.max(counts.last().map_or(0, |(number, _)| *number as usize + 1));
    }
    Lines { all, terms: most }
}

/// Equal for sentences of the same words: agency copy comes many times over.
fn fingerprint(stems: &[&str]) -> u64 {
    Fnv::of(stems.iter().flat_map(|s| s.bytes().chain([0])))
}

/// The days from the most pointed to; the earlier first where two are equal.
fn ranked(lines: &[Line], wanted: &Chronicle) -> Vec<Date> {
    let mut weights: BTreeMap<Date, f32> = BTreeMap::new();
    let mut mentions: BTreeMap<(Date, usize), f32> = BTreeMap::new();
    for line in lines {
        for day in &line.days {
            let back = line.published.is_some_and(|p| p > day.saturating_add(1.week()));
            let times = if back { LOOKING_BACK } else { 1.0 };
            *mentions.entry((*day, line.report)).or_default() += times * line.weight();
        }
        if let Some(day) = line.published.filter(|d| (wanted.from..=wanted.to).contains(d)) {
            *weights.entry(day).or_default() += PUBLISHED * line.weight();
        }
    }
    for ((day, _), mentioned) in mentions {
        *weights.entry(day).or_default() += mentioned.powf(SAME_REPORT);
    }
    let mut ranked: Vec<(Date, f32)> = weights.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().map(|(day, _)| day).collect()
}

/// The best sentences of a day, at most `most`.
fn best(lines: &Lines, day: Date, most: usize, told: &mut HashSet<u64>) -> Vec<(usize, usize)> {
    let last = day.saturating_add(AFTERMATH.days());
    let names = |line: &Line| line.days.contains(&day);
    let candidates: Vec<&Line> = lines
        .all
        .iter()
        .filter(|line| LENGTH.contains(&line.words))
        .filter(|line| {
            let fresh = line.published.is_some_and(|p| (day..=last).contains(&p));
            names(line) || fresh && line.sentence < HEAD && line.days.is_empty()
        })
        .collect();
    let mut centroid = vec![0.0_f32; lines.terms];
    for line in &candidates {
        line.vector.0.iter().for_each(|(t, w)| centroid[*t as usize] += line.weight() * w);
    }
    let length = centroid.iter().map(|w| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    let mut scored: Vec<(f32, &Line)> = candidates
        .into_iter()
        .map(|line| {
            let near: f32 = line.vector.0.iter().map(|(t, w)| centroid[*t as usize] * w).sum();
            let later = line.published.is_some_and(|p| p > day.saturating_add(1.week()));
            (near / length + if later && names(line) { SUMS_UP } else { 0.0 }, line)
        })
        .collect();
    scored.sort_by(|a, b| {
        b.0.total_cmp(&a.0).then((a.1.report, a.1.sentence).cmp(&(b.1.report, b.1.sentence)))
    });
    let mut chosen: Vec<&Line> = Vec::new();
    for (_, line) in scored {
        if chosen.len() == most {
            break;
        }
        if chosen.iter().all(|c| c.vector.dot(&line.vector) < AGAIN) && told.insert(line.text) {
            chosen.push(line);
        }
    }
    chosen.into_iter().map(|line| (line.report, line.sentence)).collect()
}
