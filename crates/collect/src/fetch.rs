//! [`Fetch`]: the one door to the network, small enough to be faked in a test.

use throughline_model::Moment;

use crate::Reason;

/// What a server sent for an address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fetched {
    /// The bytes, without any transfer encoding.
    pub bytes: Vec<u8>,
    /// Where they came from in the end.
    pub url: String,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The `Date` header.
    pub date: Option<Moment>,
}

/// Brings the bytes behind an http or https address.
pub trait Fetch {
    /// Fetches `url`. Follows redirects, keeps to the size limit
    /// ([`MAX_BYTES`](crate::MAX_BYTES)), and returns an answer only for a status of success.
    fn fetch(&self, url: &str) -> Result<Fetched, Reason>;
}

/// Fetches nothing: for runs that must not touch the network.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offline;

impl Fetch for Offline {
    fn fetch(&self, _: &str) -> Result<Fetched, Reason> {
        Err(Reason::Offline)
    }
}
