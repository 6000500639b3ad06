//! Articles whose outlet nobody knows: the title stands alone, in every form.

use throughline_changes::{Before, Changes, Withdrawn, changes};
use throughline_model::Briefing;
use throughline_publish::{TextStyle, changes_markdown, changes_text, html, markdown, text};

use crate::fixture::fixture;

const STYLE: TextStyle = TextStyle { width: 60, color: false, hyperlinks: false };

fn nameless() -> Briefing {
    let mut briefing = fixture();
    briefing.sources.iter_mut().for_each(|source| source.outlet.clear());
    briefing
}

/// What a briefing without a source list of before has come to, with one statement withdrawn.
fn all_new() -> Changes {
    let mut old = nameless();
    old.sources.clear();
    old.sections.clear();
    let mut changes = changes(&old, &nameless());
    let old =
        Before { id: "0".to_owned(), text: "It rains.".to_owned(), outlets: vec![String::new()] };
    changes.withdrawn.push(Withdrawn { old, corrected: true });
    changes
}

#[test]
fn a_title_stands_alone() {
    let title = &fixture().sources[0].title;
    let forms = [
        ("text", text(&nameless(), &STYLE), format!("[1] {}", &title[..12])),
        ("markdown", markdown(&nameless()), format!("**[1]** [{title}](")),
        ("html", html(&nameless()), format!(">{title}</a></cite>")),
        (
            "changes as text",
            changes_text(&all_new(), &STYLE),
            "(no longer in its article)".to_owned(),
        ),
        ("changes as markdown", changes_markdown(&all_new()), format!("**[1]** [{title}](")),
    ];
    for (form, shown, expected) in forms {
        assert!(shown.contains(&expected), "{form}: {expected:?} is not in {shown}");
        for left in ["] : ", " : ", "****", "<bdi></bdi>", "1, \"", "\"name\":\"\""] {
            assert!(!shown.contains(left), "{form}: {left:?} is in {shown}");
        }
    }
}
