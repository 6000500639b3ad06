//! Articles that bear no day, or none that is believed, placed among the others: "on Tuesday" is
//! the Tuesday of which others tell the same.
//!
//! Only the weekdays that another outlet's telling bears out are told as days; all else that such
//! an article counts from its day stays unknown.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use throughline_annotate::{Anchor, Reading, Sentence, Terms, Vector};
use throughline_gather::{Owners, families};
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

/// Sum of cosines, over an article's tellings of weekdays, from which others tell the same as of
/// another day than its own.
const FITS: f32 = 0.5;

/// The least of that sum for each telling.
const EACH: f32 = 0.15;

/// The most, as a share of it, that others may tell as of its own day.
const HARDLY: f32 = 0.4;

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
    let known = known(&readings, &mut terms);
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

/// Which articles bear a stamp too late by more than a week: as of another article's day their
/// weekdays are those of which several others tell the same, as of their own they are not.
pub fn late(readings: &[Reading], owners: &Owners) -> Vec<bool> {
    let stamp = |reading: &Reading| reading.article.published.map(|at| at.date());
    let stamps: BTreeSet<Date> = readings.iter().filter_map(stamp).collect();
    let apart = stamps.first().zip(stamps.last()).and_then(|(a, b)| days_from(*a, *b));
    if apart.is_none_or(|days| days <= WEEK) {
        return vec![false; readings.len()];
    }
    let mut terms = Terms::default();
    let known = known(readings, &mut terms);
    let families = families(readings, owners);
    let mut is_late = |article: usize| {
        let own = &readings[article];
        let published = stamp(own)?;
        let told = told(own, &mut terms);
        let others: Vec<&Known> =
            known.iter().filter(|known| families[known.article] != families[article]).collect();
        let fit = |stamp: Date| {
            let best = told.iter().filter_map(|telling| borne_out(telling, stamp, &others));
            let best: Vec<(f32, usize)> = best.collect();
            let voices: BTreeSet<usize> = best.iter().map(|(_, other)| families[*other]).collect();
            (best.iter().map(|(alike, _)| alike).sum::<f32>(), voices.len())
        };
        let is_earlier = |day: &&Date| days_from(**day, published).is_some_and(|days| days > WEEK);
        let fits = stamps.iter().filter(is_earlier).map(|day| fit(*day));
        let (best, voices) = fits.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let is_told = best >= FITS.max(EACH * told.len() as f32) && voices > 1;
        Some(told.len() > 1 && is_told && fit(published).0 <= HARDLY * best)
    };
    (0..readings.len()).map(|article| is_late(article).unwrap_or(false)).collect()
}

/// The weekdays by which an article dates its sentences, and what each tells.
fn told(own: &Reading, terms: &mut Terms) -> Vec<(Weekday, Vector)> {
    let sentences = own.sentences.iter().filter(|s| s.position.is_some() && s.at.is_none());
    sentences.filter_map(|s| Some((sole_weekday(s, &own.article.text)?, even(terms, s)))).collect()
}

/// How much alike others tell of the last such weekday up to a stamp, and whose article does it best.
fn borne_out(
    (weekday, words): &(Weekday, Vector),
    stamp: Date,
    others: &[&Known],
) -> Option<(f32, usize)> {
    let back = stamp.weekday().since(*weekday);
    let day = stamp.saturating_sub(i64::from(back).days());
    let of_the_day = others.iter().filter(|known| known.day == day);
    let alike = of_the_day.map(|known| (known.words.dot(words), known.article));
    alike.filter(|(alike, _)| *alike > 0.0).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
}

/// Whether the day of an article is of others' telling.
pub fn is_placed(article: &Article) -> bool {
    article.dating.published.as_ref().is_some_and(|source| source.place == DatePlace::Story)
}

/// What the dated articles tell of the days of their news; far east of an article its day is over.
fn known(readings: &[Reading], terms: &mut Terms) -> Vec<Known> {
    let mut known = Vec::new();
    // Nobody reports on what has yet to begin.
    let first = readings.iter().filter_map(|reading| reading.article.published).min();
    let eve = first.map(|first| first.date().saturating_sub(LATE.days()));
    for (article, reading) in readings.iter().enumerate() {
        let Some(published) = reading.article.published.map(|at| at.date()) else { continue };
        for sentence in reading.sentences.iter().filter(|s| s.position.is_some()) {
            let Some((timex, day)) = sole_day(sentence) else { continue };
            let is_news = days_from(day, published).is_some_and(|days| (-1..=WEEK).contains(&days));
            let has_begun = eve.is_none_or(|eve| eve <= day);
            if is_news && has_begun && !is_open(timex, &reading.article.text) {
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
    for (weekday, words) in told(own, terms) {
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
    fn a_stamp_is_late_where_its_weekdays_are_others_of_an_earlier_week() {
        let held = "The coastguard held the captain of the Silver Wake in Tarn on Tuesday.";
        let told: [Given; 3] = [
            ("Vess Herald", "2026-03-09T07:00", "Ferry sinks", &[FERRY]),
            ("Far Times", "2026-03-11T07:00", "Captain held", &[held]),
            ("Daily Anchor", "2026-03-12T09:00", "Owner charged", &[CHARGED]),
        ];
        let sank =
            "On Sunday a ferry, the Silver Wake, went down near Orrin Head with nine people.";
        let charged = "Pellin's prosecutor brought charges against the owner of a ferry Wednesday.";
        let owners = Owners::default();
        let cases: [(&str, &str, &[&str], bool); 6] = [
            (
                "one outlet's days",
                "2026-03-25T12:00",
                &[sank, "The ferry Silver Wake sank."],
                false,
            ),
            ("weeks on", "2026-03-25T12:00", &[sank, charged], true),
            ("of its day", "2026-03-12T12:00", &[sank, charged], false),
            ("one telling", "2026-03-25T12:00", &[charged], false),
            ("of those days", "2026-03-17T12:00", &[sank, charged], false),
            (
                "other news of such days",
                "2026-03-25T12:00",
                &["The choir sang on Sunday.", "The mayor opened the new market on Wednesday."],
                false,
            ),
        ];
        for (what, stamp, lines, expected) in cases {
            let own: Given = ("Copied News", stamp, "Ferry", lines);
            let readings = readings(&[told[0], told[1], told[2], own]);
            let found: Vec<bool> = late(&readings, &owners);
            let is_own = |reading: &Reading| reading.article.outlet == "Copied News";
            let expected: Vec<bool> = readings.iter().map(|r| expected && is_own(r)).collect();
            assert_eq!(found, expected, "{what}");
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
