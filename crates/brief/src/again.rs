//! What a reader has heard in other words: which lines tell an event again.
//!
//! Weights by rarity ([`crate::likeness`]) do not show it: the words of a
//! story's own event are common in it, so that a second telling of the event
//! seems to consist of its few other words. Claims weigh all words alike.

use std::{cell::RefCell, collections::HashMap};

use throughline_claims::Retelling;

use crate::{
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// Cosine of words from which two lines are compared at all.
const LOOKED_AT: f32 = 0.1;

/// The lines that may be told, asked who tells again what.
pub struct Again<'a> {
    story: &'a Story,
    read: HashMap<LineId, Retelling<'a>>,
    acts: HashMap<LineId, Vec<Act>>,
    /// How well one line says the words of another: of each pair asked about, once.
    said: RefCell<HashMap<(LineId, LineId), Vec<f32>>>,
}

/// A verb and what it is done to, as lemmas: "drag", "boy".
type Act = (String, String);

/// The share of its words that is new at most in a line that adds nothing: where it tells an event
/// that is told, and where it does not.
const LITTLE: f32 = 0.45;
const LEAST: f32 = 0.36;

/// The share of a line that is a quotation from which somebody speaks in it.
const SPEECH: f32 = 0.4;

/// Acts that two sentences of one article share from which they tell one event.
const ONE_EVENT: usize = 2;

impl<'a> Again<'a> {
    /// These lines of a story, as far as they are parsed.
    pub fn of(story: &'a Story, trees: &'a Trees, lines: impl Iterator<Item = LineId>) -> Self {
        let (mut read, mut done) = (HashMap::new(), HashMap::new());
        for line in lines {
            let Some(passage) = trees.passage(story, line) else { continue };
            done.insert(line, acts(passage.tree));
            read.insert(line, Retelling::of(passage));
        }
        Self { story, read, acts: done, said: RefCell::default() }
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

fn acts(tree: &Tree) -> Vec<Act> {
    let lemma = |at: usize| tree.token(at).lemma.to_lowercase();
    let act = |at: usize| Some((lemma(at), lemma(tree.child(at, &["dobj"])?)));
    (0..tree.tokens().len()).filter(|&at| tree.token(at).pos == "VERB").filter_map(act).collect()
}
