//! The main event where no words date it: the day of publication, with low
//! confidence, for a lead in the past tense.

use throughline_model::{How, Precision, Status, When};

use super::{Dated, Occurrence, Planned};
use crate::{
    cite::Told,
    draft::Draft,
    events::tells_past,
    story::{LineId, Story},
    support::{Support, shared_words},
    tree::Trees,
};

/// How far such a date is to be trusted.
const CONFIDENCE: f32 = 0.3;

/// How many of the weightiest lines tell the main event.
const MAIN: usize = 4;

/// What joins a main line to an entry that there is already.
const SAME_WORDS: f32 = 0.3;
const SAME_EVENT: f32 = 0.3;

/// An entry for the main event, where no entry tells it yet.
pub fn entry(
    story: &Story,
    support: &Support,
    trees: &Trees,
    ranked: &[(LineId, f32)],
    kept: &[&Occurrence],
    make: impl Fn(LineId) -> Option<Draft>,
) -> Option<Planned> {
    let main: Vec<LineId> = ranked.iter().take(MAIN).map(|(line, _)| *line).collect();
    let told = |line: LineId| {
        kept.iter().filter(|o| !o.is_ahead()).any(|o| {
            o.line == line
                || shared_words(story, line, o.line) >= SAME_WORDS
                || story.lines[line].vector.dot(&story.lines[o.line].vector) >= SAME_EVENT
        })
    };
    if main.iter().any(|&line| told(line)) {
        return None;
    }
    let lead = |line: LineId| {
        let sentence = story.sentence(line);
        let article = &story.readings[story.lines[line].article].article;
        sentence.position == Some(0)
            && sentence.at.is_none()
            && sentence.dates.is_empty()
            && article.published.is_some()
            && !story.opinions[story.lines[line].article]
            && trees.get(line).is_some_and(|tree| tells_past(tree, &article.text))
    };
    let (line, draft) = ranked
        .iter()
        .map(|(line, _)| *line)
        .filter(|&line| lead(line))
        .find_map(|line| Some((line, make(line)?)))?;
    let article = story.lines[line].article;
    let published = story.readings[article].article.published?;
    let day = Some(published.date());
    let mut when = When {
        from: day,
        to: day,
        precision: Precision::Day,
        display: String::new(),
        condition: None,
    };
    when.display = when.shown();
    let mut told = Told::of(story, support, trees, draft);
    told.witnesses.clear();
    let dated = Dated {
        article,
        span: None,
        how: How::Publication,
        anchor: Some(published),
        confidence: CONFIDENCE,
    };
    Some(Planned { told, when, status: Status::Past, dated })
}
