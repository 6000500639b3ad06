//! What figures count, in words that two sentences can share.

use throughline_annotate::{Quantity, Unit};

use crate::story::{LineId, Story};

/// What harm does to people, by the words that count it.
const HARM: &[(&str, &[&str])] = &[
    ("people killed", &["dead", "kill", "die", "death", "fatal", "bodi", "toll", "perish"]),
    ("people injured", &["injur", "wound", "hurt", "hospit", "casualti"]),
    ("people missing", &["miss", "unaccount"]),
    ("people arrested", &["arrest", "detain", "custodi"]),
];

/// Whether a thing is harm done to people, which grows as a disaster unfolds.
pub fn is_harm(thing: &str) -> bool {
    HARM.iter().any(|(name, _)| *name == thing)
}

/// What a figure counts, in words that two sentences can share.
pub fn thing(story: &Story, line: LineId, quantity: &Quantity) -> Option<String> {
    if quantity.unit != Unit::Count || quantity.value < 2.0 {
        return None;
    }
    let sentence = story.sentence(line);
    let at = sentence.words.iter().position(|w| w.span.start >= quantity.span.start)?;
    let near = &sentence.words[at.saturating_sub(3)..(at + 6).min(sentence.words.len())];
    let after = &sentence.words[at..(at + 5).min(sentence.words.len())];
    let people = quantity.counted.iter().any(|stem| {
        matches!(
            stem.as_str(),
            "peopl"
                | "person"
                | "civilian"
                | "men"
                | "women"
                | "soldier"
                | "worker"
                | "victim"
                | "passeng"
                | "resid"
                | "student"
                | "offic"
                | "children"
        )
    });
    for (name, stems) in HARM {
        let counted = quantity.counted.iter().any(|s| stems.contains(&s.as_str()));
        let told = people && after.iter().any(|w| stems.contains(&w.stem.as_str()))
            || (quantity.counted.is_empty() || people)
                && near[..near.len().min(3)].iter().any(|w| stems.contains(&w.stem.as_str()));
        if counted || told {
            return Some((*name).to_owned());
        }
    }
    None
}

/// The things that a line gives figures for, with the figures.
pub fn things(story: &Story, line: LineId) -> Vec<(String, f64)> {
    let sentence = story.sentence(line);
    let found = sentence.quantities.iter();
    found.filter_map(|q| Some((thing(story, line, q)?, q.value))).collect()
}
