//! What figures count, in words that two sentences can share.

use throughline_annotate::{Bound, Quantity, Unit};

use crate::story::{LineId, Story};

/// What harm does to people, by the words that count it.
const HARM: &[(&str, &[&str])] = &[
    ("people killed", &["dead", "kill", "die", "death", "fatal", "bodi", "toll", "perish"]),
    ("people injured", &["injur", "wound", "hurt", "hospit", "casualti"]),
    ("people missing", &["miss", "unaccount"]),
    ("people arrested", &["arrest", "detain", "custodi"]),
];

/// Whether a stem says harm done to people.
pub fn is_harm_word(stem: &str) -> bool {
    HARM.iter().any(|(_, stems)| stems.contains(&stem))
}

/// What a figure counts, in words that two sentences can share.
pub fn thing(story: &Story, line: LineId, quantity: &Quantity) -> Option<String> {
    // "dozens" is no figure that another could contradict.
    let vague = quantity.is_range() && quantity.bound == Bound::About;
    if quantity.unit != Unit::Count || quantity.value < 2.0 || quantity.per.is_some() || vague {
        return None;
    }
    let sentence = story.sentence(line);
    let at = sentence.words.iter().position(|w| w.span.start >= quantity.span.start)?;
    let before = &sentence.words[at.saturating_sub(4)..at];
    let after = &sentence.words[at..(at + 6).min(sentence.words.len())];
    // "including 10 children", "three of them": a part, not the toll.
    if before.iter().any(|w| {
        matches!(
            w.lower.as_str(),
            "including" | "among" | "includes" | "included" | "another" | "other"
        )
    }) || after
        .iter()
        .take(3)
        .any(|w| matches!(w.lower.as_str(), "of" | "others" | "more" | "among"))
    {
        return None;
    }
    let is = |stems: &[&str], stem: &String| stems.contains(&stem.as_str());
    // "a village in which 30 people were killed": another matter.
    if before.iter().any(|w| matches!(w.lower.as_str(), "which" | "where" | "whose" | "who")) {
        return None;
    }
    let after: Vec<_> = after
        .iter()
        .enumerate()
        .take_while(|(i, w)| *i == 0 || !w.lower.starts_with(|c: char| c.is_ascii_digit()))
        .map(|(_, w)| w)
        .collect();
    let group = quantity.counted.iter().find(|stem| is(GROUPS, stem));
    let people = quantity.counted.iter().any(|stem| is(PEOPLE, stem));
    let plain = quantity.counted.is_empty()
        || quantity.counted.iter().any(|stem| HARM.iter().any(|(_, stems)| is(stems, stem)));
    for (name, stems) in HARM {
        let counted = quantity.counted.iter().any(|s| is(stems, s));
        let follows =
            (people || group.is_some()) && after.iter().skip(1).any(|w| is(stems, &w.stem));
        let rises = before.iter().rev().take(4).any(|w| {
            matches!(
                w.lower.as_str(),
                "rose"
                    | "rises"
                    | "risen"
                    | "climbed"
                    | "climbs"
                    | "increased"
                    | "stands"
                    | "stood"
                    | "reached"
                    | "put"
                    | "puts"
                    | "at"
            )
        });
        let reach = if rises { 12 } else { 3 };
        let precedes = (people || group.is_some() || plain)
            && sentence.words[at.saturating_sub(reach)..at].iter().any(|w| is(stems, &w.stem));
        if counted || follows || precedes {
            return Some(match group {
                Some(group) => format!("{name} ({group})"),
                None => (*name).to_owned(),
            });
        }
    }
    None
}

/// A thing without the group of people it counts.
pub fn harm_of(thing: &str) -> &str {
    thing.split(" (").next().unwrap_or(thing)
}

/// Stems that count people as such.
const PEOPLE: &[&str] = &["peopl", "person", "victim", "men", "women", "man", "live"];

/// Stems that count a part of the people; their toll is another figure.
const GROUPS: &[&str] = &[
    "civilian",
    "soldier",
    "troop",
    "worker",
    "passeng",
    "resid",
    "student",
    "offic",
    "children",
    "child",
    "offici",
    "polic",
    "american",
    "tourist",
    "famili",
    "pilot",
    "crew",
    "fighter",
    "milit",
    "woman",
    "girl",
    "boy",
    "journalist",
    "protest",
    "migrant",
];

/// The things that a line gives figures for, with the figures.
pub fn things(story: &Story, line: LineId) -> Vec<(String, f64)> {
    let sentence = story.sentence(line);
    let found = sentence.quantities.iter();
    found.filter_map(|q| Some((thing(story, line, q)?, q.value))).collect()
}
