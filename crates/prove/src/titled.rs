//! Surnames with a title: "Mayor Walsh" beside "Ada Walsh" is another person, as
//! far as the articles say, where nobody calls Ada Walsh a mayor before her name.

use std::ops::Range;

use throughline_annotate::{
    MONTHS, WEEKDAYS, Word, gender, is_honorific, is_person_noun, is_stopword, is_title,
};

use crate::{
    person,
    rules::Case,
    stored::{Held, Stored},
};

/// Words that may be a title and are a given name or a common noun as often ("Earl", "count"), so that only
/// the proof, which errs on the safe side, takes them for titles.
#[rustfmt::skip]
const FORMS: &[&str] = &[
    "ayatollah", "baron", "brother", "commodore", "corporal", "count", "countess", "cpl", "duchess",
    "duke", "earl", "emir", "ex", "frau", "herr", "imam", "madame", "marshal", "messrs", "monsieur",
    "señor", "señora", "sheikh", "signor", "signora", "uncle",
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

/// Whether the bearer of a title before a surname may be the person of this name, in lower case.
///
/// An office is the person's where an article gives it before the name or says it of the name. "Mr."
/// is the person where the article itself gives the name and calls nobody of it "Ms.", where the
/// article gives an office that is the person's, or where so many articles give the name, and none
/// another of that surname.
pub fn may_be(case: &Case, title: &[String], name: &[String]) -> bool {
    let Some((surname, before)) = name.split_last() else { return false };
    let ranks = |word: &String| is_form(word) || QUALIFIERS.contains(&word.as_str());
    let (own, given): (Vec<String>, Vec<String>) = before.iter().cloned().partition(ranks);
    let person = Person { case, surname, given: &given };
    let office: Vec<String> = title.iter().filter(|word| !is_honorific(word)).cloned().collect();
    if given.is_empty() || !office.is_empty() {
        return office.is_empty() || is_short_for(&office, &own) || person.holds(&office);
    }
    let here = places(case.held, surname, case.stored);
    let other = |b: &Before| {
        let of = |title: &[String]| title.iter().find_map(|word| gender(word));
        of(&b.title).zip(of(title)).is_some_and(|(a, b)| a != b)
    };
    if here.iter().any(other) {
        return false;
    }
    let offices = here.iter().filter(|b| b.names.is_empty()).map(|b| {
        b.title.iter().filter(|word| !is_honorific(word)).cloned().collect::<Vec<String>>()
    });
    person.is_named(case.held)
        || offices.filter(|office| !office.is_empty()).any(|office| person.holds(&office))
        || person.is_well_known() && {
            let all = case.stored.iter().flat_map(|held| places(held, surname, case.stored));
            !all.collect::<Vec<Before>>().iter().any(other)
        }
}

/// Somebody whom articles give by these names, in lower case.
struct Person<'a, 'b> {
    case: &'a Case<'b>,
    surname: &'a str,
    given: &'a [String],
}

impl Person<'_, '_> {
    /// Whether an article gives the name in full: "Rex Tillerson", "Rex W. Tillerson".
    fn is_named(&self, held: &Held) -> bool {
        let initialled = |three: &[Word]| {
            self.given.contains(&three[0].lower)
                && three[1].lower.trim_end_matches('.').len() == 1
                && three[2].lower == *self.surname
        };
        person::givens(held, self.case.stored, self.surname)
            .iter()
            .any(|given| self.given.contains(given))
            || held.words().windows(3).any(initialled)
    }

    /// Whether many articles give the name, and none another of that surname.
    fn is_well_known(&self) -> bool {
        let stored = self.case.stored;
        let mut texts: Vec<&str> = Vec::new();
        for held in stored.iter().filter(|held| self.is_named(held)) {
            let text = held.article.text.as_str();
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        let other = |held: &Held| {
            let all = person::givens(held, stored, self.surname);
            all.iter().any(|given| !self.given.contains(given))
        };
        texts.len() >= KNOWN && !stored.iter().any(other)
    }

    /// Whether an article gives an office before the name, "Mayor Ilan Vosk", or says it of the name,
    /// "Ilan Vosk, the mayor", "Ilan Vosk is the mayor".
    fn holds(&self, office: &[String]) -> bool {
        let before = |held: &Held| {
            places(held, self.surname, self.case.stored).iter().any(|b| {
                b.names.iter().any(|name| self.given.contains(name))
                    && is_short_for(office, &b.title)
            })
        };
        let full =
            |pair: &[Word]| self.given.contains(&pair[0].lower) && pair[1].lower == *self.surname;
        let said = |held: &Held| {
            held.words().windows(2).filter(|pair| full(pair)).any(|pair| {
                let Some(sentence) = held.sentence(&(pair[0].span.start..pair[1].span.end)) else {
                    return false;
                };
                let (tree, text) = (held.tree(&sentence), &held.article.text[sentence.clone()]);
                let at = pair[1].span.start - sentence.start;
                let Some(name) = tree.tokens.iter().position(|t| t.start as usize == at) else {
                    return false;
                };
                let verb = tree.tokens[name].head as usize;
                let is_it = tree.tokens[name].dep == "nsubj" && tree.tokens[verb].lemma == "be";
                let told = tree.children(name).filter(|&c| tree.tokens[c].dep == "appos");
                let told = told
                    .chain(tree.children(verb).filter(|&c| is_it && tree.tokens[c].dep == "attr"));
                let words = |of: usize| -> Vec<String> {
                    let part = tree.subtree(of);
                    part.map(|i| text[tree.tokens[i].range()].to_lowercase()).collect()
                };
                told.map(words).any(|words| office.iter().all(|word| words.contains(word)))
            })
        };
        self.case.stored.iter().any(|held| before(held) || said(held))
    }
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
    lower.split('-').any(|part| is_title(part) || is_person_noun(part) || FORMS.contains(&part))
}

fn is_capital(held: &Held, word: &Word) -> bool {
    held.article.text[word.span.clone()].starts_with(char::is_uppercase)
}

fn is_day(written: &str) -> bool {
    MONTHS.contains(&written) || WEEKDAYS.contains(&written)
}
