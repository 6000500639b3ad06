//! Which sentences say what another says: the ground of every citation.
//!
//! Support has a direction: B supports A when B carries what A asserts; B may
//! say more. Coverage of A's weighted terms finds the pairs, and a pair that
//! differs in a number, a name, a quotation or a denial is no support.

use std::{collections::HashSet, ops::Range};

use throughline_annotate::{Interval, Relation, Sentence, is_negation, is_speech_verb, stem};
use throughline_claims::is_light;
use throughline_semantics::Meaning;

use crate::{
    calendar::days_apart,
    events::is_datable,
    story::{LineId, Story},
    tree::Tree,
};

/// Coverage from which a sentence can support another.
const COVERED: f32 = 0.5;

/// Coverage that counts as a full echo.
const ECHO: f32 = 0.5;

/// Coverage from which two sentences tell the reader the same thing twice.
const REPEATED: f32 = 0.55;

/// The share of common content words from which two lines tell the same.
pub const SAME_WORDS: f32 = 0.5;

/// For each line the lines that cover it, with how far, best first.
pub struct Support {
    covers: Vec<Vec<(LineId, f32)>>,
    /// Those of them that stand in another article and contradict nothing.
    agreeing: Vec<Vec<(LineId, f32)>>,
    /// For each line the share of the other witnesses that tell of the same.
    echoes: Vec<f32>,
}

impl Support {
    /// Compares all lines by an inverted index over their terms.
    pub fn of(story: &Story) -> Self {
        let terms = story.lines.iter().flat_map(|l| l.vector.0.last()).map(|(t, _)| *t as usize);
        let mut postings: Vec<Vec<LineId>> = vec![Vec::new(); terms.max().map_or(0, |t| t + 1)];
        for (id, line) in story.lines.iter().enumerate() {
            for &(term, _) in &line.vector.0 {
                postings[term as usize].push(id);
            }
        }
        let mut shared = vec![0.0_f32; story.lines.len()];
        let mut touched = Vec::new();
        let mut covers = Vec::with_capacity(story.lines.len());
        let mut echoes = Vec::with_capacity(story.lines.len());
        let others = story.witnesses().saturating_sub(1).max(1) as f32;
        let mut best = vec![0.0_f32; story.witnesses()];
        for (id, line) in story.lines.iter().enumerate() {
            for &(term, weight) in &line.vector.0 {
                for &other in &postings[term as usize] {
                    if shared[other] == 0.0 {
                        touched.push(other);
                    }
                    shared[other] += weight * weight;
                }
            }
            let mut found = Vec::new();
            for other in touched.drain(..) {
                if other != id && shared[other] >= COVERED {
                    found.push((other, shared[other]));
                }
                let family = story.families[story.lines[other].article];
                best[family] = best[family].max((shared[other] / ECHO).min(1.0));
                shared[other] = 0.0;
            }
            best[story.families[story.lines[id].article]] = 0.0;
            echoes.push(best.iter().sum::<f32>() / others);
            best.fill(0.0);
            found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            covers.push(found);
        }
        let denials: Vec<bool> =
            (0..story.lines.len()).map(|line| denies(story.sentence(line))).collect();
        let agreeing = covers.iter().enumerate().map(|(line, found)| {
            let stands = |&(other, _): &(LineId, f32)| {
                story.lines[other].article != story.lines[line].article
                    && story.is_of_one_period(line, other)
                    && denials[line] == denials[other]
                    && agrees(story, line, other)
            };
            found.iter().copied().filter(stands).collect()
        });
        Self { agreeing: agreeing.collect(), covers, echoes }
    }

    /// The lines of other articles that say what this line says, best first.
    pub fn witnesses(&self, line: LineId) -> impl Iterator<Item = (LineId, f32)> + '_ {
        self.agreeing[line].iter().copied()
    }

    /// How many independent witnesses a line has, its own article among them.
    pub fn independent(&self, story: &Story, line: LineId) -> usize {
        let own = story.families[story.lines[line].article];
        let mut families: HashSet<usize> = HashSet::from([own]);
        families.extend(self.witnesses(line).map(|(l, _)| story.families[story.lines[l].article]));
        families.len()
    }

    /// How far the other witnesses tell of what a line tells, from 0 to 1.
    pub fn echo(&self, line: LineId) -> f32 {
        self.echoes[line]
    }

    /// How many lines of any article cover a line, whether they agree or not.
    pub fn covered(&self, line: LineId) -> usize {
        self.covers[line].len()
    }

    /// Whether a reader who has read one of two lines learns little from the other.
    pub fn repeats(&self, story: &Story, a: LineId, b: LineId) -> bool {
        if shared_words(story, a, b) >= SAME_WORDS {
            return true;
        }
        let covered = |x: LineId, y: LineId| {
            self.covers[x].iter().any(|&(other, by)| other == y && by >= REPEATED)
        };
        covered(a, b) || covered(b, a)
    }
}

/// The share of the shorter line's content words that the other has too. In
/// one story the words of its event are common, so weights by rarity hide that
/// two leads tell the same.
pub fn shared_words(story: &Story, a: LineId, b: LineId) -> f32 {
    let (a, b) = (&story.lines[a].vector.0, &story.lines[b].vector.0);
    let shared = a.iter().filter(|(t, _)| b.binary_search_by_key(t, |(u, _)| *u).is_ok()).count();
    shared as f32 / a.len().min(b.len()).max(4) as f32
}

/// The stems of the content words of a line that are no days or hours.
pub fn undated(story: &Story, line: LineId) -> HashSet<&str> {
    let sentence = story.sentence(line);
    let dated = |at: usize| sentence.dates.iter().any(|d| (d.start..d.end).contains(&at));
    let words = sentence.words.iter().filter(|w| w.is_content() && !dated(w.span.start));
    words.map(|w| w.stem.as_str()).collect()
}

/// Whether another line tells what the main clause of a line tells, not only
/// of the same: its verb, its object and its subject, in these words or near
/// ones. "Asked whether the driver fell asleep" is no witness of his arrest.
pub fn bears_out(story: &Story, tree: &Tree, line: LineId, other: LineId) -> bool {
    if !may_be_one(story, line, other) {
        return false;
    }
    let article = &story.readings[story.lines[line].article].article;
    let is_long = |span: &Range<usize>| article.text[span.clone()].split_whitespace().count() >= 4;
    // Whoever has the same quotation has heard the same.
    let quotes = story.sentence(line).quotes.iter().any(|q| is_long(&q.inner));
    if quotes || shared_words(story, line, other) >= NEARLY_ALL {
        return true;
    }
    let text = |at: usize| article.text[tree.span(at)].to_lowercase();
    let Some(root) = tree.root() else { return false };
    let told = tree.child(root, &["ccomp"]).filter(|_| is_speech_verb(&text(root)));
    let verb = told.unwrap_or(root);
    let is_verb = tree.token(verb).lemma != "be";
    let nouns = tree.children(verb).filter(|&c| {
        matches!(tree.token(c).dep, "nsubj" | "nsubjpass" | "dobj" | "attr" | "acomp")
            && matches!(tree.token(c).pos, "NOUN" | "PROPN" | "ADJ")
    });
    let keys: Vec<String> = nouns.map(text).collect();
    let said = |key: &String| {
        let (stem, meaning) = (stem(key), Meaning::of(key));
        story.sentence(other).words.iter().filter(|w| w.is_content()).any(|word| {
            let near = || meaning.zip(Meaning::of(&word.lower)).map(|(a, b)| a.nearness(b));
            word.stem == stem || near().is_some_and(|near| near >= NEAR)
        })
    };
    // "The council was told of cracks" is no witness that the council closed the bridge, and what
    // the family said only who tells of the family.
    let acts = !is_verb || is_light(&tree.token(verb).lemma) || said(&text(verb));
    let named = |at: &usize| matches!(tree.token(*at).pos, "NOUN" | "PROPN");
    let speaker = told.and_then(|_| tree.child(root, &["nsubj"])).filter(named).map(text);
    let found = keys.iter().filter(|key| said(key)).count();
    acts && speaker.is_none_or(|speaker| said(&speaker)) && found * 3 >= keys.len() * 2
}

/// Days between two articles from which their undated sentences may tell of two events: a
/// second launch, another round.
const ANOTHER: i32 = 4;

/// Whether two lines may tell one event by their days: both say when, or their articles came
/// out together.
fn may_be_one(story: &Story, line: LineId, other: LineId) -> bool {
    let dated = |line: LineId| story.sentence(line).dates.iter().any(is_datable);
    let day = |line: LineId| story.anchor(line).map(|moment| moment.date());
    let apart = day(line).zip(day(other)).and_then(|(a, b)| days_apart(a, b));
    dated(line) && dated(other) || apart.is_none_or(|days| days < ANOTHER)
}

/// The share of common content words from which no clause need be looked at.
const NEARLY_ALL: f32 = 0.8;

/// Nearness of two words that can stand for each other in a clause.
const NEAR: f32 = 0.55;

/// Whether the days that a line names stand in another. A day of the story
/// itself may be left unsaid, not said otherwise.
fn dates_agree(story: &Story, a: &Sentence, b: &Sentence) -> bool {
    let days = |s: &Sentence| -> Vec<Interval> {
        s.dates.iter().filter(|t| is_datable(t)).filter_map(|t| t.interval).collect()
    };
    let (ours, theirs) = (days(a), days(b));
    let of_story = |day: &Interval| story.is_around(*day);
    let other_day = theirs.iter().any(of_story);
    let meets = |x: &Interval| theirs.iter().any(|y| x.from <= y.to && y.from <= x.to);
    ours.iter().all(|day| meets(day) || of_story(day) && !other_day)
}

/// Whether `other` has the figures, names and quotations of `line`.
fn agrees(story: &Story, line: LineId, other: LineId) -> bool {
    let (a, b) = (story.sentence(line), story.sentence(other));
    let (text_a, text_b) = (story.text(line), story.text(other));
    if b.position.is_none() || text_b.ends_with('?') {
        return false;
    }
    let figures = a
        .quantities
        .iter()
        .filter(|q| q.is_figure())
        .all(|q| b.quantities.iter().any(|p| p.relation_of_values(q) == Relation::Same));
    figures
        && dates_agree(story, a, b)
        && names_shared(a, b) >= 0.5
        && a.quotes.iter().all(|q| {
            let said = &story.readings[story.lines[line].article].article.text[q.inner.clone()];
            said.split_whitespace().count() < 3 || quoted(text_b, said)
        })
        && !text_a.is_empty()
}

fn denies(sentence: &Sentence) -> bool {
    sentence.words.iter().any(|w| is_negation(&w.lower))
}

/// The share of a's names, by their last word, that b has too.
fn names_shared(a: &Sentence, b: &Sentence) -> f32 {
    let names: Vec<&str> =
        a.names.iter().filter(|n| !n.opens).filter_map(|n| n.key.split(' ').next_back()).collect();
    if names.is_empty() {
        return 1.0;
    }
    let has = |name: &&&str| b.words.iter().any(|w| w.lower == **name);
    names.iter().filter(has).count() as f32 / names.len() as f32
}

/// Whether a text holds the words of a quotation, whatever its marks.
fn quoted(text: &str, said: &str) -> bool {
    let plain = |s: &str| {
        s.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect::<String>().to_lowercase()
    };
    plain(text).contains(plain(said).trim())
}
