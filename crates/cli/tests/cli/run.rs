//! One run of the binary, and the articles that tests give it.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What a run gave.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit status.
    pub code: i32,
    /// Data.
    pub out: String,
    /// Messages.
    pub err: String,
}

/// Runs the binary with nothing on stdin.
pub fn run(arguments: &[&str]) -> Outcome {
    run_with(arguments, b"")
}

/// Runs the binary with `stdin`. A panic is never an outcome.
pub fn run_with(arguments: &[&str], stdin: &[u8]) -> Outcome {
    let mut child = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(arguments)
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo has built the binary");
    let mut pipe = child.stdin.take().expect("stdin is piped");
    let stdin = stdin.to_owned();
    // A run that ends without reading closes the pipe; that is its right.
    let writer = std::thread::spawn(move || {
        let _ = pipe.write_all(&stdin);
    });
    let output = child.wait_with_output().expect("the run ends");
    writer.join().expect("the writer does not panic");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    let outcome = Outcome {
        code: output.status.code().expect("no signal ended the run"),
        out: text(output.stdout),
        err: text(output.stderr),
    };
    assert!(!outcome.err.contains("panicked"), "{arguments:?}: {}", outcome.err);
    outcome
}

/// `brief` at a fixed time.
pub fn brief(arguments: &[&str]) -> Outcome {
    run(&[&["brief", "--now", "2027-01-01"], arguments].concat())
}

/// The briefing as JSON; the run must succeed.
pub fn briefing(arguments: &[&str]) -> (serde_json::Value, String) {
    let outcome = brief(&[&["--format", "json"], arguments].concat());
    assert_eq!(outcome.code, 0, "{arguments:?}: {}", outcome.err);
    (serde_json::from_str(&outcome.out).expect("JSON was asked for"), outcome.err)
}

/// A path under samples/.
pub fn sample(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    root.join(path).display().to_string()
}

/// A folder that is gone when the test ends.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("the system's temporary folder can be written"))
    }

    /// With these files.
    pub fn with<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Self {
        let folder = Self::new();
        for (name, bytes) in files {
            folder.write(name, bytes);
        }
        folder
    }

    /// Writes a file and returns its path.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).expect("the folder can be written");
        path.display().to_string()
    }

    /// Its path.
    pub fn path(&self) -> String {
        self.0.path().display().to_string()
    }

    /// The path of something in it.
    pub fn join(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

/// A sound article as plain text.
pub const BRIDGE: &str = "Old Ferry Bridge closed after cracks found\n\nBy Dora Feltham\n\
7 November 2026\n\n\
The Old Ferry Bridge in Wenlow was closed to all traffic on Friday after engineers found cracks \
in two of its steel hangers, Marchfold County Council said.\n\n\
The bridge carries about 18,000 vehicles a day and is the only crossing for 27 kilometres.\n";

/// [`BRIDGE`] as a page, with `head` in its head.
pub fn page(head: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head>{head}<title>Old Ferry Bridge closed</title></head>\
         <body><article><h1>Old Ferry Bridge closed after cracks found</h1>\
         <p>The Old Ferry Bridge in Wenlow was closed to all traffic on Friday after engineers \
         found cracks in two of its steel hangers, Marchfold County Council said.</p>\
         <p>The bridge carries about 18,000 vehicles a day and is the only crossing for 27 \
         kilometres.</p></article></body></html>"
    )
}
