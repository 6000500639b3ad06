//! A proven briefing with one thing changed: the fault names what it is.

use throughline_model::{Briefing, Kind, Precision, Statement, Status};
use throughline_prove::Proof;

use crate::good::good;

/// The names of the faults of a briefing, against the articles it carries.
pub fn names(briefing: &Briefing) -> Vec<String> {
    let faults = Proof::from(&briefing.articles).faults(briefing);
    faults.iter().map(|f| name(&f.found)).collect()
}

/// The name of a fault's variant.
pub fn name(found: &throughline_prove::Found) -> String {
    let shown = format!("{found:?}");
    shown.split([' ', '{']).next().unwrap_or_default().to_owned()
}

/// A change and the fault that must be among those found.
type Change = (&'static str, fn(&mut Briefing), &'static str);

fn check(changes: &[Change]) {
    for (what, change, expected) in changes {
        let (_, mut briefing) = good();
        change(&mut briefing);
        let found = names(&briefing);
        assert!(found.iter().any(|f| f == expected), "{what}: {expected} is not in {found:?}");
    }
}

fn told(b: &mut Briefing, at: usize) -> &mut Statement {
    &mut b.sections[0].statements[at]
}

/// The statement with the quotation, told as it stands.
const QUOTE: usize = 6;

fn retext(statement: &mut Statement, from: &str, to: &str) {
    assert!(statement.text.contains(from), "{from:?} in {:?}", statement.text);
    statement.text = statement.text.replacen(from, to, 1);
}

#[test]
fn passages() {
    check(&[
        (
            "a passage that is not in the article",
            |b| {
                b.headline.citations[0].evidence[0].exact =
                    "Norland breaks harbour pact with Ardenne".into()
            },
            "NoPassage",
        ),
        (
            "offsets one further",
            |b| {
                let e = &mut b.headline.citations[0].evidence[0];
                e.start += 1;
                e.end += 1;
            },
            "NoPassage",
        ),
        ("an end too early", |b| b.headline.citations[0].evidence[0].end -= 1, "NoPassage"),
        (
            "a start behind the end",
            |b| b.headline.citations[0].evidence[0].start = usize::MAX,
            "NoPassage",
        ),
        (
            "another prefix",
            |b| told(b, 0).citations[0].evidence[0].prefix = "never ".into(),
            "NoPassage",
        ),
        ("no prefix", |b| told(b, 0).citations[0].evidence[0].prefix.clear(), "NoPassage"),
        (
            "another suffix",
            |b| told(b, 0).citations[0].evidence[0].suffix = "x".into(),
            "NoPassage",
        ),
        ("no suffix", |b| told(b, 0).citations[0].evidence[0].suffix.clear(), "NoPassage"),
        (
            "an empty passage",
            |b| {
                let e = &mut told(b, 0).citations[0].evidence[0];
                e.exact.clear();
                e.end = e.start;
            },
            "NoPassage",
        ),
        (
            "another hash",
            |b| b.headline.citations[0].evidence[0].sha256 = "0".repeat(64),
            "OtherText",
        ),
        (
            "another stored text",
            |b| b.articles[0].text = b.articles[0].text.replace("Seven", "Seventy"),
            "OtherText",
        ),
        (
            "another text with its hash",
            |b| {
                b.articles[0].text = b.articles[0].text.replace("Seven", "Seventy");
                b.articles[0].sha256 = throughline_model::sha256_hex(&b.articles[0].text);
            },
            "OtherText",
        ),
        (
            "an article that is not at hand",
            |b| {
                b.articles.remove(1);
            },
            "NoArticle",
        ),
        (
            "a passage of no article",
            |b| b.headline.citations[0].evidence[0].article = "none".into(),
            "NoArticle",
        ),
        (
            "an edit's proof that is nowhere",
            |b| {
                if let Some(e) = told(b, 5).edits[0].because.as_mut() {
                    e.start += 3;
                }
            },
            "Forbidden",
        ),
    ]);
}

#[test]
fn texts() {
    check(&[
        ("a figure in digits", |b| retext(told(b, 5), "40", "400"), "Figure"),
        ("a figure in words", |b| retext(told(b, 2), "Seven", "Seventy"), "Figure"),
        ("a magnitude", |b| retext(&mut b.sections[0].heading, "Billion", "Million"), "Figure"),
        (
            "a measure",
            |b| retext(&mut b.sections[0].heading, "2.5 Billion Euros", "2.5 Billion Dollars"),
            "Figure",
        ),
        ("a percentage", |b| retext(told(b, 5), "40 new", "40% of"), "Figure"),
        ("a name of nobody", |b| retext(told(b, 0), "Vosk", "Mirel"), "Name"),
        (
            "a name of somebody else",
            |b| retext(told(b, 0), "Ilan Vosk", "Dara Quill"),
            "NotReplayed",
        ),
        ("a name added", |b| retext(told(b, 0), "Ilan", "Ilan and Dara"), "NotReplayed"),
        ("a date", |b| retext(told(b, 0), "March 10", "March 11"), "NotReplayed"),
        ("a denial lost", |b| retext(told(b, 1), "did not", "did"), "NotReplayed"),
        ("a denial added", |b| retext(&mut b.headline, "signs", "never signs"), "NotVerbatim"),
        (
            "a word changed in a verbatim text",
            |b| retext(&mut b.headline, "pact", "deal"),
            "NotVerbatim",
        ),
        (
            "a quotation changed inside",
            |b| retext(told(b, QUOTE), "everyone", "nobody"),
            "Quotation",
        ),
        (
            "words moved into quotation marks",
            |b| retext(told(b, 0), "harbour pact", "“harbour pact”"),
            "Quotation",
        ),
        ("a heading", |b| retext(&mut b.sections[0].heading, "Approves", "Rejects"), "NotReplayed"),
        ("a note", |b| retext(&mut b.sources[2].note, "fear", "hope"), "NotReplayed"),
        ("a note's frame", |b| retext(&mut b.sources[2].note, "Opinion", "Fact"), "NotReplayed"),
        ("no text", |b| b.headline.text.clear(), "NotVerbatim"),
        (
            "an entry's text",
            |b| retext(&mut b.timeline[3].statement, "signed", "tore up"),
            "NotReplayed",
        ),
        (
            "a position's text",
            |b| retext(&mut b.disagreements[0].positions[0].statement, "Seven", "Five"),
            "NotVerbatim",
        ),
    ]);
}

#[test]
fn kinds_and_edits() {
    check(&[
        ("verbatim with edits", |b| told(b, 0).kind = Kind::Verbatim, "WrongKind"),
        ("edited without edits", |b| b.headline.kind = Kind::Edited, "WrongKind"),
        ("edited with a frame", |b| b.sources[0].note.kind = Kind::Edited, "WrongKind"),
        ("composed without a frame", |b| told(b, 0).kind = Kind::Composed, "WrongKind"),
        ("a model's with edits", |b| told(b, 0).kind = Kind::Model, "WrongKind"),
        ("edits in disorder", |b| told(b, 0).edits.reverse(), "BadEdit"),
        (
            "an edit twice",
            |b| {
                let e = told(b, 0).edits[0].clone();
                told(b, 0).edits.insert(0, e);
            },
            "BadEdit",
        ),
        (
            "an edit beyond the passage",
            |b| {
                let e = &mut told(b, 0).edits[1];
                e.start = 9000;
                e.end = 9001;
            },
            "BadEdit",
        ),
        ("an edit that ends before it starts", |b| told(b, 0).edits[1].end = 0, "BadEdit"),
        (
            "an edit at the end of numbers",
            |b| {
                let e = &mut told(b, 0).edits[1];
                e.start = usize::MAX;
                e.end = usize::MAX;
            },
            "BadEdit",
        ),
        ("an edit of other words", |b| told(b, 0).edits[1].from = "Monday".into(), "BadEdit"),
        (
            "an edit forgotten",
            |b| {
                told(b, 0).edits.pop();
            },
            "NotReplayed",
        ),
    ]);
}

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
            "no days",
            |b| {
                let w = &mut b.timeline[3].when;
                w.from = None;
                w.to = None;
                w.display = w.shown();
            },
            "Date",
        ),
        (
            "relative called explicit",
            |b| b.timeline[3].date_evidence.how = throughline_model::How::Explicit,
            "Date",
        ),
        (
            "explicit called relative",
            |b| b.timeline[0].date_evidence.how = throughline_model::How::Relative,
            "Date",
        ),
        (
            "words called the day of publication",
            |b| b.timeline[3].date_evidence.how = throughline_model::How::Publication,
            "Date",
        ),
        (
            "words called a dateline",
            |b| b.timeline[3].date_evidence.how = throughline_model::How::Dateline,
            "Date",
        ),
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
                d.how = throughline_model::How::Publication;
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
