//! Owns references without a place on the calendar (TIMEX3 PAST_REF, PRESENT_REF, FUTURE_REF):
//! "now", "recently", "the past", "a while". It refuses words that only sometimes speak of time
//! ("already", "once", "then"), as TimeBank's annotators mostly do.

use crate::form::{Form, NO_REST, Read};
use crate::number::Amount;
use crate::period::Unit;
use crate::scan::Scan;
use crate::word::{Vague, Which, Word};

/// Subjects that may follow "in the past" without a comma.
const SUBJECTS: &[&str] = &["he", "i", "it", "she", "there", "they", "we", "you"];

/// A reference at `i`.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Read> {
    let vague = |end: usize, vague: Vague| Some(Read::new(i, end, Form::Vague(vague), "vague"));
    match scan.word(i) {
        Word::The => match scan.word(i + 1) {
            Word::Which(Which::Past) => {
                let alone = !matches!(scan.word(i + 2), Word::Other | Word::Named)
                    || scan.any(i + 2, SUBJECTS);
                let led = matches!(scan.before(i), Word::In | Word::Of | Word::From | Word::Than);
                (alone && led).then(|| Read::new(i, i + 2, Form::Vague(Vague::Past), "the-past"))
            }
            Word::Vague(Vague::Future) => {
                let near = !matches!(scan.word(i + 2), Word::Other) && scan.is(i + 1, "future");
                near.then(|| Read::new(i, i + 2, Form::Vague(Vague::Future), "the-future"))
            }
            Word::Times if scan.before(i) == Word::At && scan.is(i + 1, "time") => {
                // "at the time the pier burned": a conjunction.
                let clause = matches!(scan.word(i + 2), Word::The | Word::A)
                    || scan.word(i + 2) == Word::Other && scan.capital(i + 2)
                    || scan.capital(i - 1) && scan.any(i + 2, SUBJECTS);
                let open = !clause && !matches!(scan.word(i + 2), Word::Of | Word::Which(_));
                open.then(|| Read::new(i, i + 2, Form::ThatTime, "at-the-time"))
            }
            // "the near future", "the not-too-distant future"
            Word::Other => {
                let k = if scan.is(i + 1, "not") && scan.hyphen(i + 2) { i + 5 } else { i + 1 };
                let near = scan.any(k, &["near", "distant", "immediate"]);
                let term = scan.any(k, &["near", "short", "medium", "long"])
                    && scan.is(k + 1, "term")
                    && matches!(
                        scan.word(k + 2),
                        Word::Punct(_) | Word::Break | Word::And | Word::Or
                    );
                let future = near && scan.is(k + 1, "future") && !scan.hyphen(k + 2) || term;
                future.then(|| Read::new(i, k + 2, Form::Vague(Vague::Future), "the-future"))
            }
            Word::Times if scan.is(i + 1, "time") => None,
            _ => None,
        },
        Word::A => {
            // "a while": a length nobody measures
            scan.is(i + 1, "while").then(|| {
                let form = Form::Length {
                    amount: Amount::Vague,
                    unit: Unit::Second,
                    rest: NO_REST,
                    span: None,
                };
                Read::new(i, i + 2, form, "a-while")
            })
        }
        Word::About if scan.is(i, "some") && scan.is(i + 1, "time") => {
            let form = Form::Length {
                amount: Amount::Vague,
                unit: Unit::Second,
                rest: NO_REST,
                span: None,
            };
            Some(Read::new(i, i + 2, form, "some-time"))
        }
        Word::More if scan.any(i + 1, &["recently"]) => vague(i + 2, Vague::Past),
        Word::Most if scan.any(i + 1, &["recently"]) => vague(i + 2, Vague::Past),
        Word::Vague(kind) => {
            // "previously" mostly belongs to a participle, and at the head of a sentence it only
            // orders what is told; "as recently as May" is May.
            let ordering = scan.any(i, &["future", "previously"]);
            if ordering || scan.before(i) == Word::As && scan.word(i + 1) == Word::As {
                return None;
            }
            // "will soon be": where nothing is to come, it only orders what is told.
            if kind == Vague::Future && scan.narrative {
                return None;
            }
            // "the now-defunct union", "the soon-to-open terminal"
            if scan.hyphen(i + 1) {
                return None;
            }
            // "soon after", "as soon as"
            if kind == Vague::Future {
                let before = scan.before(i);
                if before == Word::As || matches!(scan.word(i + 1), Word::After) {
                    return None;
                }
            }
            let right = scan.is(i, "now") && i > 0 && scan.is(i - 1, "right");
            let form = if kind == Vague::Future { Form::Soon } else { Form::Vague(kind) };
            Some(Read::new(i - usize::from(right), i + 1, form, "vague"))
        }
        Word::Which(Which::Current) => {
            let noun = matches!(scan.word(i + 1), Word::Other | Word::Named | Word::Cue(_))
                || scan.is(i + 1, "financial");
            noun.then(|| Read::new(i, i + 1, Form::Vague(Vague::Present), "current"))
        }
        Word::Which(Which::Recent) => {
            let noun = !matches!(scan.before(i), Word::Most | Word::More);
            noun.then(|| Read::new(i, i + 1, Form::Vague(Vague::Past), "recent"))
        }
        _ => None,
    }
}
