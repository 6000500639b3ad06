//! The second look: a few neighbouring stories are partitioned anew, as if their
//! articles had all been at hand, with the weights that words have by now.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use throughline_annotate::Vector;

use crate::{
    agglomerate::agglomerate,
    arrival::Gatherer,
    bond::{Group, bar},
    cluster::{Cluster, both, decay, trim},
    decision::{Change, Decision, Why},
    index::strongest,
    profile::Profile,
    renumbered::Renumbered,
    story_id::StoryId,
};

/// What is moved as one: an article, or the settled core of a story.
struct Node {
    from: StoryId,
    articles: Vec<String>,
    /// Its place among the members of its story; none for a core.
    member: Option<usize>,
    vector: Vector,
    group: Group,
    days: Option<(i64, i64)>,
}

/// What a story gives to a part, by what counts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Share {
    /// Articles that it was told with when its readers last saw it.
    followed: usize,
    /// Articles.
    all: usize,
    /// The node of the oldest of them.
    oldest: Reverse<usize>,
}

impl Gatherer {
    /// Partitions the articles of these stories anew and tells what changed.
    pub(crate) fn settle(&mut self, stories: &[StoryId]) -> Vec<Decision> {
        let nodes = self.nodes(stories);
        if nodes.len() < 2 {
            return Vec::new();
        }
        let across = self.across(&nodes);
        let groups = nodes.iter().map(|node| node.group).collect();
        let parts = agglomerate(groups, across.clone(), &self.together(&nodes));
        let names = self.name(&parts, &nodes);
        let stays =
            |(part, name): (&Vec<usize>, &StoryId)| part.iter().all(|&i| nodes[i].from == *name);
        if parts.iter().zip(&names).all(stays) && names.len() == stories.len() {
            return Vec::new();
        }
        self.rearrange(stories, nodes, &across, &parts, &names)
    }

    fn nodes(&self, stories: &[StoryId]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (&from, cluster) in stories.iter().filter_map(|s| self.stories.get_key_value(s)) {
            if !cluster.core.is_empty() {
                nodes.push(Node {
                    from,
                    articles: cluster.core.clone(),
                    member: None,
                    vector: cluster.core_sum.clone(),
                    group: cluster.core_group(),
                    days: cluster.days,
                });
            }
            nodes.extend(cluster.members.iter().enumerate().map(|(at, profile)| Node {
                from,
                articles: vec![profile.article.clone()],
                vector: self.vocabulary.vector(&profile.counts),
                group: Group::ONE,
                days: profile.day.map(|day| (day, day)),
                member: Some(at),
            }));
        }
        nodes
    }

    /// Sums of the similarities across, below the diagonal.
    fn across(&self, nodes: &[Node]) -> Vec<Vec<f32>> {
        let corrections = &self.corrections;
        let apart = |a: &Node, b: &Node| {
            let barred = |x: &String| corrections.without(x).iter();
            a.articles.iter().any(|x| barred(x).any(|y| b.articles.contains(y)))
        };
        let free = corrections.are_empty();
        let mut vectors = Renumbered::of(nodes.iter().map(|node| &node.vector));
        let row = |i: usize| {
            let node = &nodes[i];
            vectors.with(i, |product| {
                let pair = |j: usize| match free || !apart(node, &nodes[j]) {
                    true => product(j) * decay(node.days, nodes[j].days),
                    false => f32::NEG_INFINITY,
                };
                (0..i).map(pair).collect()
            })
        };
        (0..nodes.len()).map(row).collect()
    }

    /// The pairs of nodes that a reader wants in one story.
    fn together(&self, nodes: &[Node]) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        if self.corrections.are_empty() {
            return pairs;
        }
        for (i, node) in nodes.iter().enumerate() {
            for partner in node.articles.iter().flat_map(|a| self.corrections.with(a)) {
                pairs.extend(
                    nodes[..i].iter().position(|n| n.articles.contains(partner)).map(|j| (j, i)),
                );
            }
        }
        pairs
    }

    /// A story for each part. A story claims the part that has most of what its readers follow;
    /// of several that claim one part the largest has it, else the oldest, and the others are no
    /// more: with a lesser part they would tell their readers of something else. A part that no
    /// story claims is a new one.
    fn name(&mut self, parts: &[Vec<usize>], nodes: &[Node]) -> Vec<StoryId> {
        let mut claims: Vec<(Share, StoryId, usize)> = Vec::new();
        for story in nodes.iter().map(|node| node.from).collect::<BTreeSet<_>>() {
            let share = |part: &Vec<usize>| self.share(story, part, nodes);
            let most = parts.iter().map(share).enumerate().max_by_key(|&(_, share)| share);
            claims.extend(most.map(|(at, share)| (share, story, at)));
        }
        claims.sort_by_key(|&(Share { followed, all, .. }, story, _)| {
            (Reverse((followed, all)), story)
        });
        let mut names: Vec<Option<StoryId>> = vec![None; parts.len()];
        for (_, story, at) in claims {
            names[at].get_or_insert(story);
        }
        names.into_iter().map(|name| name.unwrap_or_else(|| self.new_story())).collect()
    }

    /// What a story gives to a part.
    fn share(&self, story: StoryId, part: &[usize], nodes: &[Node]) -> Share {
        let of_story = || part.iter().copied().filter(|&i| nodes[i].from == story);
        let articles = || of_story().flat_map(|i| &nodes[i].articles);
        Share {
            followed: articles().filter(|article| !self.unsaved.is_new(article)).count(),
            all: articles().count(),
            oldest: Reverse(of_story().next().unwrap_or(usize::MAX)),
        }
    }

    fn rearrange(
        &mut self,
        stories: &[StoryId],
        nodes: Vec<Node>,
        across: &[Vec<f32>],
        parts: &[Vec<usize>],
        names: &[StoryId],
    ) -> Vec<Decision> {
        let decisions = self.told(stories, &nodes, across, parts, names);
        let mut members: BTreeMap<StoryId, Vec<Option<Profile>>> = BTreeMap::new();
        for &story in stories {
            let taken = self.take_out(story).into_iter().flat_map(|cluster| cluster.members);
            members.insert(story, taken.map(Some).collect());
        }
        let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
        for (part, &name) in parts.iter().zip(names) {
            let mut cluster = Cluster::default();
            let vectors = part.iter().filter_map(|&i| Some(&nodes[i].as_ref()?.vector));
            cluster.sum = sum_of(vectors);
            let mut group = Group { size: 0.0, within: 0.0 };
            for (at, &i) in part.iter().enumerate() {
                let Some(node) = nodes[i].take() else { continue };
                let sum: f32 = part[..at].iter().map(|&j| across[i.max(j)][i.min(j)]).sum();
                group = group.with(node.group, sum);
                // What stays can be found already.
                if node.from != name {
                    self.index.add(name, &strongest(&node.vector));
                }
                cluster.days = both(cluster.days, node.days);
                for article in &node.articles {
                    self.homes.insert(article.clone(), name);
                }
                match node.member {
                    Some(at) => cluster.members.extend(
                        members.get_mut(&node.from).and_then(|members| members.get_mut(at)?.take()),
                    ),
                    None => {
                        cluster.core_within +=
                            node.group.within + cluster.core_sum.dot(&node.vector);
                        cluster.core_sum.add(&node.vector, 1.0);
                        cluster.core.extend(node.articles);
                    }
                }
            }
            trim(&mut cluster.sum);
            trim(&mut cluster.core_sum);
            (cluster.size, cluster.within) = (group.size, group.within);
            cluster.forget(|profile| self.vocabulary.vector(&profile.counts));
            self.stories.insert(name, cluster);
            self.touch(name);
        }
        decisions
    }

    /// The decisions that lead from the stories as they were to the parts.
    fn told(
        &self,
        stories: &[StoryId],
        nodes: &[Node],
        across: &[Vec<f32>],
        parts: &[Vec<usize>],
        names: &[StoryId],
    ) -> Vec<Decision> {
        let mut decisions = Vec::new();
        let mut redirects: BTreeMap<StoryId, StoryId> = BTreeMap::new();
        for &gone in stories.iter().filter(|story| !names.contains(story)) {
            let most =
                parts.iter().zip(names).max_by_key(|(part, _)| self.share(gone, part, nodes));
            if let Some((part, &name)) = most {
                redirects.insert(gone, name);
                let (theirs, ours): (Vec<usize>, Vec<usize>) =
                    part.iter().copied().partition(|&i| nodes[i].from == gone);
                let why = self.why(&theirs, &ours, nodes, across);
                let articles = theirs.iter().flat_map(|&i| nodes[i].articles.clone()).collect();
                decisions.push(Decision {
                    story: name,
                    change: Change::Merged { gone, articles },
                    why,
                    rivals: Vec::new(),
                });
            }
        }
        for (part, &name) in parts.iter().zip(names) {
            let mut strays: BTreeMap<StoryId, Vec<usize>> = BTreeMap::new();
            for &i in part {
                let from = nodes[i].from;
                if *redirects.get(&from).unwrap_or(&from) != name {
                    strays.entry(from).or_default().push(i);
                }
            }
            for (from, strays) in strays {
                let articles = strays.iter().flat_map(|&i| nodes[i].articles.clone()).collect();
                let is_new = !stories.contains(&name);
                // What speaks for a split is how little the parts share, for a
                // move how much the new story does.
                let others: Vec<usize> = match is_new {
                    true => (0..nodes.len())
                        .filter(|i| nodes[*i].from == from && !part.contains(i))
                        .collect(),
                    false => part.iter().copied().filter(|i| !strays.contains(i)).collect(),
                };
                let why = self.why(&strays, &others, nodes, across);
                let change = match is_new {
                    true => Change::Split { from, articles },
                    false => Change::Moved { from, articles },
                };
                decisions.push(Decision { story: name, change, why, rivals: Vec::new() });
            }
        }
        decisions
    }

    fn why(&self, a: &[usize], b: &[usize], nodes: &[Node], across: &[Vec<f32>]) -> Why {
        let (x, y) = (summed(a, nodes, across), summed(b, nodes, across));
        let pairs = a.iter().flat_map(|&i| b.iter().map(move |&j| across[i.max(j)][i.min(j)]));
        let sum: f32 = pairs.sum();
        let corrected = sum == f32::NEG_INFINITY
            || a.iter().any(|&i| {
                let wanted =
                    nodes[i].articles.iter().flat_map(|article| self.corrections.with(article));
                wanted.into_iter().any(|w| b.iter().any(|&j| nodes[j].articles.contains(w)))
            });
        let similarity = (sum / (x.1.size * y.1.size).max(1.0)).max(0.0);
        let mut why = Why::of(similarity, bar(x.1, y.1), &x.0, &y.0, &self.vocabulary);
        why.corrected = corrected;
        why
    }
}

fn summed(part: &[usize], nodes: &[Node], across: &[Vec<f32>]) -> (Vector, Group) {
    let mut group = Group { size: 0.0, within: 0.0 };
    for (at, &i) in part.iter().enumerate() {
        let pairs: f32 = part[..at].iter().map(|&j| across[i.max(j)][i.min(j)]).sum();
        group = group.with(nodes[i].group, pairs);
    }
    (sum_of(part.iter().map(|&i| &nodes[i].vector)), group)
}

/// The sum of many vectors, added in their order. Sorting finds the runs that they are: each
/// term is moved a few times, where adding one vector after the other moves all of the sum.
fn sum_of<'a>(vectors: impl Iterator<Item = &'a Vector>) -> Vector {
    let mut terms: Vec<(u32, f32)> = vectors.flat_map(|vector| &vector.0).copied().collect();
    terms.sort_by_key(|&(term, _)| term);
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0.0 };
        same
    });
    terms.shrink_to_fit();
    Vector(terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_what_adding_one_by_one_gives() {
        let vector = |(length, step): (u32, u32)| {
            Vector((0..length).map(|n| (n * step, 1.0 / (n + step) as f32)).collect())
        };
        let cases: [&[(u32, u32)]; 5] =
            [&[], &[(0, 1)], &[(5, 2)], &[(5, 2), (3, 3)], &[(90, 1), (40, 3), (0, 1), (70, 2)]];
        for case in cases {
            let vectors: Vec<Vector> = case.iter().copied().map(vector).collect();
            let mut expected = Vector::default();
            vectors.iter().for_each(|vector| expected.add(vector, 1.0));
            assert_eq!(sum_of(vectors.iter()), expected, "{case:?}");
        }
    }
}
