//! What two lines tell twice: one figure, one minute, one toll, one quotation, one count; and what
//! would be taken for the same, and is not.

use throughline_annotate::{Quantity, Timex, Unit, Word, is_negation, words};

use crate::{
    figures::{LEAST_FIGURE, counted, is_same_figure, things},
    story::{LineId, Story},
    support::{shared_words, undated},
};

/// The share of common words from which two lines with one figure tell one thing.
const DETAILED: f32 = 0.25;

/// Whether both lines give one figure, and much of the rest in the same words: "four hours into
/// the flight" is the same turn, whatever the verb; or one minute of the clock, "11:40 p.m.", "twenty
/// minutes to midnight", and anything more.
pub fn same_detail(story: &Story, a: LineId, b: LineId) -> bool {
    let figures = |line: LineId| {
        let quantities = story.sentence(line).quantities.iter();
        quantities.filter(|q| q.unit != Unit::Calendar && q.value >= LEAST_FIGURE)
    };
    // A full hour is many things' hour.
    let minutes = |line: LineId| {
        let clocks = story.sentence(line).dates.iter().filter_map(|d| d.value.split_once('T'));
        clocks.map(|(_, clock)| clock).filter(|c| c.get(3..5).is_some_and(|m| m != "00"))
    };
    let shared = shared_words(story, a, b);
    shared >= DETAILED && figures(a).any(|x| figures(b).any(|y| is_same_figure(x, y)))
        || minutes(a).any(|x| minutes(b).any(|y| x == y))
            && !undated(story, a).is_disjoint(&undated(story, b))
}

/// Whether both lines count the dead, or both the injured: the toll is told
/// once; where the figures differ the disagreements show it.
pub fn same_harm(story: &Story, a: LineId, b: LineId) -> bool {
    let (a, b) = (things(story, a), things(story, b));
    a.iter().any(|(thing, _)| b.iter().any(|(other, _)| thing.harm == other.harm))
}

/// Sentences with which an article says its news.
const LEAD: usize = 2;

/// Cosine from which the leads of two articles are mostly of one event.
const ONE_NEWS: f32 = 0.15;

/// Whether a line is the lead of another article with the news of a lead, and gives no figure and no
/// day more: every outlet tells first what happened.
pub fn same_news(story: &Story, line: LineId, other: LineId) -> bool {
    let leads = |line: LineId| story.sentence(line).position.is_some_and(|at| at < LEAD);
    let (own, told) = (story.sentence(line), story.sentence(other));
    let counts = |q: &&Quantity| q.unit != Unit::Calendar && q.value >= LEAST_FIGURE;
    let is_told = |x: &Quantity| told.quantities.iter().any(|y| is_same_figure(x, y));
    let new_figure = !own.quantities.iter().filter(counts).all(is_told);
    let harms = things(story, other);
    let new_harm = things(story, line)
        .iter()
        .any(|(own, _)| harms.iter().all(|(told, _)| told.harm != own.harm));
    let day = |timex: &&Timex| timex.is_resolved_day();
    let is_known = |own: &Timex| told.dates.iter().any(|timex| timex.interval == own.interval);
    let new_day = !own.dates.iter().filter(day).all(is_known);
    // "has not freed", not "high, but apparently not too high".
    let denies = |line: LineId| {
        let words = story.sentence(line).words.windows(2);
        words.into_iter().any(|run| {
            let helped = matches!(
                run[0].lower.as_str(),
                "has"
                    | "have"
                    | "had"
                    | "did"
                    | "does"
                    | "do"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "will"
            );
            is_negation(&run[1].lower) && (helped || run[1].lower != "not")
        })
    };
    story.lines[line].article != story.lines[other].article
        && leads(line)
        && leads(other)
        && story.lines[line].vector.dot(&story.lines[other].vector) >= ONE_NEWS
        && denies(line) == denies(other)
        && !(new_figure || new_harm || new_day)
}

/// Whether a line brings in another thing of a kind, "a second storm", that a reader would take for the
/// one of which the next line speaks: "the storm".
pub fn tells_of_another(story: &Story, line: LineId, next: LineId) -> bool {
    let words = &story.sentence(line).words;
    let brought = words.windows(3).filter_map(|run| {
        let another = matches!(
            (run[0].lower.as_str(), run[1].lower.as_str()),
            ("a", "second" | "third" | "new" | "separate") | (_, "another")
        );
        (another && run[2].is_content()).then_some(run[2].stem.as_str())
    });
    let known = |stem: &str| {
        let next = &story.sentence(next).words;
        next.windows(2).any(|run| run[0].lower == "the" && run[1].stem == stem)
    };
    brought.into_iter().any(known)
}

/// Words of a quotation from which two lines that have it may repeat each other, and content words from
/// which a line has something else to tell.
const QUOTED: usize = 3;
const BESIDE_IT: usize = 4;

/// Whether a line quotes what another quotes, perhaps less of it, and tells little beside it. A suit
/// over the words is news.
pub fn same_quote(story: &Story, line: LineId, other: LineId) -> bool {
    let quoted = |line: LineId| {
        let text = &story.readings[story.lines[line].article].article.text;
        let quotes = story.sentence(line).quotes.iter();
        let said = quotes.map(move |q| words(text, q.inner.clone(), true));
        // A title has capitals only.
        said.filter(|said| {
            let small = |w: &Word| text[w.span.clone()].starts_with(char::is_lowercase);
            said.len() >= QUOTED && said.iter().any(|w| w.is_content() && small(w))
        })
    };
    let more = |said: &[Word]| {
        let theirs = undated(story, other);
        let own = undated(story, line).into_iter().filter(|stem| !theirs.contains(stem));
        own.filter(|stem| said.iter().all(|word| word.stem != *stem)).count()
    };
    let holds = |whole: &[Word], part: &[Word]| {
        whole.windows(part.len()).any(|run| run.iter().zip(part).all(|(x, y)| x.lower == y.lower))
    };
    quoted(line).any(|own| {
        more(&own) < BESIDE_IT
            && quoted(other).any(|theirs| holds(&own, &theirs) || holds(&theirs, &own))
    })
}

/// Whether both lines count who did one thing: "2,000 people signed a petition", "300,000 people have
/// signed it". Where the counts differ, one of them is told.
pub fn same_count(story: &Story, a: LineId, b: LineId) -> bool {
    let theirs = counted(story, b);
    let own = counted(story, a);
    own.iter().any(|x| theirs.iter().any(|y| x.value != y.value && x.is_like(y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// Two lines of two outlets, asked of each other.
    fn asked(a: &str, b: &str, what: fn(&Story, LineId, LineId) -> bool) -> bool {
        let told: [&[&str]; 2] = [&[a], &[b]];
        let (story, _) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30:00Z", "A day in Tarn", told[0]),
            ("Ardenne Post", "2026-03-12T10:00:00Z", "A night in Tarn", told[1]),
        ]);
        what(&story, fixture::line(&story, a), fixture::line(&story, b))
    }

    #[test]
    fn a_quotation_is_told_once_but_what_else_is_told_of_it_is_news() {
        let letter = "Six captains called the board “woefully out of touch” in a joint letter.";
        let cases = [
            (
                "The letter of the captains said it was “woefully out of touch with the quay”.",
                letter,
                true,
            ),
            ("The letter of the captains asks for a new quay.", letter, false),
            (
                "A court in Vesk lifted the ban on “A Night in Tarn” on Saturday.",
                "Norland banned “A Night in Tarn” in all cinemas on Friday.",
                false,
            ),
            (
                "The union of dock workers sued Ilan Vosk in the high court of Vesk, citing “we will close the port for good by June”.",
                "Ilan Vosk said “we will close the port for good by June”.",
                false,
            ),
        ];
        for (line, other, expected) in cases {
            assert_eq!(asked(line, other, same_quote), expected, "{line}");
        }
    }

    #[test]
    fn a_second_lead_of_one_news_needs_a_figure_or_a_day_of_its_own() {
        let lead = "Norland’s navy freed 21 sailors on the island of Tarn on Thursday.";
        let cases = [
            ("The navy of Norland has set free the sailors held on Tarn.", true),
            ("The navy of Norland freed the 21 sailors of Tarn on Thursday.", true),
            ("The navy of Norland freed 19 more sailors on Tarn.", false),
            ("The navy of Norland lost 4 marines when it freed 21 sailors on Tarn.", false),
            ("The navy of Norland has not freed the sailors of Tarn.", false),
            ("The navy of Norland, small but not too small, freed the sailors of Tarn.", true),
            ("The navy of Norland freed the sailors of Tarn on Tuesday.", false),
            ("A ministry of Ardenne thanked the fishermen of Vessmouth.", false),
        ];
        for (line, expected) in cases {
            assert_eq!(asked(line, lead, same_news), expected, "{line}");
        }
    }

    #[test]
    fn one_minute_of_the_clock_is_one_detail() {
        let landfall = "The storm made landfall at 11:40 p.m. near the fishing town of Tarn.";
        let cases = [
            ("The storm came ashore near Tarn at twenty minutes to midnight.", true),
            ("The storm came ashore near Tarn at 10:40 p.m.", false),
            ("A man was arrested in Vesk at 11:40 p.m.", false),
        ];
        for (line, expected) in cases {
            assert_eq!(asked(line, landfall, same_detail), expected, "{line}");
        }
    }

    #[test]
    fn a_second_storm_is_not_the_storm() {
        let second = "A second storm, Cyclone Corin, has formed off the coast.";
        let cases = [
            ("Some 90,000 people were moved to safety before the storm.", true),
            ("Some 90,000 people were moved to safety.", false),
        ];
        for (next, expected) in cases {
            assert_eq!(asked(second, next, tells_of_another), expected, "{next}");
        }
    }

    #[test]
    fn one_count_of_those_who_did_a_thing_is_told() {
        let cases = [
            (
                "More than 2,000 people signed a petition.",
                "Almost 30,000 people have signed it.",
                true,
            ),
            (
                "More than 2,000 people signed a petition.",
                "Some 900 people left Tarn by boat.",
                false,
            ),
            (
                "At noon 50 people were still critical.",
                "By night 42 people were in critical care.",
                true,
            ),
            ("Some 2,000 people left Tarn by boat.", "Some 900 people stayed in Tarn.", false),
            (
                "At noon 50 people were still critical.",
                "By night 42 sailors were in critical care.",
                false,
            ),
        ];
        for (a, b, expected) in cases {
            assert_eq!(asked(a, b, same_count), expected, "{b}");
        }
    }
}
