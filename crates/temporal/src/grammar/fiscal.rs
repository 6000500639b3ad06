//! Owns the calendar of accounts: quarters, fiscal years, halves, year-end, "a year ago" in front
//! of a quarter. It refuses to know any company's fiscal year: fiscal years and quarters are given
//! the calendar's (as TimeBank does).

use super::{place, year};
use crate::form::{Form, NO_REST, Read, YearOf};
use crate::period::{TURN, Unit, full_year};
use crate::scan::Scan;
use crate::word::{Which, Word};

/// Anything of the accounts' calendar at `i`, after "the" where there was one.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    match scan.word(i) {
        Word::Ordinal(_) => quarter(scan, i),
        Word::Digits(..) => {
            digit_q(scan, i).or_else(|| quarter(scan, i)).or_else(|| year_quarter(scan, i))
        }
        Word::Q => {
            let (n @ 1..=4, 1) = scan.digits(i + 1)? else {
                return None;
            };
            if !scan.glued(i + 1) || !scan.capital(i) {
                return None;
            }
            let (year, end) = of_which_year(scan, i + 2).unwrap_or((YearOf::Nearest, i + 2));
            Some(Read::new(i, end, Form::Quarter { quarter: Some(n as i8), year }, "q-digit"))
        }
        Word::Fiscal => fiscal(scan, i),
        Word::Unit(Unit::Year) => year_end(scan, i).or_else(|| year_ago(scan, i)),
        Word::Unit(Unit::Quarter) => {
            let before = scan.before(i);
            (before == Word::The && !scan.hyphen(i + 1) && scan.word(i + 1) != Word::Of).then(
                || {
                    Read::new(
                        i,
                        i + 1,
                        Form::Quarter { quarter: None, year: YearOf::Nearest },
                        "the-quarter",
                    )
                },
            )
        }
        _ => None,
    }
}

/// "4Q", "4Q17", "4Q 2017".
fn digit_q(scan: &Scan, i: usize) -> Option<Read> {
    let (n @ 1..=4, 1) = scan.digits(i)? else {
        return None;
    };
    if scan.word(i + 1) != Word::Q || !scan.glued(i + 1) || !scan.capital(i + 1) {
        return None;
    }
    let short = scan.digits(i + 2).filter(|&(_, length)| length == 2 && scan.glued(i + 2));
    let (year, end) = match short {
        Some((year, _)) => (YearOf::Given(full_year(year, TURN)), i + 3),
        None => of_which_year(scan, i + 2).unwrap_or((YearOf::Nearest, i + 2)),
    };
    Some(Read::new(i, end, Form::Quarter { quarter: Some(n as i8), year }, "q-digit"))
}

/// "third quarter", "third-quarter", "3rd quarter of 1984", "fiscal first quarter".
fn quarter(scan: &Scan, i: usize) -> Option<Read> {
    let (n @ 1..=4, j) = year::ordinal(scan, i)? else {
        return None;
    };
    let k = j + usize::from(scan.hyphen(j));
    let k = k + usize::from(scan.word(k) == Word::Fiscal);
    // "the third and fourth quarters of 1987": two expressions that share noun and year
    if matches!(scan.word(j), Word::And | Word::Or)
        && let Some(second) = quarter(scan, j + 1)
        && let Form::Quarter { year, .. } = second.form
    {
        return Some(Read::new(i, j, Form::Quarter { quarter: Some(n as i8), year }, "quarter"));
    }
    let paired = matches!(scan.before(i), Word::And | Word::Or)
        && scan.word(k) == Word::Units(Unit::Quarter);
    if scan.word(k) != Word::Unit(Unit::Quarter) && !paired {
        return None;
    }
    let dated = of_which_year(scan, k + 1);
    if dated.is_none() && is_game(scan, i) {
        return None;
    }
    let (year, end) = dated.unwrap_or((YearOf::Nearest, k + 1));
    Some(Read::new(i, end, Form::Quarter { quarter: Some(n as i8), year }, "quarter"))
}

/// Whether a quarter is one of a game: "a touchdown in the fourth quarter".
fn is_game(scan: &Scan, i: usize) -> bool {
    const NEAR: usize = 30;
    #[rustfmt::skip]
    const PLAYED: &[&str] = &[
        "touchdown", "touchdowns", "halftime", "quarterback", "fumble", "fumbled", "interception",
        "interceptions", "layup", "kickoff", "dunk",
    ];
    let near = i.saturating_sub(NEAR)..(i + NEAR).min(scan.tokens.len());
    near.into_iter().any(|k| scan.any(k, PLAYED))
}

/// "(the) last quarter of 1984", "(the) final quarter of the year": the fourth.
pub(super) fn last_quarter(scan: &Scan, i: usize) -> Option<Read> {
    let last = scan.word(i) == Word::Which(Which::Last) || scan.is(i, "final");
    let of = scan.word(i + 1) == Word::Unit(Unit::Quarter) && scan.word(i + 2) == Word::Of;
    let (year, end) = of_which_year(scan, i + 2).filter(|_| last && of)?;
    Some(Read::new(i, end, Form::Quarter { quarter: Some(4), year }, "quarter"))
}

/// The year after a quarter: "of 1984", "1984", "of last year", "of fiscal 1989", "of the year".
fn of_which_year(scan: &Scan, i: usize) -> Option<(YearOf, usize)> {
    let j = i + usize::from(scan.word(i) == Word::Of);
    let j = j + usize::from(scan.word(j) == Word::Fiscal);
    if let Some((year, end)) = year::part(scan, j) {
        return Some((YearOf::Given(year), end));
    }
    let k = j + usize::from(scan.word(j) == Word::The);
    if let Word::Which(which) = scan.word(k)
        && scan.word(k + 1) == Word::Unit(Unit::Year)
        && j > i
    {
        return Some((place::year_of(which), k + 2));
    }
    if j > i && k > j && scan.word(k) == Word::Unit(Unit::Year) {
        return Some((YearOf::Nearest, k + 1));
    }
    None
}

/// "1988 quarter", "1988 third quarter", after "the".
fn year_quarter(scan: &Scan, i: usize) -> Option<Read> {
    let (year, j) = year::part(scan, i)?;
    let (quarter, end) = numbered(scan, j)?;
    Some(Read::new(i, end, Form::Quarter { quarter, year: YearOf::Given(year) }, "year-quarter"))
}

/// "quarter", "third quarter", "third-quarter".
fn numbered(scan: &Scan, i: usize) -> Option<(Option<i8>, usize)> {
    if scan.word(i) == Word::Unit(Unit::Quarter) {
        return Some((None, i + 1));
    }
    if scan.any(i, &["period"]) {
        return Some((None, i + 1));
    }
    let (n @ 1..=4, j) = year::ordinal(scan, i)? else {
        return None;
    };
    let j = j + usize::from(scan.hyphen(j));
    (scan.word(j) == Word::Unit(Unit::Quarter)).then_some((Some(n as i8), j + 1))
}

/// "a year-earlier loss": the article is the noun's.
pub(super) fn adjective(scan: &Scan, i: usize) -> Option<Read> {
    match scan.word(i + 1) {
        Word::Unit(Unit::Year) => year_ago(scan, i + 1),
        _ => None,
    }
}

/// "(the) same period last year", "(the) quarter a year ago": the period last told of, a year
/// before.
pub(super) fn same_period(scan: &Scan, i: usize) -> Option<Read> {
    let like = scan.word(i) == Word::Which(Which::Same)
        || scan.any(i, &["corresponding", "comparable", "like", "equivalent"]);
    let j = i + usize::from(like);
    // "the comparable year-ago quarter"
    if like && let Some(read) = year_ago(scan, j).filter(|read| read.end > read.start + 3) {
        return Some(read.from(i));
    }
    let quarter = scan.word(j) == Word::Unit(Unit::Quarter);
    let period = like && scan.any(j, &["period", "time"]);
    if !(quarter || period) {
        return None;
    }
    let k = j + 1 + usize::from(matches!(scan.word(j + 1), Word::Of | Word::In));
    let year = |k: usize| scan.word(k) == Word::Unit(Unit::Year);
    let end = match scan.word(k) {
        Word::Which(Which::Last) if year(k + 1) => k + 2,
        Word::A if year(k + 1) && matches!(scan.word(k + 2), Word::Ago | Word::Earlier) => k + 3,
        Word::The if scan.word(k + 1) == Word::Which(Which::Previous) && year(k + 2) => k + 3,
        _ => return None,
    };
    let form = Form::Quarter { quarter: None, year: YearOf::Ago };
    Some(Read::new(i, end, form, "same-period"))
}

/// "(the) latest period": the quarter last told of.
pub(super) fn latest_period(scan: &Scan, i: usize) -> Option<Read> {
    let form = Form::Quarter { quarter: None, year: YearOf::Nearest };
    (!scan.hyphen(i + 2)).then(|| Read::new(i, i + 2, form, "latest-period"))
}

/// Whether an expression after "the" stands as an adjective before a noun.
pub(super) fn modifies(scan: &Scan, read: &Read) -> bool {
    match read.form {
        Form::Quarter { year: YearOf::Ago, .. } => read.end == read.start + 3,
        Form::Quarter { .. } if year::ordinal(scan, read.start).is_some() => {
            scan.hyphen(read.end - 2)
        }
        _ => false,
    }
}

/// "(this year's) third quarter".
pub(super) fn of_year(scan: &Scan, i: usize, which: Which) -> Option<Read> {
    let (quarter, end) = numbered(scan, i)?;
    Some(Read::new(i, end, Form::Quarter { quarter, year: place::year_of(which) }, "years-quarter"))
}

/// "fiscal 1989", "fiscal year 1989", "FY2010", "the fiscal year", "fiscal third quarter".
fn fiscal(scan: &Scan, i: usize) -> Option<Read> {
    let j = i + 1 + usize::from(scan.hyphen(i + 1));
    let j = j + usize::from(scan.word(j) == Word::Unit(Unit::Year));
    if let Some((year, end)) = year::part(scan, j) {
        return Some(Read::new(i, end, Form::Fiscal(Some(year)), "fiscal-year"));
    }
    if scan.glued(j)
        && scan.is(i, "fy")
        && let Some((short, 2)) = scan.digits(j)
    {
        let year = Some(full_year(short, TURN));
        return Some(Read::new(i, j + 1, Form::Fiscal(year), "fiscal-year"));
    }
    if let Some((quarter @ Some(_), end)) = numbered(scan, j) {
        let (year, end) = of_which_year(scan, end).unwrap_or((YearOf::Nearest, end));
        return Some(Read::new(i, end, Form::Quarter { quarter, year }, "fiscal-quarter"));
    }
    if scan.word(i + 1) == Word::Unit(Unit::Year) && !scan.hyphen(i + 2) {
        if scan.any(i + 2, &["ended", "ending"]) {
            return Some(Read::new(
                i,
                i + 2,
                super::quantity::length(Unit::Year, None),
                "the-year-ended",
            ));
        }
        return Some(Read::new(i, i + 2, Form::Fiscal(None), "fiscal-year"));
    }
    None
}

/// "year-end", "year end", "year-end 1990".
fn year_end(scan: &Scan, i: usize) -> Option<Read> {
    let j = scan.possessive(i + 1).unwrap_or(i + 1 + usize::from(scan.hyphen(i + 1)));
    if !scan.is(j, "end") {
        return None;
    }
    if let Some((year, end)) = year::part(scan, j + 1) {
        let period = crate::period::Period::Year(year);
        return Some(
            Read::new(i, end, Form::Known(period), "year-end-of")
                .modified(Some(crate::timex::Modifier::End)),
        );
    }
    let end = Some(crate::timex::Modifier::End);
    Some(Read::new(i, j + 1, Form::YearEnd, "year-end").modified(end))
}

/// "year-ago quarter", "year-earlier", "year-ago third quarter".
fn year_ago(scan: &Scan, i: usize) -> Option<Read> {
    if !scan.hyphen(i + 1) || !matches!(scan.word(i + 2), Word::Ago | Word::Earlier) {
        return None;
    }
    // "the year-earlier nine months"
    if let Some((amount, end)) = crate::number::amount(scan, i + 3)
        && let Word::Units(unit) = scan.word(end)
    {
        let form = Form::Length { amount, unit, rest: NO_REST, span: None };
        return Some(Read::new(i, end + 1, form, "the-length").known());
    }
    let (quarter, end) = numbered(scan, i + 3).unwrap_or((None, i + 3));
    Some(Read::new(i, end, Form::Quarter { quarter, year: YearOf::Ago }, "year-ago"))
}
