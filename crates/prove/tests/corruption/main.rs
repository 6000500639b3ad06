//! Proven briefings, corrupted in every way we can think of: each is caught.

mod cutting;
mod dates;
mod fields;
mod fixture;
mod good;
mod listing;
mod model;
mod random;
mod replacing;
mod surnames;
