//! What changes when articles arrive: which article it is, where it belongs,
//! what the reader is told anew.
//!
//! Pure: facts in, [`Effect`]s out. Nothing is done by it; who holds the store
//! commits the effects of one step together, so that a crash leaves either all
//! of them or none. No clock: the time of a step is a value that the caller
//! gives.

mod effect;
mod head;
mod identity;
mod lanes;
mod places;
mod query;
mod revision;
mod since;

pub use effect::{Cause, Effect, Reason, Revision};
pub use head::{Phase, StoryHead};
pub use identity::{Known, Sorted, keys, sort};
pub use lanes::{Record, Refused};
pub use places::{Causes, Taken};
pub use query::{Phrase, Query, QueryError};
pub use revision::{Revised, Told, revise, told};
pub use since::{Since, SinceError};
