//! Runs other tools' own test cases (`cases_*.jsonl`) and prints the share passed, a peer a line.
//!
//! What is in scope, decided by the wording alone and never by our answer:
//!
//! * English, as prose prints it. Out: other languages, chat and command shorthand ("tmrw", "eom",
//!   "3w"), spoken digits run together, epoch numbers.
//! * Neutral in convention: the words fix the answer whatever a tool prefers. Out: a bare weekday,
//!   a month or feast or season without a year, a clock time without a date, "weekend" (many tools
//!   resolve these to the future, news to the past); lengths counted from now to the second; what
//!   a tool answers with its own midpoint, its own open interval or more than one reading.
//! * Compared is the day, month, quarter, year or week that comes out, or the length; texts in
//!   which nothing is to be found must yield no date.
//!
//! The examples of HeidelTime's rules are left out: its licence forbids us a look at them.

mod peers;
mod scope;
mod sutime;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use jiff::civil::{Date, DateTime};
use serde_json::Value;
use throughline_temporal::{Context, Granularity, Interval, Kind, Sense, Timex, canonical, tag};

/// What a peer expects, as far as tools can agree on it.
#[derive(Debug)]
enum Expect {
    /// A period by its first day and grain, where the peer gives one.
    Period(Date, Option<Granularity>),
    /// A TIMEX3 length.
    Length(String),
    /// A TIMEX3 value.
    Value(String),
    /// No date.
    Nothing,
}

fn first(found: &[Timex], kind: Kind) -> Option<&Timex> {
    found.iter().find(|timex| timex.kind == kind)
}

fn passes(text: &str, context: &Context, expect: &Expect) -> bool {
    let found = tag(text, context);
    match expect {
        Expect::Nothing => {
            !found.iter().any(|timex| timex.interval.is_some() && timex.kind != Kind::Duration)
        }
        Expect::Length(value) => first(&found, Kind::Duration)
            .is_some_and(|timex| canonical(&timex.value) == canonical(value)),
        Expect::Value(value) => {
            // TimeML's "two days" + "before" is one expression elsewhere; ours is then placed.
            let day = value.parse::<Date>().ok();
            let placed = |timex: &Timex| {
                day.is_some_and(|day| timex.interval == Some(Interval { from: day, to: day }))
            };
            found.iter().any(|timex| placed(timex) || canonical(&timex.value) == canonical(value))
        }
        Expect::Period(from, grain) => {
            let placed = |timex: &Timex| timex.kind != Kind::Set && timex.interval.is_some();
            let Some(timex) = found.iter().find(|timex| placed(timex)) else {
                return false;
            };
            let Some(Interval { from: start, to }) = timex.interval else {
                return false;
            };
            match grain {
                // "two years ago" is a year to TIMEX3 and a day or month to others.
                Some(_) if timex.sense == Sense::Offset => start <= *from && *from <= to,
                Some(grain) => {
                    (*grain == timex.granularity || timex.kind == Kind::Duration) && start == *from
                }
                // A tool without grains names some day of what it found.
                None => start <= *from && *from <= to,
            }
        }
    }
}

fn context(case: &Value) -> Context {
    let reference = case["ref"].as_str().unwrap_or("2014-05-14T12:00:00");
    let day = reference.get(..10).and_then(|day| day.parse::<Date>().ok());
    Context { published: day.map(DateTime::from), ..Context::default() }
}

fn main() {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().expect("usage: cases FOLDER [-v]");
    let verbose = arguments.next().is_some();
    let read = |name: &str| {
        fs::read_to_string(Path::new(&folder).join(format!("cases_{name}.jsonl")))
            .unwrap_or_default()
    };
    type Reader = fn(&Value) -> Option<Expect>;
    let peers: [(&str, Reader); 8] = [
        ("duckling_en_time", peers::duckling),
        ("duckling_en_duration", peers::duckling),
        ("chrono_en", peers::chrono),
        ("chronic_rb", peers::chronic),
        ("ctparse_en_de", peers::ctparse),
        ("dateparser_tests_ascii", peers::dateparser),
        ("timenorm_scala", peers::timenorm),
        ("recognizers_en", peers::recognizers),
    ];
    let mut shares = BTreeMap::new();
    for (name, reader) in peers {
        let tally: &mut (usize, usize) = shares.entry(name).or_default();
        for line in read(name).lines() {
            let Ok(case) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let text = case["text"].as_str().unwrap_or_default();
            let Some(expect) = reader(&case) else {
                continue;
            };
            let scoped = match &expect {
                Expect::Length(value) => {
                    name == "recognizers_en" || scope::prose_length(text, value)
                }
                Expect::Nothing => true,
                _ => name == "recognizers_en" || scope::neutral(text),
            };
            if !scoped || !text.is_ascii() {
                continue;
            }
            tally.1 += 1;
            let passed = passes(text, &context(&case), &expect);
            tally.0 += usize::from(passed);
            if verbose && !passed {
                println!("  {name}: {text:?} {expect:?}");
            }
        }
    }
    for line in read("sutime_itest").lines() {
        if let Ok(case) = serde_json::from_str(line) {
            sutime::sutime(&case, shares.entry("sutime_itest").or_default(), verbose);
        }
    }
    let (mut passed, mut all) = (0, 0);
    for (name, (good, total)) in shares {
        println!(
            "{name:24} {good:4} of {total:4} ({:.1}%)",
            100.0 * good as f64 / total.max(1) as f64
        );
        (passed, all) = (passed + good, all + total);
    }
    println!(
        "{:24} {passed:4} of {all:4} ({:.1}%)",
        "all",
        100.0 * passed as f64 / all.max(1) as f64
    );
}
