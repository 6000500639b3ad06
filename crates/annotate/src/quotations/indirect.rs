//! Speech told without marks: "said that the bridge would close", "the bridge
//! would close, the mayor said".

use std::ops::Range;

use super::{
    classes::{is_be, is_calendar, is_determiner, is_verb_like, opens_aside},
    clauses::Clause,
    subjects::View,
};
use crate::{
    speech::{Takes, has_listener},
    words::is_stopword,
};

/// What each clause of saying tells without marks, as bytes with the number of
/// the clause. Clauses that are `used` by speech in marks tell nothing more,
/// unless "that" follows.
pub(super) fn find(view: View, clauses: &[Clause], used: &[bool]) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for (number, clause) in clauses.iter().enumerate() {
        if clause.takes != Takes::Clause {
            continue;
        }
        let Some(start) = start(view, clause, used[number]) else {
            if !used[number] {
                found.extend(before(view, clause).map(|span| (number, span)));
            }
            continue;
        };
        let next = clauses[number + 1..]
            .iter()
            .filter(|c| !c.is_passive())
            .map(|c| c.span().start)
            .find(|&at| at > start)
            .unwrap_or(view.tokens.len());
        let end = relative_end(view, clause, start, end(view, start, next));
        // "said that A and that B" tells two things.
        let mut start = start;
        let seam =
            |&at: &usize| matches!(view.word(at), "and" | "but") && view.word(at + 1) == "that";
        for at in (start..end).filter(seam).chain([end]) {
            if at >= start + 2 {
                found.push((number, bytes(view, start..at)));
            }
            start = at + 2;
        }
    }
    found
}

/// What stands before ", the mayor said on Monday".
fn before(view: View, clause: &Clause) -> Option<Range<usize>> {
    let end = clause.span().start.checked_sub(1)?;
    let set_off = view.tokens[end].is(',') && clause.joined.is_none();
    let whole = end > 2 && view.tokens[..end].iter().all(|t| t.quote().is_none());
    // "In a statement, Vell said": a place where something is said, no speech.
    let first = usize::from(matches!(view.word(0), "but" | "and" | "yet" | "so"));
    let aside = opens_aside(view.word(first)) && !(0..end).any(|i| is_verb_like(view.word(i)));
    // "Mr. Vell, officials said, left": the sentence goes on beyond its speaker.
    let parted = view.is_all_name(&(0..end));
    (set_off && whole && view.is_capital(0) && !aside && !parted).then(|| bytes(view, 0..end))
}

/// From a sign of currency before the first word to the last word.
fn bytes(view: View, tokens: Range<usize>) -> Range<usize> {
    let end = view.tokens[tokens.end - 1].span.end;
    let first = view.tokens[tokens.start].span.start;
    let start = tokens.start.checked_sub(1).map_or(first, |i| view.tokens[i].span.end.min(first));
    let gap = &view.text[start..first];
    let bare = gap.trim_end_matches(['$', '£', '€', '¥']);
    start + bare.len()..end
}

fn start(view: View, clause: &Clause, used: bool) -> Option<usize> {
    let mut at = clause.end();
    if clause.according {
        let comma = view.tokens.get(at).is_some_and(|t| t.is(','));
        return (comma && clause.verb == 0).then_some(at + 1);
    }
    if has_listener(view.word(clause.verb)) {
        at = listener_end(view, at);
    }
    let that = (at..view.tokens.len().min(at + 9))
        .take_while(|&i| !view.word(i).is_empty())
        .find(|&i| view.word(i) == "that");
    // "said in statements that apologised": what "that" opens there is about the statements.
    let relative = |that: usize| that > at && is_verb_like(view.word(that + 1));
    if let Some(that) = that.filter(|&that| !relative(that)) {
        // "said that was never so": here "that" is what is spoken of.
        return Some(that + usize::from(!is_be(view.word(that + 1))));
    }
    // "did not say how": nobody says anything.
    let unsaid = view.word(clause.verb) == "say"
        && clause.verb > 0
        && matches!(view.word(clause.verb - 1), "not" | "never");
    if unsaid {
        return None;
    }
    let plain = !clause.inverted
        && !used
        && !matches!(
            view.word(clause.verb),
            "found"
                | "reported"
                | "denied"
                | "denies"
                | "ruled"
                | "observed"
                | "pointed"
                | "revealed"
                | "read"
                | "estimated"
                | "declared"
                | "reporting"
                | "reports"
                | "wrote"
                | "writes"
                | "writing"
        );
    at = past_day(view, at);
    // "announced today (4 November) that repairs are done"
    if view.tokens.get(at).is_some_and(|t| t.is('(')) {
        at = (at..view.tokens.len().min(at + 9)).find(|&i| view.tokens[i].is(')'))? + 1;
        if view.word(at) == "that" {
            return Some(at + 1);
        }
    }
    let begins = view.tokens.get(at).is_some_and(|t| t.word().is_some())
        && !matches!(
            view.word(at),
            "in" | "on"
                | "at"
                | "of"
                | "as"
                | "by"
                | "with"
                | "after"
                | "from"
                | "before"
                | "during"
                | "for"
                | "against"
                | "and"
                | "or"
                | "so"
                | "goodbye"
                | "about"
                | "late"
        );
    (plain && begins && !names_a_thing(view, clause, at)).then_some(at)
}

/// Past the day of the saying: "said Sunday he was not", "said on Monday night
/// the bridge would close"; not "said Sunday was a holiday".
fn past_day(view: View, from: usize) -> usize {
    let mut at = from + usize::from(view.word(from) == "on");
    let day = matches!(view.word(at), "today" | "yesterday" | "tonight");
    if !day && !is_calendar(view.word(at)) {
        return from;
    }
    at += 1;
    at += usize::from(matches!(view.word(at), "morning" | "afternoon" | "evening" | "night"));
    let goes_on = is_be(view.word(at)) || matches!(view.word(at), "will" | "would" | "had");
    if goes_on { from } else { at }
}

/// "acknowledged the mistake", "announced its intention to reverse the rule": a
/// thing without a clause.
fn names_a_thing(view: View, clause: &Clause, at: usize) -> bool {
    if is_claimed(view, clause, at) {
        return true;
    }
    let takes_things = matches!(
        view.word(clause.verb),
        "acknowledged"
            | "acknowledges"
            | "admitted"
            | "announced"
            | "announces"
            | "announcing"
            | "confirmed"
            | "declaring"
            | "disclosed"
            | "noted"
            | "reiterated"
            | "stressed"
    );
    let helps = |word: &str| matches!(word, "would" | "could" | "may" | "might" | "should");
    takes_things
        && is_determiner(view.word(at))
        && !(at..view.tokens.len())
            .take_while(|&i| !view.word(i).is_empty())
            .any(|i| is_verb_like(view.word(i)) || helps(view.word(i)))
}

/// "claimed responsibility", "claimed 217 lives", "added 11 points", "tweeted photos": verbs of
/// saying that here do something else.
fn is_claimed(view: View, clause: &Clause, at: usize) -> bool {
    let number = view.word(at).starts_with(|c: char| c.is_ascii_digit());
    let noun = view.word(at);
    match view.word(clause.verb) {
        "claimed" | "claims" | "claiming" => {
            matches!(noun, "responsibility" | "credit" | "victory" | "asylum")
                || (at..at + 5).any(|i| view.word(i) == "lives")
        }
        "added" | "adds" | "adding" => number && !(at..at + 6).any(|i| is_verb_like(view.word(i))),
        "tweeted" | "tweets" => {
            matches!(noun, "photo" | "photos" | "pictures" | "video" | "videos" | "out" | "about")
        }
        _ => false,
    }
}

/// Past "reporters", "Radio Kharin", "the chamber".
fn listener_end(view: View, from: usize) -> usize {
    let mut at = from;
    let article = matches!(view.word(at), "the" | "a" | "his" | "her" | "their");
    at += usize::from(article);
    if !article && matches!(view.word(at), "him" | "her" | "them" | "us" | "me" | "it") {
        return at + 1;
    }
    let capital = view.is_capital(at);
    while at < from + 8
        && !view.word(at).is_empty()
        && !is_stopword(view.word(at))
        && view.is_capital(at) == capital
    {
        at += 1;
    }
    at
}

/// "Vell, who said he knew nothing, has been charged": what a relative clause tells ends where the verb of
/// its sentence follows a comma.
fn relative_end(view: View, clause: &Clause, start: usize, end: usize) -> usize {
    // "Guards met Vell, who said his wife, Mila, was hurt": there nothing follows the clause.
    let opens = clause.subject.phrase.start <= 1;
    let relative =
        opens && (clause.subject.phrase.end..clause.verb).any(|at| view.word(at) == "who");
    let resumes = |at: &usize| {
        let word = view.word(at + 1);
        view.tokens[*at].is(',')
            && (is_be(word)
                || matches!(word, "has" | "had" | "have" | "will" | "would" | "did")
                || word.len() > 4 && word.ends_with("ed"))
    };
    (start..end).rev().find(|at| relative && resumes(at)).unwrap_or(end)
}

/// The end of what begins at `start`: the end of the sentence, a semicolon, or
/// the clause of saying that comes next.
fn end(view: View, start: usize, next: usize) -> usize {
    let last = view.tokens.len() - usize::from(view.tokens.last().is_some_and(|t| t.is('.')));
    // "vowed to fight on, posted the film": an infinitive ends at its comma.
    let infinitive = view.word(start) == "to";
    let stops = |at: usize| view.tokens[at].is(';') || infinitive && view.tokens[at].is(',');
    let stop = (start..last).find(|&at| stops(at)).unwrap_or(last);
    let mut end = stop.min(next);
    while end > start {
        let token = &view.tokens[end - 1];
        let trailing = token.is(',')
            || token.is('—')
            || end < stop
                && matches!(
                    view.word(end - 1),
                    "and" | "but" | "while" | "as" | "that" | "because"
                );
        if !trailing {
            break;
        }
        end -= 1;
    }
    end
}
