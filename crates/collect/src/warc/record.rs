//! Records: a version line, headers, a block of as many bytes as they say.

use std::io::{BufRead, Read};

use super::source::Source;
use crate::{MAX_BYTES, Reason};

/// Longest line of a header, and most lines.
const MAX_LINE: u64 = 64 * 1024;
const MAX_HEADERS: usize = 200;

/// One record.
#[derive(Debug)]
pub struct Record {
    pub offset: u64,
    pub headers: Headers,
    pub block: Vec<u8>,
}

/// Why there is no record at an offset.
#[derive(Debug)]
pub struct RecordError {
    pub offset: u64,
    pub reason: Reason,
}

/// Names and values, the names in lower case.
#[derive(Debug, Default)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// The first value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Takes in a line; one that begins with space goes on with the last.
    pub fn add(&mut self, line: &str) -> bool {
        if let Some((_, last)) = self.0.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            last.push(' ');
            last.push_str(line.trim());
            return true;
        }
        let Some((name, value)) = line.split_once(':') else { return false };
        self.0.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        self.0.len() <= MAX_HEADERS
    }
}

/// The next record; none at the end of the archive.
pub fn next<R: BufRead>(source: &mut Source<R>) -> Result<Option<Record>, RecordError> {
    // Records end in empty lines, one too many or too few in some archives.
    let mut version;
    loop {
        if source.fill_buf().is_ok_and(<[u8]>::is_empty) {
            return Ok(None);
        }
        let offset = source.offset();
        version = line(source).map_err(|reason| RecordError { offset, reason })?;
        if !version.trim().is_empty() {
            break;
        }
    }
    let offset =
        source.offset().saturating_sub(if source.is_plain() { version.len() as u64 } else { 0 });
    let broken = |what: &str| RecordError { offset, reason: Reason::Record(what.to_owned()) };
    if !version.starts_with("WARC/") {
        return Err(broken("it does not begin with WARC/"));
    }
    let mut headers = Headers::default();
    loop {
        let line = line(source).map_err(|reason| RecordError { offset, reason })?;
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            break;
        }
        if !headers.add(line) {
            return Err(broken("a line of its header has no name"));
        }
    }
    let length: u64 = headers
        .get("content-length")
        .and_then(|length| length.parse().ok())
        .ok_or_else(|| broken("it does not say how long it is"))?;
    let mut block = Vec::new();
    let kept = length.min(MAX_BYTES as u64 + 4096);
    let io = |_| broken("its bytes cannot be read: the archive is damaged here");
    let read = source.by_ref().take(kept).read_to_end(&mut block).map_err(io)? as u64;
    if read < kept {
        return Err(broken("it ends before its length"));
    }
    if length > kept {
        std::io::copy(&mut source.by_ref().take(length - kept), &mut std::io::sink())
            .map_err(io)?;
        return Err(RecordError { offset, reason: Reason::TooLarge });
    }
    Ok(Some(Record { offset, headers, block }))
}

fn line<R: BufRead>(source: &mut Source<R>) -> Result<String, Reason> {
    let mut bytes = Vec::new();
    let damaged =
        |_| Reason::Record("its header cannot be read: the archive is damaged here".to_owned());
    source.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes).map_err(damaged)?;
    if bytes.last() != Some(&b'\n') {
        return Err(Reason::Record("its header does not end".to_owned()));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
