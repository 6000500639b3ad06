//! The headline: the newest development that most sources carry.

use crate::{
    draft::Draft,
    heading::{self, Size},
    story::{LineId, Story},
    support::Support,
    tree::Trees,
};

const SIZE: Size = Size { least: 4, most: 16 };

/// The best headline: a title that the other sources bear out, or the main
/// clause of a leading sentence.
pub fn headline(
    story: &Story,
    support: &Support,
    trees: &Trees,
    leading: &[LineId],
) -> Option<Draft> {
    let titles = (0..story.lines.len()).filter(|&l| story.sentence(l).position.is_none());
    let titles = titles.filter_map(|line| {
        let draft = heading::title(story, line, SIZE)?;
        let tree = trees.get(line)?;
        crate::stand::dangling(story, line, tree).is_none().then_some((line, draft, 0.15))
    });
    let clauses = leading.iter().filter_map(|&line| {
        let tree = trees.get(line)?;
        Some((line, heading::clause(story, line, tree, SIZE)?, 0.0))
    });
    titles
        .chain(clauses)
        .map(|(line, draft, bonus)| {
            let witnesses = borne_out(story, support, line);
            let newness = story.newness(story.lines[line].article);
            let central = story.lines[line].vector.dot(&story.centroid);
            (draft, bonus + 0.8 * witnesses + 1.0 * newness + 1.2 * central, line)
        })
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.2.cmp(&a.2)))
        .map(|(draft, ..)| draft)
}

/// The share of the witnesses that carry what a line says.
fn borne_out(story: &Story, support: &Support, line: LineId) -> f32 {
    support.independent(story, line) as f32 / story.witnesses().max(1) as f32
}

/// The lines to parse for the headline.
pub fn titles(story: &Story) -> impl Iterator<Item = LineId> + '_ {
    (0..story.lines.len()).filter(|&l| story.sentence(l).position.is_none()).take(60)
}
