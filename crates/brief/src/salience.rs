//! How much a reader should hear of a sentence.
//!
//! Corroboration by independent witnesses first, then nearness to what the
//! story is about, the place in its article, and newness.

use std::collections::HashSet;

use throughline_annotate::{Harm, is_negation, is_speech_verb};
use throughline_model::Article;

use crate::{
    figures::{Counted, Thing, counted, things},
    fit::fit,
    headline::titles,
    likeness::Headlines,
    reversal::is_over,
    scene::other_stories,
    stale::{is_outdated, stands_no_more},
    story::{LineId, Story},
    support::Support,
};

/// The weights of the parts; see docs/quality.md for what was tried.
const CORROBORATED: f32 = 1.0;
const CENTRAL: f32 = 1.0;
const ECHOED: f32 = 0.6;
const TITLED: f32 = 1.5;
const LEADING: f32 = 0.6;
const NEW: f32 = 0.35;
const FIGURES: f32 = 0.15;
/// A speaker's own words: positions are told by those who hold them.
const QUOTED: f32 = 0.25;
const OPINION: f32 = 0.8;
/// How many titles are read for what the headlines say.
const TITLES: usize = 30;
/// Fewer words than this rarely tell a fact whole.
const SHORT: usize = 10;
/// What a toll that has been outrun is worth less.
const SUPERSEDED: f32 = 0.6;
const BACKGROUND: f32 = 0.4;
const DULL: f32 = 0.7;
/// What was going on a day before the newest article may be over.
const STALE: f32 = 0.5;
/// What somebody would look at then, or a price of then, is no news beside what came of it.
const OUTDATED: f32 = 1.5;
/// Cosine from which the next sentence speaks of the same.
const SPOKEN_OF: f32 = 0.05;
/// What has ended since is no news.
const OVER: f32 = 0.8;
/// What the next sentence takes back is half the truth.
const TAKEN_BACK: f32 = 0.6;

/// Lines from which a story is told without those that newer articles have outdated.
const ENOUGH: usize = 6;

/// Every line that may be told with its weight, best first.
pub fn ranked(story: &Story, support: &Support) -> Vec<(LineId, f32)> {
    let titles = titles(story).take(TITLES).map(|line| &story.lines[line].vector);
    let headlines = Headlines::of(&story.likeness, titles);
    let (others, outrun) = (other_stories(story), outrun(story));
    let mut lines: Vec<(LineId, f32)> = (0..story.lines.len())
        .filter(|line| !others.contains(line) && fit(story, *line).is_ok())
        .map(|line| (line, salience(story, support, &headlines, &outrun, line)))
        .collect();
    lines.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    lines
}

fn salience(
    story: &Story,
    support: &Support,
    headlines: &Headlines,
    outrun: &HashSet<LineId>,
    line: LineId,
) -> f32 {
    let sentence = story.sentence(line);
    let article = story.lines[line].article;
    let witnesses = support.independent(story, line) as f32;
    let all = (story.witnesses() as f32).max(2.0);
    let corroborated = witnesses.ln() / all.min(6.0).ln();
    let central = story.lines[line].vector.dot(&story.centroid);
    let leading = 1.0 / (1.0 + sentence.position.unwrap_or(0) as f32 / 3.0);
    let figures = sentence.quantities.iter().any(|q| q.is_figure() && q.value > 1.0);
    let quotes = sentence.quotes.iter().any(|q| q.inner.len() > 24);
    let opinion = is_own_opinion(story, line);
    CORROBORATED * corroborated.min(1.0)
        + CENTRAL * central
        + ECHOED * support.echo(line)
        + TITLED * headlines.told_by(&story.lines[line].vector)
        + LEADING * leading
        + NEW * story.newness(article)
        + if figures { FIGURES } else { 0.0 }
        + if quotes { QUOTED } else { 0.0 }
        - if opinion { OPINION } else { 0.0 }
        - if sentence.words.len() < SHORT { 0.25 } else { 0.0 }
        - if superseded(story, line) { SUPERSEDED } else { 0.0 }
        - if story.is_of_another_time(line) { BACKGROUND } else { 0.0 }
        - if is_dull(story.text(line)) { DULL } else { 0.0 }
        - if stands_no_more(story, line) { STALE } else { 0.0 }
        - if is_outdated(story, line) { OUTDATED } else { 0.0 }
        - if is_over(story, line, 0..story.lines.len()) { OVER } else { 0.0 }
        - if is_taken_back(story, line) { TAKEN_BACK } else { 0.0 }
        - if outrun.contains(&line) { SUPERSEDED } else { 0.0 }
}

/// The lines that give a count of which a later article has a greater one: "2,000 have signed".
fn outrun(story: &Story) -> HashSet<LineId> {
    let told = |line: &LineId| story.sentence(*line).position.is_some();
    let all: Vec<(LineId, Vec<Counted>)> = (0..story.lines.len())
        .filter(told)
        // Of tolls the newest is known otherwise.
        .filter(|&line| things(story, line).is_empty())
        .map(|line| (line, counted(story, line)))
        .filter(|(_, counts)| !counts.is_empty())
        .collect();
    let day = |line: LineId| story.anchor(line).map(|moment| moment.date());
    let grown = |line: LineId, counts: &[Counted]| {
        all.iter().any(|(other, later)| {
            day(line).zip(day(*other)).is_some_and(|(before, after)| before < after)
                && counts.iter().any(|x| later.iter().any(|y| x.is_like(y) && x.value < y.value))
        })
    };
    all.iter().filter(|(line, counts)| grown(*line, counts)).map(|(line, _)| *line).collect()
}

/// That nobody answered, or what the law asks for, is worth a reader's time only when nothing else is.
pub fn is_dull(text: &str) -> bool {
    const SILENCE: [&str; 20] = [
        "nothing new to add",
        "As of writing",
        "time of writing",
        "in attendance",
        "been briefed",
        "to establish the names",
        "declining to identify",
        "declined to identify",
        "be reached",
        "be immediately reached",
        "not respond",
        "not immediately",
        "declined to comment",
        "declined to discuss",
        "declined to elaborate",
        "no comment",
        "not comment",
        "not returned",
        "not return",
        // What the law has firms say under each release.
        "orward-looking statements",
    ];
    SILENCE.iter().any(|words| text.contains(words))
}

/// Whether the next sentence speaks against a line: "all systems worked. However, contact was lost".
fn is_taken_back(story: &Story, line: LineId) -> bool {
    against(story, line)
        .is_some_and(|next| story.lines[next].vector.dot(&story.lines[line].vector) >= SPOKEN_OF)
}

/// Whether it says besides that it is not so: "But others called the launch a failure."
pub fn is_contradicted(story: &Story, line: LineId) -> bool {
    const SO_NOT: [&str; 7] =
        ["failure", "failed", "false", "denied", "disputed", "exaggerate", "untrue"];
    let not = |word: &str| is_negation(word) || SO_NOT.contains(&word);
    is_taken_back(story, line) && story.sentence(line + 1).words.iter().any(|word| not(&word.lower))
}

/// Whether the next sentence says that it was otherwise later.
fn is_overtaken(story: &Story, line: LineId) -> bool {
    against(story, line)
        .is_some_and(|next| story.sentence(next).words.iter().any(|word| word.lower == "later"))
}

/// The sentence after a line, where it begins by speaking against it.
fn against(story: &Story, line: LineId) -> Option<LineId> {
    const AGAINST: [&str; 4] = ["However", "But", "Yet", "Nevertheless"];
    let next = line + 1;
    let speaks = next < story.lines.len()
        && story.lines[next].article == story.lines[line].article
        && story.sentence(line).position.is_some()
        && AGAINST.iter().any(|word| {
            // “The ship is old,” Vosk said. “But she is sound.”
            let text = story.text(next).trim_start_matches(['“', '"', '‘', '\'']);
            let rest = text.strip_prefix(word);
            rest.is_some_and(|rest| rest.starts_with([',', ' ']))
        });
    speaks.then_some(next)
}

/// Whether a line is the outlet's own opinion: nobody is quoted for it. It may
/// be noted, never told as fact.
pub fn is_own_opinion(story: &Story, line: LineId) -> bool {
    // A columnist's "says" may be anybody's; reports have "said" and "told".
    let said = || {
        story.sentence(line).words.iter().any(|w| {
            is_speech_verb(&w.lower)
                && w.lower != "asked"
                && (w.lower.ends_with("ed")
                    || matches!(w.lower.as_str(), "said" | "told" | "wrote"))
        })
    };
    story.opinions[story.lines[line].article] && !said()
}

/// The lines without those that tell as present what another of them tells the end of, or what the
/// next sentence says was otherwise later, and those that give an outrun toll of
/// a harm of which another line has the newest.
pub fn without_past(story: &Story, mut lines: Vec<(LineId, f32)>) -> Vec<(LineId, f32)> {
    let all: Vec<LineId> = lines.iter().map(|(line, _)| *line).collect();
    lines.retain(|(line, _)| {
        !is_over(story, *line, all.iter().copied()) && !is_overtaken(story, *line)
    });
    let outdated = lines.iter().filter(|(line, _)| is_outdated(story, *line)).count();
    if lines.len() >= outdated + ENOUGH {
        lines.retain(|(line, _)| !is_outdated(story, *line));
    }
    let (outrun, newest): (Vec<LineId>, Vec<LineId>) = lines
        .iter()
        .map(|(line, _)| *line)
        .filter(|&line| !things(story, line).is_empty())
        .partition(|&line| superseded(story, line));
    let newest: Vec<Thing> =
        newest.into_iter().flat_map(|line| things(story, line)).map(|(thing, _)| thing).collect();
    let is_told = |line| things(story, line).iter().all(|(thing, _)| newest.contains(thing));
    lines.retain(|(line, _)| !outrun.contains(line) || !is_told(*line));
    lines
}

/// Whether a later article gives a higher toll for the harm that a line counts, or any other
/// number of missing, of whom some are found. Of an article without a date nobody knows that it is
/// the later one.
pub fn superseded(story: &Story, line: LineId) -> bool {
    let ours = things(story, line);
    let own = story.lines[line].article;
    let dated = |article: usize| story.published(article).is_some();
    let later = |article: usize| article > own || dated(article) && !dated(own);
    // A toll grows: of two without a date the higher is the later.
    let unknown = |article: usize| !dated(article) && !dated(own);
    !ours.is_empty()
        && story.tolls.iter().any(|(thing, value, article)| {
            ours.iter().any(|(other, figure)| {
                let grown = figure < value && (later(*article) || unknown(*article));
                let found = figure > value && other.harm == Harm::Missing && later(*article);
                let of_one_period = story.are_of_one_period(own, *article);
                other == thing && of_one_period && (grown || found)
            })
        })
}

/// Whether an article says of itself that it is opinion or analysis.
pub fn is_opinion(article: &Article) -> bool {
    let title = article.title.to_lowercase();
    let marked = |mark: &str| {
        title.starts_with(&format!("{mark}:"))
            || title.starts_with(&format!("{mark} |"))
            || title.ends_with(&format!("| {mark}"))
    };
    let path = article.url.as_deref().unwrap_or("").to_lowercase();
    const MARKS: [&str; 7] =
        ["analysis", "opinion", "comment", "commentary", "editorial", "column", "blogs"];
    MARKS
        .iter()
        .any(|m| marked(m) || path.contains(&format!("/{m}/")) || path.contains(&format!("-{m}-")))
}

#[cfg(test)]
mod tests {
    use throughline_gather::{Owners, in_order};

    use super::*;
    use crate::fixture;

    #[test]
    fn a_toll_is_outrun_by_a_later_report_and_by_any_where_its_own_day_is_unknown() {
        let lines =
            ["Six people died in the fire.", "Nine people died in the fire.", "The fire is out."];
        let cases = [
            ("2026-03-12", [true, false, false]),
            ("2026-03-14", [false, false, false]),
            ("", [true, false, false]),
        ];
        for (day, expected) in cases {
            let readings = fixture::readings(&[
                ("Vess Herald", day, "Fire in Vessmouth", &[lines[0], lines[2]]),
                ("Ardenne Post", "2026-03-13", "Fire in Vessmouth", &[lines[1]]),
            ]);
            let story = Story::new(in_order(readings).0, &Owners::new());
            let found = lines.map(|text| superseded(&story, fixture::line(&story, text)));
            assert_eq!(found, expected, "{day}");
        }
    }

    #[test]
    fn the_next_sentence_may_take_a_line_back() {
        let lines = [
            "All systems of the satellite worked properly, a source said.",
            "However, contact with the satellite was later lost.",
            "The harbour of Tarn has forty berths for boats.",
            "But the boats of the harbour are old.",
            "“The berths of the boats are safe,” Mila Dorn said.",
            "“But the boats are not.”",
        ];
        let title = "Contact with the satellite";
        let (story, _) = crate::fixture::story(&[("Vess Herald", "2026-03-12", title, &lines)]);
        let found = lines.map(|text| {
            let line = crate::fixture::line(&story, text);
            (is_overtaken(&story, line), is_taken_back(&story, line))
        });
        let (not, taken_back) = ((false, false), (false, true));
        assert_eq!(found, [(true, true), not, taken_back, not, taken_back, not]);
    }

    #[test]
    fn what_is_over_is_not_told_as_present() {
        let title = "Contact with the satellite";
        let (lost, back) = (
            "Contact has been lost with the satellite that Tarn launched.",
            "Tarn's engineers regained contact with the satellite on Friday.",
        );
        let (story, _) = crate::fixture::story(&[
            ("Vess Herald", "2026-03-12", title, &[lost]),
            ("Daily Anchor", "2026-03-13", title, &[back]),
        ]);
        let lines = [lost, back].map(|text| (crate::fixture::line(&story, text), 1.0));
        let kept = without_past(&story, lines.to_vec());
        assert_eq!(kept, [lines[1]]);
    }

    #[test]
    fn an_outrun_toll_is_not_told_beside_the_newest() {
        let title = "Ferry sinks off Tarn";
        let (low, high) = ("The ferry sank, killing 58 people.", "At least 59 people were killed.");
        let other = "Divers searched the wreck of the ferry off Tarn on Sunday morning.";
        let told: &[(&str, &[&str], &[&str])] = &[
            ("the newest is there", &[low, high, other], &[high, other]),
            ("nothing else counts them", &[low, other], &[low, other]),
        ];
        for (what, lines, expected) in told {
            // Nobody knows of two pages without a date which came last: a toll grows.
            let (story, _) = crate::fixture::story(&[
                ("Vess Herald", "", title, &[low]),
                ("Daily Anchor", "", title, &[high, other]),
            ]);
            let ranked = lines.iter().map(|text| (crate::fixture::line(&story, text), 1.0));
            let kept = without_past(&story, ranked.collect());
            let kept: Vec<&str> = kept.iter().map(|(line, _)| story.text(*line)).collect();
            assert_eq!(kept, *expected, "{what}");
        }
    }
}
