//! What stands beside a text and is no part of it, however well it reads: what
//! readers write, what a site asks leave for, what it asks its readers.

use super::{
    blocks::Block,
    names::{COMMENTS, COOKIES, Names},
};
use crate::{
    dom::{Document, NodeRef, Tag},
    residue::is_appeal,
};

/// A page with so many letters before its comments has a text of its own; one
/// with fewer may be a discussion, or be called after its comments as a whole.
const TEXT: usize = 500;

/// A page with so many letters before it asks for leave shows them.
const SHOWN: usize = 60;

/// So many elements an element has at most that holds nothing but a poll.
const POLL: usize = 40;

/// Longer blocks are no appeals, in bytes.
const APPEAL: usize = 1000;

/// Among appeals, one block in so many is one at least.
const AMONG: usize = 6;

/// Lets go of kept blocks that stand among comments, questions of consent or appeals.
pub fn let_go(doc: &Document, blocks: &[Block<'_>], keep: &mut [bool]) {
    let mut names = Names::new(doc);
    let appeals = appeals(blocks, keep);
    let mut before = 0;
    for (block, keep) in blocks.iter().zip(keep).filter(|(_, keep)| **keep) {
        let holders = std::iter::once(block.node).chain(block.node.ancestors());
        let inner = holders.take_while(|n| !matches!(n.tag(), Tag::Body | Tag::Html));
        let names = inner.fold(0, |bits, holder| bits | names.of(holder));
        let apart = names & COMMENTS != 0 && before >= TEXT
            || names & COOKIES != 0 && before >= SHOWN
            || appeals.is_some_and(|holder| holds(holder, block))
            || is_poll(block);
        match apart {
            true => *keep = false,
            false if names & (COMMENTS | COOKIES) == 0 => before += block.letters,
            false => {}
        }
    }
}

/// What holds all appeals for money of a page, where that is more than one, they are many of
/// its blocks and the page has a text beside it: what else stands in it says why to give, and
/// reads like news.
fn appeals<'a>(blocks: &[Block<'a>], keep: &[bool]) -> Option<NodeRef<'a>> {
    let asks = |block: &&Block<'_>| block.text.len() <= APPEAL && is_appeal(&block.text);
    let all: Vec<&Block<'_>> = blocks.iter().filter(asks).collect();
    let [first, .., last] = all[..] else { return None };
    let mut holders = std::iter::once(first.node).chain(first.node.ancestors());
    let holder = holders.find(|holder| holds(*holder, last))?;
    let inside = blocks.iter().filter(|block| holds(holder, block)).count();
    let outside = blocks.iter().zip(keep).filter(|(block, keep)| **keep && !holds(holder, block));
    let outside: usize = outside.map(|(block, _)| block.letters).sum();
    (inside <= all.len() * AMONG && outside >= TEXT).then_some(holder)
}

fn holds(holder: NodeRef<'_>, block: &Block<'_>) -> bool {
    (holder.index()..holder.end()).contains(&block.node.index())
}

/// Whether a block asks something and offers two answers to choose from.
fn is_poll(block: &Block<'_>) -> bool {
    let is_choice = |node: &NodeRef<'_>| match node.tag() {
        Tag::Button => true,
        Tag::Input => matches!(node.attr("type"), Some("radio" | "checkbox" | "submit" | "button")),
        _ => matches!(node.attr("role"), Some("button" | "radio")),
    };
    let offers = |node: NodeRef<'_>| {
        node.end() - node.index() <= POLL && node.descendants().filter(is_choice).nth(1).is_some()
    };
    block.text.ends_with(['?', '？', '؟'])
        && (offers(block.node) || block.node.parent().is_some_and(offers))
}
