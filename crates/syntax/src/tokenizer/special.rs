//! Owns the exceptions: words that are cut in a fixed way ("can't", "U.S.", ":-)"), and
//! the last pass that puts together again what the general rules cut apart.

use super::words::{Piece, piece};
use crate::weights::Sections;
use rustc_hash::FxHashMap;

/// Where a special word is cut: the length of each part and the id of its normal form.
type Parts = Vec<(usize, u64)>;

pub(super) struct Specials {
    words: FxHashMap<&'static str, Parts>,
    longest: usize,
    /// By first token, the sequences of tokens that make up a special word.
    sequences: FxHashMap<&'static str, Vec<Vec<&'static str>>>,
}

impl Specials {
    pub(super) fn read(data: Sections, id: impl Fn(&str) -> u64) -> Self {
        let mut words = FxHashMap::default();
        for line in data.lines("rules") {
            let (word, parts) = line.split_once('\t').expect("a rule has parts");
            let fields: Vec<_> = parts.split('\t').collect();
            let parts = fields.chunks_exact(2).map(|part| (part[0].len(), id(part[1]))).collect();
            words.insert(word, parts);
        }
        let mut sequences: FxHashMap<_, Vec<Vec<_>>> = FxHashMap::default();
        for line in data.lines("sequences") {
            let tokens: Vec<_> = line.split('\t').collect();
            sequences.entry(tokens[0]).or_default().push(tokens);
        }
        let longest = words.keys().map(|word| word.len()).max().unwrap_or(0);
        Self { words, longest, sequences }
    }

    fn parts(&self, word: &str) -> Option<&Parts> {
        // Long words are not even hashed: a megabyte without a space would be hashed again
        // for each bracket that is cut off it.
        if word.len() > self.longest { None } else { self.words.get(word) }
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.parts(word).is_some()
    }

    /// Pushes the parts of a special word that begins at `start`; false if it is none.
    pub(super) fn push(&self, word: &str, start: usize, out: &mut Vec<Piece>) -> bool {
        let Some(parts) = self.parts(word) else {
            return false;
        };
        let mut at = start;
        for (length, norm) in parts {
            out.push(Piece { norm: *norm, ..piece(at, at + length) });
            at += length;
        }
        true
    }

    /// Looks for special words that the rules cut apart, as in "(aged 8)", where "8)" is
    /// one; of matches that overlap the longest wins, then the first.
    pub(super) fn join(&self, text: &str, pieces: &mut Vec<Piece>) {
        let slice = |piece: &Piece| &text[piece.start as usize..piece.end as usize];
        let mut found = Vec::new();
        for (at, first) in pieces.iter().enumerate() {
            for sequence in self.sequences.get(slice(first)).into_iter().flatten() {
                let fits = pieces.get(at..at + sequence.len()).is_some_and(|window| {
                    window.iter().zip(sequence).all(|(piece, token)| slice(piece) == *token)
                });
                if fits {
                    found.push((at, at + sequence.len()));
                }
            }
        }
        if found.is_empty() {
            return;
        }
        found.sort_by_key(|(start, end)| (std::cmp::Reverse(end - start), *start));
        let mut seen = vec![false; pieces.len()];
        found.retain(|(start, end)| {
            let is_free = !seen[*start] && !seen[end - 1];
            seen[*start..*end].fill(true);
            is_free
        });
        found.sort_unstable();
        let mut joined = Vec::with_capacity(pieces.len());
        let mut next = 0;
        for (start, end) in found {
            let (first, last) = (pieces[start], pieces[end - 1]);
            let word = &text[first.start as usize..last.end as usize];
            joined.extend_from_slice(&pieces[next..start]);
            if self.push(word, first.start as usize, &mut joined) {
                joined.last_mut().expect("a special word has parts").space = last.space;
            } else {
                joined.extend_from_slice(&pieces[start..end]);
            }
            next = end;
        }
        joined.extend_from_slice(&pieces[next..]);
        *pieces = joined;
    }
}
