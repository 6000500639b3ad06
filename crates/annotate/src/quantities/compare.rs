//! Whether two figures say the same, can both be right, or cannot.

use super::{Bound, Quantity, Unit};

/// How two quantities stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// They give one value: "two-day" and "48-hour", "$1.2bn" and "1.2 billion dollars".
    Same,
    /// They can both be right: "at least 11" and "14", "about 200" and "205".
    Compatible,
    /// They cannot both be right.
    Differs,
    /// They measure or count different things.
    Unrelated,
}

/// Beside "about", values this near are one.
const ABOUT: f64 = 0.1;

/// Measured in other units, values this near are one.
const CONVERTED: f64 = 0.012;

impl Quantity {
    /// How this quantity stands to another. Whether the sentences tell of one
    /// matter is for the caller to know.
    ///
    /// ```
    /// # use throughline_annotate::{Relation, quantities, words};
    /// let read = |text: &str| quantities(text, &words(text, 0..text.len(), true)).remove(0);
    /// let relation = |a, b| read(a).relation(&read(b));
    /// assert_eq!(relation("a two-day strike", "the 48-hour strike"), Relation::Same);
    /// assert_eq!(relation("at least 11 people", "14 people"), Relation::Compatible);
    /// assert_eq!(relation("12 people", "14 people"), Relation::Differs);
    /// assert_eq!(relation("12 homes", "14 people"), Relation::Unrelated);
    /// ```
    pub fn relation(&self, other: &Self) -> Relation {
        if self.counts_like(other) { self.relation_of_values(other) } else { Relation::Unrelated }
    }

    /// The same where the caller knows that both count one thing: "14 people
    /// were killed" and "14 dead".
    pub fn relation_of_values(&self, other: &Self) -> Relation {
        let compared = self.unit.is_amount() || matches!(self.unit, Unit::Ordinal | Unit::Age);
        if !compared || self.unit != other.unit || self.per != other.per {
            return Relation::Unrelated;
        }
        let (a, b) = (self.range(), other.range());
        let slack = self.slack(other);
        if (self.value - other.value).abs() <= slack && (self.high - other.high).abs() <= slack {
            return Relation::Same;
        }
        if a.0 <= b.1 + slack && b.0 <= a.1 + slack {
            Relation::Compatible
        } else {
            Relation::Differs
        }
    }

    /// Whether both give one value of one thing.
    pub fn same(&self, other: &Self) -> bool {
        self.relation(other) == Relation::Same
    }

    /// Whether they cannot both be right of one thing.
    pub fn differs(&self, other: &Self) -> bool {
        self.relation(other) == Relation::Differs
    }

    /// Whether both count the same things, or one does not say what it counts.
    pub fn counts_like(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (self.counted.last(), other.counted.last()) else {
            return true;
        };
        if self.unit == Unit::Time || self.unit == Unit::Months {
            return true;
        }
        kin(a) == kin(b)
    }

    /// The least and the most that it can be.
    pub fn range(&self) -> (f64, f64) {
        let near = if self.value == self.high { ABOUT * self.value.abs() } else { 0.0 };
        match self.bound {
            Bound::Exact => (self.value, self.high),
            Bound::About => (self.value - near, self.high + near),
            Bound::AtLeast => (self.value, f64::INFINITY),
            Bound::AtMost => (f64::NEG_INFINITY, self.high),
        }
    }

    /// How far apart two values may be and still be one: what rounding hides.
    fn slack(&self, other: &Self) -> f64 {
        let rounded = self.step.max(other.step);
        let size = self.value.abs().max(other.value.abs());
        let least = 1e-6 * size.max(1.0);
        match self.unit {
            _ if self.factor != other.factor => (CONVERTED * size).max(least),
            // "1.2 billion" may be 1.24; "14" is no 13.6.
            _ if rounded > 1.0 && self.step != other.step => (rounded / 2.0).max(least),
            _ => least,
        }
    }
}

/// Stems that count the same.
fn kin(stem: &str) -> &str {
    const KIN: &[&[&str]] = &[
        &["dead", "death", "fatal", "bodi", "kill", "killed", "corps"],
        &["injur", "injuri", "wound", "hurt", "casualti"],
        &["peopl", "person", "resid", "victim", "live"],
        &["home", "hous", "household"],
        &["job", "posit", "post"],
        &["troop", "soldier"],
        &["child", "children"],
    ];
    KIN.iter().find(|k| k.contains(&stem)).map_or(stem, |k| k[0])
}
