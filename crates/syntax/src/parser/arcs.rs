//! Owns the arcs of a parse under way. Each head keeps the order in which its children on
//! either side came; the network sees the latest of each.

use crate::network::NOBODY;

pub(super) struct Arcs {
    heads: Vec<u32>,
    labels: Vec<u16>,
    /// By head, the latest child on its left and on its right.
    left: Vec<u32>,
    right: Vec<u32>,
    /// By child, the one that came before it on the same side of its head.
    before: Vec<u32>,
}

impl Arcs {
    pub(super) fn new(length: usize) -> Self {
        let nobody = vec![NOBODY; length];
        Self {
            labels: vec![0; length],
            left: nobody.clone(),
            right: nobody.clone(),
            before: nobody.clone(),
            heads: nobody,
        }
    }

    pub(super) fn has_head(&self, token: u32) -> bool {
        self.heads[token as usize] != NOBODY
    }

    pub(super) fn last_left(&self, head: u32) -> u32 {
        self.left.get(head as usize).copied().unwrap_or(NOBODY)
    }

    pub(super) fn last_right(&self, head: u32) -> u32 {
        self.right.get(head as usize).copied().unwrap_or(NOBODY)
    }

    /// Adds an arc in place of the one the child has.
    pub(super) fn add(&mut self, head: u32, child: u32, label: u16) {
        if self.has_head(child) {
            self.remove(child);
        }
        let side = if head > child { &mut self.left } else { &mut self.right };
        self.before[child as usize] = side[head as usize];
        side[head as usize] = child;
        self.heads[child as usize] = head;
        self.labels[child as usize] = label;
    }

    fn remove(&mut self, child: u32) {
        let head = self.heads[child as usize];
        let side = if head > child { &mut self.left } else { &mut self.right };
        let before = self.before[child as usize];
        if side[head as usize] == child {
            side[head as usize] = before;
            return;
        }
        let mut later = side[head as usize];
        while later != NOBODY {
            if self.before[later as usize] == child {
                self.before[later as usize] = before;
                return;
            }
            later = self.before[later as usize];
        }
    }

    pub(super) fn into_heads_and_labels(self) -> (Vec<u32>, Vec<u16>) {
        let heads = self.heads.iter().enumerate();
        let heads = heads.map(|(token, head)| if *head == NOBODY { token as u32 } else { *head });
        (heads.collect(), self.labels)
    }
}
