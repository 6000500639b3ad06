//! What readers write below a text: no part of it, however well it reads.

use super::{
    blocks::Block,
    names::{COMMENTS, Names},
};
use crate::dom::{Document, Tag};

/// A page with so many letters before its comments has a text of its own; one
/// with fewer may be a discussion, or be called after its comments as a whole.
const TEXT: usize = 500;

/// Lets go of kept blocks that stand among comments.
pub fn let_go(doc: &Document, blocks: &[Block<'_>], keep: &mut [bool]) {
    let mut names = Names::new(doc);
    let mut before = 0;
    for (block, keep) in blocks.iter().zip(keep).filter(|(_, keep)| **keep) {
        let holders = std::iter::once(block.node).chain(block.node.ancestors());
        let mut inner = holders.take_while(|n| !matches!(n.tag(), Tag::Body | Tag::Html));
        if !inner.any(|holder| names.of(holder) & COMMENTS != 0) {
            before += block.letters;
        } else if before >= TEXT {
            *keep = false;
        }
    }
}
