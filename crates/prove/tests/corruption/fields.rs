//! A proven briefing with one text, passage or edit changed: the fault names it.

use throughline_model::{Briefing, Kind, Statement};
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
pub type Change = (&'static str, fn(&mut Briefing), &'static str);

pub fn check(changes: &[Change]) {
    for (what, change, expected) in changes {
        let (_, mut briefing) = good();
        change(&mut briefing);
        let found = names(&briefing);
        assert!(found.iter().any(|f| f == expected), "{what}: {expected} is not in {found:?}");
    }
}

pub fn told(b: &mut Briefing, at: usize) -> &mut Statement {
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
