//! Briefings made by hand with one fault each, and what is found.

mod fixture;

use fixture::briefing;
use throughline_audit::{Question, audit};

/// A briefing in which nothing is to be found.
const CLEAN: &str = "
    @Herald 2026-03-10
    # Barge breaks pillar in Port Vess
    = Council closes the harbour bridge
    The council of Port Vess closed the harbour bridge on 10 March 2026 after a barge hit a pillar.
    Mayor Dara Quill said that she would ask the ministry for money.
    T 2026-03-10 | A barge broke a pillar of the bridge on 10 March 2026.
    @Courier 2026-03-11
    = Ferries carry workers across the bay
    Two ferries carry workers across the bay until the repairs end in May.
    \"Nobody has told us when the crane will come,\" said Oren Vall, a fisherman.
";

fn found(text: &str) -> Vec<String> {
    let audit = audit(&briefing(text));
    audit.findings.iter().map(|f| format!("{:?} {}", f.question, f.place)).collect()
}

#[test]
fn a_clean_briefing_has_no_findings() {
    assert_eq!(audit(&briefing(CLEAN)).findings, []);
}

#[test]
fn each_fault_is_found() {
    /// What in the clean briefing becomes what, and the finding.
    type Case<'a> = (&'a str, &'a str, &'a [&'a str]);
    let sentence = "Two ferries carry workers across the bay until the repairs end in May.";
    let cases: &[Case] = &[
        // Pronouns.
        (
            sentence,
            "He said that two ferries carry workers across the bay.",
            &["Pronoun section 2 sentence 1", "Pronoun note of source 2"],
        ),
        (
            sentence,
            "Two ferries carry workers across the bay, it said.",
            &["Pronoun section 2 sentence 1", "Pronoun note of source 2"],
        ),
        (
            "# Barge breaks pillar in Port Vess",
            "# Councillors line up behind his critics",
            &["Pronoun headline"],
        ),
        (sentence, "In his first speech, Oren Vall praised the ferries.", &[]),
        (sentence, "It is unclear when the ferries will stop.", &[]),
        // Repeats.
        (
            sentence,
            "The council of Port Vess has closed the harbour bridge after a barge struck a pillar.",
            &["Repeated section 2 sentence 1"],
        ),
        (
            sentence,
            "After a barge hit a pillar, schools sent the children home.",
            &["Repeated section 2 sentence 1"],
        ),
        (
            sentence,
            "The council of Port Vess has not closed the railway bridge after a barge struck it.",
            &[],
        ),
        (
            "= Ferries carry workers across the bay",
            "= Council closes harbour bridge of Port Vess",
            &["RepeatedHeading section 2 heading"],
        ),
        // The timeline.
        (
            "T 2026-03-10 | A barge broke a pillar of the bridge on 10 March 2026.",
            "T 2026-03-10 | A barge broke a pillar of the bridge on 10 March 2026.
             T 2026-03-10 | On 10 March 2026 a barge hit a pillar of the harbour bridge.",
            &["RepeatedEvent timeline entry 2"],
        ),
        (
            "T 2026-03-10 | A barge broke a pillar of the bridge on 10 March 2026.",
            "P 2026-03-10 | A barge has broken a pillar of the bridge.",
            &["PublicationDate timeline entry 1"],
        ),
        // Quotations.
        (
            "\"Nobody has told us when the crane will come,\" said Oren Vall, a fisherman.",
            "\"Nobody has told us when the crane will come.\"",
            &["Speaker section 2 sentence 2"],
        ),
        // Persons.
        (
            "Mayor Dara Quill said that she would ask the ministry for money.",
            "Quill said that the ministry would pay.
             ~ The town elected Dara Quill six years before.
             ~ Dara Quill was a teacher until then.",
            &["BareName section 1 sentence 2"],
        ),
        (
            sentence,
            "Mayor Dara Quill travelled to the capital.
             ~ The town elected Dara Quill six years before.
             ~ Dara Quill was a teacher until then.",
            &["IntroducedTwice section 2 sentence 1"],
        ),
        // Days.
        (
            sentence,
            "Two ferries carried workers across the bay on Wednesday.",
            &["RelativeDay section 2 sentence 1", "RelativeDay note of source 2"],
        ),
        (
            sentence,
            "The repairs of the crane began earlier this week.",
            &["RelativeDay section 2 sentence 1", "RelativeDay note of source 2"],
        ),
        (sentence, "Two ferries carry workers on Wednesday, 11 March 2026, and every Monday.", &[]),
        (sentence, "\"The crane comes tomorrow,\" said Lena Orrin, an engineer.", &[]),
        // Lengths.
        (
            "= Ferries carry workers across the bay",
            "= Ferries carry workers and all of their bicycles across the wide bay",
            &["Length section 2 heading"],
        ),
        ("= Ferries carry workers across the bay", "= Ferries sail", &["Length section 2 heading"]),
        // Headings.
        (
            "= Ferries carry workers across the bay",
            "= Two ferries for the workers",
            &["Verbless section 2 heading"],
        ),
        (
            "= Ferries carry workers across the bay",
            "= Two ferries carrying workers across the bay",
            &["Verbless section 2 heading"],
        ),
        (
            "= Ferries carry workers across the bay",
            "= Ferries are a help",
            &["DullHeading section 2 heading"],
        ),
        ("= Ferries carry workers across the bay", "= Ferries to carry workers", &[]),
        ("= Ferries carry workers across the bay", "= Workers carried by two ferries", &[]),
        // Residue.
        (
            sentence,
            "Ferries in the bay of Port Vess The two ferries carry workers until May.",
            &["Residue section 2 sentence 1", "Residue note of source 2"],
        ),
        (
            sentence,
            "WATCH THEM: TWO FERRIES IN THE HARBOUR carry workers across the bay.",
            &["Residue section 2 sentence 1", "Residue note of source 2"],
        ),
        (
            sentence,
            "Read more: Two ferries carry workers across the bay.",
            &["Residue section 2 sentence 1", "Residue note of source 2"],
        ),
        (
            sentence,
            "Two ferries carry workers across the bay until...",
            &["Residue section 2 sentence 1", "Residue note of source 2"],
        ),
    ];
    for (old, new, expected) in cases {
        assert!(CLEAN.contains(old), "{old}");
        let text = CLEAN.replacen(old, new, 1);
        assert_eq!(found(&text), *expected, "{new}\n{:#?}", audit(&briefing(&text)).findings);
    }
}

#[test]
fn what_two_witnesses_tell_is_missed() {
    let third = "
        @Observer 2026-03-11
        ~ Traders on the quay lost a week of sales.
        ~ Divers recovered the anchor of the barge from the harbour basin, the pilots' union said.";
    let once = format!("{CLEAN}{third}");
    assert_eq!(audit(&briefing(&once)).findings, []);
    let twice = format!(
        "{once}
        @Gazette 2026-03-12
        ~ The town has asked for bids to mend its lamps.
        ~ The barge's anchor was recovered by divers in the basin of the harbour, pilots said."
    );
    let audit = audit(&briefing(&twice));
    assert_eq!(audit.count(Question::LeftOut), 1, "{:?}", audit.findings);
    assert_eq!(audit.figures.attested, 1);
}

#[test]
fn what_is_not_proven_is_found() {
    let mut briefing = briefing(CLEAN);
    briefing.sections[0].statements[0].text = "The council opened the bridge.".to_owned();
    assert_eq!(audit(&briefing).count(Question::Unsupported), 1);
    briefing.articles.clear();
    assert!(audit(&briefing).count(Question::Unsupported) > 1);
}

#[test]
fn figures_count_what_is_printed() {
    let figures = audit(&briefing(CLEAN)).figures;
    assert_eq!((figures.statements, figures.entries), (4, 1));
    assert_eq!(figures.largest_source_share, 0.5);
    assert_eq!(figures.findings.len(), Question::ALL.len());
}
