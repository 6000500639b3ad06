//! Whether a story tells of like events of more than one time: two launches in the same words,
//! weeks apart. The reader must then be told which of them a section is about.

use jiff::civil::Date;
use throughline_annotate::{Reading, Terms, Vector, is_speech_verb};
use throughline_model::periods;

use crate::{
    calendar::days_from,
    stamp::{self, ALIKE},
};

/// How many days after an event an article tells it as news.
const FRESH: i32 = 4;

/// Sentences in which an article says its news.
const LEAD: usize = 4;

/// Words before a day in which a verb stands that it dates: "said here on".
const NEAR: usize = 3;

/// What an article tells as the news of a day.
struct News {
    period: usize,
    words: Vector,
}

/// For each article the period in which it was reported, where like events of more than one period
/// are told as news; else none.
pub fn periods_apart(readings: &[Reading]) -> Vec<Option<usize>> {
    let days: Vec<Option<Date>> =
        readings.iter().map(|r| r.article.published.map(|at| at.date())).collect();
    let periods = periods(&days);
    let news = news(readings, &periods);
    let recurs = news.iter().enumerate().any(|(at, one)| {
        news[..at]
            .iter()
            .any(|other| one.period != other.period && one.words.dot(&other.words) >= ALIKE)
    });
    match recurs {
        true => periods,
        false => vec![None; readings.len()],
    }
}

fn news(readings: &[Reading], periods: &[Option<usize>]) -> Vec<News> {
    let mut terms = Terms::default();
    let mut news = Vec::new();
    for (reading, period) in readings.iter().zip(periods) {
        let published = reading.article.published.map(|at| at.date());
        let (Some(period), Some(published)) = (*period, published) else { continue };
        let lead = reading.sentences.iter().filter(|s| s.position.is_some_and(|at| at < LEAD));
        for sentence in lead {
            let mut days = sentence.dates.iter().filter(|timex| timex.is_resolved_day());
            let (Some(timex), None) = (days.next(), days.next()) else { continue };
            let Some(day) = timex.interval.map(|interval| interval.from) else { continue };
            let before = sentence.words.iter().rev().filter(|w| w.span.end <= timex.start);
            // Two sayings are no two events of a kind.
            if before.take(NEAR).any(|w| is_speech_verb(&w.lower) || w.stem == "announc") {
                continue;
            }
            if days_from(day, published).is_some_and(|days| (-1..=FRESH).contains(&days)) {
                news.push(News { period, words: stamp::even(&mut terms, sentence) });
            }
        }
    }
    news
}
