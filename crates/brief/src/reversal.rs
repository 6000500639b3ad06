//! States that another article tells as over: "contact has been lost" beside "contact is restored".
//!
//! What is restored was lost before, so no dates are needed to know which came last.

use crate::story::{LineId, Story};

/// Words for a state, and those for its end.
#[rustfmt::skip]
const ENDS: &[(&[&str], &[&str])] = &[
    (&["lost"], &["regain", "re-establish", "reestablish", "restore", "recover"]),
    (&["closed", "shut", "blocked"], &["reopen", "re-open"]),
    (&["suspended", "halted", "stopped", "interrupted"], &["resume"]),
    (&["missing"], &["found alive", "found dead", "been found", "was found", "were found"]),
    (&["detained", "arrested", "abducted", "kidnapped", "captured"], &["released", "freed"]),
    (&["trapped", "stranded"], &["rescued", "freed"]),
    (&["evacuated"], &["returned home", "allowed to return"]),
];

/// Words before a participle that tell it of the present.
const NOW: &[&str] = &["has", "have", "is", "are", "been", "being", "remain", "remains", "still"];

/// Words back in which such a word stands.
const NEAR: usize = 2;

/// Cosine from which two lines tell of one thing's state.
const ALIKE: f32 = 0.2;

/// Whether a line tells as a present state what another article tells the end of.
pub fn is_over(story: &Story, line: LineId) -> bool {
    let words = &story.sentence(line).words;
    let is_now = |at: usize| {
        words[at.saturating_sub(NEAR)..at].iter().any(|w| NOW.contains(&w.lower.as_str()))
    };
    let told = ENDS.iter().filter(|(states, _)| {
        let states = |at: &usize| states.contains(&words[*at].lower.as_str());
        (0..words.len()).filter(states).any(is_now)
    });
    told.flat_map(|(_, ends)| *ends).any(|end| ends_elsewhere(story, line, end))
}

fn ends_elsewhere(story: &Story, line: LineId, end: &str) -> bool {
    let own = &story.lines[line];
    story.lines.iter().enumerate().any(|(other, at)| {
        at.article != own.article
            && at.vector.dot(&own.vector) >= ALIKE
            && story.text(other).to_lowercase().contains(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_state_is_over_that_another_tells_the_end_of() {
        let cases = [
            (
                "Contact has been lost with the Tarn buoy.",
                "Contact with the Tarn buoy is restored.",
                true,
            ),
            (
                "Contact was lost with the Tarn buoy.",
                "Contact with the Tarn buoy is restored.",
                false,
            ),
            (
                "Contact has been lost with the Tarn buoy.",
                "The Tarn buoy was built in Ardenne.",
                false,
            ),
            ("The Vess bridge is closed to cars.", "The Vess bridge reopened to cars.", true),
            ("The Vess bridge is closed to cars.", "The harbour reopened to ferries.", false),
        ];
        for (state, end, expected) in cases {
            let title = "News of the day";
            let (story, _) = fixture::story(&[
                ("Vess Herald", "2026-03-12T08:30", title, &[state]),
                ("Daily Anchor", "2026-03-12T09:30", title, &[end]),
            ]);
            assert_eq!(is_over(&story, fixture::line(&story, state)), expected, "{state} {end}");
        }
    }
}
