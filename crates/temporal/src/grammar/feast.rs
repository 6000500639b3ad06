//! Owns days with a name: Christmas, Thanksgiving, New Year's Eve, Labor Day. It refuses to place
//! them; the calendar does.

use super::year;
use crate::form::{Form, Read, YearOf};
use crate::scan::Scan;
use crate::word::{Feast, Which, Word};

/// Names of more than one word: their words, and the day.
const NAMES: &[(&[&str], Feast)] = &[
    (&["may", "day"], Feast::MayDay),
    (&["april", "fools", "'", "day"], Feast::AprilFools),
    (&["april", "fool", "'", "s", "day"], Feast::AprilFools),
    (&["labor", "day"], Feast::LaborDay),
    (&["labour", "day"], Feast::LaborDay),
    (&["memorial", "day"], Feast::MemorialDay),
    (&["valentine", "'", "s", "day"], Feast::Valentine),
    (&["independence", "day"], Feast::IndependenceDay),
    (&["veterans", "day"], Feast::VeteransDay),
    (&["veterans", "'", "day"], Feast::VeteransDay),
    (&["columbus", "day"], Feast::ColumbusDay),
    (&["martin", "luther", "king", "day"], Feast::KingDay),
    (&["martin", "luther", "king", "jr", ".", "day"], Feast::KingDay),
    (&["presidents", "day"], Feast::PresidentsDay),
    (&["presidents", "'", "day"], Feast::PresidentsDay),
    (&["mother", "'", "s", "day"], Feast::MothersDay),
    (&["mothers", "day"], Feast::MothersDay),
    (&["father", "'", "s", "day"], Feast::FathersDay),
    (&["fathers", "day"], Feast::FathersDay),
    (&["election", "day"], Feast::ElectionDay),
    (&["boxing", "day"], Feast::BoxingDay),
    (&["new", "year", "'", "s", "eve"], Feast::NewYearsEve),
    (&["new", "year", "'", "s", "day"], Feast::NewYear),
    (&["new", "years", "eve"], Feast::NewYearsEve),
    (&["new", "years", "day"], Feast::NewYear),
    (&["new", "year", "'", "s"], Feast::NewYear),
    (&["saint", "patrick", "'", "s", "day"], Feast::StPatrick),
    (&["black", "friday"], Feast::BlackFriday),
    (&["good", "friday"], Feast::GoodFriday),
    (&["palm", "sunday"], Feast::PalmSunday),
    (&["ash", "wednesday"], Feast::AshWednesday),
    (&["bastille", "day"], Feast::BastilleDay),
    (&["groundhog", "day"], Feast::GroundhogDay),
    (&["earth", "day"], Feast::EarthDay),
    (&["flag", "day"], Feast::FlagDay),
    (&["cinco", "de", "mayo"], Feast::CincoDeMayo),
    (&["all", "saints", "day"], Feast::AllSaints),
    (&["all", "saints", "'", "day"], Feast::AllSaints),
    (&["st", ".", "patrick", "'", "s", "day"], Feast::StPatrick),
    (&["st", "patrick", "'", "s", "day"], Feast::StPatrick),
];

/// A feast at `i`, with the year after it: "Christmas 1963".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    let (feast, end) = match scan.word(i) {
        Word::Feast(feast) => {
            let eve = scan.word(i + 1) == Word::Eve;
            match feast {
                Feast::Christmas if eve => (Feast::ChristmasEve, i + 2),
                Feast::Easter if scan.is(i + 1, "monday") => (Feast::EasterMonday, i + 2),
                Feast::Easter if scan.is(i + 1, "sunday") => (Feast::Easter, i + 2),
                _ if scan.is(i + 1, "day") && scan.capital(i + 1) => (feast, i + 2),
                _ => (feast, i + 1),
            }
        }
        Word::Named | Word::Month(4 | 5) => NAMES.iter().find_map(|(words, feast)| {
            let fits = words
                .iter()
                .enumerate()
                .all(|(k, word)| scan.is(i + k, word) || *word == "'" && scan.punct(i + k, b'\''));
            fits.then_some((*feast, i + words.len()))
        })?,
        _ => return None,
    };
    // "Easter Island", "Christmas Day" is handled above.
    if matches!(feast, Feast::Easter | Feast::Christmas)
        && scan.any(end, &["island", "islands", "seals"])
    {
        return None;
    }
    let after = end + usize::from(scan.punct(end, b',') && year::part(scan, end + 1).is_some());
    if let Some((year, end)) = year::part(scan, after).filter(|_| scan.digits(after).is_some()) {
        return Some(Read::new(i, end, Form::Feast(feast, YearOf::Given(year)), "feast-year"));
    }
    // In lower case only a year makes it a day: "earth day 2010".
    if !scan.capital(i) {
        return None;
    }
    Some(Read::new(i, end, Form::Feast(feast, YearOf::Nearest), "feast"))
}

/// "last Thanksgiving", "next Easter", "this Christmas". `i` is the word that places.
pub(super) fn placed(scan: &Scan, i: usize) -> Option<Read> {
    let shift = match scan.word(i) {
        Word::Which(Which::Last | Which::Past) => -1,
        Word::Which(Which::This) => 0,
        Word::Which(Which::Next | Which::Coming) => 1,
        _ => return None,
    };
    let read = read(scan, i + 1)?;
    let Form::Feast(feast, YearOf::Nearest) = read.form else {
        return None;
    };
    let form = Form::Feast(feast, YearOf::Shift(shift));
    Some(Read { form, rule: "feast-placed", ..read.from(i) })
}
