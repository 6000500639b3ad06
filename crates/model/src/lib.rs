//! The nouns that every step shares: article, evidence, statement, briefing.
//!
//! This crate holds data and the few rules that make the data what it is (an
//! evidence is cut from a text, a moment has a date). It reads nothing, decides
//! nothing and knows no step.

mod about;
mod article;
mod briefing;
mod calendar;
mod dating;
mod document;
mod evidence;
mod hash;
mod moment;
mod period;
mod place;
mod statement;
mod tongue;
mod when;

pub use about::{About, Stand};
pub use article::{Article, Paragraph, Role, sha256_hex};
pub use briefing::{
    Briefing, CitedArticle, Counts, Disagreement, DisagreementKind, Entry, Position, SCHEMA,
    Section, Source, TimelineEntry,
};
pub use calendar::{MONTHS, WEEKDAYS, month_name};
pub use dating::{DatePlace, DateSource, Dating, Doubt, DoubtedDate};
pub use document::{Content, Document};
pub use evidence::Evidence;
pub use hash::Fnv;
pub use moment::{Moment, MomentError};
pub use period::periods;
pub use place::Place;
pub use statement::{Citation, Edit, EditKind, Kind, Statement};
pub use tongue::Tongue;
pub use when::{DateEvidence, How, Precision, Status, When};
