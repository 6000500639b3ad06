//! The rule of names: a pronoun or a surname becomes the fuller name of the
//! same person, and the article says who that is.

use std::{collections::BTreeSet, ops::Range};

use throughline_annotate::{Word, is_honorific, is_speech_verb};
use throughline_model::{Edit, Evidence};

use crate::{
    antecedent, apposition, passage,
    rules::{Case, Verdict, need},
    stored::{Held, Stored},
    titled,
};

/// Titles that stand before a name and are no part of it. Here a title excuses a word that would else be
/// another's name, so the list is the proof's own and narrow: "Major Orrin" may be Major.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "president",
    "minister", "senator", "sen", "rep", "gov", "governor", "mayor", "secretary", "king", "queen",
    "pope", "prince", "princess", "judge", "justice", "general", "gen", "col", "capt", "captain",
    "sgt", "chancellor", "premier", "chief", "director", "chairman", "officer", "coach",
    "detective", "sheriff", "ambassador", "spokesman", "spokeswoman", "founder", "ceo", "actor",
    "pm",
];

/// Words of names that are function words elsewhere.
const PARTICLES: &[&str] =
    &["al", "bin", "da", "de", "del", "di", "la", "le", "van", "von", "will", "may"];

/// Checks that the name put is that of the person who stood there.
pub fn check(case: &Case) -> Verdict {
    let because = case.edit.because.as_ref().ok_or("no passage says who is meant")?;
    if passage::fault(because, case.stored).is_some() {
        return Err("the passage that says who is meant is not in the article".into());
    }
    need(case.held.is_english(), "names are replaced in English only")?;
    if let Some((name, role)) = apposition::described(&case.edit.to) {
        let because = apposition::name(case, because, name, role)?;
        return fuller(case, &because, &case.at);
    }
    let to = bare(&case.edit.to);
    need(same_but_first(&because.exact, to), "the passage does not give that name")?;
    need(ends_in_name(to), "what is put is no name")?;
    let pronoun = case.edit.from.to_lowercase();
    match pronoun.as_str() {
        "he" | "she" => {
            need(to == case.edit.to, "it puts a possessive").and_then(|()| meant(case, because))
        }
        "his" | "her" => {
            need(to != case.edit.to, "it loses a possessive").and_then(|()| meant(case, because))
        }
        _ => {
            let kept = bare(&case.edit.from) == case.edit.from || to != case.edit.to;
            need(kept, "it loses a possessive").and_then(|()| fuller(case, because, &case.at))
        }
    }
}

pub fn bare(name: &str) -> &str {
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}

fn same_but_first(a: &str, b: &str) -> bool {
    let raise = |s: &str| {
        let mut chars = s.chars();
        chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect::<String>())
    };
    raise(a) == raise(b)
}

/// Whether a name ends in a word with a capital.
pub fn ends_in_name(name: &str) -> bool {
    name.split_whitespace().next_back().is_some_and(|last| last.starts_with(char::is_uppercase))
}

/// A pronoun gets the name of the person whom alone it can mean, as it stands
/// there or in the fuller form that the article gives.
fn meant(case: &Case, because: &Evidence) -> Verdict {
    need(because.article == case.evidence.article, "another article names somebody else")?;
    let there = because.bytes(case.text()).ok_or("the passage is not in the article")?;
    let name = antecedent::of(case)?;
    if there.end == name.end && there.start <= name.start {
        let sentence = case.held.sentence(&name).ok_or("it runs over a line")?;
        return need(sentence.start <= there.start, "the passage gives more than the name");
    }
    fuller(case, because, &name)
}

/// The name of a person at these bytes gets given names and a role; no other
/// bearer of it is in sight.
fn fuller(case: &Case, because: &Evidence, at: &Range<usize>) -> Verdict {
    let text = case.text();
    let name = bare(&text[at.clone()]);
    let from: Vec<String> = lowers(name);
    let to: Vec<String> = lowers(&because.exact);
    let surname = to.last().ok_or("what is put is no name")?;
    // "The wife of Mila Orrin" is not Orrin.
    let joins = |w: &str| {
        let lower = w.to_lowercase();
        (w == lower || is_article(&lower))
            && throughline_annotate::is_stopword(&lower)
            && !PARTICLES.contains(&lower.as_str())
    };
    let extra = because.exact.split_whitespace().any(joins);
    need(!extra, "the passage gives more than the name")?;
    let last_but_one = to.len().checked_sub(2).map(|at| to[at].as_str());
    need(last_but_one != Some("of"), "what stands after \"of\" is no surname")?;
    let given = from.len() == 1 && from.first() == to.first() && to.len() == 2;
    need(
        from.last() == Some(surname) || given,
        "only a pronoun, a given name, or a name that ends alike is replaced",
    )?;
    if given {
        let own = surnames(case.held, case.stored, &from[0]);
        need(own.iter().eq([surname]), "another may bear that given name")?;
    }
    need(from.iter().all(|w| to.contains(w) || is_title(w)), "another person of that surname")?;
    let space = name.rmatch_indices(char::is_whitespace).next();
    let last = space.map_or(0, |(n, space)| n + space.len());
    let word = at.start + last..at.start + name.len();
    let named = is_person(case.held, word.clone()) || is_called(case, because, word.clone());
    need(named, "it is not the name of a person there")?;
    if let Some(before) = word_before(text, at.start) {
        // "the Glass and Allied Workers' Union" is nobody's.
        need(!is_article(&before.to_lowercase()), "it stands in a longer name")?;
        let cut = |e: &Edit| e.to.is_empty() && e.end == case.edit.start;
        let told = before.starts_with(char::is_uppercase)
            && !(*at == case.at && case.statement.edits.iter().any(cut));
        let lower = before.to_lowercase();
        need(
            !told || is_title(&lower) || is_common(case.stored, &lower),
            "it stands in a longer name",
        )?;
    }
    let title = titled::of(case.held, &word, case.stored);
    let is_theirs = title.is_empty() || titled::may_be(case, &title, &to);
    need(is_theirs, "nothing says that whoever has that title is the person")?;
    need(to.len() < 2 || !has_rival(case, surname, &to), "two people share that surname")
}

/// Whether the article gives another person that surname.
fn has_rival(case: &Case, surname: &str, to: &[String]) -> bool {
    givens(case.held, case.stored, surname).iter().any(|given| !to.contains(given))
}

/// The names that stand before a surname in an article, in lower case.
pub fn givens(held: &Held, stored: &Stored, surname: &str) -> BTreeSet<String> {
    let text = &held.article.text;
    let given = |pair: &[Word]| {
        let [before, last] = pair else { return None };
        let given = &text[before.span.clone()];
        let names = last.lower == surname
            && text[before.span.end..last.span.start] == *" "
            && given.starts_with(char::is_uppercase)
            && given.chars().count() > 1
            && bare(given) == given
            && !is_title(&before.lower)
            && !is_common(stored, &before.lower)
            && is_person(held, before.span.start..last.span.end);
        names.then(|| before.lower.clone())
    };
    held.words().windows(2).filter_map(given).collect()
}

/// The names that stand after a given name in an article, in lower case.
fn surnames(held: &Held, stored: &Stored, given: &str) -> BTreeSet<String> {
    let text = &held.article.text;
    let pairs = held.words().windows(2).filter_map(|pair| {
        let [first, last] = pair else { return None };
        let names = first.lower == given
            && text[first.span.end..last.span.start] == *" "
            && text[first.span.clone()].starts_with(char::is_uppercase)
            && text[last.span.clone()].starts_with(char::is_uppercase)
            && !is_common(stored, bare(&last.lower))
            && is_person(held, first.span.start..last.span.end);
        names.then(|| bare(&last.lower).to_owned())
    });
    pairs.collect()
}

/// Whether these bytes are the name of one person, or part of it.
pub fn is_person(held: &Held, span: Range<usize>) -> bool {
    let Some(sentence) = held.sentence(&span) else { return false };
    let tree = held.tree(&sentence);
    tree.names.iter().filter(|n| n.kind == "PERSON").any(|name| {
        let at = tree.name_range(name);
        sentence.start + at.start <= span.start && span.end <= sentence.start + at.end
    })
}

/// Whether a word that the parse takes for nobody's name is one all the same, since an article names
/// the person in full: it bears a "Mr."; or it does something, where the parse calls it something else
/// it says something, its own article names the person, and calls nothing else so.
fn is_called(case: &Case, because: &Evidence, word: Range<usize>) -> bool {
    let (held, text) = (case.held, case.text());
    let full = || {
        let (other, span) = case.stored.place(because)?;
        let last = because.exact.rsplit(char::is_whitespace).next()?.len();
        Some(is_person(other, span.end - last..span.end))
    };
    let Some(sentence) = held.sentence(&word) else { return false };
    let tree = held.tree(&sentence);
    let at = |span: Range<usize>| sentence.start + span.start..sentence.start + span.end;
    let Some(token) = tree.tokens.iter().find(|token| at(token.range()) == word) else {
        return false;
    };
    let verb = &text[at(tree.tokens[token.head as usize].range())];
    let says = token.dep == "nsubj" && is_speech_verb(&verb.to_lowercase());
    // "The Glass and Tin Union": no name stands after an article, or shares what is said.
    let own = tree.tokens.iter().position(|t| at(t.range()) == word);
    let alone = own.is_some_and(|own| {
        tree.children(own).all(|c| !matches!(tree.tokens[c].dep, "det" | "cc" | "conj" | "amod"))
    });
    // Its own article names the person in full.
    let known = || {
        let full = lowers(&because.exact);
        let own = givens(held, case.stored, &text[word.clone()].to_lowercase());
        own.iter().any(|given| full.contains(given))
    };
    let is_tagged = tree.names.iter().any(|name| {
        let span = at(tree.name_range(name));
        span.start <= word.start && word.end <= span.end
    });
    let acts = matches!(token.dep, "nsubj" | "nsubjpass") && token.tag == "NNP" && !is_tagged;
    let fits = alone && (says || acts) && known() && !is_other(held, &text[word.clone()]);
    let honoured =
        || word_before(text, word.start).is_some_and(|w| is_honorific(&w.to_lowercase()));
    (fits || honoured())
        && !is_common(case.stored, &text[word.clone()].to_lowercase())
        && full() == Some(true)
}

/// Whether an article speaks of a place of this name, or of something whose longer name begins with it:
/// "in Brannock", "Brannock, a town", "Brannock Glass".
fn is_other(held: &Held, name: &str) -> bool {
    let text = &held.article.text;
    let is_it = |w: &Word| text[w.span.clone()] == *name;
    let places = |w: &Word| {
        matches!(w.lower.as_str(), "in" | "at" | "near" | "from" | "to" | "of" | "outside" | "the")
    };
    let told =
        |w: &Word| matches!(w.lower.as_str(), "town" | "city" | "village" | "port" | "county");
    let words = held.words();
    let longer = |pair: &[Word]| {
        is_it(&pair[0])
            && text[pair[0].span.end..pair[1].span.start] == *" "
            && text[pair[1].span.clone()].starts_with(char::is_uppercase)
    };
    words.windows(2).any(|pair| places(&pair[0]) && is_it(&pair[1]) || longer(pair))
        || words
            .windows(3)
            .any(|three| is_it(&three[0]) && is_article(&three[1].lower) && told(&three[2]))
}

fn is_article(lower: &str) -> bool {
    matches!(lower, "a" | "an" | "the")
}

/// Whether the word is a common one: the articles write it without a capital,
/// or it is a function word.
pub fn is_common(stored: &Stored, lower: &str) -> bool {
    throughline_annotate::is_stopword(lower) || stored.has_small(lower)
}

fn is_title(lower: &str) -> bool {
    TITLES.contains(&lower.trim_end_matches('.'))
}

fn lowers(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect()
}

/// The word before this byte, where only a space stands between.
fn word_before(text: &str, at: usize) -> Option<&str> {
    let head = text[..at].strip_suffix(' ')?;
    let start = head
        .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.' | '’' | '\'')))
        .map_or(0, |n| n + head[n..].chars().next().map_or(1, char::len_utf8));
    Some(&head[start..]).filter(|w| !w.is_empty())
}
