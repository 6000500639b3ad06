//! [`StoryId`]: the permanent name of a story, short and fit for an address.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Number of a story: given once, in order of birth, and never again.
///
/// Its written form is eight letters and digits. They are the number, shuffled,
/// so that no table is needed to go either way, and neighbours do not look
/// alike: one letter typed wrong names no story rather than the next one.
///
/// ```
/// use throughline_gather::StoryId;
/// let id = StoryId(1);
/// assert_eq!(id.to_string().len(), 8);
/// assert_eq!(id.to_string().to_uppercase().parse(), Ok(id));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct StoryId(pub u64);

/// Crockford's digits: no letter that looks like a figure.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Eight digits of five bits.
const LENGTH: u32 = 8;
const BITS: u32 = 5 * LENGTH;
const MASK: u64 = (1 << BITS) - 1;

/// Odd, so that multiplying by it can be undone.
const FACTOR: u64 = 0xd1b5_4a32_d192_ed03;

/// The number that undoes multiplying by [`FACTOR`].
const INVERSE: u64 = {
    // Newton's iteration doubles the bits that are right; three are at first.
    let (mut inverse, mut round) = (FACTOR, 0);
    while round < 5 {
        inverse = inverse.wrapping_mul(2u64.wrapping_sub(FACTOR.wrapping_mul(inverse)));
        round += 1;
    }
    inverse
};

fn fold(bits: u64) -> u64 {
    bits ^ (bits >> (BITS / 2))
}

fn shuffled(number: u64) -> u64 {
    let once = fold(number & MASK).wrapping_mul(FACTOR) & MASK;
    fold(fold(once).wrapping_mul(FACTOR) & MASK)
}

fn unshuffled(bits: u64) -> u64 {
    let once = fold(fold(bits).wrapping_mul(INVERSE) & MASK);
    fold(once.wrapping_mul(INVERSE) & MASK)
}

impl StoryId {
    /// The last number that can be written.
    pub(crate) const LAST: u64 = MASK;
}

impl fmt::Display for StoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = shuffled(self.0);
        (0..LENGTH).rev().try_for_each(|at| {
            write!(f, "{}", char::from(DIGITS[(bits >> (5 * at)) as usize & 31]))
        })
    }
}

/// The text is no name of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryIdError(String);

impl fmt::Display for StoryIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = "an id has eight characters, as bnz3k8qa: digits and letters but no u";
        write!(f, "not the id of a story: {:?}; {form}", self.0)
    }
}

impl std::error::Error for StoryIdError {}

impl FromStr for StoryId {
    type Err = StoryIdError;

    fn from_str(text: &str) -> Result<Self, StoryIdError> {
        let error = || StoryIdError(text.chars().take(40).collect());
        let digit = |byte: u8| {
            let plain = match byte.to_ascii_lowercase() {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                other => other,
            };
            DIGITS.iter().position(|&d| d == plain)
        };
        if text.len() != LENGTH as usize {
            return Err(error());
        }
        let bits = text.bytes().try_fold(0, |bits, byte| Some(bits << 5 | digit(byte)? as u64));
        bits.map(|bits| Self(unshuffled(bits))).ok_or_else(error)
    }
}

impl Serialize for StoryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StoryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_own_name() {
        let numbers = (0..5_000).chain((20..40).map(|bit| 1 << bit)).chain([MASK]);
        let mut seen = std::collections::BTreeSet::new();
        for number in numbers {
            let name = StoryId(number).to_string();
            assert_eq!(name.parse(), Ok(StoryId(number)), "{name}");
            assert!(seen.insert(name));
        }
    }

    #[test]
    fn one_wrong_letter_names_no_neighbour() {
        let name = StoryId(7).to_string();
        for at in 0..name.len() {
            let mut wrong = name.clone().into_bytes();
            wrong[at] = if wrong[at] == b'z' { b'y' } else { b'z' };
            let wrong = String::from_utf8(wrong).expect("digits are ASCII");
            assert!(wrong.parse::<StoryId>().is_ok_and(|id| id.0 > 1_000_000), "{wrong}");
        }
    }

    #[test]
    fn refuses_what_is_no_name() {
        for text in ["", "abc", "abcdefgu", "abcdefgh1", "ábcdefg"] {
            assert!(text.parse::<StoryId>().is_err(), "{text}");
        }
    }
}
