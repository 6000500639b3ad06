//! Headings for sections: the best clause or title that the section tells.
//!
//! A heading over facts that its section does not tell misleads, so only the
//! section's own clauses and titles that its lines cover are looked at.

use throughline_annotate::{Vector, stem};

use crate::{
    cite::Told,
    desk::Desk,
    draft::Draft,
    heading::{self, Label, Size},
    headline,
    orphan::token_text,
    salience::superseded,
    scene::is_scene,
    stand::dangling,
    story::LineId,
    tree::Tree,
};

const SIZE: Size = Size { least: 4, most: 10 };

/// The size of a heading that must be found: by ten words, one story of eighteen would lose a section.
const ANY_SIZE: Size = Size { least: 4, most: 13 };

/// The most of a title that its section may leave untold.
const UNTOLD: f32 = 0.34;

/// The most of a title that one of the lines may leave untold: it is that line's.
const ALONE: f32 = 0.6;

/// What a heading must be worth.
pub const SOUND: f32 = 0.45;

/// What a heading must be worth where no better one is found.
const FAIR: f32 = 0.2;

/// What a title is worth beside a clause: an editor wrote it.
const TITLE: f32 = 0.75;

/// The share of a heading's words that an earlier one may have.
const REPEATED: f32 = 0.5;

/// The same for the headline, which the section that tells it takes up.
const TAKEN_UP: f32 = 0.85;

/// What is asked of a heading.
#[derive(Clone, Copy)]
enum Asked {
    /// That it tells something, and its section tells it.
    Sound,
    /// That it tells something; a section of weighty lines is not lost for its
    /// heading.
    Fair,
    /// That there is one: the news is told even under a weak heading.
    Any,
}

/// The headings that a briefing has had, the headline first, each with the line that gave it.
pub struct Used(Vec<(LineId, Vec<String>)>);

impl Used {
    /// After the headline.
    pub fn after(headline: &Draft, desk: &Desk) -> Self {
        Self(vec![(headline.line, headline.stems(desk.story))])
    }

    fn has(&self, draft: &Draft, desk: &Desk) -> bool {
        let stems = draft.stems(desk.story);
        self.0.iter().enumerate().any(|(at, (line, used))| {
            desk.story.is_of_one_period(*line, draft.line)
                && overlap(used, &stems) > if at == 0 { TAKEN_UP } else { REPEATED }
        })
    }
}

/// The share of the shorter list of stems that both have.
fn overlap(a: &[String], b: &[String]) -> f32 {
    let shared = a.iter().filter(|stem| b.contains(stem)).count();
    shared as f32 / a.len().min(b.len()).max(1) as f32
}

impl Desk<'_> {
    /// What the best heading is worth that this line gives; none where it gives
    /// none that is fair.
    pub fn heads(&self, line: LineId) -> Option<f32> {
        let found = self.candidates(&[line], &[line], &[], Asked::Fair).into_iter();
        let mut proven = found.filter(|(draft, _)| self.is_proven(draft));
        proven.next().map(|(_, worth)| worth)
    }

    /// The best heading for the lines of a section beside the `rest` that is told; none for those
    /// that open the briefing where all that they give says what the headline says.
    pub fn entitle(
        &self,
        lines: &[LineId],
        rest: &[LineId],
        used: &mut Used,
        opens: bool,
    ) -> Option<Told> {
        // The news heads the briefing, not what is told beside it.
        let own = if opens { &lines[..lines.len().min(1)] } else { lines };
        let new = |asked| {
            let found = self.candidates(own, lines, rest, asked).into_iter();
            let mut named = found.map(|(draft, _)| self.named_in_full(draft));
            named.find(|draft| !used.has(draft, self) && self.is_proven(draft))
        };
        // What opens the briefing goes without rather than under a weak one.
        let any = || (!opens).then(|| new(Asked::Any)).flatten();
        let best = new(Asked::Sound).or_else(|| new(Asked::Fair)).or_else(any)?;
        used.0.push((best.line, best.stems(self.story)));
        Some(Told::of(self.story, self.support, self.trees, best))
    }

    /// Headings for these lines, best first: clauses of `own`, and titles that all of them tell, and
    /// none of the `rest` better.
    fn candidates(
        &self,
        own: &[LineId],
        lines: &[LineId],
        rest: &[LineId],
        asked: Asked,
    ) -> Vec<(Draft, f32)> {
        let (least, untold_at_most, size) = match asked {
            Asked::Sound => (SOUND, UNTOLD, SIZE),
            Asked::Fair => (FAIR, 1.2 * UNTOLD, SIZE),
            Asked::Any => (0.0, 2.0 * UNTOLD, ANY_SIZE),
        };
        let story = self.story;
        let clauses = own.iter().enumerate().filter_map(|(at, &line)| {
            let tree = self.trees.get(line)?;
            let any = matches!(asked, Asked::Any);
            // Of several lines, what is no history heads them in the present tense.
            let past = lines.len() > 1 && story.is_history(line);
            let told = any || !is_scene(story, self.support, tree, line) && !past;
            let (draft, worth) =
                told.then(|| heading::clause(story, line, tree, size)).flatten()?;
            // "Deep Concerns About References": to what?
            let unknown = self.matter.unexplained(story, line, tree);
            if unknown.is_some_and(|at| draft.keeps(&tree.span(at))) {
                return None;
            }
            Some((draft, worth - 0.15 * at as f32))
        });
        let vectors = |lines: &[LineId]| -> Vec<&Vector> {
            lines.iter().map(|&line| &story.lines[line].vector).collect()
        };
        let (told, others) = (vectors(lines), vectors(rest));
        let own_time = |line| lines.iter().all(|&told| story.is_of_one_period(told, line));
        let current = headline::titles(story).filter(|&line| {
            own_time(line)
                && !superseded(story, line)
                && !headline::is_vague(story, line)
                && !story.opinions[story.lines[line].article]
        });
        let titles = current.filter_map(|line| {
            let untold = story.likeness.untold(&story.lines[line].vector, &told);
            let tree = self.trees.get(line).filter(|_| untold <= untold_at_most)?;
            let title = &story.lines[line].vector;
            let least = |lines: &[&Vector]| {
                let each = lines.iter().map(|one| story.likeness.untold(title, &[*one]));
                each.fold(1.0, f32::min)
            };
            let best_told = least(&told);
            let alone = best_told <= ALONE && best_told <= least(&others);
            (alone && dangling(story, line, tree).is_none() && self.is_done(line, tree, lines))
                .then_some(())?;
            Some((
                heading::title(story, &self.verbs, line, tree, size, Label::Cut)?,
                TITLE - untold,
            ))
        });
        let mut found: Vec<(Draft, f32)> =
            clauses.chain(titles).filter(|(_, worth)| *worth >= least).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.line.cmp(&b.0.line)));
        found
    }

    /// A heading with the full names of those whom no title of the story names, as far as there is
    /// room: under the heading the reader learns who is meant, over it nobody does.
    fn named_in_full(&self, mut draft: Draft) -> Draft {
        let Some(tree) = self.trees.get(draft.line) else { return draft };
        let story = self.story;
        let small = |draft: &Draft| {
            draft.text(story).split(' ').filter(|word| word.starts_with(char::is_lowercase)).count()
        };
        let most = small(&draft);
        let holds = |draft: &Draft| {
            small(draft) <= most && draft.words(story) <= SIZE.most && self.is_proven(draft)
        };
        let met = &mut self.cast.told_by_titles();
        self.cast.introduce(&mut draft, story, tree, met, holds);
        draft
    }

    /// Whether lines name who does what a title says, or what is done: where neither is told the
    /// title is another matter's, however many of its words they share.
    fn is_done(&self, line: LineId, title: &Tree, lines: &[LineId]) -> bool {
        let Some(verb) = title.root().filter(|&root| title.token(root).pos == "VERB") else {
            return true;
        };
        let is_told = |at: usize| {
            let stem = stem(&token_text(self.story, line, title, at).to_lowercase());
            let mut told = lines.iter().flat_map(|&line| &self.story.sentence(line).words);
            told.any(|word| word.stem == stem)
        };
        let subject = title.child(verb, &["nsubj", "nsubjpass"]);
        let names = subject.into_iter().flat_map(|subject| title.subtree(subject));
        is_told(verb) || names.filter(|&at| title.token(at).pos == "PROPN").all(is_told)
    }
}
