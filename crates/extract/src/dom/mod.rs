//! The tree of a page: one tolerant parse into one array, within fixed bounds.
//!
//! A page of any size and any nesting gives a tree in linear time: elements
//! deeper than any real page are flattened, and a page of more elements or
//! more text than any real page ends there. Scripts, styles and comments never
//! enter the tree; JSON-LD does. It knows nothing of articles.
//!
//! Why not a crate: html5ever needs half a minute for 100,000 nested elements
//! and html5gum's tokenizer alone takes longer for an ordinary page than all
//! of the extraction may.

mod parse;
mod scan;
mod select;
mod tag;
mod tree;

pub use select::Selection;
pub use tag::Tag;
pub use tree::{Document, NodeRef};
