//! Which word of a sentence a temporal expression governs: its path in the tree.

use std::ops::Range;

use throughline_annotate::{Harm, is_person_noun, stem};

use crate::tree::Tree;

/// How an expression is tied to what it dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// "on Tuesday", "in May", "Tuesday".
    At,
    /// "since 2014".
    Since,
    /// "until Friday", "through Friday".
    Until,
    /// "by Friday".
    By,
    /// "before Friday".
    Before,
    /// "from Friday".
    From,
    /// "moved to Friday".
    To,
    /// "scheduled for Friday".
    For,
}

/// What an expression governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Governed {
    /// The word that is dated.
    pub head: usize,
    /// How.
    pub link: Link,
    /// Whether it is a noun ("the strikes of Tuesday") and not a verb.
    pub is_noun: bool,
    /// Whether a noun stands between ("a letter on Tuesday", which is often
    /// the parser's reading of "signed a letter on Tuesday").
    pub is_loose: bool,
}

/// Climbs from the expression to the nearest verb, or to the noun that stops
/// the way. `coarse` is a year: it dates a verb only where it hangs on it, for
/// "the president in 2012" and "the 2012 candidate" are names of things.
/// `times` are all expressions of the sentence: "at 3am on Tuesday".
pub fn governed(
    tree: &Tree,
    text: &str,
    timex: &Range<usize>,
    times: &[Range<usize>],
    coarse: bool,
) -> Option<Governed> {
    let within = |at: usize, of: &Range<usize>| {
        let span = tree.span(at);
        span.start >= of.start && span.end <= of.end
    };
    let head = |at: usize| tree.token(at).head as usize;
    let mut at = tree.at(timex.end.checked_sub(1)?)?;
    while within(head(at), timex) && head(at) != at {
        at = head(at);
    }
    if is_counted_from(text, timex) {
        return None;
    }
    let noun = |thing: usize, link: Link| {
        let harm = done_by(tree, thing);
        let head = harm.unwrap_or(thing);
        Some(Governed { head, link, is_noun: harm.is_none(), is_loose: false })
    };
    // "the cabinet on Wednesday", not "the driver of the bus in the crash on Monday".
    let follows = |noun: usize| tree.at(timex.start).is_some_and(|first| first <= noun + 2);
    let mut link = Link::At;
    let mut tied = matches!(tree.token(at).dep, "npadvmod" | "advmod");
    let mut through: Option<usize> = None;
    for up in tree.ancestors(at).skip(1) {
        let token = tree.token(up);
        match token.pos {
            "VERB" | "AUX" => {
                let is_loose = through.is_some();
                return Some(Governed { head: up, link, is_noun: false, is_loose });
            }
            "ADP" | "SCONJ" => {
                let word = text[tree.span(up)].to_lowercase();
                match (through, word.as_str()) {
                    // "a round of meetings on Monday": still the round.
                    (Some(_), "of" | "in" | "at" | "with" | "for" | "from") => continue,
                    (Some(thing), _) => return noun(thing, link),
                    (None, "of") if is_time(tree, head(up)) => continue,
                    (None, "of") => return noun(head(up), link),
                    (None, _) => {}
                }
                tied = true;
                link = match word.as_str() {
                    "on" | "in" | "at" | "during" | "around" | "between" => Link::At,
                    "since" => Link::Since,
                    "until" | "till" | "through" => Link::Until,
                    "by" => Link::By,
                    "before" => Link::Before,
                    "from" => Link::From,
                    "to" => Link::To,
                    "for" => Link::For,
                    _ => return None,
                };
            }
            "ADV" | "ADJ" | "PART" => {}
            _ if head(up) == up => return None,
            _ if is_time(tree, up) || times.iter().any(|t| within(up, t)) => tied = true,
            // "Tuesday's vote", "the July 14 attack", "a 2012 candidate".
            _ if !tied || coarse => return noun(up, link),
            // "the attacks on Monday changed": the attacks, not the change.
            "NOUN"
                if matches!(token.dep, "nsubj" | "nsubjpass")
                    && !(follows(up) && acts(&token.lemma)) =>
            {
                return noun(up, link);
            }
            _ => through = through.or(Some(up)),
        }
    }
    None
}

/// Bodies that act: "the cabinet on Wednesday approved" dates the approval, not the cabinet.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "administration", "agency", "army", "assembly", "authority", "bank", "board", "bureau", "cabinet",
    "coalition", "commission", "committee", "company", "council", "court", "department", "firm",
    "government", "group", "jury", "legislature", "military", "ministry", "office", "opposition",
    "panel", "parliament", "party", "police", "senate", "team", "union",
];

/// Whether a noun is somebody who does things on a day, and nothing that happens on one.
fn acts(lemma: &str) -> bool {
    BODIES.contains(&lemma) || is_person_noun(lemma)
}

/// The verb that tells what befell people in something: "the crash on Sunday killed ten", "ten
/// were killed in Sunday's crash". The day of the one is the day of the other.
fn done_by(tree: &Tree, thing: usize) -> Option<usize> {
    let token = tree.token(thing);
    let above = token.head as usize;
    let verb = match token.dep {
        "nsubj" => above,
        "pobj" if matches!(tree.token(above).lemma.as_str(), "in" | "by") => {
            tree.token(above).head as usize
        }
        _ => return None,
    };
    let harm = Harm::of(&stem(&tree.token(verb).lemma.to_lowercase()));
    let befell = matches!(harm, Some(Harm::Killed | Harm::Injured));
    (befell && tree.token(verb).pos == "VERB").then_some(verb)
}

/// "the Friday before the bid": the day hangs on something else.
fn is_counted_from(text: &str, timex: &Range<usize>) -> bool {
    let next = text[timex.end..].split_whitespace().next().unwrap_or("");
    let before = text[..timex.start].split_whitespace().next_back().unwrap_or("");
    before.eq_ignore_ascii_case("the") && matches!(next, "before" | "after")
}

/// Nouns for a part of time: "in the night of 14 September".
fn is_time(tree: &Tree, at: usize) -> bool {
    matches!(
        tree.token(at).lemma.to_lowercase().as_str(),
        "night"
            | "evening"
            | "morning"
            | "afternoon"
            | "noon"
            | "midnight"
            | "hour"
            | "day"
            | "end"
            | "start"
            | "beginning"
            | "middle"
            | "weekend"
            | "course"
    )
}
