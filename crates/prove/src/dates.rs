//! A timeline date against the words that are said to give it.

use jiff::civil::Date;
use throughline_annotate::{Anchor, Timex, TimexKind, dateline};
use throughline_model::{How, Moment, Precision, Status, TimelineEntry, When};

use crate::{
    content::has_words,
    fault::Found,
    passage,
    stored::{Held, Stored},
};

/// The most that a date taken from the day of publication may be trusted.
const LOW: f32 = 0.5;

/// What is wrong with the date of an entry.
pub fn faults(entry: &TimelineEntry, stored: &Stored) -> Vec<Found> {
    match check(entry, stored) {
        Ok(()) => Vec::new(),
        Err(reason) => vec![Found::Date { shown: entry.when.display.clone(), reason }],
    }
}

fn check(entry: &TimelineEntry, stored: &Stored) -> Result<(), String> {
    let when = &entry.when;
    let trust = entry.date_evidence.confidence;
    if !(0.0..=1.0).contains(&trust) {
        return Err("its confidence is no share".into());
    }
    is_shaped(when)?;
    if when.display != when.shown() {
        return Err(format!("it would be shown as {:?}", when.shown()));
    }
    let first = entry.statement.citations.first().and_then(|c| c.evidence.first());
    let Some((held, passage)) = first.and_then(|e| stored.place(e)) else {
        return Err("no passage is at hand".into());
    };
    let sentence = held.sentence(&passage).unwrap_or(passage);
    condition(entry, &held.article.text[sentence.clone()])?;
    if when.precision == Precision::Open {
        return Ok(());
    }
    match &entry.date_evidence.evidence {
        None => published(entry, held, sentence.start)?,
        Some(evidence) => {
            if let Some(fault) = passage::fault(evidence, stored) {
                return Err(fault.to_string());
            }
            let (dated, at) = stored.place(evidence).ok_or("its words are not in the article")?;
            if dated.article.id != held.article.id {
                return Err("its words are of another article".into());
            }
            if entry.date_evidence.how == How::Dateline {
                in_dateline(held, &at)?;
            } else if at.start < sentence.start || at.end > sentence.end {
                return Err("its words are not in the sentence that tells the event".into());
            }
            words(entry, held, &at)?;
        }
    }
    status(entry, held.article.written(sentence.start))
}

/// Whether the days have the form that the precision names.
fn is_shaped(when: &When) -> Result<(), String> {
    let fits = match (when.precision, when.from, when.to) {
        (Precision::Open, None, None) => true,
        (Precision::Open, ..) | (_, None, None) => false,
        (Precision::Day, a, b) => a == b,
        (Precision::Month, Some(a), Some(b)) => a.day() == 1 && b == a.last_of_month(),
        (Precision::Year, Some(a), Some(b)) => a == a.first_of_year() && b == a.last_of_year(),
        (Precision::Range, Some(a), Some(b)) => a < b,
        (Precision::Range, ..) => true,
        _ => false,
    };
    if fits { Ok(()) } else { Err("its days are not of that precision".into()) }
}

fn condition(entry: &TimelineEntry, sentence: &str) -> Result<(), String> {
    let conditional = entry.status == Status::Conditional;
    match &entry.when.condition {
        None if conditional => Err("conditional and without a condition".into()),
        None if entry.when.precision == Precision::Open => {
            Err("open and without a condition".into())
        }
        None => Ok(()),
        Some(_) if !conditional => Err("it has a condition and is not called conditional".into()),
        Some(words) if words.trim().is_empty() || !has_words(sentence, words) => {
            Err("its condition is not in the sentence that tells the event".into())
        }
        Some(_) => Ok(()),
    }
}

fn published(entry: &TimelineEntry, held: &Held, at: usize) -> Result<(), String> {
    let dated = &entry.date_evidence;
    if dated.how != How::Publication {
        return Err("no words are given for it".into());
    }
    if dated.confidence > LOW {
        return Err("a day of publication is trusted too far".into());
    }
    let written = held.article.written(at);
    let day = written.map(|moment| moment.date());
    let given = day.is_some() && (entry.when.from, entry.when.to) == (day, day);
    if given && (dated.anchor.is_none() || dated.anchor == written) {
        Ok(())
    } else {
        Err("the cited article did not come out that day".into())
    }
}

fn in_dateline(held: &Held, at: &std::ops::Range<usize>) -> Result<(), String> {
    let line = held.line(at).ok_or("its words run over a line")?;
    let opens = dateline(&held.article.text[line.clone()]).map_or(0, |d| d.end);
    if at.end <= line.start + opens { Ok(()) } else { Err("its words are in no dateline".into()) }
}

/// Whether the words give these days, in the way that is said.
fn words(entry: &TimelineEntry, held: &Held, at: &std::ops::Range<usize>) -> Result<(), String> {
    let (when, dated) = (&entry.when, &entry.date_evidence);
    let text = &held.article.text;
    let gives_days = |t: &&Timex| {
        t.interval.is_some() && matches!(t.kind, TimexKind::Date | TimexKind::Time) && !t.is_bound()
    };
    let inside: Vec<&Timex> = held
        .dates()
        .iter()
        .filter(|t| t.start >= at.start && t.end <= at.end)
        .filter(gives_days)
        .collect();
    let days = |t: &Timex| t.interval.map_or((None, None), |i| (Some(i.from), Some(i.to)));
    let span = (when.from, when.to);
    let given: Vec<&Timex> = match inside.as_slice() {
        [one] if days(one) == span => vec![one],
        [first, last]
            if is_range(&text[at.clone()], &text[first.end..last.start])
                || text[first.end..last.start].trim() == "or" && are_neighbours(first, last) =>
        {
            let ends: (Option<Date>, Option<Date>) = (days(first).0, days(last).1);
            if when.precision != Precision::Range || ends != span {
                return Err(format!("{:?} gives another date", &text[at.clone()]));
            }
            vec![first, last]
        }
        _ => return Err(format!("{:?} gives another date", &text[at.clone()])),
    };
    let relative = given.iter().any(|t| t.anchor != Anchor::None);
    let trust = given.iter().map(|t| t.confidence).fold(1.0, f32::min);
    if dated.confidence > trust + 1e-4 {
        return Err("it is trusted further than its words allow".into());
    }
    match dated.how {
        How::Publication => return Err("words are given for a day of publication".into()),
        How::Dateline => {}
        How::Explicit | How::Relative => {
            if relative == (dated.how == How::Explicit) {
                return Err("it does not say rightly how the words give it".into());
            }
        }
    }
    let anchor = if relative { held.article.written(at.start) } else { None };
    if dated.anchor != anchor && dated.how != How::Dateline {
        return Err("it is counted from another day than the article's".into());
    }
    Ok(())
}

/// Whether two dates with this between them are the ends of one stretch.
fn is_range(whole: &str, between: &str) -> bool {
    let lower = whole.to_lowercase();
    let opens = lower.starts_with("from ") || lower.starts_with("between ");
    match between.trim() {
        "-" | "–" | "—" | "through" | "until" => true,
        "to" | "and" => opens,
        _ => false,
    }
}

/// Whether two expressions are two days in a row: an event "on Tuesday or
/// Wednesday" falls in the stretch of both.
fn are_neighbours(first: &Timex, last: &Timex) -> bool {
    match (first.interval, last.interval) {
        (Some(a), Some(b)) => {
            a.from == a.to && b.from == b.to && a.to.tomorrow().is_ok_and(|next| next == b.from)
        }
        _ => false,
    }
}

/// What an article tells as past came before it; what it announces comes after.
fn status(entry: &TimelineEntry, written: Option<Moment>) -> Result<(), String> {
    let Some(day) = written.map(|moment| moment.date()) else { return Ok(()) };
    match entry.status {
        Status::Past | Status::State if entry.when.from.is_some_and(|from| from > day) => {
            Err("it is called past and lies after its article".into())
        }
        Status::Scheduled if entry.when.to.is_some_and(|to| to < day) => {
            Err("it is called scheduled and lies before its article".into())
        }
        _ => Ok(()),
    }
}
