//! Proven briefings, corrupted in every way we can think of: each is caught.

mod fixture;
mod good;
