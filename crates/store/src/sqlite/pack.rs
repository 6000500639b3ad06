//! Bodies as they lie in the file: JSON, packed, a revision against an earlier one.

use std::io::Read;

use serde::{Serialize, de::DeserializeOwned};

use crate::Problem;

const LEVEL: i32 = 3;

/// Packed alone.
pub fn pack(json: &[u8]) -> Result<Vec<u8>, Problem> {
    zstd::bulk::compress(json, LEVEL).map_err(other)
}

/// Packed as what differs from `base`.
pub fn pack_against(json: &[u8], base: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut compressor = zstd::bulk::Compressor::with_dictionary(LEVEL, base).map_err(other)?;
    // Both must lie in one window, or what is far apart is not found.
    let reach = (json.len() + base.len()).max(1 << 17).next_power_of_two().ilog2().min(27);
    let set = |c: &mut zstd::bulk::Compressor<'_>, p| c.set_parameter(p).map_err(other);
    set(&mut compressor, zstd::zstd_safe::CParameter::WindowLog(reach))?;
    set(&mut compressor, zstd::zstd_safe::CParameter::EnableLongDistanceMatching(true))?;
    compressor.compress(json).map_err(other)
}

/// The inverse of [`pack`].
pub fn unpack(body: &[u8]) -> Result<Vec<u8>, Problem> {
    zstd::decode_all(body).map_err(damaged)
}

/// The inverse of [`pack_against`].
pub fn unpack_against(body: &[u8], base: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut json = Vec::new();
    let decoder = zstd::stream::read::Decoder::with_dictionary(body, base);
    decoder.and_then(|mut decoder| decoder.read_to_end(&mut json)).map_err(damaged)?;
    Ok(json)
}

/// A value as JSON.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("keys are strings and numbers are finite")
}

/// A value from JSON.
pub fn value<T: DeserializeOwned>(json: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(json).map_err(|error| Problem::Damaged(error.to_string()))
}

fn damaged(error: std::io::Error) -> Problem {
    Problem::Damaged(format!("a body does not unpack: {error}"))
}

fn other(error: std::io::Error) -> Problem {
    Problem::Other(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_little_packs_to_little() {
        // Nothing repeats within one, so only the other helps.
        let mut state = 1_u64;
        let mut noise = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        };
        let old: Vec<u8> = (0..700_000).map(|_| noise()).collect();
        let mut new = old.clone();
        new.splice(1_000..1_000, *b"something that was put in");
        let packed = pack_against(&new, &old).expect("it can be packed");
        assert!(packed.len() < 2_000, "{}", packed.len());
        assert_eq!(unpack_against(&packed, &old), Ok(new));
        assert!(unpack_against(&packed, b"another").is_err());
        assert_eq!(unpack(&pack(&old).expect("it can be packed")), Ok(old));
    }
}
