//! Everything that a person may give as INPUT, read without a network.

use std::{
    fs,
    path::{Path, PathBuf},
};

use throughline_collect::{Fetch, Fetched, MAX_BYTES, Offline, Reason, collect};
use throughline_model::Content;

/// A folder that is gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("throughline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the system's temporary folder can be written");
        Self(path)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).unwrap();
        fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    fn path(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the inputs give, one line each, without the folder's own path.
fn listing(folder: &Folder, inputs: &[String]) -> String {
    let found = collect(inputs, &Offline, &mut std::io::empty());
    let mut lines = Vec::new();
    for document in found.documents {
        lines.push(format!("{} {:?}", document.name, document.content));
    }
    for problem in found.problems {
        lines.push(format!("! {problem}"));
    }
    lines.join("\n").replace(&format!("{}/", folder.path()), "").replace(&folder.path(), ".")
}

#[test]
fn reads_a_folder_in_order() {
    let folder = Folder::new("folder");
    folder.write("b.txt", "Bridge closes\n\nIt did.");
    folder.write("a.html", "<p>Bridge closes</p>");
    folder.write("sub/c.md", "# Bridge");
    folder.write("sub/d", "From: a@b.example\nDate: x\nSubject: y\n\nz");
    folder.write("sub/e.jsonl", "{\"text\":\"x\"}\n\nnonsense\n{\"text\":\"y\"}\n");
    folder.write("sub/f.json", "[{\"text\":\"x\"}, 7]");
    folder.write("sub/page_files/style.css", "p { }");
    folder.write("sub/page_files/figures.csv", "day,dead");
    folder.write("sub/page_files/photo.jpg", [0xff, 0xd8, 0xff]);
    folder.write("sub/ReadMe.md", "What lies here.");
    folder.write("sub/readme-club-opens.txt", "Read Me, a club, opens.");
    folder.write(".hidden.txt", "not read");
    folder.write("empty.html", " \n");
    folder.write("binary.html", [0, 1, 2, 3]);
    folder.write("report.pdf", "%PDF-1.4");
    let expected = "a.html Html
b.txt Text
sub/c.md Markdown
sub/d Mail
sub/e.jsonl:1 Json
sub/e.jsonl:4 Json
sub/f.json[0] Json
sub/readme-club-opens.txt Text
! binary.html: binary data, not text; save the article as HTML, text or mail
! empty.html: empty; save the article again
! report.pdf: no reader for PDF; save the article as HTML or text
! sub/e.jsonl:3: not a JSON object with an article: not an object
! sub/f.json[1]: not a JSON object with an article: not an object
! .: 4 files left out for the type (.css .csv .jpg README)";
    assert_eq!(listing(&folder, &[folder.path()]), expected);
}

#[test]
fn goes_on_after_what_cannot_be_read() {
    let folder = Folder::new("goes-on");
    let hidden = folder.write(".draft.txt", "Bridge closes");
    let twice = folder.write("twice.txt", "Bridge closes");
    folder.write("empty/style.css", "p { }");
    let inputs = [
        "/nowhere/at/all.html".to_owned(),
        folder.path() + "/*.docx",
        "ftp://herald.example/a".to_owned(),
        "https://herald.example/a".to_owned(),
        folder.path() + "/empty",
        hidden,
        twice.clone(),
        twice,
        folder.path() + "/t*.txt",
    ];
    let expected = ".draft.txt Text
twice.txt Text
! /nowhere/at/all.html: no such file or folder; check the path
! *.docx: nothing matches this pattern; quote it or check the path
! ftp://herald.example/a: only http and https addresses can be fetched
! https://herald.example/a: not fetched: this run is offline
! empty: no articles in this folder (.html, .txt, .md, .eml, .json, .jsonl, .warc, .warc.gz)";
    assert_eq!(listing(&folder, &inputs), expected);
}

#[cfg(unix)]
#[test]
fn leaves_circles_of_links() {
    let folder = Folder::new("loop");
    folder.write("sub/a.txt", "Bridge closes");
    std::os::unix::fs::symlink(Path::new(&folder.path()), folder.0.join("sub/up")).unwrap();
    std::os::unix::fs::symlink(folder.0.join("self"), folder.0.join("self")).unwrap();
    let found = listing(&folder, &[folder.path()]);
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines[0], "sub/a.txt Text");
    assert!(lines[1].starts_with("! self: cannot be read: "), "{found}");
    assert_eq!(lines[2], "! sub/up: a link leads back into a folder above it; left out");
}

#[test]
fn refuses_what_is_too_large() {
    let folder = Folder::new("large");
    let name = folder.write("large.txt", "");
    fs::File::options().write(true).open(&name).unwrap().set_len(MAX_BYTES as u64 + 1).unwrap();
    let expected = "! large.txt: larger than 50 MB; cut it into smaller files";
    assert_eq!(listing(&folder, &[name]), expected);
}

#[test]
fn reads_standard_input() {
    let mut stdin = &b"{\"title\":\"a\"}\n{\"title\":\"b\"}\n"[..];
    let found = collect(&["-".to_owned()], &Offline, &mut stdin);
    let names: Vec<_> = found.documents.iter().map(|d| d.name.as_str()).collect();
    assert_eq!(names, ["stdin:1", "stdin:2"]);
    let found = collect(&["-".to_owned()], &Offline, &mut std::io::empty());
    assert_eq!(found.problems[0].reason, Reason::Empty);
}

/// A network with one page.
struct OnePage;

impl Fetch for OnePage {
    fn fetch(&self, url: &str) -> Result<Fetched, Reason> {
        if url != "https://herald.example/a" {
            return Err(Reason::Status(404));
        }
        Ok(Fetched {
            bytes: b"<p>Br\xfccke closes</p>".to_vec(),
            url: "https://herald.example/moved".into(),
            content_type: Some("text/html; Charset=\"windows-1252\"".into()),
            date: Some("2026-03-12T08:30:00Z".parse().unwrap()),
        })
    }
}

#[test]
fn keeps_what_the_server_said() {
    let inputs = ["https://herald.example/a", "https://herald.example/b", "https://["];
    let inputs = inputs.map(str::to_owned);
    let found = collect(&inputs, &OnePage, &mut std::io::empty());
    let document = &found.documents[0];
    assert_eq!(document.content, Content::Html);
    assert_eq!(document.name, "https://herald.example/a");
    assert_eq!(document.url.as_deref(), Some("https://herald.example/moved"));
    assert_eq!(document.charset.as_deref(), Some("windows-1252"));
    assert_eq!(document.fetched.unwrap().to_string(), "2026-03-12T08:30:00Z");
    assert_eq!(
        found.problems[0].to_string(),
        "https://herald.example/b: the server answered 404 (the page is gone; check the address)"
    );
    assert!(matches!(found.problems[1].reason, Reason::Address(_)));
}

/// A record of an archive.
fn record(kind: &str, url: &str, media: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-11-10T06:30:00Z\r\n\
         Content-Type: {media}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn response(url: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let block = [format!("HTTP/1.1 {headers}\r\n\r\n").as_bytes(), body].concat();
    record("response", url, "application/http; msgtype=response", &block)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("memory can be written");
    packer.finish().expect("memory can be written")
}

fn archive() -> Vec<Vec<u8>> {
    let page = b"<!doctype html><p>Bridge closes";
    let html = "200 OK\r\nContent-Type: text/html; charset=utf-8";
    let chunked = format!("{html}\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip");
    let packed = gzip(page);
    let mut chunks = format!("{:x}\r\n", packed.len()).into_bytes();
    chunks.extend_from_slice(&packed);
    chunks.extend_from_slice(b"\r\n0\r\n\r\n");
    vec![
        record("warcinfo", "", "application/warc-fields", b"software: by hand"),
        response("https://herald.example/a", html, page),
        record(
            "request",
            "https://herald.example/a",
            "application/http",
            b"GET / HTTP/1.1\r\n\r\n",
        ),
        response("https://herald.example/b", &chunked, &chunks),
        // Opened when it was stored, with its headers as they were.
        response("https://herald.example/c", &chunked, page),
        response("https://herald.example/d", "404 Not Found\r\nContent-Type: text/html", page),
        response("https://herald.example/e.png", "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        response("https://herald.example/f", "200 OK\nContent-Type: text/html", page),
        record("resource", "https://herald.example/g", "text/html", page),
    ]
}

#[test]
fn reads_an_archive() {
    let folder = Folder::new("warc");
    let records = archive();
    let plain = folder.write("a.warc", records.concat());
    let members: Vec<u8> = records.iter().flat_map(|r| gzip(r)).collect();
    let gzipped = folder.write("b.warc.gz", members);
    let whole = folder.write("c.warc.gz", gzip(&records.concat()));
    for input in [plain, gzipped, whole] {
        let found = collect(std::slice::from_ref(&input), &Offline, &mut std::io::empty());
        assert_eq!(found.problems, [], "{input}");
        let urls: Vec<&str> = found.documents.iter().filter_map(|d| d.url.as_deref()).collect();
        let expected =
            ["a", "b", "c", "f", "g"].map(|page| format!("https://herald.example/{page}"));
        assert_eq!(urls, expected, "{input}");
        for document in &found.documents {
            assert_eq!(document.bytes, b"<!doctype html><p>Bridge closes", "{}", document.name);
            assert_eq!(document.fetched.unwrap().to_string(), "2026-11-10T06:30:00Z");
            assert_eq!(document.content, Content::Html);
        }
    }
}

#[test]
fn passes_over_broken_records() {
    let folder = Folder::new("broken-warc");
    let mut records = archive();
    records.truncate(4);
    // The second record says that it is longer than it is.
    let second = String::from_utf8(records[1].clone()).unwrap();
    let lying = second.replace("WARC/1.0", "WARX/1.0").into_bytes();
    let offset = records[0].len();
    let plain = [records[0].clone(), lying, records[3].clone()].concat();
    folder.write("a.warc", plain);
    let mut damaged = gzip(&records[1]);
    let middle = damaged.len() / 2;
    damaged[middle..middle + 8].fill(0xff);
    let before = gzip(&records[0]);
    folder.write("b.warc.gz", [before.clone(), damaged, gzip(&records[3])].concat());
    folder.write("c.warc", &archive()[1][..200]);
    folder.write("d.warc", &archive()[0]);
    let found = listing(&folder, &[folder.path()]);
    let lines: Vec<&str> = found.lines().collect();
    let begins = [
        format!("a.warc@{} Html", offset + archive()[1].len()),
        format!("b.warc.gz@{} Html", before.len() + gzip(&archive()[1]).len()),
        format!("! a.warc@{offset}: a broken record, passed over: it does not begin with WARC/"),
        format!("! b.warc.gz@{}: a broken record, passed over: ", before.len()),
        "! c.warc@0: a broken record, passed over: it".to_owned(),
        "! d.warc: no page in this archive".to_owned(),
    ];
    assert_eq!(lines.len(), begins.len(), "{found}");
    for (line, begin) in lines.iter().zip(&begins) {
        assert!(line.starts_with(begin.as_str()), "{line} does not begin with {begin}");
    }
}

proptest::proptest! {
    #[test]
    fn takes_any_archive(cut in 0_usize..1200, noise in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..40), packed in proptest::prelude::any::<bool>()) {
        let mut bytes = archive().concat();
        let cut = cut.min(bytes.len());
        bytes.splice(cut..cut, noise);
        let bytes = if packed { gzip(&bytes) } else { bytes };
        let _ = collect(&["-".to_owned()], &Offline, &mut &bytes[..]);
    }
}
