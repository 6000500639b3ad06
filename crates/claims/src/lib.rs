//! Claims: whether two sentences assert the same, across wording and order.
//!
//! Meaning finds, facts decide: two sentences that are near in words are one
//! claim only where their figures, names, days and denials are the same, the
//! one who acts acts in both, and neither plans what the other tells as done.

mod align;
mod facts;
mod names;
mod part;
mod retold;
mod telling;
mod told;
mod words;

pub use align::{Fit, coverage, fit};
pub use facts::intervals_clash;
pub use names::names_fit;
pub use part::{Part, Passage, Role, Word, attribution};
pub use retold::Retelling;
pub use telling::Telling;
pub use told::told;
pub use words::{Sense, is_light};

/// How two sentences stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One claim.
    Same,
    /// One claim but for this.
    Differs(Fact),
    /// Two claims, of one event or of two.
    Other,
}

/// In what two claims differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A figure.
    Number,
    /// A name.
    Name,
    /// A day, a month, a year.
    Date,
    /// One says it is so, the other that it is not.
    Polarity,
}

/// Coverage of the less covered side from which two sentences are one claim.
const SAME: f32 = 0.52;

/// Mean coverage from which they are.
const SAME_MEAN: f32 = 0.66;

/// Compares two sentences. Whoever compares one with many reads each once
/// ([`Retelling`]).
pub fn compare(a: &Passage, b: &Passage) -> Verdict {
    Retelling::of(*a).compare(&Retelling::of(*b))
}
