//! [`Rows`]: numbers in rows of one width, one row a block.

/// A table of numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    numbers: Vec<f32>,
    starts: Vec<usize>,
}

impl Rows {
    /// Adds a row.
    pub fn add(&mut self, fill: impl FnOnce(&mut Vec<f32>)) {
        self.starts.push(self.numbers.len());
        fill(&mut self.numbers);
    }

    /// The row of a place.
    pub fn row(&self, at: usize) -> &[f32] {
        let end = self.starts.get(at + 1).copied().unwrap_or(self.numbers.len());
        &self.numbers[self.starts[at]..end]
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = &[f32]> {
        (0..self.starts.len()).map(|at| self.row(at))
    }
}
