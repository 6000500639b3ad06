//! Articles that bear no day, or none that is believed, placed among the others: "on Tuesday" is
//! the Tuesday of which others tell the same.
//!
//! Only the weekdays that another outlet's telling bears out are told as days; all else that such
//! an article counts from its day stays unknown.

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use throughline_annotate::{Anchor, Reading, Sentence, Terms, Vector};
use throughline_model::{Article, DatePlace, DateSource, Moment};

use crate::{
    calendar::{days_apart, days_from},
    stamp::is_open,
    telling::{ALIKE, even, sole_day, weekday},
};

/// Cosine from which a telling of the same weekday counts.
const KINDRED: f32 = 0.2;

/// The most that the telling of another Tuesday may fit beside that of the best.
const CLEAR: f32 = 0.75;

/// Days from the first to the last day that an article of one day calls by weekdays.
const WEEK: i32 = 6;

/// Days by which the first report at hand may come late.
const LATE: i64 = 3;

/// Sum of such cosines from which several sentences together tell of one day.
const TOGETHER: f32 = 0.6;

/// What a dated article tells of a day.
struct Known {
    article: usize,
    day: Date,
    words: Vector,
}

/// How well others' tellings of a day fit, and the day.
type Fit = (f32, Date);

/// Gives the articles without a day the newest of the days that others' tellings give their
/// weekdays.
pub fn placed(readings: Vec<Reading>) -> Vec<Reading> {
    if readings.iter().all(|reading| reading.article.published.is_some()) {
        return readings;
    }
    let mut terms = Terms::default();
    let mut known = known(&readings, &mut terms);
    // Nobody reports on what has yet to begin.
    let first = readings.iter().filter_map(|reading| reading.article.published).min();
    let eve = first.map(|first| first.date().saturating_sub(LATE.days()));
    known.retain(|known| eve.is_none_or(|eve| eve <= known.day));
    let days: Vec<Vec<Date>> = (0..readings.len())
        .map(|article| match readings[article].article.published {
            Some(_) => Vec::new(),
            None => days(&fits(article, &readings, &known, &mut terms)),
        })
        .collect();
    let place = |(reading, days): (Reading, Vec<Date>)| match days.last() {
        Some(_) => of_days(reading, &days),
        None => reading,
    };
    readings.into_iter().zip(days).map(place).collect()
}

/// Whether the day of an article is of others' telling.
pub fn is_placed(article: &Article) -> bool {
    article.dating.published.as_ref().is_some_and(|source| source.place == DatePlace::Story)
}

/// What the dated articles tell of the days of their news; far east of an article its day is over.
fn known(readings: &[Reading], terms: &mut Terms) -> Vec<Known> {
    let mut known = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        let Some(published) = reading.article.published.map(|at| at.date()) else { continue };
        for sentence in reading.sentences.iter().filter(|s| s.position.is_some()) {
            let Some((timex, day)) = sole_day(sentence) else { continue };
            let is_news = days_from(day, published).is_some_and(|days| (-1..=WEEK).contains(&days));
            if is_news && !is_open(timex, &reading.article.text) {
                let words = even(terms, sentence);
                known.push(Known { article, day, words });
            }
        }
    }
    known
}

/// For every weekday that an article names, the days of which others tell the same, each with how
/// well it fits: the best telling of each of the article's sentences counts.
fn fits(
    article: usize,
    readings: &[Reading],
    known: &[Known],
    terms: &mut Terms,
) -> BTreeMap<i8, Vec<Fit>> {
    let own = &readings[article];
    let mut fits: BTreeMap<i8, BTreeMap<Date, (f32, f32)>> = BTreeMap::new();
    for sentence in own.sentences.iter().filter(|s| s.position.is_some() && s.at.is_none()) {
        let Some(weekday) = sole_weekday(sentence, &own.article.text) else { continue };
        let words = even(terms, sentence);
        let mut best: BTreeMap<Date, f32> = BTreeMap::new();
        for other in known.iter().filter(|known| known.day.weekday() == weekday) {
            let alike = words.dot(&other.words);
            if alike >= KINDRED && readings[other.article].article.outlet != own.article.outlet {
                let best = best.entry(other.day).or_default();
                *best = best.max(alike);
            }
        }
        let fits = fits.entry(weekday.to_monday_zero_offset()).or_default();
        for (day, alike) in best {
            let (sum, most) = fits.entry(day).or_default();
            *sum += alike;
            *most = most.max(alike);
        }
    }
    // One sentence tells of the day, or several do together.
    let fits_well = |sum: f32, most: f32| most >= ALIKE || sum >= TOGETHER;
    let listed = |days: BTreeMap<Date, (f32, f32)>| {
        let kept = days.into_iter().filter(|(_, (sum, most))| fits_well(*sum, *most));
        kept.map(|(day, (sum, _))| (sum, day)).collect()
    };
    fits.into_iter().map(|(weekday, days)| (weekday, listed(days))).collect()
}

/// The days of one article's weekdays, the newest last: those that fit clearly better than any
/// other, of one week.
fn days(fits: &BTreeMap<i8, Vec<Fit>>) -> Vec<Date> {
    let better = |a: &Fit, b: &Fit| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1));
    let clear = fits.values().filter_map(|fits| {
        let best = *fits.iter().max_by(|a, b| better(a, b))?;
        let other = fits.iter().filter(|fit| fit.1 != best.1).map(|fit| fit.0);
        let is_clear = best.0 * CLEAR >= other.fold(0.0, f32::max);
        is_clear.then_some(best)
    });
    let clear: Vec<Fit> = clear.collect();
    let Some(best) = clear.iter().copied().max_by(|a, b| better(a, b)) else { return Vec::new() };
    let is_near = |day: &Date| days_apart(*day, best.1).is_some_and(|days| days <= WEEK);
    let mut days: Vec<Date> = clear.into_iter().map(|fit| fit.1).filter(is_near).collect();
    days.sort();
    // Monday of this week and Sunday of the next but one are not of one article's week.
    let newest = days.last().copied();
    days.retain(|day| newest.and_then(|newest| days_apart(*day, newest)) <= Some(WEEK));
    days
}

/// The article read as of the last of these days, with no day counted from it but these.
fn of_days(reading: Reading, days: &[Date]) -> Reading {
    let Some(&newest) = days.last() else { return reading };
    let mut article = reading.article;
    article.published = Some(Moment::day(newest));
    article.dating.published = Some(DateSource::new(DatePlace::Story, &newest.to_string()));
    let mut reading = Reading::of(article);
    let text = &reading.article.text;
    for timex in reading.sentences.iter_mut().filter(|s| s.at.is_none()).flat_map(|s| &mut s.dates)
    {
        let is_borne_out = weekday(timex, text).is_some()
            && timex.is_resolved_day()
            && timex.interval.is_some_and(|interval| days.contains(&interval.from));
        if timex.anchor != Anchor::None && !is_borne_out {
            timex.interval = None;
        }
    }
    reading
}

/// The weekday of a sentence that names one day, and by its weekday alone.
fn sole_weekday(sentence: &Sentence, text: &str) -> Option<Weekday> {
    let mut found = sentence.dates.iter().filter_map(|timex| weekday(timex, text));
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Given, readings};

    const FERRY: &str = "The ferry Silver Wake sank off Orrin Head on Sunday, killing nine people.";
    const CHARGED: &str = "The owner of the ferry Silver Wake was charged in Pellin on Wednesday.";

    #[test]
    fn a_weekday_is_the_day_of_which_others_tell_the_same() {
        let told: [Given; 2] = [
            ("Vess Herald", "2026-03-09T07:00", "Ferry sinks", &[FERRY]),
            ("Daily Anchor", "2026-03-12T09:00", "Owner charged", &[CHARGED]),
        ];
        let sank = "Nine people were killed on Sunday when the ferry Silver Wake sank.";
        let charged = "On Wednesday the owner of the ferry Silver Wake was charged.";
        /// What it is, lines, day of the article, days that it tells.
        type Case<'a> = (&'a str, &'a [&'a str], Option<&'a str>, &'a [&'a str]);
        let cases: [Case; 6] = [
            ("one day", &[sank], Some("2026-03-08"), &["2026-03-08"]),
            ("two days", &[sank, charged], Some("2026-03-11"), &["2026-03-08", "2026-03-11"]),
            (
                "a day that nobody tells",
                &[sank, "The bell rang on Monday."],
                Some("2026-03-08"),
                &["2026-03-08"],
            ),
            (
                "today stays open",
                &[sank, "Divers went down today."],
                Some("2026-03-08"),
                &["2026-03-08"],
            ),
            ("other news of a Sunday", &["The choir sang on Sunday."], None, &[]),
            (
                "another weekday",
                &["The ferry Silver Wake sank on Friday, killing nine."],
                None,
                &[],
            ),
        ];
        for (what, lines, published, days) in cases {
            let bare: Given = ("Far Times", "", "Ferry", lines);
            let all = placed(readings(&[told[0], told[1], bare]));
            let own = all.iter().find(|r| r.article.outlet == "Far Times").expect("the article");
            let day = own.article.published.map(|at| at.to_string());
            assert_eq!(day.as_deref(), published, "{what}");
            assert_eq!(is_placed(&own.article), published.is_some(), "{what}");
            let found = own.sentences.iter().flat_map(|s| &s.dates).filter_map(|t| t.interval);
            let found: Vec<String> = found.map(|i| i.from.to_string()).collect();
            assert_eq!(found, days, "{what}");
        }
    }

    #[test]
    fn two_sundays_that_fit_alike_give_no_day() {
        let bare: Given = ("Far Times", "", "Ferry", &[FERRY]);
        let told: [Given; 2] = [
            ("Vess Herald", "2026-03-09T07:00", "Ferry sinks", &[FERRY]),
            ("Daily Anchor", "2026-03-16T09:00", "Ferry sinks", &[FERRY]),
        ];
        let all = placed(readings(&[told[0], told[1], bare]));
        assert!(all.iter().any(|reading| reading.article.published.is_none()));
    }
}
