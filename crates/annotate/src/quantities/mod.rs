//! Quantities: a value or a range, its unit, its bound and what is counted,
//! normalised so that two sentences can be compared.
//!
//! Read from the words alone, so that every sentence of every article can have
//! them. `read` goes through a sentence; `pieces` cuts words, `number` reads
//! numbers, `range` joins two, `measure` and `units` measure them, `labels`
//! finds the numbers that count nothing, `bounds` and `counted` look at the
//! words around, `conversion` finds the same figure in another unit, `compare`
//! holds two quantities against each other.

mod bounds;
mod compare;
mod conversion;
mod counted;
mod labels;
mod measure;
mod number;
mod pieces;
mod range;
mod read;
mod units;

use std::ops::Range;

pub use bounds::Bound;
pub use compare::Relation;
pub use number::is_number;
pub use read::quantities;
pub use units::Unit;

/// A number in a sentence, normalised so that two can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Bytes of the text: the number with its magnitude, sign and unit.
    pub span: Range<usize>,
    /// The number in the unit's base, magnitude applied; the low end of a range.
    pub value: f64,
    /// The high end of a range; else the value.
    pub high: f64,
    /// What the last digit is worth: "1.2 million" is known to 100,000.
    pub step: f64,
    /// What kind of number.
    pub unit: Unit,
    /// What the number as written was multiplied by to get to the base.
    pub factor: f64,
    /// Whether it is exact.
    pub bound: Bound,
    /// Stems of the words that say what is counted, head last: "14 people".
    pub counted: Vec<String>,
    /// What a rate is for: the stem of "share" in "€44 a share".
    pub per: Option<String>,
    /// The place in the list of the figure that this one gives in another
    /// unit: "150 km/h (93 mph)". It is no second figure.
    pub converts: Option<usize>,
}

impl Quantity {
    /// Whether it says how much there is of something, and is no conversion.
    pub fn is_figure(&self) -> bool {
        self.unit.is_amount() && self.converts.is_none()
    }

    /// Whether it gives a low and a high end.
    pub fn is_range(&self) -> bool {
        self.high > self.value
    }
}
