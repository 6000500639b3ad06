//! Owns where a clause looks: the verb that governs an expression, found by walking from it to the
//! clause's edges. It refuses to parse; the nearest cue decides, and "said Monday it will" stays
//! past because the cue before the expression comes first.

use crate::scan::Scan;
use crate::timex::Direction;
use crate::word::{Cue, Which, Word};

/// How far to look, in tokens: keeps tagging linear.
const REACH: usize = 24;

/// Whether a sentence ends at the punctuation of token `i`.
fn stop(scan: &Scan, i: usize) -> bool {
    match scan.word(i) {
        Word::Break => true,
        Word::Punct(b';' | b'?' | b'!') => true,
        // A full stop ends a sentence unless it closes an abbreviation or an initial.
        Word::Punct(b'.') => {
            let mut next = i + 1;
            while scan.glued(next) && matches!(scan.word(next), Word::Punct(b'"' | b'\'' | b')')) {
                next += 1;
            }
            next >= scan.tokens.len()
                || scan.capital(next) && (next > i + 1 || !abbreviation(scan, i.wrapping_sub(1)))
        }
        _ => false,
    }
}

/// The byte that the sentence of token `i` begins at, as far back as a clause is looked for.
pub(crate) fn opening(scan: &Scan, i: usize) -> usize {
    let first = (i.saturating_sub(REACH)..i).rev().find(|&k| stop(scan, k)).map_or(0, |k| k + 1);
    let first = first.max(i.saturating_sub(REACH));
    scan.tokens.get(first).map_or(0, |token| token.start)
}

/// Whether a date at token `i` is that of a thing held by appointment which something lasts to: "fills
/// the seat until an election in June", not "held it until his death in June".
pub(crate) fn ends_with(scan: &Scan, i: usize) -> bool {
    const NEAR: usize = 5;
    #[rustfmt::skip]
    const SET: &[&str] = &[
        "auction", "ballot", "conference", "congress", "convention", "election", "elections",
        "hearing", "inauguration", "meeting", "poll", "primary", "referendum", "runoff", "summit",
        "trial", "vote",
    ];
    let words = (i.saturating_sub(NEAR)..i).rev();
    i > 1
        && scan.word(i - 1) == Word::In
        && scan.any(i - 2, SET)
        && words
            .take_while(|&k| !stop(scan, k) && scan.text(k) != ",")
            .any(|k| scan.any(k, &["until", "till", "pending"]))
}

/// Whether something before token `i` in its sentence is the first or the most of its kind, so that "in 48
/// years" after it looks back.
pub(crate) fn is_record(scan: &Scan, i: usize) -> bool {
    const RECORD: &[&str] = &[
        "best",
        "biggest",
        "busiest",
        "coldest",
        "costliest",
        "deadliest",
        "fewest",
        "first",
        "greatest",
        "highest",
        "hottest",
        "largest",
        "least",
        "lowest",
        "most",
        "only",
        "slowest",
        "steepest",
        "strongest",
        "weakest",
        "wettest",
        "worst",
    ];
    let words = (i.saturating_sub(REACH)..i).rev().take_while(|&k| !stop(scan, k));
    words.into_iter().any(|k| scan.any(k, RECORD))
}

/// Whether the word before a full stop is more likely cut short than the last of its sentence.
fn abbreviation(scan: &Scan, i: usize) -> bool {
    let text = scan.text(i);
    let word = text.bytes().all(|byte| byte.is_ascii_lowercase());
    text.len() <= 3
        && scan.digits(i).is_none()
        && !(word && text.len() > 1 && !scan.any(i, &["vs", "no", "pp", "ca", "etc"]))
}

/// Words in "-eed" that are no past forms; "agreed" and "freed" are.
const NO_PAST: [&str; 8] =
    ["indeed", "exceed", "proceed", "succeed", "speed", "breed", "bleed", "greed"];

/// Words after which an infinitive is still to come, whenever they were said: "agreed to meet".
const COMMITTED: &[&str] = &[
    "agreed",
    "agreement",
    "deal",
    "decided",
    "decision",
    "offer",
    "offered",
    "pledge",
    "pledged",
    "promise",
    "promised",
    "threatened",
    "vowed",
];

/// Whether what was said commits to the infinitive at `to`: "agreed to meet", "decided on Monday to sell".
fn is_committed(scan: &Scan, to: usize) -> bool {
    const BETWEEN: usize = 4;
    let mut before = (to.saturating_sub(BETWEEN)..to).rev();
    let dated = |k: usize| {
        matches!(scan.word(k), Word::On | Word::Weekday(_) | Word::Day(_) | Word::Part(_))
    };
    before.find(|&k| !dated(k)).is_some_and(|k| scan.any(k, COMMITTED))
}

/// Whether what the past verb at `i` tells begins in the month at `start`: "promised a bus from March",
/// "could not begin before June".
fn begins_later(scan: &Scan, i: usize, start: usize) -> bool {
    let month = matches!(scan.word(start), Word::Month(_));
    let promised = scan.before(start) == Word::From
        && scan.any(i, &["promised", "vowed", "pledged", "agreed"]);
    let barred = scan.is(i, "could") && scan.before(start) == Word::Before;
    month && (promised || barred)
}

/// Whether the words before token `start` in its sentence look ahead, and none of them back.
pub(crate) fn plans(scan: &Scan, start: usize) -> bool {
    let words = (start.saturating_sub(REACH)..start).rev().take_while(|&i| !stop(scan, i));
    let mut ahead = false;
    for i in words {
        match cue(scan, i) {
            Some(Cue::Past) if !participle(scan, i) => return false,
            Some(Cue::Future) => ahead = true,
            _ => {}
        }
    }
    ahead
}

/// Whether what comes behind the word at `i` may still happen: "had a one-in-three chance of losing".
fn is_chance(scan: &Scan, i: usize) -> bool {
    #[rustfmt::skip]
    const CHANCES: &[&str] = &["chance", "chances", "likelihood", "odds", "prospect", "prospects", "risk"];
    let denied = i > 0 && scan.any(i - 1, &["no", "little"]);
    !denied && scan.any(i, CHANCES) && scan.is(i + 1, "of") && scan.text(i + 2).ends_with("ing")
}

/// Whether the "-ed" word at `i` stands before its noun: "the proposed sale", "a still unspecified
/// date", "Wednesday's printed edition".
fn adjective(scan: &Scan, i: usize) -> bool {
    let noun = scan.word(i + 1) == Word::Other && !scan.glued(i + 1);
    let opens = |k: usize| {
        matches!(scan.word(k), Word::The | Word::A)
            || scan.is(k, "s") && scan.glued_punct(k - 1, b'\'')
            || scan.any(k, &["its", "their", "his", "her", "our"])
    };
    // Of two words between only an adverb stands before an adjective: "The singer posted photos".
    let adverb = || scan.text(i - 1).ends_with("ly") || scan.any(i - 1, &["still", "yet", "as"]);
    noun && (i > 1 && opens(i - 1) || i > 2 && opens(i - 2) && (adverb() || scan.hyphen(i - 1)))
}

/// Who sits, votes and rules by a calendar.
const BODIES: &[&str] = &[
    "assembly",
    "board",
    "cabinet",
    "chamber",
    "commission",
    "committee",
    "congress",
    "council",
    "country",
    "court",
    "house",
    "jury",
    "parliament",
    "senate",
    "union",
];

/// Whether the word at `i` is the simple present of a schedule, where the word alone is not told
/// from a noun or does not tell it: "Parliament votes", "the truce takes effect".
fn schedules(scan: &Scan, i: usize) -> bool {
    match scan.text(i) {
        "votes" | "returns" | "rules" | "sits" => {
            i > 0 && (scan.capital(i - 1) || scan.any(i - 1, BODIES))
        }
        "takes" => scan.any(i + 1, &["place", "office", "effect"]),
        // "goes to the polls"; "goes on a rampage" tells of old days as well.
        "goes" => {
            scan.is(i + 1, "to") && scan.any(i + 3, &["polls", "vote"])
                || scan.is(i + 1, "on") && scan.any(i + 2, &["trial", "sale", "strike", "show"])
        }
        "comes" => scan.any(i + 1, &["into", "before"]),
        "faces" => matches!(scan.word(i + 1), Word::A | Word::The),
        "kicks" => scan.is(i + 1, "off"),
        "gets" => scan.is(i + 1, "under"),
        _ => false,
    }
}

/// Whether the present right before token `start` sets a day: "the vote is on Tuesday", "they are
/// meeting Tuesday". What is told of a day that is over stands in the past.
pub(crate) fn sets(scan: &Scan, start: usize) -> bool {
    let mut at = start;
    while at > 0 && scan.any(at - 1, &["on", "this"]) {
        at -= 1;
    }
    let present = |k: usize| scan.any(k, &["is", "are"]);
    let Some(before) = at.checked_sub(1) else { return false };
    if present(before) {
        return true;
    }
    let going = scan.text(before).ends_with("ing") && !scan.capital(before);
    going && (before.saturating_sub(2)..before).any(present)
}

/// Whether the words before token `start` put it ahead of their clause: "campaigning ahead of Thursday's
/// debate", "not waiting until Friday", "the hearing was put off until Monday".
pub(crate) fn awaits(scan: &Scan, start: usize, direction: Direction) -> bool {
    const PUT_OFF: &[&str] = &["adjourned", "deferred", "delayed", "postponed"];
    const MOVED: &[&str] = &[
        "adjourned",
        "brought",
        "moved",
        "postponed",
        "pushed",
        "put",
        "rescheduled",
        "shifted",
        "switched",
    ];
    let article = usize::from(start > 0 && scan.any(start - 1, &["the", "this"]));
    let Some(before) = start.checked_sub(1 + article) else { return false };
    let until = scan.word(before) == Word::Until;
    let ahead = before > 0
        && (scan.is(before, "of") && scan.any(before - 1, &["ahead", "advance"])
            || scan.is(before, "for") && scan.is(before - 1, "time"));
    // "gave no word until Monday" looks back.
    let put_off = |k: usize| {
        scan.any(k, PUT_OFF) || scan.is(k, "gave") && !scan.any(k + 1, &["no", "little"])
    };
    let nearby = || (before.saturating_sub(5)..before).any(put_off);
    // "was put off to Monday", "brought the vote forward to Saturday", "rescheduled for Friday".
    let goal = matches!(scan.word(before), Word::To) || scan.is(before, "for");
    let moved = || (before.saturating_sub(6)..before).any(|k| scan.any(k, MOVED));
    match direction {
        // "had until Monday to answer".
        Direction::Past => {
            until && (nearby() || before > 0 && scan.is(before - 1, "had")) || goal && moved()
        }
        _ => until || ahead,
    }
}

/// What a token says of its clause's time.
fn cue(scan: &Scan, i: usize) -> Option<Cue> {
    match scan.word(i) {
        Word::Cue(Cue::Future) if compares(scan, i) || names(scan, i) => None,
        // "could not be reached on Sunday"
        Word::Cue(Cue::Future) if scan.is(i, "could") && scan.is(i + 1, "not") => Some(Cue::Past),
        Word::Cue(cue) => Some(cue),
        Word::Month(5) if !scan.capital(i) => Some(Cue::Future),
        Word::Other => {
            let text = scan.text(i);
            if schedules(scan, i) {
                return Some(Cue::Future);
            }
            // "The ad follows a statement on Tuesday": what was before is over.
            let owner = |k: usize| scan.is(k, "s") && scan.glued_punct(k - 1, b'\'');
            let has_object = scan.capital(i + 1) && (i + 3..i + 6).any(owner)
                || scan.any(i + 1, &["a", "an", "the", "his", "her", "its", "their"]);
            if scan.is(i, "follows") && has_object {
                return Some(Cue::Past);
            }
            let verb = text.len() > 4
                && text.ends_with("ed")
                && text.is_ascii()
                && !scan.capital(i)
                && !adjective(scan, i);
            (verb && !NO_PAST.contains(&text)).then_some(Cue::Past)
        }
        _ => None,
    }
}

/// Whether the cue at `i` is a noun that leads to no act: "revealed her plans on Friday", "approved a
/// plan for the quay on Friday".
fn names(scan: &Scan, i: usize) -> bool {
    let opens = |k: usize| {
        matches!(scan.word(k), Word::The | Word::A)
            || scan.is(k, "s") && k > 0 && scan.glued_punct(k - 1, b'\'')
            || scan.any(k, &["its", "their", "his", "her", "our"])
    };
    scan.any(i, &["plan", "plans", "hope", "hopes", "aims", "set"])
        && !scan.is(i + 1, "to")
        && (i > 0 && opens(i - 1) || i > 1 && opens(i - 2) && scan.word(i - 1) == Word::Other)
}

/// Whether the cue at `i` only compares: "as planned", "as previously scheduled".
fn compares(scan: &Scan, i: usize) -> bool {
    let led = |k: Option<usize>| k.is_some_and(|k| scan.any(k, &["as", "than"]));
    scan.text(i).ends_with("ed")
        && (led(i.checked_sub(1))
            || led(i.checked_sub(2))
                && scan.any(i - 1, &["previously", "originally", "first", "was"]))
}

/// Whether a cue of the future is told in the past: "had planned", "was expected to".
fn governed(scan: &Scan, i: usize) -> Direction {
    let modal = scan.any(i, &["will", "ll", "shall", "must", "should", "can", "cannot", "may"]);
    if modal {
        return Direction::Future;
    }
    for k in (i.saturating_sub(3)..i).rev() {
        match scan.word(k) {
            Word::Cue(Cue::Present) => return Direction::Future,
            Word::Cue(Cue::Past) if scan.any(k, &["had"]) => return Direction::Past,
            Word::Punct(_) | Word::Break => break,
            _ => {}
        }
    }
    Direction::Future
}

/// Where the clause around tokens `start..end` looks.
pub(crate) fn direction(scan: &Scan, start: usize, end: usize) -> Direction {
    let mut bare_infinitive = false;
    for i in (start.saturating_sub(REACH)..start).rev() {
        if stop(scan, i) {
            break;
        }
        match cue(scan, i) {
            Some(Cue::Past) => {
                // "is expected", "to be completed": a participle waits for its auxiliary.
                if participle(scan, i) {
                    continue;
                }
                return if begins_later(scan, i, start) {
                    Direction::Future
                } else {
                    Direction::Past
                };
            }
            Some(Cue::Future) => return governed(scan, i),
            Some(Cue::Clause) => break,
            Some(Cue::Present) => {
                let perfect = scan.any(i, &["has", "have"]);
                return match (bare_infinitive, perfect) {
                    // "is to resume", "have to resume"
                    (true, _) => Direction::Future,
                    (false, true) => Direction::Past,
                    (false, false) => Direction::Present,
                };
            }
            None => {
                let clause = scan.word(i) == Word::Which(Which::That) && i > 0;
                if clause && !matches!(scan.word(i + 1), Word::Unit(_)) {
                    break;
                }
                if matches!(scan.word(start), Word::Month(_)) && is_chance(scan, i) {
                    return Direction::Future;
                }
                if scan.word(i) == Word::To
                    && matches!(scan.word(i + 1), Word::Other)
                    && !scan.capital(i + 1)
                {
                    if is_committed(scan, i) {
                        return Direction::Future;
                    }
                    bare_infinitive = true;
                }
            }
        }
    }
    if bare_infinitive {
        return Direction::Future;
    }
    // Nothing before it: "On Thursday, the ministers will meet."
    for i in end..(end + REACH).min(scan.tokens.len()) {
        if stop(scan, i) {
            break;
        }
        match cue(scan, i) {
            Some(Cue::Past) => return Direction::Past,
            Some(Cue::Future) => return governed(scan, i),
            Some(Cue::Present) => {
                return if scan.any(i, &["has", "have"]) {
                    Direction::Past
                } else {
                    Direction::Present
                };
            }
            _ => {}
        }
    }
    Direction::Unknown
}

/// Whether the "-ed" word at `i` belongs to a passive whose auxiliary tells the time: "will be
/// held", "to be completed", "is launched".
fn participle(scan: &Scan, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|k| {
        scan.any(
            k,
            &["be", "is", "are", "get", "being", "remain", "remains", "stay", "stays", "keep"],
        )
    })
}
