//! Citations: every independent source of a statement, best first.

use std::collections::{BTreeMap, HashSet};

use throughline_model::{Citation, Evidence, Statement};

use crate::{
    draft::Draft,
    story::{LineId, Story},
    support::{Support, bears_out},
    tree::Trees,
};

/// The most sources that one statement cites.
const MOST: usize = 4;

/// A draft with the lines that say the same.
#[derive(Debug, Clone)]
pub struct Told {
    /// The statement in the making.
    pub draft: Draft,
    /// Lines of other witnesses, best first.
    pub witnesses: Vec<LineId>,
}

impl Told {
    /// A draft with one line of each independent witness that supports it.
    pub fn of(story: &Story, support: &Support, trees: &Trees, draft: Draft) -> Self {
        let own = story.families[story.lines[draft.line].article];
        let mut families = HashSet::from([own]);
        let family = |line: LineId| story.families[story.lines[line].article];
        let witnesses = support
            .witnesses(draft.line)
            .map(|(line, _)| line)
            .filter(|&line| {
                trees.get(draft.line).is_some_and(|tree| bears_out(story, tree, draft.line, line))
            })
            .filter(|&line| families.insert(family(line)))
            .take(MOST - 1)
            .collect();
        Self { draft, witnesses }
    }

    /// The same with further lines that say it, one of each independent witness.
    pub fn with(mut self, story: &Story, lines: Vec<LineId>) -> Self {
        let family = |line: LineId| story.families[story.lines[line].article];
        let mut families: HashSet<usize> = self.witnesses.iter().map(|&l| family(l)).collect();
        families.insert(family(self.draft.line));
        let new = lines.into_iter().filter(|&line| families.insert(family(line)));
        self.witnesses.extend(new);
        self.witnesses.truncate(MOST - 1);
        self
    }

    /// A draft that cites its own article alone.
    pub fn alone(draft: Draft) -> Self {
        Self { draft, witnesses: Vec::new() }
    }

    /// Articles in the order in which they are cited.
    pub fn articles<'a>(&'a self, story: &'a Story) -> impl Iterator<Item = usize> + 'a {
        let lines = std::iter::once(self.draft.line).chain(self.witnesses.iter().copied());
        lines.map(|line| story.lines[line].article)
    }

    /// The statement, once every article has its number.
    pub fn finish(&self, story: &Story, numbers: &Numbers) -> Statement {
        let lines = std::iter::once(self.draft.line).chain(self.witnesses.iter().copied());
        let citations = lines
            .map(|line| {
                let article = story.lines[line].article;
                let evidence = Evidence::cut(&story.readings[article].article, story.span(line));
                Citation { source: numbers.of(article), evidence: vec![evidence] }
            })
            .collect();
        let mut statement = self.draft.finish(story, citations);
        // The first passage is the draft's own; the whole line adds nothing.
        if let Some(first) = statement.citations.first_mut() {
            first.evidence.truncate(1);
        }
        statement
    }
}

/// The one number of every article.
#[derive(Debug, Default)]
pub struct Numbers(BTreeMap<usize, usize>);

/// Articles with the numbers that they have already.
impl FromIterator<(usize, usize)> for Numbers {
    fn from_iter<I: IntoIterator<Item = (usize, usize)>>(numbered: I) -> Self {
        Self(numbered.into_iter().collect())
    }
}

impl Numbers {
    /// Gives numbers in the order in which articles are first cited.
    pub fn give(&mut self, articles: impl IntoIterator<Item = usize>) {
        for article in articles {
            let next = self.0.len() + 1;
            self.0.entry(article).or_insert(next);
        }
    }

    /// The number of an article; 0 for one that has none, which no proof lets pass.
    pub fn of(&self, article: usize) -> usize {
        self.0.get(&article).copied().unwrap_or(0)
    }

    /// Articles in the order of their numbers.
    pub fn articles(&self) -> Vec<usize> {
        let mut numbered: Vec<(usize, usize)> = self.0.iter().map(|(a, n)| (*n, *a)).collect();
        numbered.sort_unstable();
        numbered.into_iter().map(|(_, article)| article).collect()
    }
}
