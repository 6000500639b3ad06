//! [`told`]: whether sentences tell all that another one says.

use std::collections::BTreeMap;

use throughline_annotate::is_head;

use super::{
    align::{Fit, fit},
    facts,
    part::{Part, Passage, Role},
};

/// The share of a sentence's words that others must say to tell all of it.
const TOLD: f32 = 0.75;

/// The same of one of its clauses.
const CLAUSE: f32 = 0.65;

/// What a word weighs that says something by itself.
const FULL: f32 = 1.0;

/// Nearness from which one word says another.
const SAID: f32 = 0.6;

/// Whether these sentences together tell all that a sentence says, in its words
/// or others; they may tell more. Each of its clauses must be told by one of
/// them; a figure, a name, a day, a deed, or a denial that they lack is
/// something more that the sentence says.
pub fn told(sentence: &Passage, by: &[Passage]) -> bool {
    let all: Vec<Part> = by.iter().map(Part::all).collect();
    let by: Vec<(Passage, &Part)> = by.iter().copied().zip(&all).collect();
    told_by(sentence, &Part::whole(sentence), &by)
}

/// The same where the words are read: of the sentence but for who says it, of
/// the others all.
pub fn told_by(sentence: &Passage, one: &Part, by: &[(Passage, &Part)]) -> bool {
    let near: Vec<(&Passage, Fit)> = by
        .iter()
        .filter_map(|(other, all)| Some((other, agreeing(sentence, one, other, all)?)))
        .collect();
    let mut tellers: Vec<usize> = Vec::new();
    for clause in clauses(sentence, one) {
        let teller = (0..near.len())
            .filter(|&at| deeds_told(sentence, one, &clause, &near[at].1))
            .map(|at| (at, share(one, &clause, |word| near[at].1.said[word])))
            .max_by(|(a, x), (b, y)| x.total_cmp(y).then(b.cmp(a)));
        let Some((at, _)) = teller.filter(|(_, share)| *share >= CLAUSE) else { return false };
        tellers.push(at);
    }
    let said = |word: usize| tellers.iter().map(|&at| near[at].1.said[word]).fold(0.0, f32::max);
    let all: Vec<usize> = (0..one.words.len()).collect();
    let by: Vec<&Passage> = tellers.iter().map(|&at| near[at].0).collect();
    !tellers.is_empty() && share(one, &all, said) >= TOLD && !facts::adds(sentence, &by)
}

/// How another sentence fits, unless it says otherwise: the roles turned round,
/// a denial, another day, a plan for what was done.
pub fn agreeing(sentence: &Passage, one: &Part, by: &Passage, other: &Part) -> Option<Fit> {
    let fit = fit(one, other);
    let otherwise = fit.swapped
        || facts::days_clash(sentence.sentence, by.sentence)
        || facts::denied(one, other, &fit)
        || facts::supposed(sentence, by, one, other, &fit)
        || fit.is_half_done(one, other);
    (!otherwise).then_some(fit)
}

/// The words of each clause.
pub fn clauses(sentence: &Passage, part: &Part) -> Vec<Vec<usize>> {
    let tree = sentence.tree;
    let verb = |at: usize| tree.ancestors(at).find(|&above| is_head(tree, above));
    let mut clauses: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (at, word) in part.words.iter().enumerate() {
        clauses.entry(verb(word.at)).or_default().push(at);
    }
    clauses.into_values().collect()
}

/// The share of some words' weight that is said.
pub fn share(part: &Part, words: &[usize], said: impl Fn(usize) -> f32) -> f32 {
    let weight = |at: &usize| part.words[*at].weight;
    let all = words.iter().map(weight).sum::<f32>().max(f32::MIN_POSITIVE);
    words.iter().map(|at| weight(at) * said(*at)).sum::<f32>() / all
}

/// Whether no verb of a clause, none who acts or is acted on, and no second
/// noun of an "and" is left untold.
pub fn deeds_told(sentence: &Passage, part: &Part, clause: &[usize], fit: &Fit) -> bool {
    let must = |at: &&usize| {
        let word = &part.words[**at];
        let joined = sentence.tree.token(word.at).dep == "conj";
        word.weight >= FULL && (word.role != Role::Other || joined)
    };
    clause.iter().filter(must).all(|&at| fit.said[at] >= SAID)
}
