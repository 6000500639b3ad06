//! Inputs to documents: files, folders, globs, addresses, standard input.
//!
//! Owns where bytes come from and what they look like. It reads no article out
//! of them, decodes no text and follows no feed. What cannot be read becomes a
//! [`Problem`] with its name and the way to mend it; everything else goes on.

mod address;
mod collected;
mod fetch;
mod http;
mod json;
mod kind;
mod reason;
mod walk;
mod warc;

pub use collected::{Collected, Problem, collect};
pub use fetch::{Fetch, Fetched, Offline};
pub use http::{HttpConfig, HttpFetch, PrivateAddresses};
pub use kind::{Shape, sniff};
pub use reason::Reason;

/// The most bytes that one file, page or standard input may have.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
