//! The main event where no words date it: the day of publication, with low
//! confidence, for a lead in the past tense.

use std::ops::Range;

use jiff::civil::Date;
use throughline_annotate::{Interval, tag_text};
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
const SAME_WORDS: f32 = 0.38;
const SAME_EVENT: f32 = 0.35;

/// The same for an entry of the day of publication or of what somebody says.
const SAME_NEWS: f32 = 0.25;

/// How many of the weightiest lines may stand for the main event.
const STANDING: usize = 8;

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
        let day = story.anchor(line).map(|moment| moment.date());
        kept.iter().filter(|o| !o.is_ahead()).any(|o| {
            let cosine = story.lines[line].vector.dot(&story.lines[o.line].vector);
            let near = o.event.said || day.is_some() && o.when.from == day;
            o.line == line
                || shared_words(story, line, o.line) >= SAME_WORDS
                || cosine >= if near { SAME_NEWS } else { SAME_EVENT }
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
            && story.published(story.lines[line].article).is_some()
            && !story.opinions[story.lines[line].article]
            && trees.get(line).is_some_and(|tree| tells_past(tree, &article.text))
    };
    let (line, draft) = ranked
        .iter()
        .take(STANDING)
        .map(|(line, _)| *line)
        .filter(|&line| lead(line) && !told(line))
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
    let span = in_dateline(story, line, published.date());
    let how = if span.is_some() { How::Dateline } else { How::Publication };
    let anchor = span.is_none().then_some(published);
    let dated = Dated { article, span, how, anchor, confidence: CONFIDENCE };
    Some(Planned { told, when, status: Status::Past, dated })
}

/// The words of a line's dateline that give a day.
fn in_dateline(story: &Story, line: LineId, day: Date) -> Option<Range<usize>> {
    let article = &story.readings[story.lines[line].article].article;
    let dateline = story.sentence(line).dateline.clone()?;
    let found = tag_text(&article.text[dateline.clone()], None, &article.language);
    let days = Some(Interval { from: day, to: day });
    let timex = found.into_iter().find(|timex| timex.interval == days)?;
    Some(dateline.start + timex.start..dateline.start + timex.end)
}

#[cfg(test)]
mod tests {
    use throughline_gather::Owners;
    use throughline_prove::Proof;

    use super::*;
    use crate::{Options, brief, fixture::readings};

    #[test]
    fn the_dateline_bears_out_the_day_of_publication() {
        let report = |dateline: &str| {
            format!("{dateline}The ferry Silver Wake sank off Orrin Head, killing nine people.")
        };
        let cases = [
            ("PELLIN, March 3, 2026 (Coastwire) - ", How::Dateline),
            ("PELLIN, March 2, 2026 (Coastwire) - ", How::Publication),
            ("PELLIN (Coastwire) - ", How::Publication),
        ];
        for (dateline, how) in cases {
            let text = report(dateline);
            let articles = readings(&[("Coastwire", "2026-03-03", "Ferry sinks", &[&text])]);
            let now = "2026-03-04".parse().unwrap();
            let options = Options { now, owners: Owners::default(), words: None };
            let briefing = brief(articles, &options).unwrap();
            let hows: Vec<How> = briefing.timeline.iter().map(|e| e.date_evidence.how).collect();
            assert_eq!(hows, [how], "{dateline}: {:?}", briefing.sections);
            assert_eq!(Proof::from(&briefing.articles).faults(&briefing), []);
        }
    }
}
