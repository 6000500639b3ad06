//! The rule of surnames: who has been introduced goes by the surname later,
//! "President Ilan Vosk" by "Vosk".
//!
//! In the statement: what is left out are given names and titles of one person,
//! nothing that says which person or what of them ("former"), and nobody else
//! in the articles bears the surname, under another given name or title. In the briefing: an earlier statement gives
//! the name in full.

use throughline_annotate::{Word, is_title};
use throughline_model::{Briefing, EditKind};

use crate::{
    fault::{Fault, Found},
    person,
    rules::{Case, Verdict, need},
    stored::Held,
    titled,
};

/// Checks that an edit leaves the surname of the one person who stood there.
pub fn check(case: &Case) -> Verdict {
    need(case.edit.because.is_none(), "a surname needs no other passage")?;
    need(case.held.is_english(), "names are shortened in English only")?;
    let from: Vec<&str> = case.edit.from.split(' ').collect();
    let [before @ .., last] = from.as_slice() else { return Err("it replaces nothing".into()) };
    need(*last == case.edit.to && !before.is_empty(), "what is left is not the last name")?;
    let surname = person::bare(last).to_lowercase();
    let is_name = |w: &&str| w.starts_with(char::is_uppercase);
    need(from.iter().all(is_name), "more than names and titles is left out")?;
    let (tree, tokens, sentence) = case.tokens().ok_or("it runs over a line")?;
    let text = &case.text()[sentence.clone()];
    let head = tokens
        .iter()
        .copied()
        .find(|&i| text[tree.tokens[i].range()].to_lowercase() == surname)
        .ok_or("the surname is no word of its own")?;
    let span = sentence.start + tree.tokens[head].start as usize
        ..sentence.start + tree.tokens[head].end as usize;
    need(person::is_person(case.held, span), "it is not the name of a person there")?;
    let inside = |i: usize| tokens.contains(&i);
    let owned = (0..tree.tokens.len()).filter(|&i| i < head).all(|i| {
        let up = tree.tokens[i].head as usize;
        match (inside(i), inside(up)) {
            (true, up) => up,
            (false, up) => !up || tree.tokens[i].is_space,
        }
    });
    need(owned, "what says which person is meant is torn")?;
    need(
        tree.tokens[head].dep != "compound" && tree.tokens[head].tag != "NNPS",
        "it stands in a longer name",
    )?;
    let ahead = case.text()[..case.at.start].trim_end();
    need(
        !ahead.ends_with(" and") && !ahead.ends_with(" or"),
        "another before it may share the name",
    )?;
    let lower: Vec<String> = before.iter().map(|w| w.to_lowercase()).collect();
    let own = lower.rsplit(|word| titled::is_form(word)).next().unwrap_or_default();
    // "Brannock Glass" goes by "Brannock", and a cyclone may be one: neither is a given name.
    let stands_alone = |name: &String| {
        case.stored.has_small(name) || case.stored.iter().any(|held| goes_by(held, name))
    };
    need(!own.iter().any(stands_alone), "what is left out is used without the last name")?;
    let rival = |held: &Held| {
        let others = person::givens(held, case.stored, &surname);
        others.iter().any(|given| !own.contains(given))
    };
    need(!case.stored.iter().any(rival), "two people share that surname")?;
    need(
        !titled::has_rival(case.stored, own, &surname),
        "the articles give that surname with another title",
    )?;
    // "Boko Haram" is never "Haram", nor "Sioux Falls" "Falls".
    need(
        case.stored.iter().any(|held| goes_by(held, &surname)),
        "no article uses the surname alone",
    )
}

/// Whether an article calls somebody by this surname alone: no name stands before or after it.
fn goes_by(held: &Held, surname: &str) -> bool {
    let text = &held.article.text;
    let all = held.words();
    let joined = |a: &Word, b: &Word| text[a.span.end..b.span.start] == *" ";
    let is_name = |w: &Word| text[w.span.clone()].starts_with(char::is_uppercase);
    (0..all.len()).any(|at| {
        let word = &all[at];
        let before = at.checked_sub(1).map(|b| &all[b]).filter(|b| joined(b, word));
        let after = all.get(at + 1).filter(|a| joined(word, a));
        person::bare(&word.lower) == surname
            && is_name(word)
            && before.is_none_or(|b| !is_name(b))
            && after.is_none_or(|a| !is_name(a))
    })
}

/// Surnames of people whom no earlier statement introduces.
pub fn faults(briefing: &Briefing) -> Vec<Fault> {
    let mut told: Vec<&str> = Vec::new();
    let mut faults = Vec::new();
    for (place, statement) in briefing.statements() {
        for edit in statement.edits.iter().filter(|e| e.kind == EditKind::Surname) {
            if !told.iter().any(|text| introduces(text, &edit.from)) {
                let reason = "nobody before it gives the full name".to_owned();
                let (from, to) = (edit.from.clone(), edit.to.clone());
                faults.push(Fault { place, found: Found::Forbidden { from, to, reason } });
            }
        }
        told.push(&statement.text);
    }
    faults
}

/// Whether a text gives the given name and surname of whom these words name.
fn introduces(text: &str, name: &str) -> bool {
    let words: Vec<&str> = person::bare(name).split(' ').collect();
    let [.., given, surname] = words.as_slice() else { return false };
    let full = format!("{given} {surname}");
    !is_title(&given.to_lowercase()) && crate::content::has_words(text, &full)
}
