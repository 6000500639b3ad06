//! Owns the reading of expressions: one dispatch on the class of the token where an expression may
//! begin, longest match first. It refuses to resolve: what comes out is [`Read`], what the words
//! say. Every rule looks a bounded number of tokens ahead, so reading is linear.

mod bound;
mod calendar;
mod clock;
mod definite;
mod deictic;
mod feast;
mod fiscal;
mod nth;
mod numeric;
mod place;
mod quantity;
mod recur;
mod shared;
mod span;
mod vague;
mod year;

use crate::form::Read;
use crate::scan::Scan;
use crate::word::{Which, Word};

/// Reads a whole text, left to right, each token at most once.
pub(crate) fn read(scan: &Scan) -> Vec<Read> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < scan.tokens.len() {
        match expression(scan, i) {
            Some(read) if read.end > i => {
                found.push(read);
                i = shared::more_days(scan, &mut found, read.end);
            }
            _ => i += 1,
        }
    }
    shared::lend_years(scan, &mut found);
    found
}

/// How deep one expression may stand in another: "about the end of the first half of 1990".
const DEPTH: u8 = 4;

/// The expression that begins at token `i`.
fn expression(scan: &Scan, i: usize) -> Option<Read> {
    let depth = scan.depth.get();
    if depth >= DEPTH {
        return None;
    }
    scan.depth.set(depth + 1);
    let read = dispatch(scan, i);
    scan.depth.set(depth);
    read
}

fn dispatch(scan: &Scan, i: usize) -> Option<Read> {
    match scan.word(i) {
        Word::Other | Word::Break => None,
        Word::Digits(..) => digits(scan, i),
        Word::Punct(b'\'') => year::apostrophe(scan, i),
        _ if !scan.english => None,
        Word::Punct(_) | Word::Cue(_) => None,
        _ => english(scan, i),
    }
}

fn digits(scan: &Scan, i: usize) -> Option<Read> {
    let inside =
        matches!(scan.before(i), Word::Other | Word::Punct(b'$' | b'.' | b',' | b'#' | b'\''));
    if scan.glued(i) && inside {
        return None;
    }
    let plain = numeric::read(scan, i);
    if plain.is_some() || !scan.english {
        return plain;
    }
    clock::read(scan, i)
        .or_else(|| shared::leading_day(scan, i))
        .or_else(|| nth::read(scan, i))
        .or_else(|| calendar::day_first(scan, i))
        .or_else(|| year::decade(scan, i))
        .or_else(|| year::century(scan, i))
        .or_else(|| fiscal::read(scan, i))
        .or_else(|| quantity::read(scan, i))
        .or_else(|| year::bare(scan, i))
}

fn english(scan: &Scan, i: usize) -> Option<Read> {
    let word = scan.word(i);
    match word {
        Word::The => the(scan, i),
        Word::A if scan.is(i + 1, "quarter") && clock::read(scan, i).is_some() => {
            clock::read(scan, i)
        }
        Word::A => fiscal::adjective(scan, i)
            .or_else(|| recur::rate(scan, i))
            .or_else(|| quantity::read(scan, i))
            .or_else(|| vague::read(scan, i)),
        Word::Ones(_) | Word::Tens(_) => clock::read(scan, i)
            .or_else(|| quantity::read(scan, i))
            .or_else(|| year::words(scan, i)),
        Word::Several
        | Word::Couple
        | Word::Dozen
        | Word::Half
        | Word::HalfSign
        | Word::Another => clock::read(scan, i).or_else(|| quantity::read(scan, i)),
        Word::Nearly
        | Word::About
        | Word::More
        | Word::Less
        | Word::Over
        | Word::Under
        | Word::Up
        | Word::No
        | Word::As
        | Word::Just
        | Word::Most => bound::approximate(scan, i).or_else(|| vague::read(scan, i)),
        Word::At => bound::approximate(scan, i),
        Word::Month(_) => feast::read(scan, i).or_else(|| calendar::month_first(scan, i)),
        Word::Weekday(_) => calendar::weekday_first(scan, i),
        Word::Weekdays(_)
        | Word::Parts(_)
        | Word::Each
        | Word::Every
        | Word::Per
        | Word::Once
        | Word::Twice
        | Word::Often(_) => recur::read(scan, i),
        Word::Ordinal(_) => calendar::day_first(scan, i)
            .or_else(|| nth::read(scan, i))
            .or_else(|| span::in_a_row(scan, i))
            .or_else(|| year::century(scan, i))
            .or_else(|| fiscal::read(scan, i)),
        Word::Place(_) | Word::Earlier | Word::Later => place::read(scan, i),
        Word::Which(Which::Last) if nth::read(scan, i).is_some() => nth::read(scan, i),
        Word::Which(_) => deictic::read(scan, i, false)
            .or_else(|| feast::placed(scan, i))
            .or_else(|| vague::read(scan, i)),
        Word::Day(_) | Word::Tonight | Word::Overnight | Word::Part(_) => deictic::day(scan, i),
        Word::Noon | Word::Midnight => clock::read(scan, i),
        Word::Season(_) => definite::season(scan, i),
        Word::Unit(_) if scan.is(i, "quarter") && clock::read(scan, i).is_some() => {
            clock::read(scan, i)
        }
        Word::Unit(_) | Word::Units(_) => fiscal::read(scan, i)
            .or_else(|| span::bare_unit(scan, i))
            .or_else(|| definite::day_beyond(scan, i))
            .or_else(|| recur::read(scan, i)),
        Word::Fiscal | Word::Q => fiscal::read(scan, i),
        Word::Feast(_) | Word::Named => feast::read(scan, i),
        Word::Decade(_) => year::decade(scan, i),
        Word::Vague(_) => vague::read(scan, i),
        _ => None,
    }
}

/// What an article opens.
fn the(scan: &Scan, i: usize) -> Option<Read> {
    let j = i + 1;
    if let Some(read) = fiscal::same_period(scan, j) {
        return Some(read.from(i));
    }
    let read = match scan.word(j) {
        Word::Which(Which::Latest) if scan.is(j + 1, "period") => fiscal::latest_period(scan, j),
        Word::Other if scan.is(j, "full") => definite::full_year(scan, j),
        Word::Other if scan.is(j, "final") => fiscal::last_quarter(scan, j),
        Word::Which(Which::Last) if scan.word(j + 1) == Word::Half => {
            place::half(scan, j, 2, j + 2)
        }
        Word::Which(Which::Last) => fiscal::last_quarter(scan, j)
            .or_else(|| nth::read(scan, j))
            .or_else(|| deictic::read(scan, j, true))
            .or_else(|| vague::read(scan, i)),
        Word::Which(_) => deictic::read(scan, j, true).or_else(|| vague::read(scan, i)),
        Word::Place(_) => place::read(scan, j).or_else(|| vague::read(scan, i)),
        Word::Ordinal(_) => nth::read(scan, j)
            .or_else(|| span::in_a_row(scan, j))
            .or_else(|| fiscal::read(scan, j))
            .or_else(|| calendar::day_first(scan, j))
            .or_else(|| year::century(scan, j))
            .or_else(|| place::ordinal(scan, j)),
        Word::Digits(..) => numeric::feast(scan, j)
            .or_else(|| year::decade(scan, j))
            .or_else(|| fiscal::read(scan, j))
            .or_else(|| calendar::day_first(scan, j))
            .or_else(|| nth::read(scan, j))
            .or_else(|| year::century(scan, j))
            .or_else(|| span::definite(scan, j)),
        Word::Punct(b'\'') => year::apostrophe(scan, j),
        Word::Decade(_) => year::decade(scan, j),
        Word::Unit(_) | Word::Fiscal => {
            fiscal::read(scan, j).or_else(|| definite::definite(scan, j))
        }
        Word::Part(_) | Word::Season(_) => definite::definite(scan, j),
        Word::Feast(_) | Word::Named => feast::read(scan, j),
        Word::Ones(_) | Word::Tens(_) | Word::Several | Word::Couple => span::definite(scan, j),
        Word::Vague(_) | Word::Times | Word::Other => vague::read(scan, i),
        Word::Units(_) => span::ahead(scan, j),
        _ => None,
    };
    // TimeBank leaves the article to the noun in "the third-quarter loss" and "the year-ago results".
    read.map(|read| if fiscal::modifies(scan, &read) { read } else { read.from(i) })
}
