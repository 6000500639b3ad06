//! The commands that work on a store: articles in, stories out.

mod correct;
mod doctor;
mod find;
mod import;
mod list;
mod place;
mod show;
mod since;
mod unproven;
mod why;
mod wording;

pub use correct::{Merge, Split, merge, split};
pub use doctor::{Backup, Doctor, backup, doctor};
pub use find::{Search, run as search, words_last};
pub use import::{Import, run as import};
pub use list::{Stories, run as stories};
pub use place::Place;
pub use show::{Show, Sources, Timeline, show, sources, timeline};
pub use since::since;
pub use why::{Why, run as why};
