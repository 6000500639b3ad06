//! [`Source`]: the bytes of an archive, gzip members opened one after the
//! other, and the place from which to go on after a broken record.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

/// How a gzip member begins: magic number and deflate.
pub const GZIP: [u8; 3] = [0x1f, 0x8b, 8];

/// How a record begins.
const RECORD: &[u8] = b"WARC/";

/// Bytes that are counted as they are read.
pub struct Counted<R> {
    inner: R,
    pub at: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.inner.consume(amount);
        self.at += amount as u64;
    }
}

enum State<R: BufRead> {
    Plain(Counted<R>),
    Member {
        inner: Box<io::BufReader<GzDecoder<Counted<R>>>>,
        from: u64,
    },
    /// Only while one state is changed into another.
    Between,
}

/// The bytes of the records.
pub struct Source<R: BufRead> {
    state: State<R>,
}

impl<R: BufRead> Source<R> {
    pub fn new(archive: R) -> Self {
        let mut source = Self { state: State::Plain(Counted { inner: archive, at: 0 }) };
        source.open_member();
        source
    }

    /// Where the current record can be found: its first byte, or its member's.
    pub fn offset(&self) -> u64 {
        match &self.state {
            State::Plain(plain) => plain.at,
            State::Member { from, .. } => *from,
            State::Between => 0,
        }
    }

    /// Whether the archive is not gzipped here.
    pub fn is_plain(&self) -> bool {
        matches!(self.state, State::Plain(_))
    }

    /// Opens the gzip member that begins here, if one does.
    fn open_member(&mut self) {
        if let State::Plain(plain) = &mut self.state
            && plain.fill_buf().is_ok_and(|head| head.starts_with(&GZIP[..2]))
            && let State::Plain(plain) = std::mem::replace(&mut self.state, State::Between)
        {
            let from = plain.at;
            let inner = Box::new(io::BufReader::new(GzDecoder::new(plain)));
            self.state = State::Member { inner, from };
        }
    }

    /// Ends the member, wherever it stands; whether there was one.
    fn end_member(&mut self) -> bool {
        match std::mem::replace(&mut self.state, State::Between) {
            State::Member { inner, .. } => {
                self.state = State::Plain(inner.into_inner().into_inner());
                true
            }
            other => {
                self.state = other;
                false
            }
        }
    }

    /// Goes to where the next record seems to begin; false at the end.
    pub fn resume(&mut self) -> bool {
        let gzipped = self.end_member();
        let State::Plain(plain) = &mut self.state else { return false };
        let begin: &[u8] = if gzipped { &GZIP } else { RECORD };
        if !skip_to(plain, begin) {
            return false;
        }
        self.open_member();
        true
    }
}

/// Consumes up to where `begin` stands next. A beginning that the edge of the
/// reader's buffer cuts in two is missed, and with it one record.
fn skip_to(plain: &mut impl BufRead, begin: &[u8]) -> bool {
    loop {
        let Ok(buffer) = plain.fill_buf() else { return false };
        if buffer.is_empty() {
            return false;
        }
        let found = memchr::memmem::find(buffer, begin);
        let amount = found.unwrap_or(buffer.len());
        plain.consume(amount);
        if found.is_some() {
            return true;
        }
    }
}

impl<R: BufRead> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // An empty member is passed over.
        while let State::Member { inner, .. } = &mut self.state {
            if !inner.fill_buf()?.is_empty() {
                break;
            }
            self.end_member();
            self.open_member();
        }
        match &mut self.state {
            State::Plain(plain) => plain.fill_buf(),
            State::Member { inner, .. } => inner.fill_buf(),
            State::Between => Ok(&[]),
        }
    }

    fn consume(&mut self, amount: usize) {
        match &mut self.state {
            State::Plain(plain) => plain.consume(amount),
            State::Member { inner, .. } => inner.consume(amount),
            State::Between => {}
        }
    }
}
