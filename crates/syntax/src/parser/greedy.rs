//! Owns the parsing of a batch: greedy moves, many texts in step with each other.

use super::moves::Moves;
use super::state::{ROLES, State};
use super::{lift, spans::sentence_starts};
use crate::network::{Padded, Roles, StateNetwork};
use crate::weights::Sections;
use pulp::Arch;

/// The label of a token without a head.
pub(crate) const ROOT: &str = "ROOT";

/// The tree, or trees, over a text.
pub(crate) struct Tree {
    /// The head of each token; a root is its own.
    pub(crate) heads: Vec<u32>,
    pub(crate) labels: Vec<&'static str>,
    pub(crate) sentence_starts: Vec<bool>,
}

pub(crate) struct Parser {
    network: StateNetwork<ROLES>,
    moves: Moves,
}

impl Parser {
    pub(crate) fn read(data: Sections) -> Self {
        let moves = Moves::read(data);
        Self { network: StateNetwork::read(data, "parser", moves.count()), moves }
    }

    /// Parses a batch of texts. `is_space` says for each token of each text whether it is
    /// white space; `whole` keeps each text one sentence.
    pub(crate) fn parse(
        &self,
        arch: Arch,
        tokens: &Padded,
        is_space: &[Vec<bool>],
        whole: bool,
        roles: &mut Roles,
    ) -> Vec<Tree> {
        let lengths: Vec<_> = is_space.iter().map(Vec::len).collect();
        self.network.roles(arch, tokens, &lengths, roles);
        let mut states: Vec<_> = lengths.iter().map(|length| State::new(*length, whole)).collect();
        let mut open: Vec<_> = (0..states.len()).filter(|text| !states[*text].is_final()).collect();
        let (mut contexts, mut scratch, mut scores) = (Vec::new(), Vec::new(), Vec::new());
        while !open.is_empty() {
            contexts.clear();
            contexts.extend(open.iter().map(|text| states[*text].context(roles.start(*text))));
            let width = self.network.score(arch, roles, &contexts, &mut scratch, &mut scores);
            for (text, scores) in open.iter().zip(scores.chunks_exact(width)) {
                self.moves.make_best(&mut states[*text], scores);
            }
            open.retain(|text| !states[*text].is_final());
        }
        let trees = states.into_iter().zip(is_space);
        trees.map(|(state, is_space)| self.tree(state, is_space)).collect()
    }

    fn tree(&self, state: State, is_space: &[bool]) -> Tree {
        let (mut heads, moves) = state.into_arcs();
        let labels = heads.iter().zip(moves).enumerate();
        let mut labels: Vec<_> = labels
            .map(
                |(token, (head, label))| {
                    if *head as usize == token { ROOT } else { self.moves.label(label) }
                },
            )
            .collect();
        lift::deprojectivise(&mut heads, &mut labels, is_space);
        let sentence_starts = sentence_starts(&heads);
        Tree { heads, labels, sentence_starts }
    }
}
