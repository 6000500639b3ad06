//! [`Story`]: the readings of one story with what compares their sentences.

use std::ops::Range;

use throughline_annotate::{Reading, Sentence, Terms, Vector};
use throughline_gather::{Owners, families};
use throughline_model::{CitedArticle, Moment, Role};

use crate::{
    figures::things,
    likeness::{Direction, Likeness},
};

/// A sentence of the story by its number in [`Story::lines`].
pub type LineId = usize;

/// The readings of one story in order of publication.
pub struct Story {
    /// Articles with their sentences.
    pub readings: Vec<Reading>,
    /// Which articles are one witness.
    pub families: Vec<usize>,
    /// Every title and body sentence.
    pub lines: Vec<Line>,
    /// What each line is about beside what all are about.
    pub directions: Vec<Direction>,
    /// Which lines say the same in other words.
    pub likeness: Likeness,
    /// Sum of the lead vectors: what the story is about.
    pub centroid: Vector,
    /// What harm each article counts: thing, figure, index of the article.
    pub tolls: Vec<(String, f64, usize)>,
}

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
                if sentence.role == Role::Title || sentence.position.is_some() {
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
        let mut story = Self {
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

    /// How new an article is among the story's articles: 0 oldest, 1 newest.
    pub fn newness(&self, article: usize) -> f32 {
        let instant = |r: &Reading| r.article.published.map(|p| p.instant().as_second());
        let dated = self.readings.iter().filter_map(instant);
        let (low, high) = (dated.clone().min(), dated.max());
        match (low, high, instant(&self.readings[article])) {
            (Some(low), Some(high), Some(at)) if high > low => {
                (at - low) as f32 / (high - low) as f32
            }
            _ => 0.5,
        }
    }

    /// The days between its first and its last article.
    pub fn days(&self) -> f32 {
        let instant = |r: &Reading| r.article.published.map(|p| p.instant().as_second());
        let dated = self.readings.iter().filter_map(instant);
        match (dated.clone().min(), dated.max()) {
            (Some(first), Some(last)) => (last - first) as f32 / 86_400.0,
            _ => 0.0,
        }
    }

    /// Whether a line dates its matter to well before the story.
    pub fn is_of_another_time(&self, line: LineId) -> bool {
        let first = self.readings.iter().filter_map(|r| r.article.published).min();
        let Some(first) = first else { return false };
        self.sentence(line).dates.iter().filter_map(|t| t.interval).any(|interval| {
            interval.to.year() < first.date().year()
                || interval.to.until(first.date()).is_ok_and(|span| span.get_days() > 30)
        })
    }

    /// How many independent witnesses the story has.
    pub fn witnesses(&self) -> usize {
        self.families.iter().max().map_or(0, |most| most + 1)
    }
}
