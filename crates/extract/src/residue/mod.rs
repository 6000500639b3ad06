//! What is left over from the page: bylines, captions, advertising, sign-up
//! boxes, links to other stories, credits, rights.
//!
//! One table of phrases (`site` and `story`) that are common on the web, whatever the
//! outlet or topic; `line` judges one line by it, `whole` what only the lines
//! together show. A false statement out of boilerplate is worse than a short
//! line lost, and a lost sentence of running news is worse than both: when in
//! doubt, a line is kept in a role that is not told as fact.

mod line;
mod shape;
mod site;
mod story;
mod table;
mod whole;

pub use line::{Verdict, is_appeal, judge, may_be_note};
pub use shape::ends_like_sentence;
pub use whole::{Source, clean};
