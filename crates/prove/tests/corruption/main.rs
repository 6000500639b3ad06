//! Proven briefings, corrupted in every way we can think of: each is caught.

mod cutting;
mod fields;
mod fixture;
mod good;
mod model;
mod random;
mod replacing;
