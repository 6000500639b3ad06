//! What must be the same in two sentences that are one claim: figures, names,
//! days, denials.

use std::collections::BTreeSet;

use throughline_annotate::{
    Interval, MONTHS, Quantity, Relation, Sentence, TimexKind, Unit, WEEKDAYS, is_stopword, stem,
};

use super::{
    Fact,
    align::Fit,
    names::{is_kind_of_company, names_fit},
    part::{Part, Passage, Role},
    words::opposites,
};

/// The words of a sentence's names, in lower case.
pub type Names = BTreeSet<String>;

/// In what two sentences that are near in words differ, if they do.
pub fn difference(a: &Passage, b: &Passage, one: &Part, other: &Part, fit: &Fit) -> Option<Fact> {
    if contradict(one, other, fit) {
        return Some(Fact::Polarity);
    }
    let (p, q) = (figures(a.sentence), figures(b.sentence));
    if !within(&p, &q) && !within(&q, &p) || p.len() == q.len() && !within(&p, &q) {
        return Some(Fact::Number);
    }
    let (p, q) = (names(a), names(b));
    if !held(&p, &q) && !held(&q, &p) {
        return Some(Fact::Name);
    }
    days_clash(a.sentence, b.sentence).then_some(Fact::Date)
}

/// Whether a sentence gives a figure or a name that none of the others gives.
pub fn adds(a: &Passage, by: &[&Passage]) -> bool {
    let given: Vec<&Quantity> = by.iter().flat_map(|p| figures(p.sentence)).collect();
    let named: BTreeSet<String> = by.iter().flat_map(|p| names(p)).collect();
    !within(&figures(a.sentence), &given) || !held(&names(a), &named)
}

/// Whether a sentence gives a figure that none of the others gives, or a name
/// that does not only say where.
pub fn gives_more(a: &Passage, own: &Names, by: &[(&Passage, &Names)]) -> bool {
    let given: Vec<&Quantity> = by.iter().flat_map(|(p, _)| figures(p.sentence)).collect();
    let told = |x: &String| by.iter().any(|(_, named)| named.iter().any(|y| names_fit(x, y)));
    let mut new = own.iter().filter(|x| !told(x));
    let elsewhere = |name: &String| {
        let mut words = a.sentence.words.iter().filter(|w| w.lower == *name);
        words.any(|w| !a.tree.at(w.span.start).is_some_and(|at| says_where(a, at)))
    };
    !within(&figures(a.sentence), &given) || new.any(elsewhere)
}

/// Whether a word of a name stands in "in Caldera", "at the Caldera zoo".
fn says_where(passage: &Passage, at: usize) -> bool {
    let tree = passage.tree;
    let mut above = tree.ancestors(at).take(4);
    above.any(|a| {
        tree.token(a).dep == "prep" && matches!(tree.token(a).lemma.as_str(), "in" | "at" | "near")
    })
}

/// Whether another denies what one says, or may deny it: what it denies beside
/// that is another matter.
pub fn denied(one: &Part, other: &Part, fit: &Fit) -> bool {
    let turned = |&(i, j): &(usize, usize)| one.words[i].negated != other.words[j].negated;
    let elsewhere = other.words.iter().any(|word| word.negated);
    opposed(one, other)
        || fit.pairs.iter().any(turned)
        || one.denies && !other.denies
        || other.denies && !one.denies && !elsewhere
}

/// Whether a sentence tells as a plan or a chance, by its words, what another
/// tells as done, or the other way round.
pub fn supposed(a: &Passage, by: &Passage, one: &Part, other: &Part, fit: &Fit) -> bool {
    let governed = |at: usize| {
        let near = by.tree.ancestors(at).take(3).chain(by.tree.children(at));
        near.into_iter().any(|t| {
            let lemma = &by.tree.token(t).lemma;
            is_supposing(lemma, &stem(lemma))
        })
    };
    let verbs = || fit.pairs.iter().filter(|(i, _)| one.words[*i].role == Role::Verb);
    let supposes = supposes(a);
    match verbs().next() {
        Some(_) => verbs().any(|&(_, j)| governed(other.words[j].at) != supposes),
        None => one_supposes(a, by),
    }
}

/// Whether neither says a figure that the other lacks.
pub fn covers(a: &Passage, b: &Passage) -> bool {
    let (mut p, mut q) = (figures(a.sentence), figures(b.sentence));
    // "a week" is no figure, "seven days" is one.
    for figures in [&mut p, &mut q] {
        figures.retain(|f| f.unit != Unit::Time);
    }
    within(&p, &q) && within(&q, &p)
}

/// Whether one speaks of a plan or a chance, by its words, and the other does
/// not: a parse may take "plans" for a noun.
pub fn one_supposes(a: &Passage, b: &Passage) -> bool {
    supposes(a) != supposes(b)
}

fn supposes(passage: &Passage) -> bool {
    passage.sentence.words.iter().any(|w| is_supposing(&w.lower, &w.stem))
}

/// Whether a word tells a plan or a chance; "likely" has the stem of "like".
fn is_supposing(word: &str, stem: &str) -> bool {
    word == "likely" || SUPPOSING.contains(&stem)
}

/// Stems of words that tell a plan or a chance.
#[rustfmt::skip]
const SUPPOSING: &[&str] = &[
    "plan", "hope", "want", "seek", "intend", "propos", "consid", "may", "might", "could",
    "possibl", "expect", "threaten",
];

/// Everything that counts, measures or ranks; days are days.
fn figures(sentence: &Sentence) -> Vec<&Quantity> {
    let dated = |q: &Quantity| {
        sentence
            .dates
            .iter()
            .any(|d| d.interval.is_some() && d.start <= q.span.start && q.span.end <= d.end)
    };
    sentence
        .quantities
        .iter()
        .filter(|q| q.unit != Unit::Calendar && q.converts.is_none() && !dated(q))
        .collect()
}

fn within(a: &[&Quantity], b: &[&Quantity]) -> bool {
    a.iter().all(|x| b.iter().any(|y| is_one(x, y)))
}

fn is_one(a: &Quantity, b: &Quantity) -> bool {
    let close = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(1.0);
    a.relation_of_values(b) == Relation::Same
        || close(a.value, b.value) && close(a.high, b.high) && a.unit == b.unit
}

/// The words of names, months and weekdays left out.
pub fn names(passage: &Passage) -> Names {
    let tree = passage.tree;
    let words = passage.sentence.words.iter();
    words
        .filter(|w| {
            let capital = passage.text[w.span.clone()].starts_with(char::is_uppercase);
            let noun = tree.at(w.span.start).is_some_and(|at| tree.token(at).pos == "PROPN");
            let of_time = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(&w.lower));
            capital
                && noun
                && !is_kind_of_company(&w.lower)
                && !is_stopword(&w.lower)
                && !of_time(&MONTHS)
                && !of_time(&WEEKDAYS)
        })
        .map(|w| w.lower.clone())
        .collect()
}

fn held(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.iter().all(|x| b.iter().any(|y| names_fit(x, y)))
}

/// Whether both sentences give days and none of one is one of the other.
pub fn days_clash(a: &Sentence, b: &Sentence) -> bool {
    intervals_clash(&placed(a), &placed(b))
}

/// The same for the days of parts of them.
pub fn intervals_clash(p: &[Interval], q: &[Interval]) -> bool {
    let touch = |x: &Interval, y: &Interval| x.from <= y.to && y.from <= x.to;
    let held = |p: &[Interval], q: &[Interval]| p.iter().all(|x| q.iter().any(|y| touch(x, y)));
    !p.is_empty() && !q.is_empty() && !held(p, q) && !held(q, p)
}

fn placed(sentence: &Sentence) -> Vec<Interval> {
    let dates = sentence.dates.iter();
    dates
        .filter(|d| matches!(d.kind, TimexKind::Date | TimexKind::Time))
        .filter_map(|d| d.interval)
        .collect()
}

/// Whether one says the opposite of what the other says.
fn opposed(a: &Part, b: &Part) -> bool {
    let has = |part: &Part, lemma: &str| part.words.iter().any(|w| w.sense.lemma == lemma);
    a.words.iter().any(|x| {
        opposites(&x.sense.lemma).any(|other| {
            b.words.iter().any(|y| y.sense.lemma == other && x.negated == y.negated)
                && !has(a, other)
                && !has(b, &x.sense.lemma)
        })
    })
}

/// Whether one denies what the other says.
fn contradict(a: &Part, b: &Part, fit: &Fit) -> bool {
    let turned = fit.pairs.iter().any(|&(i, j)| {
        let (x, y) = (&a.words[i], &b.words[j]);
        x.negated != y.negated && x.role == Role::Verb && y.role == Role::Verb
    });
    opposed(a, b) || turned || a.denies != b.denies
}
