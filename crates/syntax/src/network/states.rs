//! Owns the network that scores the moves of a transition system from a few tokens of its
//! state. What each token adds in each role is computed once for the whole text; a state
//! is then a sum of such rows.

use super::encoder::{Padded, WIDTH};
use super::matrix::Matrix;
use crate::weights::Sections;
use pulp::{Arch, Simd, WithSimd};

const HIDDEN: usize = 64;
const PIECES: usize = 2;
const ROLE: usize = HIDDEN * PIECES;
/// In place of a token: nothing has this role.
pub(crate) const NOBODY: u32 = u32::MAX;

/// A network for states in which `ROLES` tokens matter.
pub(crate) struct StateNetwork<const ROLES: usize> {
    reduce: Matrix,
    lower: Matrix,
    nobody: Vec<f32>,
    bias: Vec<f32>,
    upper: Matrix,
}

/// What each token of a batch of texts adds to a state in each role.
#[derive(Default)]
pub(crate) struct Roles {
    values: Vec<f32>,
    starts: Vec<u32>,
}

impl Roles {
    /// The number in the batch of a text's first token.
    pub(crate) fn start(&self, text: usize) -> u32 {
        self.starts[text]
    }
}

impl<const ROLES: usize> StateNetwork<ROLES> {
    pub(crate) fn read(data: Sections, name: &str, moves: usize) -> Self {
        let halves = |part: &str| data.halves(&format!("{name}.{part}"));
        let singles = |part: &str| data.singles(&format!("{name}.{part}"));
        // Stored with the pieces of an output together; packed piece by piece.
        let order = |i: usize| i / ROLE * ROLE + i % HIDDEN * PIECES + i % ROLE / HIDDEN;
        let reorder = |stored: Vec<f32>| (0..stored.len()).map(|i| stored[order(i)]).collect();
        Self {
            reduce: Matrix::pack(&halves("reduce.w"), &singles("reduce.b"), HIDDEN, |i| i),
            lower: Matrix::pack(&halves("lower.w"), &[], ROLES * ROLE, order),
            nobody: reorder(singles("lower.pad")),
            bias: reorder(singles("lower.b")),
            upper: Matrix::pack(&halves("upper.w"), &singles("upper.b"), moves, |i| i),
        }
    }

    /// Computes what each token adds; `lengths` are those of the texts. `roles` may hold
    /// those of another batch, whose room is used again: there are thousands for a token.
    pub(crate) fn roles(&self, arch: Arch, tokens: &Padded, lengths: &[usize], roles: &mut Roles) {
        let total: usize = lengths.iter().sum();
        let Roles { values, starts } = roles;
        values.resize(total * ROLES * ROLE, 0.0);
        starts.clear();
        let mut reduced = Vec::new();
        let mut start = 0;
        for (text, length) in lengths.iter().enumerate() {
            starts.push(start as u32);
            reduced.resize(length * HIDDEN, 0.0);
            self.reduce.apply(arch, tokens.text(text), WIDTH, *length, &mut reduced);
            let out = &mut values[start * ROLES * ROLE..];
            self.lower.apply(arch, &reduced, HIDDEN, *length, out);
            start += length;
        }
    }

    /// Writes the scores of all moves for each state; returns the length of a row.
    pub(crate) fn score(
        &self,
        arch: Arch,
        roles: &Roles,
        states: &[[u32; ROLES]],
        scratch: &mut Vec<f32>,
        scores: &mut Vec<f32>,
    ) -> usize {
        scratch.resize(states.len() * HIDDEN, 0.0);
        let hidden = &mut scratch[..states.len() * HIDDEN];
        arch.dispatch(Hidden { network: self, roles: &roles.values, states, hidden });
        scores.resize(states.len() * self.upper.width(), 0.0);
        self.upper.apply(arch, scratch, HIDDEN, states.len(), scores);
        self.upper.width()
    }
}

struct Hidden<'a, const ROLES: usize> {
    network: &'a StateNetwork<ROLES>,
    roles: &'a [f32],
    states: &'a [[u32; ROLES]],
    hidden: &'a mut [f32],
}

impl<const ROLES: usize> WithSimd for Hidden<'_, ROLES> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        for (tokens, hidden) in self.states.iter().zip(self.hidden.chunks_exact_mut(HIDDEN)) {
            let mut sum = [0.0f32; ROLE];
            for (role, token) in tokens.iter().enumerate() {
                let adds = match *token {
                    NOBODY => &self.network.nobody[role * ROLE..][..ROLE],
                    token => &self.roles[(token as usize * ROLES + role) * ROLE..][..ROLE],
                };
                for i in 0..ROLE {
                    sum[i] += adds[i];
                }
            }
            let bias = &self.network.bias[..ROLE];
            for i in 0..ROLE {
                sum[i] += bias[i];
            }
            for i in 0..HIDDEN {
                let (a, b) = (sum[i], sum[i + HIDDEN]);
                hidden[i] = if b > a { b } else { a };
            }
        }
    }
}
