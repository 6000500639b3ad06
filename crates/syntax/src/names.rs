//! Owns the recognition of names and quantities: people, places, organisations, dates,
//! money. It finds them; who is meant is not its question.

use crate::network::{NOBODY, Padded, Roles, StateNetwork};
use crate::weights::Sections;
use pulp::Arch;

const ROLES: usize = 3;

/// A name: tokens `first..=last`, and its kind.
pub(crate) type Found = (u32, u32, &'static str);

/// Greedy moves over the tokens: begin, continue and end a name, a name of one token, none.
pub(crate) struct Namer {
    network: StateNetwork<ROLES>,
    kinds: Vec<&'static str>,
}

struct State {
    at: u32,
    length: u32,
    /// The name under way: where it began, and its kind.
    open: Option<(u32, usize)>,
    found: Vec<Found>,
}

impl State {
    fn context(&self, offset: u32) -> [u32; ROLES] {
        match self.open {
            None => [offset + self.at, NOBODY, NOBODY],
            Some((first, _)) => [offset + self.at, offset + first, offset + self.at - 1],
        }
    }
}

impl Namer {
    pub(crate) fn read(data: Sections) -> Self {
        let moves: Vec<_> = data.lines("names.moves").collect();
        let kinds: Vec<_> = moves.iter().filter_map(|name| name.strip_prefix("B-")).collect();
        let expected = ["B-", "I-", "L-", "U-"]
            .iter()
            .flat_map(|m| kinds.iter().map(move |k| format!("{m}{k}")));
        let expected: Vec<_> = expected.chain(["U-".to_owned(), "O".to_owned()]).collect();
        assert_eq!(moves, expected, "moves are in another order");
        Self { network: StateNetwork::read(data, "names", moves.len()), kinds }
    }

    /// Finds the names in a batch of texts. A name never crosses from one sentence into
    /// the next and never begins with white space.
    pub(crate) fn find(
        &self,
        arch: Arch,
        tokens: &Padded,
        is_space: &[Vec<bool>],
        starts_sentence: impl Fn(usize, u32) -> bool,
        roles: &mut Roles,
    ) -> Vec<Vec<Found>> {
        let lengths: Vec<_> = is_space.iter().map(Vec::len).collect();
        self.network.roles(arch, tokens, &lengths, roles);
        let new =
            |length: &usize| State { at: 0, length: *length as u32, open: None, found: Vec::new() };
        let mut states: Vec<_> = lengths.iter().map(new).collect();
        let mut open: Vec<_> = (0..states.len()).filter(|text| lengths[*text] > 0).collect();
        let (mut contexts, mut scratch, mut scores) = (Vec::new(), Vec::new(), Vec::new());
        while !open.is_empty() {
            contexts.clear();
            contexts.extend(open.iter().map(|text| states[*text].context(roles.start(*text))));
            let width = self.network.score(arch, roles, &contexts, &mut scratch, &mut scores);
            for (text, scores) in open.iter().zip(scores.chunks_exact(width)) {
                let state = &mut states[*text];
                let is_space = is_space[*text][state.at as usize];
                let ends = state.at + 1 == state.length || starts_sentence(*text, state.at + 1);
                self.step(state, scores, is_space, ends);
            }
            open.retain(|text| states[*text].at < states[*text].length);
        }
        states.into_iter().map(|state| state.found).collect()
    }

    /// Takes the best move that is allowed; `ends` says that the sentence ends here.
    fn step(&self, state: &mut State, scores: &[f32], is_space: bool, ends: bool) {
        let count = self.kinds.len();
        let (inside, last, unit) = (count, 2 * count, 3 * count);
        let here = state.at;
        state.at += 1;
        if let Some((first, kind)) = state.open {
            if ends || scores[last + kind] > scores[inside + kind] {
                state.found.push((first, here, self.kinds[kind]));
                state.open = None;
            }
            return;
        }
        // The first of equals wins: begin before unit before none.
        let begins = if is_space || ends { 0..0 } else { 0..count };
        let units = if is_space { 0..0 } else { unit..unit + count };
        let none = 4 * count + 1;
        let mut best = None;
        for number in begins.chain(units).chain([none]) {
            if best.is_none_or(|best: usize| scores[number] > scores[best]) {
                best = Some(number);
            }
        }
        match best {
            Some(number) if number < count => state.open = Some((here, number)),
            Some(number) if number < none => {
                state.found.push((here, here, self.kinds[number - unit]))
            }
            _ => {}
        }
    }
}
