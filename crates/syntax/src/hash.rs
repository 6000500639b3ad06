//! Owns the two hashes the model was trained with: strings to ids, ids to table rows.

/// The id of a string: MurmurHash64A of its UTF-8 bytes with seed 1.
pub(crate) fn hash_string(text: &str) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let bytes = text.as_bytes();
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(M);
    let (blocks, rest) = bytes.as_chunks::<8>();
    for block in blocks {
        let mut k = u64::from_le_bytes(*block).wrapping_mul(M);
        k ^= k >> 47;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        for (i, byte) in rest.iter().enumerate() {
            hash ^= u64::from(*byte) << (8 * i);
        }
        hash = hash.wrapping_mul(M);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(M);
    hash ^ (hash >> 47)
}

/// The four rows of an embedding table that stand for an id: the words of a
/// MurmurHash3 (128 bits) of the id, each taken modulo the number of rows.
pub(crate) fn rows(id: u64, seed: u32, count: u32) -> [usize; 4] {
    let seed = u64::from(seed);
    let mut h1 = id.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31);
    h1 = h1.wrapping_mul(0x4cf5_ad43_2745_937f) ^ seed ^ 8;
    let mut h2 = seed ^ 8;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = mix(h1);
    h2 = mix(h2);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    [h1 as u32, (h1 >> 32) as u32, h2 as u32, (h2 >> 32) as u32].map(|word| (word % count) as usize)
}

fn mix(mut h: u64) -> u64 {
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^= h >> 33;
    h = h.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_have_the_ids_of_the_string_store() {
        assert_eq!(hash_string("coffee"), 3_197_928_453_018_144_401);
        assert_eq!(hash_string("the"), 7_425_985_699_627_899_538);
    }
}
