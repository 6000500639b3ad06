//! An audit with findings and one without, in its forms.

use std::collections::BTreeMap;

use throughline_audit::{Audit, Figures, Finding, Question, SCHEMA};
use throughline_publish::{TextStyle, audit_json, audit_text};

const PLAIN: TextStyle = TextStyle { width: 70, color: false, hyperlinks: false };

fn audit(findings: &[(Question, &str, &str, &str)]) -> Audit {
    let mut counted: BTreeMap<Question, usize> = Question::ALL.iter().map(|&q| (q, 0)).collect();
    for (question, ..) in findings {
        *counted.entry(*question).or_default() += 1;
    }
    let findings = findings.iter().map(|&(question, place, text, reason)| Finding {
        question,
        place: place.to_owned(),
        text: text.to_owned(),
        reason: reason.to_owned(),
    });
    Audit {
        schema: SCHEMA,
        story: "vess".to_owned(),
        headline: "Barge breaks pillar in Port Vess".to_owned(),
        figures: Figures {
            statements: 12,
            words: 264,
            entries: 3,
            largest_source_share: 5.0 / 12.0,
            attested: 4,
            findings: counted,
        },
        findings: findings.collect(),
    }
}

#[test]
fn an_audit_in_its_forms() {
    let asked = audit(&[
        (
            Question::RelativeDay,
            "section 2 sentence 1",
            "Two ferries carried workers across the bay on Wednesday.",
            "\"Wednesday\"",
        ),
        (
            Question::Verbless,
            "section 2 heading",
            "Two ferries\u{1b}[31m for all",
            "no finite verb",
        ),
        (
            Question::LeftOut,
            "Gazette",
            "Divers recovered the anchor of the barge from the harbour basin.",
            "2 witnesses share: diver recov anchor barg harbour basin",
        ),
    ]);
    let clean = audit(&[]);
    insta::assert_snapshot!("audit.text", audit_text(&asked, &PLAIN));
    insta::assert_snapshot!("audit_clean.text", audit_text(&clean, &PLAIN));
    insta::assert_snapshot!("audit.json", audit_json(std::slice::from_ref(&asked)));
    assert!(audit_json(&[asked, clean]).starts_with('['));
}
