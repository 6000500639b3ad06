//! Paths to files: folders in sorted order, globs, links that lead in circles.

use std::{
    fs,
    io::{self, BufRead, Read},
    path::{Path, PathBuf},
};

use crate::{MAX_BYTES, Problem, Reason, kind::passed_over, warc};

/// Deeper folders are taken for a circle that links hide.
const MAX_DEPTH: usize = 64;

/// The files that one input names.
#[derive(Debug, Default)]
pub struct Files {
    /// In the order in which they are read.
    pub paths: Vec<PathBuf>,
    /// What could not be entered.
    pub problems: Vec<Problem>,
    /// Of the files that are left out for their type, the types.
    passed_over: Vec<String>,
}

/// Files behind a path or a glob.
pub fn files(input: &str) -> Files {
    let mut files = Files::default();
    let path = Path::new(input);
    match fs::metadata(path) {
        Ok(meta) if meta.is_dir() => files.folder_alone(path),
        Ok(_) => files.paths.push(path.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && is_glob(input) => {
            files.glob(input)
        }
        Err(error) => files.problem(path, io_reason(&error)),
    }
    files
}

impl Files {
    fn problem(&mut self, path: &Path, reason: Reason) {
        self.problems.push(Problem { name: path.display().to_string(), reason });
    }

    fn folder_alone(&mut self, path: &Path) {
        let before = self.paths.len() + self.problems.len();
        self.folder(path, &mut Vec::new());
        let mut types = std::mem::take(&mut self.passed_over);
        if self.paths.len() + self.problems.len() == before {
            self.problem(path, Reason::EmptyFolder);
        } else if !types.is_empty() {
            let files = types.len();
            types.sort();
            types.dedup();
            self.problem(path, Reason::Types { files, types });
        }
    }

    /// `above` holds the folders that we are inside of, links resolved.
    fn folder(&mut self, path: &Path, above: &mut Vec<PathBuf>) {
        let real = match fs::canonicalize(path) {
            Ok(real) => real,
            Err(error) => return self.problem(path, io_reason(&error)),
        };
        if above.contains(&real) || above.len() >= MAX_DEPTH {
            return self.problem(path, Reason::Loop);
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.problem(path, io_reason(&error)),
        };
        let mut names: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        names.sort();
        above.push(real);
        for name in names {
            if is_hidden(&name) {
                continue;
            }
            match fs::metadata(&name) {
                Ok(meta) if meta.is_dir() => self.folder(&name, above),
                Ok(meta) if !meta.is_file() => {}
                Ok(_) => match passed_over(&name) {
                    Some(kind) => self.passed_over.push(kind),
                    None => self.paths.push(name),
                },
                Err(error) => self.problem(&name, io_reason(&error)),
            }
        }
        above.pop();
    }

    fn glob(&mut self, pattern: &str) {
        let path = Path::new(pattern);
        let found = match glob::glob(pattern) {
            Ok(found) => found,
            Err(error) => return self.problem(path, Reason::Pattern(error.msg.to_owned())),
        };
        let before = self.paths.len() + self.problems.len();
        for entry in found {
            match entry {
                Ok(found) if found.is_dir() => self.folder_alone(&found),
                Ok(found) => self.paths.push(found),
                Err(error) => self.problem(error.path(), io_reason(error.error())),
            }
        }
        if self.paths.len() + self.problems.len() == before {
            self.problem(path, Reason::NoMatch);
        }
    }
}

/// A file's bytes, at most [`MAX_BYTES`] of them.
pub fn read(path: &Path) -> Result<Vec<u8>, Reason> {
    let file = fs::File::open(path).map_err(|error| io_reason(&error))?;
    read_capped(file)
}

/// An archive, opened; none where the file is none.
pub fn archive(path: &Path) -> Option<impl BufRead + use<>> {
    let mut file = io::BufReader::with_capacity(1 << 16, fs::File::open(path).ok()?);
    warc::is_warc(file.fill_buf().ok()?).then_some(file)
}

/// All bytes of a reader, or [`Reason::TooLarge`].
pub fn read_capped(reader: impl Read) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| io_reason(&error))?;
    if bytes.len() > MAX_BYTES { Err(Reason::TooLarge) } else { Ok(bytes) }
}

/// The extension in lower case, without the dot.
pub fn extension(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn io_reason(error: &io::Error) -> Reason {
    match error.kind() {
        io::ErrorKind::NotFound => Reason::Missing,
        // Messages of the system end in "(os error 13)", which helps nobody.
        _ => Reason::Unreadable(
            error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
        ),
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn is_glob(input: &str) -> bool {
    input.contains(['*', '?', '['])
}
