//! `timex`: temporal expressions of texts, for TempEval-3 scorers.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::Result;
use jiff::civil::{Date, DateTime};
use serde_json::{Value, json};
use throughline_temporal::{Context, Mode, canonical, tag};

use crate::lines::{field, read};

/// Arguments of `timex`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Lines of {id, dct, text}
    input: PathBuf,
    /// Read texts as chronicles, not as news
    #[arg(long)]
    narrative: bool,
    /// Spell values canonically (P12M as P1Y), in the gold where --gold is given
    #[arg(long)]
    canonical: bool,
    /// Print the input's own expressions instead of tagging, with --canonical
    #[arg(long, requires = "canonical")]
    gold: bool,
}

/// Prints `{id, timex: [{start, end, type, value}]}` a line, offsets in code points.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for mut line in read(&arguments.input)? {
        if arguments.gold {
            for timex in line["timex"].as_array_mut().into_iter().flatten() {
                timex["value"] = canonical(field(timex, "value")).into();
            }
            writeln!(out, "{line}")?;
        } else {
            writeln!(out, "{}", json!({"id": line["id"], "timex": tagged(&line, arguments)}))?;
        }
    }
    Ok(out.flush()?)
}

fn tagged(line: &Value, arguments: &Arguments) -> Vec<Value> {
    let text = field(line, "text");
    let context = Context {
        published: published(field(line, "dct")),
        mode: if arguments.narrative { Mode::Narrative } else { Mode::News },
        ..Context::default()
    };
    let (mut at, mut points) = (0, 0);
    let mut point = |byte: usize| {
        points += text[at..byte].chars().count();
        at = byte;
        points
    };
    tag(text, &context)
        .into_iter()
        .map(|timex| {
            let (start, end) = (point(timex.start), point(timex.end));
            let words = &text[timex.start..timex.end];
            let value = if arguments.canonical { canonical(&timex.value) } else { timex.value };
            json!({"start": start, "end": end, "type": timex.kind.as_str(), "value": value,
                "rule": timex.rule, "text": words})
        })
        .collect()
}

/// A time of creation as the sets write it: a day, or a time with or without Z.
fn published(dct: &str) -> Option<DateTime> {
    let dct = dct.trim_end_matches('Z');
    dct.parse::<DateTime>().ok().or_else(|| dct.get(..10)?.parse::<Date>().ok().map(Into::into))
}
