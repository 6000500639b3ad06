//! States that another article tells as over: "contact has been lost" beside "contact is restored".
//!
//! What is restored was lost before, so no dates are needed to know which came last.

use crate::story::{LineId, Story};

/// Words for a state, and those for its end.
#[rustfmt::skip]
const ENDS: &[(&[&str], &[&str])] = &[
    (&["lost"], &[
        "regain", "regains", "regained", "re-establish", "re-establishes", "re-established",
        "restores", "restored", "recovers", "recovered",
    ]),
    (&["closed", "shut", "blocked"], &["reopens", "reopened", "re-opened"]),
    (&["suspended", "halted", "interrupted"], &["resumes", "resumed"]),
    (&["detained", "arrested", "abducted", "kidnapped", "captured"], &["freed", "frees"]),
    (&["trapped", "stranded"], &["rescued", "rescues", "freed", "frees"]),
];

/// Words before an end that has not come: "to reopen", but "managed to regain".
const AHEAD: &[&str] = &["to", "may", "will", "would", "could", "not", "cannot", "be", "if"];
const DONE: &[&str] = &["managed", "able"];

/// Words before a participle that tell it of the present.
const NOW: &[&str] = &["has", "have", "is", "are", "been", "being", "remain", "remains", "still"];

/// Words back in which such a word stands.
const NEAR: usize = 2;

/// Cosine from which two lines tell of one thing's state.
const ALIKE: f32 = 0.2;

/// Whether a line tells as a present state what one of these lines, of another article, tells the end
/// of.
pub fn is_over(story: &Story, line: LineId, told: impl Iterator<Item = LineId> + Clone) -> bool {
    let words = &story.sentence(line).words;
    let is_now = |at: usize| {
        words[at.saturating_sub(NEAR)..at].iter().any(|w| NOW.contains(&w.lower.as_str()))
    };
    let states = ENDS.iter().filter(|(states, _)| {
        let states = |at: &usize| states.contains(&words[*at].lower.as_str());
        (0..words.len()).filter(states).any(is_now)
    });
    states.flat_map(|(_, ends)| *ends).any(|end| ends_elsewhere(story, line, end, told.clone()))
}

fn ends_elsewhere(
    story: &Story,
    line: LineId,
    end: &str,
    mut told: impl Iterator<Item = LineId>,
) -> bool {
    let own = &story.lines[line];
    let day = |article: usize| story.published(article).map(|at| at.date());
    told.any(|other| {
        let at = &story.lines[other];
        let older = day(at.article).zip(day(own.article)).is_some_and(|(end, state)| end < state);
        at.article != own.article
            && !older
            && at.vector.dot(&own.vector) >= ALIKE
            && is_told(story.text(other), end)
    })
}

/// Whether a text tells an end as come.
fn is_told(text: &str, end: &str) -> bool {
    let lower = text.to_lowercase();
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let words: Vec<&str> = lower.split(|c: char| !is_part(c)).filter(|w| !w.is_empty()).collect();
    (0..words.len()).filter(|&at| words[at] == end).any(|at| {
        let before = &words[at.saturating_sub(NEAR)..at];
        let ahead = before.iter().any(|word| AHEAD.contains(word));
        !ahead || before.iter().any(|word| DONE.contains(word))
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
            (
                "The Vess bridge is closed to cars.",
                "The Vess bridge may be reopened to cars.",
                false,
            ),
            (
                "Tarn has lost contact with the buoy.",
                "Tarn managed to regain contact with the buoy.",
                true,
            ),
            (
                "Tarn has lost contact with the buoy.",
                "Tarn hopes to regain contact with the buoy.",
                false,
            ),
            (
                "Work is suspended at the Tarn lock.",
                "Work at the Tarn lock, it is presumed, is slow.",
                false,
            ),
        ];
        for (state, end, expected) in cases {
            let title = "News of the day";
            let (story, _) = fixture::story(&[
                ("Vess Herald", "2026-03-12T08:30", title, &[state]),
                ("Daily Anchor", "2026-03-12T09:30", title, &[end]),
            ]);
            assert_eq!(
                is_over(&story, fixture::line(&story, state), 0..story.lines.len()),
                expected,
                "{state} {end}"
            );
        }
    }
}
