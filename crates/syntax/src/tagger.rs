//! Owns the choice of the fine part of speech.

use crate::network::{Matrix, WIDTH};
use crate::weights::Sections;
use pulp::Arch;

pub(crate) struct Tagger {
    matrix: Matrix,
    labels: Vec<&'static str>,
}

impl Tagger {
    pub(crate) fn read(data: Sections) -> Self {
        let labels: Vec<_> = data.lines("tagger.labels").collect();
        let matrix =
            Matrix::pack(&data.halves("tagger.w"), &data.singles("tagger.b"), labels.len(), |i| i);
        Self { matrix, labels }
    }

    /// The tags of a text, from the vectors of its tokens.
    pub(crate) fn tag(
        &self,
        arch: Arch,
        tokens: &[f32],
        scratch: &mut Vec<f32>,
    ) -> Vec<&'static str> {
        let (count, width) = (tokens.len() / WIDTH, self.matrix.width());
        scratch.resize(count * width, 0.0);
        self.matrix.apply(arch, tokens, WIDTH, count, scratch);
        let best = |scores: &[f32]| {
            let mut best = 0;
            for number in 1..self.labels.len() {
                if scores[number] > scores[best] {
                    best = number;
                }
            }
            self.labels[best]
        };
        scratch.chunks_exact(width).take(count).map(best).collect()
    }
}
