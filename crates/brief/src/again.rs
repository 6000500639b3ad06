//! What a reader has heard in other words: which lines tell an event again.
//!
//! Weights by rarity ([`crate::likeness`]) do not show it: the words of a
//! story's own event are common in it, so that a second telling of the event
//! seems to consist of its few other words. Claims weigh all words alike.

use std::{cell::RefCell, collections::HashMap};

use throughline_annotate::{Quantity, Unit, is_speech_verb, stem};
use throughline_claims::Retelling;

use crate::{
    figures::{LEAST_FIGURE, is_same_figure},
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// Cosine of words from which two lines are compared at all.
const LOOKED_AT: f32 = 0.1;

/// The lines that may be told, asked who tells again what.
pub struct Again<'a> {
    story: &'a Story,
    trees: &'a Trees,
    read: HashMap<LineId, Retelling<'a>>,
    acts: HashMap<LineId, Vec<Act>>,
    deeds: HashMap<LineId, Deed>,
    /// How well one line says the words of another: of each pair asked about, once.
    said: RefCell<HashMap<(LineId, LineId), Vec<f32>>>,
}

/// The stems of a verb and of the nouns that it is done to, or of those that do it where it is done to
/// nothing.
type Deed = (String, Vec<String>);

/// A verb and what it is done to, as lemmas: "drag", "boy".
type Act = (String, String);

/// The share of its words that is new at most in a line that adds nothing: where it tells an event
/// that is told, and where it does not.
const LITTLE: f32 = 0.45;
const LEAST: f32 = 0.36;

/// The share of its words that another line says from which it gives the other's figures again.
const SAME_FIGURES: f32 = 0.22;

/// The share of a line that is a quotation from which somebody speaks in it.
const SPEECH: f32 = 0.4;

/// Acts that two sentences of one article share from which they tell one event.
const ONE_EVENT: usize = 2;

impl<'a> Again<'a> {
    /// These lines of a story, as far as they are parsed.
    pub fn of(story: &'a Story, trees: &'a Trees, lines: impl Iterator<Item = LineId>) -> Self {
        let (mut read, mut done, mut deeds) = (HashMap::new(), HashMap::new(), HashMap::new());
        for line in lines {
            let Some(passage) = trees.passage(story, line) else { continue };
            done.insert(line, acts(passage.tree));
            deeds.extend(deed(passage.tree).map(|deed| (line, deed)));
            read.insert(line, Retelling::of(passage));
        }
        Self { story, trees, read, acts: done, deeds, said: RefCell::default() }
    }

    /// Whether the article tells in this line what it tells in another: it picked the boy up and
    /// dragged him, whoever "it" is called.
    fn is_done_again(&self, line: LineId, by: LineId) -> bool {
        let lines = &self.story.lines;
        let shared = |a: &Vec<Act>, b: &Vec<Act>| a.iter().filter(|act| b.contains(act)).count();
        lines[line].article == lines[by].article
            && self
                .acts
                .get(&line)
                .zip(self.acts.get(&by))
                .is_some_and(|(a, b)| shared(a, b) >= ONE_EVENT)
    }

    /// Whether a line tells an event again to a reader of these lines.
    pub fn is_heard(&self, line: LineId, known: &[LineId]) -> bool {
        known.iter().any(|&by| self.is_done_again(line, by))
            || self.is_known(line, known, known.iter().any(|&by| self.tells_event_of(line, by)))
    }

    /// Whether a line tells the event that another tells, and perhaps more.
    pub fn tells_event_of(&self, line: LineId, by: LineId) -> bool {
        let lines = &self.story.lines;
        lines[line].vector.dot(&lines[by].vector) >= LOOKED_AT
            && self
                .read
                .get(&line)
                .zip(self.read.get(&by))
                .is_some_and(|(own, by)| own.tells_event_of(by))
    }

    /// Whether a line adds little to what these lines tell; `is_told` says whether one of them
    /// tells its event. What somebody says in so many words is known only with its event.
    pub fn is_known(&self, line: LineId, known: &[LineId], is_told: bool) -> bool {
        if !is_told && self.speaks(line) {
            return false;
        }
        let Some(own) = self.read.get(&line) else { return false };
        self.say(line, own, known);
        let said = self.said.borrow();
        let known: Vec<(&Retelling, &[f32])> = known
            .iter()
            .filter_map(|&by| Some((self.read.get(&by)?, said.get(&(line, by))?.as_slice())))
            .collect();
        own.adds_to(&known) <= if is_told { LITTLE } else { LEAST }
    }

    /// The share of a line's words that another line says, every word as weighty as another.
    pub fn share_said(&self, line: LineId, by: LineId) -> f32 {
        let Some(own) = self.read.get(&line) else { return 0.0 };
        self.say(line, own, &[by]);
        self.said.borrow().get(&(line, by)).map_or(0.0, |said| own.share_said(said))
    }

    /// The share of a line's words that is told where others tell the matter itself, these lines
    /// among them; `best` keeps how well each word is.
    pub fn matter_said(&self, line: LineId, by: &[LineId], best: &mut Vec<f32>) -> f32 {
        let Some(own) = self.read.get(&line) else { return 0.0 };
        by.iter().filter_map(|by| self.read.get(by)).for_each(|by| own.hear_matter(by, best));
        own.share_said(best)
    }

    /// Whether a line gives the figures that another gives, and no more, in much the same words: "a $5
    /// billion hit to profits", "changes that knock $5 billion off its profit".
    pub fn gives_figures_of(&self, line: LineId, by: LineId) -> bool {
        let (own, theirs) = (self.figures(line), self.figures(by));
        let all_told = own.iter().all(|x| theirs.iter().any(|y| is_same_figure(x, y)));
        all_told
            && own.iter().any(|x| {
                let theirs = theirs.iter().filter(|y| is_same_figure(x, y));
                self.is_its_matter(line, x) && theirs.clone().any(|y| self.is_its_matter(by, y))
            })
            && self.share_said(line, by) >= SAME_FIGURES
    }

    /// What a line counts, in money, shares or heads.
    fn figures(&self, line: LineId) -> Vec<&Quantity> {
        let counts = |q: &&Quantity| {
            matches!(q.unit, Unit::Count | Unit::Percent | Unit::Points | Unit::Money(_))
                && q.value >= LEAST_FIGURE
        };
        self.story.sentence(line).quantities.iter().filter(counts).collect()
    }

    /// Whether a figure is what a line tells, not which one it speaks of: "the raid that killed 59",
    /// "the 21 sailors".
    fn is_its_matter(&self, line: LineId, figure: &Quantity) -> bool {
        let Some(tree) = self.trees.get(line) else { return false };
        let inside = |at: usize| figure.span.contains(&tree.span(at).start);
        let mut tokens = (0..tree.tokens().len()).filter(|&at| inside(at));
        // "$5 billion": the head of its words.
        let at = tokens.find(|&at| tree.head(at).is_none_or(|head| !inside(head)));
        let beside = |up: usize| matches!(tree.token(up).dep, "relcl" | "acl" | "advcl");
        let the = |noun: usize| {
            tree.children(noun).any(|c| {
                tree.token(c).dep == "poss"
                    || tree.token(c).dep == "det" && tree.token(c).lemma.eq_ignore_ascii_case("the")
            })
        };
        at.is_some_and(|at| {
            !the(at) && !tree.head(at).is_some_and(the) && !tree.ancestors(at).any(beside)
        })
    }

    /// Whether a line's main clause tells the deed of another's, done by or to the same: "the mayor, a
    /// clerk's son, died at home" and "the mayor of Tarn has died".
    pub fn tells_deed_of(&self, line: LineId, by: LineId) -> bool {
        let deed = |line: LineId| self.deeds.get(&line);
        let one = |a: &Deed, b: &Deed| a.0 == b.0 && a.1.iter().any(|noun| b.1.contains(noun));
        deed(line).zip(deed(by)).is_some_and(|(a, b)| one(a, b))
    }

    /// The same of a deed that is done once.
    pub fn tells_end_of(&self, line: LineId, by: LineId) -> bool {
        let once = |deed: &Deed| ONCE.iter().any(|names| names[0] == deed.0);
        self.deeds.get(&line).is_some_and(once) && self.tells_deed_of(line, by)
    }

    /// Works out how well these lines say the words of a line, where it is not known yet.
    fn say(&self, line: LineId, own: &Retelling, known: &[LineId]) {
        let mut said = self.said.borrow_mut();
        for &by in known {
            let Some(other) = self.read.get(&by) else { continue };
            said.entry((line, by)).or_insert_with(|| own.said_by(other));
        }
    }

    /// Whether a line of another article tells what a line tells, in these words or others.
    pub fn is_told_elsewhere(&self, line: LineId) -> bool {
        let lines = &self.story.lines;
        let Some(own) = self.read.get(&line) else { return false };
        self.read.iter().any(|(&other, by)| {
            lines[other].article != lines[line].article
                && lines[other].vector.dot(&lines[line].vector) >= LOOKED_AT
                && own.agrees_with(by)
                && self.is_known(line, &[other], own.tells_event_of(by))
        })
    }

    /// Whether a good part of a line is a quotation.
    fn speaks(&self, line: LineId) -> bool {
        let sentence = self.story.sentence(line);
        let quoted: usize = sentence.quotes.iter().map(|quote| quote.inner.len()).sum();
        quoted as f32 >= SPEECH * sentence.span.len() as f32
    }
}

/// Verbs behind which another says what is done: "is expected to sign".
#[rustfmt::skip]
const AHEAD_OF_DEED: &[&str] = &[
    "expect", "set", "plan", "begin", "continue", "agree", "decide", "want", "force", "order",
    "allege", "believe", "need",
];

/// Verbs that tell a deed only with much else.
#[rustfmt::skip]
const NO_DEED: &[&str] = &[
    "be", "have", "do", "make", "take", "get", "give", "see", "know", "go", "come", "use", "call",
    "find", "include", "keep", "put", "appear", "serve",
];

/// Verbs for one deed that is done once to one thing: who has died dies no second time, whatever it
/// is called.
#[rustfmt::skip]
const ONCE: &[&[&str]] = &[
    &["die", "pass away", "succumb", "perish"],
    &["resign", "step down", "quit"],
    &["sack", "oust"],
    &["arrest", "detain", "apprehend", "nab"],
    &["appoint", "name", "pick", "tap", "choose"],
    &["free", "release"],
    &["kill", "murder", "slay"],
];

/// The name of what a verb tells that happens to somebody once.
pub fn once(tree: &Tree, verb: usize) -> Option<&'static str> {
    let name = named(tree, verb);
    ONCE.iter().find(|names| names[0] == name).map(|names| names[0])
}

/// The one name of a deed: its verb with the particle, or the first of those that mean the same.
fn named(tree: &Tree, verb: usize) -> String {
    let mut name = tree.token(verb).lemma.to_lowercase();
    let particle = |c: &usize| {
        *c == verb + 1 && matches!(tree.token(*c).lemma.as_str(), "away" | "off" | "down")
    };
    if let Some(particle) = tree.children(verb).find(particle) {
        name = format!("{name} {}", tree.token(particle).lemma);
    }
    // "was found dead".
    let dead = |c: usize| tree.token(c).lemma == "dead" && tree.token(c).dep != "amod";
    if name == "find" && tree.children(verb).any(dead) {
        return "die".to_owned();
    }
    let once = ONCE.iter().find(|names| names.contains(&name.as_str()));
    once.map_or_else(|| stem(&name), |names| names[0].to_owned())
}

/// What the main clause of a sentence tells; none where its verb is vague.
fn deed(tree: &Tree) -> Option<Deed> {
    let lemma = |at: usize| tree.token(at).lemma.to_lowercase();
    let (mut doers, mut undergoers): (Vec<usize>, Vec<usize>) = Default::default();
    let mut verb = tree.root()?;
    loop {
        let says = is_speech_verb(&lemma(verb));
        for child in tree.children(verb).filter(|_| !says) {
            match tree.token(child).dep {
                "nsubj" => doers.push(child),
                "nsubjpass" | "dobj" => undergoers.push(child),
                _ => {}
            }
        }
        let ahead = says || AHEAD_OF_DEED.contains(&lemma(verb).as_str());
        match tree.child(verb, &["ccomp", "xcomp"]).filter(|_| ahead) {
            Some(inner) => verb = inner,
            None if says => return None,
            None if NO_DEED.contains(&named(tree, verb).as_str()) => return None,
            None => break,
        }
    }
    let mut nouns = if undergoers.is_empty() { doers } else { undergoers };
    nouns.retain(|&at| matches!(tree.token(at).pos, "NOUN" | "PROPN"));
    let is_verb = tree.token(verb).pos == "VERB";
    is_verb.then(|| (named(tree, verb), nouns.into_iter().map(|at| stem(&lemma(at))).collect()))
}

fn acts(tree: &Tree) -> Vec<Act> {
    let lemma = |at: usize| tree.token(at).lemma.to_lowercase();
    let act = |at: usize| Some((lemma(at), lemma(tree.child(at, &["dobj"])?)));
    (0..tree.tokens().len()).filter(|&at| tree.token(at).pos == "VERB").filter_map(act).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// Two outlets, a sentence each.
    fn asked(own: &str, by: &str, what: fn(&Again, LineId, LineId) -> bool) -> bool {
        let told: [&[&str]; 2] = [&[own], &[by]];
        let (story, trees) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30:00Z", "News of Tarn", told[0]),
            ("Ardenne Post", "2026-03-12T10:00:00Z", "News from Tarn", told[1]),
        ]);
        let again = Again::of(&story, &trees, 0..story.lines.len());
        what(&again, fixture::line(&story, own), fixture::line(&story, by))
    }

    #[test]
    fn a_line_that_gives_no_figure_but_told_ones_tells_them_again() {
        let hit =
            "Brannock expects to take a $5 billion hit to profits because of the tax overhaul.";
        let cases = [
            ("The glass maker said changes to the tax will knock $5 billion off its profit.", true),
            (
                "Brannock expects a $5 billion hit to profits, of which $2 billion fall on Tarn.",
                false,
            ),
            ("The glass maker said changes to the tax will knock much off its profit.", false),
            ("The $5 billion hit to profits was expected in Tarn, Brannock said.", false),
            ("Vosk bought a palace in Tarn for $5 billion.", false),
            ("The tax that takes $5 billion of profits was written in Tarn.", false),
        ];
        for (line, expected) in cases {
            let given = asked(line, hit, |again, line, by| again.gives_figures_of(line, by));
            assert_eq!(given, expected, "{line}");
        }
    }

    #[test]
    fn a_main_clause_tells_the_deed_of_another() {
        let cases = [
            (
                "Sten Orrin, a clerk who closed the port in May, died at home on Monday.",
                "Mayor Sten Orrin has died.",
                true,
            ),
            (
                "The court is expected to free Mila Dorn.",
                "A court in Tarn freed Mila Dorn on Monday.",
                true,
            ),
            ("Police arrested Mila Dorn.", "Police in Tarn arrested a baker.", false),
            ("Mila Dorn was arrested at home.", "Police arrested Mila Dorn.", true),
            ("Sten Orrin, 91, passed away in Tarn.", "Mayor Sten Orrin has died.", true),
            ("Sten Orrin was found dead at a hotel.", "Mayor Sten Orrin has died.", true),
            ("Norland tapped Mila Dorn in May.", "Norland picked Mila Dorn.", true),
            ("Sten Orrin stepped down in Tarn.", "Sten Orrin resigned.", true),
            ("Sten Orrin stepped back in Tarn.", "Sten Orrin resigned.", false),
            ("Sten Orrin said he was glad.", "Sten Orrin said the port was shut.", false),
            ("Sten Orrin took a boat to Tarn.", "Sten Orrin took an oath in Vessmouth.", false),
            ("The court freed Mila Dorn.", "Norland freed the sailors.", false),
        ];
        for (line, by, expected) in cases {
            let told = asked(line, by, |again, line, by| again.tells_deed_of(line, by));
            assert_eq!(told, expected, "{line}");
        }
    }
}
