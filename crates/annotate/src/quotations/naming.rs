//! Names in a frame: where they begin and end, the roles beside them, and what
//! a word tells of who is meant.

use std::ops::Range;

use super::{
    classes::{is_joint, is_tie},
    frames::Token,
    phrases::{is_opening_adverb, is_opening_gerund},
    subjects::View,
};
use crate::{
    WEEKDAYS,
    persons::{self, is_title},
    speech::takes,
    words::is_stopword,
};

/// The bytes of tokens, without a possessive ending.
pub(super) fn bytes(view: View, tokens: &Range<usize>) -> Range<usize> {
    let span = view.tokens[tokens.start].span.start..view.tokens[tokens.end - 1].span.end;
    let slice = &view.text[span.clone()];
    let bare = ["'s", "’s"].iter().find_map(|ending| slice.strip_suffix(ending));
    span.start..span.start + bare.unwrap_or(slice).len()
}

/// Where the run of capitalised words that begins at `at` ends.
pub(super) fn run_end(view: View, at: usize) -> Option<usize> {
    // "Mr" is a stop word; "Per Ask" begins with one.
    let titled = |i: usize| persons::is_plain_address(view.word(i));
    let within = |i: usize| {
        i > 0
            && !view.word(i - 1).is_empty()
            && view.is_capital(i + 1)
            && !titled(i + 1)
            && !is_stopword(view.word(i + 1))
            && view.word(i) != "i"
    };
    let named =
        |i: usize| view.is_capital(i) && (!is_stopword(view.word(i)) || titled(i) || within(i));
    // "Meanwhile Vell has resigned"
    let opening = |word| is_opening_adverb(word) || view.is_capital(1) && is_opening_gerund(word);
    // "On Monday Vell said"
    let dated = WEEKDAYS.iter().any(|day| day.eq_ignore_ascii_case(view.word(at)));
    if !named(at) || dated || at == 0 && opening(view.word(0)) {
        return None;
    }
    let mut end = at + 1;
    while end < view.tokens.len() && end < at + 10 {
        let raw = &view.text[view.tokens[end - 1].span.clone()];
        if raw.ends_with("'s") || raw.ends_with("’s") {
            break;
        }
        let point = view.tokens[end].is('.')
            && named(end + 1)
            && (view.word(end - 1).chars().count() <= 2 || is_title(view.word(end - 1)));
        let both = view.tokens[end].is('&') && named(end + 1);
        let joint = is_joint(view.word(end)) && named(end + 1);
        let close = view.tokens[end].span.start - view.tokens[end - 1].span.end <= 1;
        if close && (named(end) || point || both || joint) {
            end += 1;
        } else {
            break;
        }
    }
    Some(end)
}

/// "Health Minister Lena Harkness" without the role.
pub(super) fn without_roles(view: View, run: Range<usize>) -> Range<usize> {
    let role = run.clone().rev().skip(1).find(|&i| is_title(view.word(i)));
    let mut start = role.map_or(run.start, |at| at + 1);
    while start < run.end && view.word(start).is_empty() {
        start += 1;
    }
    start..run.end
}

/// Role nouns before the name and after it: "union leader Gus Arrow", "Ana
/// Vell, the mayor of Kharin".
pub(super) fn roles_beside(view: View, run: usize, name: &Range<usize>) -> Vec<String> {
    let mut roles = Vec::new();
    let mut add = |at: usize| {
        let word = view.word(at);
        if is_title(word) || is_human(word) {
            roles.push(word.to_owned());
        }
    };
    (run..name.start).for_each(&mut add);
    (run.saturating_sub(2)..run).for_each(&mut add);
    if view.tokens.get(name.end).is_some_and(|t| t.is(',')) {
        let from = name.end + 1;
        let to = (from..view.tokens.len().min(from + 7)).find(|&at| {
            view.word(at).is_empty()
                || is_tie(view.word(at))
                || matches!(view.word(at), "who" | "and")
        });
        let beside = from..to.unwrap_or(from);
        // "In the Tribune, the director said": what speaks there is another's.
        if !beside.clone().any(|at| takes(view.word(at)).is_some()) {
            beside.for_each(add);
        }
    }
    roles
}

/// The phrase up to its first "of", "for" and the like.
pub(super) fn front(view: View, phrase: &Range<usize>) -> Range<usize> {
    let ends = |word| is_tie(word) || matches!(word, "close" | "familiar" | "briefed" | "involved");
    let tie = phrase.clone().find(|&at| ends(view.word(at)) && at > phrase.start);
    // "mother of two Fay Dunn": the name comes after.
    match tie {
        Some(at)
            if view.is_capital(phrase.end - 1)
                && view.word(at + 1).len() < 6
                && !matches!(view.word(at + 1), "the" | "a" | "an" | "his" | "her")
                && !view.is_capital(at + 1)
                && phrase.end > at + 3 =>
        {
            phrase.clone()
        }
        Some(at) => phrase.start..at,
        None => phrase.clone(),
    }
}

pub(super) fn head(view: View, phrase: &Range<usize>) -> usize {
    let core = front(view, phrase);
    core.end - 1
}

pub(super) fn is_definite(view: View, phrase: &Range<usize>) -> bool {
    let first = view.word(phrase.start);
    let raw = &view.text[view.tokens[phrase.start].span.clone()];
    !matches!(first, "a" | "an" | "another" | "one" | "some")
        && (first == "the" || raw.contains(['’', '\'']) || matches!(first, "his" | "her" | "their"))
}

/// The name in a stretch of tokens: its last run of capitals without roles.
pub(super) fn name_in(view: View, part: Range<usize>) -> Option<Range<usize>> {
    let mut at = part.start;
    let mut found = None;
    while at < part.end {
        let Some(end) = run_end(view, at).map(|end| end.min(part.end)) else {
            at += 1;
            continue;
        };
        let run = without_roles(view, at..end);
        let raw = &view.text[bytes_of(view.tokens, end - 1)];
        let possessive = raw.ends_with("'s")
            || raw.ends_with("’s")
            || raw.ends_with("s’")
            || raw.ends_with("s'");
        // "Norland officials", "the Labour leader": the run only describes.
        if !run.is_empty()
            && !possessive
            && (end == part.end
                || !view.word(end).is_empty() && run.len() > 1 && is_stopword(view.word(end)))
        {
            found = Some(run);
        }
        at = end;
    }
    found.filter(|run| !(run.len() == 1 && is_title(view.word(run.start))))
}

fn bytes_of(tokens: &[Token], at: usize) -> Range<usize> {
    tokens[at].span.clone()
}

/// Words that make a name one of an organisation or a paper.
pub(super) fn is_office(word: &str) -> bool {
    #[rustfmt::skip]
    const OFFICES: &[&str] = &[
        "agency", "airlines", "army", "assembly", "association", "authority", "bank", "board",
        "brigade", "bureau", "cabinet", "center", "centre", "chronicle", "church", "city", "club",
        "college", "commission", "committee", "company", "congress", "corp", "council", "county",
        "court", "daily", "department", "express", "federation", "forum", "foundation", "gazette",
        "group", "guardian", "herald", "hospital", "house", "inc", "institute",
        "international", "journal", "labour", "league", "ledger", "line", "ltd", "mail", "ministry",
        "mirror", "monitor", "museum", "nations", "network", "news", "office", "organisation",
        "organization", "parliament", "party", "people", "police", "post", "press", "radio",
        "republic", "research", "school", "securities", "senate", "service", "society",
        "standard", "states", "street", "sun", "telegraph", "times", "today", "tribune", "trust",
        "tv", "union", "united", "university",
    ];
    OFFICES.binary_search(&word).is_ok()
}

/// Nouns for a person, whom "he" or "she" may mean.
pub(super) fn is_human(word: &str) -> bool {
    is_title(word)
        || persons::gender(word).is_some()
        || persons::is_person_noun(word)
        || matches!(word, "one" | "master" | "source" | "maker")
}

#[cfg(test)]
mod tests {
    #[test]
    fn roles() {
        assert!(
            super::is_office("agency")
                && super::is_office("university")
                && super::is_office("mail")
        );
    }
}
