//! Following stories: articles in, the store moved on.
//!
//! The record decides, the store keeps, and this crate asks the one and tells
//! the other. A step takes a batch of articles and ends in one commit; a story
//! that several of them touch is told anew once.

mod check;
mod error;
mod follower;
mod parallel;
mod readings;
mod whole;

pub use check::{Checked, check};
pub use error::Error;
pub use follower::{Desk, Follower, Step, Touched};
pub use parallel::each;
pub use whole::whole;
