//! Owns the dependency parser: greedy arc-eager moves, scored by a network. It knows
//! nothing of tags or words, only of token vectors.

mod arcs;
mod greedy;
mod lift;
mod moves;
mod spans;
mod state;

pub(crate) use greedy::{Parser, ROOT, Tree};
pub(crate) use spans::edges;
