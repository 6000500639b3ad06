//! What somebody denies in so many words, with the claim that it answers: "China denied the reports",
//! "the charges were false".
//!
//! What is denied stands in the sentence itself ("denied that its ships sold oil"), or it is what
//! was told just before ("the claim").

use std::collections::BTreeSet;

use throughline_annotate::{Modality, is_denial, is_speech_verb, stance};
use throughline_claims::{Part, Passage, Role, Word, attribution, fit, names_fit};
use throughline_model::{About, DisagreementKind, Stand};

use super::{Differing, Side, Taken, label, phrase, slot};
use crate::{
    calendar::days_apart,
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// Lemmas of verbs that deny.
const VERBS: &[&str] = &["deny", "dismiss", "reject", "dispute", "refute"];

/// Nouns for what somebody says of another.
#[rustfmt::skip]
const CLAIMS: &[&str] = &[
    "claim", "report", "allegation", "accusation", "suggestion", "assertion", "rumour", "rumor",
    "notion",
];

/// What is asked for, and denied to somebody.
#[rustfmt::skip]
const RIGHTS: &[&str] = &[
    "access", "entry", "bail", "visa", "request", "right", "permission", "appeal", "motion",
    "chance", "opportunity", "asylum", "justice", "service", "parole", "leave", "it", "that",
    "this",
];

/// Words from "denied" on among which such a thing stands.
const GRANT: usize = 5;

/// Who decides on claims, and denies none.
const COURTS: &[&str] = &["court", "judge", "jury", "tribunal", "magistrate", "panel"];

/// Verbs of what somebody does who answers an accusation.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "call", "describe", "insist", "apologize", "promise", "vow", "pledge", "respond", "react",
    "refuse", "urge", "defend", "discount", "admit", "acknowledge", "question", "laugh",
];

/// The most lines that are looked at.
const LINES: usize = 400;

/// The most denials whose claims are looked for, and the most of those for each.
const DENIALS: usize = 8;
const EACH: usize = 3;

/// The share of what is denied that its claim says, and that an accusation says.
const SAID: f32 = 0.67;
const PART: f32 = 0.4;

/// Cosine to a denial, or to what was told before it, from which an accusation of whoever denies is
/// what is denied, and one of somebody else whom it names.
const NEAR: f32 = 0.1;
const FAR: f32 = 0.25;

/// What it counts that a claim accuses, and that it stands high among the lines.
const ACCUSED: f32 = 0.3;
const RANK: f32 = 0.2;

/// The most days between a claim and its denial.
const DAYS: i32 = 10;

/// The most words of who denies.
const WORDS: usize = 8;

/// A sentence that denies something.
struct Denial<'a> {
    line: LineId,
    passage: Passage<'a>,
    /// The word that denies.
    at: usize,
    /// Who does, as a noun.
    who: usize,
    /// The word that what is denied hangs on.
    core: usize,
    /// What is denied, as far as it stands there.
    content: Part,
}

/// The lines that the denials of a story ask for: themselves and what they may answer.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let lines = || ranked.iter().take(LINES).map(|(line, _)| *line);
    let denies =
        |line: &LineId| story.sentence(*line).words.iter().any(|word| is_denial(&word.lower));
    let mut found = Vec::new();
    for denial in lines().filter(denies).take(DENIALS) {
        let before = before(story, denial);
        let vector = |line: LineId| &story.lines[line].vector;
        let near = |line: LineId| {
            let own = vector(line).dot(vector(denial));
            before.map_or(own, |before| own.max(vector(line).dot(vector(before))))
        };
        let mut claims: Vec<LineId> =
            lines().filter(|&line| line != denial && !denies(&line)).collect();
        claims.sort_by(|&a, &b| near(b).total_cmp(&near(a)).then(a.cmp(&b)));
        found.push(denial);
        found.extend(before);
        found.extend(claims.into_iter().take(EACH));
    }
    found
}

/// The sentence before one, in its article.
fn before(story: &Story, line: LineId) -> Option<LineId> {
    let before = line.checked_sub(1)?;
    let one = story.lines[before].article == story.lines[line].article;
    (one && story.sentence(before).position.is_some()).then_some(before)
}

/// Claims with their denials; `tells` says whether a line can be told.
pub fn differing(
    story: &Story,
    trees: &Trees,
    ranked: &[(LineId, f32)],
    tells: impl Fn(LineId) -> bool,
) -> Vec<Differing> {
    let lines: Vec<LineId> = ranked.iter().take(LINES).map(|(line, _)| *line).collect();
    let denials: Vec<Denial> =
        lines.iter().filter_map(|&line| read(trees.passage(story, line)?, line, story)).collect();
    let mut known: BTreeSet<LineId> = BTreeSet::new();
    let mut found: Vec<Differing> = Vec::new();
    for denial in &denials {
        let denies = |line: LineId| denials.iter().any(|d| d.line == line);
        let open = |line: &LineId| !known.contains(line) && !denies(*line);
        if known.contains(&denial.line) || !tells(denial.line) {
            continue;
        }
        let claims = claims(story, trees, denial, lines.iter().copied().filter(open));
        let Some(claim) = claims.into_iter().find(|&claim| tells(claim)) else { continue };
        let tree = denial.passage.tree;
        let who = label::name(tree, denial.passage.text, denial.who);
        let about = format!("{} {who} {}", About::What.words(), About::Denied.words());
        let last = |about: &str| about.rsplit(' ').nth(1).map(str::to_owned);
        if found.iter().any(|other| last(&other.about) == last(&about))
            || who.split(' ').count() > WORDS
        {
            continue;
        }
        let denied = Taken {
            line: denial.line,
            span: tree.span(denial.at),
            value: Stand::Denied.word().to_owned(),
        };
        let taken = |line: LineId| {
            let tree = trees.get(line)?;
            let root = (0..tree.tokens().len()).find(|&at| tree.head(at).is_none())?;
            let value = Stand::Claimed.word().to_owned();
            Some(Taken { line, span: tree.span(root), value })
        };
        known.extend([denial.line, claim]);
        let claimed = taken(claim).into_iter().collect();
        let sides = [claimed, vec![denied]].map(|lines| Side::of(story, lines)).into();
        found.push(Differing { about, kind: DisagreementKind::Polarity, harm: None, sides });
    }
    found
}

/// The denial of a sentence.
fn read<'a>(passage: Passage<'a>, line: LineId, story: &Story) -> Option<Denial<'a>> {
    let tree = passage.tree;
    story.sentence(line).position?;
    (0..tree.tokens().len()).find_map(|at| {
        let token = tree.token(at);
        let lower = passage.text[tree.span(at)].to_lowercase();
        let (who, core, what) = match token.pos {
            _ if !is_denial(&lower) => return None,
            "VERB" if VERBS.contains(&token.lemma.as_str()) => verb(tree, at)?,
            "ADJ" => adjective(&passage, at)?,
            _ => return None,
        };
        let content = Part::of(&passage, |t| what.contains(&t));
        Some(Denial { line, passage, at, who, core, content })
    })
}

/// Who denies what by a verb.
fn verb(tree: &Tree, at: usize) -> Option<(usize, usize, BTreeSet<usize>)> {
    let standing = stance(tree, at);
    if standing.negated || standing.modality != Modality::Fact || standing.condition.is_some() {
        return None;
    }
    let lemma = |at: usize| tree.token(at).lemma.as_str();
    let passive = tree.child(at, &["nsubjpass"]);
    let (who, what) = match passive {
        Some(what) => {
            let by = tree.child(at, &["agent"])?;
            (tree.child(by, &["pobj"])?, what)
        }
        None => (subject(tree, at)?, tree.child(at, &["ccomp", "xcomp", "dobj"])?),
    };
    let who = spoken_for(tree, who);
    let named = matches!(tree.token(who).pos, "NOUN" | "PROPN");
    if !named || COURTS.contains(&lemma(who)) || tree.child(at, &["dative"]).is_some() {
        return None;
    }
    let is_claim = CLAIMS.contains(&lemma(what));
    let clause = matches!(tree.token(what).dep, "ccomp" | "xcomp");
    let denied = match lemma(at) {
        // "denied the inspectors access".
        "deny" => {
            clause || !(at..tree.tokens().len()).take(GRANT).any(|t| RIGHTS.contains(&lemma(t)))
        }
        _ => is_claim,
    };
    let generic = |t: usize| t == what && (is_claim || lemma(t) == "charge");
    let content = tree.subtree(what).filter(|&t| !generic(t)).collect();
    denied.then(|| (who, core(tree, what), content))
}

/// The word that what is denied hangs on: in "claims that he betrayed them" the deed.
fn core(tree: &Tree, what: usize) -> usize {
    let deed = || tree.child(what, &["acl", "ccomp", "relcl"]);
    if CLAIMS.contains(&tree.token(what).lemma.as_str()) { deed().unwrap_or(what) } else { what }
}

/// Whom a spokesman speaks for, where the sentence says so.
fn spoken_for(tree: &Tree, who: usize) -> usize {
    let speaks = tree.token(who).lemma.starts_with("spokes");
    let prep = tree.children(who).find(|&c| speaks && tree.token(c).lemma == "for");
    prep.and_then(|prep| tree.child(prep, &["pobj"])).unwrap_or(who)
}

/// The subject of a verb, or of the one that it is joined to.
fn subject(tree: &Tree, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..3 {
        if let Some(subject) = tree.child(at, &["nsubj"]) {
            return Some(subject);
        }
        if tree.token(at).dep != "conj" {
            return None;
        }
        at = tree.head(at)?;
    }
    None
}

/// Who says that what is false.
fn adjective(passage: &Passage, at: usize) -> Option<(usize, usize, BTreeSet<usize>)> {
    let tree = passage.tree;
    let verb = tree.head(at).filter(|&verb| tree.token(verb).lemma == "be")?;
    let what = tree.child(verb, &["nsubj"])?;
    let lemma = tree.token(what).lemma.as_str();
    if stance(tree, verb).negated || !(CLAIMS.contains(&lemma) || lemma == "charge") {
        return None;
    }
    let said = attribution(passage);
    let speaks = |&t: &usize| {
        is_speech_verb(&passage.text[tree.span(t)].to_lowercase()) && said.contains(&t)
    };
    let who = tree.ancestors(verb).skip(1).find(speaks).and_then(|t| tree.child(t, &["nsubj"]))?;
    let who = spoken_for(tree, who);
    let named = matches!(tree.token(who).pos, "NOUN" | "PROPN");
    let content = tree.subtree(what).filter(|&t| t != what).collect();
    named.then(|| (who, core(tree, what), content))
}

/// The claims that a denial answers, best first; `lines` are ranked.
fn claims(
    story: &Story,
    trees: &Trees,
    denial: &Denial,
    lines: impl Iterator<Item = LineId>,
) -> Vec<LineId> {
    let asked = Asked::of(story, denial);
    let mut found: Vec<(LineId, f32)> = lines
        .enumerate()
        .filter_map(|(rank, line)| {
            let passage = trees.passage(story, line)?;
            let fit = asked.fit(story, &passage, line)?;
            Some((line, fit + RANK * (1.0 - rank as f32 / LINES as f32)))
        })
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.into_iter().map(|(line, _)| line).collect()
}

/// What a claim must be to be what a denial answers.
struct Asked<'a> {
    line: LineId,
    before: Option<LineId>,
    content: &'a Part,
    /// The word that all of the content hangs on.
    core: Option<usize>,
    /// Whether whoever denies is said to have done it: "denied striking".
    deed: bool,
    /// Names of who denies, and all of the sentence.
    who: Vec<String>,
    told: Vec<String>,
}

impl<'a> Asked<'a> {
    fn of(story: &Story, denial: &'a Denial) -> Self {
        let passage = &denial.passage;
        let tree = passage.tree;
        let names = |at: &usize| {
            tree.token(*at).pos == "PROPN" && !slot::is_calendar(&tree.token(*at).lemma)
        };
        let lower = |at: usize| passage.text[tree.span(at)].to_lowercase();
        Self {
            line: denial.line,
            before: before(story, denial.line),
            content: &denial.content,
            core: denial.content.words.iter().position(|w| w.at == denial.core),
            deed: tree.token(denial.core).tag == "VBG",
            who: tree.subtree(denial.who).filter(names).map(lower).collect(),
            told: (0..tree.tokens().len()).filter(names).map(lower).collect(),
        }
    }

    /// How well a line is the claim; none where it is not.
    fn fit(&self, story: &Story, passage: &Passage, line: LineId) -> Option<f32> {
        let sentence = story.sentence(line);
        sentence.position?;
        let day = |line: LineId| story.anchor(line).map(|m| m.date());
        let days = day(line).zip(day(self.line)).and_then(|(a, b)| days_apart(a, b));
        let part = Part::whole(passage);
        let apart = line == self.line
            || !story.is_of_one_period(line, self.line)
            || days.is_some_and(|days| days > DAYS)
            || part.denies
            || story.text(line).ends_with('?')
            || story.text(line).starts_with("If ")
            || story.opinions[story.lines[line].article]
            || self.is_own(passage);
        if apart {
            return None;
        }
        let names = |names: &[String]| {
            names.iter().any(|name| sentence.words.iter().any(|w| names_fit(&w.lower, name)))
        };
        let is_charge = sentence.words.iter().any(|w| accuses(&w.lower));
        let vector = |line: LineId| &story.lines[line].vector;
        let near = self.before.map_or(0.0, |before| vector(before).dot(vector(line)));
        let near = near.max(vector(self.line).dot(vector(line)));
        let said = fit(self.content, &part);
        let is_told =
            self.content.words.iter().any(|w| w.weight >= 0.6 && !accuses(&w.sense.lemma));
        let by = if is_told { said.covered.0 } else { 0.0 };
        let core = self.core.is_none_or(|core| said.said[core] >= 0.6);
        if self.before == Some(line) && is_charge {
            // "Vosk has accused Tarn. Tarn denied it."
            return Some(2.0);
        }
        let answered = is_told && by >= SAID && core && names(&self.told);
        let of_them =
            if names(&self.who) { near >= NEAR } else { near >= FAR && names(&self.told) };
        let accused = is_charge && of_them && (!is_told || by >= PART && core);
        // "Tarn denied striking the port": whoever says that Tarn fired at it.
        let acts = |w: &Word| {
            w.role == Role::Agent && self.who.iter().any(|who| names_fit(&w.sense.lemma, who))
        };
        let done =
            self.deed && is_told && near >= NEAR && by >= PART && part.words.iter().any(acts);
        (answered || accused || done).then_some(by + near + if is_charge { ACCUSED } else { 0.0 })
    }

    /// Whether a line is what whoever denies says or does.
    fn is_own(&self, passage: &Passage) -> bool {
        let tree = passage.tree;
        let answers = |at: &usize| OWN.contains(&tree.token(*at).lemma.as_str());
        let subjects = (0..tree.tokens().len()).filter(answers).filter_map(|at| subject(tree, at));
        let said = attribution(passage)
            .into_iter()
            .chain(subjects.flat_map(|subject| phrase::phrase(tree, subject)));
        let lower = |at: usize| passage.text[tree.span(at)].to_lowercase();
        said.into_iter().any(|at| self.who.iter().any(|name| names_fit(&lower(at), name)))
    }
}

/// Whether a word tells of an accusation, or of what one is accused of.
fn accuses(lower: &str) -> bool {
    #[rustfmt::skip]
    const STEMS: &[&str] = &[
        "accus", "alleg", "suspect", "charg", "indict", "blam", "illegal", "violat", "contraven",
        "unlawful", "breach", "wrongdo", "misconduct", "fraud", "corrupt",
    ];
    // "allegedly" is the outlet's own care.
    lower != "allegedly" && STEMS.iter().any(|stem| lower.starts_with(stem))
}
