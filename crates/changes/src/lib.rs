//! What changed between two briefings of one story, for a reader of the older one.
//!
//! Pure: two briefings in, [`Changes`] out. A fact already told is never told
//! again as new: what is compared is claims, not sentences (`claim`, `told`).
//! Two statements are never taken for one claim where they differ in a number,
//! a date, a name or a denial.

mod claim;
mod compared;
mod development;
mod diff;
mod dispute;
mod figures;
mod reader;
mod report;
mod timeline;
mod told;

pub use diff::{changes, changes_after, changes_from_nothing};
pub use report::{
    Before, Changed, Changes, Corroborated, Difference, Disputed, Edition, Fact, HeadlineChange,
    Redated, Restated, SCHEMA, Superseded, TimelineChanges, What, Why, Withdrawn,
};
