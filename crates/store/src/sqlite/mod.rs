//! [`Sqlite`]: the store as one SQLite file. Nothing of SQLite leaves this folder.

mod copies;
mod faults;
mod migrate;
mod pack;
mod read;
mod search;
mod write;

use std::{
    collections::HashMap,
    fs::{File, TryLockError},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use throughline_gather::StoryId;
use throughline_model::Article;
use throughline_record::{Effect, Known, Query, Reason, Revision, StoryHead};

use crate::{Articles, Error, Filter, Hit, Problem, Result, RevisionLine, Store};

pub use migrate::VERSION;

/// How long another program may hold the file before it counts as locked.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store in one file. Readers see a whole state while one process writes.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
    path: PathBuf,
    /// Held while this process may write; the system frees it when the process
    /// ends, however it ends.
    _writing: Option<File>,
}

/// What a store is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read what is there.
    Read,
    /// To write; it is made where there is none, and nobody else writes meanwhile.
    Write,
}

impl Sqlite {
    /// Opens the store at a path. One of an older version is brought up to date
    /// when it is opened to write.
    ///
    /// # Errors
    /// When it cannot be opened; nothing is changed then.
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        Self::opened(path, access)
            .map_err(|problem| Error { store: path.display().to_string(), problem })
    }

    fn opened(path: &Path, access: Access) -> Result<Self, Problem> {
        // Before a lock is put beside it.
        if path.is_dir() {
            return Err(Problem::Folder);
        }
        let (connection, writing) = match access {
            Access::Read if !path.exists() => return Err(Problem::Missing),
            Access::Read => (to_read(path)?, None),
            Access::Write => {
                if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
                {
                    std::fs::create_dir_all(folder).map_err(system)?;
                }
                let lock = lock(path)?;
                (to_write(path)?, Some(lock))
            }
        };
        Ok(Self { connection, path: path.to_owned(), _writing: writing })
    }

    /// Says what keeps a store at a path from being written. Where there is none, none
    /// is made.
    ///
    /// # Errors
    /// When it could not be opened to write.
    pub fn check(path: &Path) -> Result<()> {
        if path.exists() {
            return Self::open(path, Access::Write).map(drop);
        }
        may_be_made(path).map_err(|problem| Error { store: path.display().to_string(), problem })
    }

    /// Copies the store, as it is at this moment, into a new file.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn backup(&self, to: &Path) -> Result<()> {
        let failed = |problem| Error { store: to.display().to_string(), problem };
        if to.exists() {
            let problem = Problem::Other("is there already; name a file that is not".into());
            return Err(failed(problem));
        }
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) {
            return Err(failed(Problem::Other("its folder is not there; make it first".into())));
        }
        let name =
            to.to_str().ok_or_else(|| failed(Problem::Other("its name is not UTF-8".into())))?;
        // SQLite takes even this for writing.
        let done = self
            .connection
            .pragma_update(None, "query_only", false)
            .and_then(|()| self.connection.execute("VACUUM INTO ?1", [name]));
        done.map(drop).map_err(|error| failed(error.into()))
    }

    /// Lets the file grow to so many pages and no further, as a disk would.
    ///
    /// # Errors
    /// When the file cannot be asked.
    pub fn limit(&self, pages: u32) -> Result<()> {
        let set =
            self.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()));
        self.named(set.map_err(Problem::from))
    }

    fn named<T>(&self, done: Result<T, Problem>) -> Result<T> {
        done.map_err(|problem| Error { store: self.path.display().to_string(), problem })
    }
}

/// Tries whether the folder takes a file, or the one in which it would be made: what the
/// system says of its rights is not all. The file has no name that a process which is killed
/// meanwhile could leave behind.
fn may_be_made(path: &Path) -> Result<(), Problem> {
    let folder = path.ancestors().skip(1).find(|folder| folder.exists());
    let folder = folder.unwrap_or(Path::new("."));
    tempfile::tempfile_in(folder).map(drop).map_err(system)
}

fn to_read(path: &Path) -> Result<Connection, Problem> {
    // Reading a file with a write-ahead log writes beside it; where that is not
    // allowed and there is no log, the file cannot change under us either.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(path, flags).map_err(Problem::from);
    let checked = connection.and_then(|c| migrate::version(&c).map(|version| (c, version)));
    let (connection, version) = match checked {
        Err(Problem::ReadOnly | Problem::Other(_)) if !beside(path, "-wal").exists() => {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            let name = path.to_string_lossy().replace('%', "%25").replace('?', "%3f");
            let address = format!("file:{}?immutable=1", name.replace('#', "%23"));
            let connection = Connection::open_with_flags(address, flags)?;
            let version = migrate::version(&connection)?;
            (connection, version)
        }
        checked => checked?,
    };
    if version == 0 {
        return Err(Problem::Missing);
    }
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn to_write(path: &Path) -> Result<Connection, Problem> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    // Before anything is changed.
    migrate::version(&connection)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate::migrate(&mut connection)?;
    Ok(connection)
}

/// Keeps other writers out. A file of its own: SQLite's locks on the store would
/// be lost with the first handle on it that is closed.
fn lock(path: &Path) -> Result<File, Problem> {
    let file = File::options().create(true).append(true).open(beside(path, "-lock"));
    let file = file.map_err(system)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Problem::Writing),
        Err(TryLockError::Error(error)) => Err(system(error)),
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn system(error: std::io::Error) -> Problem {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
    match error.kind() {
        PermissionDenied | ReadOnlyFilesystem => Problem::ReadOnly,
        StorageFull => Problem::Full,
        _ => Problem::Other(error.to_string()),
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        // There was no room for the index beside the write-ahead log.
        if error.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::Full;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::ConstraintViolation) => Self::Unfit(error.to_string()),
            _ => Self::Other(error.to_string()),
        }
    }
}

impl Store for Sqlite {
    fn position(&self) -> Result<u64> {
        self.named(read::position(&self.connection))
    }

    fn commit(&mut self, from: u64, effects: &[Effect]) -> Result<u64> {
        let step = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let done = step.map_err(Problem::from).and_then(|step| write::commit(step, from, effects));
        self.named(done)
    }

    fn memory(&self, after: &str, limit: usize) -> Result<Vec<(String, Vec<u8>)>> {
        self.named(read::memory(&self.connection, after, limit))
    }

    fn sites(&self) -> Result<Vec<String>> {
        self.named(read::sites(&self.connection))
    }

    fn site(&self, site: &str) -> Result<Option<Vec<u8>>> {
        self.named(read::site(&self.connection, site))
    }

    fn known(&self, keys: &[String]) -> Result<HashMap<String, Known>> {
        self.named(read::known(&self.connection, keys))
    }

    fn articles(&self, which: Articles<'_>) -> Result<Vec<Article>> {
        self.named(read::articles(&self.connection, which))
    }

    fn stories(&self, filter: &Filter) -> Result<Vec<StoryHead>> {
        self.named(read::stories(&self.connection, filter))
    }

    fn story(&self, id: StoryId) -> Result<Option<StoryHead>> {
        self.named(read::story(&self.connection, id))
    }

    fn history(&self, story: StoryId) -> Result<Vec<RevisionLine>> {
        self.named(read::history(&self.connection, story))
    }

    fn revision(&self, story: StoryId, number: u32) -> Result<Option<Revision>> {
        self.named(read::revision(&self.connection, story, number))
    }

    fn reasons(&self, article: &str) -> Result<Vec<Reason>> {
        self.named(read::reasons(&self.connection, article))
    }

    fn search(&self, query: &Query, limit: usize) -> Result<Vec<Hit>> {
        self.named(search::search(&self.connection, query, limit))
    }

    fn faults(&self) -> Result<Vec<String>> {
        self.named(faults::faults(&self.connection))
    }
}
