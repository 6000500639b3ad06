//! An audit on a terminal.

use throughline_audit::{Audit, Question};

use super::{TextStyle, layout::Sheet, paint::Ink, wrap::Run};
use crate::plain;

/// How far a finding stands in.
const INDENT: usize = 2;

/// The audit for a terminal, with a line end: figures first, then the findings
/// by question.
pub fn audit_text(audit: &Audit, style: &TextStyle) -> String {
    let mut sheet = Sheet::new(style);
    sheet.paragraph(0, &[Run::new(plain::line(&audit.headline), Ink::Headline)]);
    let width = Question::ALL.iter().map(|q| q.label().len()).max().unwrap_or_default();
    let hang = INDENT + width + 2;
    for (label, value) in figures(audit) {
        let ink = if value == "0" { Ink::Faint } else { Ink::Value };
        sheet.hanging(INDENT, &[Run::new(label, Ink::Plain)], hang, &[Run::new(value, ink)]);
    }
    for question in Question::ALL {
        let mut findings = audit.findings.iter().filter(|f| f.question == *question).peekable();
        if findings.peek().is_none() {
            continue;
        }
        sheet.gap();
        sheet.rule(&capital(question.label()), Ink::Part);
        for finding in findings {
            let place = format!("{}: ", plain::line(&finding.place));
            let text = Run::new(plain::line(&finding.text), Ink::Plain);
            sheet.paragraph(INDENT, &[Run::new(place, Ink::Value), text]);
            let reason = Run::new(plain::line(&finding.reason), Ink::Faint);
            sheet.paragraph(2 * INDENT, &[reason]);
        }
    }
    sheet.finish()
}

fn figures(audit: &Audit) -> Vec<(&'static str, String)> {
    let figures = &audit.figures;
    let count = |question: &Question| {
        let n = figures.findings.get(question).copied().unwrap_or_default();
        let of = match question {
            Question::LeftOut => format!(" of {}", figures.attested),
            _ => String::new(),
        };
        (question.label(), if n == 0 { "0".to_owned() } else { format!("{n}{of}") })
    };
    let share = format!("{:.0} %", 100.0 * figures.largest_source_share);
    let sentences = format!("{} ({} words)", figures.statements, figures.words);
    let mut all = vec![
        ("sentences", sentences),
        ("timeline entries", figures.entries.to_string()),
        ("share of the largest source", share),
    ];
    all.extend(Question::ALL.iter().map(count));
    all
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}
