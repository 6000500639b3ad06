//! Blocks of a page as lines of an article.

use throughline_model::Role;

use super::body::{self, Block};
use crate::{dom::NodeRef, draft::Line, residue::ends_like_sentence};

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
pub fn is_link_of_list(block: &Block<'_>) -> bool {
    block.role == Role::List
        && block.linked * 100 >= block.letters * 85
        && !ends_like_sentence(&block.text)
}

/// A block as a line. A short bold paragraph heads what follows; so does a
/// question of an interview, whatever its length.
pub fn line(block: &Block<'_>) -> Line {
    let bold = block.role == Role::Body && block.strong * 100 >= block.letters * 90;
    let heads = bold && (block.text.ends_with('?') || block.text.split(' ').count() <= 12);
    Line::new(if heads { Role::Heading } else { block.role }, block.text.as_str())
}
