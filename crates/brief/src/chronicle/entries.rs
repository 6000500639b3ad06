//! A chronicle as a reader gets it: entries of a timeline, each proven.

use jiff::civil::Date;
use throughline_annotate::{Anchor, Reading, Timex};
use throughline_gather::{Owners, in_order};
use throughline_model::{
    Briefing, DateEvidence, Evidence, How, Precision, Status, TimelineEntry, When,
};
use throughline_prove::Proof;

use super::{Chronicle, Day, Report, chronicle};
use crate::{
    cite::{Numbers, Told},
    days::{dated, undated},
    draft::Draft,
    stamp,
    story::{LineId, Story},
};

/// How many sentences of a day are tried for each that is wanted: not all have a proof.
const TRIED: usize = 3;

/// How sure a day is that only an article's being published on it gives.
const PUBLISHED: f32 = 0.3;

/// The days that matter most in a story that was briefed, in order, each with what is said of it:
/// sentences as they stand but for their relative days. `wanted` says how many; without keywords
/// those of the headline are taken.
///
/// `readings` are the story's articles. What cannot be proven from them is left out.
#[must_use]
pub fn entries(
    briefing: &Briefing,
    readings: Vec<Reading>,
    owners: &Owners,
    mut wanted: Chronicle,
) -> Vec<TimelineEntry> {
    let (readings, _) = in_order(readings);
    let story = Story::new(stamp::checked(readings, owners), owners);
    if wanted.keywords.is_empty() {
        let headline = briefing.headline.text.split(|c: char| !c.is_alphanumeric());
        wanted.keywords = headline.filter(|word| word.len() > 3).map(str::to_owned).collect();
    }
    let numbers = numbers(briefing, &story);
    let articles = story.cited();
    let proof = Proof::from(&articles);
    let lines = by_article(&story);
    let reports: Vec<Report> = lines.iter().map(|lines| report(&story, lines)).collect();
    let each = wanted.sentences;
    wanted.sentences *= TRIED;
    let holds =
        |e: &TimelineEntry| proof.statement(&e.statement).is_empty() && proof.date(e).is_empty();
    let told = |day: Day| {
        let lines = day.sentences.iter().map(|&(report, sentence)| lines[report][sentence]);
        let entries =
            lines.filter_map(|line| entry(&story, &numbers, day.date, line)).filter(holds);
        entries.take(each).collect::<Vec<_>>()
    };
    // A day of which nothing can be proven gives way to the next best.
    let asked = wanted.dates;
    loop {
        let days = chronicle(&reports, &wanted);
        let found = days.len();
        let entries: Vec<Vec<TimelineEntry>> =
            days.into_iter().map(told).filter(|day| !day.is_empty()).collect();
        let missing = asked.saturating_sub(entries.len());
        if missing == 0 || found < wanted.dates {
            return entries.into_iter().flatten().collect();
        }
        wanted.dates += missing;
    }
}

/// The numbers that the sources have in the briefing.
fn numbers(briefing: &Briefing, story: &Story) -> Numbers {
    let number = |id: &str| briefing.sources.iter().find(|s| s.article == id).map(|s| s.number);
    let readings = story.readings.iter().enumerate();
    readings.filter_map(|(at, reading)| Some((at, number(&reading.article.id)?))).collect()
}

/// The sentences of each article but for its title.
fn by_article(story: &Story) -> Vec<Vec<LineId>> {
    let mut lines = vec![Vec::new(); story.readings.len()];
    for line in story.worded().filter(|&line| story.sentence(line).position.is_some()) {
        lines[story.lines[line].article].push(line);
    }
    lines
}

fn report<'a>(story: &'a Story, lines: &[LineId]) -> Report<'a> {
    let published = lines.first().and_then(|&line| {
        let article = &story.readings[story.lines[line].article].article;
        article.published.map(|at| at.date())
    });
    Report { published, sentences: lines.iter().map(|&line| story.text(line)).collect() }
}

/// A line under its day; none where its words would leave a reader with "on Tuesday".
fn entry(story: &Story, numbers: &Numbers, day: Date, line: LineId) -> Option<TimelineEntry> {
    let article = &story.readings[story.lines[line].article].article;
    let names = |timex: &&Timex| {
        timex.is_resolved_day() && timex.interval.is_some_and(|interval| interval.from == day)
    };
    let date_evidence = match story.sentence(line).dates.iter().find(names) {
        Some(timex) => {
            let explicit = timex.anchor == Anchor::None;
            DateEvidence {
                evidence: Some(Evidence::cut(article, timex.start..timex.end)),
                how: if explicit { How::Explicit } else { How::Relative },
                anchor: story.anchor(line).filter(|_| !explicit),
                confidence: timex.confidence,
            }
        }
        None => DateEvidence {
            evidence: None,
            how: How::Publication,
            anchor: story.anchor(line),
            confidence: PUBLISHED,
        },
    };
    let mut when = When {
        from: Some(day),
        to: Some(day),
        precision: Precision::Day,
        display: String::new(),
        condition: None,
    };
    when.display = when.shown();
    let mut draft = Draft::of(story, line);
    dated(&mut draft, story);
    if undated(&draft, story) {
        return None;
    }
    draft.tidy(story);
    let statement = Told::alone(draft).finish(story, numbers);
    Some(TimelineEntry { when, status: Status::Past, date_evidence, statement })
}
