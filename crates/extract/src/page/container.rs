//! The element that holds the article, found by weight: from the body down,
//! always to the child that carries nearly all running text.

use super::prune::Pruned;
use crate::dom::{Document, NodeRef, Tag};

/// A child that carries this share of its parent's running text holds the
/// article as much as the parent does.
const SHARE: usize = 82;

/// The element with nearly all running text of the page.
pub fn find<'a>(doc: &'a Document, pruned: &Pruned) -> NodeRef<'a> {
    let weights = weigh(doc, pruned);
    let weight = |node: &NodeRef<'_>| weights[node.index()];
    let mut here = doc.body();
    loop {
        let all = weight(&here);
        let heaviest = here.element_children().max_by_key(|child| weight(child));
        match heaviest {
            Some(child)
                if weight(&child) * 100 >= all * SHARE
                    && weight(&child) > 0
                    && !is_line(&child) =>
            {
                here = child;
            }
            _ => return here,
        }
    }
}

/// Running text below each node: pieces of text long enough to be of
/// sentences, outside links.
fn weigh(doc: &Document, pruned: &Pruned) -> Vec<usize> {
    let mut weights = vec![0; doc.len()];
    let mut linked = 0;
    for node in doc.nodes() {
        if node.tag() == Tag::A {
            linked = linked.max(node.end());
        }
        if node.is_text() && node.index() >= linked && !pruned.has(node) {
            let length = node.own_text().trim().chars().count();
            if length >= 40 {
                weights[node.index()] = length;
            }
        }
    }
    // Children stand after their parents.
    for at in (1..weights.len()).rev() {
        let node = doc.node(at);
        if let Some(parent) = node.parent() {
            weights[parent.index()] += weights[at];
        }
    }
    weights
}

fn is_line(node: &NodeRef<'_>) -> bool {
    use Tag::*;
    matches!(node.tag(), P | Li | Blockquote | H1 | H2 | H3 | Span | B | Strong | Em | I | Pre)
}
