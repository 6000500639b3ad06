//! The timeline: events that stand twice, events dated by publication.

use jiff::civil::Date;
use throughline_model::{How, TimelineEntry};

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// The share of the shorter entry that makes two entries of one day one event.
const ONE_EVENT: f32 = 0.6;

/// One finding an entry and question.
pub fn findings(page: &Page) -> Vec<Finding> {
    let entries: Vec<(&TimelineEntry, &Part)> =
        page.briefing.timeline.iter().zip(page.all(&[Role::Entry])).collect();
    let mut found = Vec::new();
    for (at, (entry, part)) in entries.iter().enumerate() {
        let evidence = &entry.date_evidence;
        if evidence.how == How::Publication {
            let reason = format!("dated {} by the day of publication", entry.when.display);
            found.push(part.finding(Question::PublicationDate, reason));
        }
        let twice = entries[..at].iter().find(|(other, first)| {
            are_near(entry, other)
                && !part.claim.differs(&first.claim)
                && part.claim.terms.len().min(first.claim.terms.len()) > 2
                && {
                    let (a, b) = (&part.claim, &first.claim);
                    let held = a.held_by(b, &page.weights).max(b.held_by(a, &page.weights));
                    held >= ONE_EVENT || a.says_same(b, &page.weights)
                }
        });
        if let Some((other, first)) = twice {
            let reason = format!("{} ({}) says: {}", first.place, other.when.display, first.text);
            found.push(part.finding(Question::RepeatedEvent, reason));
        }
    }
    found
}

/// Whether the dates touch, or both have none.
fn are_near(a: &TimelineEntry, b: &TimelineEntry) -> bool {
    let days = |e: &TimelineEntry| e.when.from.zip(e.when.to);
    match (days(a), days(b)) {
        (Some(a), Some(b)) => {
            // Writers put one event on the day or on its eve.
            let until = |days: (Date, Date)| days.1.tomorrow().unwrap_or(days.1);
            a.0 <= until(b) && b.0 <= until(a)
        }
        (None, None) => true,
        _ => false,
    }
}
