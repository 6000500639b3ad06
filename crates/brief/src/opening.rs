//! What opens a briefing: the news, with a line that can head it.

use crate::{
    chosen::{Chosen, NEW, bond},
    likeness::Heard,
    plan::Group,
    story::LineId,
};

/// What newness is worth for the line that opens a briefing, when the story
/// has moved on.
const NEWEST: f32 = 0.6;

/// What telling the headline is worth for the line that opens a briefing.
const HEADLINE: f32 = 1.0;

/// How much of the headline a line tells that opens the briefing whatever others weigh.
const SURE: f32 = 0.75;

/// How much more of it than any other line, and the share of the best line's weight that it has.
const ALONE: f32 = 0.24;
const NEARLY: f32 = 0.82;

/// Share of the best line's weight from which another may open the briefing
/// for its heading.
const PEER: f32 = 0.92;

/// Bond of a line that may give the heading over another.
const KINDRED: f32 = 0.24;

/// The line that tells the news best by weight, newness and the headline (`tells`), with a kindred
/// one that gives the heading where it gives none itself.
pub fn opening(
    chosen: &Chosen,
    given: &[(LineId, f32)],
    gives_heading: &mut impl FnMut(LineId) -> bool,
    tells: &impl Fn(LineId) -> f32,
) -> Option<Group> {
    let story = chosen.story;
    // News is told before anybody's words about it.
    let speaks = |line: LineId| story.text(line).starts_with(['"', '“', '‘', '\'']);
    // The longer a story runs, the more its newest turn is the news.
    let newest = NEWEST * story.moved();
    let mut seeds: Vec<(LineId, f32)> = given
        .iter()
        .map(|&(line, weight)| {
            (
                line,
                weight + newest * story.newness(story.lines[line].article) + HEADLINE * tells(line),
            )
        })
        .collect();
    seeds.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    // What alone tells the headline is the news, as long as others do not weigh much more.
    let told = seeds.iter().find(|(line, _)| !speaks(*line) && tells(*line) >= SURE);
    let told = told.filter(|(line, _)| {
        let others = seeds.iter().filter(|(other, _)| other != line);
        let most = others.map(|(other, _)| tells(*other)).fold(0.0, f32::max);
        let own = given.iter().find(|(other, _)| other == line).map_or(0.0, |(_, weight)| *weight);
        tells(*line) >= most + ALONE && given.first().is_some_and(|best| own >= NEARLY * best.1)
    });
    let best = *told.or(seeds.iter().find(|(line, _)| !speaks(*line))).or(seeds.first())?;
    // What gives no heading tells what something is or has, more often than news.
    let mut near = seeds.iter().filter(|(line, weight)| !speaks(*line) && *weight >= PEER * best.1);
    let near = near.find(|(line, _)| match told {
        Some(told) => *line == told.0 && gives_heading(*line),
        None => gives_heading(*line),
    });
    if let Some(&(line, _)) = near {
        return Some(vec![line]);
    }
    let lede = best.0;
    let mut heard = Heard::nothing(&story.likeness);
    heard.hear(&story.lines[lede].vector);
    let mut companions: Vec<(LineId, f32)> = seeds
        .iter()
        .map(|&(line, weight)| (line, weight, bond(story, &[lede], line)))
        .filter(|&(line, _, bond)| {
            bond >= KINDRED
                && chosen.joins(&[lede], line)
                && heard.novelty(&story.lines[line].vector) >= NEW
                && !chosen.is_repeat(line, &[lede])
        })
        .map(|(line, weight, bond)| (line, weight + 2.0 * bond))
        .collect();
    companions.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let companion = companions.into_iter().find(|(line, _)| gives_heading(*line));
    Some(std::iter::once(lede).chain(companion.map(|(line, _)| line)).collect())
}
