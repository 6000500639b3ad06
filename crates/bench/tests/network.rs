//! Only `collect` reaches the network: no other crate of ours has an HTTP client or opens a socket, nor
//! does any crate that they rest on.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;

mod metadata;

/// Crates that open sockets.
const SOCKETS: [&str; 8] =
    ["ureq", "reqwest", "hyper", "curl", "tokio", "mio", "socket2", "async-std"];

/// The types by which a program opens one itself.
const TYPES: [&str; 4] = ["TcpStream", "TcpListener", "UdpSocket", "UnixStream"];

/// The one crate that may.
const COLLECT: &str = "throughline-collect";

#[test]
fn only_collect_has_an_http_client() {
    let mut metadata = metadata::metadata(&[]);
    let text = |value: &Value, field: &str| value[field].as_str().expect("a text").to_owned();
    let packages = metadata::list(metadata["packages"].take());
    let names: BTreeMap<String, String> =
        packages.iter().map(|package| (text(package, "id"), text(package, "name"))).collect();
    // What each needs to run, as features are: what it needs for its tests is no part of the product.
    let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in metadata::list(metadata["resolve"]["nodes"].take()) {
        let all = node["deps"].as_array().expect("a list of dependencies");
        let runs = |d: &&Value| {
            let kinds = d["dep_kinds"].as_array().expect("a list of kinds");
            kinds.iter().any(|kind| kind["kind"].is_null())
        };
        let run = all.iter().filter(runs).map(|d| names[&text(d, "pkg")].clone());
        // Of some crates there are two versions.
        needs.entry(names[&text(&node, "id")].clone()).or_default().extend(run);
    }
    let ours: Vec<&String> = needs.keys().filter(|name| name.starts_with("throughline")).collect();
    assert!(ours.len() >= 19, "only {} packages: is the list whole?", ours.len());
    assert!(needs[COLLECT].contains("ureq"), "the client is where it was");
    for own in ours.into_iter().filter(|own| *own != COLLECT) {
        let mut met = BTreeSet::new();
        let mut open = vec![own];
        while let Some(next) = open.pop() {
            // What stands behind `collect` it answers for itself.
            let new = next != COLLECT && met.insert(next);
            open.extend(needs.get(next).filter(|_| new).into_iter().flatten());
        }
        let found: Vec<&&str> =
            SOCKETS.iter().filter(|s| met.contains(&(**s).to_owned())).collect();
        assert!(found.is_empty(), "{own} rests on {found:?}");
    }
}

#[test]
fn only_collect_opens_a_socket_itself() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = 0;
    for entry in fs::read_dir(crates).expect("the crates") {
        let home = entry.expect("a crate").path();
        if home.ends_with("collect") {
            continue;
        }
        let mut open = vec![home.join("src")];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                let inner = fs::read_dir(&path).expect("a folder");
                open.extend(inner.map(|entry| entry.expect("a file").path()));
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let source = fs::read_to_string(&path).expect("a source");
                let found = TYPES.iter().find(|socket| source.contains(*socket));
                assert!(found.is_none(), "{} has a {found:?}", path.display());
                files += 1;
            }
        }
    }
    assert!(files > 300, "only {files} files: is the folder whole?");
}
