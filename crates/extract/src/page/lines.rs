//! Blocks of a page as lines of an article.

use throughline_model::Role;

use super::body::{self, Block};
use crate::{
    dom::{NodeRef, Tag},
    draft::Line,
    residue::ends_like_sentence,
};

/// So many links one after another are a list of the text's own; fewer lead to
/// other stories.
const LIST: usize = 3;

/// The longest text of a cell that is data.
const CELL: usize = 80;

/// Lines of everything below a node but what only leads elsewhere.
pub fn of(node: NodeRef<'_>) -> Vec<Line> {
    let leads_away = |block: &Block<'_>| {
        let linked = block.linked * 100 >= block.letters * 85;
        let short = block.role == Role::Body && block.text.split(' ').count() < 25;
        linked && (block.role == Role::List || short)
    };
    body::blocks_of(node).iter().filter(|block| !leads_away(block)).map(line).collect()
}

/// An item of a list that is nothing but a link: it leads elsewhere.
fn is_link_of_list(block: &Block<'_>) -> bool {
    block.role == Role::List
        && block.linked * 100 >= block.letters * 85
        && !ends_like_sentence(&block.text)
}

/// Blocks as lines, the cells of a row as one, without single links.
pub fn joined<'a>(blocks: &[&'a Block<'a>]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut row: Option<NodeRef<'a>> = None;
    let runs = blocks.chunk_by(|a, b| is_link_of_list(a) == is_link_of_list(b));
    for block in runs.filter(|run| !is_link_of_list(run[0]) || run.len() >= LIST).flatten() {
        let own = row_of(block);
        match lines.last_mut().filter(|_| own.is_some() && own == row) {
            Some(line) => {
                line.text.push(' ');
                line.text.push_str(&block.text);
            }
            None => lines.push(line(block)),
        }
        row = own;
    }
    lines
}

/// The row of a table of data that a block is a cell of. Old pages are laid
/// out by tables, but their cells hold sentences.
fn row_of<'a>(block: &Block<'a>) -> Option<NodeRef<'a>> {
    let is_cell = matches!(block.node.tag(), Tag::Td | Tag::Th);
    let short = block.text.len() <= CELL && !ends_like_sentence(&block.text);
    block.node.parent().filter(|_| is_cell && short)
}

/// A block as a line. A short bold paragraph heads what follows; so does a
/// question of an interview, whatever its length. What only leads elsewhere
/// heads another text: it is not told as fact.
fn line(block: &Block<'_>) -> Line {
    if is_link_of_list(block) {
        return Line::new(Role::Heading, block.text.as_str());
    }
    if block.role == Role::Body && row_of(block).is_some() {
        return Line::new(Role::List, block.text.as_str());
    }
    let bold = block.role == Role::Body && block.strong * 100 >= block.letters * 90;
    let heads = bold && (block.text.ends_with('?') || block.text.split(' ').count() <= 12);
    Line::new(if heads { Role::Heading } else { block.role }, block.text.as_str())
}
