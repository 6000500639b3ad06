//! Owns the first and last token of each subtree, and the sentences that follow from them.

/// The first and the last token of each token's subtree. Crossing arcs can need several
/// rounds; like the model's own code this stops when no head lies outside its sentence,
/// or after eleven.
pub(crate) fn edges(heads: &[u32]) -> Vec<(u32, u32)> {
    let mut edges: Vec<_> = (0..heads.len() as u32).map(|token| (token, token)).collect();
    for _ in 0..12 {
        let widen = |edges: &mut [(u32, u32)], token: usize| {
            let (first, last) = edges[token];
            let head = &mut edges[heads[token] as usize];
            *head = (head.0.min(first), head.1.max(last));
        };
        for token in 0..heads.len() {
            widen(&mut edges, token);
        }
        for token in (0..heads.len()).rev() {
            widen(&mut edges, token);
        }
        if heads_are_within(heads, &starts(heads, &edges)) {
            break;
        }
    }
    edges
}

fn starts(heads: &[u32], edges: &[(u32, u32)]) -> Vec<bool> {
    let mut starts = vec![false; heads.len()];
    for (token, head) in heads.iter().enumerate() {
        if *head as usize == token {
            starts[edges[token].0 as usize] = true;
        }
    }
    starts
}

fn heads_are_within(heads: &[u32], starts: &[bool]) -> bool {
    let mut start = 0;
    for end in 1..heads.len() {
        if starts[end] || end == heads.len() - 1 {
            let is_outside = |head: &u32| (*head as usize) < start || *head as usize > end;
            if heads[start..end].iter().any(is_outside) {
                return false;
            }
            start = end;
        }
    }
    true
}

/// Which tokens begin a sentence: those that begin the subtree of a root.
pub(super) fn sentence_starts(heads: &[u32]) -> Vec<bool> {
    starts(heads, &edges(heads))
}
