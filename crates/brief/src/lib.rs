//! A story's articles into one briefing in which everything is cited and proven.
//!
//! Pure: readings and a moment in, a briefing out. Every statement passes the
//! proof before it is published; one that fails is told verbatim, and when
//! that fails too it is left out, never the briefing. At the end the proof is
//! asked about the whole.

mod again;
mod anaphor;
mod calendar;
mod cast;
mod chosen;
mod chronicle;
mod cite;
mod days;
mod desk;
mod disagree;
mod draft;
mod echo;
mod editor;
mod entitle;
mod events;
mod figures;
mod fit;
#[cfg(test)]
mod fixture;
mod heading;
mod headline;
mod lean;
mod likeness;
mod loose;
mod notes;
mod opening;
mod order;
mod orphan;
mod placed;
mod plan;
mod press;
mod recurs;
mod relative;
mod repeat;
mod reversal;
mod salience;
mod scene;
mod smooth;
mod sound;
mod spoken;
mod stale;
mod stamp;
mod stand;
mod story;
mod support;
mod surname;
mod telling;
mod timeline;
mod tree;
mod wide;
mod write;

pub use cast::{Entity, Type, entities};
pub use chronicle::{Chronicle, Day, Report, chronicle, entries as chronicle_entries};
pub use editor::{Candidate, FEATURES, candidates};
pub use events::{Dating, Event, Passage, events};
pub use write::{Options, brief, brief_again};
