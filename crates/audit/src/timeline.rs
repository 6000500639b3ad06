//! The timeline: events that stand twice, events dated by publication.

use throughline_model::{How, TimelineEntry};

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// The likeness of two entries of one day from which they are one event.
const ONE_DAY: f32 = 0.66;

/// The same where the dates only touch: a month and a day of it, a year.
const TOUCHING: f32 = 0.9;

/// One finding an entry and question.
pub fn findings(page: &Page) -> Vec<Finding> {
    let entries: Vec<(&TimelineEntry, &Part)> =
        page.briefing.timeline.iter().zip(page.all(&[Role::Entry])).collect();
    let mut found = Vec::new();
    for (at, (entry, part)) in entries.iter().enumerate() {
        if entry.date_evidence.how == How::Publication {
            let reason = format!("dated {} by the day of publication", entry.when.display);
            found.push(part.finding(Question::PublicationDate, reason));
        }
        let twice = entries[..at].iter().find(|(other, first)| {
            let (a, b) = (&first.claim, &part.claim);
            least(other, entry).is_some_and(|least| a.likeness(b, &page.weights) >= least)
                && !a.denies(b)
        });
        if let Some((other, first)) = twice {
            let reason = format!("{} ({}) says: {}", first.place, other.when.display, first.text);
            found.push(part.finding(Question::RepeatedEvent, reason));
        }
    }
    found
}

/// The likeness that makes two entries with these dates one event, none where
/// they cannot be.
fn least(a: &TimelineEntry, b: &TimelineEntry) -> Option<f32> {
    let days = |e: &TimelineEntry| e.when.from.zip(e.when.to);
    match (days(a), days(b)) {
        (Some(a), Some(b)) if a == b && a.0 == a.1 => Some(ONE_DAY),
        (Some(a), Some(b)) => (a.0 <= b.1 && b.0 <= a.1).then_some(TOUCHING),
        (None, None) => Some(TOUCHING),
        _ => None,
    }
}
