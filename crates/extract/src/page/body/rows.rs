//! [`Rows`]: numbers in rows of one width, one row a block.

/// Room of a row: any byte is a place in it, so that no tree has to ask.
pub const ROOM: usize = 256;

/// A table of numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    /// Each row with zeros behind it.
    numbers: Vec<f32>,
    width: usize,
    len: usize,
}

impl Rows {
    /// Adds a row; all have the width of the first.
    pub fn add(&mut self, fill: impl FnOnce(&mut Vec<f32>)) {
        let start = self.len * ROOM;
        fill(&mut self.numbers);
        let width = self.numbers.len() - start;
        debug_assert!(width <= ROOM && (self.len == 0 || width == self.width));
        self.numbers.resize(start + ROOM, 0.);
        self.width = width;
        self.len += 1;
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The row of a place.
    pub fn row(&self, at: usize) -> &[f32] {
        &self.whole(at)[..self.width]
    }

    /// The same with the zeros behind it.
    pub fn whole(&self, at: usize) -> &[f32; ROOM] {
        self.numbers[at * ROOM..].first_chunk().expect("each row has its room")
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = &[f32]> {
        (0..self.len).map(|at| self.row(at))
    }
}
