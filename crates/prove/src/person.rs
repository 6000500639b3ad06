//! The rule of names: a pronoun or a surname becomes the fuller name of the
//! same person, and the article says who that is.

use std::ops::Range;

use throughline_annotate::words;
use throughline_model::Evidence;
use throughline_syntax::Doc;

use crate::{
    passage,
    rules::{Case, Verdict, need},
    stored::Held,
};

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "lord",
    "lady",
    "dame",
    "prof",
    "president",
    "minister",
    "senator",
    "sen",
    "rep",
    "gov",
    "governor",
    "mayor",
    "secretary",
    "king",
    "queen",
    "pope",
    "prince",
    "princess",
    "judge",
    "justice",
    "general",
    "gen",
    "col",
    "capt",
    "captain",
    "sgt",
    "chancellor",
    "premier",
    "chief",
    "director",
    "chairman",
    "officer",
    "coach",
    "detective",
    "sheriff",
    "ambassador",
    "spokesman",
    "spokeswoman",
    "founder",
    "ceo",
    "actor",
    "pm",
];

/// Checks that the name put is that of the person who stood there.
pub fn check(case: &Case) -> Verdict {
    let because = case.edit.because.as_ref().ok_or("no passage says who is meant")?;
    if passage::fault(because, case.stored).is_some() {
        return Err("the passage that says who is meant is not in the article".into());
    }
    need(case.held.is_english(), "names are replaced in English only")?;
    let to = bare(&case.edit.to);
    need(same_but_first(&because.exact, to), "the passage does not give that name")?;
    let surname = surname(to).ok_or("what is put is no name")?;
    let pronoun = case.edit.from.to_lowercase();
    match pronoun.as_str() {
        "he" | "she" | "him" => need(to == case.edit.to, "it puts a possessive")
            .and_then(|()| antecedent(case, because, &surname)),
        "his" => need(to != case.edit.to, "it loses a possessive")
            .and_then(|()| antecedent(case, because, &surname)),
        "her" => antecedent(case, because, &surname),
        _ => fuller(case, because, &surname),
    }
}

fn bare(name: &str) -> &str {
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}

fn same_but_first(a: &str, b: &str) -> bool {
    let raise = |s: &str| {
        let mut chars = s.chars();
        chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect::<String>())
    };
    raise(a) == raise(b)
}

/// The last word of a name, in lower case; it has a capital.
fn surname(name: &str) -> Option<String> {
    let last = name.split_whitespace().next_back()?;
    last.starts_with(char::is_uppercase).then(|| last.to_lowercase())
}

/// The surnames of the people that a sentence names, with the byte of each.
fn people(tree: &Doc, sentence: &str) -> Vec<(usize, String)> {
    let of = tree.names.iter().filter(|n| n.kind == "PERSON");
    of.filter_map(|name| {
        let tokens = name.first as usize..=name.last as usize;
        let words = tokens.rev().map(|i| &sentence[tree.tokens[i].range()]);
        let last = words.into_iter().find(|w| w.starts_with(char::is_alphabetic))?;
        Some((tree.name_range(name).start, last.to_lowercase()))
    })
    .collect()
}

/// A pronoun gets the name of the one person whom the sentence before names,
/// and no other person stands between.
fn antecedent(case: &Case, because: &Evidence, surname: &str) -> Verdict {
    need(because.article == case.evidence.article, "another article names somebody else")?;
    let own = case.held.sentence(&case.at).ok_or("it runs over a line")?;
    let before = case.held.sentence_before(own.start).ok_or("no sentence stands before")?;
    let text = case.text();
    let named = because.bytes(text).ok_or("the passage is not in the article")?;
    need(
        before.start <= named.start && named.end <= before.end,
        "the sentence before does not name the person",
    )?;
    let earlier = |span: &Range<usize>| people(&case.held.tree(span), &text[span.clone()]);
    let span = case.held.sentence(&before).unwrap_or(before.clone());
    let all = earlier(&span);
    need(
        !all.is_empty() && all.iter().all(|(_, name)| name == surname),
        "the sentence before names nobody or several people",
    )?;
    let between = earlier(&own);
    need(
        between.iter().all(|(at, name)| own.start + at >= case.at.start || name == surname),
        "another person stands between",
    )?;
    let other: &[&str] = match case.edit.from.to_lowercase().as_str() {
        "he" | "his" | "him" => {
            &["she", "her", "hers", "herself", "woman", "mother", "wife", "mrs", "ms"]
        }
        _ => &["he", "his", "him", "himself", "man", "father", "husband", "mr"],
    };
    let contradicts =
        words(text, before.clone(), true).iter().any(|w| other.contains(&w.lower.as_str()));
    need(!contradicts, "the sentence before speaks of somebody else")
}

/// A surname gets given names and a role; no other bearer of it is in sight.
fn fuller(case: &Case, because: &Evidence, surname: &str) -> Verdict {
    let from: Vec<String> = lowers(bare(&case.edit.from));
    let to: Vec<String> = lowers(&because.exact);
    need(
        from.last().is_some_and(|last| last == surname),
        "only a pronoun, or a name that ends alike, is replaced",
    )?;
    need(
        bare(&case.edit.from) == case.edit.from || bare(&case.edit.to) != case.edit.to,
        "it loses a possessive",
    )?;
    need(from.iter().all(|w| to.contains(w) || is_title(w)), "another person of that surname")?;
    let (tree, tokens, _) = case.tokens().ok_or("it runs over a line")?;
    let is_person = |i: &usize| {
        tree.names
            .iter()
            .any(|n| n.kind == "PERSON" && (n.first as usize..=n.last as usize).contains(i))
    };
    need(tokens.iter().any(is_person), "it is not the name of a person there")?;
    let text = case.text();
    if let Some(before) = word_before(text, case.at.start) {
        let told = before.starts_with(char::is_uppercase)
            && !case.statement.edits.iter().any(|e| e.to.is_empty() && e.end == case.edit.start);
        let lower = before.to_lowercase();
        need(!told || is_title(&lower) || is_common(case, &lower), "it stands in a longer name")?;
    }
    let given = to.len() >= 2;
    need(!given || !has_rival(case, surname, &to), "two people share that surname")
}

/// Whether the article gives another person that surname.
fn has_rival(case: &Case, surname: &str, to: &[String]) -> bool {
    let text = case.text();
    let all = words(text, 0..text.len(), true);
    all.windows(2).any(|pair| {
        let [before, last] = pair else { return false };
        let given = &text[before.span.clone()];
        last.lower == surname
            && text[before.span.end..last.span.start] == *" "
            && given.starts_with(char::is_uppercase)
            && given.chars().count() > 1
            && bare(given) == given
            && !to.contains(&before.lower)
            && !is_title(&before.lower)
            && !is_common(case, &before.lower)
            && is_person(case.held, before.span.start..last.span.end)
    })
}

/// Whether these bytes are the name of one person, or part of it.
fn is_person(held: &Held, span: Range<usize>) -> bool {
    let Some(sentence) = held.sentence(&span) else { return false };
    let tree = held.tree(&sentence);
    tree.names.iter().filter(|n| n.kind == "PERSON").any(|name| {
        let at = tree.name_range(name);
        sentence.start + at.start <= span.start && span.end <= sentence.start + at.end
    })
}

/// Whether the word is a common one: the articles write it without a capital,
/// or it is a function word.
fn is_common(case: &Case, lower: &str) -> bool {
    let small = |held: &Held| {
        let text = &held.article.text;
        words(text, 0..text.len(), true).iter().any(|w| text[w.span.clone()] == *lower)
    };
    throughline_annotate::is_stopword(lower) || case.stored.iter().any(small)
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
