//! What a strict editor would ask about a briefing, as figures and findings.
//!
//! Pure: a [`Briefing`](throughline_model::Briefing) with its articles in, an [`Audit`] out. It reads what a
//! reader reads and the articles, and nothing of how the briefing was made: it
//! has its own idea of when two sentences say the same (`claim`), and its own
//! families. It finds more than it can be sure of, as an editor does, and says
//! why; only what is not proven is wrong without question.

mod claim;
mod editor;
mod facts;
mod headings;
mod lengths;
mod page;
mod persons;
mod pronouns;
mod quotations;
mod relative;
mod repeats;
mod report;
mod residue;
mod timeline;

pub use editor::audit;
pub use report::{Audit, Figures, Finding, Question, SCHEMA};
