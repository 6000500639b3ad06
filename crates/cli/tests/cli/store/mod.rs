//! The commands on a store, as a reader uses them.

mod commands;
mod identity;
mod kill;
mod living;
mod made;
mod missed;

use serde_json::Value;

use crate::run::{Folder, Outcome, run};

/// A store in a folder of its own.
pub struct Kept {
    folder: Folder,
}

impl Kept {
    pub fn new() -> Self {
        Self { folder: Folder::new() }
    }

    pub fn path(&self) -> String {
        self.folder.join("a.db").display().to_string()
    }

    /// Writes a file beside the store and returns its path.
    pub fn write(&self, name: &str, text: &str) -> String {
        self.folder.write(name, text)
    }

    /// The names of the files in its folder.
    pub fn files(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).expect("it is there");
        files.map(|file| file.expect("it is there").file_name().display().to_string()).collect()
    }

    /// Runs a command on the store; it must succeed.
    pub fn run(&self, command: &str, arguments: &[&str]) -> Outcome {
        let outcome = self.tried(command, arguments);
        assert_eq!(outcome.code, 0, "{command} {arguments:?}: {}", outcome.err);
        outcome
    }

    /// Runs a command on the store.
    pub fn tried(&self, command: &str, arguments: &[&str]) -> Outcome {
        run(&[&[command, "--store", &self.path()], arguments].concat())
    }

    /// What a command prints as JSON.
    pub fn json(&self, command: &str, arguments: &[&str]) -> Value {
        let outcome = self.run(command, &[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&outcome.out).expect("JSON was asked for")
    }

    /// Imports at a fixed time and returns what was done.
    pub fn import(&self, inputs: &[&str]) -> Value {
        self.import_at("2026-09-19T08:00:00Z", inputs)
    }

    pub fn import_at(&self, now: &str, inputs: &[&str]) -> Value {
        self.json("import", &[inputs, &["--now", now]].concat())
    }

    /// The line of the only story.
    pub fn story(&self) -> Value {
        let stories = self.json("stories", &["--now", "2026-09-19T08:00:00Z"]);
        assert_eq!(stories.as_array().map(Vec::len), Some(1), "{stories}");
        stories[0].clone()
    }

    /// The digest of all that is stored; it must be sound.
    pub fn digest(&self) -> String {
        let report = self.json("doctor", &[]);
        assert_eq!(report["sound"], true, "{report}");
        report["digest"].as_str().expect("a digest").to_owned()
    }
}

pub fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}
