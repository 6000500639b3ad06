//! WARC archives (ISO 28500), plain and gzipped: the pages of their response
//! records. A record that is broken is reported with its offset and passed
//! over; the rest of the archive is read.

mod answer;
mod record;
mod source;

use std::io::{BufRead, Read};

use crate::{Fetched, MAX_BYTES, Reason};
use record::{Record, RecordError};
use source::Source;

/// One page of an archive.
#[derive(Debug)]
pub struct Page {
    /// Where the record begins, in bytes of the archive as it stands.
    pub offset: u64,
    pub fetched: Fetched,
}

/// A record that could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    pub offset: u64,
    pub reason: Reason,
}

/// Most bytes of pages that one archive may give.
const MAX_TOTAL: usize = 20 * MAX_BYTES;

/// Whether bytes begin like an archive, gzipped or not.
pub fn is_warc(head: &[u8]) -> bool {
    if !head.starts_with(&source::GZIP) {
        return head.starts_with(b"WARC/");
    }
    let mut start = [0; 5];
    let mut plain = flate2::read::GzDecoder::new(head);
    plain.read_exact(&mut start).is_ok() && &start == b"WARC/"
}

/// Gives every page and every broken record to `found`, in order.
pub fn read(archive: impl BufRead, mut found: impl FnMut(Result<Page, Broken>)) {
    let mut source = Source::new(archive);
    let mut total = 0;
    loop {
        match record::next(&mut source) {
            Ok(None) => return,
            Ok(Some(Record { offset, headers, block })) => match answer::of(&headers, block) {
                Ok(None) => {}
                Ok(Some(fetched)) => {
                    total += fetched.bytes.len();
                    if total > MAX_TOTAL {
                        return found(Err(Broken { offset, reason: Reason::TooLarge }));
                    }
                    found(Ok(Page { offset, fetched }));
                }
                Err(reason) => found(Err(Broken { offset, reason })),
            },
            Err(RecordError { offset, reason }) => {
                found(Err(Broken { offset, reason }));
                if !source.resume() {
                    return;
                }
            }
        }
    }
}
