//! Groups into stories, nearest first, as long as two are one ([`bar`]).

use crate::bond::{Group, bar, belongs};

/// The partition of groups by merging; `across[i][j]` for `j < i` is the sum of
/// the similarities of the pairs across two groups, minus infinity where they
/// must not be one story. `together` are pairs that must, unless they must not.
pub fn agglomerate(
    mut groups: Vec<Group>,
    mut across: Vec<Vec<f32>>,
    together: &[(usize, usize)],
) -> Vec<Vec<usize>> {
    let mut members: Vec<Vec<usize>> = (0..groups.len()).map(|i| vec![i]).collect();
    for &(a, b) in together {
        let holds = |x: usize| members.iter().position(|m| m.contains(&x));
        if let (Some(a), Some(b)) = (holds(a), holds(b))
            && a != b
            && across[a.max(b)][a.min(b)] > f32::NEG_INFINITY
        {
            merge(a.min(b), a.max(b), &mut groups, &mut across, &mut members);
        }
    }
    let mut nearest: Vec<Option<(f32, usize)>> =
        (0..groups.len()).map(|i| nearest_of(i, &groups, &across, &members)).collect();
    loop {
        let pairs = nearest.iter().enumerate();
        let best = pairs
            .filter_map(|(i, n)| n.map(|(margin, j)| (margin, j, i)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then((b.1, b.2).cmp(&(a.1, a.2))));
        let Some((_, kept, gone)) = best.filter(|b| b.0 > 0.0) else { break };
        merge(kept, gone, &mut groups, &mut across, &mut members);
        nearest[gone] = None;
        for i in 0..groups.len() {
            let stale = i == kept || nearest[i].is_some_and(|(_, j)| j == kept || j == gone);
            if members[i].is_empty() {
                continue;
            }
            if stale {
                nearest[i] = nearest_of(i, &groups, &across, &members);
            } else if i > kept {
                let margin = margin(i, kept, &groups, &across);
                if nearest[i].is_none_or(|(best, j)| margin > best || margin == best && kept < j) {
                    nearest[i] = Some((margin, kept));
                }
            }
        }
    }
    take_in_lone(&mut groups, &mut across, &mut members);
    members.retain(|group| !group.is_empty());
    members.iter_mut().for_each(|group| group.sort_unstable());
    members
}

/// Articles that are left alone go to the only group that they are near
/// ([`belongs`]).
fn take_in_lone(groups: &mut [Group], across: &mut [Vec<f32>], members: &mut [Vec<usize>]) {
    for i in 0..groups.len() {
        if members[i].is_empty() || groups[i].size > 1.0 {
            continue;
        }
        let others = (0..groups.len()).filter(|&j| j != i && !members[j].is_empty());
        let mut near: Vec<(f32, usize)> =
            others.map(|j| (across[i.max(j)][i.min(j)] / groups[j].size, j)).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let next = near.get(1).map_or(0.0, |&(similarity, _)| similarity);
        if let Some(&(similarity, j)) = near.first()
            && belongs(groups[j].size, similarity, bar(groups[i], groups[j]), next)
        {
            merge(i.min(j), i.max(j), groups, across, members);
        }
    }
}

/// The best partner of `i` among those before it.
fn nearest_of(
    i: usize,
    groups: &[Group],
    across: &[Vec<f32>],
    members: &[Vec<usize>],
) -> Option<(f32, usize)> {
    if members[i].is_empty() {
        return None;
    }
    (0..i)
        .filter(|&j| !members[j].is_empty())
        .map(|j| (margin(i, j, groups, across), j))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
}

fn margin(i: usize, j: usize, groups: &[Group], across: &[Vec<f32>]) -> f32 {
    across[i.max(j)][i.min(j)] / (groups[i].size * groups[j].size) - bar(groups[i], groups[j])
}

fn merge(
    kept: usize,
    gone: usize,
    groups: &mut [Group],
    across: &mut [Vec<f32>],
    members: &mut [Vec<usize>],
) {
    groups[kept] = groups[kept].with(groups[gone], across[gone][kept]);
    for i in (0..groups.len()).filter(|&i| i != kept && i != gone) {
        let moved = across[i.max(gone)][i.min(gone)];
        across[i.max(kept)][i.min(kept)] += moved;
    }
    let moved = std::mem::take(&mut members[gone]);
    members[kept].extend(moved);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An event with so many reports, a caption that says little of it, and a report of
    /// another event, which the caption is so near.
    fn check(reports: f32, caption: f32, other: f32, expected: &[&[usize]]) {
        let first = reports - 1.0;
        let groups = vec![
            Group { size: first, within: 0.5 * first * (first - 1.0) / 2.0 },
            Group::ONE,
            Group::ONE,
            Group::ONE,
        ];
        let across = vec![
            vec![],
            vec![0.5 * first],
            vec![caption * first, caption],
            vec![0.02 * first, 0.02, other],
        ];
        let found = agglomerate(groups, across, &[]);
        assert_eq!(found, expected, "{reports} {caption} {other}");
    }

    #[test]
    fn an_article_that_is_near_one_story_only_is_of_it() {
        check(2.0, 0.15, 0.02, &[&[0, 1, 2], &[3]]);
        check(2.0, 0.11, 0.02, &[&[0, 1, 2], &[3]]);
        check(2.0, 0.11, 0.08, &[&[0, 1], &[2], &[3]]);
        check(2.0, 0.09, 0.02, &[&[0, 1], &[2], &[3]]);
        check(2.0, 0.11, f32::NEG_INFINITY, &[&[0, 1, 2], &[3]]);
        // Of a story of many it may lie further off, but not nearer to another.
        check(5.0, 0.11, 0.02, &[&[0, 1], &[2], &[3]]);
        check(6.0, 0.11, 0.02, &[&[0, 1, 2], &[3]]);
        check(6.0, 0.11, 0.08, &[&[0, 1], &[2], &[3]]);
        check(6.0, 0.08, 0.02, &[&[0, 1], &[2], &[3]]);
    }
}
