//! Owns the state of a parse: stack, buffer, arcs so far, sentence ends so far.

use super::arcs::Arcs;
use crate::network::NOBODY;

/// The tokens of a state that the network looks at.
pub(super) const ROLES: usize = 8;

pub(super) struct State {
    length: u32,
    stack: Vec<u32>,
    /// Tokens that went back to the buffer, the next one last.
    returned: Vec<u32>,
    next: u32,
    arcs: Arcs,
    /// Tokens that may not be shifted again until they get an arc.
    unshiftable: Vec<bool>,
    starts_sentence: Vec<bool>,
    /// The text is one sentence by decree.
    whole: bool,
    steps_left: u64,
}

impl State {
    pub(super) fn new(length: usize, whole: bool) -> Self {
        Self {
            length: length as u32,
            stack: Vec::new(),
            returned: Vec::new(),
            next: 0,
            arcs: Arcs::new(length),
            unshiftable: vec![false; length],
            starts_sentence: vec![false; length],
            whole,
            // Greedy parses take about two steps a token; the rules allow no endless loop
            // that we know of, and this makes sure.
            steps_left: 16 * length as u64 + 64,
        }
    }

    pub(super) fn is_final(&self) -> bool {
        self.steps_left == 0 || self.stack.is_empty() && self.buffer_length() == 0
    }

    /// The heads (a root is its own) and the labels.
    pub(super) fn into_arcs(self) -> (Vec<u32>, Vec<u16>) {
        self.arcs.into_heads_and_labels()
    }

    fn stack_at(&self, depth: usize) -> u32 {
        self.stack.iter().rev().nth(depth).copied().unwrap_or(NOBODY)
    }

    fn buffer_at(&self, place: usize) -> u32 {
        match self.returned.iter().rev().nth(place) {
            Some(token) => *token,
            None => {
                let token = self.next as usize + place - self.returned.len();
                if token < self.length as usize { token as u32 } else { NOBODY }
            }
        }
    }

    fn buffer_length(&self) -> usize {
        (self.length - self.next) as usize + self.returned.len()
    }

    /// The tokens the network looks at, numbered from `offset`.
    pub(super) fn context(&self, offset: u32) -> [u32; ROLES] {
        let (b0, s0) = (self.buffer_at(0), self.stack_at(0));
        let context = [
            b0,
            self.buffer_at(1),
            s0,
            self.stack_at(1),
            self.stack_at(2),
            self.arcs.last_left(b0),
            self.arcs.last_left(s0),
            self.arcs.last_right(s0),
        ];
        context.map(|token| if token == NOBODY { NOBODY } else { token + offset })
    }

    fn starts_sentence(&self, token: u32) -> bool {
        self.starts_sentence.get(token as usize).copied().unwrap_or(false)
    }

    fn cannot_start_sentence(&self, token: u32) -> bool {
        self.whole && token > 0 && token < self.length
    }

    pub(super) fn can_shift(&self) -> bool {
        let b0 = self.buffer_at(0);
        self.stack.is_empty()
            || self.buffer_length() >= 2
                && !self.starts_sentence(b0)
                && !self.unshiftable.get(b0 as usize).copied().unwrap_or(false)
    }

    pub(super) fn can_reduce(&self) -> bool {
        !self.stack.is_empty()
            && (self.buffer_length() == 0
                || self.stack.len() > 1
                || !self.cannot_start_sentence(self.buffer_at(0)))
    }

    pub(super) fn can_attach(&self) -> bool {
        !self.stack.is_empty()
            && self.buffer_length() > 0
            && !self.starts_sentence(self.buffer_at(0))
    }

    pub(super) fn can_break(&self) -> bool {
        let (b0, b1) = (self.buffer_at(0), self.buffer_at(1));
        self.buffer_length() >= 2
            && b1 == b0 + 1
            && !self.starts_sentence(b1)
            && !self.cannot_start_sentence(b1)
    }

    pub(super) fn shift(&mut self) {
        self.steps_left -= 1;
        let token = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(token);
    }

    /// Takes the top off the stack; without a head it goes back to the buffer.
    pub(super) fn reduce(&mut self) {
        self.steps_left -= 1;
        let only = self.stack.len() == 1;
        let Some(token) = self.stack.pop() else {
            return;
        };
        if !only && !self.arcs.has_head(token) {
            self.unshiftable[token as usize] = true;
            self.returned.push(token);
        }
    }

    pub(super) fn attach_left(&mut self, label: u16) {
        self.steps_left -= 1;
        let head = self.buffer_at(0);
        if let Some(child) = self.stack.pop() {
            self.arcs.add(head, child, label);
            // The stack has changed, so shifting again cannot go on for ever.
            self.unshiftable[head as usize] = false;
        }
    }

    pub(super) fn attach_right(&mut self, label: u16) {
        self.arcs.add(self.stack_at(0), self.buffer_at(0), label);
        self.shift();
    }

    pub(super) fn end_sentence(&mut self) {
        self.steps_left -= 1;
        let start = self.buffer_at(1);
        self.starts_sentence[start as usize] = true;
    }

    /// Ends a parse in which no move is allowed.
    pub(super) fn give_up(&mut self) {
        self.steps_left = 0;
    }
}
