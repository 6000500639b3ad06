//! A proven briefing with a date or a position changed.

use throughline_model::{Disagreement, DisagreementKind, How, Position, Precision, Status};
use throughline_prove::{Found, Proof};

use crate::{
    fields::check,
    fixture::{article, cited},
    good::{good, whole},
};

#[test]
fn dates() {
    check(&[
        (
            "another day",
            |b| {
                let w = &mut b.timeline[3].when;
                w.from = "2026-03-11".parse().ok();
                w.to = w.from;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "another year",
            |b| {
                let w = &mut b.timeline[3].when;
                w.from = "2025-03-10".parse().ok();
                w.to = w.from;
                w.display = w.shown();
            },
            "Date",
        ),
        ("another display", |b| b.timeline[3].when.display = "Mar 11, 2026".into(), "Date"),
        (
            "a month shown as a day",
            |b| {
                let w = &mut b.timeline[1].when;
                w.precision = Precision::Day;
                w.to = w.from;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "a month called a day",
            |b| {
                let w = &mut b.timeline[1].when;
                w.precision = Precision::Day;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "a year called a month",
            |b| {
                let w = &mut b.timeline[0].when;
                w.precision = Precision::Month;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "a day called a month",
            |b| {
                let w = &mut b.timeline[3].when;
                w.precision = Precision::Month;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "a range cut short",
            |b| {
                let w = &mut b.timeline[2].when;
                w.to = "2026-03-06".parse().ok();
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "a range turned round",
            |b| {
                let w = &mut b.timeline[2].when;
                std::mem::swap(&mut w.from, &mut w.to);
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "one of two days",
            |b| {
                let w = &mut b.timeline[6].when;
                w.to = w.from;
                w.precision = Precision::Day;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "no days",
            |b| {
                let w = &mut b.timeline[3].when;
                w.from = None;
                w.to = None;
                w.display = w.shown();
            },
            "Date",
        ),
        ("relative called explicit", |b| b.timeline[3].date_evidence.how = How::Explicit, "Date"),
        ("explicit called relative", |b| b.timeline[0].date_evidence.how = How::Relative, "Date"),
        (
            "words called the day of publication",
            |b| b.timeline[3].date_evidence.how = How::Publication,
            "Date",
        ),
        ("words called a dateline", |b| b.timeline[3].date_evidence.how = How::Dateline, "Date"),
        (
            "another anchor",
            |b| b.timeline[3].date_evidence.anchor = "2026-03-17".parse().ok(),
            "Date",
        ),
        ("no anchor", |b| b.timeline[3].date_evidence.anchor = None, "Date"),
        (
            "an anchor of an explicit date",
            |b| b.timeline[0].date_evidence.anchor = b.articles[1].published,
            "Date",
        ),
        (
            "confidence above what words allow",
            |b| b.timeline[3].date_evidence.confidence = 1.0,
            "Date",
        ),
        ("confidence of 7", |b| b.timeline[3].date_evidence.confidence = 7.0, "Date"),
        (
            "confidence that is no number",
            |b| b.timeline[3].date_evidence.confidence = f32::NAN,
            "Date",
        ),
        (
            "words of another sentence",
            |b| {
                let e = b.timeline[1].date_evidence.clone();
                b.timeline[0].when = b.timeline[1].when.clone();
                b.timeline[0].date_evidence = e;
            },
            "Date",
        ),
        (
            "words of another article",
            |b| {
                let e = b.timeline[0].date_evidence.clone();
                b.timeline[3].when = b.timeline[0].when.clone();
                b.timeline[3].date_evidence = e;
            },
            "Date",
        ),
        (
            "words that date nothing",
            |b| {
                let (a, _) = good();
                b.timeline[0].date_evidence.evidence =
                    Some(crate::fixture::evidence(&a[1], "old harbour"));
            },
            "Date",
        ),
        ("no words", |b| b.timeline[3].date_evidence.evidence = None, "Date"),
        (
            "a day of publication that it is not",
            |b| {
                let d = &mut b.timeline[3].date_evidence;
                d.evidence = None;
                d.how = How::Publication;
                d.anchor = None;
            },
            "Date",
        ),
        (
            "a condition of nobody",
            |b| {
                let w = &mut b.timeline[5].when;
                w.condition = Some("If the king agrees".into());
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "half a word as condition",
            |b| {
                let w = &mut b.timeline[5].when;
                w.condition = Some("If the court approves the p".into());
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "an empty condition",
            |b| {
                let w = &mut b.timeline[5].when;
                w.condition = Some(String::new());
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "open without condition",
            |b| {
                let w = &mut b.timeline[5].when;
                w.condition = None;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "open with a day",
            |b| {
                let w = &mut b.timeline[5].when;
                w.from = "2026-05-01".parse().ok();
                w.display = w.shown();
            },
            "Date",
        ),
        ("conditional called past", |b| b.timeline[5].status = Status::Past, "Date"),
        ("past called conditional", |b| b.timeline[3].status = Status::Conditional, "Date"),
        ("scheduled called past", |b| b.timeline[4].status = Status::Past, "Date"),
        ("past called scheduled", |b| b.timeline[3].status = Status::Scheduled, "Date"),
    ]);
}

#[test]
fn disagreements() {
    check(&[
        ("a value of nobody", |b| b.disagreements[0].positions[0].value = "17".into(), "Position"),
        (
            "a value of the other side",
            |b| b.disagreements[0].positions[0].value = "at least nine".into(),
            "Position",
        ),
        ("a bound lost", |b| b.disagreements[0].positions[1].value = "nine".into(), "Position"),
        (
            "a bound added",
            |b| b.disagreements[0].positions[0].value = "at least seven".into(),
            "Position",
        ),
        ("no value", |b| b.disagreements[0].positions[0].value.clear(), "Position"),
        (
            "one side",
            |b| {
                b.disagreements[0].positions.pop();
            },
            "Position",
        ),
        (
            "another matter",
            |b| b.disagreements[0].about = "whether the bridge fell".into(),
            "Position",
        ),
        (
            "two newest",
            |b| {
                for p in &mut b.disagreements[0].positions {
                    p.newest = true;
                }
            },
            "Position",
        ),
        (
            "an older one called newest",
            |b| {
                let n = b.sources[2].note.clone();
                let mut p = b.disagreements[0].positions[0].clone();
                p.value = "12".into();
                p.statement = n;
                b.disagreements[0].positions.push(p);
                b.disagreements[0].positions[0].newest = true;
            },
            "Position",
        ),
    ]);
}

#[test]
fn whoever_is_said_to_deny_denies() {
    let accused = "Inspectors accused Ostmark of shipping oil to Tarn in breach of the sanctions.";
    let cases = [
        ("Ostmark", "Ostmark denied the charge of the inspectors.", "claimed", true),
        ("Ostmark", "Ostmark did not deny the charge of the inspectors.", "claimed", false),
        ("Inspectors", "Ostmark denied the charge made against it.", "claimed", false),
        ("Ostmark", "Ostmark denied the charge of the inspectors.", "Inspectors", false),
    ];
    for (who, answer, other, allowed) in cases {
        let (_, mut briefing) = good();
        let a = article("Vess Herald", "2026-03-12", "Oil for Tarn", &[accused]);
        let b = article("Molsey Post", "2026-03-12", "Ostmark answers", &[answer]);
        let position =
            |value: &str, statement| Position { value: value.to_owned(), newest: false, statement };
        let disagreement = Disagreement {
            about: format!("what {who} denied"),
            kind: DisagreementKind::Polarity,
            positions: vec![
                position(other, whole(&a, 1, accused)),
                position("denied", whole(&b, 2, answer)),
            ],
        };
        briefing.disagreements = vec![disagreement];
        briefing.articles.extend(cited(&[a, b]));
        let faults = Proof::from(&briefing.articles).faults(&briefing);
        let found = faults.iter().any(|f| matches!(f.found, Found::Position { .. }));
        assert_eq!(!found, allowed, "{who} {answer} {other}: {faults:?}");
    }
}
