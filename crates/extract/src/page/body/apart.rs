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

/// Among appeals, so many blocks in a row ask for nothing at most: an appeal above a text
/// and one below it hold the text between them.
const IN_A_ROW: usize = 2;

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

/// What holds all appeals for money of a page, where that is more than one, little else
/// stands among them and the page has a text beside it: what else stands in it says why to
/// give, and reads like news.
fn appeals<'a>(blocks: &[Block<'a>], keep: &[bool]) -> Option<NodeRef<'a>> {
    let asks = |block: &Block<'_>| block.text.len() <= APPEAL && is_appeal(&block.text);
    let asks: Vec<bool> = blocks.iter().map(asks).collect();
    let first = asks.iter().position(|asks| *asks)?;
    let last = asks.iter().rposition(|asks| *asks).filter(|last| *last != first)?;
    let mut holders = std::iter::once(blocks[first].node).chain(blocks[first].node.ancestors());
    let holder = holders.find(|holder| holds(*holder, &blocks[last]))?;
    let inside = blocks.iter().zip(&asks).filter(|(block, _)| holds(holder, block));
    let inside: Vec<bool> = inside.map(|(_, asks)| *asks).collect();
    let outside = blocks.iter().zip(keep).filter(|(block, keep)| **keep && !holds(holder, block));
    let outside: usize = outside.map(|(block, _)| block.letters).sum();
    let among = inside.split(|asks| *asks).all(|others| others.len() <= IN_A_ROW);
    (among && outside >= TEXT).then_some(holder)
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
