//! Only `collect` reaches the network: no other crate of ours has the HTTP client, nor another.

use std::process::Command;

use serde_json::Value;

/// Crates that open sockets.
const SOCKETS: [&str; 6] = ["ureq", "reqwest", "hyper", "curl", "tokio", "mio"];

#[test]
fn only_collect_has_an_http_client() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs this test, so it can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    assert!(packages.len() >= 19, "only {} packages: is the list whole?", packages.len());
    let mut found = Vec::new();
    for package in packages {
        for dependency in package["dependencies"].as_array().expect("a list of dependencies") {
            let name = dependency["name"].as_str().expect("a name");
            if SOCKETS.contains(&name) {
                found.push((package["name"].as_str().expect("a name"), name));
            }
        }
    }
    assert_eq!(found, [("throughline-collect", "ureq")]);
}
