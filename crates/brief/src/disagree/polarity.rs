//! A claim and its denial: one says that it was so, another says that it was
//! not.

use std::collections::BTreeSet;

use throughline_annotate::{Interval, Modality, is_head, stance};
use throughline_claims::{Part, Passage, Sense, attribution, coverage, intervals_clash, names_fit};
use throughline_model::{About, DisagreementKind, Stand};

use super::{Differing, Side, Taken, label, phrase, slot};

use crate::{
    calendar::days_apart,
    story::{LineId, Story},
    tree::Trees,
};

/// The share of a denial that the claim must say.
const SAID: f32 = 0.74;

/// Nearness from which two verbs are one act.
const SAME_ACT: f32 = 0.9;

/// Days between a claim and its denial.
const DAYS: i32 = 7;

/// A verb that says that something was so, or was not.
struct Head<'a> {
    line: LineId,
    passage: Passage<'a>,
    verb: usize,
    /// The verb and what stands for it: "opened", "stood open".
    acts: Vec<Sense>,
    denies: bool,
    /// Whether a word of denial governs it, or it is quoted: somebody's denial.
    is_owned: bool,
}

/// The same with the rest of its clause.
struct Told<'a> {
    line: LineId,
    passage: Passage<'a>,
    verb: usize,
    part: Part,
    days: Vec<Interval>,
    holders: BTreeSet<String>,
}

/// Claims with their denials, the claim first.
pub fn differing(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Differing> {
    let heads: Vec<Head> = ranked.iter().flat_map(|&(line, _)| heads(story, trees, line)).collect();
    let family = |line: LineId| story.families[story.lines[line].article];
    let day = |line: LineId| story.anchor(line).map(|m| m.date());
    let mut found = Vec::new();
    // A line takes one side of one matter.
    let mut known: BTreeSet<LineId> = BTreeSet::new();
    for head in heads.iter().filter(|h| h.denies) {
        let denial = Told::of(head);
        // A denial is somebody's; a report may deny nothing.
        if denial.holders.is_empty() && !head.is_owned || known.contains(&denial.line) {
            continue;
        }
        // The verb is held against the claim's own; the rest is what is denied of whom.
        let rest = denial.part.without(denial.verb);
        if rest.words.iter().filter(|w| w.weight >= 0.6).count() < 2 {
            continue;
        }
        let acted = |h: &&Head| h.acts.iter().any(|act| act.nearness(&head.acts[0]) >= SAME_ACT);
        let near = |line: LineId| {
            let days = day(line).zip(day(denial.line)).and_then(|(a, b)| days_apart(a, b));
            days.is_some_and(|days| days <= DAYS)
        };
        let claims: Vec<Told> = heads
            .iter()
            .filter(|h| !h.denies && h.line != denial.line && !known.contains(&h.line))
            .filter(acted)
            .filter(|h| near(h.line))
            .map(Told::of)
            .filter(|claim| {
                family(claim.line) != family(denial.line)
                    || !claim.holders.is_empty() && claim.holders.is_disjoint(&denial.holders)
            })
            .filter(|claim| !is_anybodys(claim, &denial))
            .filter(|claim| is_denied(claim, &denial, &unsaid(story, claim, &rest)))
            .collect();
        // The claim that uses the denial's own verb names the matter best.
        let verb = |told: &Told| told.passage.tree.token(told.verb).lemma.to_lowercase();
        let same = claims.iter().find(|claim| verb(claim) == verb(&denial));
        let Some(claim) = same.or(claims.first()) else { continue };
        let act = label::act(claim.passage.tree, claim.passage.text, claim.verb);
        let about = act.map_or_else(
            || About::IsSo.words().to_owned(),
            |act| format!("{} {}", About::Whether.words(), whoever(&act)),
        );
        let taken = |t: &Told, stand: Stand| {
            let span = t.passage.tree.span(t.verb);
            Taken { line: t.line, span, value: stand.word().to_owned() }
        };
        known.insert(denial.line);
        known.extend(claims.iter().map(|claim| claim.line));
        let claimed = claims.iter().map(|claim| taken(claim, Stand::Yes)).collect();
        let sides = [claimed, vec![taken(&denial, Stand::No)]];
        let sides = sides.map(|lines| Side::of(story, lines)).into();
        found.push(Differing { about, kind: DisagreementKind::Polarity, harm: None, sides });
    }
    found
}

/// "their release was part of a swap": a label has nobody whose it could be.
fn whoever(act: &str) -> String {
    const WHOSE: [&str; 4] = ["their ", "his ", "her ", "its "];
    let rest = WHOSE.iter().find_map(|whose| act.strip_prefix(whose));
    rest.map_or_else(|| act.to_owned(), |rest| format!("the {rest}"))
}

/// The verbs of a line that assert or deny.
fn heads<'a>(story: &'a Story, trees: &'a Trees, line: LineId) -> Vec<Head<'a>> {
    let Some(passage) = trees.passage(story, line) else { return Vec::new() };
    // "didn ’ t": a denial that is torn is read as none.
    let torn = passage.sentence.words.iter().any(|word| is_torn(&word.lower));
    if passage.sentence.position.is_none() || torn {
        return Vec::new();
    }
    let tree = passage.tree;
    let said = attribution(&passage);
    let heads = (0..tree.tokens().len()).filter(|&at| is_head(tree, at) && !said.contains(&at));
    heads
        .filter_map(|verb| {
            let standing = stance(tree, verb);
            // "We cannot deny that": no denial.
            let undenied = standing.denied
                && tree.ancestors(verb).skip(1).any(|a| {
                    matches!(tree.token(a).lemma.as_str(), "deny" | "dispute" | "reject")
                        && tree.child(a, &["neg"]).is_some()
                });
            if undenied || standing.modality != Modality::Fact || standing.condition.is_some() {
                return None;
            }
            let stands_for = tree.children(verb).filter(|&c| {
                c == verb + 1 || matches!(tree.token(c).dep, "acomp" | "oprd" | "advmod" | "prt")
            });
            let acts = std::iter::once(verb).chain(stands_for);
            let acts = acts.map(|at| Sense::of(&tree.token(at).lemma.to_lowercase())).collect();
            let start = tree.span(verb).start;
            let quoted = passage.sentence.quotes.iter().any(|q| q.outer.contains(&start));
            let is_owned = standing.denied || quoted;
            Some(Head { line, passage, verb, acts, denies: standing.is_denial(), is_owned })
        })
        .collect()
}

/// The first part of a negation that a page has torn in two.
fn is_torn(lower: &str) -> bool {
    const PARTS: &[&str] = &[
        "didn", "doesn", "wasn", "weren", "isn", "aren", "hasn", "haven", "hadn", "wouldn",
        "couldn", "shouldn",
    ];
    PARTS.contains(&lower)
}

impl<'a> Told<'a> {
    fn of(head: &Head<'a>) -> Self {
        let passage = head.passage;
        let said = attribution(&passage);
        let tokens = phrase::clause(passage.tree, head.verb);
        Told {
            line: head.line,
            passage,
            verb: head.verb,
            part: Part::of(&passage, |at| tokens.contains(&at) && !said.contains(&at)),
            days: slot::days(&passage, &tokens, &said),
            holders: slot::holders(&passage, &said, head.verb),
        }
    }
}

/// Whether somebody denies having done what a claim only says was done: "he did not send it", "it
/// was sent".
fn is_anybodys(claim: &Told, denial: &Told) -> bool {
    let (own, other) = (claim.passage.tree, denial.passage.tree);
    let doer = other.child(denial.verb, &["nsubj"]);
    let person = doer.is_some_and(|doer| {
        matches!(other.token(doer).lemma.to_lowercase().as_str(), "he" | "she" | "i" | "we")
            || other.people().any(|person| person.contains(&doer))
    });
    person
        && own.child(claim.verb, &["nsubjpass"]).is_some()
        && own.child(claim.verb, &["agent"]).is_none()
}

/// What a denial says that the sentence before a claim does not name: "We have had messages about
/// the dam at Haldery. People say that the gates were opened."
fn unsaid(story: &Story, claim: &Told, rest: &Part) -> Part {
    let before = claim.line.checked_sub(1).filter(|&line| {
        let lines = &story.lines;
        lines[line].article == lines[claim.line].article
            && story.sentence(line).paragraph == story.sentence(claim.line).paragraph
    });
    let named = |lemma: &str| {
        let names = before.into_iter().flat_map(|line| &story.sentence(line).names);
        let mut words = names.flat_map(|name| name.key.split(' '));
        words.any(|word| names_fit(word, lemma))
    };
    let mut rest = rest.clone();
    rest.words.retain(|word| !(word.is_name && named(&word.sense.lemma)));
    rest
}

/// Whether somebody else does it: "the plan calls for a vote", "Vosk stopped short of calling for one".
fn are_others(claim: &Told, denial: &Told) -> bool {
    let doer = |told: &Told| {
        let tree = told.passage.tree;
        let doer = slot::agent(tree, told.verb)?;
        let named = (0..tree.tokens().len()).any(|at| {
            matches!(tree.token(at).pos, "NOUN" | "PROPN")
                && tree.token(at).lemma.eq_ignore_ascii_case(&doer)
        });
        named.then(|| Sense::of(&doer))
    };
    doer(claim)
        .zip(doer(denial))
        .is_some_and(|(a, b)| a.nearness(&b) < SAME_ACT && !names_fit(&a.lemma, &b.lemma))
}

/// Whether a claim says what a denial denies.
fn is_denied(claim: &Told, denial: &Told, rest: &Part) -> bool {
    let strange = |a: &Told, b: &Told| {
        let mut names = a.part.words.iter().filter(|w| w.is_name);
        let words = &b.passage.sentence.words;
        names.any(|w| !words.iter().any(|o| names_fit(&o.lower, &w.sense.lemma)))
    };
    let apart = strange(claim, denial) && strange(denial, claim)
        || are_others(claim, denial)
        || intervals_clash(&claim.days, &denial.days);
    !apart && coverage(rest, &claim.part) >= SAID
}
