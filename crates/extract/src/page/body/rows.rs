//! [`Rows`]: numbers in rows of one width, one row a block.

/// A table of numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    numbers: Vec<f32>,
    len: usize,
}

impl Rows {
    /// Adds a row; all have the width of the first.
    pub fn add(&mut self, fill: impl FnOnce(&mut Vec<f32>)) {
        fill(&mut self.numbers);
        self.len += 1;
        debug_assert_eq!(self.numbers.len(), self.len * self.width());
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The row of a place.
    pub fn row(&self, at: usize) -> &[f32] {
        &self.numbers[at * self.width()..][..self.width()]
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = &[f32]> {
        (0..self.len).map(|at| self.row(at))
    }

    fn width(&self) -> usize {
        self.numbers.len() / self.len.max(1)
    }
}
