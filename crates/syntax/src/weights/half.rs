//! Owns the reading of half-precision numbers.

/// The value of an IEEE 754 half. Widening is exact: every half is a single.
pub(super) fn widen(bits: u16) -> f32 {
    // Move exponent and fraction into place, then correct the exponent's bias by a
    // multiplication, which also puts subnormal halves right. Infinities and NaN do not
    // occur in the weights.
    const REBIAS: f32 = f32::from_bits((254 - 15) << 23);
    let magnitude = f32::from_bits(u32::from(bits & 0x7fff) << 13) * REBIAS;
    f32::from_bits(magnitude.to_bits() | (u32::from(bits & 0x8000) << 16))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_widen_exactly() {
        assert_eq!(widen(0x3c00), 1.0);
        assert_eq!(widen(0xc000), -2.0);
        assert_eq!(widen(0x3555), 0.333_251_95);
        assert_eq!(widen(0x0001), 5.960_464_5e-8);
        assert_eq!(widen(0x8000).to_bits(), (-0.0f32).to_bits());
    }
}
