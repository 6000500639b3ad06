//! Halves of surrogate pairs in JSON: `"\ud83d"` alone is no character, and
//! programs that cut text by UTF-16 units write it.

/// The JSON with U+FFFD for each half that has lost the other.
pub fn mended(json: &[u8]) -> Vec<u8> {
    let mut found = json.to_vec();
    let mut at = 0;
    while at + 1 < json.len() {
        if json[at] != b'\\' {
            at += 1;
        } else if let Some(unit) = unit(json, at) {
            let pair = is_high(unit) && self::unit(json, at + 6).is_some_and(is_low);
            if !pair && (is_high(unit) || is_low(unit)) {
                found[at + 2..at + 6].copy_from_slice(b"fffd");
            }
            at += if pair { 12 } else { 6 };
        } else {
            at += 2;
        }
    }
    found
}

/// The UTF-16 unit that the escape at `at` stands for.
fn unit(json: &[u8], at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits
        .iter()
        .try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)? as u16))
}

fn is_high(unit: u16) -> bool {
    (0xd800..0xdc00).contains(&unit)
}

fn is_low(unit: u16) -> bool {
    (0xdc00..0xe000).contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_become_the_replacement_character() {
        let cases = [
            (r#""a\ud83d b""#, r#""a\ufffd b""#),
            (r#""a\ude00""#, r#""a\ufffd""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\\\uD83D""#, r#""\\\ufffd""#),
            (r#""\ud83"#, r#""\ud83"#),
            (r#""\u00e9\n""#, r#""\u00e9\n""#),
        ];
        for (json, expected) in cases {
            assert_eq!(mended(json.as_bytes()), expected.as_bytes(), "{json}");
        }
    }
}
