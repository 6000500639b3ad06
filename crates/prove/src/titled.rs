//! Surnames with a title: "Mayor Walsh" beside "Ada Walsh" is another person, as
//! far as the articles say, where nobody calls Ada Walsh a mayor before her name.

use std::ops::Range;

use throughline_annotate::{
    MONTHS, WEEKDAYS, Word, gender, is_honorific, is_person_noun, is_role, is_stopword,
};

use crate::{
    person,
    rules::Case,
    stored::{Held, Stored},
};

/// Forms of address that no other list has.
#[rustfmt::skip]
const FORMS: &[&str] = &[
    "adm", "admiral", "agent", "ayatollah", "baron", "baroness", "brigadier", "brother",
    "commodore", "constable", "corporal", "count", "countess", "cpl", "duchess", "duke", "earl",
    "emir", "ex", "father", "frau", "herr", "imam", "lt", "madame", "maj", "major", "marshal",
    "messrs", "monsieur", "mother", "pastor", "rabbi", "rev", "reverend", "señor", "señora",
    "sergeant", "sheikh", "signor", "signora", "sister", "speaker", "supt", "uncle", "whip",
];

/// Words that make another title of the one after them.
#[rustfmt::skip]
const QUALIFIERS: &[&str] = &[
    "acting", "assistant", "city", "county", "defence", "defense", "finance", "first", "foreign",
    "former", "home", "interim", "interior", "late", "prime", "state", "vice",
];

/// Articles that name somebody in full from which "Mr." is that person in another too.
const KNOWN: usize = 3;

/// Words before a surname, each in lower case, in their order.
#[derive(Default)]
struct Before {
    title: Vec<String>,
    names: Vec<String>,
}

/// Whether the articles give this surname alone with a title that none of them
/// gives before it with one of these names.
pub fn has_rival(stored: &Stored, names: &[String], surname: &str) -> bool {
    let all: Vec<Before> = stored.iter().flat_map(|held| places(held, surname, stored)).collect();
    let own = |b: &&Before| b.names.iter().any(|name| names.contains(name));
    let carried: Vec<&[String]> = all.iter().filter(own).map(|b| b.title.as_slice()).collect();
    let mut alone = all.iter().filter(|b| b.names.is_empty() && !b.title.is_empty());
    alone.any(|b| !carried.iter().any(|own| is_short_for(&b.title, own)))
}

/// The title before a surname that stands at these bytes of an article.
pub fn of(held: &Held, surname: &Range<usize>, stored: &Stored) -> Vec<String> {
    let at = held.words().iter().position(|word| word.span.start == surname.start);
    at.map_or_else(Vec::new, |at| before(held, at, stored).title)
}

/// Whether the bearer of a title before a surname may be the person of this name, in lower case:
/// for "Mr." and the like, the article itself gives the name or an office, and the articles call
/// nobody of that surname the other of "Mr." and "Ms."; an office is told of the person by a
/// sentence that names both.
pub fn may_be(case: &Case, title: &[String], name: &[String]) -> bool {
    let Some((surname, given)) = name.split_last() else { return false };
    if given.iter().all(|word| is_form(word)) {
        return true;
    }
    let of_office = |title: &[String]| -> Vec<String> {
        title.iter().filter(|word| !is_honorific(word)).cloned().collect()
    };
    let mut offices = of_office(title);
    if offices.is_empty() {
        let other = |word: &String| {
            gender(word)
                .is_some_and(|other| title.iter().filter_map(|t| gender(t)).any(|g| g != other))
        };
        let rivals = |held: &Held| {
            let all = places(held, surname, case.stored);
            all.iter().any(|b| b.title.iter().any(other))
        };
        if case.stored.iter().any(rivals) {
            return false;
        }
        // "Rex W. Tillerson" too.
        let initialled = |three: &[Word]| {
            given.contains(&three[0].lower)
                && three[1].lower.trim_end_matches('.').len() == 1
                && three[2].lower == *surname
        };
        let names = |held: &&Held| {
            person::givens(held, case.stored, surname).iter().any(|own| given.contains(own))
                || held.words().windows(3).any(initialled)
        };
        if names(&case.held) || case.stored.iter().filter(names).count() >= KNOWN {
            return true;
        }
        // "President Trump ... Mr. Trump".
        let own = places(case.held, surname, case.stored);
        offices = own.iter().flat_map(|before| of_office(&before.title)).collect();
    }
    let told = |held: &Held| {
        let words = held.words();
        let full = |pair: &[Word]| given.contains(&pair[0].lower) && pair[1].lower == *surname;
        words.windows(2).filter(|pair| full(pair)).any(|pair| {
            let sentence = held.sentence(&(pair[0].span.start..pair[1].span.end));
            sentence.is_some_and(|sentence| {
                let inside = |w: &&Word| sentence.contains(&w.span.start);
                let mut beside = words.iter().filter(inside);
                beside.any(|w| offices.contains(&w.lower))
            })
        })
    };
    case.stored.iter().any(told)
}

/// Whether one title is another without the name of a place: "President" for
/// "Norland President", not for "Vice President".
fn is_short_for(title: &[String], whole: &[String]) -> bool {
    let ranks = |word: &String| is_form(word) || QUALIFIERS.contains(&word.as_str());
    whole.strip_suffix(title).is_some_and(|dropped| !dropped.iter().any(ranks))
}

/// What stands before each of the places where an article has this surname.
fn places(held: &Held, surname: &str, stored: &Stored) -> Vec<Before> {
    let all = held.words();
    let here = |at: &usize| all[*at].lower == surname && is_capital(held, &all[*at]);
    (0..all.len()).filter(here).map(|at| before(held, at, stored)).collect()
}

fn before(held: &Held, at: usize, stored: &Stored) -> Before {
    let all = held.words();
    let mut found = Before::default();
    for last in (1..=at).rev() {
        let word = &all[last - 1];
        let written = &held.article.text[word.span.clone()];
        let lower = written.to_lowercase();
        let name = is_capital(held, word) && !is_stopword(&lower) && !is_day(written);
        let titled = !found.title.is_empty();
        let goes_on = is_form(&lower)
            || titled && QUALIFIERS.contains(&lower.as_str())
            || name && !(titled && person::is_common(stored, &lower));
        if !goes_on || person::bare(written) != written || !touch(held, word, &all[last]) {
            break;
        }
        if titled || is_form(&lower) {
            found.title.insert(0, lower);
        } else {
            found.names.insert(0, lower);
        }
    }
    found
}

/// Whether nothing but a space stands between two words, or the point of "Mrs.".
fn touch(held: &Held, word: &Word, next: &Word) -> bool {
    let text = &held.article.text;
    let gap = &text[word.span.end..next.span.start];
    let is_short = is_capital(held, word) && word.span.len() <= "Messrs".len();
    let gap = gap.strip_prefix('.').filter(|_| is_short).unwrap_or(gap);
    !gap.contains('\n') && !gap.is_empty() && gap.trim().is_empty()
}

/// Whether a lower-case word, or a part of it, says who somebody is: "mayor",
/// "ex-mayor", "mrs".
pub fn is_form(lower: &str) -> bool {
    lower.split('-').any(|part| {
        is_honorific(part)
            || is_role(part)
            || is_person_noun(part)
            || person::is_title(part)
            || FORMS.contains(&part)
    })
}

fn is_capital(held: &Held, word: &Word) -> bool {
    held.article.text[word.span.clone()].starts_with(char::is_uppercase)
}

fn is_day(written: &str) -> bool {
    MONTHS.contains(&written) || WEEKDAYS.contains(&written)
}
