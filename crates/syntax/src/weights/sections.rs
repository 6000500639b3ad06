//! Owns the table of contents of the data file. It trusts the file: the file is built
//! into the crate, so a section that is missing or malformed is a bug of the build.

use super::half::widen;

const MAGIC: &[u8] = b"TLSYN001";
const ENTRY: usize = 32;
const NAME: usize = 24;

/// The named sections of a data file.
#[derive(Clone, Copy)]
pub(crate) struct Sections {
    file: &'static [u8],
}

impl Sections {
    /// Reads the head of a data file.
    pub(crate) fn of(file: &'static [u8]) -> Self {
        assert!(file.starts_with(MAGIC), "data file has another format; make it again");
        Self { file }
    }

    /// The bytes of a section.
    pub(crate) fn bytes(&self, name: &str) -> &'static [u8] {
        let count = u32_at(self.file, MAGIC.len());
        let table = &self.file[MAGIC.len() + 4..][..count * ENTRY];
        let entry = table
            .chunks_exact(ENTRY)
            .find(|entry| name_of(entry) == name.as_bytes())
            .unwrap_or_else(|| panic!("data file lacks the section {name}; make it again"));
        &self.file[u32_at(entry, NAME)..][..u32_at(entry, NAME + 4)]
    }

    /// The lines of a text section.
    pub(crate) fn lines(&self, name: &str) -> impl Iterator<Item = &'static str> + use<> {
        std::str::from_utf8(self.bytes(name)).expect("text sections are UTF-8").lines()
    }

    /// The numbers of a section of half-precision weights.
    pub(crate) fn halves(&self, name: &str) -> Vec<f32> {
        let (halves, _) = self.bytes(name).as_chunks::<2>();
        halves.iter().map(|half| widen(u16::from_le_bytes(*half))).collect()
    }

    /// The numbers of a section of single-precision weights.
    pub(crate) fn singles(&self, name: &str) -> Vec<f32> {
        let (singles, _) = self.bytes(name).as_chunks::<4>();
        singles.iter().map(|single| f32::from_le_bytes(*single)).collect()
    }

    /// The numbers of a section of 32-bit integers.
    pub(crate) fn integers(&self, name: &str) -> Vec<u32> {
        let (words, _) = self.bytes(name).as_chunks::<4>();
        words.iter().map(|word| u32::from_le_bytes(*word)).collect()
    }

    /// The pairs of a section of 64-bit integers.
    pub(crate) fn pairs(&self, name: &str) -> impl Iterator<Item = (u64, u64)> + use<> {
        let (words, _) = self.bytes(name).as_chunks::<8>();
        words.chunks_exact(2).map(|pair| (u64::from_le_bytes(pair[0]), u64::from_le_bytes(pair[1])))
    }
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    let word = bytes[at..at + 4].try_into().expect("four bytes were taken");
    u32::from_le_bytes(word) as usize
}

/// The name of an entry, which is filled up with zeros.
fn name_of(entry: &[u8]) -> &[u8] {
    let end = entry[..NAME].iter().position(|byte| *byte == 0);
    &entry[..end.unwrap_or(NAME)]
}
