//! What cargo knows of our crates, for tests of what they may depend on.

use std::process::Command;

use serde_json::Value;

/// What `cargo metadata` says with these arguments.
pub fn metadata(arguments: &[&str]) -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs this test, so it can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo writes JSON")
}

/// A list of it.
pub fn list(mut value: Value) -> Vec<Value> {
    match value.take() {
        Value::Array(all) => all,
        other => panic!("cargo gives a list, not {other}"),
    }
}
