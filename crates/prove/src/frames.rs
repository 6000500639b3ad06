//! Frames: the only words of ours that may stand before a passage's own, and
//! only in the note of a source.

use throughline_model::{Briefing, EditKind, Place, Source, Statement};

use crate::{
    fault::{Fault, Found},
    stored::Stored,
};

/// The words that may open a composed statement. `{}` is a source number.
pub const FRAMES: &[&str] = &[
    "Only here: ",
    "Also here: ",
    "Best account of: ",
    "Same report as [{}]: ",
    "Largely the text of [{}]; adds: ",
    "Opinion or analysis: ",
];

/// Whether a text is one of the frames with numbers in its places.
///
/// ```
/// use throughline_prove::is_frame;
/// assert!(is_frame("Same report as [2]: "));
/// assert!(!is_frame("Same report as [x]: "));
/// ```
pub fn is_frame(text: &str) -> bool {
    FRAMES.iter().any(|frame| match frame.split_once("{}") {
        None => *frame == text,
        Some((before, after)) => text
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())),
    })
}

/// Frames that say of a source what the list and the articles do not bear out.
pub fn faults(briefing: &Briefing, stored: &Stored) -> Vec<Fault> {
    let framed = |s: &Statement| s.edits.iter().any(|e| e.kind == EditKind::Frame);
    let elsewhere = briefing
        .statements()
        .filter(|(place, statement)| framed(statement) && !matches!(place, Place::Note(_)))
        .map(|(place, _)| (place, "only the note of a source has a frame"));
    let notes = briefing.sources.iter().enumerate().filter_map(|(i, source)| {
        let reason = lies(source, briefing, stored)?;
        Some((Place::Note(i), reason))
    });
    let fault = |(place, reason): (Place, &str)| Fault {
        place,
        found: Found::Framed { reason: reason.to_owned() },
    };
    elsewhere.chain(notes).map(fault).collect()
}

fn lies(source: &Source, briefing: &Briefing, stored: &Stored) -> Option<&'static str> {
    let frame = source.note.edits.iter().find(|e| e.kind == EditKind::Frame)?.to.as_str();
    if let Some((_, rest)) = frame.split_once('[') {
        let number: Option<usize> = rest.split(']').next().and_then(|n| n.parse().ok());
        let other = briefing.sources.iter().find(|s| Some(s.number) == number);
        return match other {
            None => Some("it points to no source of the list"),
            Some(other) if other.number == source.number => Some("it points to itself"),
            Some(other) if other.family != source.family => {
                Some("it points to a source of another family")
            }
            Some(_) => None,
        };
    }
    let passage = source.note.citations.first()?.evidence.first()?.exact.as_str();
    let told_elsewhere = || {
        let others = briefing.sources.iter().filter(|s| s.article != source.article);
        others
            .filter_map(|s| stored.get(&s.article))
            .any(|held| held.article.text.contains(passage))
    };
    (frame == "Only here: " && told_elsewhere()).then_some("another source has the same words")
}
