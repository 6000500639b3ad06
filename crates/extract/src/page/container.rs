//! The element that holds the article, found by weight: from the body down,
//! always to the child that carries nearly all running text.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use super::element;

/// A child that carries this share of its parent's running text holds the
/// article as much as the parent does.
const SHARE: usize = 82;

/// The element with nearly all running text of the page.
pub fn find<'a>(body: &NodeRef<'a>) -> NodeRef<'a> {
    let mut weights: HashMap<NodeId, usize> = HashMap::new();
    weigh(body, false, &mut weights);
    let weight = |node: &NodeRef<'_>| weights.get(&node.id).copied().unwrap_or(0);
    let mut here = *body;
    loop {
        let all = weight(&here);
        let heaviest = here.element_children().into_iter().max_by_key(|child| weight(child));
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

/// Running text below a node: pieces of text long enough to be of sentences,
/// outside links.
fn weigh(node: &NodeRef<'_>, linked: bool, weights: &mut HashMap<NodeId, usize>) -> usize {
    let mut sum = 0;
    for child in node.children_it(false) {
        if child.is_text() {
            let length = child.text().trim().chars().count();
            if length >= 40 && !linked {
                sum += length;
            }
        } else if child.is_element() {
            let link = linked || child.has_name("a");
            sum += weigh(&child, link, weights);
        }
    }
    weights.insert(node.id, sum);
    sum
}

fn is_line(node: &NodeRef<'_>) -> bool {
    matches!(
        element::name(node).as_str(),
        "p" | "li"
            | "blockquote"
            | "h1"
            | "h2"
            | "h3"
            | "span"
            | "b"
            | "strong"
            | "em"
            | "i"
            | "pre"
    )
}
