//! Files that are no text whatever their name says: known by their first bytes.

/// How documents, pictures, sound and archives begin.
const SIGNATURES: [&[u8]; 10] = [
    b"%PDF-",
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"II*\x00",
    b"MM\x00*",
];

/// Whether bytes are a document, a picture, sound or an archive.
pub fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    SIGNATURES.iter().any(|signature| start.starts_with(signature))
        || bytes.get(4..8) == Some(b"ftyp")
        || bytes.get(8..12) == Some(b"WEBP")
}

#[cfg(test)]
mod tests {
    use super::is_binary;

    #[test]
    fn knows_files_that_are_no_text() {
        let cases: [(&[u8], bool); 6] = [
            (b"%PDF-1.7\n%\xe2\xe3", true),
            (b"\x89PNG\r\n\x1a\n", true),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", true),
            (b"\0\0\0\x20ftypisom", true),
            (b"<html>%PDF-1.7", false),
            (b"", false),
        ];
        for (bytes, expected) in cases {
            assert_eq!(is_binary(bytes), expected, "{bytes:?}");
        }
    }
}
