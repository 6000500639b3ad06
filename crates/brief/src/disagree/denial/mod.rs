//! What somebody denies in so many words, with the claim that it answers: "China denied the reports",
//! "the charges were false".
//!
//! What is denied stands in the sentence itself ("denied that its ships sold oil"), or it is what
//! whoever denies is accused of ("denied the allegations").

mod asked;
mod read;

use std::collections::HashSet;

use throughline_annotate::is_denial;
use throughline_model::{About, DisagreementKind, Stand};

use super::{Differing, Side, Taken, label};
use crate::{
    story::{LineId, Story},
    tree::Trees,
};
use asked::Asked;
use read::Denial;

/// The most lines that are looked at.
const LINES: usize = 400;

/// The most denials whose claims are looked for, and the most of those for each.
const DENIALS: usize = 8;
const EACH: usize = 3;

/// What it counts that a claim stands high among the lines.
const RANK: f32 = 0.2;

/// The most words of who denies.
const WORDS: usize = 8;

/// The lines that the denials of a story ask for: themselves and what they may answer.
pub fn candidates(story: &Story, ranked: &[(LineId, f32)]) -> Vec<LineId> {
    let lines: Vec<LineId> = ranked.iter().take(LINES).map(|(line, _)| *line).collect();
    let denies =
        |line: &LineId| story.sentence(*line).words.iter().any(|word| is_denial(&word.lower));
    let (denials, others): (Vec<LineId>, Vec<LineId>) = lines.into_iter().partition(denies);
    let mut found = Vec::new();
    for denial in denials.into_iter().take(DENIALS) {
        let before = before(story, denial);
        let vector = |line: LineId| &story.lines[line].vector;
        let near = |line: LineId| {
            let own = vector(line).dot(vector(denial));
            before.map_or(own, |before| own.max(vector(line).dot(vector(before))))
        };
        let mut claims: Vec<(LineId, f32)> =
            others.iter().map(|&line| (line, near(line))).collect();
        claims.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.push(denial);
        found.extend(before);
        found.extend(claims.into_iter().take(EACH).map(|(line, _)| line));
    }
    found
}

/// The sentence before one, in its article.
fn before(story: &Story, line: LineId) -> Option<LineId> {
    let before = line.checked_sub(1)?;
    let one = story.lines[before].article == story.lines[line].article;
    (one && story.sentence(before).position.is_some()).then_some(before)
}

/// Claims with their denials; `tells` says whether a line can be told.
pub fn differing(
    story: &Story,
    trees: &Trees,
    ranked: &[(LineId, f32)],
    tells: impl Fn(LineId) -> bool,
) -> Vec<Differing> {
    let lines: Vec<LineId> = ranked.iter().take(LINES).map(|(line, _)| *line).collect();
    let denials: Vec<Denial> = lines
        .iter()
        .filter_map(|&line| Denial::read(story, line, trees.passage(story, line)?))
        .collect();
    // Who denies says no claim, and a line takes one side of one matter.
    let mut taken: HashSet<LineId> = denials.iter().map(|denial| denial.line).collect();
    let mut heard: HashSet<String> = HashSet::new();
    let mut found = Vec::new();
    for denial in denials.iter().take(DENIALS) {
        let tree = denial.passage.tree;
        let who = label::name(tree, denial.passage.text, denial.who);
        if who.split(' ').count() > WORDS || !tells(denial.line) || heard.contains(&who) {
            continue;
        }
        let open = lines.iter().copied().filter(|line| !taken.contains(line));
        let claims = claims(story, trees, denial, open);
        let Some(claim) = claims.into_iter().find(|&claim| tells(claim)) else { continue };
        let Some(root) = trees.get(claim).and_then(|tree| Some(tree.span(tree.root()?))) else {
            continue;
        };
        let side = |line: LineId, span, stand: Stand| {
            Side::of(story, vec![Taken { line, span, value: stand.word().to_owned() }])
        };
        found.push(Differing {
            about: format!("{} {who} {}", About::What.words(), About::Denied.words()),
            kind: DisagreementKind::Polarity,
            harm: None,
            sides: vec![
                side(claim, root, Stand::Claimed),
                side(denial.line, tree.span(denial.at), Stand::Denied),
            ],
        });
        taken.insert(claim);
        heard.insert(who);
    }
    found
}

/// The claims that a denial answers, best first; `lines` are ranked.
fn claims(
    story: &Story,
    trees: &Trees,
    denial: &Denial,
    lines: impl Iterator<Item = LineId>,
) -> Vec<LineId> {
    let asked = Asked::of(story, denial);
    let mut found: Vec<(LineId, f32)> = lines
        .enumerate()
        .filter_map(|(rank, line)| {
            let passage = trees.passage(story, line)?;
            let fit = asked.fit(story, &passage, line)?;
            Some((line, fit + RANK * (1.0 - rank as f32 / LINES as f32)))
        })
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.into_iter().map(|(line, _)| line).collect()
}
