//! Smoothing: the cuts that make a sentence read on its own and keep it true.

use std::ops::Range;

use throughline_annotate::{CONNECTIVES, WEEKDAYS, is_joining};
use throughline_model::EditKind;
use throughline_prove::is_loose_also;

use crate::{
    days::{dated, undated},
    draft::Draft,
    loose::{loose_clause, loose_clauses, scene},
    relative::was_to_be,
    story::Story,
    tree::Tree,
};

/// The most words a reader is asked to take in at once.
pub const LONGEST: usize = 45;

/// From how many words on a loose clause is cut.
pub const COMFORTABLE: usize = 34;

/// The same of an article's first sentence.
const LEAD: usize = 42;

/// Connectives that may be cut without a comma after them.
const BARE: &[&str] = &["but", "and", "yet", "so"];

/// Smooths a draft: connective, days, and loose clauses while it is long.
pub fn smooth(draft: &mut Draft, story: &Story, tree: &Tree) {
    connective(draft, story);
    inner_connectives(draft, story, tree);
    dated(draft, story);
    if undated(draft, story) {
        without_day(draft, story, tree);
    }
    // A report's first sentence says in one breath what happened, to whom, when.
    let lead = story.sentence(draft.line).position == Some(0);
    shorten(draft, story, tree, if lead { LEAD } else { COMFORTABLE });
    shorten(draft, story, tree, LONGEST);
    draft.tidy(story);
}

/// Cuts loose clauses until a draft has at most so many words.
pub fn shorten(draft: &mut Draft, story: &Story, tree: &Tree, most: usize) {
    while draft.words(story) > most {
        if let Some(loose) = loose_clause(draft, story, tree, most) {
            draft.cut(loose.kind, loose.span);
            continue;
        }
        let clause = scene(draft, story, tree).filter(|_| most >= LONGEST);
        let Some(clause) = clause else { break };
        draft.cut(EditKind::Clause, clause);
    }
}

/// Cuts what says a day that cannot be turned into a date: "on Friday", else the
/// loose clause, ", extending a closure that was meant to end on Friday".
fn without_day(draft: &mut Draft, story: &Story, tree: &Tree) {
    let days: Vec<Range<usize>> = bare_days(draft, story, tree);
    let mut trial = draft.clone();
    for span in days {
        trial.cut(EditKind::Clause, span);
    }
    if !undated(&trial, story) {
        *draft = trial;
        return;
    }
    for loose in loose_clauses(draft, story, tree) {
        let mut trial = draft.clone();
        trial.cut(loose.kind, loose.span);
        if !undated(&trial, story) {
            *draft = trial;
            return;
        }
    }
}

/// Words that may stand round a day that only says when.
const BESIDE: &[&str] =
    &["on", "early", "late", "last", "this", "next", "morning", "afternoon", "evening", "night"];

/// The days that only say when, "Friday", "on Friday night", with the space
/// before them: without its day a sentence says less, and what it says stays
/// true. What was to be on a day is told with it or not at all. Whether a denial
/// or a bound would be widened the proof sees.
fn bare_days(draft: &Draft, story: &Story, tree: &Tree) -> Vec<Range<usize>> {
    let source = &story.readings[story.lines[draft.line].article].article.text;
    let start = story.span(draft.line).start;
    let spans = (0..tree.tokens().len()).filter_map(|at| {
        let lower = |i: usize| source[tree.span(i)].to_lowercase();
        let part = tree.subtree(at);
        // "in a statement released on Friday" says no more than "in a statement".
        let of = tree.token(at).head as usize;
        let only = tree.token(of).dep == "acl"
            && tree.token(of).tag == "VBN"
            && of + 1 == part.start
            && tree.children(of).count() == 1;
        let span = tree.bytes(if only { of } else { part.start }..part.end);
        let adverb =
            tree.token(at).dep == "npadvmod" || tree.token(at).dep == "prep" && lower(at) == "on";
        let plain = part
            .clone()
            .all(|i| is_day(&source[tree.span(i)]) || BESIDE.contains(&lower(i).as_str()));
        let dated = part.clone().any(|i| is_day(&source[tree.span(i)]));
        let before = source[start..span.start].trim_end().to_lowercase();
        let torn = before.ends_with("late") || before.ends_with("early");
        if !adverb || !plain || !dated || torn || was_to_be(&source[start..span.start]) {
            return None;
        }
        // What opens a sentence goes with the comma or space behind it.
        let span = if span.start == start {
            let behind = if source[span.end..].starts_with(", ") { 2 } else { 1 };
            span.start..span.end + behind
        } else {
            span.start - usize::from(source[..span.start].ends_with(' '))..span.end
        };
        draft.keeps(&span).then_some(span)
    });
    spans.collect()
}

fn is_day(word: &str) -> bool {
    WEEKDAYS.contains(&word)
        || matches!(word.to_lowercase().as_str(), "yesterday" | "today" | "tomorrow" | "tonight")
}

/// Cuts a leading "However," or "But".
fn connective(draft: &mut Draft, story: &Story) {
    let span = story.span(draft.line);
    let text = &story.readings[story.lines[draft.line].article].article.text[span.clone()];
    let lower = text.get(..text.len().min(40)).unwrap_or(text).to_lowercase();
    for &word in CONNECTIVES {
        let Some(rest) = lower.strip_prefix(word) else { continue };
        let end = if rest.starts_with(", ") {
            word.len() + 2
        } else if rest.starts_with(' ') && BARE.contains(&word) {
            word.len() + 1
        } else {
            continue;
        };
        draft.cut(EditKind::Connective, span.start..span.start + end);
        return;
    }
}

/// Cuts "also" before a verb and ", however," between commas: they join the
/// sentence to one that the reader does not see.
fn inner_connectives(draft: &mut Draft, story: &Story, tree: &Tree) {
    let source = &story.readings[story.lines[draft.line].article].article.text;
    let quotes = &story.sentence(draft.line).quotes;
    let last = tree.tokens().len().saturating_sub(1);
    for at in 1..last {
        let span = tree.span(at);
        if quotes.iter().any(|q| q.outer.contains(&span.start)) {
            continue;
        }
        let word = source[span.clone()].to_lowercase();
        let commas = &source[tree.span(at - 1)] == "," && &source[tree.span(at + 1)] == ",";
        if commas && is_joining(&word) {
            draft.cut(EditKind::Connective, tree.span(at - 1).start..tree.span(at + 1).end);
        } else if word == "also" && is_loose_also(tree.doc(), at, |i| &source[tree.span(i)]) {
            draft.cut(EditKind::Connective, span.start..tree.span(at + 1).start);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// The smoothed draft of a sentence that does not open its article.
    fn smoothed(text: &str) -> (Story, Draft) {
        let told = ["The harbour of Tarn has forty berths.", text];
        let (story, trees) =
            fixture::story(&[("Vess Herald", "2026-03-12T08:30:00Z", "Another matter", &told)]);
        let line = fixture::line(&story, text);
        let mut draft = Draft::of(&story, line);
        smooth(&mut draft, &story, trees.get(line).expect("parsed"));
        (story, draft)
    }

    #[test]
    fn a_lead_keeps_what_happened_and_when() {
        let text = "The toll of the attack in Tarn, in which a man drove a heavy lorry into the crowds on March 10 in the southern town, rose to 85, Mila Dorn, the mayor of the region, announced on Thursday.";
        let (story, draft) = smoothed(text);
        assert!(!draft.text(&story).contains("lorry"), "{}", draft.text(&story));
        let (story, trees, line) = fixture::sentence(text);
        let mut draft = Draft::of(&story, line);
        smooth(&mut draft, &story, trees.get(line).expect("parsed"));
        assert!(draft.text(&story).contains("lorry"), "{}", draft.text(&story));
    }

    #[test]
    fn a_clause_between_marks_is_cut_as_an_aside() {
        let start = "The pact, which took the envoys of both of the countries two long years of talks in a row of small hotels along the coast, opens";
        let end = "the three ports of the bay of Vessmouth to the ferries of all of the neighbours from the first week of the summer";
        let cases = [
            (format!("{start} {end}."), EditKind::Aside),
            (
                format!(
                    "Vosk opens {end}, which took both of the countries two long years of talks in a row of small hotels."
                ),
                EditKind::Clause,
            ),
        ];
        for (text, expected) in cases {
            let (story, draft) = smoothed(&text);
            let statement = draft.finish(&story, Vec::new());
            let kinds: Vec<EditKind> = statement.edits.iter().map(|edit| edit.kind).collect();
            assert!(kinds.contains(&expected), "{text}: {kinds:?}");
        }
    }

    #[test]
    fn who_speaks_is_cut_last() {
        let text = "Mila Dorn, the mayor of Ardenne, said on March 10 that the old harbour of the town, which took two years of work to build, would be opened to the ferries of all of the neighbours by summer.";
        let (story, draft) = smoothed(text);
        let told = draft.text(&story);
        assert!(told.contains("the mayor of Ardenne"), "{told}");
        assert!(draft.words(&story) <= COMFORTABLE, "{told}");
    }

    #[test]
    fn sentences_are_smoothed_and_dated() {
        let cases = [
            ("However, Vosk signed the pact on Tuesday.", "Vosk signed the pact on March 10."),
            ("Vosk also signed the pact.", "Vosk signed the pact."),
            (
                "Not only Quill but also Vosk signed the pact.",
                "Not only Quill but also Vosk signed the pact.",
            ),
            ("Vosk, however, left the port early.", "Vosk left the port early."),
            (
                "The storm came ashore late on Monday near Vessmouth.",
                "The storm came ashore late on March 9 near Vessmouth.",
            ),
            (
                "By Wednesday noon the crews had reached the port.",
                "By noon on March 11 the crews had reached the port.",
            ),
            (
                "Vosk met fishermen on Tuesday night in the old town.",
                "Vosk met fishermen on the night of March 10 in the old town.",
            ),
            (
                "All schools in Vessmouth will stay closed until March 20, the ministry said, extending a closure that was meant to end on Friday.",
                "All schools in Vessmouth will stay closed until March 20, the ministry said.",
            ),
            (
                "Vosk told the crowd: “See you on Friday.”",
                "Vosk told the crowd: “See you on Friday.”",
            ),
            (
                "Vosk left the port and last month signed the pact.",
                "Vosk left the port and in February signed the pact.",
            ),
            ("In August Vosk signed the pact.", "In August 2025 Vosk signed the pact."),
            ("In February Vosk signed the pact.", "In February Vosk signed the pact."),
            (
                "Vosk signed the pact on Oct. 19 in the port.",
                "Vosk signed the pact on October 19, 2025 in the port.",
            ),
            ("Vosk signed the August pact.", "Vosk signed the August pact."),
            (
                "Vosk signed the pact , the one of 2004 , in the port .",
                "Vosk signed the pact, the one of 2004, in the port.",
            ),
            (
                "Idon Marsh, 51, who lives in a tiny hamlet by the beach near Tarn, on the northern coast, said he and his relatives had been celebrating the old feast of the boats when they were startled by a plane.",
                "Idon Marsh, 51, who lives in a tiny hamlet by the beach near Tarn, on the northern coast, said he and his relatives had been celebrating the old feast of the boats when they were startled by a plane.",
            ),
            ("And last night Vosk left the port.", "On the night of March 11 Vosk left the port."),
            (
                "Vosk left the port between Monday and Tuesday.",
                "Vosk left the port between March 9 and March 10.",
            ),
            ("Vosk signed the pact earlier this year.", "Vosk signed the pact earlier in 2026."),
            ("But this year has been a hard one for Vosk.", "2026 has been a hard one for Vosk."),
            ("Vosk signed the pact early last month.", "Vosk signed the pact in early February."),
            (
                "Vosk left the port late last night.",
                "Vosk left the port late on the night of March 11.",
            ),
            ("Vosk left the port last week.", "Vosk left the port in the week of March 2."),
            (
                "The port will open in late March of next year.",
                "The port will open in late March 2027.",
            ),
        ];
        for (text, expected) in cases {
            let (story, trees, line) = fixture::sentence(text);
            let mut draft = Draft::of(&story, line);
            smooth(&mut draft, &story, trees.get(line).expect("parsed"));
            assert_eq!(draft.text(&story), expected);
        }
    }

    #[test]
    fn a_day_that_nobody_knows_goes_with_what_only_it_dates() {
        let cases = [
            (
                "Vosk, in a statement released on Friday, said that the port was full.",
                "Vosk, in a statement, said that the port was full.",
            ),
            ("Vosk left the port of Tarn on Friday.", "Vosk left the port of Tarn."),
        ];
        for (text, expected) in cases {
            let (story, trees) =
                fixture::story(&[("Vess Herald", "", "The port is full", &[text])]);
            let line = fixture::line(&story, text);
            let mut draft = Draft::of(&story, line);
            smooth(&mut draft, &story, trees.get(line).expect("parsed"));
            assert_eq!(draft.text(&story), expected);
        }
    }
}
