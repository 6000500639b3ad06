//! Days that differ: independent sources that tell one event of two days.

use std::ops::Range;

use jiff::civil::Date;
use throughline_annotate::{MONTHS, Timex, Unit, WEEKDAYS};
use throughline_claims::{Part, Passage, Role, Sense, Word, attribution, fit, names_fit};
use throughline_model::{About, DisagreementKind, How, Precision, Status};

use super::{Differing, Side, Taken, label, phrase, slot};
use crate::{
    calendar::days_apart,
    events,
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// Coverage of the less covered clause from which two are of one event.
const LEAST: f32 = 0.34;

/// The same where one acts on one in both.
const CORE: f32 = 0.28;

/// Coverage of the more covered clause from which they are.
const MOST: f32 = 0.66;

/// Days apart within which a day may be mistaken for another.
const APART: i32 = 6;

/// Verbs of what is done again and again, and of saying.
#[rustfmt::skip]
const RECURRING: &[&str] = &[
    "say", "tell", "announce", "report", "speak", "meet", "publish", "release", "update", "close",
    "open", "rise", "fall", "trade", "protest", "attack", "visit", "call", "talk", "write", "tweet",
    "launch", "fire", "test", "bomb", "raid", "clash", "shoot", "arrest", "play", "beat", "win",
    "lose", "score", "kill", "die", "hit", "confirm", "warn", "hold", "show", "be", "have", "continue", "begin", "gather", "post",
];

struct Dated<'a> {
    line: LineId,
    passage: Passage<'a>,
    verb: Sense,
    /// Its verb in the tree.
    head: usize,
    part: Part,
    day: Date,
    words: Range<usize>,
    is_first: bool,
    /// Whether it is told as what somebody said before.
    is_recalled: bool,
    /// Whether its subject is one thing or person.
    is_single: bool,
    /// Days that the sentence says it was not: "and not on Thursday".
    disputed: Vec<Date>,
}

impl Dated<'_> {
    /// Its verb with the particle: "came ashore".
    fn phrase(&self) -> Option<&Sense> {
        self.part.words.iter().find(|w| w.role == Role::Verb).map(|w| &w.sense)
    }
}

/// Where independent sources tell one event of different days.
pub fn differing(story: &Story, trees: &Trees, ranked: &[(LineId, f32)]) -> Vec<Differing> {
    let dated: Vec<Dated> = ranked.iter().flat_map(|&(line, _)| all(story, trees, line)).collect();
    let family = |d: &Dated| story.families[story.lines[d.line].article];
    let mut found: Vec<(Vec<LineId>, String, Vec<Side>)> = Vec::new();
    for (at, a) in dated.iter().enumerate() {
        for b in &dated[at + 1..] {
            let known = |lines: &[LineId]| lines.contains(&a.line) || lines.contains(&b.line);
            if family(a) != family(b)
                && is_other_day(a, b)
                && !found.iter().any(|(lines, ..)| known(lines))
                && is_one(a, b)
            {
                let agrees = |d: &&Dated, with: &Dated| {
                    d.day == with.day && (d.line == with.line || is_one(d, with))
                };
                let taken =
                    |d: &Dated| Taken { line: d.line, span: d.words.clone(), value: shown(d) };
                let side = |with: &Dated| {
                    let rest = dated.iter().filter(|d| d.line != with.line && agrees(d, with));
                    let side =
                        Side::of(story, std::iter::once(with).chain(rest).map(taken).collect());
                    if with.is_recalled { side.of_before() } else { side }
                };
                let sides = vec![side(a), side(b)];
                let lines = sides.iter().flat_map(|s| s.lines.iter().map(|t| t.line)).collect();
                found.push((lines, about(a, b), sides));
            }
        }
    }
    let kind = DisagreementKind::Date;
    found
        .into_iter()
        .map(|(_, about, sides)| Differing { about, kind, harm: None, sides })
        .collect()
}

/// The event in the words of the shorter telling.
fn about(a: &Dated, b: &Dated) -> String {
    let act = |d: &Dated, other: &Dated| {
        let act = label::act(d.passage.tree, d.passage.text, d.head)?;
        // Both must tell of all whom it names: "signed Wynn on Monday and Bell".
        let known = |word: &str| {
            let lower = word.to_lowercase();
            let words = &other.passage.sentence.words;
            !word.starts_with(char::is_uppercase)
                || words.iter().any(|w| names_fit(&w.lower, &lower))
        };
        act.split_whitespace().all(known).then_some(act)
    };
    let acts = [act(a, b), act(b, a)];
    let act = acts.into_iter().flatten().min_by_key(String::len);
    act.map_or_else(
        || About::Happened.words().to_owned(),
        |act| format!("{} {act}", About::When.words()),
    )
}

/// The past events of a line that a day dates.
fn all<'a>(story: &'a Story, trees: &'a Trees, line: LineId) -> Vec<Dated<'a>> {
    let Some(passage) = trees.passage(story, line) else { return Vec::new() };
    let gives_day = passage.sentence.dates.iter().any(Timex::is_resolved_day);
    if passage.sentence.position.is_none() || !gives_day {
        return Vec::new();
    }
    let seen = events::Passage {
        text: passage.text,
        sentence: passage.sentence,
        tree: passage.tree,
        published: story.anchor(line),
    };
    let said = attribution(&passage);
    let tree = passage.tree;
    // "The number of dead climbed to 11 on Monday": they did not die on that day.
    let counts = |at: usize| {
        tree.token(at).dep.starts_with("nsubj")
            && matches!(tree.token(at).lemma.as_str(), "number" | "toll" | "count")
    };
    if (0..tree.tokens().len()).any(counts) {
        return Vec::new();
    }
    events::events(&seen)
        .into_iter()
        .filter(|e| {
            let tells = e.said && tree.child(e.head, &["ccomp", "parataxis"]).is_some();
            e.status == Status::Past && !e.denied && !tells
        })
        .filter_map(|event| {
            let date = event.date?;
            let month = MONTHS.iter().any(|m| passage.text[date.span.clone()].contains(m));
            let weekday =
                month || WEEKDAYS.iter().any(|d| passage.text[date.span.clone()].contains(d));
            let is_day = date.precision == Precision::Day && date.interval.from == date.interval.to;
            // "yesterday" is as right as the day of publication.
            if !is_day || !weekday && date.how != How::Explicit {
                return None;
            }
            let verb = Sense::of(&tree.token(event.head).lemma.to_lowercase());
            let tokens = phrase::clause(tree, event.head);
            let part = Part::of(&passage, |at| tokens.contains(&at) && !said.contains(&at));
            let is_first = tokens.iter().any(|&at| tree.token(at).lemma == "first");
            let disputed = disputed(&passage);
            let subject = tree.child(event.head, &["nsubj", "nsubjpass"]);
            // "the storm, which came ashore".
            let lends = tree.token(event.head).dep == "relcl";
            let subject = if lends { tree.head(event.head) } else { subject };
            let is_single = subject.is_some_and(|s| matches!(tree.token(s).tag, "NN" | "NNP"));
            Some(Dated {
                is_recalled: is_recalled(tree, event.head),
                disputed,
                is_single,
                line,
                passage,
                verb,
                head: event.head,
                part,
                day: date.interval.from,
                words: tree.span(event.head),
                is_first,
            })
        })
        .collect()
}

/// Whether a clause is what somebody said before: "Vosk, who first said that it closed on
/// Monday", "Vosk had said".
fn is_recalled(tree: &Tree, verb: usize) -> bool {
    tree.token(verb).dep == "ccomp"
        && tree.head(verb).is_some_and(|said| {
            let had = |c: usize| tree.token(c).dep == "aux" && tree.token(c).tag == "VBD";
            tree.token(said).dep == "relcl" || tree.children(said).any(had)
        })
}

/// The days that a sentence sets aside.
fn disputed(passage: &Passage) -> Vec<Date> {
    let denied = |at: usize| {
        let mut before = passage.text[..at].split_whitespace().rev().filter(|w| *w != "on");
        let word = before.next();
        word == Some("not") || word == Some("than") && before.next() == Some("rather")
    };
    let dates = passage.sentence.dates.iter().filter(|d| d.is_resolved_day() && denied(d.start));
    dates.filter_map(|d| d.interval).map(|i| i.from).collect()
}

fn is_other_day(a: &Dated, b: &Dated) -> bool {
    let days = days_apart(a.day, b.day).unwrap_or(0);
    (1..=APART).contains(&days)
}

/// Whether two clauses tell one event: one act, the same company.
fn is_one(a: &Dated, b: &Dated) -> bool {
    let acts = a.verb.nearness(&b.verb).max(match (a.phrase(), b.phrase()) {
        (Some(x), Some(y)) => x.nearness(y),
        _ => 0.0,
    });
    let fit = fit(&a.part, &b.part);
    let telling = |&&(i, j): &&(usize, usize)| {
        let (x, y) = (&a.part.words[i], &b.part.words[j]);
        x.weight >= 0.6 && y.weight >= 0.6 && x.role != Role::Verb
    };
    let shared = fit.pairs.iter().filter(telling).count();
    let recurs =
        RECURRING.contains(&a.verb.lemma.as_str()) || RECURRING.contains(&b.verb.lemma.as_str());
    let both_first = a.is_first && b.is_first;
    let names = |d: &Dated, other: &Dated| {
        let taking = |w: &&Word| {
            w.is_name && (w.role != Role::Other || slot::is_place(d.passage.tree, w.at))
        };
        d.part.words.iter().filter(taking).any(|w| {
            !other.passage.sentence.words.iter().any(|o| names_fit(&o.lower, &w.sense.lemma))
        })
    };
    if fit.swapped || names(a, b) && names(b, a) || figures_differ(a, b) {
        return false;
    }
    let played = |role: Role| {
        fit.pairs.iter().any(|&(i, j)| {
            let (x, y) = (&a.part.words[i], &b.part.words[j]);
            x.role == role && y.role == role && x.weight >= 0.6
        })
    };
    // "three missiles were launched", "launched a missile".
    let many = |d: &Dated, at: usize| matches!(d.passage.tree.token(at).tag, "NNS" | "NNPS");
    let other_many = fit.pairs.iter().any(|&(i, j)| {
        let (x, y) = (&a.part.words[i], &b.part.words[j]);
        x.role == Role::Patient && y.role == Role::Patient && many(a, x.at) != many(b, y.at)
    });
    if other_many {
        return false;
    }
    let whole = fit.least() >= LEAST && fit.most() >= MOST;
    // One who acts and one thing acted on, or one thing that does it.
    let named = fit.pairs.iter().filter(|(i, _)| a.part.words[*i].is_name).count();
    let core = played(Role::Patient)
        && fit.least() >= CORE
        && (played(Role::Agent) && shared >= 3 || named >= 2 && shared >= 4);
    let alone = a.is_single && b.is_single && played(Role::Agent) && fit.least() >= 0.5 && whole;
    if a.disputed.contains(&b.day) || b.disputed.contains(&a.day) {
        return acts >= 0.6 && shared >= 1;
    }
    (acts >= 0.7 || both_first)
        && shared >= 2
        && (whole && named >= 1 || core)
        && (!recurs || both_first)
        || acts >= 0.9 && (alone || core) && !recurs
        || acts >= 0.7 && shared >= 3 && fit.least() >= 0.7
}

/// Whether both count things, and not the same number: two attacks are no one.
fn figures_differ(a: &Dated, b: &Dated) -> bool {
    let counts = |d: &Dated| -> Vec<f64> {
        let all = d.passage.sentence.quantities.iter();
        all.filter(|q| q.unit == Unit::Count).map(|q| q.value).collect()
    };
    let (p, q) = (counts(a), counts(b));
    !p.is_empty() && !q.is_empty() && !p.iter().any(|x| q.contains(x))
}

fn shown(dated: &Dated) -> String {
    let month = MONTHS[usize::from(dated.day.month().unsigned_abs()) - 1];
    format!("{} {month}", dated.day.day())
}
