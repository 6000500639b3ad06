//! Tags JSON lines `{id, dct, text}` from standard input and prints `{id, timex}` for the external
//! scorer, offsets in Unicode code points. `--narrative` reads texts as chronicles; `--canonical`
//! spells values canonically, and `--gold` does so to the lines read instead of tagging them, so
//! that the scorer compares what values mean.

use std::io::{self, BufRead, BufWriter, Write};

use jiff::civil::{Date, DateTime};
use serde_json::{Value, json};
use throughline_temporal::{Context, canonical, tag};

fn published(dct: &str) -> Option<DateTime> {
    let dct = dct.trim_end_matches('Z');
    dct.parse::<DateTime>().ok().or_else(|| dct.get(..10)?.parse::<Date>().ok().map(Into::into))
}

fn main() -> io::Result<()> {
    let flag = |name: &str| std::env::args().any(|argument| argument == name);
    let (narrative, spelt, gold) = (flag("--narrative"), flag("--canonical"), flag("--gold"));
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let mut document: Value = serde_json::from_str(&line?)?;
        if gold {
            for timex in document["timex"].as_array_mut().into_iter().flatten() {
                timex["value"] = canonical(timex["value"].as_str().unwrap_or_default()).into();
            }
            writeln!(out, "{document}")?;
            continue;
        }
        let text = document["text"].as_str().unwrap_or_default();
        let mut context =
            if narrative { Context::narrative(DateTime::ZERO) } else { Context::default() };
        context.published = document["dct"].as_str().and_then(published);
        let (mut at, mut points) = (0, 0);
        let mut point = |byte: usize| {
            points += text[at..byte].chars().count();
            at = byte;
            points
        };
        let timex: Vec<Value> = tag(text, &context)
            .iter()
            .map(|timex| {
                json!({"start": point(timex.start), "end": point(timex.end),
                    "type": timex.kind.as_str(), "value": if spelt { canonical(&timex.value) } else { timex.value.clone() }, "rule": timex.rule,
                    "text": text[timex.start..timex.end]})
            })
            .collect();
        writeln!(out, "{}", json!({"id": document["id"], "timex": timex}))?;
    }
    out.flush()
}
