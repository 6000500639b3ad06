//! A briefing made by hand that is proven: every kind of edit, every kind of
//! date, a disagreement.

use EditKind as E;
use throughline_model::{
    Article, Briefing, Citation, Counts, DateEvidence, Disagreement, DisagreementKind, EditKind,
    How, Position, Precision, SCHEMA, Section, Source, Statement, Status, TimelineEntry, When,
};
use throughline_prove::Proof;

use crate::fixture::{cited, edited, evidence, made, story};

fn when(from: &str, to: &str, precision: Precision) -> When {
    let day = |s: &str| s.parse().ok();
    let mut when =
        When { from: day(from), to: day(to), precision, display: String::new(), condition: None };
    when.display = when.shown();
    when
}

fn entry(
    article: &Article,
    statement: Statement,
    when: When,
    status: Status,
    words: &str,
    how: How,
) -> TimelineEntry {
    let relative = how == How::Relative;
    let dated = DateEvidence {
        evidence: Some(evidence(article, words)),
        how,
        anchor: article.published.filter(|_| relative),
        confidence: 0.5,
    };
    TimelineEntry { when, status, date_evidence: dated, statement }
}

/// A sentence of an article as it stands.
pub fn whole(article: &Article, number: usize, words: &str) -> Statement {
    made(evidence(article, words), number, Vec::new())
}

pub const SIGNED: &str = "VESSMOUTH, Norland (NP) — President Ilan Vosk signed the harbour pact in Vessmouth on Tuesday.";

/// The signing, with dateline and day edited and a second source.
fn signed(a: &[Article]) -> Statement {
    let dateline = "VESSMOUTH, Norland (NP) — ";
    let edits = [(E::Dateline, dateline, ""), (E::Day, "Tuesday", "March 10")];
    let first = edited(&a[0], 1, SIGNED, &edits);
    let second =
        "President Ilan Vosk signed the harbour pact in Vessmouth on Tuesday and left at once.";
    let mut citations = first.citations;
    citations.push(Citation { source: 2, evidence: vec![evidence(&a[1], second)] });
    Statement::new(first.text, first.kind, first.edits, citations)
}

/// "She promised 40 new jobs" with the name of the mayor.
fn named(a: &[Article]) -> Statement {
    let words = "She promised 40 new jobs for the docks.";
    let mut statement = edited(&a[0], 1, words, &[(E::Name, "She", "Dara Quill")]);
    statement.edits[0].because = Some(evidence(&a[0], "Dara Quill"));
    statement
}

fn sections(a: &[Article]) -> Vec<Section> {
    let heading = [
        (E::Article, "The ", ""),
        (E::Typography, "parliament", "Parliament"),
        (E::Present, "approved", "Approves"),
        (E::Article, "the ", ""),
        (E::Typography, "budget", "Budget"),
        (E::Typography, "billion", "Billion"),
        (E::Typography, "euros", "Euros"),
    ];
    let budget = "The parliament approved the budget of 2.5 billion euros";
    let pact = "The pact, which took two years of talks, opens three ports to ferries.";
    let dinner = "Vosk thanked the negotiators at a dinner, while crowds waited outside.";
    let hurt = "Seven people were hurt in the crush at the port gate, police said.";
    let deal = "However, the opposition did not accept the deal.";
    let told = vec![
        signed(a),
        edited(&a[0], 1, deal, &[(E::Connective, "However, ", ""), (E::Typography, "the", "The")]),
        edited(&a[0], 1, hurt, &[(E::Attribution, ", police said", "")]),
        edited(&a[0], 1, pact, &[(E::Aside, ", which took two years of talks,", "")]),
        edited(&a[0], 1, dinner, &[(E::Clause, ", while crowds waited outside", "")]),
        named(a),
        whole(&a[0], 1, "“The harbour belongs to everyone,” Vosk told the crowd."),
        whole(&a[0], 1, &format!("{budget}.")),
    ];
    vec![Section { heading: edited(&a[0], 1, budget, &heading), statements: told }]
}

fn sources(a: &[Article]) -> Vec<Source> {
    let notes = [
        (E::Frame, "Best account of: ", "The parliament approved the budget of 2.5 billion euros."),
        (E::Frame, "Only here: ", "Divers searched the bay from March 3 to March 7."),
        (
            E::Frame,
            "Opinion or analysis: ",
            "Fishermen fear that they will lose 12 berths in the old basin.",
        ),
    ];
    let source = |(i, (kind, frame, words)): (usize, &(EditKind, &str, &str))| Source {
        number: i + 1,
        article: a[i].id.clone(),
        outlet: a[i].outlet.clone(),
        title: a[i].title.clone(),
        url: a[i].url.clone(),
        published: a[i].published,
        placed: false,
        doubted: None,
        family: format!("f{}", i + 1),
        note: edited(&a[i], i + 1, words, &[(*kind, "", frame)]),
    };
    notes.iter().enumerate().map(source).collect()
}

fn timeline(a: &[Article]) -> Vec<TimelineEntry> {
    use Precision as P;
    let post = |words: &str| whole(&a[1], 2, words);
    let condition = "If the court approves the plan";
    let mut open = When {
        from: None,
        to: None,
        precision: P::Open,
        display: String::new(),
        condition: Some(condition.to_owned()),
    };
    open.display = open.shown();
    let undated =
        DateEvidence { evidence: None, how: How::Explicit, anchor: None, confidence: 0.5 };
    let quay = post("If the court approves the plan, work will begin on the north quay.");
    let (past, b) = (Status::Past, &a[1]);
    vec![
        entry(
            b,
            post("The old harbour closed in 2011 after a storm."),
            when("2011-01-01", "2011-12-31", P::Year),
            past,
            "2011",
            How::Explicit,
        ),
        entry(
            b,
            post("Talks on the harbour began in March 2014 in Ardenne."),
            when("2014-03-01", "2014-03-31", P::Month),
            past,
            "March 2014",
            How::Explicit,
        ),
        entry(
            b,
            post("Divers searched the bay from March 3 to March 7."),
            when("2026-03-03", "2026-03-07", P::Range),
            past,
            "from March 3 to March 7",
            How::Relative,
        ),
        entry(
            &a[0],
            signed(a),
            when("2026-03-10", "2026-03-10", P::Day),
            past,
            "Tuesday",
            How::Relative,
        ),
        entry(
            b,
            post("Workers will open the north quay on May 4, 2026."),
            when("2026-05-04", "2026-05-04", P::Day),
            Status::Scheduled,
            "May 4, 2026",
            How::Explicit,
        ),
        TimelineEntry {
            when: open,
            status: Status::Conditional,
            date_evidence: undated,
            statement: quay,
        },
        entry(
            b,
            post("The dredger will leave on March 17 or March 18."),
            when("2026-03-17", "2026-03-18", P::Range),
            Status::Scheduled,
            "March 17 or March 18",
            How::Relative,
        ),
    ]
}

/// The articles and the briefing.
pub fn good() -> (Vec<Article>, Briefing) {
    let a = story();
    let nine = "At least nine people were hurt in the crush at the port gate on Tuesday, the coastguard said.";
    let position = |value: &str, newest: bool, statement: Statement| Position {
        value: value.to_owned(),
        newest,
        statement,
    };
    let hurt = "Seven people were hurt in the crush at the port gate, police said.";
    let briefing = Briefing {
        schema: SCHEMA.to_owned(),
        story: "s1".to_owned(),
        revision: 1,
        updated: a[2].published,
        now: "2026-03-14".parse().expect("a day"),
        language: "en".to_owned(),
        counts: Counts { articles: 3, outlets: 3, independent: 3 },
        recurs: false,
        headline: whole(&a[0], 1, "Norland signs harbour pact with Ardenne"),
        sections: sections(&a),
        sources: sources(&a),
        timeline: timeline(&a),
        disagreements: vec![Disagreement {
            about: "people injured".to_owned(),
            kind: DisagreementKind::Number,
            positions: vec![
                position("Seven", false, whole(&a[0], 1, hurt)),
                position(
                    "at least nine",
                    false,
                    edited(&a[1], 2, nine, &[(E::Day, "Tuesday", "March 10")]),
                ),
            ],
        }],
        articles: cited(&a),
    };
    (a, briefing)
}

#[test]
fn the_good_briefing_is_proven() {
    let (_, briefing) = good();
    let faults = Proof::from(&briefing.articles).faults(&briefing);
    assert!(faults.is_empty(), "{faults:#?}");
}
