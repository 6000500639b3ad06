//! What bytes look like: by name where the name says it, by content otherwise.
//!
//! Looks at the first bytes only and decodes nothing.

use std::{ffi::OsStr, path::Path};

use throughline_model::Content;

use crate::{Reason, warc};

/// How bytes are cut into documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One document of that kind.
    One(Content),
    /// A JSON object, or an array of them.
    Json,
    /// A JSON object on each line.
    JsonLines,
    /// A page in each response record of an archive.
    Warc,
}

/// How much is looked at.
const HEAD: usize = 4096;

/// Formats that people have articles in and we cannot read.
const UNREADABLE: [(&str, &str); 7] = [
    ("pdf", "PDF"),
    ("doc", "Word files"),
    ("docx", "Word files"),
    ("odt", "OpenDocument files"),
    ("rtf", "RTF"),
    ("epub", "EPUB"),
    ("zip", "archives"),
];

/// Extensions of files that belong to a saved page or a project and hold no article.
const ASSETS: [&str; 32] = [
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp",
    "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "webm", "wav", "ogg", "m3u8", "wasm",
    "lock", "toml", "csv", "tsv", "yaml", "yml", "log",
];

/// Names of texts about a folder, which are no articles in it.
const PAPERS: [&str; 6] =
    ["readme", "license", "licence", "changelog", "contributing", "code_of_conduct"];

/// As what a file in a folder is passed over, ".css" or "README"; how many are is told once a
/// folder.
pub(crate) fn passed_over(path: &Path) -> Option<String> {
    let lower = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().to_lowercase();
    let (stem, extension) = (lower(path.file_stem()), lower(path.extension()));
    let is_text = matches!(extension.as_str(), "" | "md" | "txt" | "rst" | "adoc");
    if ASSETS.contains(&extension.as_str()) {
        Some(format!(".{extension}"))
    } else if is_text && PAPERS.contains(&stem.as_str()) {
        Some(stem.to_uppercase())
    } else {
        None
    }
}

/// Says what bytes are. `extension` is in lower case, without the dot, empty
/// where there is none; a full page in a file called `.txt` is still a page.
///
/// ```
/// use throughline_collect::{Shape, sniff};
/// use throughline_model::Content;
/// assert_eq!(sniff(b"<!DOCTYPE html><p>Hi", ""), Ok(Shape::One(Content::Html)));
/// assert_eq!(sniff(b"Bridge closes\n\nThe bridge", "txt"), Ok(Shape::One(Content::Text)));
/// ```
pub fn sniff(bytes: &[u8], extension: &str) -> Result<Shape, Reason> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Reason::Empty);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if warc::is_warc(head) {
        return Ok(Shape::Warc);
    }
    if let Some((_, name)) = UNREADABLE.iter().find(|(known, _)| *known == extension) {
        return Err(Reason::Format(name));
    }
    if head.starts_with(b"%PDF-") {
        return Err(Reason::Format("PDF"));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(&[0x1f, 0x8b]) {
        return Err(Reason::Format("archives"));
    }
    if is_wide(head) {
        return Ok(named(extension).unwrap_or_else(|| wide_shape(head)));
    }
    if is_binary(head) {
        return Err(Reason::Binary);
    }
    let start = trimmed(head);
    if is_page(start) {
        return Ok(Shape::One(Content::Html));
    }
    if is_feed(start) {
        return Err(Reason::Feed);
    }
    if let Some(shape) = named(extension) {
        return Ok(shape);
    }
    Ok(match start.first() {
        Some(b'<') if has_tags(start) => Shape::One(Content::Html),
        Some(b'{' | b'[') => json_shape(bytes),
        _ if is_mail(start) => Shape::One(Content::Mail),
        _ => Shape::One(Content::Text),
    })
}

fn named(extension: &str) -> Option<Shape> {
    Some(match extension {
        "html" | "htm" | "xhtml" | "shtml" => Shape::One(Content::Html),
        "txt" | "text" => Shape::One(Content::Text),
        "md" | "markdown" => Shape::One(Content::Markdown),
        "eml" => Shape::One(Content::Mail),
        "json" => Shape::Json,
        "jsonl" | "ndjson" => Shape::JsonLines,
        _ => return None,
    })
}

/// UTF-16 and UTF-32 have zero bytes like binary data, but say who they are.
/// Without its mark, a page begins with a zero beside its first tag.
fn is_wide(head: &[u8]) -> bool {
    [&[0xff, 0xfe][..], &[0xfe, 0xff], &[0, 0, 0xfe, 0xff], b"<\0", b"\0<"]
        .iter()
        .any(|mark| head.starts_with(mark))
}

fn wide_shape(head: &[u8]) -> Shape {
    let mark = |b: &u8| matches!(*b, 0 | 0xfe | 0xff);
    let narrow: Vec<u8> = head.iter().copied().filter(|b| !mark(b)).collect();
    let start = trimmed(&narrow);
    let page = is_page(start) || (start.first() == Some(&b'<') && has_tags(start));
    Shape::One(if page { Content::Html } else { Content::Text })
}

/// Zero bytes, or many control characters: no text in any encoding of the web.
fn is_binary(head: &[u8]) -> bool {
    let control = |b: &&u8| **b < 9 || (14..32).contains(*b) && **b != 27;
    head.contains(&0) || head.iter().filter(control).count() * 20 > head.len()
}

/// Without the byte order mark and leading white space.
fn trimmed(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start()
}

fn is_page(start: &[u8]) -> bool {
    let mut rest = start;
    // A page may begin with an XML declaration and comments.
    loop {
        let end: &[u8] = match () {
            () if rest.starts_with(b"<?xml") => b"?>",
            () if rest.starts_with(b"<!--") => b"-->",
            () => break,
        };
        match find(rest, end) {
            Some(at) => rest = rest[at + end.len()..].trim_ascii_start(),
            None => return false,
        }
    }
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body"]
        .iter()
        .any(|tag| rest.len() >= tag.len() && rest[..tag.len()].eq_ignore_ascii_case(tag))
}

fn is_feed(start: &[u8]) -> bool {
    start.starts_with(b"<")
        && [&b"<rss"[..], b"<feed", b"<rdf:RDF", b"<urlset", b"<sitemapindex", b"<opml"]
            .iter()
            .any(|tag| find(&start[..start.len().min(1024)], tag).is_some())
}

/// A fragment of a page: closing tags of the usual elements.
fn has_tags(start: &[u8]) -> bool {
    [&b"</p>"[..], b"</div>", b"</h1>", b"</article>", b"<br", b"<p>", b"</title>"]
        .iter()
        .any(|tag| find(start, tag).is_some())
}

fn is_mail(start: &[u8]) -> bool {
    let mut known = 0;
    for line in start.split(|b| *b == b'\n').take(60) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(colon) = line.iter().position(|b| *b == b':') else { return false };
        let name = line[..colon].to_ascii_lowercase();
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') {
            return false;
        }
        let fields: [&[u8]; 8] = [
            b"from",
            b"date",
            b"subject",
            b"to",
            b"received",
            b"message-id",
            b"mime-version",
            b"return-path",
        ];
        known += usize::from(fields.contains(&&name[..]));
    }
    known >= 3
}

/// One object over several lines, or one on each line.
fn json_shape(bytes: &[u8]) -> Shape {
    let first = bytes.split(|b| *b == b'\n').find(|line| !line.trim_ascii().is_empty());
    let alone = first.is_some_and(|line| {
        line.trim_ascii().starts_with(b"{")
            && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
    });
    if alone { Shape::JsonLines } else { Shape::Json }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|w| w == needle)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn says_what_bytes_are() {
        let one = |c| Ok(Shape::One(c));
        let cases: [(&[u8], &str, Result<Shape, Reason>); 26] = [
            (b"<p>Bridge closes</p>", "html", one(Content::Html)),
            (b"<!doctype HTML>\n<title>x", "", one(Content::Html)),
            (b"\xef\xbb\xbf\n<html lang=en>", "", one(Content::Html)),
            (b"<?xml version='1.0'?>\n<!-- saved --><html>", "", one(Content::Html)),
            (b"<div><p>Bridge closes.</p></div>", "", one(Content::Html)),
            (b"<!DOCTYPE html><p>saved as text", "txt", one(Content::Html)),
            (b"Bridge closes\n\nIt did.", "", one(Content::Text)),
            (b"Bridge closes", "txt", one(Content::Text)),
            (b"# Bridge closes", "md", one(Content::Markdown)),
            (b"From: a@b.example\nDate: x\nSubject: y\n\nz", "", one(Content::Mail)),
            (b"From: the desk\nBridge closes, it says", "", one(Content::Text)),
            (b"Note: this\nis: no mail\n", "", one(Content::Text)),
            (b"{\"title\":\"a\"}\n{\"title\":\"b\"}", "", Ok(Shape::JsonLines)),
            (b"{\n \"title\":\"a\"\n}", "", Ok(Shape::Json)),
            (b"{}", "jsonl", Ok(Shape::JsonLines)),
            (b"[]", "json", Ok(Shape::Json)),
            (b"\xff\xfeB\0r\0", "", one(Content::Text)),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", "", one(Content::Html)),
            (b"\0<\0h\0t\0m\0l\0>", "", one(Content::Html)),
            (b"", "html", Err(Reason::Empty)),
            (b" \n\t", "", Err(Reason::Empty)),
            (b"\x89PNG\r\n\x1a\n\0\0\0", "", Err(Reason::Binary)),
            (b"%PDF-1.7 x", "txt", Err(Reason::Format("PDF"))),
            (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "gz", Ok(Shape::Warc)),
            (b"text", "docx", Err(Reason::Format("Word files"))),
            (b"<?xml version='1.0'?><rss version='2.0'>", "xml", Err(Reason::Feed)),
        ];
        for (bytes, extension, expected) in cases {
            let shown = String::from_utf8_lossy(bytes);
            assert_eq!(sniff(bytes, extension), expected, "{shown:?} .{extension}");
        }
    }

    proptest! {
        #[test]
        fn takes_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300), wide in any::<bool>()) {
            let bytes = if wide { [&[0xff, 0xfe], &bytes[..]].concat() } else { bytes };
            for extension in ["", "html", "txt", "json", "jsonl", "eml", "xyz"] {
                let _ = sniff(&bytes, extension);
            }
        }
    }
}
