//! [`Asked`]: which line is the claim that a denial answers.

use throughline_annotate::{Modality, is_honorific, stance};
use throughline_claims::{Part, Passage, Role, Word, attribution, fit, is_light, names_fit};

use super::{before, read::Denial};
use crate::{
    calendar::days_apart,
    disagree::{phrase, slot},
    story::{LineId, Story},
    tree::Tree,
};

/// The share of what is denied that its claim says; and that an accusation of whoever denies says.
const SAID: f32 = 0.67;
const PART: f32 = 0.4;

/// The same where the accusation stands right before the denial.
const BESIDE: f32 = 0.25;

/// How near the deed must be that one is said to have done.
const LIKE: f32 = 0.3;

/// One attack by many names: "striking the port", "fired missiles at it".
#[rustfmt::skip]
const ATTACKS: &[&str] = &[
    "strike", "hit", "attack", "bomb", "shell", "fire", "shoot", "target", "raid", "missile", "rocket",
];

/// Cosine to a denial, or to what was told before it, from which a line is of its matter; and of
/// whom only a noun names, "the company".
const NEAR: f32 = 0.1;
const NEARER: f32 = 0.25;

/// What it counts that a claim accuses.
const ACCUSED: f32 = 0.3;

/// The most days between a claim and its denial.
const DAYS: i32 = 10;

/// Verbs of what somebody does who answers an accusation, or makes one.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "call", "describe", "insist", "apologize", "promise", "vow", "pledge", "respond", "react",
    "refuse", "urge", "defend", "discount", "admit", "acknowledge", "question", "laugh", "accuse",
    "blame", "allege", "say", "tell", "deny",
];

/// Seats of governments that stand for their countries.
#[rustfmt::skip]
const SEATS: &[(&str, &str)] = &[
    ("beijing", "china"), ("moscow", "russia"), ("kremlin", "russia"), ("washington", "america"),
    ("pyongyang", "north korea"), ("seoul", "south korea"), ("tokyo", "japan"), ("london", "britain"),
    ("paris", "france"), ("berlin", "germany"), ("tehran", "iran"), ("ankara", "turkey"),
    ("delhi", "india"), ("islamabad", "pakistan"), ("jerusalem", "israel"), ("kyiv", "ukraine"),
    ("kiev", "ukraine"), ("riyadh", "saudi arabia"), ("damascus", "syria"), ("cairo", "egypt"),
    ("caracas", "venezuela"), ("havana", "cuba"), ("brussels", "eu"),
];

/// What a claim must be to be what a denial answers.
pub struct Asked<'a> {
    line: LineId,
    before: Option<LineId>,
    content: &'a Part,
    /// The word of the content that all of it hangs on.
    core: Option<usize>,
    /// Whether whoever denies is said to have done it: "denied striking".
    deed: bool,
    /// Names of who denies, each as its words, and of all others in the sentence.
    who: Vec<Vec<String>>,
    told: Vec<Vec<String>>,
    /// Who denies, as a noun without a name: "company".
    noun: String,
}

impl<'a> Asked<'a> {
    /// What the claim that a denial answers must be.
    pub fn of(story: &Story, denial: &'a Denial) -> Self {
        let passage = &denial.passage;
        let tree = passage.tree;
        // "the spokesman of the mayor of Tarn, who is also", but for what is said of him.
        let of = |noun: usize| {
            let prep =
                tree.children(noun).find(|&c| matches!(tree.token(c).lemma.as_str(), "of" | "for"));
            prep.and_then(|prep| tree.child(prep, &["pobj"]))
        };
        let own = phrase::phrase(tree, denial.who);
        let owner = of(denial.who).map_or(0..0, |noun| phrase::phrase(tree, noun));
        let mut who = names(passage, own.chain(owner));
        let seats: Vec<Vec<String>> = who
            .iter()
            .filter_map(|name| SEATS.iter().find(|(seat, _)| [*seat] == name[..]))
            .map(|(_, land)| land.split(' ').map(str::to_owned).collect())
            .collect();
        who.extend(seats);
        Self {
            line: denial.line,
            before: before(story, denial.line),
            content: &denial.content,
            core: denial
                .content
                .words
                .iter()
                .position(|w| w.at == denial.core && !is_light(&w.sense.lemma)),
            deed: tree.token(denial.core).tag == "VBG",
            who,
            told: names(passage, 0..tree.tokens().len()),
            noun: tree.token(denial.who).lemma.to_lowercase(),
        }
    }

    /// How well a line is the claim; none where it is not.
    pub fn fit(&self, story: &Story, passage: &Passage, line: LineId) -> Option<f32> {
        let sentence = story.sentence(line);
        sentence.position?;
        let day = |line: LineId| story.anchor(line).map(|m| m.date());
        let days = day(line).zip(day(self.line)).and_then(|(a, b)| days_apart(a, b));
        let text = story.text(line);
        let apart = line == self.line
            || !story.is_of_one_period(line, self.line)
            || days.is_some_and(|days| days > DAYS)
            || text.ends_with('?')
            || text.starts_with("If ")
            || story.opinions[story.lines[line].article];
        if apart {
            return None;
        }
        let words: Vec<&str> = sentence.words.iter().map(|w| w.lower.as_str()).collect();
        let named = |names: &[Vec<String>]| names.iter().any(|name| has(&words, name));
        let vector = |line: LineId| &story.lines[line].vector;
        let near = self.before.map_or(0.0, |before| vector(before).dot(vector(line)));
        let near = near.max(vector(self.line).dot(vector(line)));
        // "the company", of which an accusation nearby speaks.
        let of_them = named(&self.who)
            || self.who.is_empty() && near >= NEARER && words.contains(&self.noun.as_str());
        // Most lines end here, before anything is read off their trees.
        if !of_them && !named(&self.told) {
            return None;
        }
        let part = Part::whole(passage);
        let said = fit(self.content, &part);
        if part.denies || said.swapped || self.is_own(passage) {
            return None;
        }
        // "The allegations rest on errors" accuses nobody.
        let charges = words.iter().any(|word| {
            accuses(word) && !word.starts_with("allegation") && !word.starts_with("accusation")
        });
        let is_told =
            self.content.words.iter().any(|w| w.weight >= 0.6 && !accuses(&w.sense.lemma));
        let by = if is_told { self.share(&said.said, charges) } else { 0.0 };
        let core = |least: f32| self.core.is_none_or(|core| said.said[core] >= least);
        let answered = is_told && by >= SAID && core(0.6);
        let accused = charges && of_them && near >= NEAR && (!is_told || by >= PART && core(0.6));
        let beside = self.before == Some(line) && charges && of_them && (!is_told || by >= BESIDE);
        // "Tarn denied striking the port": whoever says that Tarn fired at it.
        let acts = |w: &Word| {
            let fact = w.verb.is_none_or(|v| stance(passage.tree, v).modality == Modality::Fact);
            let theirs = self.who.iter().flatten().any(|who| names_fit(&w.sense.lemma, who));
            w.role == Role::Agent && fact && theirs
        };
        let attacks = |w: &Word| ATTACKS.contains(&w.sense.lemma.as_str());
        let struck = || {
            let core = self.core.map(|core| &self.content.words[core]);
            core.is_some_and(attacks) && part.words.iter().any(attacks)
        };
        let done = self.deed
            && of_them
            && near >= NEAR
            && by >= PART
            && (core(LIKE) || struck())
            && part.words.iter().any(acts);
        (answered || accused || beside || done)
            .then_some(by + near + if charges { ACCUSED } else { 0.0 })
    }

    /// The share of what is denied that is said, where a line that accuses says of a thing that it
    /// is wrong.
    fn share(&self, said: &[f32], charges: bool) -> f32 {
        let words = self.content.words.iter().zip(said);
        let (mut sum, mut all) = (0.0, 0.0);
        for (word, by) in words {
            let wrong = charges && accuses(&word.sense.lemma);
            sum += word.weight * if wrong { 1.0 } else { *by };
            all += word.weight;
        }
        sum / f32::max(all, f32::MIN_POSITIVE)
    }

    /// Whether a line is what whoever denies says or does.
    fn is_own(&self, passage: &Passage) -> bool {
        let tree = passage.tree;
        let lower = |at: usize| passage.text[tree.span(at)].to_lowercase();
        let answers = |at: &usize| OWN.contains(&tree.token(*at).lemma.as_str());
        let subjects = (0..tree.tokens().len())
            .filter(answers)
            .filter_map(|at| tree.child(at, &["nsubj"]))
            .flat_map(|subject| phrase::phrase(tree, subject));
        let mut said: Vec<usize> = attribution(passage).into_iter().chain(subjects).collect();
        said.sort_unstable();
        said.dedup();
        let words: Vec<String> = said.into_iter().map(lower).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.who.iter().any(|name| has(&words, name))
            || self.who.is_empty() && words.contains(&self.noun.as_str())
    }
}

/// Whether words have all words of a name in their order: "North Korean" has "North Korea".
fn has(words: &[&str], name: &[String]) -> bool {
    !name.is_empty()
        && words
            .windows(name.len())
            .any(|run| run.iter().zip(name).all(|(word, own)| names_fit(word, own)))
}

/// The names among these tokens, each as its words; of a person the surname tells.
fn names(passage: &Passage, tokens: impl Iterator<Item = usize>) -> Vec<Vec<String>> {
    let tree: &Tree = passage.tree;
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for at in tokens {
        let token = tree.token(at);
        let word = passage.text[tree.span(at)].to_lowercase();
        if token.pos != "PROPN" || slot::is_calendar(&token.lemma) || is_honorific(&word) {
            continue;
        }
        match found.last_mut().filter(|_| last.is_some_and(|last| last + 1 == at)) {
            Some(name) => name.push(word),
            None => found.push(vec![word]),
        }
        last = Some(at);
        let ends = |p: &std::ops::Range<usize>| p.end == at + 1;
        if tree.people().any(|p| ends(&p))
            && let Some(name) = found.last_mut()
        {
            name.drain(..name.len() - 1);
        }
    }
    found
}

/// Whether a word tells of an accusation, or of what one is accused of.
pub fn accuses(lower: &str) -> bool {
    #[rustfmt::skip]
    const STEMS: &[&str] = &[
        "accus", "alleg", "suspect", "charged", "indict", "blam", "illegal", "violat", "contraven",
        "unlawful", "breach", "wrongdo", "misconduct", "fraud", "corrupt", "brib", "collu",
    ];
    // "allegedly" is the outlet's own care.
    lower != "allegedly"
        && !lower.starts_with("allegian")
        && STEMS.iter().any(|stem| lower.starts_with(stem))
}
