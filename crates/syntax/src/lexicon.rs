//! Owns what is known of a word out of context: the attributes the model looks at. Also
//! remembers the vectors of words already seen, because most words of a text recur.

use crate::chars::{CharSet, is_space};
use crate::hash::hash_string;
use crate::network::{Encoder, Roles, Words};
use crate::weights::Sections;
use pulp::Arch;
use rustc_hash::FxHashMap;

/// Words that are remembered at most: 40 MB of vectors and of what they add.
const REMEMBERED: usize = 5_000;
const ABSENT: u32 = u32::MAX;

/// Makes the attributes of words.
pub(crate) struct Lexicon {
    is_alpha: CharSet,
    is_digit: CharSet,
    symbols: FxHashMap<&'static str, u64>,
    norms: FxHashMap<u64, u64>,
}

/// The ids of a word's attributes.
#[derive(Clone, Copy)]
struct Attributes {
    norm: u64,
    prefix: u64,
    suffix: u64,
    shape: u64,
    is_space: bool,
}

impl Lexicon {
    pub(crate) fn read(data: Sections) -> Self {
        let symbols = data.lines("symbols").map(|line| {
            let (name, number) = line.split_once('\t').expect("a symbol has a number");
            (name, number.parse().expect("a symbol's number is a number"))
        });
        Self {
            is_alpha: CharSet::read(data, "isalpha"),
            is_digit: CharSet::read(data, "isdigit"),
            symbols: symbols.collect(),
            norms: data.pairs("norms").collect(),
        }
    }

    /// The id of a string: names that the model's own code uses have small numbers, and
    /// everything else its hash. A word shape "X" is such a name too.
    pub(crate) fn id(&self, text: &str) -> u64 {
        match text {
            "" => 0,
            _ => self.symbols.get(text).copied().unwrap_or_else(|| hash_string(text)),
        }
    }

    /// Whether every character is a letter, and there is one.
    pub(crate) fn is_alpha(&self, text: &str) -> bool {
        !text.is_empty() && text.chars().all(|c| self.is_alpha.has(c))
    }

    fn attributes(&self, word: &str, norm: u64) -> Attributes {
        let norm = match norm {
            0 => self
                .norms
                .get(&self.id(word))
                .copied()
                .unwrap_or_else(|| self.id(&word.to_lowercase())),
            given => given,
        };
        let prefix = word.chars().next().map_or(0, char::len_utf8);
        let suffix = word.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
        Attributes {
            norm,
            prefix: self.id(&word[..prefix]),
            suffix: self.id(&word[suffix..]),
            shape: self.id(&self.shape(word)),
            is_space: word.chars().all(is_space),
        }
    }

    /// The word with its letters and digits replaced by their kind, at most four of a kind
    /// in a row: "Xxxxx", "dd:dd".
    fn shape(&self, word: &str) -> String {
        if word.chars().nth(99).is_some() {
            return "LONG".to_owned();
        }
        let mut shape = String::with_capacity(word.len());
        let (mut last, mut run) = (None, 0);
        for c in word.chars() {
            let kind = match c {
                _ if self.is_alpha.has(c) && c.is_uppercase() => 'X',
                _ if self.is_alpha.has(c) => 'x',
                _ if self.is_digit.has(c) => 'd',
                _ => c,
            };
            run = if last == Some(kind) { run + 1 } else { 0 };
            last = Some(kind);
            if run < 4 {
                shape.push(kind);
            }
        }
        shape
    }
}

/// A word that has been seen.
struct Word {
    attributes: Attributes,
    /// Places of its vectors for the shared encoder, without and with a space after it.
    shared: [u32; 2],
    /// Place of its vector for the encoder of names.
    names: u32,
}

/// The words seen lately, and their vectors.
#[derive(Default)]
pub(crate) struct Memory {
    numbers: FxHashMap<u64, u32>,
    words: Vec<Word>,
    pub(crate) shared: Words,
    pub(crate) names: Words,
    /// Room for what the tokens of a batch add to the states of a parse.
    pub(crate) roles: Roles,
}

impl Memory {
    /// Forgets everything if too many words are remembered. Numbers and places given
    /// before are void then.
    pub(crate) fn tidy(&mut self) {
        if self.words.len() > REMEMBERED {
            *self = Self::default();
        }
    }

    /// The number of a word; `norm` is the id of its normal form if an exception gave one.
    pub(crate) fn number(&mut self, lexicon: &Lexicon, word: &str, norm: u64) -> u32 {
        let key = hash_string(word) ^ norm.rotate_left(17);
        *self.numbers.entry(key).or_insert_with(|| {
            let attributes = lexicon.attributes(word, norm);
            self.words.push(Word { attributes, shared: [ABSENT; 2], names: ABSENT });
            (self.words.len() - 1) as u32
        })
    }

    /// The places in `shared` of the vectors of words, which are computed where they are
    /// missing; `words` says with each number whether a space follows.
    pub(crate) fn shared_places(
        &mut self,
        arch: Arch,
        encoder: &Encoder,
        words: &[(u32, bool)],
    ) -> Vec<u32> {
        let mut missing = Vec::new();
        let mut next = self.shared.count() as u32;
        let places = words.iter().map(|(number, space)| {
            let word = &mut self.words[*number as usize];
            let place = &mut word.shared[usize::from(*space)];
            if *place == ABSENT {
                let a = word.attributes;
                let flags = [u64::from(*space), u64::from(a.is_space)];
                missing.push([a.norm, a.prefix, a.suffix, a.shape, flags[0], flags[1]]);
                *place = next;
                next += 1;
            }
            *place
        });
        let places = places.collect();
        encoder.embed(arch, &missing, &mut self.shared);
        places
    }

    /// The places in `names` of the vectors of words, computed where they are missing.
    pub(crate) fn name_places(
        &mut self,
        arch: Arch,
        encoder: &Encoder,
        words: &[(u32, bool)],
    ) -> Vec<u32> {
        let mut missing = Vec::new();
        let mut next = self.names.count() as u32;
        let places = words.iter().map(|(number, _)| {
            let word = &mut self.words[*number as usize];
            if word.names == ABSENT {
                let a = word.attributes;
                missing.push([a.norm, a.prefix, a.suffix, a.shape]);
                word.names = next;
                next += 1;
            }
            word.names
        });
        let places = places.collect();
        encoder.embed(arch, &missing, &mut self.names);
        places
    }
}
