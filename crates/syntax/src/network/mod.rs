//! Owns the arithmetic of the networks. Results are the same to the last bit on every
//! processor: each output is summed in one fixed order with fused multiply-add, whatever
//! the width of the vectors, so that the same text has the same analysis everywhere.

mod encoder;
mod first;
mod layer;
mod matrix;
mod states;

pub(crate) use encoder::{Encoder, Padded, WIDTH};
pub(crate) use first::Words;
pub(crate) use matrix::Matrix;
pub(crate) use states::{NOBODY, Roles, StateNetwork};
