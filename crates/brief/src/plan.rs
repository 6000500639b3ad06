//! The plan: which sentences are told, in which sections, in which order.
//!
//! Seeds are the weightiest sentences that differ from each other; round each
//! the sentences gather that hang together with it. Every step is greedy over
//! a total order, so the plan does not depend on the order of the inputs.

use crate::{
    figures::{harm_of, things},
    salience::is_opinion,
    story::{LineId, Story},
    support::Support,
};

/// How likeness to what is already chosen counts against a seed.
const UNLIKE: f32 = 0.9;

/// Cosine above which two lines tell one thing.
const SAME: f32 = 0.42;

/// Cosine, shared by a line and the section it may join, from which it fits.
const COHERENT: f32 = 0.06;

/// The lines of one section, seed first.
#[derive(Debug, Clone)]
pub struct Group {
    /// Lines in the order in which they are told.
    pub lines: Vec<LineId>,
    /// The seed's weight.
    pub weight: f32,
}

/// How many sections and statements a story of this size gets.
struct Budget {
    sections: usize,
    statements: usize,
}

impl Budget {
    fn of(story: &Story, lines: usize) -> Self {
        let (sections, statements) = match story.readings.len() {
            0 | 1 => (2, 5),
            2 => (3, 8),
            3..=4 => (3, 9),
            5..=7 => (4, 12),
            8..=19 => (5, 15),
            _ => (6, 20),
        };
        // A few sentences make one section; nothing is padded.
        let most = lines.max(1);
        Self { sections: sections.min(most.div_ceil(2)), statements: statements.min(most) }
    }
}

/// Groups ranked lines into sections.
pub fn sections(story: &Story, support: &Support, ranked: &[(LineId, f32)]) -> Vec<Group> {
    let budget = Budget::of(story, ranked.len());
    let mut chosen = Chosen { story, support, taken: Vec::new(), most: share(story, &budget) };
    let mut groups: Vec<Group> = Vec::new();
    while groups.len() < budget.sections {
        let seed = ranked
            .iter()
            .filter(|(line, _)| chosen.admits(*line))
            .map(|&(line, weight)| (line, weight - UNLIKE * chosen.likeness(line)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let Some((line, weight)) = seed else { break };
        chosen.taken.push(line);
        groups.push(Group { lines: vec![line], weight });
    }
    fill(story, ranked, &budget, &mut chosen, &mut groups);
    settle(story, ranked, &mut chosen, &mut groups);
    for group in &mut groups {
        let seed = group.lines[0];
        group.lines[1..]
            .sort_by_key(|&line| (story.lines[line].article != story.lines[seed].article, line));
    }
    groups.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.lines[0].cmp(&b.lines[0])));
    groups
}

/// How many statements one article may supply.
fn share(story: &Story, budget: &Budget) -> usize {
    match story.readings.len() {
        0 | 1 => usize::MAX,
        2 => budget.statements * 2 / 3,
        _ => budget.statements.div_ceil(2).saturating_sub(1).max(2),
    }
}

fn fill(
    story: &Story,
    ranked: &[(LineId, f32)],
    budget: &Budget,
    chosen: &mut Chosen,
    groups: &mut [Group],
) {
    let each = (budget.statements / groups.len().max(1)).clamp(2, 4);
    for round in 1..each {
        for index in 0..groups.len() {
            if groups[index].lines.len() != round || chosen.taken.len() >= budget.statements {
                continue;
            }
            let best = ranked
                .iter()
                .filter(|(line, _)| chosen.admits(*line))
                .filter_map(|&(line, weight)| {
                    let bond = bond(story, &groups[index].lines, line);
                    let elsewhere = (0..groups.len())
                        .filter(|&other| other != index)
                        .map(|other| self::bond(story, &groups[other].lines, line))
                        .fold(0.0, f32::max);
                    (bond >= COHERENT && bond >= elsewhere * 0.8)
                        .then_some((line, weight + 2.0 * bond))
                })
                .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            if let Some((line, _)) = best {
                chosen.taken.push(line);
                groups[index].lines.push(line);
            }
        }
    }
}

/// A section has two statements or more: one that found no company takes the
/// nearest line that is left, or joins another section.
fn settle(story: &Story, ranked: &[(LineId, f32)], chosen: &mut Chosen, groups: &mut Vec<Group>) {
    let mut index = 0;
    while index < groups.len() && groups.len() > 1 {
        if groups[index].lines.len() > 1 {
            index += 1;
            continue;
        }
        let nearest = ranked
            .iter()
            .filter(|(line, _)| chosen.admits(*line))
            .map(|&(line, _)| (line, bond(story, &groups[index].lines, line)))
            .filter(|(_, bond)| *bond > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((line, _)) = nearest {
            chosen.taken.push(line);
            groups[index].lines.push(line);
            index += 1;
            continue;
        }
        let lone = groups.remove(index).lines[0];
        let host = (0..groups.len()).filter(|&i| groups[i].lines.len() < 4).max_by(|&a, &b| {
            let near = |i: usize| bond(story, &groups[i].lines, lone);
            near(a).total_cmp(&near(b)).then(b.cmp(&a))
        });
        if let Some(host) = host {
            groups[host].lines.push(lone);
        }
    }
}

/// How well a line hangs together with a section: shared words, and standing
/// next to each other in an article.
fn bond(story: &Story, lines: &[LineId], line: LineId) -> f32 {
    let to = |&other: &LineId| {
        let cosine = story.lines[line].vector.dot(&story.lines[other].vector);
        let near =
            story.lines[line].article == story.lines[other].article && line.abs_diff(other) <= 2;
        cosine + if near { 0.15 } else { 0.0 }
    };
    lines.iter().map(to).sum::<f32>() / lines.len() as f32
}

/// Whether both lines count the dead, or both the injured: the toll is told
/// once; where the figures differ the disagreements show it.
fn same_harm(story: &Story, a: LineId, b: LineId) -> bool {
    let (a, b) = (things(story, a), things(story, b));
    a.iter().any(|(thing, _)| b.iter().any(|(other, _)| harm_of(thing) == harm_of(other)))
}

struct Chosen<'a> {
    story: &'a Story,
    support: &'a Support,
    taken: Vec<LineId>,
    most: usize,
}

impl Chosen<'_> {
    fn admits(&self, line: LineId) -> bool {
        let article = self.story.lines[line].article;
        let from_it =
            self.taken.iter().filter(|&&l| self.story.lines[l].article == article).count();
        let most = if is_opinion(self.story, article) { self.most.min(2) } else { self.most };
        from_it < most
            && !self.taken.contains(&line)
            && !self.taken.iter().any(|&other| {
                self.support.repeats(self.story, line, other)
                    || self.story.lines[line].vector.dot(&self.story.lines[other].vector) > SAME
                    || same_harm(self.story, line, other)
            })
    }

    fn likeness(&self, line: LineId) -> f32 {
        let like =
            |&other: &LineId| self.story.lines[line].vector.dot(&self.story.lines[other].vector);
        self.taken.iter().map(like).fold(0.0, f32::max)
    }
}
