//! `audit`: questions are no failure; what is not proven is one.

use serde_json::{Value, json};

use crate::run::{briefing, run_with, sample};

fn audited(briefing: &Value, format: &str) -> (i32, String, String) {
    let outcome = run_with(&["audit", "-", "--format", format], briefing.to_string().as_bytes());
    (outcome.code, outcome.out, outcome.err)
}

#[test]
fn only_what_is_not_proven_fails() {
    let (mut made, _) = briefing(&[&sample("storm")]);
    let (code, out, err) = audited(&made, "text");
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("share of the largest source"), "{out}");
    let (_, out, _) = audited(&json!([made, made]), "json");
    let audits: Value = serde_json::from_str(&out).expect("the audits are JSON");
    assert_eq!(audits[1]["figures"]["findings"]["unsupported"], 0, "{out}");
    made["sections"][0]["statements"][0]["text"] = json!("Nobody wrote this anywhere.");
    let (code, out, err) = audited(&made, "text");
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("Not proven") && err.contains("not proven;"), "{out}{err}");
    made["articles"] = json!([]);
    let (code, _, err) = audited(&made, "text");
    assert_eq!(code, 1);
    assert!(err.contains("holds no articles"), "{err}");
}
