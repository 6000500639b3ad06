//! [`Slot`]: what a figure is the figure of: what is counted, what happens to
//! it, who takes part, where, and who says so.

use std::{collections::BTreeSet, ops::Range};

use throughline_annotate::{
    Interval, MONTHS, Modality, Quantity, TimexKind, Unit, WEEKDAYS, is_head, stance,
};

use super::toll::Toll;
use throughline_claims::{Part, Passage, Sense, attribution, is_light};

use crate::{
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// A figure with what it is the figure of.
pub struct Slot<'a> {
    /// The line that gives it.
    pub line: LineId,
    /// The figure.
    pub quantity: &'a Quantity,
    /// What harm or loss it counts, if any.
    pub toll: Option<Toll>,
    /// The noun that is counted or measured, as a lemma.
    pub thing: Option<Sense>,
    /// What narrows the thing: adjectives, parts of names.
    pub qualifiers: Vec<Sense>,
    /// Its verb.
    pub verb: Sense,
    /// The other words of its clause.
    pub rest: Part,
    /// Names in its clause, who says it left out.
    pub names: BTreeSet<String>,
    /// Names that say where.
    pub places: BTreeSet<String>,
    /// Days that its clause gives.
    pub days: Vec<Interval>,
    /// The head of its subject, or of what is acted on where nobody acts.
    pub agent: Option<Sense>,
    /// Who says it, in the sentence's own words.
    pub holders: BTreeSet<String>,
    /// Whether it stands in a clause that tells what something else is: "the
    /// village in which 30 were killed".
    pub is_aside: bool,
    /// Whether the sentence before says what it counts.
    pub is_lent: bool,
    /// Whether it is told as so, and not as planned, feared, possible.
    pub done: bool,
}

impl<'a> Slot<'a> {
    /// The slot of a figure; none where it counts a part, is denied, or hangs
    /// on no clause.
    pub fn of(
        story: &'a Story,
        trees: &'a Trees,
        line: LineId,
        quantity: &'a Quantity,
    ) -> Option<Self> {
        let passage = trees.passage(story, line)?;
        let tree = passage.tree;
        let number = number(tree, quantity)?;
        let noun = noun(tree, number);
        if is_part(&passage, number, noun) {
            return None;
        }
        let verb = verb(tree, noun.unwrap_or(number))?;
        let standing = stance(tree, verb);
        if standing.is_denial() || standing.condition.is_some() {
            return None;
        }
        let clause = clause(tree, verb);
        let said = attribution(&passage);
        let figure = noun.map_or(number..number + 1, |n| phrase(tree, n));
        let toll = Toll::of(&passage, number, noun, verb);
        // "1,200 jobs are at stake" is as little done as "will cut 450".
        let feared = toll.as_ref().is_some_and(Toll::is_feared);
        let thing =
            noun.map(|n| tree.token(n).lemma.to_lowercase()).filter(|l| l != "%" && l != "percent");
        let thing = thing.or_else(|| quantity.counted.last().cloned()).map(|t| Sense::of(&t));
        let kept = |at: usize| clause.contains(&at) && !said.contains(&at) && at != verb;
        let rest = Part::of(&passage, |at| kept(at) && !figure.contains(&at));
        let qualifiers = noun.map_or(Vec::new(), |n| qualifiers(tree, n, number));
        let qualifiers = qualifiers.iter().map(|q| Sense::of(q)).collect();
        let mut names = BTreeSet::new();
        let mut places = BTreeSet::new();
        for &at in clause.iter().filter(|at| !said.contains(at)) {
            let token = tree.token(at);
            if token.pos != "PROPN" || is_calendar(&token.lemma) {
                continue;
            }
            let lower = passage.text[tree.span(at)].to_lowercase();
            if is_place(tree, at) {
                places.insert(lower.clone());
            }
            names.insert(lower);
        }
        Some(Self {
            line,
            quantity,
            toll,
            thing,
            qualifiers,
            verb: Sense::of(&tree.token(verb).lemma.to_lowercase()),
            rest,
            names,
            places,
            days: days(&passage, &clause, &said),
            agent: agent(tree, verb).map(|a| Sense::of(&a)),
            holders: holders(&passage, &said, verb),
            is_lent: false,
            is_aside: is_aside(&passage, number),
            done: standing.modality == Modality::Fact && !feared,
        })
    }

    /// What one calls it before the reader.
    pub fn about(&self) -> String {
        match (&self.toll, self.quantity.unit, &self.thing) {
            (Some(toll), ..) => toll.name(),
            (None, Unit::Percent, _) => "share".to_owned(),
            (None, Unit::Money(_), _) => "sum of money".to_owned(),
            (None, _, Some(thing)) => thing.lemma.clone(),
            (None, _, None) => "figure".to_owned(),
        }
    }
}

/// The days that the tokens of a clause give.
pub fn days(
    passage: &Passage,
    clause: &BTreeSet<usize>,
    said: &std::collections::HashSet<usize>,
) -> Vec<Interval> {
    let dates = passage.sentence.dates.iter();
    dates
        .filter(|d| matches!(d.kind, TimexKind::Date | TimexKind::Time))
        .filter(|d| {
            // "up from 16 percent in May": the day of another figure.
            let other = |at: usize| {
                let mut above = passage.tree.ancestors(at).take_while(|a| clause.contains(a));
                above.any(|a| matches!(passage.tree.token(a).lemma.as_str(), "from" | "than"))
            };
            passage
                .tree
                .at(d.start)
                .is_some_and(|at| clause.contains(&at) && !said.contains(&at) && !other(at))
        })
        .filter_map(|d| d.interval)
        .collect()
}

/// The head of a verb's subject, a relative one's antecedent.
fn agent(tree: &Tree, verb: usize) -> Option<String> {
    let mut at = verb;
    for _ in 0..3 {
        let subject = tree.child(at, &["nsubj", "nsubjpass"]);
        let pronoun = subject.is_some_and(|s| matches!(tree.token(s).tag, "WDT" | "WP"));
        if let Some(subject) = subject.filter(|_| !pronoun) {
            return Some(tree.token(subject).lemma.to_lowercase());
        }
        let head = tree.head(at)?;
        if matches!(tree.token(at).dep, "relcl" | "acl") {
            return Some(tree.token(head).lemma.to_lowercase());
        }
        at = head;
    }
    None
}

/// The token of the number itself.
fn number(tree: &Tree, quantity: &Quantity) -> Option<usize> {
    let first = tree.at(quantity.span.start)?;
    (first..tree.tokens().len())
        .take_while(|&at| tree.span(at).start < quantity.span.end)
        .find(|&at| tree.token(at).pos == "NUM" || tree.token(at).tag == "CD")
        .or(Some(first))
}

/// Whether a number stands close behind "in which", "where", "whose".
fn is_aside(passage: &Passage, number: usize) -> bool {
    let tree = passage.tree;
    (number.saturating_sub(5)..number).any(|at| {
        let lower = passage.text[tree.span(at)].to_lowercase();
        matches!(lower.as_str(), "where" | "whose")
            || lower == "which" && at > 0 && tree.token(at - 1).pos == "ADP"
    })
}

/// The noun that a number counts: "14 people", "15 percent of the land".
fn noun(tree: &Tree, number: usize) -> Option<usize> {
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
        if tree.token(at).pos == "NOUN" && !is_unit(&tree.token(at).lemma) {
            return Some(at);
        }
        if !matches!(tree.token(at).pos, "NUM" | "NOUN" | "ADJ" | "SYM" | "PROPN") {
            return None;
        }
    }
    None
}

fn is_unit(lemma: &str) -> bool {
    matches!(
        lemma,
        "kilometre"
            | "kilometer"
            | "kph"
            | "mph"
            | "mile"
            | "metre"
            | "meter"
            | "percent"
            | "dollar"
            | "euro"
            | "pound"
            | "tonne"
            | "ton"
            | "hour"
            | "hectare"
            | "acre"
            | "km"
            | "%"
            | "million"
            | "billion"
            | "centimetre"
            | "knot"
            | "degree"
    )
}

/// "including 10 children", "two of them", "another three", "10 more".
fn is_part(passage: &Passage, number: usize, noun: Option<usize>) -> bool {
    let tree = passage.tree;
    let lower = |at: usize| passage.text[tree.span(at)].to_lowercase();
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
        matches!(
            lower(at).as_str(),
            "including"
                | "among"
                | "includes"
                | "included"
                | "another"
                | "other"
                | "besides"
                | "than"
                | "from"
                | "earlier"
                | "previous"
                | "previously"
                | "every"
        ) && !(lower(at) == "than"
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
fn verb(tree: &Tree, of: usize) -> Option<usize> {
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
                // "airstrikes near Kunduz in which 30 were killed": all of it.
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
fn phrase(tree: &Tree, noun: usize) -> Range<usize> {
    let first = tree
        .children(noun)
        .filter(|&c| c < noun && !matches!(tree.token(c).dep, "relcl" | "punct"))
        .map(|c| tree.subtree(c).start)
        .min()
        .unwrap_or(noun);
    first.min(noun)..noun + 1
}

/// Lemmas that narrow a counted thing.
fn qualifiers(tree: &Tree, noun: usize, number: usize) -> Vec<String> {
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
    found.retain(|l| !is_neutral(l) && !is_unit(l));
    found
}

fn is_neutral(lemma: &str) -> bool {
    is_light(lemma)
        || matches!(
            lemma,
            "confirmed"
                | "total"
                | "least"
                | "many"
                | "estimated"
                | "sustained"
                | "maximum"
                | "overall"
                | "whole"
                | "initial"
                | "official"
                | "reported"
                | "innocent"
        )
}

fn is_calendar(lemma: &str) -> bool {
    MONTHS.iter().chain(&WEEKDAYS).any(|name| name.eq_ignore_ascii_case(lemma))
}

/// Whether a name is brought in by "in", "at", "near".
pub fn is_place(tree: &Tree, at: usize) -> bool {
    tree.ancestors(at).take(4).any(|a| {
        tree.token(a).dep == "prep"
            && matches!(
                tree.token(a).lemma.as_str(),
                "in" | "at" | "near" | "from" | "outside" | "across" | "around" | "off"
            )
    })
}

/// The nouns and names that say it.
pub fn holders(
    passage: &Passage,
    said: &std::collections::HashSet<usize>,
    verb: usize,
) -> BTreeSet<String> {
    let tree = passage.tree;
    let mut found: BTreeSet<String> = said
        .iter()
        .filter(|&&at| matches!(tree.token(at).pos, "NOUN" | "PROPN"))
        .map(|&at| tree.token(at).lemma.to_lowercase())
        .collect();
    if matches!(tree.token(verb).lemma.as_str(), "put" | "count" | "estimate" | "say" | "list")
        && let Some(subject) = tree.child(verb, &["nsubj"])
    {
        let named =
            tree.subtree(subject).filter(|&at| matches!(tree.token(at).pos, "NOUN" | "PROPN"));
        found.extend(named.map(|at| tree.token(at).lemma.to_lowercase()));
    }
    found.retain(|l| !is_calendar(l));
    found
}

/// Whether a figure can be held against another at all.
pub fn is_comparable(quantity: &Quantity) -> bool {
    let vague = quantity.is_range() && quantity.bound == throughline_annotate::Bound::About;
    quantity.is_figure()
        && !vague
        && !quantity.is_range()
        && match quantity.unit {
            Unit::Count => quantity.value >= 2.0,
            Unit::Time | Unit::Months => false,
            _ => true,
        }
}
