//! Publication dates that the story speaks against: the stamp of a copy, not of the page.
//!
//! What happened "on Sunday" is of one Sunday. Where an article counts it from its stamp and comes
//! to a later one than others who tell the same, its stamp is late, and so is every day counted
//! from it; so it is where several such tellings fit an earlier week better ([`crate::placed`]). It
//! is late too where all others came out in one go, it lies months behind them, and
//! nothing in the text speaks of that time.
//!
//! A page of the evening whose text was written anew the next day keeps its stamp, and its "last
//! night" is another night. Where others date otherwise what an article tells of such days, the
//! stamp stands and those days are told by nobody.

use std::collections::BTreeSet;

use jiff::{civil::Date, tz::Offset};
use throughline_annotate::{Anchor, Direction, Granularity, Reading, Terms, Timex, Vector};
use throughline_gather::{Owners, families};
use throughline_model::{Article, DatePlace, DateSource, Doubt, DoubtedDate, Moment, Role};

use crate::{
    calendar::days_from,
    placed::{self, is_placed},
    telling::{ALIKE, even, sole_day, weekday},
};

/// Sentences of an article, and voices against them, from which its "today" is another day.
const SEVERAL: usize = 2;

/// How many days such a text may be older or newer than its stamp.
const REWRITTEN: i32 = 2;

/// Days in which the other articles came out, at most, for a stamp to be alone.
const TOGETHER: i32 = 45;

/// Days behind them after which it needs words that bear it out.
const ALONE: i32 = 60;

/// Days after its stamp from which what a text tells as past shows the stamp wrong: a plan for the next
/// weeks is often told like the past.
const MONTH: i32 = 31;

/// Sentences in which an article says its news.
const LEAD: usize = 2;

/// Sets such stamps aside, what was counted from them is read again without; and takes the day from
/// a weekday that may be tomorrow or six days ago, where nobody bears it out.
pub fn checked(readings: Vec<Reading>, owners: &Owners) -> Vec<Reading> {
    let tellings = tellings(&readings);
    let pairs = pairs(&readings, &tellings);
    let mut late = contradicted(&readings, &pairs, owners);
    let rewritten = rewritten(&readings, &tellings, owners);
    for (article, (late, is_told_earlier)) in
        late.iter_mut().zip(placed::late(&readings, owners)).enumerate()
    {
        *late |= is_told_earlier || stands_alone(article, &readings);
    }
    // Pages copied in one go bear one stamp.
    let stamp = |reading: &Reading| (reading.article.outlet.clone(), reading.article.published);
    let copied: Vec<_> =
        readings.iter().zip(&late).filter(|(_, late)| **late).map(|(r, _)| stamp(r)).collect();
    let newest = readings.iter().filter_map(|r| r.article.published).max().map(|at| at.date());
    let later: Vec<bool> = readings.iter().map(|r| tells_of_later_days(r, newest)).collect();
    let is_late =
        |article: usize, reading: &Reading| later[article] || copied.contains(&stamp(reading));
    let mend = |(article, reading): (usize, Reading)| match is_late(article, &reading) {
        true => undated(reading),
        false => {
            let borne_out = pairs.iter().filter(|p| p.article == article && p.weeks == 0);
            let settled = settled(reading, borne_out);
            if rewritten[article] { without_today(settled) } else { settled }
        }
    };
    readings.into_iter().enumerate().map(mend).collect()
}

/// The article without the days that its words leave open, where no other tells of that day.
fn settled<'a>(mut reading: Reading, borne_out: impl Iterator<Item = &'a Pair>) -> Reading {
    let days: BTreeSet<Date> = borne_out.map(|pair| pair.day).collect();
    let is_night = reading.article.published.is_some_and(is_of_some_night);
    let text = &reading.article.text;
    for sentence in &mut reading.sentences {
        let is_night = is_night && sentence.at.is_none();
        for timex in &mut sentence.dates {
            let is_told = timex.interval.is_some_and(|i| days.contains(&i.from));
            if is_open(timex, text) && !is_told || is_night && is_tomorrow(timex, text) {
                timex.interval = None;
            }
        }
    }
    reading
}

/// The hour before which it is still the day before to the west.
const SMALL_HOURS: i8 = 6;

/// Whether a stamp is of the small hours, by a clock that may not be the outlet's: in Los Angeles
/// it is the evening before.
fn is_of_some_night(stamp: Moment) -> bool {
    let is_local = stamp.offset().is_some_and(|offset| offset != Offset::UTC);
    !is_local && stamp.time().is_some_and(|time| time.hour() < SMALL_HOURS)
}

fn is_tomorrow(timex: &Timex, text: &str) -> bool {
    timex.anchor == Anchor::Publication
        && text[timex.start..timex.end].to_lowercase().contains("tomorrow")
}

/// Whether a weekday may be tomorrow or six days ago.
pub fn is_open(timex: &Timex, text: &str) -> bool {
    timex.is_doubtful() && timex.anchor == Anchor::Publication && weekday(timex, text).is_some()
}

/// The article without the days that it counts from "today".
fn without_today(mut reading: Reading) -> Reading {
    let text = &reading.article.text;
    for sentence in reading.sentences.iter_mut().filter(|sentence| sentence.at.is_none()) {
        for timex in sentence.dates.iter_mut().filter(|timex| is_today(timex, text)) {
            timex.interval = None;
        }
    }
    if let Some(moment) = reading.article.published {
        let source = reading.article.dating.published.clone();
        let source = source.unwrap_or_else(|| DateSource::new(DatePlace::Field, "published"));
        let doubt = Doubt::DaysAgainstTheStory;
        reading.article.dating.doubted.push(DoubtedDate { moment, source, doubt });
    }
    reading
}

/// "Today", "last night", "this morning": a day that only the stamp gives.
fn is_today(timex: &Timex, text: &str) -> bool {
    const DAYS: [&str; 4] = ["today", "yesterday", "tonight", "tomorrow"];
    let words = text[timex.start..timex.end].to_lowercase();
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    timex.anchor == Anchor::Publication
        && timex.granularity <= Granularity::Day
        && words.any(|word| DAYS.contains(&word) || matches!(word, "last" | "this"))
        && weekday(timex, text).is_none()
}

/// The date of an article from which nothing is counted, or not its "today".
pub fn doubted(article: &Article) -> Option<Moment> {
    let is_set_aside = |doubt: Doubt| match doubt {
        Doubt::AgainstTheStory | Doubt::ToCome => article.published.is_none() || is_placed(article),
        Doubt::DaysAgainstTheStory => true,
        _ => false,
    };
    article.dating.doubted.iter().rev().find(|d| is_set_aside(d.doubt)).map(|d| d.moment)
}

/// What a sentence tells of a day.
struct Telling {
    article: usize,
    day: Date,
    /// Whether the day was counted from the article's stamp by its weekday.
    is_counted: bool,
    /// Whether only the stamp gives it: "today".
    is_today: bool,
    /// Whether the words leave the day open.
    is_open: bool,
    words: Vector,
}

/// What one outlet's telling is to another's of the same weekday.
struct Pair {
    article: usize,
    day: Date,
    other: usize,
    alike: f32,
    /// Weeks from the other's day to this one.
    weeks: i32,
}

/// Which articles others contradict more than any bears them out.
fn contradicted(readings: &[Reading], pairs: &[Pair], owners: &Owners) -> Vec<bool> {
    let mut late = vec![false; readings.len()];
    if pairs.iter().all(|pair| pair.weeks <= 0) {
        return late;
    }
    let families = families(readings, owners);
    for (article, late) in late.iter_mut().enumerate() {
        let pairs =
            pairs.iter().filter(|p| p.article == article && families[p.other] != families[article]);
        let most =
            |pairs: &mut dyn Iterator<Item = &Pair>| pairs.map(|p| p.alike).fold(0.0, f32::max);
        let borne_out = most(&mut pairs.clone().filter(|p| p.weeks == 0));
        let earlier: Vec<&Pair> = pairs.filter(|p| p.weeks > 0).collect();
        let voices: BTreeSet<usize> = earlier.iter().map(|p| families[p.other]).collect();
        // A week apart, one voice may tell of the Sunday before.
        let is_told = voices.len() > 1 || earlier.iter().any(|p| p.weeks > 1);
        *late = is_told && most(&mut earlier.into_iter()) > borne_out;
    }
    late
}

/// Which articles tell by "today" and "last night" what others date to another day, and always as
/// many days off: their texts are of another day than their stamps.
fn rewritten(readings: &[Reading], tellings: &[Telling], owners: &Owners) -> Vec<bool> {
    let mut found = vec![false; readings.len()];
    if !tellings.iter().any(|telling| telling.is_today) {
        return found;
    }
    let families = families(readings, owners);
    for (article, found) in found.iter_mut().enumerate() {
        let own = tellings.iter().filter(|t| t.article == article && t.is_today).enumerate();
        // How alike another's telling is, how many days later it dates the same, whose it is and of
        // which of the article's sentences.
        let others: Vec<(f32, i32, usize, usize)> = own
            .flat_map(|(sentence, own)| {
                let others = tellings.iter().filter(|t| {
                    !t.is_today && !t.is_open && families[t.article] != families[article]
                });
                others.filter_map(move |other| {
                    Some((own, other, days_from(own.day, other.day)?, sentence))
                })
            })
            .map(|(own, other, days, sentence)| {
                (own.words.dot(&other.words), days, families[other.article], sentence)
            })
            .filter(|(alike, days, ..)| *alike >= ALIKE && days.abs() <= REWRITTEN)
            .collect();
        let most =
            |days: i32| others.iter().filter(|o| o.1 == days).map(|o| o.0).fold(0.0, f32::max);
        *found = (-REWRITTEN..=REWRITTEN).filter(|days| *days != 0).any(|days| {
            let against = || others.iter().filter(move |o| o.1 == days);
            let voices: BTreeSet<usize> = against().map(|o| o.2).collect();
            let sentences: BTreeSet<usize> = against().map(|o| o.3).collect();
            voices.len() >= SEVERAL && sentences.len() >= SEVERAL && most(days) > most(0)
        });
    }
    found
}

fn pairs(readings: &[Reading], tellings: &[Telling]) -> Vec<Pair> {
    let outlet = |telling: &Telling| &readings[telling.article].article.outlet;
    let mut pairs = Vec::new();
    for own in tellings.iter().filter(|telling| telling.is_counted) {
        let others = tellings.iter().filter(|other| {
            other.day.weekday() == own.day.weekday()
                && outlet(other) != outlet(own)
                && !other.is_today
                && !other.is_open
        });
        for other in others {
            let alike = own.words.dot(&other.words);
            if alike >= ALIKE {
                let Some(days) = days_from(other.day, own.day) else { continue };
                let weeks = days / 7;
                let (article, day, other) = (own.article, own.day, other.article);
                pairs.push(Pair { article, day, other, alike, weeks });
            }
        }
    }
    pairs
}

fn tellings(readings: &[Reading]) -> Vec<Telling> {
    let mut terms = Terms::default();
    let mut tellings = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for sentence in reading.sentences.iter().filter(|s| s.position.is_some()) {
            let Some((timex, day)) = sole_day(sentence) else { continue };
            let is_weekday = weekday(timex, &reading.article.text).is_some();
            let is_today = is_today(timex, &reading.article.text);
            if timex.anchor != Anchor::None && !is_weekday && !is_today {
                continue;
            }
            // An entry of a live blog counts from its own time.
            let is_counted = is_weekday && sentence.at.is_none();
            let is_today = is_today && sentence.at.is_none();
            let words = even(&mut terms, sentence);
            let is_open = is_open(timex, &reading.article.text);
            tellings.push(Telling { article, day, is_counted, is_today, is_open, words });
        }
    }
    tellings
}

/// Whether an article leads with a figure that no other outlet has: news of its own.
fn has_own_figure(own: &Reading, readings: &[Reading]) -> bool {
    let others = readings.iter().filter(|r| r.article.outlet != own.article.outlet);
    let known: Vec<f64> = others
        .flat_map(|r| &r.sentences)
        .flat_map(|s| &s.quantities)
        .map(|quantity| quantity.value)
        .collect();
    let lead = own.sentences.iter().filter(|s| s.position.is_none_or(|at| at < LEAD));
    lead.flat_map(|s| &s.quantities).any(|q| q.is_figure() && !known.contains(&q.value))
}

/// Whether all others are months older and no date in its own words is newer than theirs.
fn stands_alone(article: usize, readings: &[Reading]) -> bool {
    let own = &readings[article];
    let others = readings.iter().filter(|r| r.article.outlet != own.article.outlet);
    let others = others.filter_map(|r| r.article.published).map(|m| m.date());
    let span = others.clone().min().zip(others.max());
    let Some(((first, last), stamp)) = span.zip(own.article.published) else { return false };
    let is_newer = |timex: &Timex| {
        timex.anchor == Anchor::None && timex.interval.is_some_and(|i| i.from > last)
    };
    days_from(first, last).is_some_and(|days| days <= TOGETHER)
        && days_from(last, stamp.date()).is_some_and(|days| days > ALONE)
        && !has_own_figure(own, readings)
        && !own.sentences.iter().flat_map(|s| &s.dates).any(is_newer)
}

/// Whether a text tells as past what came more than a month after its stamp, and no later than the
/// `newest` article: "was delayed in September 2017", of a page stamped in 2016.
fn tells_of_later_days(own: &Reading, newest: Option<Date>) -> bool {
    let stamp = own.article.published.map(|at| at.date());
    let Some((stamp, newest)) = stamp.zip(newest) else { return false };
    let text = &own.article.text;
    let body = own.sentences.iter().filter(|s| s.position.is_some() && s.role == Role::Body);
    let past = |timex: &&Timex| {
        let before = text[..timex.start].trim_end();
        timex.anchor == Anchor::None
            && timex.direction == Direction::Past
            && timex.granularity <= Granularity::Month
            && (before.ends_with(" in") || before.ends_with(" on"))
    };
    let days = body.flat_map(|s| &s.dates).filter(past).filter_map(|timex| timex.interval);
    let is_later = |from: Date| days_from(stamp, from).is_some_and(|days| days > MONTH);
    days.into_iter().any(|days| days.to <= newest && is_later(days.from))
}

/// The article read again without its stamp.
fn undated(reading: Reading) -> Reading {
    let mut article = reading.article;
    if let Some(moment) = article.published.take() {
        let source = article.dating.published.take();
        let source = source.unwrap_or_else(|| DateSource::new(DatePlace::Field, "published"));
        let doubt = Doubt::AgainstTheStory;
        article.dating.doubted.push(DoubtedDate { moment, source, doubt });
    }
    Reading::of(article)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Given, readings};

    const FERRY: &str = "The ferry Silver Wake sank off Orrin Head on Sunday, killing nine people.";
    const SANK: &str = "Nine people were killed on Sunday when the ferry Silver Wake sank.";
    const LATER: &str = "The owner of the ferry Silver Wake was charged on Friday.";

    #[test]
    fn sets_aside_what_others_date_earlier() {
        let vess: Given = ("Vess Herald", "2026-03-09T07:00", "Ferry sinks", &[FERRY]);
        let anchor: Given = ("Daily Anchor", "2026-03-10T09:00", "Nine dead", &[SANK]);
        let in_full =
            "The ferry Silver Wake sank on 8 March, killing nine people, police said on Sunday.";
        let of_its_time = "The owner of the ferry was charged on 31 August 2026.";
        let cases = [
            ("another Sunday, weeks on", "2026-04-20T12:00", SANK, true),
            ("a week on, against two", "2026-03-17T12:00", SANK, true),
            ("the same Sunday", "2026-03-11T12:00", SANK, false),
            ("other news of another day", "2026-04-25T12:00", LATER, false),
            ("in full, with the day of the saying", "2026-04-20T12:00", in_full, false),
            ("months behind, no day", "2026-09-01T12:00", "The ferry sank, killing nine.", true),
            (
                "months behind, a figure of its own",
                "2026-09-01T12:00",
                "Of the crew 34 are back.",
                false,
            ),
            ("months behind, of its time", "2026-09-01T12:00", of_its_time, false),
            ("not dated at all", "", SANK, false),
        ];
        for (what, day, text, expected) in cases {
            let lines = [text];
            let third: Given = ("Copied Times", day, "Nine killed as ferry sinks", &lines);
            let checked = checked(readings(&[vess, anchor, third]), &Owners::default());
            let doubted: Vec<bool> =
                checked.iter().map(|r| doubted(&r.article).is_some()).collect();
            assert_eq!(doubted, [false, false, expected], "{what}");
            let days = checked[2].sentences.iter().flat_map(|s| &s.dates);
            assert!(!expected || days.clone().all(|t| t.interval.is_none()), "{what}");
        }
    }

    #[test]
    fn a_text_that_tells_of_later_days_is_not_of_its_stamp() {
        let cases = [
            ("The ferry was moved to Tarn in September 2026 by two tugs.", true),
            ("The ferry will be moved to Tarn in September 2026 by two tugs.", false),
            ("The ferry was moved as a start to a journey in 2027.", false),
            ("The ferry was told to stay in Tarn until September 2026.", false),
            ("Tarn was awarded the island games in July 2028.", false),
            ("The ferry was moved to Tarn on March 12, 2026 by two tugs.", false),
        ];
        for (text, expected) in cases {
            let told: &[&str] = &[text];
            let one: Given = ("Vess Herald", "2026-03-09T07:00", "Ferry", told);
            let newest = "2026-10-02".parse().ok();
            assert_eq!(tells_of_later_days(&readings(&[one])[0], newest), expected, "{text}");
        }
    }

    #[test]
    fn a_text_of_the_day_after_its_stamp_tells_no_today() {
        let attack = "A truck killed dozens of people on the quay of Vessmouth on Thursday.";
        let told: [Given; 2] = [
            ("Vess Herald", "2026-03-13T07:00", "Truck kills dozens", &[attack]),
            (
                "Daily Anchor",
                "2026-03-13T09:00",
                "Dozens dead",
                &["On Thursday a truck killed dozens of people on a quay in Vessmouth."],
            ),
        ];
        let last = "A truck killed dozens of people on the quay of Vessmouth last night.";
        let again =
            "Police look at the truck that killed dozens of people in Vessmouth last night.";
        let cases: [(&str, &str, &[&str], bool); 4] = [
            ("stamped the evening before", "2026-03-12T21:30", &[last, again], true),
            ("of its day", "2026-03-13T08:00", &[last, again], false),
            ("one sentence", "2026-03-12T21:30", &[last], false),
            (
                "other news",
                "2026-03-12T21:30",
                &["The harbour was closed last night.", "The mayor spoke last night."],
                false,
            ),
        ];
        for (what, day, lines, expected) in cases {
            let late: Given = ("Night Sun", day, "Truck kills dozens", lines);
            let checked = checked(readings(&[told[0], told[1], late]), &Owners::default());
            let doubts: Vec<bool> = checked.iter().map(|r| doubted(&r.article).is_some()).collect();
            let mut expecting = vec![false; 3];
            let own = checked.iter().position(|r| r.article.outlet == "Night Sun").unwrap();
            expecting[own] = expected;
            assert_eq!(doubts, expecting, "{what}");
            assert!(checked[own].article.published.is_some(), "{what}");
            let mut days = checked[own].sentences.iter().flat_map(|s| &s.dates);
            assert!(days.all(|t| t.interval.is_none() == expected), "{what}");
        }
    }

    #[test]
    fn a_day_left_open_is_told_where_others_tell_it() {
        let early = "The ferry Silver Wake sank early on Sunday, killing nine.";
        let own: Given = ("Far Times", "2026-03-07T21:00", "Ferry sinks", &[early]);
        let alone = checked(readings(&[own]), &Owners::default());
        assert_eq!(alone[0].sentences[1].dates[0].interval, None);
        let vess: Given = ("Vess Herald", "2026-03-09T07:00", "Ferry sinks", &[FERRY]);
        let told = checked(readings(&[own, vess]), &Owners::default());
        let day = told[0].sentences[1].dates[0].interval.map(|i| i.from.to_string());
        assert_eq!(day.as_deref(), Some("2026-03-08"));
    }

    #[test]
    fn tomorrow_is_open_in_the_small_hours_of_a_clock_far_off() {
        let cases = [
            ("2026-03-10T03:29:35", None),
            ("2026-03-10T03:29:35Z", None),
            ("2026-03-10T03:29:35-08:00", Some("2026-03-11")),
            ("2026-03-10T09:00:00", Some("2026-03-11")),
            ("2026-03-10", Some("2026-03-11")),
        ];
        for (stamp, expected) in cases {
            let lines = ["The ferry is now scheduled to sail tomorrow morning."];
            let own: Given = ("Far Times", stamp, "Ferry delayed", &lines);
            let checked = checked(readings(&[own]), &Owners::default());
            let dates = checked[0].sentences.iter().flat_map(|s| &s.dates);
            let days: Vec<String> =
                dates.filter_map(|t| t.interval).map(|i| i.from.to_string()).collect();
            assert_eq!(days.first().map(String::as_str), expected, "{stamp}");
        }
    }

    #[test]
    fn a_week_apart_one_voice_is_not_enough() {
        let told = [
            ("Vess Herald", "2026-03-09T07:00", "Ferry sinks", &[FERRY] as &[&str]),
            ("Daily Anchor", "2026-03-16T09:00", "Nine dead", &[SANK]),
        ];
        let checked = checked(readings(&told), &Owners::default());
        assert!(checked.iter().all(|r| doubted(&r.article).is_none()));
    }

    #[test]
    fn what_was_copied_in_one_go_goes_together() {
        let told = [
            ("Vess Herald", "2026-03-09T07:00", "Ferry sinks", &[FERRY] as &[&str]),
            ("Copied Times", "2026-04-20T12:00", "Nine dead", &[SANK]),
            ("Copied Times", "2026-04-20T12:00", "Harbour closed", &["The harbour was closed."]),
        ];
        let checked = checked(readings(&told), &Owners::default());
        let doubted: Vec<bool> = checked.iter().map(|r| doubted(&r.article).is_some()).collect();
        assert_eq!(doubted, [false, true, true]);
    }
}
