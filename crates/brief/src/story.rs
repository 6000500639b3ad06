//! [`Story`]: the readings of one story with what compares their sentences.

use std::ops::Range;

use jiff::{ToSpan, civil::Date};
use throughline_annotate::{Interval, Reading, Sentence, Terms, Vector};
use throughline_gather::{Owners, families};
use throughline_model::{CitedArticle, Moment, Role};

use crate::{
    figures::{Thing, things},
    likeness::{Direction, Likeness},
    placed::is_placed,
    recurs::periods_apart,
    salience::is_opinion,
};

/// A sentence of the story by its number in [`Story::lines`].
pub type LineId = usize;

/// The readings of one story in order of publication.
pub struct Story {
    /// Articles with their sentences.
    pub readings: Vec<Reading>,
    /// Which articles are one witness.
    pub families: Vec<usize>,
    /// Every title and body sentence, of an article of more than [`LONGEST`] the first.
    pub lines: Vec<Line>,
    /// What each line is about beside what all are about.
    pub directions: Vec<Direction>,
    /// Which lines say the same in other words.
    pub likeness: Likeness,
    /// Sum of the lead vectors: what the story is about.
    pub centroid: Vector,
    /// What harm each article counts: thing, figure, index of the article.
    pub tolls: Vec<(Thing, f64, usize)>,
    /// Which articles are opinion or analysis.
    pub opinions: Vec<bool>,
    /// When the first and the last dated article were published.
    span: Option<(Moment, Moment)>,
    /// In which period each article was reported.
    periods: Vec<Option<usize>>,
    /// What is dated to before this day is of another time.
    begins: Option<Date>,
}

/// Days after which a story has moved on from how it began.
const DEVELOPED: f32 = 4.0;

/// How many days before its first article a story may begin.
const PRELUDE: i64 = 30;

/// Bytes in which a sentence opens with its date: "On April 5, 2009, ".
const OPENING: usize = 4;

/// Words of a sentence that says hardly more than its date: "Then came 1984."
const FEW: usize = 5;

/// Sentences of an article from which on none is told: no report is as long, and every line is held
/// against every other.
const LONGEST: usize = 1_000;

/// A sentence within the story.
pub struct Line {
    /// Index of its article.
    pub article: usize,
    /// Index among the article's sentences.
    pub sentence: usize,
    /// TF-IDF of its content words.
    pub vector: Vector,
}

impl Story {
    /// Takes readings that are in order ([`throughline_gather::in_order`]).
    pub fn new(readings: Vec<Reading>, owners: &Owners) -> Self {
        let families = families(&readings, owners);
        let mut terms = Terms::default();
        let mut counted = Vec::new();
        for (article, reading) in readings.iter().enumerate() {
            for (index, sentence) in reading.sentences.iter().enumerate() {
                let is_told = sentence.position.is_some_and(|at| at < LONGEST);
                if sentence.role == Role::Title || is_told {
                    let stems = sentence.words.iter().filter(|w| w.is_content());
                    counted.push((article, index, terms.add(stems.map(|w| w.stem.as_str()))));
                }
            }
        }
        let lines: Vec<Line> = counted
            .into_iter()
            .map(|(article, sentence, counts)| Line {
                article,
                sentence,
                vector: terms.vector(&counts),
            })
            .collect();
        let mut centroid = Vector::default();
        for line in &lines {
            let sentence = &readings[line.article].sentences[line.sentence];
            let weight = match sentence.position {
                None => 1.0,
                Some(at) if at < 4 => 1.0 / (1.0 + at as f32),
                Some(_) => continue,
            };
            centroid.add(&line.vector, weight);
        }
        let likeness = Likeness::of(&readings, &terms);
        let directions = lines.iter().map(|l| likeness.direction(&l.vector)).collect();
        let published = || readings.iter().filter_map(published);
        let mut story = Self {
            span: published().min().zip(published().max()),
            periods: periods_apart(&readings),
            opinions: readings.iter().map(|r| is_opinion(&r.article)).collect(),
            begins: published().min().and_then(|first| begins(first.date())),
            readings,
            families,
            lines,
            directions: Direction::apart(directions),
            likeness,
            centroid: centroid.normalised(),
            tolls: Vec::new(),
        };
        // A toll in a lead is the toll of this story, not of an earlier one.
        let leads =
            (0..story.lines.len()).filter(|&l| story.sentence(l).position.is_none_or(|at| at < 3));
        story.tolls = leads
            .flat_map(|l| things(&story, l).into_iter().map(move |(t, v)| (t, v, l)))
            .map(|(thing, value, line)| (thing, value, story.lines[line].article))
            .collect();
        story
    }

    /// The articles as a briefing carries them.
    pub fn cited(&self) -> Vec<CitedArticle> {
        self.readings.iter().map(|r| CitedArticle::from(&r.article)).collect()
    }

    /// The annotated sentence of a line.
    pub fn sentence(&self, line: LineId) -> &Sentence {
        let line = &self.lines[line];
        &self.readings[line.article].sentences[line.sentence]
    }

    /// The lines that have a text: a title may have none.
    pub fn worded(&self) -> impl Iterator<Item = LineId> {
        (0..self.lines.len()).filter(|&line| !self.text(line).is_empty())
    }

    /// The text of a line without its dateline.
    pub fn text(&self, line: LineId) -> &str {
        &self.readings[self.lines[line].article].article.text[self.span(line)]
    }

    /// The bytes of a line without its dateline.
    pub fn span(&self, line: LineId) -> Range<usize> {
        let sentence = self.sentence(line);
        sentence.dateline.as_ref().map_or(sentence.span.start, |d| d.end)..sentence.span.end
    }

    /// What relative days in a line are counted from.
    pub fn anchor(&self, line: LineId) -> Option<Moment> {
        let article = &self.readings[self.lines[line].article].article;
        self.sentence(line).at.or(article.published)
    }

    /// Whether like events of more than one period are told.
    pub fn recurs(&self) -> bool {
        self.periods.iter().any(Option::is_some)
    }

    /// The period in which a line was reported, where like events of more than one are told.
    pub fn period(&self, line: LineId) -> Option<usize> {
        self.periods[self.lines[line].article]
    }

    /// The last period, where like events of more than one are told.
    pub fn newest_period(&self) -> Option<usize> {
        self.periods.iter().copied().max().flatten()
    }

    /// Whether two lines may tell of one event, where like events of more than one period are told.
    pub fn is_of_one_period(&self, a: LineId, b: LineId) -> bool {
        self.are_of_one_period(self.lines[a].article, self.lines[b].article)
    }

    /// The same of two articles.
    pub fn are_of_one_period(&self, a: usize, b: usize) -> bool {
        self.periods[a] == self.periods[b]
    }

    /// How new an article is among the story's articles: 0 oldest, 1 newest.
    pub fn newness(&self, article: usize) -> f32 {
        match (self.span, self.published(article)) {
            (Some((first, last)), Some(at)) if last > first => {
                seconds(first, at) as f32 / seconds(first, last) as f32
            }
            _ => 0.5,
        }
    }

    /// How many days an article is older than the newest; 0 where it is not dated.
    pub fn age(&self, article: usize) -> f32 {
        let span = self.span.zip(self.published(article));
        span.map_or(0.0, |((_, last), at)| seconds(at, last) as f32 / 86_400.0)
    }

    /// How many days before the newest article the day lies from which a line counts.
    pub fn days_since(&self, line: LineId) -> f32 {
        let span = self.span.zip(self.anchor(line));
        span.map_or(0.0, |((_, last), at)| seconds(at, last) as f32 / 86_400.0)
    }

    /// When an article came out, by its own word: of one that others place, the hour and perhaps
    /// the day are unknown.
    pub fn published(&self, article: usize) -> Option<Moment> {
        published(&self.readings[article])
    }

    /// The days between its first and its last article.
    fn days(&self) -> f32 {
        self.span.map_or(0.0, |(first, last)| seconds(first, last) as f32 / 86_400.0)
    }

    /// How far it has moved on from how it began, from 0 to 1.
    pub fn moved(&self) -> f32 {
        (self.days() / DEVELOPED).min(1.0)
    }

    /// The day of the newest article.
    pub fn newest(&self) -> Option<Date> {
        self.span.map(|(_, last)| last.date())
    }

    /// The day of the oldest article.
    pub fn first(&self) -> Option<Date> {
        self.span.map(|(first, _)| first.date())
    }

    /// Whether a line dates its matter to well before the story.
    pub fn is_of_another_time(&self, line: LineId) -> bool {
        self.is_past(line) || self.owes_its_time(line)
    }

    /// Whether all that tells when a line without a day happened are the words before it: what follows
    /// "In 2009 it was launched" or "Then came 1984." is of that year too.
    pub fn owes_its_time(&self, line: LineId) -> bool {
        let sentence = self.sentence(line);
        let goes_on = |before: LineId| {
            self.lines[before].article == self.lines[line].article
                && self.sentence(before).position.is_some()
                && self.sentence(before).paragraph == sentence.paragraph
        };
        // The day that opens it, or that is all it says, lies before the story.
        let opens = |before: LineId| {
            let short = self.sentence(before).words.len() <= FEW;
            let day = self.sentence(before).dates.first();
            let leads = |start: usize| start <= self.span(before).start + OPENING;
            let is_past = |day: Interval| self.begins.is_some_and(|begins| day.to < begins);
            day.is_some_and(|day| (short || leads(day.start)) && day.interval.is_some_and(is_past))
        };
        let undated = sentence.dates.iter().all(|day| day.interval.is_none());
        let before = line.checked_sub(1).filter(|&before| undated && goes_on(before));
        before.is_some_and(opens)
    }

    /// Whether one of the days that a line gives is over when the story begins.
    fn is_past(&self, line: LineId) -> bool {
        let mut days = self.sentence(line).dates.iter().filter_map(|day| day.interval);
        self.begins.is_some_and(|begins| days.any(|days| days.to < begins))
    }

    /// Whether a line dates its matter to well before the story and gives no day of the story beside:
    /// "agreed on May 6 on what would be the first such step since 2023" is of May 6.
    pub fn is_only_of_another_time(&self, line: LineId) -> bool {
        let mut days = self.sentence(line).dates.iter().filter_map(|day| day.interval);
        let own = self.begins.is_some_and(|begins| days.any(|days| days.to >= begins));
        self.is_of_another_time(line) && !own
    }

    /// Whether all days that a line gives lie more than a year before the story: what it tells would
    /// be no news in the present tense.
    pub fn is_history(&self, line: LineId) -> bool {
        let Some(first) = self.first().and_then(|day| day.checked_sub(1.year()).ok()) else {
            return false;
        };
        let mut days = self.sentence(line).dates.iter().filter_map(|t| t.interval).peekable();
        days.peek().is_some() && days.all(|day| day.to < first)
    }

    /// Whether days lie in the story's own time or within a week of it.
    pub fn is_around(&self, days: Interval) -> bool {
        self.span.is_some_and(|(first, last)| {
            let week = 7.days();
            days.to >= first.date().saturating_sub(week)
                && days.from <= last.date().saturating_add(week)
        })
    }

    /// How many independent witnesses the story has.
    pub fn witnesses(&self) -> usize {
        self.families.iter().max().map_or(0, |most| most + 1)
    }
}

fn seconds(from: Moment, to: Moment) -> i64 {
    to.instant().as_second() - from.instant().as_second()
}

/// The day before which another time lies: last year's is, however near.
fn begins(first: Date) -> Option<Date> {
    let prelude = first.checked_sub(PRELUDE.days()).ok()?;
    Some(prelude.max(Date::new(first.year(), 1, 1).ok()?))
}

fn published(reading: &Reading) -> Option<Moment> {
    reading.article.published.filter(|_| !is_placed(&reading.article))
}

#[cfg(test)]
mod tests {
    use throughline_gather::{Owners, in_order};

    use super::*;
    use crate::fixture;

    #[test]
    fn a_line_may_owe_its_time_to_the_one_before() {
        let cases: &[(&[&str], bool)] = &[
            (&["Then came 1984.", "Tarn needed just one win against Vesk."], true),
            (&["In 1984 the club was sold.", "Tarn needed just one win against Vesk."], true),
            (&["Then came 1984.", "On Thursday Tarn needed just one win against Vesk."], false),
            (
                &[
                    "The club, which was sold in 1984, is proud.",
                    "Tarn needed just one win against Vesk.",
                ],
                false,
            ),
        ];
        for (lines, expected) in cases {
            let told = lines.join(" ");
            let told: &[&str] = &[&told];
            let (story, _) =
                crate::fixture::story(&[("Vess Herald", "2026-03-12", "Tarn wins", told)]);
            let line = crate::fixture::line(&story, lines[1]);
            assert_eq!(story.owes_its_time(line), *expected, "{lines:?}");
        }
    }

    #[test]
    fn of_an_endless_article_only_the_first_sentences_are_held_against_each_other() {
        let sentences: Vec<String> =
            (0..2 * LONGEST).map(|at| format!("The storm hit town {at} on Monday.")).collect();
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        let short: &[&str] = &["The storm left Tarn on Tuesday."];
        let readings = fixture::readings(&[
            ("Vess Herald", "2026-03-12", "Storm hits towns", &sentences),
            ("Ardenne Post", "2026-03-13", "Storm leaves Tarn", short),
        ]);
        let story = Story::new(in_order(readings).0, &Owners::new());
        let of = |article| story.lines.iter().filter(|line| line.article == article).count();
        assert_eq!([of(0), of(1)], [LONGEST + 1, 2]);
    }
}
