//! [`Desk`]: where a line becomes a sentence that stands alone and stays true.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
};

use throughline_annotate::{is_speech_verb, stem};
use throughline_prove::Proof;

use crate::{
    anaphor::Matter,
    cast::{Cast, EntityId, Type},
    cite::{Numbers, Told},
    days::{dated, undated},
    draft::Draft,
    echo::echoes,
    editor::Editor,
    events::{self, Clause, Event},
    fit::fit,
    heading::Verbs,
    headline,
    lean::{bare_subject, leans_back, leans_beside},
    loose::without,
    order,
    salience::is_contradicted,
    smooth::{LONGEST, shorten, smooth},
    stand::{danglers, dangling, is_clause, is_elliptic, leans, stands, stands_but_for_pronouns},
    story::{LineId, Story},
    support::Support,
    tree::{Tree, Trees},
};

/// Bytes of a quotation from which a line is somebody's words about the news.
const SAYING: usize = 24;

/// How many sentences may be told before one that leans on them.
const BEFORE: usize = 2;

/// What all parts need to make a sentence tellable.
pub struct Desk<'a> {
    pub story: &'a Story,
    pub support: &'a Support,
    pub cast: &'a Cast,
    pub trees: &'a Trees,
    pub verbs: Verbs,
    pub matter: Matter,
    pub editor: Editor,
    pub proof: Proof<'a>,
    /// Drafts made so far: sections, notes, entries and positions ask for the same.
    pub drafts: RefCell<HashMap<LineId, Option<Draft>>>,
}

impl Desk<'_> {
    /// The smoothed draft of a line that stands alone; none where it cannot.
    pub fn draft(&self, line: LineId) -> Option<Draft> {
        if let Some(known) = self.drafts.borrow().get(&line) {
            return known.clone();
        }
        let draft = self.introduced(line, &mut BTreeSet::new());
        self.drafts.borrow_mut().insert(line, draft.clone());
        draft
    }

    /// The same, with full names for those whom the reader has not met yet.
    ///
    /// A name that cannot be proven costs the introduction, and the sentence
    /// only where the reader would not know who is meant.
    pub fn introduced(&self, line: LineId, met: &mut BTreeSet<EntityId>) -> Option<Draft> {
        let tree = self.trees.get(line)?;
        let mut known = met.clone();
        let mut draft = Draft::of(self.story, line);
        let holds = |draft: &Draft| self.holds(draft);
        let replaced = self.cast.resolve(&mut draft, self.story, self.trees, &mut known, holds);
        let dangling: Vec<usize> = danglers(self.story, line, tree, replaced).collect();
        // What an article opens with is told as far as it stands alone.
        let opens = self.story.sentence(line).position == Some(0);
        if !stands_but_for_pronouns(self.story, line, tree)
            || !(dangling.is_empty() || opens && without(&mut draft, self.story, tree, &dangling))
            || !self.cast.introduce(&mut draft, self.story, tree, &mut known, holds)
        {
            return None;
        }
        let draft = self.finished(draft)?;
        *met = known;
        Some(draft)
    }

    /// Whether a draft that is not smoothed yet passes the proof.
    fn holds(&self, draft: &Draft) -> bool {
        let mut tidy = draft.clone();
        tidy.tidy(self.story);
        self.is_proven(&tidy)
    }

    /// The smoothed draft, if it is short, dated and proven.
    fn finished(&self, mut draft: Draft) -> Option<Draft> {
        let tree = self.trees.get(draft.line)?;
        smooth(&mut draft, self.story, tree);
        let sound = draft.words(self.story) <= LONGEST && !undated(&draft, self.story);
        (sound && self.is_proven(&draft)).then_some(draft)
    }

    /// The smoothed draft of the clause that tells an event, in which the word
    /// for the event is kept.
    pub fn clause(&self, line: LineId, event: &Event) -> Option<Draft> {
        let tree = self.trees.get(line)?;
        let first = || (event.clause == Some(Clause::First)).then(|| self.first(line)).flatten();
        let leans = || leans_beside(self.story, line, tree, self.of_a_title(line, tree));
        let alone = || first().or_else(|| self.draft(line)).filter(|_| !leans());
        (!is_elliptic(tree))
            .then(alone)
            .flatten()
            .or_else(|| (1..=BEFORE).find_map(|count| self.with_before(line, count)))
            .filter(|draft| draft.keeps(&tree.span(event.head)))
    }

    /// The smoothed draft of the first of a line's clauses.
    fn first(&self, line: LineId) -> Option<Draft> {
        let tree = self.trees.get(line)?;
        let mut draft = Draft::of(self.story, line);
        events::alone(&mut draft, self.story, line, tree, Clause::First);
        let dangles = dangling(self.story, line, tree)
            .is_some_and(|at| draft.keeps(&tree.span(at)))
            || leans(&draft, tree);
        if dangles {
            return None;
        }
        let (met, holds) = (&mut BTreeSet::new(), |draft: &Draft| self.holds(draft));
        let named = self.cast.introduce(&mut draft, self.story, tree, met, holds);
        self.finished(draft).filter(|draft| named && draft.words(self.story) >= 5)
    }

    /// A line whose pronoun only the sentences before explain, with those
    /// sentences, word for word but for the days and loose clauses.
    pub fn with_before(&self, line: LineId, count: usize) -> Option<Draft> {
        let mut draft = Draft::with_before(self.story, line, count)?;
        let before = *draft.lines().start();
        let sound = stands(self.story, before, self.trees.get(before)?, None)
            && is_clause(self.trees.get(line)?)
            && fit(self.story, before).is_ok();
        dated(&mut draft, self.story);
        for line in draft.lines().rev() {
            shorten(&mut draft, self.story, self.trees.get(line)?, LONGEST);
        }
        let short = draft.words(self.story) <= LONGEST;
        (sound && short && !undated(&draft, self.story) && self.is_proven(&draft)).then_some(draft)
    }

    /// Whether a line is how somebody takes what a headline tells: in words of their own, or, of whom
    /// the headline does not name, "China said it opposes the launch".
    pub fn reacts(&self, line: LineId, headline: LineId) -> bool {
        let Some(tree) = self.trees.get(line) else { return false };
        let Some(root) = tree.root() else { return false };
        if is_in_own_words(self.story, line, tree) {
            return true;
        }
        let said = tree.child(root, &["ccomp"]);
        let answers = |at: usize| REACTIONS.contains(&tree.token(at).lemma.as_str());
        if !answers(root) && !said.is_some_and(answers) {
            return false;
        }
        let subject = tree.child(root, &["nsubj", "nsubjpass"]);
        subject.is_some_and(|subject| {
            let own = stem(&tree.token(subject).lemma.to_lowercase());
            self.story.sentence(headline).words.iter().all(|word| word.stem != own)
        })
    }

    /// The bare subject of a line, where most titles of the story name it: under "Old bridge closes"
    /// a reader knows which bridge "the bridge will reopen" means.
    fn of_a_title(&self, line: LineId, tree: &Tree) -> Option<usize> {
        let story = self.story;
        let titles: Vec<LineId> = headline::titles(story).collect();
        bare_subject(story, line, tree).filter(|&subject| {
            let subject = stem(&tree.token(subject).lemma);
            let named = |title: &&LineId| {
                story.sentence(**title).words.iter().any(|word| word.stem == subject)
            };
            2 * titles.iter().filter(named).count() > titles.len()
        })
    }

    /// Whether only the sentence before says what a line speaks of.
    pub fn leans_back(&self, line: LineId) -> bool {
        self.trees.get(line).is_some_and(|tree| leans_back(self.story, line, tree))
    }

    /// Whether a line stands alone as it is written.
    pub fn stands_as_it_is(&self, line: LineId) -> bool {
        let is_title = self.story.sentence(line).position.is_none();
        is_title || self.trees.get(line).is_some_and(|tree| stands(self.story, line, tree, None))
    }

    /// Whether a draft passes the proof by itself.
    pub fn is_proven(&self, draft: &Draft) -> bool {
        let statement = Told::alone(draft.clone()).finish(self.story, &Numbers::default());
        self.proof.statement(&statement).is_empty()
    }

    /// How many words the draft of a line has; none where there is no draft.
    pub fn length(&self, line: LineId) -> usize {
        self.draft(line).map_or(0, |draft| draft.words(self.story))
    }

    /// A draft of at most so many words that a reader understands who reads nothing else of its
    /// article, for a source note.
    pub fn note(&self, line: LineId, most: usize) -> Option<Draft> {
        let alone = || {
            !self.leans_back(line) && self.is_explained(line) && !is_contradicted(self.story, line)
        };
        self.draft(line).filter(|draft| draft.words(self.story) <= most && alone())
    }

    /// Whether all nouns of a line are known to who knows what the story is about.
    pub fn is_explained(&self, line: LineId) -> bool {
        let unexplained = |tree| self.matter.unexplained(self.story, line, tree);
        self.trees.get(line).and_then(unexplained).is_none()
    }

    /// The statements of a section.
    pub fn body(&self, lines: &[LineId], met: &mut BTreeSet<EntityId>) -> Vec<Told> {
        let people = self.cast.entities.iter().enumerate();
        let unmet = people.filter(|(id, who)| who.kind == Type::Person && !met.contains(id));
        let names: Vec<&str> = unmet.map(|(_, who)| who.name.as_str()).collect();
        let drafts: Vec<Draft> =
            lines.iter().filter_map(|&line| self.introduced(line, met)).collect();
        let texts: Vec<String> = drafts.iter().map(|draft| draft.text(self.story)).collect();
        order::by_introduction(&texts, &names, |at| self.leans_back(drafts[at].line))
            .into_iter()
            .map(|at| {
                let draft = drafts[at].clone();
                let others = echoes(self.story, self.trees, draft.line);
                Told::of(self.story, self.support, self.trees, draft).with(self.story, others)
            })
            .collect()
    }

    /// The newest title as it stands; the first line of all where no article has one.
    pub fn first_title(&self) -> Told {
        let story = self.story;
        let titles = story.worded().filter(|&l| story.sentence(l).position.is_none());
        let newest = titles.max_by_key(|&l| story.lines[l].article);
        Told::alone(Draft::of(story, newest.or_else(|| story.worded().next()).unwrap_or(0)))
    }
}

/// Verbs by which somebody answers an event.
#[rustfmt::skip]
const REACTIONS: &[&str] = &[
    "condemn", "oppose", "welcome", "denounce", "praise", "criticise", "criticize", "urge", "warn",
    "deplore", "hail", "regret",
];

/// Whether somebody says in so many words what a line tells.
fn is_in_own_words(story: &Story, line: LineId, tree: &Tree) -> bool {
    let says = tree.root().is_some_and(|root| is_speech_verb(&tree.token(root).lemma));
    says && story.sentence(line).quotes.iter().any(|quote| quote.inner.len() > SAYING)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn somebodys_own_words_are_told_apart_from_the_news() {
        let cases = [
            (
                "The launch “put thousands of fishermen into their cellars”, said the secretary Sten Orrin.",
                true,
            ),
            ("Tarn fired a rocket over the city of Ardenne, the secretary Sten Orrin said.", false),
            ("Tarn fired a rocket that it calls “the long arm of the people of Tarn”.", false),
            ("Sten Orrin said the launch was “unwise”.", false),
        ];
        for (text, expected) in cases {
            let (story, trees, line) = fixture::sentence(text);
            let tree = trees.get(line).expect("parsed");
            assert_eq!(is_in_own_words(&story, line, tree), expected, "{text}");
        }
    }
}
