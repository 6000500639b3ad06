//! Disagreements: every value is what its statement says, and the newest is
//! the newest.

use std::collections::HashSet;

use throughline_annotate::{Bound, MONTHS, Quantity, is_denial, tag_text, words};
use throughline_model::{About, Disagreement, DisagreementKind, Evidence, Moment, Position, Stand};

use crate::{
    content::{figures, has_words, is_same},
    day,
    fault::Found,
    stored::Stored,
    support::stems,
};

/// What is wrong with a disagreement, by the place of the position; of the sources `placed` nobody
/// knows when they came out.
pub fn faults(
    disagreement: &Disagreement,
    stored: &Stored,
    placed: &HashSet<usize>,
) -> Vec<(usize, Found)> {
    let positions = &disagreement.positions;
    let mut found = Vec::new();
    let mut add = |at: usize, reason: &str| {
        let value = positions.get(at).map_or(String::new(), |p| p.value.clone());
        found.push((at, Found::Position { value, reason: reason.to_owned() }));
    };
    if !is_of_it(disagreement, stored) {
        add(0, "no position speaks of what the disagreement is said to be about");
    }
    if positions.len() < 2 {
        add(0, "one position is no disagreement");
    }
    let newest = positions.iter().filter_map(|p| day_of(p, stored, placed)).max();
    for (at, position) in positions.iter().enumerate() {
        if !says(disagreement.kind, position, stored) {
            add(at, "its statement does not say so");
        }
        if position.value == Stand::Denied.word() {
            if !denies(&disagreement.about, position, stored) {
                add(at, "whoever is said to deny does not deny in its statement");
            }
            if !positions.iter().any(|p| p.value == Stand::Claimed.word()) {
                add(at, "nobody claims what is denied");
            }
        }
        if positions[..at].iter().any(|p| p.value == position.value) {
            add(at, "another position has the same value");
        }
        let is_newest = newest.is_some() && day_of(position, stored, placed) == newest;
        if position.newest && !is_newest {
            add(at, "another position is newer");
        }
        if position.newest && positions[..at].iter().any(|p| p.newest) {
            add(at, "two positions are called the newest");
        }
        if position.newest
            && disagreement.kind == DisagreementKind::Development
            && at + 1 < positions.len()
            && positions.iter().all(|p| day_of(p, stored, placed) == newest)
        {
            add(at, "nothing developed: all positions are of one day");
        }
    }
    found
}

/// Whether every word of what it is about is one of ours, or stands in a position, in whatever
/// form: "child" is what "children" counts.
fn is_of_it(disagreement: &Disagreement, stored: &Stored) -> bool {
    let mut known: HashSet<String> = About::ALL.iter().flat_map(|a| stems(a.words())).collect();
    for position in &disagreement.positions {
        known.extend(stems(&position.statement.text));
        for evidence in position.statement.citations.iter().flat_map(|c| &c.evidence) {
            known.extend(stems(&evidence.exact));
            known.extend(lemmas(evidence, stored));
        }
    }
    stems(&disagreement.about).is_subset(&known)
}

/// Whether a statement denies, unlike "did not deny", and names whoever the reader is told denies.
fn denies(about: &str, position: &Position, stored: &Stored) -> bool {
    let text = &position.statement.text;
    let all = words(text, 0..text.len(), true);
    let undone = |at: usize| {
        all[at.saturating_sub(2)..at].iter().any(|w| {
            matches!(w.lower.as_str(), "not" | "never" | "nor" | "cannot")
                || w.lower.ends_with("n't")
        })
    };
    let denied = (0..all.len()).any(|at| is_denial(&all[at].lower) && !undone(at));
    let ours: HashSet<String> = About::ALL.iter().flat_map(|a| stems(a.words())).collect();
    let mut told = stems(text);
    for evidence in position.statement.citations.iter().flat_map(|c| &c.evidence) {
        told.extend(stems(&evidence.exact));
        told.extend(lemmas(evidence, stored));
    }
    denied && stems(about).difference(&ours).all(|stem| told.contains(stem))
}

/// The stems of the base forms of a passage's words.
fn lemmas(evidence: &Evidence, stored: &Stored) -> HashSet<String> {
    let Some((held, at)) = stored.place(evidence).filter(|(held, _)| held.is_english()) else {
        return HashSet::new();
    };
    let trees = held.sentences(&at).into_iter().map(|sentence| held.tree(&sentence));
    trees
        .flat_map(|tree| tree.tokens.iter().flat_map(|t| stems(&t.lemma)).collect::<Vec<_>>())
        .collect()
}

/// The day on which a position's first article came out.
fn day_of(
    position: &Position,
    stored: &Stored,
    placed: &HashSet<usize>,
) -> Option<jiff::civil::Date> {
    let first = position.statement.citations.first();
    let evidence = first.filter(|first| !placed.contains(&first.source))?.evidence.first()?;
    stored.get(&evidence.article)?.article.published.as_ref().map(Moment::date)
}

/// Whether the statement holds the value, and holds it as exactly.
fn says(kind: DisagreementKind, position: &Position, stored: &Stored) -> bool {
    let (value, text) = (position.value.as_str(), position.statement.text.as_str());
    if value.trim().is_empty() {
        return false;
    }
    let is_day = || {
        let given = day::read(value, stored.year);
        let told = tag_text(text, None, "en");
        let mut told = told.iter().map(|t| day::read(&text[t.start..t.end], stored.year));
        has_words(text, value) || given.is_some() && told.any(|t| t == given)
    };
    match kind {
        // A plan's day moves on as a toll does.
        DisagreementKind::Development if is_a_day(value) => is_day(),
        DisagreementKind::Number | DisagreementKind::Development => {
            let ours = figures(value);
            let theirs = figures(text);
            let same = |q: &Quantity| {
                theirs.iter().any(|t| {
                    is_same(t, q)
                        && (t.bound == q.bound
                            || q.bound == Bound::About && t.bound == Bound::About)
                })
            };
            // What is no quantity by itself, as "one", stands there in words.
            if ours.is_empty() {
                has_words(&text.to_lowercase(), &value.to_lowercase())
            } else {
                ours.iter().all(same)
            }
        }
        DisagreementKind::Date => is_day(),
        DisagreementKind::Name => has_words(text, value),
        DisagreementKind::Polarity => {
            let (ours, theirs) = (stems(value), stems(text));
            Stand::ALL.iter().any(|stand| stand.word() == value) || ours.is_subset(&theirs)
        }
    }
}

/// "9 July".
fn is_a_day(value: &str) -> bool {
    value.rsplit_once(' ').is_some_and(|(_, month)| MONTHS.contains(&month))
}
