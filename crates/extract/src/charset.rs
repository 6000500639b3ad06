//! Bytes to text: byte order mark, the server's word, the page's own word,
//! valid UTF-8, and a guess at last.

use chardetng::{Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::pattern::patterns;

patterns! {
    META = r#"(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)"#;
    XML = r#"(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]+)"#;
}

/// How many bytes of a page are searched for its own word.
const HEAD: usize = 8192;

/// Decodes a page; `header` is the encoding that the server named.
pub fn html(bytes: &[u8], header: Option<&str>) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let own = XML.captures(&head).or_else(|| META.captures(&head));
    let own = own.and_then(|found| Encoding::for_label(found[1].as_bytes()));
    // A page that could read its own UTF-16 name is not in UTF-16.
    let own = own.map(|e| if e == UTF_16BE || e == UTF_16LE { UTF_8 } else { e });
    decode(bytes, header, own)
}

/// Decodes a text.
pub fn text(bytes: &[u8], header: Option<&str>) -> String {
    decode(bytes, header, None)
}

/// Whether bytes say that they are UTF-16, in which zero bytes are no accident.
pub fn is_wide(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8)
}

fn decode(bytes: &[u8], header: Option<&str>, own: Option<&'static Encoding>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    let named = header.and_then(|label| Encoding::for_label(label.as_bytes())).or(own);
    // Text that is valid UTF-8 and not plain ASCII is UTF-8, whatever anybody
    // said: other encodings hardly ever look like it.
    if let Ok(text) = std::str::from_utf8(bytes)
        && (!text.is_ascii() || named.is_none_or(|e| e.is_ascii_compatible()))
    {
        return text.to_owned();
    }
    match named {
        // Said to be UTF-8 with a few broken bytes, or not UTF-8 at all?
        Some(encoding) if encoding == UTF_8 => {
            let lossy = String::from_utf8_lossy(bytes);
            let broken = lossy.matches('\u{fffd}').count();
            let beyond = lossy.chars().filter(|c| !c.is_ascii()).count();
            if broken * 5 > beyond { guess(bytes) } else { lossy.into_owned() }
        }
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => guess(bytes),
    }
}

fn guess(bytes: &[u8]) -> String {
    let mut detector = chardetng::EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let encoding = if encoding == UTF_8 { WINDOWS_1252 } else { encoding };
    let lossy = String::from_utf8_lossy(bytes);
    // A stray byte in a UTF-8 text must not turn all of it into another encoding.
    let broken = lossy.matches('\u{fffd}').count();
    if broken * 20 < lossy.chars().filter(|c| !c.is_ascii()).count() {
        return lossy.into_owned();
    }
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn finds_the_encoding() {
        let bom: &[u8] = b"\xef\xbb\xbfcaf\xc3\xa9";
        let cases: [(&[u8], Option<&str>, &str); 9] = [
            (bom, Some("windows-1252"), "café"),
            (b"caf\xc3\xa9", None, "café"),
            (b"caf\xc3\xa9", Some("iso-8859-1"), "café"),
            (b"caf\xe9", Some("iso-8859-1"), "café"),
            (
                b"<meta charset=windows-1252>\x93caf\xe9\x94",
                None,
                "<meta charset=windows-1252>“café”",
            ),
            (
                b"<META content='text/html; charset=koi8-r'>\xc1",
                None,
                "<META content='text/html; charset=koi8-r'>а",
            ),
            (b"\xff\xfec\0\xe9\0", None, "cé"),
            (b"<meta charset=utf-16>caf\xc3\xa9", None, "<meta charset=utf-16>café"),
            (
                b"The caf\xe9 said it would \x93close\x94 on Monday",
                Some("utf-8"),
                "The café said it would “close” on Monday",
            ),
        ];
        for (bytes, header, expected) in cases {
            assert_eq!(html(bytes, header), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    proptest! {
        #[test]
        fn decodes_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200), label in "[a-z0-9-]{0,12}") {
            let _ = html(&bytes, Some(&label));
            let _ = text(&bytes, None);
        }

        #[test]
        fn keeps_utf8(text in "\\PC{0,80}") {
            prop_assume!(!text.starts_with('\u{feff}'));
            prop_assert_eq!(html(text.as_bytes(), None), text);
        }
    }
}
