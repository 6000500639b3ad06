//! Which blocks of a page are the article: a classifier over what pages in any
//! language share, grown on pages of many sites.

mod agree;
mod blocks;
mod classifier;
mod comments;
mod context;
mod features;
mod forest;
mod measure;
mod names;
mod rows;

pub use blocks::{Block, of as blocks_of};
pub use classifier::Classifier;
pub use comments::let_go as let_go_comments;
pub use features::{Hints, of as features_of};
