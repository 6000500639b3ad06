//! What the chances of the blocks around a block say: the second look.

use super::{blocks::Block, rows::Rows};
use crate::dom::Document;

/// How many numbers [`of`] adds to a row.
pub const WIDTH: usize = 19;

/// The rows of the blocks whose chance is wanted, each with what the first look
/// says of the block and of those around it.
pub fn of(
    doc: &Document,
    blocks: &[Block<'_>],
    rows: &Rows,
    chances: &[f32],
    is_wanted: impl Fn(f32) -> bool,
) -> Rows {
    let weight: Vec<f32> = blocks.iter().map(|b| (b.letters as f32).min(600.) + 5.).collect();
    // By element: weighted sum of chances, sum of weights.
    let mut held = vec![(0f32, 0f32); doc.len()];
    for ((block, chance), weight) in blocks.iter().zip(chances).zip(&weight) {
        let held = &mut held[block.node.index()];
        held.0 += chance * weight;
        held.1 += weight;
    }
    for at in (1..held.len()).rev() {
        let (sum, weights) = held[at];
        if weights > 0.
            && let Some(parent) = doc.node(at).parent()
        {
            let outer = &mut held[parent.index()];
            outer.0 += sum;
            outer.1 += weights;
        }
    }
    let mut before = Vec::with_capacity(blocks.len() + 1);
    before.push((0f32, 0f32));
    for (chance, weight) in chances.iter().zip(&weight) {
        let last = before[before.len() - 1];
        before.push((last.0 + chance * weight, last.1 + weight));
    }
    let total = before[blocks.len()];
    let most = chances.iter().copied().fold(0f32, f32::max);
    let mean = |from: usize, to: usize| {
        let (from, to) = (before[from], before[to]);
        if to.1 > from.1 { (to.0 - from.0) / (to.1 - from.1) } else { -1. }
    };
    let mut out = Rows::default();
    for (at, block) in blocks.iter().enumerate().filter(|(at, _)| is_wanted(chances[*at])) {
        let near = |step: isize| {
            at.checked_add_signed(step).and_then(|at| chances.get(at)).copied().unwrap_or(-1.)
        };
        out.add(|row| {
            row.extend_from_slice(rows.row(at));
            row.extend([chances[at], near(-1), near(1), near(-2), near(2), near(-3), near(3)]);
            let holders = std::iter::once(block.node).chain(block.node.ancestors());
            let mut means = [-1f32; 5];
            let own = chances[at] * weight[at];
            for (mean, holder) in means.iter_mut().zip(holders) {
                // The others in it, not the block itself.
                let (sum, weights) = held[holder.index()];
                let rest = weights - weight[at];
                *mean = if rest > 1. { (sum - own) / rest } else { -1. };
            }
            row.extend(means);
            row.extend([
                mean(at.saturating_sub(6), at),
                mean(at + 1, (at + 7).min(blocks.len()).max(at + 1)),
                mean(at.saturating_sub(20), at),
                mean(at + 1, (at + 21).min(blocks.len()).max(at + 1)),
                before[at].0 / total.0.max(1.),
                total.0 / total.1.max(1.),
                most,
            ]);
        });
    }
    out
}
