//! What changed between two small briefings, a case a pair.

mod cases;
mod fixture;

use cases::{ADDED, DAY, FLOOD, PAIRS, RETOLD};
use fixture::{briefing, lines};
use throughline_changes::{Changes, changes, changes_after};

fn check(name: &str, old: &str, new: &str, expected: &[&str]) -> Changes {
    let changes = changes(&briefing(old), &briefing(new));
    assert_eq!(lines(&changes), expected, "{name}");
    changes
}

#[test]
fn what_is_added_is_told_once() {
    for (base, cases) in [(FLOOD, ADDED), (DAY, RETOLD)] {
        for (name, added, expected) in cases {
            check(name, base, &format!("{base}\n{added}"), expected);
        }
    }
}

#[test]
fn each_kind_of_change_is_told_as_what_it_is() {
    for (name, old, new, expected) in PAIRS {
        check(name, old, new, expected);
    }
}

#[test]
fn no_briefing_differs_from_itself() {
    for text in PAIRS.iter().flat_map(|(_, old, new, _)| [old, new]) {
        let briefing = briefing(text);
        let changes = changes(&briefing, &briefing);
        assert!(changes.is_empty() && !changes.is_news(), "{:?}", lines(&changes));
    }
}

#[test]
fn an_article_that_adds_nothing_is_no_news() {
    let (_, added, _) = ADDED[1];
    let changes = check("adds nothing", FLOOD, &format!("{FLOOD}\n{added}"), &[]);
    assert!(!changes.is_news() && !changes.is_empty());
    assert_eq!(changes.added, [2]);
}

#[test]
fn what_was_told_once_is_not_new_after_it_was_left_out() {
    let first = briefing(FLOOD);
    let second = briefing(
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        ~ The Orrin bridge is closed to lorries.",
    );
    let third =
        briefing(&format!("{FLOOD}\n@Quay 2026-03-12\nThe army sent six helicopters to Vess."));
    assert_eq!(lines(&changes_after(&[&first], &second, &third)), ["new The army sent"]);
    let unread = ["new The army sent", "also The Orrin bridge"];
    assert_eq!(lines(&changes(&second, &third)), unread);
}

#[test]
fn changes_read_back() {
    for (name, old, new, _) in PAIRS {
        let changes = changes(&briefing(old), &briefing(new));
        let json = serde_json::to_string(&changes).expect("changes have only string keys");
        assert_eq!(serde_json::from_str::<Changes>(&json).expect("our JSON"), changes, "{name}");
    }
}
