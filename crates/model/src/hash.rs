//! [`Fnv`]: a hash that is the same on every machine, for what is stored or
//! compared across runs; no protection against anybody.

/// FNV-1a, 64 bits.
///
/// ```
/// use throughline_model::Fnv;
/// assert_eq!(Fnv::of(b"a".iter().copied()), 0xaf63_dc4c_8601_ec8c);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Fnv(pub u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// The hash of some bytes.
    pub fn of(bytes: impl IntoIterator<Item = u8>) -> u64 {
        let mut hash = Self::default();
        bytes.into_iter().for_each(|byte| hash.add(byte));
        hash.0
    }

    /// Adds a byte.
    pub fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
