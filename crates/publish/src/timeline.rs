//! The timeline as it is shown: cut at "now", with badges and doubtful dates marked.

use throughline_model::{Briefing, How, Moment, Precision, Status, TimelineEntry};

use crate::plain;

/// Below this, a date is shown as doubtful: what dates call a guess (`throughline_temporal::DOUBTFUL`).
const SURE: f32 = 0.5;

/// Words that already say that something is a condition.
const CONDITION_WORDS: [&str; 10] =
    ["if", "after", "once", "when", "unless", "until", "should", "provided", "as", "pending"];

/// Why a reader should not lean on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Doubt {
    /// The day of publication stands in for the day of the event.
    Publication,
    /// The words leave room for another date.
    Unsure,
}

impl Doubt {
    /// The doubt about an entry's date, if there is one.
    pub(crate) fn of(entry: &TimelineEntry) -> Option<Self> {
        let by = &entry.date_evidence;
        match by.how {
            How::Publication => Some(Self::Publication),
            _ if by.confidence < SURE => Some(Self::Unsure),
            _ => None,
        }
    }

    /// The mark beside the date.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Self::Publication => "*",
            Self::Unsure => "?",
        }
    }

    /// What the mark means.
    pub(crate) fn legend(self) -> &'static str {
        match self {
            Self::Publication => "date of publication; the article does not date the event itself",
            Self::Unsure => "date worked out from words that leave room for another",
        }
    }
}

/// The doubts that occur, for the legend.
pub(crate) fn doubts(briefing: &Briefing) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = briefing.timeline.iter().filter_map(Doubt::of).collect();
    doubts.sort();
    doubts.dedup();
    doubts
}

/// The entries, with their index, on each side of "now". An announcement whose
/// day has gone by stands in the past.
pub(crate) type Side<'a> = Vec<(usize, &'a TimelineEntry)>;

/// Cuts the timeline at "now"; the order within a side is the briefing's.
pub(crate) fn at_now(briefing: &Briefing) -> (Side<'_>, Side<'_>) {
    let entries = briefing.timeline.iter().enumerate();
    entries.partition(|(_, entry)| match entry.status {
        Status::Past | Status::State => true,
        Status::Scheduled | Status::Conditional => is_over(briefing.now, entry),
    })
}

fn is_over(now: Moment, entry: &TimelineEntry) -> bool {
    entry.when.to.is_some_and(|to| to < now.date())
}

/// The badge of an entry: "planned", "if parliament agrees", "as stated then".
pub(crate) fn badge(now: Moment, entry: &TimelineEntry) -> Option<String> {
    match entry.status {
        Status::Past => None,
        Status::State => Some("as stated then".to_owned()),
        Status::Scheduled if is_over(now, entry) => Some("was planned".to_owned()),
        Status::Scheduled => Some("planned".to_owned()),
        Status::Conditional => Some(condition(entry)),
    }
}

/// When, as a label: "March 2019", "If the court agrees". A condition that the text tells stands
/// there once.
pub(crate) fn label(entry: &TimelineEntry) -> String {
    let text = &entry.statement.text;
    let is_told = |words: &String| text.to_lowercase().contains(&words.to_lowercase());
    if entry.when.precision == Precision::Open && entry.when.condition.as_ref().is_some_and(is_told)
    {
        return "Undated".to_owned();
    }
    let shown = plain::line(&entry.when.display);
    let first = shown.chars().next();
    first.map_or_else(String::new, |c| {
        c.to_uppercase().chain(shown[c.len_utf8()..].chars()).collect()
    })
}

fn condition(entry: &TimelineEntry) -> String {
    let shown = |condition: &&String| {
        !condition.trim().is_empty() && !condition.eq_ignore_ascii_case(&entry.when.display)
    };
    let Some(condition) = entry.when.condition.as_ref().filter(shown) else {
        return "conditional".to_owned();
    };
    let first = condition.split_whitespace().next().unwrap_or_default();
    if CONDITION_WORDS.iter().any(|word| first.eq_ignore_ascii_case(word)) {
        condition.clone()
    } else {
        format!("if {condition}")
    }
}
