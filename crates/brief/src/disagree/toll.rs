//! [`Toll`]: what harm or loss a figure counts. Tolls are told in many words
//! and grow as a story unfolds, so they are read by class.

use throughline_annotate::{Harm, is_group, is_people, stem};
use throughline_claims::Passage;
use throughline_model::About;

use super::slot::is_calendar;
use crate::tree::Tree;

/// How a critical condition is told: who is only "critical" may be so of a plan.
const CRITICAL: &str = "critical condition";

/// A kind of harm or loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toll {
    kind: Kind,
    /// The group that is counted, where it is not everybody.
    group: Option<String>,
    /// Whether it may come, and has not.
    feared: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Harm(Harm),
    Jobs,
    Critical,
    Power,
}

const KINDS: [Kind; 7] = [
    Kind::Critical,
    Kind::Harm(Harm::Killed),
    Kind::Harm(Harm::Injured),
    Kind::Harm(Harm::Missing),
    Kind::Harm(Harm::Arrested),
    Kind::Jobs,
    Kind::Power,
];

impl Kind {
    /// Whether a lemma tells of it.
    fn is_told_by(self, lemma: &str) -> bool {
        match self {
            // "at the hospital" tells only where somebody is.
            Self::Harm(harm) => lemma != "hospital" && Harm::of(&stem(lemma)) == Some(harm),
            Self::Jobs => JOBS_LOST.contains(&lemma),
            Self::Critical => lemma == CRITICAL,
            Self::Power => matches!(lemma, "power" | "electricity" | "outage" | "blackout"),
        }
    }

    /// Whether a lemma counts all whom it befalls.
    fn befalls(self, lemma: &str) -> bool {
        match self {
            Self::Harm(_) | Self::Critical => {
                is_people(&stem(lemma))
                    || matches!(lemma, "resident" | "number" | "toll" | "name" | "casualty")
            }
            Self::Jobs => matches!(lemma, "job" | "position" | "post" | "number"),
            Self::Power => matches!(lemma, "home" | "house" | "household" | "customer"),
        }
    }
}

/// What happens to jobs, as lemmas.
const JOBS_LOST: &[&str] =
    &["cut", "lose", "risk", "stake", "affect", "axe", "shed", "eliminate", "go"];

impl Toll {
    /// The toll that a number counts, read from its noun, its verb and the
    /// verb's company.
    pub fn of(passage: &Passage, number: usize, noun: Option<usize>, verb: usize) -> Option<Self> {
        let tree = passage.tree;
        let said: Vec<String> = company(tree, number, noun, verb);
        let counted = noun.map(|n| tree.token(n).lemma.to_lowercase());
        // "rose to six Friday".
        let counted = counted.filter(|c| !is_calendar(c));
        // What is cut may be anything.
        let names = |kind: Kind| said.iter().any(|word| word != "number" && kind.befalls(word));
        let befalls = |kind: &Kind| {
            let unnamed = counted.is_none() && (*kind != Kind::Jobs || names(*kind));
            unnamed
                || counted.as_ref().is_some_and(|c| {
                    kind.befalls(c)
                        || kind.is_told_by(c)
                        || matches!(kind, Kind::Harm(_)) && is_group(&stem(c))
                })
        };
        // What stands nearest tells: in "ten were killed and 50 injured" the 50 were.
        let told = |word: &String| KINDS.into_iter().find(|k| befalls(k) && k.is_told_by(word));
        let kind = said.iter().find_map(told)?;
        let group = counted.filter(|c| !kind.befalls(c) && !kind.is_told_by(c));
        // All who died in a bombing are "four civilians" to some; beside soldiers they are some.
        let beside = |n: usize| tree.token(n).dep == "conj" || tree.child(n, &["conj"]).is_some();
        let group = group.filter(|c| c != "civilian" || noun.is_some_and(beside));
        let feared = said.iter().any(|w| matches!(w.as_str(), "risk" | "stake"));
        Some(Self { kind, group, feared })
    }

    /// Whether it falls as a story unfolds: the missing are found.
    pub fn may_fall(&self) -> bool {
        matches!(self.kind, Kind::Harm(Harm::Missing) | Kind::Critical | Kind::Power)
    }

    /// Whether it counts those without power.
    pub fn is_of_power(&self) -> bool {
        self.kind == Kind::Power
    }

    /// What befell those it counts.
    pub fn harm(&self) -> Option<Harm> {
        match self.kind {
            Kind::Harm(harm) => Some(harm),
            Kind::Critical | Kind::Jobs | Kind::Power => None,
        }
    }

    /// Whether both are of one kind and one group.
    pub fn is_like(&self, other: &Self) -> bool {
        self.kind == other.kind && self.group == other.group
    }

    /// Whether both are of one kind, whichever group they count.
    pub fn is_of_kind(&self, other: &Self) -> bool {
        self.kind == other.kind
    }

    /// Whether it may come, and has not.
    pub fn is_feared(&self) -> bool {
        self.feared
    }

    /// What the reader is told that sources differ on.
    pub fn name(&self) -> String {
        let about = match self.kind {
            Kind::Harm(Harm::Killed) => About::Killed,
            Kind::Harm(Harm::Injured) => About::Injured,
            Kind::Harm(Harm::Missing) => About::Missing,
            Kind::Harm(Harm::Arrested) => About::Arrested,
            Kind::Jobs => About::Jobs,
            Kind::Critical => About::Critical,
            Kind::Power => About::Power,
        };
        match &self.group {
            Some(group) => format!("{} ({group})", about.words()),
            None => about.words().to_owned(),
        }
    }
}

/// The lemmas that say what befalls a counted thing.
fn company(tree: &Tree, number: usize, noun: Option<usize>, verb: usize) -> Vec<String> {
    let lemma = |at: usize| tree.token(at).lemma.to_lowercase();
    let at = noun.unwrap_or(number);
    let mut found = vec![lemma(at)];
    // "14 people killed", "14 jobs at risk", "14 missing people".
    for child in tree.children(at) {
        match tree.token(child).dep {
            "acl" | "amod" => found.push(lemma(child)),
            "prep" => found.extend(tree.children(child).map(lemma)),
            "relcl" => found.push(lemma(child)),
            _ => {}
        }
    }
    let dep = tree.token(at).dep;
    let direct = matches!(dep, "nsubj" | "nsubjpass" | "dobj" | "attr" | "oprd" | "nummod");
    let up = tree.head(at).is_some_and(|h| h == verb);
    if direct && up {
        found.push(lemma(verb));
        // "left 50 dead", "11 people are dead", "jobs were at stake".
        for child in tree.children(verb) {
            match tree.token(child).dep {
                "acomp" | "oprd" | "attr" if child != at => found.push(lemma(child)),
                "prep" if matches!(tree.token(child).lemma.as_str(), "at" | "as" | "without") => {
                    found.extend(tree.children(child).map(lemma));
                }
                // "were in a critical condition".
                "prep" if tree.token(child).lemma == "in" => {
                    let condition = tree.child(child, &["pobj"]);
                    let condition = condition.filter(|&c| tree.token(c).lemma == "condition");
                    let critical = |c: usize| lemma(c) == "critical";
                    let critical = condition.is_some_and(|c| tree.children(c).any(critical));
                    found.extend(critical.then(|| CRITICAL.to_owned()));
                }
                "ccomp" | "xcomp" => found.push(lemma(child)),
                _ => {}
            }
        }
    }
    // "the death toll rose to 14", "put the number of people killed at 14".
    let counts =
        matches!(dep, "pobj" | "dobj" | "attr" | "npadvmod" | "acomp" | "nummod" | "dative");
    // "the number of customers cut off had dropped": the parse may take "cut" for the verb.
    let above = tree.head(verb).filter(|_| tree.token(verb).dep == "dep");
    let subject = |verb: usize| tree.child(verb, &["nsubj", "nsubjpass"]);
    if let Some(above) = above.filter(|&above| subject(verb).is_none() && subject(above).is_some())
    {
        found.push(lemma(above));
    }
    let subject = subject(verb).or_else(|| above.and_then(subject)).into_iter();
    let object = tree.child(verb, &["dobj"]).into_iter();
    for thing in subject.chain(object).filter(|&t| counts && t != at) {
        if matches!(
            tree.token(thing).lemma.as_str(),
            "toll" | "number" | "total" | "count" | "tally"
        ) {
            found.extend(tree.subtree(thing).map(lemma));
        }
    }
    // "cutting power to 410,000 customers"; it may be restored to them too.
    let cuts = |at: usize| {
        [Some(at), tree.head(at)].into_iter().flatten().any(|verb| {
            matches!(
                tree.token(verb).lemma.as_str(),
                "cut" | "knock" | "lose" | "interrupt" | "disrupt"
            )
        })
    };
    if dep == "pobj"
        && let Some(to) = tree.head(at).filter(|&to| tree.token(to).lemma == "to")
        && let Some(power) = tree.head(to).filter(|&power| cuts(power))
    {
        let power = [Some(power), tree.child(power, &["dobj"])];
        let power = power.into_iter().flatten().map(lemma);
        found.extend(power.filter(|lemma| Kind::Power.is_told_by(lemma)));
    }
    // "the number of customers still cut off, the grid said".
    let off = ["customer", "cut"].iter().all(|word| found.iter().any(|lemma| lemma == word));
    let mut lemmas = tree.tokens().iter().map(|token| token.lemma.as_str());
    // "cut off from water".
    let from =
        tree.tokens().windows(2).any(|pair| pair[0].lemma == "off" && pair[1].lemma == "from");
    if off && !from && lemmas.any(|lemma| matches!(lemma, "grid" | "power" | "electricity")) {
        found.push("power".to_owned());
    }
    // "people without power".
    if let Some(without) = tree.children(at).find(|&c| tree.token(c).lemma == "without") {
        found.extend(tree.children(without).map(lemma));
    }
    found
}
