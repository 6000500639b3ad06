//! Only `collect` reaches the network: no other crate of ours has the HTTP client, nor another.

mod metadata;

/// Crates that open sockets.
const SOCKETS: [&str; 6] = ["ureq", "reqwest", "hyper", "curl", "tokio", "mio"];

#[test]
fn only_collect_has_an_http_client() {
    let packages = metadata::packages(&["--no-deps"]);
    assert!(packages.len() >= 19, "only {} packages: is the list whole?", packages.len());
    let mut found = Vec::new();
    for package in &packages {
        for dependency in package["dependencies"].as_array().expect("a list of dependencies") {
            let name = dependency["name"].as_str().expect("a name");
            if SOCKETS.contains(&name) {
                found.push((package["name"].as_str().expect("a name"), name));
            }
        }
    }
    assert_eq!(found, [("throughline-collect", "ureq")]);
}
