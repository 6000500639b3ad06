//! Owns the crossing arcs. The parser cannot make them; instead it attaches a token higher
//! up under a label "own||label of the true head", and the true head is looked for here.

use super::spans::edges;
use std::collections::VecDeque;

/// Tokens looked at in one text before searches are given up, which keeps the time for
/// nonsense in bounds; real texts need a thousand.
const BUDGET: usize = 1 << 22;

/// Moves every token with a double label to the first descendant of its head, breadth
/// first, that has the second label; leaves it where it is if there is none.
pub(super) fn deprojectivise(heads: &mut [u32], labels: &mut [&'static str], is_space: &[bool]) {
    if !labels.iter().any(|label| label.contains("||")) {
        return;
    }
    let edges = edges(heads);
    let mut budget = BUDGET;
    for token in 0..heads.len() {
        if let Some((label, head_label)) = labels[token].split_once("||") {
            heads[token] =
                true_head(token, head_label, heads, labels, is_space, &edges, &mut budget);
            labels[token] = label;
        }
    }
}

fn true_head(
    token: usize,
    label: &str,
    heads: &[u32],
    labels: &[&'static str],
    is_space: &[bool],
    edges: &[(u32, u32)],
    budget: &mut usize,
) -> u32 {
    let mut queue = VecDeque::from([heads[token]]);
    while let Some(head) = queue.pop_front() {
        let (first, last) = edges[head as usize];
        match budget.checked_sub((last - first) as usize) {
            Some(left) => *budget = left,
            None => break,
        }
        for child in first..=last {
            let at = child as usize;
            if heads[at] != head || child == head || is_space[at] || at == token {
                continue;
            }
            if labels[at] == label {
                return child;
            }
            queue.push_back(child);
        }
    }
    heads[token]
}
