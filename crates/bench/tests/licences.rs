//! Every dependency, direct or not, has a licence that we may ship under.

mod metadata;

use std::collections::BTreeSet;

use spdx::{Expression, LicenseReq};

/// Licences that ask for a notice at most. MPL-2.0 keeps its own files open
/// and leaves ours alone.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn allowed(requirement: &LicenseReq) -> bool {
    // "Apache-2.0 WITH LLVM-exception" grants more than Apache-2.0 alone.
    requirement.license.id().is_some_and(|id| ALLOWED.contains(&id.name))
}

/// Why an expression is not allowed.
fn refused(licence: Option<&str>) -> Option<String> {
    let Some(text) = licence else { return Some("names no licence".into()) };
    // "MIT/Apache-2.0" is the old spelling of "or".
    let text = text.replace('/', " OR ");
    match Expression::parse(&text) {
        Ok(expression) if expression.evaluate(allowed) => None,
        Ok(_) => Some(format!("{text} is not on the list")),
        Err(error) => Some(format!("{text}: {}", error.reason)),
    }
}

#[test]
fn every_dependency_has_an_allowed_licence() {
    let packages = metadata::list(metadata::metadata(&["--all-features"])["packages"].take());
    assert!(packages.len() > 50, "only {} packages: is the list whole?", packages.len());
    let refused: BTreeSet<String> = packages
        .iter()
        .filter_map(|package| {
            let why = refused(package["license"].as_str())?;
            Some(format!("{} {}: {why}", package["name"], package["version"]))
        })
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn an_expression_is_allowed_as_a_whole() {
    assert_eq!(refused(Some("GPL-3.0-only OR MIT")), None);
    assert_eq!(refused(Some("MIT/Apache-2.0")), None);
    assert_eq!(refused(Some("Apache-2.0 WITH LLVM-exception")), None);
    assert!(refused(Some("(MIT OR Apache-2.0) AND GPL-3.0-only")).is_some());
    assert!(refused(Some("AGPL-3.0-only")).is_some());
    assert!(refused(None).is_some());
}
