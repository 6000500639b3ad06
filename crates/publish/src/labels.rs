//! The words of ours around the briefing: counts, badges, kinds.
//!
//! English, as the whole interface is; a briefing's own text keeps its language.

use throughline_model::{Briefing, Counts, DateEvidence, DisagreementKind, How, Kind, Section};

use crate::dates;

pub(crate) const DIFFER: &str = "Where sources differ";
pub(crate) const SOURCES: &str = "Sources";
pub(crate) const TIMELINE: &str = "Timeline";
pub(crate) const NEWEST: &str = "newest";

/// "Updated 7 January 2026, 14:05 (+01:00)", "Undated" where no article has a date.
pub(crate) fn updated(briefing: &Briefing) -> String {
    match briefing.updated {
        Some(at) => format!("Updated {}", dates::moment(at)),
        None => "Undated".to_owned(),
    }
}

/// "5 articles, 4 outlets, 3 independent"; one article is only "1 article".
pub(crate) fn counts(counts: Counts) -> String {
    let Counts { articles, outlets, independent } = counts;
    if articles == 1 {
        return "1 article".to_owned();
    }
    let s = if outlets == 1 { "" } else { "s" };
    format!("{articles} articles, {outlets} outlet{s}, {independent} independent")
}

/// "Reported 28 to 30 August 2017", where like events of more than one time are told.
pub(crate) fn reported(briefing: &Briefing, section: &Section) -> Option<String> {
    briefing.reported(section).map(|(from, to)| format!("Reported {}", dates::days(from, to)))
}

/// Whether a section's heading is the headline again: under the headline it goes without.
pub(crate) fn repeats_headline(briefing: &Briefing, section: &Section) -> bool {
    section.heading.text == briefing.headline.text
}

/// What a disagreement is about, in a reader's words.
pub(crate) fn disagreement(kind: DisagreementKind) -> &'static str {
    match kind {
        DisagreementKind::Number => "figures differ",
        DisagreementKind::Date => "dates differ",
        DisagreementKind::Name => "names differ",
        DisagreementKind::Polarity => "claim and denial",
        DisagreementKind::Development => "changed over time",
    }
}

/// How a sentence came out of its passage.
pub(crate) fn made(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "Word for word",
        Kind::Edited => "Edited from this passage",
        Kind::Composed => "Composed from the passages cited",
        Kind::Model => "Written by a language model, checked against the passages cited",
    }
}

/// How the words of an article date an event.
pub(crate) fn dated(by: &DateEvidence) -> String {
    let anchored = |how: &str| match by.anchor {
        Some(anchor) => format!("{how} {}", dates::day(anchor.date())),
        None => how.to_owned(),
    };
    match by.how {
        How::Explicit => "Date written out".to_owned(),
        How::Relative if by.anchor.is_some() => anchored("Date counted from"),
        How::Relative => "Date counted from another date in the article".to_owned(),
        How::Dateline => "Date from the dateline".to_owned(),
        How::Publication => "Date of publication; the article does not date the event".to_owned(),
    }
}

/// A line for the reader where a language model wrote some of the sentences.
pub(crate) fn model_note(briefing: &Briefing) -> Option<String> {
    let written = briefing.statements().filter(|(_, s)| s.kind == Kind::Model).count();
    match written {
        0 => None,
        1 => Some(
            "1 sentence was written by a language model and checked against the passages it cites."
                .to_owned(),
        ),
        n => Some(format!(
            "{n} sentences were written by a language model and checked against the passages they cite."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_say_one_article_plainly() {
        let of = |articles, outlets, independent| counts(Counts { articles, outlets, independent });
        assert_eq!(of(1, 1, 1), "1 article");
        assert_eq!(of(2, 1, 1), "2 articles, 1 outlet, 1 independent");
        assert_eq!(of(5, 4, 3), "5 articles, 4 outlets, 3 independent");
    }
}
