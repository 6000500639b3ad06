//! [`Editor`]: what a copy editor would say of a line, whether it stands alone and is worth telling.
//!
//! A ridge regression over what is cheap to see in a line, learned from 2,902 lines of 180 stories that
//! language models labelled one by one: 0 to 2 for worth, less 2 for a line that leans on one that is
//! not there and 0.4 for one that leaves something small open. `tools/editor` has the labels and makes
//! the weights.

use std::{collections::HashMap, ops::Range};

use throughline_annotate::{Reading, is_speech_verb, stem};
use throughline_gather::Owners;

use crate::{
    anaphor::Matter,
    orphan::has_the,
    salience::ranked,
    story::{LineId, Story},
    support::Support,
    tree::{Tree, Trees},
    wide::Wide,
};

/// Cosine from which a line goes on with the sentence before it.
const GOES_ON: f32 = 0.1;

/// Words below which a line tells less with each that it lacks. Longer ones are worth more still to who
/// labels them one by one, but a briefing of long sentences tires.
const SHORT: usize = 12;

/// What is seen in a line, and what each counts, in units of salience.
pub const FEATURES: [(&str, f32); 9] = [
    ("short", -0.285),
    ("definite", 0.186),
    ("unknown", -0.247),
    ("opens_oddly", -0.573),
    ("of_nobody", -0.534),
    ("pronoun", -0.433),
    ("goes_on", -0.299),
    ("says", 0.236),
    ("figure", 0.266),
];

/// What all this comes to in the lines that were labelled, on average.
const MEAN: f32 = -0.1;

/// What a judgement below the mean weighs beside salience.
const DOUBT: f32 = 1.25;

/// The judgement of each parsed line; what an article opens with is told whatever its form.
pub struct Editor(HashMap<LineId, f32>);

impl Editor {
    /// Reads the lines that have trees.
    pub fn of(story: &Story, trees: &Trees, matter: &Matter) -> Self {
        let wide = Wide::of(story);
        let judged = |line: LineId| {
            let tree = trees.get(line)?;
            let inside = story.sentence(line).position.is_some_and(|at| at > 0);
            inside.then(|| (line, judgement(story, matter, &wide, line, tree)))
        };
        Self((0..story.lines.len()).filter_map(judged).collect())
    }

    /// The lines with what they are worth to an editor, best first.
    pub fn weighed(&self, mut lines: Vec<(LineId, f32)>) -> Vec<(LineId, f32)> {
        lines.iter_mut().for_each(|(line, weight)| *weight -= self.doubt(*line));
        lines.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        lines
    }

    /// What a line is worth less for its form.
    pub fn doubt(&self, line: LineId) -> f32 {
        DOUBT * (-self.judgement(line)).max(0.0)
    }

    fn judgement(&self, line: LineId) -> f32 {
        self.0.get(&line).copied().unwrap_or(0.0)
    }
}

/// A line that may be told, as the editor sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The place of its article in the order of the readings.
    pub article: usize,
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What salience says of it.
    pub salience: f32,
    /// The [`FEATURES`].
    pub features: [f32; FEATURES.len()],
}

/// The lines of a story that may be told, best first, their trees as they are parsed. `readings` must be
/// in order ([`throughline_gather::in_order`]).
pub fn candidates(readings: Vec<Reading>, owners: &Owners) -> Vec<Candidate> {
    let story = Story::new(readings, owners);
    let ranked = ranked(&story, &Support::of(&story));
    let (trees, matter, wide) = (Trees::of_all(&story), Matter::of(&story), Wide::of(&story));
    let seen = |&(line, salience): &(LineId, f32)| {
        let features = features(&story, &matter, &wide, line, trees.get(line)?);
        let article = story.lines[line].article;
        Some(Candidate { article, span: story.span(line), salience, features })
    };
    ranked.iter().filter_map(seen).collect()
}

fn judgement(story: &Story, matter: &Matter, wide: &Wide, line: LineId, tree: &Tree) -> f32 {
    let seen = features(story, matter, wide, line, tree);
    seen.iter().zip(FEATURES).map(|(value, (_, weight))| value * weight).sum::<f32>() - MEAN
}

fn features(
    story: &Story,
    matter: &Matter,
    wide: &Wide,
    line: LineId,
    tree: &Tree,
) -> [f32; FEATURES.len()] {
    let sentence = story.sentence(line);
    let definite: Vec<usize> = (0..tree.tokens().len())
        .filter(|&at| tree.token(at).pos == "NOUN" && has_the(story, line, tree, at))
        .collect();
    let is_unknown = |&&noun: &&usize| !matter.holds(&stem(&tree.token(noun).lemma.to_lowercase()));
    let unknown = definite.iter().filter(is_unknown).count();
    let root = tree.root();
    let subject = root.and_then(|root| tree.child(root, &["nsubj", "nsubjpass", "expl"]));
    let pronoun = subject.is_some_and(|at| tree.token(at).pos == "PRON");
    let says = root.is_some_and(|root| is_speech_verb(&tree.token(root).lemma));
    let holds = |is: bool| f32::from(u8::from(is));
    [
        SHORT.saturating_sub(sentence.words.len()) as f32,
        definite.len() as f32,
        unknown as f32,
        holds(opens_oddly(tree)),
        holds(!wide.is_named_in(sentence)),
        holds(pronoun),
        holds(goes_on(story, line)),
        holds(says),
        holds(sentence.quantities.iter().any(|q| q.is_figure() && q.value > 1.0)),
    ]
}

/// Whether a line begins with none of the words that sentences of news begin with: with a quotation mark,
/// a conjunction, an auxiliary, a sign.
fn opens_oddly(tree: &Tree) -> bool {
    !matches!(
        tree.token(0).pos,
        "DET" | "PROPN" | "NOUN" | "PRON" | "ADP" | "SCONJ" | "ADV" | "NUM" | "ADJ" | "VERB"
    )
}

/// Whether a line speaks of what the sentence before it in its article does.
fn goes_on(story: &Story, line: LineId) -> bool {
    line.checked_sub(1).is_some_and(|before| {
        story.lines[before].article == story.lines[line].article
            && story.sentence(before).position.is_some()
            && story.lines[before].vector.dot(&story.lines[line].vector) > GOES_ON
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_leans_or_tells_little_is_worth_less_but_for_what_opens_an_article() {
        let lead = "A ferry of Tarn sank off Vessmouth on Monday, the coastguard said.";
        let told = "Mila Dorn of the coastguard of Tarn said the ferry had 40 people on board.";
        // Each lacks what an editor wants of a sentence, or has what he does not.
        let doubted = [
            "It was cold.",
            "“And the boats came,” she said of the morning and the men and the wind.",
            "The references in the documents of the auditors of the bank were the reason for the fines.",
        ];
        let lines: Vec<&str> = [lead, told].into_iter().chain(doubted).collect();
        let other: &[&str] = &["The ferry of Tarn that sank off Vessmouth was old."];
        let (story, trees) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30:00Z", "Ferry of Tarn sinks", &lines),
            ("Ardenne Post", "2026-03-12T10:00:00Z", "Tarn ferry sinks", other),
        ]);
        let editor = Editor::of(&story, &trees, &Matter::of(&story));
        let line = |text: &str| fixture::line(&story, text);
        assert_eq!(editor.doubt(line(lead)), 0.0);
        for text in doubted {
            let (doubt, least) = (editor.doubt(line(text)), editor.doubt(line(told)));
            assert!(doubt > least + 0.3, "{text}: {doubt} beside {least}");
        }
        let weighed = editor.weighed(vec![(line(doubted[0]), 1.0), (line(told), 1.0)]);
        assert_eq!(weighed[0].0, line(told));
    }
}
