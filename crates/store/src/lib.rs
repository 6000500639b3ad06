//! Where the record is kept: one contract ([`Store`]), in memory and in one
//! SQLite file.
//!
//! A store decides nothing. It takes the effects that the core decided on and
//! commits those of one step together with its position, so that a crash loses
//! nothing and doubles nothing. Only `sqlite/` knows SQL.

mod digest;
mod error;
mod memory;
mod port;
mod sqlite;

pub use digest::digest;
pub use error::{Error, Problem};
pub use memory::Memory;
pub use port::{Articles, Filter, Found, Hit, Order, RevisionLine, Store, pieces};
pub use sqlite::{Access, Sqlite, VERSION};

/// What every method of a store returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;
