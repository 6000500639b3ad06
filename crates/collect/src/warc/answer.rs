//! What a server answered: the page inside a response record, freed from the
//! encodings of its transfer.

use std::io::Read;

use super::record::Headers;
use crate::{Fetched, MAX_BYTES, Reason};

/// Media types that may hold an article.
const PAGES: [&str; 5] =
    ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "message/rfc822"];

/// The page of a record; none where the record holds no page.
pub fn of(headers: &Headers, block: Vec<u8>) -> Result<Option<Fetched>, Reason> {
    let kind = headers.get("warc-type").unwrap_or_default();
    let media = headers.get("content-type").unwrap_or_default().to_ascii_lowercase();
    let url = headers.get("warc-target-uri").unwrap_or_default();
    let url = url.trim_start_matches('<').trim_end_matches('>').to_owned();
    if !url.starts_with("http") {
        return Ok(None);
    }
    let date = headers.get("warc-date").and_then(|date| date.parse().ok());
    match kind {
        "resource" if is_page(&media) => {
            Ok(Some(Fetched { bytes: block, url, content_type: Some(media), date }))
        }
        "response" if media.starts_with("application/http") => {
            let page = page(block)?;
            Ok(page.map(|(content_type, bytes)| Fetched { bytes, url, content_type, date }))
        }
        _ => Ok(None),
    }
}

fn is_page(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default().trim();
    PAGES.contains(&media)
}

/// The `Content-Type` header and the page.
type Answer = (Option<String>, Vec<u8>);

/// Type and bytes of an answer that succeeded and is a page.
fn page(block: Vec<u8>) -> Result<Option<Answer>, Reason> {
    let (head, body) = split_head(&block)
        .ok_or_else(|| Reason::Record("the server's header in it does not end".to_owned()))?;
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let status = lines.next().unwrap_or_default();
    let succeeded = status.split_whitespace().nth(1).is_some_and(|code| code.starts_with('2'));
    if !status.starts_with("HTTP/") || !succeeded {
        return Ok(None);
    }
    let mut headers = Headers::default();
    for line in lines.filter(|line| !line.is_empty()) {
        headers.add(line);
    }
    let media = headers.get("content-type").map(str::to_owned);
    if !media.as_deref().is_none_or(|media| is_page(&media.to_ascii_lowercase())) {
        return Ok(None);
    }
    let said = |name: &str, word: &str| {
        headers.get(name).is_some_and(|value| value.to_ascii_lowercase().contains(word))
    };
    // Some archives store the page as it came, others opened and with the
    // headers left as they were: what the bytes look like decides.
    let body = if said("transfer-encoding", "chunked") {
        unchunk(body).unwrap_or_else(|| body.to_vec())
    } else {
        body.to_vec()
    };
    let body = match headers.get("content-encoding").map(str::to_ascii_lowercase).as_deref() {
        Some("gzip" | "x-gzip") if body.starts_with(&[0x1f, 0x8b]) => {
            inflate(flate2::read::MultiGzDecoder::new(&body[..]))?
        }
        Some("deflate") => {
            let zlib = inflate(flate2::read::ZlibDecoder::new(&body[..]));
            zlib.or_else(|_| inflate(flate2::read::DeflateDecoder::new(&body[..]))).unwrap_or(body)
        }
        Some(other @ ("br" | "zstd")) if std::str::from_utf8(&body).is_err() => {
            return Err(Reason::Record(format!(
                "its page is compressed with {other}, which has no reader"
            )));
        }
        _ => body,
    };
    Ok(Some((media, body)))
}

fn split_head(block: &[u8]) -> Option<(&[u8], &[u8])> {
    let crlf = block.windows(4).position(|w| w == b"\r\n\r\n").map(|at| (at, 4));
    let lf = block.windows(2).position(|w| w == b"\n\n").map(|at| (at, 2));
    let (at, length) = crlf.into_iter().chain(lf).min()?;
    Some((&block[..at], &block[at + length..]))
}

/// The body inside its chunks, as far as they go; none where it has none.
fn unchunk(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    let mut first = true;
    loop {
        let Some(end) = body.iter().take(64).position(|b| *b == b'\n') else {
            return (!first).then_some(whole);
        };
        let size = String::from_utf8_lossy(&body[..end]);
        let size = size.split(';').next().unwrap_or_default().trim();
        let Ok(size) = usize::from_str_radix(size, 16) else {
            return (!first).then_some(whole);
        };
        first = false;
        body = &body[end + 1..];
        whole.extend_from_slice(&body[..size.min(body.len())]);
        if size == 0 || size >= body.len() {
            return Some(whole);
        }
        body = &body[size..];
        body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n")).unwrap_or(body);
    }
}

/// What could be opened, even where the end is missing.
fn inflate(packed: impl Read) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    let read = packed.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > MAX_BYTES {
        return Err(Reason::TooLarge);
    }
    match read {
        Err(_) if bytes.is_empty() => {
            Err(Reason::Record("its compressed page cannot be opened".to_owned()))
        }
        _ => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_chunks_together() {
        let cases: [(&[u8], Option<&[u8]>); 5] = [
            (b"4\r\nBrid\r\n2\r\nge\r\n0\r\n\r\n", Some(b"Bridge")),
            (b"4;x=y\r\nBrid\r\n", Some(b"Brid")),
            (b"ff\r\nBridge", Some(b"Bridge")),
            (b"<p>Bridge\n", None),
            (b"", None),
        ];
        for (body, expected) in cases {
            assert_eq!(unchunk(body).as_deref(), expected, "{}", String::from_utf8_lossy(body));
        }
    }
}
