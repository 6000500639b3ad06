//! [`collect`]: every input in its order, to documents and problems.

use std::{
    collections::HashSet,
    fs,
    io::{BufRead, Read},
};

use throughline_model::Document;

use crate::{
    Fetch, Fetched, MAX_BYTES, Reason, Shape, json, sniff,
    walk::{self, extension},
    warc::{self, Broken, Page},
};

/// What the inputs held.
#[derive(Debug, Default)]
pub struct Collected {
    /// In the order of the inputs; inside a folder by name.
    pub documents: Vec<Document>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// One thing that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path, address, or place in a file.
    pub name: String,
    /// Why, and the way to mend it.
    pub reason: Reason,
}

/// Reads all inputs: files, folders, globs, http(s) addresses, and `-` for
/// `stdin`. A file that is named twice is read once.
///
/// ```
/// use throughline_collect::{Offline, collect};
/// let inputs = ["-".to_owned(), "nowhere.html".to_owned()];
/// let found = collect(&inputs, &Offline, &mut &b"Bridge closes\n\nIt closed on Monday."[..]);
/// assert_eq!(found.documents.len(), 1);
/// assert_eq!(found.problems[0].to_string(), "nowhere.html: no such file or folder; check the path");
/// ```
pub fn collect(inputs: &[String], fetch: &dyn Fetch, stdin: &mut dyn Read) -> Collected {
    let mut collected = Collected::default();
    let mut seen = HashSet::new();
    for input in inputs {
        if input == "-" {
            match walk::read_capped(&mut *stdin) {
                Ok(bytes) => collected.add("stdin", "", bytes),
                Err(reason) => collected.problem("stdin", reason),
            }
        } else if let Some((scheme, _)) = input.split_once("://") {
            if !seen.insert(input.clone()) {
                continue;
            }
            if matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
                collected.page(input, fetch);
            } else {
                collected.problem(input, Reason::Scheme);
            }
        } else {
            collected.path(input, &mut seen);
        }
    }
    collected
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

impl Collected {
    fn problem(&mut self, name: &str, reason: Reason) {
        self.problems.push(Problem { name: name.to_owned(), reason });
    }

    fn path(&mut self, input: &str, seen: &mut HashSet<String>) {
        let files = walk::files(input);
        for path in files.paths {
            let name = path.display().to_string();
            let real = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
            if !seen.insert(real.display().to_string()) {
                continue;
            }
            if let Some(archive) = walk::archive(&path) {
                self.archive(&name, archive);
                continue;
            }
            let size = fs::metadata(&path).map_or(0, |meta| meta.len());
            if size > MAX_BYTES as u64 {
                self.problem(&name, Reason::TooLarge);
                continue;
            }
            match walk::read(&path) {
                Ok(bytes) => self.add(&name, &extension(&path), bytes),
                Err(reason) => self.problem(&name, reason),
            }
        }
        self.problems.extend(files.problems);
    }

    fn page(&mut self, input: &str, fetch: &dyn Fetch) {
        if let Err(error) = url::Url::parse(input) {
            return self.problem(input, Reason::Address(error.to_string()));
        }
        match fetch.fetch(input) {
            Ok(fetched) => self.add_fetched(input, fetched),
            Err(reason) => self.problem(input, reason),
        }
    }

    fn add_fetched(&mut self, input: &str, fetched: Fetched) {
        let header = fetched.content_type.as_deref().unwrap_or_default();
        let mut parts = header.split(';').map(str::trim);
        let media = parts.next().unwrap_or_default().to_ascii_lowercase();
        let charset = parts
            .filter_map(|part| part.split_once('='))
            .find(|(key, _)| key.trim().eq_ignore_ascii_case("charset"))
            .map(|(_, value)| value.trim_matches(['"', '\'', ' ']).to_owned());
        let before = self.documents.len();
        self.add(input, extension_of(&media), fetched.bytes);
        for document in &mut self.documents[before..] {
            document.url = Some(fetched.url.clone());
            document.charset.clone_from(&charset);
            document.fetched = fetched.date;
        }
    }

    /// The pages of an archive, which may be larger than any page.
    fn archive(&mut self, name: &str, archive: impl BufRead) {
        let before = self.documents.len() + self.problems.len();
        warc::read(archive, |found| match found {
            Ok(Page { offset, fetched }) => self.add_fetched(&format!("{name}@{offset}"), fetched),
            Err(Broken { offset, reason }) => self.problem(&format!("{name}@{offset}"), reason),
        });
        if self.documents.len() + self.problems.len() == before {
            self.problem(name, Reason::EmptyArchive);
        }
    }

    fn add(&mut self, name: &str, extension: &str, bytes: Vec<u8>) {
        let parts = match sniff(&bytes, extension) {
            Err(reason) => return self.problem(name, reason),
            Ok(Shape::Warc) => return self.archive(name, &bytes[..]),
            Ok(Shape::One(content)) => vec![Ok(Document::new(name, content, bytes))],
            Ok(Shape::Json) => json::whole(name, &bytes),
            Ok(Shape::JsonLines) => json::lines(name, &bytes),
        };
        for part in parts {
            match part {
                Ok(document) => self.documents.push(document),
                Err(problem) => self.problems.push(problem),
            }
        }
    }
}

/// The extension that a file of this media type would have.
fn extension_of(media: &str) -> &'static str {
    match media {
        "text/html" | "application/xhtml+xml" => "html",
        "text/markdown" => "md",
        "message/rfc822" => "eml",
        "application/json" => "json",
        "application/x-ndjson" | "application/jsonl" => "jsonl",
        "application/pdf" => "pdf",
        // Servers call anything text/plain, so its content decides.
        _ => "",
    }
}
