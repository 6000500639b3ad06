//! Which blocks of a page are the article: a classifier over what pages in any
//! language share, grown on pages of many sites.

mod agree;
mod apart;
mod blocks;
mod classifier;
mod context;
mod features;
mod forest;
mod measure;
mod names;
mod rows;
mod together;

pub use apart::let_go;
pub use blocks::{Block, of as blocks_of};
pub use classifier::Classifier;
pub use features::{Hints, of as features_of};
