//! Events: what each clause of a sentence tells that happened, is, or will
//! happen, who takes part, and on which day by which words.
//!
//! The date of an event is the nearest expression that governs its word in the
//! tree. An expression inside a quotation, or beside the verb of saying, dates
//! the saying.

mod clause;
mod condition;
mod dating;
mod finite;
mod governs;
mod status;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

use throughline_annotate::{Harm, Interval, Outlook, Sentence, is_speech_verb, outlook, stem};
use throughline_model::{Moment, Status};

use crate::{calendar::days_from, tree::Tree};

pub use clause::{Clause, alone};
pub use dating::{Dating, is_datable};
pub use finite::tells_past;

use finite::{finite, opens};
use governs::{Governed, Link, governed};
use status::{conditional, is_ahead, status};
use verbs::{gives_day, is_denied, moves};

/// What one clause tells, or one noun ("the strike planned for 16 June").
#[derive(Debug, Clone)]
pub struct Event {
    /// The token that names it: a verb, or a noun.
    pub head: usize,
    /// The head tokens of who and what takes part.
    pub participants: Vec<usize>,
    /// Its date; none for a future that hangs on a condition alone.
    pub date: Option<Dating>,
    /// What kind.
    pub status: Status,
    /// Whether the clause says that it did not or will not happen.
    pub denied: bool,
    /// Whether it is somebody's saying something.
    pub said: bool,
    /// Whether the main clause tells it.
    pub is_main: bool,
    /// Whether it tells what something was: "the tide was out".
    pub is_being: bool,
    /// The condition, in the article's words.
    pub condition: Option<String>,
    /// The part of the sentence that tells it; none where none can.
    pub clause: Option<Clause>,
    /// The day that it was planned for before.
    pub replaces: Option<Interval>,
}

/// A sentence with what its events are read from.
pub struct Passage<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its tree.
    pub tree: &'a Tree,
    /// When the article came out.
    pub published: Option<Moment>,
}

/// The events of a sentence that have a date or a condition, in order of their
/// expressions.
pub fn events(passage: &Passage) -> Vec<Event> {
    let Some(root) = passage.tree.root() else { return Vec::new() };
    let mut found: Vec<Event> = Vec::new();
    for dating in dating::all(passage) {
        let Some(event) = dated(passage, root, dating) else { continue };
        let known = |e: &Event| e.head == event.head && e.status == event.status;
        if !found.iter().any(known) {
            found.push(event);
        }
    }
    if !found.iter().any(|e| matches!(e.status, Status::Scheduled | Status::Conditional)) {
        found.extend(condition::undated(passage, root));
    }
    found
}

/// Verbs that hold one event against another, whose day may stand behind it.
const AGAINST: &[&str] = &["follow", "precede", "recall", "echo", "resemble", "surpass", "exceed"];

/// Whether a dated thing is only what the clause is counted from or held against: "since the attacks
/// in 2015", "followed a failed launch in November". What the clause tells is of another day.
fn is_mentioned(tree: &Tree, noun: usize) -> bool {
    const FROM: &[&str] = &["since", "than", "like", "unlike"];
    let head = tree.head(noun).map(|head| tree.token(head).lemma.as_str());
    match tree.token(noun).dep {
        "pobj" => head.is_some_and(|prep| FROM.contains(&prep)),
        "dobj" => head.is_some_and(|verb| AGAINST.contains(&verb)),
        _ => false,
    }
}

/// The main verb of a lead for the day that it gives after what somebody decided to do: "announced her
/// decision to veto the bill on Wednesday", told on Wednesday, is the day of the decision.
fn decided(passage: &Passage, root: usize, head: usize, dating: &Dating) -> Option<usize> {
    let Passage { tree, published, sentence, .. } = passage;
    let day = dating.interval.from;
    let fresh = published.is_some_and(|moment| {
        day == dating.interval.to && matches!(days_from(day, moment.date()), Some(0 | 1))
    });
    // "ordered them to close it on Wednesday" gives the day of the closing.
    let decision = |at: usize| matches!(tree.token(at).lemma.as_str(), "decision" | "decide");
    let intended = |at: usize| matches!(tree.token(at).dep, "acl" | "xcomp" | "dobj");
    let holds = sentence.position == Some(0)
        && fresh
        && tree.token(head).tag == "VB"
        && tree.head(head).is_some_and(decision)
        && tree.ancestors(head).take_while(|&at| at != root).all(intended)
        && tree.is_finite(root)
        && outlook(tree, root) == Outlook::Past;
    holds.then_some(root)
}

/// The event that an expression dates.
fn dated(passage: &Passage, root: usize, dating: Dating) -> Option<Event> {
    let Passage { text, tree, .. } = passage;
    let times: Vec<Range<usize>> = passage.sentence.dates.iter().map(|t| t.start..t.end).collect();
    let Governed { mut head, link, is_noun, is_loose } =
        governed(tree, text, &dating.words, &times, dating.is_year)?;
    // "If the talks on May 20 fail": the day of the talks is the day of the "if".
    let supposed = || {
        let opening = condition::opening(passage).filter(|o| o.end >= dating.span.end);
        if opening.is_some() && is_ahead(passage, &dating) {
            return Some(root);
        }
        let verb = tree.ancestors(head).find(|&a| tree.is_finite(a))?;
        (is_ahead(passage, &dating) && condition::is_condition(passage, verb)).then_some(verb)
    };
    if is_noun && let Some(verb) = supposed() {
        head = verb;
    } else if is_noun {
        let ahead = is_ahead(passage, &dating);
        if !ahead && is_mentioned(tree, head) {
            return None;
        }
        let status = if ahead { Status::Scheduled } else { Status::Past };
        return Some(plain(passage, head, status, dating));
    }
    // "followed a failed launch in July": whose the day is, the parse guesses.
    let other = tree.child(head, &["dobj"]).filter(|&it| tree.span(it).end <= dating.span.start);
    if AGAINST.contains(&tree.token(head).lemma.as_str()) && other.is_some() {
        return None;
    }
    // "Claims emerged that a tram had tipped over on May 3": nobody knows that it did.
    let claimed = |at: usize| {
        matches!(tree.token(at).lemma.as_str(), "claim" | "rumour" | "rumor" | "speculation")
            && tree.token(at).pos == "NOUN"
    };
    let emerged = |at: usize| tree.child(at, &["nsubj"]).is_some_and(claimed);
    if tree.ancestors(head).skip(1).any(|at| claimed(at) || emerged(at)) {
        return None;
    }
    let link = dating.link.unwrap_or(link);
    if tree.token(head).dep == "acl" && gives_day(&tree.token(head).lemma) {
        return planned_thing(passage, root, head, dating);
    }
    if let Some(news) = decided(passage, root, head, &dating) {
        head = news;
    }
    let told = finite(tree, head)?;
    let view = outlook(tree, told.verb);
    let condition = condition::of(passage, told.verb);
    let status = match &condition {
        Some(_) if link == Link::Before => return None,
        Some(_) if told.is_own => conditional(passage, view, &dating)?,
        // "Founded in 1921, Brannock makes glass."
        None if opens(tree, head)
            && tree.token(head).tag == "VBN"
            && !is_ahead(passage, &dating) =>
        {
            Status::Past
        }
        _ => status(passage, told.verb, head, view, link, &dating)?,
    };
    if is_loose && status != Status::Past && status != Status::Conditional && link != Link::For {
        // "a decision on a plan in May": which of the two is in May is a guess.
        let day = dating.interval.from == dating.interval.to;
        if !day && !dating.is_stretch {
            return None;
        }
    }
    let main = condition.as_ref().map_or(told.partner, |c| c.main);
    let named = match (&condition, status) {
        (Some(c), Status::Conditional) => c.main,
        _ if told.is_own || opens(tree, head) && tree.token(head).tag == "VBN" => head,
        _ => told.verb,
    };
    let mut event = plain(passage, named, status, dating);
    event
        .participants
        .extend(participants(passage, told.verb).iter().filter(|_| named != told.verb));
    event.condition = condition.filter(|_| status == Status::Conditional).map(|c| c.words);
    let bounded = matches!(link, Link::Until | Link::Before);
    event.denied = !bounded && is_denied(tree, told.verb);
    event.is_main = told.is_own && told.partner == root;
    // Who announces a bid has done something.
    let is_deed = matches!(tree.token(told.verb).lemma.as_str(), "announce" | "declare")
        && tree.child(told.verb, &["dobj"]).is_some();
    event.said = !is_deed && is_speech_verb(&text[tree.span(told.verb)].to_lowercase());
    event.clause = match status {
        Status::Scheduled | Status::Conditional => {
            clause::of(tree, text, root, main).or_else(|| clause::around(tree, main))
        }
        _ if told.is_own => clause::of(tree, text, root, told.partner)
            .or_else(|| borrowed(passage, root, told.partner, &event)),
        // "Founded in 1921, Brannock makes glass"; "Speaking on Monday, Orr said".
        _ if event.said || opens(tree, head) => clause::of(tree, text, root, told.partner),
        _ => None,
    };
    event.replaces =
        moves(&tree.token(told.verb).lemma).then(|| dating::moved_from(passage, &event)).flatten();
    Some(event)
}

/// The main clause for an event that dates it: "were killed when a tram
/// overturned on Wednesday", where nothing else dates the killing.
fn borrowed(passage: &Passage, root: usize, verb: usize, event: &Event) -> Option<Clause> {
    let Passage { text, tree, published, .. } = passage;
    let date = event.date.as_ref().filter(|d| d.interval.from == d.interval.to)?;
    let lower = |at: usize| text[tree.span(at)].to_lowercase();
    let joint = tree
        .children(verb)
        .filter(|&c| c < verb && matches!(tree.token(c).dep, "mark" | "advmod"))
        .map(lower)
        .find(|word| matches!(word.as_str(), "when" | "as" | "after" | "where"))?;
    // What came after may have come days after.
    let soon = published
        .is_some_and(|p| days_from(date.interval.from, p.date()).is_some_and(|days| days <= 1));
    let main = bearer(tree, tree.token(verb).head as usize);
    // Nothing but partners and words of saying stand above it.
    let reported = tree.ancestors(main).take_while(|&a| a != root).all(|a| {
        tree.token(a).dep == "conj"
            || tree.token(a).dep == "ccomp"
                && is_speech_verb(&text[tree.span(tree.token(a).head as usize)].to_lowercase())
    });
    let times: Vec<Range<usize>> = passage.sentence.dates.iter().map(|t| t.start..t.end).collect();
    let dated = dating::all(passage).iter().filter(|d| *d != date).any(|d| {
        governed(tree, text, &d.words, &times, d.is_year)
            .is_some_and(|g| g.head == main && !g.is_noun)
    });
    let holds = tree.token(verb).dep == "advcl"
        && (joint != "after" || soon)
        && reported
        && !dated
        && tree.is_finite(main)
        && outlook(tree, main) == Outlook::Past
        && !is_denied(tree, main);
    holds.then_some(Clause::Whole)
}

/// The verb of the clause that tells what befell people: of "were among twelve people killed" it
/// is "were".
fn bearer(tree: &Tree, verb: usize) -> usize {
    let befell = Harm::of(&stem(&tree.token(verb).lemma)).is_some();
    if !befell || tree.token(verb).dep != "acl" {
        return verb;
    }
    let above = tree.ancestors(verb).skip(1).find(|&at| tree.is_finite(at));
    above.filter(|&at| tree.token(at).lemma == "be").unwrap_or(verb)
}

/// "a strike planned for 16 June": the thing is the event.
fn planned_thing(passage: &Passage, root: usize, verb: usize, dating: Dating) -> Option<Event> {
    let Passage { text, tree, .. } = passage;
    if !is_ahead(passage, &dating) {
        return None;
    }
    let thing = tree.token(verb).head as usize;
    let mut event = plain(passage, thing, Status::Scheduled, dating);
    let above = tree.ancestors(thing).skip(1).find(|&a| finite(tree, a).is_some())?;
    event.clause = clause::of(tree, text, root, above).or_else(|| clause::around(tree, above));
    Some(event)
}

fn plain(passage: &Passage, head: usize, status: Status, dating: Dating) -> Event {
    let participants = participants(passage, head);
    Event { date: Some(dating), participants, ..bare(passage.tree, head, status) }
}

fn bare(tree: &Tree, head: usize, status: Status) -> Event {
    Event {
        head,
        participants: Vec::new(),
        date: None,
        status,
        denied: false,
        said: false,
        is_main: tree.root() == Some(head),
        is_being: tree.token(head).lemma == "be",
        condition: None,
        clause: None,
        replaces: None,
    }
}

impl Event {
    /// The undated event of a whole sentence.
    pub fn whole(tree: &Tree) -> Option<Self> {
        let root = tree.root()?;
        Some(Self { clause: Some(Clause::Whole), ..bare(tree, root, Status::Past) })
    }
}

/// The heads of who and what takes part in an event: subject, object, agent,
/// and what its prepositions bring in, days left out.
fn participants(passage: &Passage, head: usize) -> Vec<usize> {
    let tree = passage.tree;
    let is_day = |at: usize| {
        passage.sentence.dates.iter().any(|t| (t.start..t.end).contains(&tree.span(at).start))
    };
    let mut found = Vec::new();
    let mut add = |at: usize| {
        if matches!(tree.token(at).pos, "NOUN" | "PROPN") && !is_day(at) {
            found.push(at);
        }
    };
    for child in tree.children(head) {
        match tree.token(child).dep {
            "nsubj" | "nsubjpass" | "dobj" | "attr" | "dative" => add(child),
            "prep" | "agent" => tree.children(child).for_each(&mut add),
            _ => {}
        }
    }
    if matches!(tree.token(head).pos, "NOUN" | "PROPN") {
        add(head);
    }
    found
}
