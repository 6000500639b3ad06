//! Dates as people write them for readers, in the languages of news pages.
//!
//! For the date of publication only: whole dates. A date without its year, or
//! one that could be two days (03/04/2026 without a hint), is none.

mod calendar;
mod clock;
mod locale;
mod months;
mod read;
mod token;
mod zone;

pub use locale::{Locale, Order};
pub use read::{Found, all, find};
