//! A proven briefing with a number, a source, a count or a frame changed.

use throughline_model::Briefing;

use crate::fields::{check, told};

#[test]
fn numbers_and_sources() {
    check(&[
        ("a number without a source", |b| b.headline.citations[0].source = 9, "NoSource"),
        ("the number of another article", |b| b.headline.citations[0].source = 2, "WrongSource"),
        ("no citation", |b| b.headline.citations.clear(), "NoCitation"),
        ("no passage", |b| b.headline.citations[0].evidence.clear(), "NoEvidence"),
        ("numbers with a gap", |b| b.sources[2].number = 4, "Misnumbered"),
        ("numbers from 0", |b| b.sources[0].number = 0, "Misnumbered"),
        ("a number twice", |b| b.sources[1].number = 1, "Misnumbered"),
        (
            "an article twice",
            |b| {
                b.sources[2].article = b.sources[0].article.clone();
            },
            "Repeated",
        ),
        ("another outlet", |b| b.sources[0].outlet = "The Planet".into(), "OtherField"),
        ("another title", |b| b.sources[0].title = "All is well".into(), "OtherField"),
        (
            "another title in list and article",
            |b| {
                b.sources[0].title = "All is well".into();
                b.articles[0].title = "All is well".into();
            },
            "OtherField",
        ),
        ("another address", |b| b.sources[0].url = None, "OtherField"),
        ("another day of publication", |b| b.sources[0].published = None, "OtherField"),
        (
            "a heading over sentences that do not hold it",
            |b| b.sections[0].heading = b.timeline[0].statement.clone(),
            "Misplaced",
        ),
        (
            "a note of another source",
            |b| b.sources[0].note = b.sources[1].note.clone(),
            "OthersNote",
        ),
        (
            "a citation twice",
            |b| {
                let c = told(b, 0).citations[0].clone();
                told(b, 0).citations.push(c);
            },
            "OneWitness",
        ),
        (
            "copies cited as two",
            |b| {
                b.sources[1].family = "f1".into();
                b.counts.independent = 2;
            },
            "OneWitness",
        ),
        (
            "one outlet as two witnesses",
            |b| {
                for o in [&mut b.sources[1].outlet, &mut b.articles[1].outlet] {
                    *o = "Vess Herald".into();
                }
            },
            "SplitWitness",
        ),
        (
            "an id of another statement",
            |b| {
                b.headline.id = b.sections[0].heading.id.clone();
            },
            "SharedId",
        ),
        ("no id", |b| b.headline.id.clear(), "SharedId"),
        ("another schema", |b| b.schema = "throughline/briefing/9".into(), "OtherSchema"),
        ("too many articles", |b| b.counts.articles = 30, "Miscounted"),
        ("too many outlets", |b| b.counts.outlets = 4, "Miscounted"),
        ("too many witnesses", |b| b.counts.independent = 4, "Miscounted"),
        ("another date of the briefing", |b| b.updated = "2026-03-20".parse().ok(), "Updated"),
        ("no date of the briefing", |b| b.updated = None, "Updated"),
        (
            "a second passage about something else",
            |b| {
                let e = b.sources[2].note.citations[0].evidence[0].clone();
                let c = &mut told(b, 0).citations[1];
                c.source = 3;
                c.evidence = vec![e];
            },
            "Support",
        ),
        (
            "a second passage with other figures",
            |b| {
                let c = b.disagreements[0].positions[1].statement.citations[0].clone();
                told(b, 2).citations.push(c);
            },
            "Support",
        ),
        ("a frame that points nowhere", |b| reframe(b, "Same report as [7]: "), "Framed"),
        ("a frame that points to itself", |b| reframe(b, "Same report as [3]: "), "Framed"),
        (
            "a frame that makes a copy of a report",
            |b| reframe(b, "Largely the text of [1]; adds: "),
            "Framed",
        ),
        ("a frame of other words", |b| reframe(b, "The only truth: "), "Forbidden"),
        (
            "a frame before a sentence",
            |b| {
                let n = b.sources[2].note.clone();
                *told(b, 6) = n;
            },
            "Framed",
        ),
    ]);
}

fn reframe(b: &mut Briefing, frame: &str) {
    let note = &mut b.sources[2].note;
    let old = std::mem::replace(&mut note.edits[0].to, frame.to_owned());
    note.text = note.text.replacen(&old, frame, 1);
}
