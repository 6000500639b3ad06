//! Whether a story tells of like events of more than one time: two launches in the same words,
//! weeks apart. The reader must then be told which of them a section is about.

use jiff::civil::Date;
use throughline_annotate::{Reading, Terms, Vector, is_speech_verb};
use throughline_model::periods;

use crate::{
    calendar::days_from,
    telling::{ALIKE, even, sole_day},
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
            let Some((timex, day)) = sole_day(sentence) else { continue };
            let before = sentence.words.iter().rev().filter(|w| w.span.end <= timex.start);
            // Two sayings are no two events of a kind.
            if before.take(NEAR).any(|w| is_speech_verb(&w.lower) || w.stem == "announc") {
                continue;
            }
            if days_from(day, published).is_some_and(|days| (-1..=FRESH).contains(&days)) {
                news.push(News { period, words: even(&mut terms, sentence) });
            }
        }
    }
    news
}

#[cfg(test)]
mod tests {
    use throughline_gather::{Owners, in_order};
    use throughline_model::Briefing;
    use throughline_prove::Proof;

    use crate::{
        Options, brief,
        fixture::{Given, readings},
    };

    const MARCH: &[Given] = &[
        (
            "Vess Herald",
            "2026-03-10T08:30:00Z",
            "Tarn fires rocket over Ardenne",
            &[
                "Tarn fired a rocket over the city of Ardenne on March 10.",
                "The rocket flew 120 kilometres and fell into the bay of Orrin, the navy said.",
            ],
        ),
        (
            "Daily Anchor",
            "2026-03-11T09:00:00Z",
            "Ardenne protests at rocket",
            &[
                "Ardenne protested on Wednesday against the rocket that Tarn fired over the city.",
                "Mila Dorn, the mayor of Ardenne, said the schools would stay closed for a day.",
            ],
        ),
    ];

    const MAY: &[Given] = &[
        (
            "Vess Herald",
            "2026-05-20T08:30:00Z",
            "Tarn fires second rocket over Ardenne",
            &[
                "Tarn fired a rocket over the city of Ardenne on May 20.",
                "The rocket flew 310 kilometres and broke up over the open sea, the navy said.",
            ],
        ),
        (
            "Molsey Post",
            "2026-05-21T09:00:00Z",
            "Norland calls council after rocket",
            &[
                "Norland called the council of the strait to a meeting on Friday after the rocket.",
                "Sten Orrin, the admiral, said the navy had tracked the rocket from the start.",
            ],
        ),
    ];

    fn briefed(articles: &[Given]) -> Briefing {
        let now = "2026-05-22".parse().expect("a day");
        let options = Options { now, owners: Owners::default(), words: None };
        let briefing = brief(in_order(readings(articles)).0, &options).expect("a briefing");
        assert_eq!(Proof::from(&briefing.articles).faults(&briefing), []);
        briefing
    }

    #[test]
    fn like_events_of_two_times_stand_apart_and_the_newest_is_told() {
        let briefing = briefed(&[MARCH, MAY].concat());
        assert!(briefing.recurs);
        let reported: Vec<(String, String)> = briefing
            .sections
            .iter()
            .filter_map(|section| briefing.reported(section))
            .map(|(from, to)| (from.to_string(), to.to_string()))
            .collect();
        assert_eq!(reported.len(), briefing.sections.len());
        assert!(reported.iter().all(|(from, to)| from[..7] == to[..7]), "{reported:?}");
        assert!(reported.iter().any(|(from, _)| from.starts_with("2026-05")), "{reported:?}");
        // A rocket of May bears out none of March.
        let month = |number: usize| {
            let source = briefing.sources.iter().find(|source| source.number == number);
            source.and_then(|s| s.published).map(|at| at.date().month())
        };
        for statement in briefing.sections.iter().flat_map(|section| &section.statements) {
            let mut months = statement.citations.iter().map(|citation| month(citation.source));
            let first = months.next();
            assert!(months.all(|other| Some(other) == first), "{}", statement.text);
        }
    }

    #[test]
    fn what_only_goes_on_is_one_story() {
        let cases: [(&str, &[Given]); 2] = [
            ("one time", MAY),
            (
                "a trial after the event",
                &[
                    MARCH[0],
                    MARCH[1],
                    (
                        "Molsey Post",
                        "2026-05-21T09:00:00Z",
                        "Court hears rocket engineer",
                        &["A court in Molsey heard the engineer Ida Kroll on Thursday."],
                    ),
                ],
            ),
        ];
        for (what, articles) in cases {
            let briefing = briefed(articles);
            assert!(!briefing.recurs, "{what}");
            assert!(briefing.sections.iter().all(|s| briefing.reported(s).is_none()), "{what}");
        }
    }
}
