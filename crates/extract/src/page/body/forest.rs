//! A forest of decision trees that were grown one after another (gradient
//! boosting), read from compact data. `tools/extract/train` makes the data.
//!
//! Layout, all little-endian: the number of trees (u16); for each tree the
//! number of nodes n (u16), n nodes, n + 1 leaves (f32). A node is its feature
//! (u16), its threshold (f32), and where values up to the threshold and values
//! above it go (i16 each): to a node of the tree, or to leaf !x where x < 0.

use super::rows::{ROOM, Rows};

/// Trees whose leaves add up to the log-odds that a block is of the article.
#[derive(Debug, Default)]
pub struct Forest {
    trees: Vec<Tree>,
}

/// Nodes and leaves that a tree has at most; ours have 24 leaves.
const NODES: usize = 64;

/// The root stands first. Any place modulo [`NODES`] is one in the tree, so that a
/// walk asks for no bounds.
#[derive(Debug, Clone)]
struct Tree {
    nodes: [Node; NODES],
    /// Steps to the deepest leaf.
    depth: u32,
}

/// A node, or a leaf that leads to itself: a walk of as many steps as the tree
/// is deep ends at a leaf, and has no branch that the processor could mistake.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// The threshold, or what the leaf is worth.
    number: f32,
    feature: u8,
    next: [u8; 2],
}

/// So many rows walk a tree side by side.
const ABREAST: usize = 8;

/// After so many trees, rows below the first log-odds or above the second are
/// looked at no further: each tree goes on where those before it left off, and
/// of what is hopeless or sure after some the others say the same.
const DECIDED: [(usize, f32, f32); 4] =
    [(16, -1.5, f32::MAX), (24, -2., f32::MAX), (32, -2.5, 2.5), (48, -3., 3.)];

/// What the log-odds are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Others look at them: how sure is sure tells something.
    First,
    /// Only which side they fall on counts.
    Last,
}

impl Forest {
    /// Takes one forest off the start of the data. None where that is no
    /// forest over so many features, of trees of [`NODES`] nodes at most.
    pub fn read(data: &mut &[u8], features: usize) -> Option<Self> {
        let mut forest = Self::default();
        for _ in 0..u16::from_le_bytes(take(data)?) {
            forest.read_tree(data, features)?;
        }
        Some(forest)
    }

    fn read_tree(&mut self, data: &mut &[u8], features: usize) -> Option<()> {
        let count = i32::from(u16::from_le_bytes(take(data)?));
        if count as usize * 2 + 1 > NODES || features > ROOM {
            return None;
        }
        let mut nodes = [Node::default(); NODES];
        // Leaves stand after the nodes.
        let place = |to: i32| (if to < 0 { count + !to } else { to }) as u8;
        let mut depths = vec![1; count as usize];
        for at in 0..count {
            let feature = u16::from_le_bytes(take(data)?);
            let number = f32::from_le_bytes(take(data)?);
            let mut next = [0; 2];
            for way in &mut next {
                let to = i32::from(i16::from_le_bytes(take(data)?));
                // Nodes point forward, so every walk ends.
                let sound = if to < 0 { !to <= count } else { to > at && to < count };
                if !sound || usize::from(feature) >= features {
                    return None;
                }
                *way = place(to);
                if to > 0 {
                    depths[to as usize] = depths[to as usize].max(depths[at as usize] + 1);
                }
            }
            nodes[at as usize] = Node { number, feature: feature as u8, next };
        }
        for leaf in 0..=count {
            let number = f32::from_le_bytes(take(data)?);
            let place = place(!leaf);
            nodes[usize::from(place)] = Node { number, feature: 0, next: [place; 2] };
        }
        let depth = depths.into_iter().max().unwrap_or(0);
        self.trees.push(Tree { nodes, depth });
        Some(())
    }

    /// The log-odds of rows of features, one tree after another: a tree is
    /// walked by all rows while it is at hand.
    pub fn scores(&self, rows: &Rows, look: Look) -> Vec<f32> {
        let mut sums = vec![0.; rows.len()];
        let rows: Vec<&[f32; ROOM]> = (0..rows.len()).map(|at| rows.whole(at)).collect();
        let mut open: Vec<usize> = (0..rows.len()).collect();
        for (seen, tree) in self.trees.iter().enumerate() {
            if let Some((_, least, most)) = DECIDED.iter().find(|(at, ..)| *at == seen) {
                let on = self.trees.len() as f32 / seen as f32;
                open.retain(|at| {
                    let sure = look == Look::Last && sums[*at] > *most;
                    let goes_on = sums[*at] >= *least && !sure;
                    sums[*at] *= if goes_on { 1. } else { on };
                    goes_on
                });
            }
            for some in open.chunks(ABREAST) {
                tree.walk(&rows, some, &mut sums);
            }
        }
        sums
    }
}

impl Tree {
    /// Adds what the leaves are worth to which some rows come. Loops over places: an
    /// iterator over both would copy what it walks over, at each step.
    fn walk(&self, rows: &[&[f32; ROOM]], some: &[usize], sums: &mut [f32]) {
        let mut here = [0u8; ABREAST];
        let mut row = [rows[some[0]]; ABREAST];
        let count = some.len().min(ABREAST);
        for at in 0..count {
            row[at] = rows[some[at]];
        }
        for _ in 0..self.depth {
            let mut moved = 0;
            for at in 0..ABREAST {
                let node = self.node(here[at]);
                let above = row[at][usize::from(node.feature)] > node.number;
                let next = node.next[usize::from(above)];
                moved |= next ^ here[at];
                here[at] = next;
            }
            // Most leaves are far above the deepest.
            if moved == 0 {
                break;
            }
        }
        for at in 0..count {
            sums[some[at]] += self.node(here[at]).number;
        }
    }

    fn node(&self, at: u8) -> &Node {
        &self.nodes[usize::from(at) % NODES]
    }
}

fn take<const N: usize>(data: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, rest) = data.split_first_chunk()?;
    *data = rest;
    Some(*bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One tree: up to 1.5 of feature 0, leaf 0; above, by feature 1.
    fn data(second: [i16; 2]) -> Vec<u8> {
        let mut data = vec![1, 0, 2, 0];
        for (feature, threshold, next) in [(0u16, 1.5f32, [-1i16, 1]), (1, 0., second)] {
            data.extend(feature.to_le_bytes());
            data.extend(threshold.to_le_bytes());
            next.iter().for_each(|way| data.extend(way.to_le_bytes()));
        }
        [1f32, 2., 4.].iter().for_each(|leaf| data.extend(leaf.to_le_bytes()));
        data
    }

    #[test]
    fn walks_its_trees() {
        let data = data([-2, -3]);
        let forest = Forest::read(&mut &data[..], 2).expect("a sound forest");
        for (row, score) in [([1f32, 9.], 1.), ([1.5, 9.], 1.), ([2., 0.], 2.), ([2., 1.], 4.)] {
            let mut rows = Rows::default();
            rows.add(|numbers| numbers.extend(row));
            assert_eq!(forest.scores(&rows, Look::First), [score], "{row:?}");
        }
    }

    #[test]
    fn refuses_what_is_no_forest() {
        for (second, features) in [([-2, -4], 2), ([-2, 1], 2), ([-2, 2], 2), ([-2, -3], 1)] {
            assert!(Forest::read(&mut &data(second)[..], features).is_none(), "{second:?}");
        }
        let data = data([-2, -3]);
        assert!(Forest::read(&mut &data[..data.len() - 1], 2).is_none());
    }
}
