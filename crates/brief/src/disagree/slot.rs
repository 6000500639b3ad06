//! [`Slot`]: what a figure is the figure of: what is counted, what happens to
//! it, who takes part, where, and who says so.

use std::collections::BTreeSet;

use throughline_annotate::{
    Interval, MONTHS, Modality, Quantity, TimexKind, Unit, WEEKDAYS, stance,
};
use throughline_claims::{Part, Passage, Sense, attribution};
use throughline_model::About;

use super::{
    phrase::{clause, is_aside, is_part, noun, number, phrase, qualifiers, verb},
    toll::Toll,
};

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
    /// The slot of a figure; none where it counts a part, is denied, hangs
    /// on no clause, or says how many there were at most: "at its height".
    pub fn of(
        story: &'a Story,
        trees: &'a Trees,
        line: LineId,
        quantity: &'a Quantity,
    ) -> Option<Self> {
        let passage = trees.passage(story, line)?;
        let tree = passage.tree;
        // "4, 051 yards": the end of a figure that a page has torn.
        let mut digits = passage.text[quantity.span.clone()].chars();
        if digits.next() == Some('0') && digits.next().is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
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
        if clause.iter().any(|&at| is_height(tree, at)) {
            return None;
        }
        let said = attribution(&passage);
        let figure = noun.map_or(number..number + 1, |n| phrase(tree, n));
        let toll = Toll::of(&passage, number, noun, verb);
        // "1,200 jobs are at stake" is as little done as "will cut 450".
        let feared = toll.as_ref().is_some_and(Toll::is_feared);
        let thing =
            noun.map(|n| tree.token(n).lemma.to_lowercase()).filter(|l| l != "%" && l != "percent");
        let thing = thing.or_else(|| quantity.counted.last().cloned());
        let thing = thing.filter(|t| !is_calendar(t)).map(|t| Sense::of(&t));
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
            (None, Unit::Percent, _) => About::Share.words().to_owned(),
            (None, Unit::Money(_), _) => About::Money.words().to_owned(),
            (None, _, Some(thing)) => thing.lemma.clone(),
            (None, _, None) => About::Figure.words().to_owned(),
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
pub fn agent(tree: &Tree, verb: usize) -> Option<String> {
    let mut at = verb;
    // "stopped short of calling for it".
    for _ in 0..5 {
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

/// "at its height", "at the peak".
fn is_height(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    token.dep == "pobj"
        && matches!(token.lemma.as_str(), "height" | "peak" | "worst")
        && tree.token(token.head as usize).lemma == "at"
}

/// Whether a word names a month or a day of the week.
pub fn is_calendar(lemma: &str) -> bool {
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
