//! Asks all questions of a briefing.

use std::collections::BTreeMap;

use throughline_model::Briefing;
use throughline_prove::Proof;

use crate::{
    facts, headings, lengths,
    page::{Page, Role},
    persons, pronouns, quotations, relative, repeats,
    report::{Audit, Figures, Finding, Question, SCHEMA},
    residue, timeline,
};

/// Reads a briefing as a strict editor does. Without its articles inside
/// nothing is proven and nothing left out is found; the proof says so.
pub fn audit(briefing: &Briefing) -> Audit {
    let page = Page::of(briefing);
    let (left_out, attested) = facts::left_out(&page);
    let mut findings = unsupported(briefing);
    findings.extend(pronouns::findings(&page));
    findings.extend(repeats::findings(&page));
    findings.extend(timeline::findings(&page));
    findings.extend(quotations::findings(&page));
    findings.extend(persons::findings(&page));
    findings.extend(relative::findings(&page));
    findings.extend(lengths::findings(&page));
    findings.extend(headings::findings(&page));
    findings.extend(residue::findings(&page));
    findings.extend(left_out);
    findings.sort_by_key(|f| f.question);
    let mut counted: BTreeMap<Question, usize> = Question::ALL.iter().map(|&q| (q, 0)).collect();
    for finding in &findings {
        *counted.entry(finding.question).or_default() += 1;
    }
    let sentences: Vec<_> = page.all(&[Role::Sentence]).collect();
    let mut told_by: BTreeMap<usize, usize> = BTreeMap::new();
    for first in sentences.iter().filter_map(|p| p.statement.citations.first()) {
        *told_by.entry(first.source).or_default() += 1;
    }
    let most = told_by.values().max().copied().unwrap_or_default();
    let figures = Figures {
        statements: sentences.len(),
        words: sentences.iter().map(|p| lengths::count(p.text)).sum(),
        entries: briefing.timeline.len(),
        largest_source_share: most as f64 / sentences.len().max(1) as f64,
        attested,
        findings: counted,
    };
    Audit {
        schema: SCHEMA,
        story: briefing.story.clone(),
        headline: briefing.headline.text.clone(),
        figures,
        findings,
    }
}

fn unsupported(briefing: &Briefing) -> Vec<Finding> {
    let faults = Proof::from(&briefing.articles).faults(briefing).into_iter();
    let text = |place| {
        let found = briefing.statements().find(|(at, _)| *at == place);
        found.map_or(String::new(), |(_, s)| s.text.clone())
    };
    faults
        .map(|fault| Finding {
            question: Question::Unsupported,
            text: text(fault.place),
            reason: fault.found.to_string(),
            place: fault.place.to_string(),
        })
        .collect()
}
