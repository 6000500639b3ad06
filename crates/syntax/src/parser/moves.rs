//! Owns the moves of the arc-eager system: which there are, when each is allowed, and the
//! choice among them.

use super::state::State;
use crate::weights::Sections;
use std::ops::Range;

/// The moves in the order of the network's outputs: shift, reduce, the left arcs, the
/// right arcs, break.
pub(super) struct Moves {
    labels: Vec<&'static str>,
    left: Range<usize>,
    right: Range<usize>,
}

const SHIFT: usize = 0;
const REDUCE: usize = 1;

impl Moves {
    pub(super) fn read(data: Sections) -> Self {
        let names: Vec<_> = data.lines("parser.moves").collect();
        let labels: Vec<_> =
            names.iter().map(|name| name.split_once('-').map_or("", |(_, l)| l)).collect();
        let last_left =
            names.iter().rposition(|name| name.starts_with("L-")).expect("there are left arcs");
        let last_right =
            names.iter().rposition(|name| name.starts_with("R-")).expect("there are right arcs");
        assert_eq!(
            (names[0], names[1], last_right + 2),
            ("S", "D", names.len()),
            "moves are in another order"
        );
        Self { labels, left: 2..last_left + 1, right: last_left + 1..last_right + 1 }
    }

    pub(super) fn count(&self) -> usize {
        self.labels.len()
    }

    pub(super) fn label(&self, label: u16) -> &'static str {
        self.labels[usize::from(label)]
    }

    /// Makes the allowed move with the best score; of equals, the first.
    pub(super) fn make_best(&self, state: &mut State, scores: &[f32]) {
        let mut best: Option<usize> = None;
        let mut consider = |moves: Range<usize>| {
            for number in moves {
                if best.is_none_or(|best| scores[number] > scores[best]) {
                    best = Some(number);
                }
            }
        };
        if state.can_shift() {
            consider(SHIFT..SHIFT + 1);
        }
        if state.can_reduce() {
            consider(REDUCE..REDUCE + 1);
        }
        if state.can_attach() {
            consider(self.left.start..self.right.end);
        }
        if state.can_break() {
            consider(self.right.end..self.right.end + 1);
        }
        match best {
            None => state.give_up(),
            Some(SHIFT) => state.shift(),
            Some(REDUCE) => state.reduce(),
            Some(label) if self.left.contains(&label) => state.attach_left(label as u16),
            Some(label) if self.right.contains(&label) => state.attach_right(label as u16),
            Some(_) => state.end_sentence(),
        }
    }
}
