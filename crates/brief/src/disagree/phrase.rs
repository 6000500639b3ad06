//! Where a figure stands in its sentence: its number, the noun that it counts,
//! the clause and what narrows the noun.

use std::{collections::BTreeSet, ops::Range};

use throughline_annotate::{Quantity, is_head};
use throughline_claims::{Passage, is_light};

use crate::tree::Tree;

/// Lemmas of units, which are not what is counted.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "kilometre", "kilometer", "kph", "mph", "mile", "metre", "meter", "percent", "dollar",
    "euro", "pound", "tonne", "ton", "hour", "hectare", "acre", "km", "%", "million",
    "billion", "centimetre", "knot", "degree",
];

/// Lemmas that narrow nothing.
#[rustfmt::skip]
const NEUTRAL: &[&str] = &[
    "confirmed", "total", "least", "many", "estimated", "sustained", "maximum", "overall",
    "whole", "initial", "official", "reported", "innocent",
];

/// Lemmas of places and times, which kill nobody.
#[rustfmt::skip]
const SCENES: &[&str] = &[
    "province", "city", "town", "village", "region", "district", "area", "country", "state",
    "month", "week", "year", "day",
];

/// Words before a figure that make it a part, or one of another time.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "including", "among", "includes", "included", "another", "other", "besides", "than",
    "from", "earlier", "previous", "previously", "every",
];

/// The token of the number itself.
pub fn number(tree: &Tree, quantity: &Quantity) -> Option<usize> {
    let first = tree.at(quantity.span.start)?;
    (first..tree.tokens().len())
        .take_while(|&at| tree.span(at).start < quantity.span.end)
        .find(|&at| tree.token(at).pos == "NUM" || tree.token(at).tag == "CD")
        .or(Some(first))
}

/// Whether a number tells of something that is only mentioned: it stands close behind "in which",
/// "where", "whose", or in a clause that says which one is meant, "revenge for airstrikes that killed 30".
pub fn is_aside(passage: &Passage, number: usize) -> bool {
    let tree = passage.tree;
    let mentioned = |at: usize| {
        let prep = tree.head(at).filter(|_| tree.token(at).dep == "pobj");
        prep.is_some_and(|p| {
            matches!(
                tree.token(p).lemma.as_str(),
                "for" | "to" | "against" | "like" | "than" | "during" | "since"
            )
        })
    };
    let said_of = tree.ancestors(number).find(|&at| matches!(tree.token(at).dep, "relcl" | "acl"));
    // "for airstrikes in the province that killed 30": the parse may give the clause to the province.
    let is_noun = |at: &usize| matches!(tree.token(*at).pos, "NOUN" | "PROPN" | "ADP");
    let is_scene = |at: usize| SCENES.contains(&tree.token(at).lemma.as_str());
    if said_of.is_some_and(|at| {
        let mut of = tree.ancestors(at).skip(1).take_while(is_noun);
        tree.head(at).is_some_and(is_scene) || of.any(mentioned)
    }) {
        return true;
    }
    (number.saturating_sub(5)..number).any(|at| {
        let lower = passage.text[tree.span(at)].to_lowercase();
        matches!(lower.as_str(), "where" | "whose")
            || lower == "which" && at > 0 && tree.token(at - 1).pos == "ADP"
    })
}

/// The noun that a number counts: "14 people", "15 percent of the land".
pub fn noun(tree: &Tree, number: usize) -> Option<usize> {
    let mut at = number;
    for _ in 0..4 {
        let head = tree.head(at)?;
        let dep = tree.token(at).dep;
        match dep {
            "nummod" | "quantmod" | "compound" | "amod" | "nmod" => at = head,
            // "165 kilometres": of the winds.
            "pobj" if tree.token(head).lemma == "of" => {
                at = tree.head(head).filter(|&h| tree.token(h).pos == "NOUN")?;
            }
            _ => break,
        }
        if tree.token(at).pos == "NOUN" && !UNITS.contains(&tree.token(at).lemma.as_str()) {
            return Some(at);
        }
        if !matches!(tree.token(at).pos, "NUM" | "NOUN" | "ADJ" | "SYM" | "PROPN") {
            return None;
        }
    }
    None
}

/// "including 10 children", "two of them", "another three", "10 more".
pub fn is_part(passage: &Passage, number: usize, noun: Option<usize>) -> bool {
    let tree = passage.tree;
    let lower = |at: usize| passage.text[tree.span(at)].to_lowercase();
    // "were among the 84 people killed": the whole toll, by the way.
    let among = number >= 2 && lower(number - 1) == "the" && lower(number - 2) == "among";
    if among && noun.is_some_and(|n| tree.child(n, &["acl", "relcl"]).is_some()) {
        return false;
    }
    // "the 450 named by the bidder": a figure of somebody else.
    if number
        .checked_sub(1)
        .is_some_and(|at| matches!(lower(at).as_str(), "the" | "those" | "these"))
    {
        return true;
    }
    let before = number.saturating_sub(5)..number;
    let after = number + 1..(number + 4).min(tree.tokens().len());
    before.clone().any(|at| {
        PARTS.contains(&lower(at).as_str())
            && !(lower(at) == "than"
                && matches!(lower(at.saturating_sub(1)).as_str(), "more" | "less" | "fewer"))
    }) || after
        .clone()
        .any(|at| matches!(lower(at).as_str(), "others" | "more" | "other" | "fewer"))
        || noun.is_none() && after.clone().take(1).any(|at| lower(at) == "of")
        || noun.is_some_and(|n| {
            tree.children(n).any(|c| {
                matches!(lower(c).as_str(), "other" | "more" | "additional" | "further" | "new")
            })
        })
}

/// The verb of the clause that a token stands in.
pub fn verb(tree: &Tree, of: usize) -> Option<usize> {
    tree.ancestors(of).find(|&at| is_head(tree, at))
}

/// The tokens of a verb's own clause, its lent subject with them.
pub fn clause(tree: &Tree, verb: usize) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    let mut open = vec![verb];
    while let Some(at) = open.pop() {
        if !found.insert(at) {
            continue;
        }
        open.extend(tree.children(at).filter(|&c| {
            let dep = tree.token(c).dep;
            let apart = matches!(dep, "ccomp" | "advcl" | "relcl" | "parataxis" | "punct");
            !apart && (!matches!(dep, "conj" | "pcomp") || !is_head(tree, c))
        }));
    }
    // "which killed 14": what "which" is.
    let mut at = verb;
    for _ in 0..3 {
        let Some(head) = tree.head(at) else { break };
        match tree.token(at).dep {
            "relcl" | "acl" => {
                // "airstrikes near Karst in which 30 were killed": all of it.
                found.extend(
                    tree.subtree(head).filter(|&t| t < verb && !tree.ancestors(t).any(|a| a == at)),
                );
                break;
            }
            "conj" | "xcomp" | "advcl" | "pcomp" => {
                let own = tree.child(at, &["nsubj", "nsubjpass"]).is_some();
                if own {
                    break;
                }
                if let Some(subject) = tree.child(head, &["nsubj", "nsubjpass"]) {
                    found.extend(phrase(tree, subject));
                    break;
                }
                at = head;
            }
            _ => break,
        }
    }
    found
}

/// A noun with what stands before it and its names, without its clauses.
pub fn phrase(tree: &Tree, noun: usize) -> Range<usize> {
    let first = tree
        .children(noun)
        .filter(|&c| c < noun && !matches!(tree.token(c).dep, "relcl" | "punct"))
        .map(|c| tree.subtree(c).start)
        .min()
        .unwrap_or(noun);
    first.min(noun)..noun + 1
}

/// Lemmas that narrow a counted thing.
pub fn qualifiers(tree: &Tree, noun: usize, number: usize) -> Vec<String> {
    let before = tree.children(noun).filter(|&c| {
        matches!(tree.token(c).dep, "amod" | "compound" | "nmod" | "poss")
            && !tree.subtree(c).contains(&number)
            && tree.token(c).pos != "NUM"
    });
    let lemma = |at: usize| tree.token(at).lemma.to_lowercase();
    let mut found: Vec<String> = before.map(lemma).collect();
    // "18 percent of Kareshia", "customers of the grid".
    for of in tree.children(noun).filter(|&c| tree.token(c).dep == "prep") {
        if matches!(tree.token(of).lemma.as_str(), "of" | "for") {
            found.extend(tree.children(of).map(lemma));
        }
    }
    let tells =
        |l: &String| !is_light(l) && !NEUTRAL.contains(&l.as_str()) && !UNITS.contains(&l.as_str());
    found.retain(tells);
    found
}
