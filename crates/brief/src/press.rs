//! [`Press`]: prints what is proven, and only that.

use throughline_model::{Disagreement, Position, Section, Source, Statement};

use crate::{
    cite::{Numbers, Told},
    desk::Desk,
    disagree,
    draft::Draft,
    placed::is_placed,
    stamp,
    story::LineId,
    surname,
};

/// Prints what is proven.
pub struct Press<'a> {
    pub desk: &'a Desk<'a>,
    pub numbers: &'a Numbers,
}

impl Press<'_> {
    /// The statement if it is proven, with the witnesses that bear it out; else
    /// its sentence verbatim if that is.
    pub fn print(&self, told: &Told) -> Option<Statement> {
        self.proven(told).or_else(|| {
            let story = self.desk.story;
            if !self.desk.stands_as_it_is(told.draft.line) {
                return None;
            }
            let mut plain = Draft::of(story, told.draft.line);
            plain.narrow(story.span(told.draft.line));
            self.proven(&Told { draft: plain, witnesses: told.witnesses.clone() })
        })
    }

    /// The statement if it is proven; a witness that does not bear it out is left out.
    fn proven(&self, told: &Told) -> Option<Statement> {
        let story = self.desk.story;
        let proof = &self.desk.proof;
        let statement = told.finish(story, self.numbers);
        if proof.statement(&statement).is_empty() {
            return Some(statement);
        }
        let bears_out = |&line: &LineId| {
            let one = Told { draft: told.draft.clone(), witnesses: vec![line] };
            proof.statement(&one.finish(story, self.numbers)).is_empty()
        };
        let witnesses: Vec<LineId> = told.witnesses.iter().copied().filter(bears_out).collect();
        let statement = Told { draft: told.draft.clone(), witnesses }.finish(story, self.numbers);
        proof.statement(&statement).is_empty().then_some(statement)
    }

    /// The sections: each person introduced once.
    pub fn sections(&self, planned: &[(Told, Vec<Told>)]) -> Vec<Section> {
        let printed = planned.iter().filter_map(|(heading, body)| self.section(heading, body));
        let mut sections: Vec<Section> = printed.collect();
        surname::once(&mut sections, self.desk.cast, &self.desk.proof);
        sections
    }

    fn section(&self, heading: &Told, body: &[Told]) -> Option<Section> {
        let statements: Vec<Statement> = body.iter().filter_map(|t| self.print(t)).collect();
        let heading = self.proven(heading)?;
        (!statements.is_empty()).then_some(Section { heading, statements })
    }

    pub fn sources(&self, notes: &[Option<Told>]) -> Vec<Source> {
        let story = self.desk.story;
        self.numbers
            .articles()
            .into_iter()
            .map(|index| {
                let article = &story.readings[index].article;
                let note = notes[index].as_ref().and_then(|told| self.print(told));
                Source {
                    number: self.numbers.of(index),
                    article: article.id.clone(),
                    outlet: article.outlet.clone(),
                    title: article.title.clone(),
                    url: article.url.clone(),
                    published: article.published,
                    placed: is_placed(article),
                    doubted: stamp::doubted(article),
                    family: format!("f{}", story.families[index] + 1),
                    note: note.unwrap_or_else(|| self.title(index)),
                }
            })
            .collect()
    }

    /// The title of an article, or the first of its lines that is proven as it stands: the
    /// plainest note that there is.
    pub fn title(&self, article: usize) -> Statement {
        let story = self.desk.story;
        let plain = |line| Told::alone(Draft::of(story, line)).finish(story, self.numbers);
        let own = || story.worded().filter(|&l| story.lines[l].article == article).map(plain);
        let mut proven = own().filter(|note| self.desk.proof.statement(note).is_empty());
        proven.next().or_else(|| own().next()).unwrap_or_else(|| plain(0))
    }

    pub fn disagreement(&self, planned: &disagree::Planned) -> Option<Disagreement> {
        let positions: Vec<Position> = planned
            .positions
            .iter()
            .filter_map(|(value, newest, told)| {
                let statement = self.print(told)?;
                Some(Position { value: value.clone(), newest: *newest, statement })
            })
            .collect();
        (positions.len() >= 2).then(|| Disagreement {
            about: planned.about.clone(),
            kind: planned.kind,
            positions,
        })
    }
}
