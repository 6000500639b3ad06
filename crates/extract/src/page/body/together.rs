//! What a page sets as one, a table of data or a list, is of the article as a whole or not at
//! all: half a row tells nothing, or something else.

use throughline_model::Role;

use super::blocks::Block;
use crate::dom::Tag;

/// The longest text of a cell that is data: old pages are laid out by tables.
const CELL: usize = 80;

/// What a short block counts for beside its letters.
const LEAST: f32 = 3.;

/// Gives the cells of a table and the items of a list that follow each other the mean of their
/// chances, by their letters.
pub fn settle(blocks: &[Block<'_>], chances: &mut [f32]) {
    let wholes: Vec<Option<usize>> = blocks.iter().map(whole).collect();
    let mut at = 0;
    for run in wholes.chunk_by(|a, b| a.is_some() && a == b) {
        let parts = at..at + run.len();
        at = parts.end;
        let weights = blocks[parts.clone()].iter().map(|block| block.letters as f32 + LEAST);
        let (sum, all) = weights
            .zip(&chances[parts.clone()])
            .fold((0., 0.), |(sum, all), (weight, chance)| (sum + weight * chance, all + weight));
        chances[parts].fill(sum / all);
    }
}

/// The table or list that a block is a cell or an item of.
fn whole(block: &Block<'_>) -> Option<usize> {
    let holder = match block.node.tag() {
        Tag::Li if block.role == Role::List => block.node.parent(),
        Tag::Td | Tag::Th if block.text.len() <= CELL => {
            block.node.ancestors().find(|node| node.tag() == Tag::Table)
        }
        _ => None,
    };
    holder.map(|holder| holder.index())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dom::Document, page::body::blocks_of};

    #[test]
    fn tables_and_lists_are_settled_as_one() {
        for (html, chances, expected) in [
            (
                "<table><tr><td>7<td>Wen<tr><td>8<td>Ash</table><p>End",
                vec![0.2, 0.8, 0.2, 0.8, 0.1],
                vec![0.56, 0.56, 0.56, 0.56, 0.1],
            ),
            ("<ul><li>Wen<li>Ash</ul><ul><li>Oar</ul>", vec![0.2, 0.8, 0.1], vec![0.5, 0.5, 0.1]),
            ("<p>Wen<p>Ash", vec![0.2, 0.8], vec![0.2, 0.8]),
        ] {
            let doc = Document::parse(html);
            let mut settled = chances;
            settle(&blocks_of(doc.body()), &mut settled);
            let near =
                settled.iter().zip(&expected).all(|(a, b): (&f32, &f32)| (a - b).abs() < 0.001);
            assert!(near && settled.len() == expected.len(), "{html} {settled:?}");
        }
    }
}
