//! Owns what recurs (TIMEX3 SET): "daily", "every Tuesday", "each month", "four flights a week",
//! "twice a year", "Mondays". It refuses the adjectives of titles and agencies ("annual report").

use crate::form::{Form, Often, Read, Time};
use crate::number::{self, Amount};
use crate::period::Unit;
use crate::scan::Scan;
use crate::word::Word;

/// "a day", "a year" as a rate: "sold 50,000 a year", "four flights a week", "once a month".
pub(super) fn rate(scan: &Scan, i: usize) -> Option<Read> {
    let Word::Unit(unit) = scan.word(i + 1) else {
        return None;
    };
    if matches!(
        unit,
        Unit::Second | Unit::Weekend | Unit::Quarter | Unit::Century | Unit::Millennium
    ) || scan.hyphen(i + 2)
    {
        return None;
    }
    let led = match scan.before(i) {
        Word::Once | Word::Twice | Word::Times | Word::Digits(..) | Word::Several => true,
        Word::Hundred | Word::Thousand => true,
        Word::Units(Unit::Hour | Unit::Day | Unit::Minute) => true,
        Word::Ones(_) | Word::Tens(_) | Word::Punct(b'%') => true,
        Word::Other => {
            let noun = scan.tokens.get(i - 1).is_some_and(|token| {
                let text = scan.text(i - 1);
                !token.capital
                    && (text.ends_with('s') && !text.ends_with("ss") || RATED.contains(&text))
            });
            noun && !scan.any(i - 1, NOT_RATED)
        }
        _ => false,
    };
    let offset = matches!(
        scan.word(i + 2),
        Word::Ago | Word::Later | Word::Earlier | Word::Before | Word::After | Word::From
    );
    let of = scan.word(i + 2) == Word::Of
        || scan.word(i + 2) == Word::And && scan.word(i + 3) == Word::A;
    (led && !offset && !of)
        .then(|| Read::new(i, i + 2, Form::Often(Often::Each(Amount::ONE, unit)), "rate"))
}

/// Singular nouns that a rate may follow.
const RATED: &[&str] = &[
    "million", "billion", "trillion", "percent", "people", "apiece", "share", "ton", "barrel",
    "profit", "income", "revenue",
];

/// Words in "s" that a length may follow: "lasts a year".
const NOT_RATED: &[&str] = &[
    "lasts", "takes", "spends", "was", "is", "as", "this", "costs", "gets", "makes", "marks",
    "ends", "begins", "plus", "perhaps", "comes", "across", "versus", "adds", "always", "less",
    "follows", "needs",
];

/// "daily", "every Tuesday", "per day", "Mondays", "twice a week" begins at the rate.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    match scan.word(i) {
        Word::Often(value) => {
            if i > 0 && scan.is(i - 1, "average") || scan.is(i, "annually") && measured(scan, i) {
                return None;
            }
            let title =
                scan.capital(i) && i > 0 && !matches!(scan.before(i), Word::Break | Word::Punct(_))
                    || scan.capital(i) && scan.capital(i + 1);
            // TIMEX2 writes the recurring day, TIMEX3 the length between two.
            let value = match value {
                _ if !scan.narrative => value,
                "P1D" => "XXXX-XX-XX",
                "P1W" => "XXXX-WXX",
                "P1M" => "XXXX-XX",
                "P1Y" => "XXXX",
                other => other,
            };
            (!title).then(|| Read::new(i, i + 1, Form::Often(Often::Plain(value)), "often"))
        }
        Word::Weekdays(day) => {
            Some(Read::new(i, i + 1, Form::Often(Often::Weekday(day, None)), "weekdays"))
        }
        Word::Per => {
            let Word::Unit(unit) = scan.word(i + 1) else {
                return None;
            };
            Some(Read::new(i, i + 2, Form::Often(Often::Each(Amount::ONE, unit)), "per"))
        }
        Word::Each | Word::Every => each(scan, i),
        Word::Unit(unit) => {
            // "3.14/day"
            let slashed = scan.glued(i) && scan.before(i) == Word::Punct(b'/');
            slashed.then(|| Read::new(i, i + 1, Form::Often(Often::Each(Amount::ONE, unit)), "per"))
        }
        _ => None,
    }
}

/// Whether the word at `i` makes an amount a rate: "20% annually", "10,000 tons annually". The
/// corpora leave those alone.
fn measured(scan: &Scan, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|k| scan.digits(k).is_some())
}

fn each(scan: &Scan, i: usize) -> Option<Read> {
    let mut j = i + 1;
    let mut amount = Amount::ONE;
    if scan.any(j, &["other", "single"]) {
        if scan.is(j, "other") {
            amount = Amount::whole(2);
        }
        j += 1;
    } else if let Word::Ordinal(n) = scan.word(j) {
        (amount, j) = (Amount::whole(u32::from(n)), j + 1);
    } else if let Some((n, k)) = number::amount(scan, j) {
        (amount, j) = (n, k);
    }
    let rule = "every";
    let often = match scan.word(j) {
        Word::Unit(unit) | Word::Units(unit) => Often::Each(amount, unit),
        Word::Weekday(day) => {
            if let Word::Part(part) = scan.word(j + 1) {
                return Some(Read::new(
                    i,
                    j + 2,
                    Form::Often(Often::Weekday(day, Some(part))),
                    rule,
                ));
            }
            Often::Weekday(day, None)
        }
        Word::Part(part) => Often::Part(part),
        Word::Month(month) if scan.capital(j) => Often::Month(month),
        Word::Season(season) => Often::Season(season),
        Word::Times => return None,
        _ => return None,
    };
    let mut read = Read::new(i, j + 1, Form::Often(often), rule);
    if let Word::Weekday(_) = scan.word(j)
        && let Some((time @ Time::Part(_), end)) = super::deictic::part(scan, j + 1)
    {
        read = read.to(end).at(Some(time));
    }
    Some(read)
}
