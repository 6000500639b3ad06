//! Relative days turned into dates: "on Tuesday" into "on January 6".

use std::ops::Range;

use jiff::civil::Date;
use throughline_annotate::{Anchor, Granularity, MONTHS, Sense, Sentence, Timex};
use throughline_model::EditKind;

use crate::{
    draft::Draft,
    relative::{is_weekday, replacement},
    story::Story,
};

/// Replaces every relative day of a draft, outside quotations, by its date.
pub fn dated(draft: &mut Draft, story: &Story) {
    let Some(year) = story.newest().map(Date::year) else { return };
    let article = &story.readings[story.lines[draft.line].article].article;
    let dated = draft.lines().filter(|&line| story.anchor(line).is_some());
    for line in dated {
        let (sentence, start) = (story.sentence(line), story.span(line).start);
        for timex in sentence.dates.iter().filter(|timex| timex.start >= start) {
            let quoted = sentence.quotes.iter().any(|q| q.outer.contains(&timex.start));
            let span = timex.start..timex.end;
            if quoted || !draft.keeps(&span) {
                continue;
            }
            if let Some((span, to)) = replacement(&article.text, start, timex, year) {
                draft.replace(EditKind::Day, span, to, None);
            }
        }
    }
}

/// Whether a draft still says "on Tuesday" outside quotations, or "this morning" where nobody
/// knows of which day.
pub fn undated(draft: &Draft, story: &Story) -> bool {
    let article = &story.readings[story.lines[draft.line].article].article;
    draft.lines().any(|line| {
        let sentence = story.sentence(line);
        let published = story.published(story.lines[line].article);
        let is_anchored = sentence.at.or(published).is_some();
        let is_vague = |t: &Timex| t.granularity > Granularity::Day && is_anchored;
        says_a_day(draft, sentence, &article.text)
            || passes(draft, sentence, &article.text)
            || told_from(draft, sentence, STRETCHES).any(|t| is_hours(t, &article.text))
            || counted(draft, sentence).any(|t| t.interval.is_none() && !is_vague(t))
    })
}

/// Words that mean a time of the article's own day or week, and of no other.
#[rustfmt::skip]
const PASSING: &[&[&str]] = &[
    &["from", "now"], &["this", "weekend"], &["over", "the", "weekend"],
    &["since", "the", "weekend"], &["last", "weekend"], &["next", "weekend"], 
    &["in", "the", "day"], &["premarket"], &["pre-market"], &["mid-afternoon"],
    // "For the first time this year" is for the first time, and in this year.
    &["first", "time", "this", "year"], &["first", "time", "this", "month"],
    &["first", "time", "this", "week"],
    &["early", "trading"], &["midday", "trading"], &["afternoon", "trading"],
];

/// Whether a draft keeps such a time outside quotations, and no day that says which.
fn passes(draft: &Draft, sentence: &Sentence, text: &str) -> bool {
    let quoted = |at: usize| sentence.quotes.iter().any(|q| q.outer.contains(&at));
    let words: Vec<_> = sentence
        .words
        .iter()
        .filter(|word| draft.keeps(&word.span) && !quoted(word.span.start))
        .map(|word| word.lower.as_str())
        .collect();
    // "Overnight" is a day itself, of which nobody knows the date.
    let named =
        |t: &&Timex| t.sense == Sense::Weekday || text[t.start..t.end].contains(char::is_numeric);
    let known = |t: &Timex| t.is_resolved_day() && draft.keeps(&(t.start..t.end));
    let dated = || sentence.dates.iter().filter(named).any(known);
    let says = |time: &&&[&str]| words.windows(time.len()).any(|window| window == **time);
    // "the overnight ferry" is any night's.
    let overnight = [words.first(), words.last()].contains(&Some(&"overnight"));
    (overnight || PASSING.iter().any(|time| says(&time))) && !dated()
}

/// "In the last 24 hours": hours before which day, nobody can tell later.
fn is_hours(timex: &Timex, text: &str) -> bool {
    text[timex.start..timex.end].contains("hours")
}

/// Whether a draft leaves a stretch to be counted from the article's day: "in the past year".
pub fn leaves_a_stretch(draft: &Draft, story: &Story) -> bool {
    draft.lines().any(|line| told_from(draft, story.sentence(line), STRETCHES).next().is_some())
}

/// Words that count from a day.
const COUNTED: &[&str] =
    &["today", "yesterday", "tomorrow", "tonight", "last", "this", "next", "ago"];

/// Words that count a stretch from a day.
const STRETCHES: &[&str] =
    &["today", "yesterday", "tomorrow", "tonight", "last", "this", "next", "past", "coming", "ago"];

/// The expressions of a sentence that a draft keeps outside quotations and that are counted from a
/// day: "last night", "a year ago", "today".
pub fn counted<'a>(
    draft: &'a Draft,
    sentence: &'a Sentence,
) -> impl Iterator<Item = &'a Timex> + use<'a> {
    told_from(draft, sentence, COUNTED)
}

/// The expressions that a draft keeps outside quotations and in which one of these words stands.
fn told_from<'a>(
    draft: &'a Draft,
    sentence: &'a Sentence,
    markers: &'static [&'static str],
) -> impl Iterator<Item = &'a Timex> + use<'a> {
    sentence.dates.iter().filter(move |timex| {
        let span = timex.start..timex.end;
        let within = |at: &Range<usize>| span.start <= at.start && at.end <= span.end;
        !sentence.quotes.iter().any(|q| q.outer.contains(&span.start))
            && draft.keeps(&span)
            && sentence.words.iter().any(|w| within(&w.span) && markers.contains(&w.lower.as_str()))
    })
}

fn says_a_day(draft: &Draft, sentence: &Sentence, text: &str) -> bool {
    sentence.words.iter().any(|word| {
        let quoted = sentence.quotes.iter().any(|q| q.outer.contains(&word.span.start));
        let name = &text[word.span.clone()];
        // "Tuesday, January 6" dates itself.
        let dated = sentence.dates.iter().any(|t| {
            t.start <= word.span.start
                && word.span.end <= t.end
                && t.anchor == Anchor::None
                && t.interval.is_some()
        }) || sentence.dates.iter().any(|t| {
            t.start <= word.span.start
                && t.end > word.span.end
                && MONTHS.iter().any(|m| text[t.start..t.end].contains(&m[..3]))
        });
        !quoted
            && !dated
            && draft.keeps(&word.span)
            && (is_weekday(name.trim_end_matches("'s").trim_end_matches("’s"))
                || matches!(word.lower.as_str(), "yesterday" | "today" | "tomorrow" | "tonight"))
    })
}

#[cfg(test)]
mod tests {
    use throughline_annotate::Reading;
    use throughline_gather::Owners;
    use throughline_model::{Article, Citation, Role};
    use throughline_prove::Proof;

    use super::*;

    const MORNING: &str = "2026-09-14T08:00:00Z";

    /// A sentence in an article of Monday, 14 September 2026, told with its days, where they are
    /// proven. `at` is the time of its live-blog entry.
    fn told(text: &str, at: Option<&str>) -> String {
        let at = at.map(|at| at.parse().expect("a moment"));
        let lines = vec![(Role::Body, text.to_owned(), at)];
        let mut article = Article::new(None, "The flood on the Vane", lines);
        article.published = MORNING.parse().ok();
        article.language = "en".to_owned();
        let story = Story::new(vec![Reading::of(article)], &Owners::default());
        let line = story.lines.len() - 1;
        let mut draft = Draft::of(&story, line);
        dated(&mut draft, &story);
        draft.tidy(&story);
        if undated(&draft, &story) {
            return "undated".into();
        }
        let statement = draft.finish(&story, vec![Citation { source: 1, evidence: Vec::new() }]);
        let faults = Proof::from(&story.cited()).statement(&statement);
        assert!(faults.is_empty(), "{text}: {:?}: {faults:?}", statement.text);
        statement.text
    }

    #[test]
    fn an_entry_counts_from_its_own_time() {
        let closed = "The bridge was closed yesterday.";
        let cases = [
            (None, "The bridge was closed on September 13."),
            (Some("2026-09-18T10:00:00Z"), "The bridge was closed on September 17."),
        ];
        for (at, expected) in cases {
            assert_eq!(told(closed, at), expected, "{at:?}");
        }
    }

    #[test]
    fn a_date_stands_after_one_preposition() {
        let cases = [
            ("The dam broke on Saturday.", "The dam broke on September 12."),
            ("The dam broke Saturday.", "The dam broke on September 12."),
            ("The results came in yesterday.", "The results came in on September 13."),
            ("It was quiet until yesterday.", "It was quiet until September 13."),
            ("They argue about yesterday.", "They argue about September 13."),
            ("Saturday was quiet in the port.", "September 12 was quiet in the port."),
            ("Saturday, the port was quiet.", "On September 12, the port was quiet."),
            ("Last night the dam broke.", "On the night of September 13 the dam broke."),
            ("The dam broke early on Saturday.", "The dam broke early on September 12."),
            ("The dam broke yesterday morning.", "The dam broke on the morning of September 13."),
            ("After Saturday's vote he left.", "After the September 12 vote he left."),
            ("He left after the Saturday's vote.", "He left after the September 12 vote."),
            ("The dam broke last week.", "The dam broke in the week of September 7."),
            (
                "A decision about next week will be taken.",
                "A decision about the week of September 21 will be taken.",
            ),
            ("Next week will be dry.", "The week of September 21 will be dry."),
            ("The mill closed last year.", "The mill closed in 2025."),
            ("The mill closed late last year.", "The mill closed late in 2025."),
            ("The mill closed late last month.", "The mill closed in late August."),
            ("Prices rose over last year.", "Prices rose over 2025."),
            ("The dam will be mended two weeks from now.", "undated"),
            ("The dam was watched over the weekend.", "undated"),
            (
                "The dam was watched over the weekend and on September 13.",
                "The dam was watched over the weekend and on September 13.",
            ),
            ("Last weekend the dam was watched.", "undated"),
            ("The shares of the dam rose in early trading.", "undated"),
            ("For the first time this year, the town has a ferry.", "undated"),
            (
                "For the third time this year, the town has a ferry.",
                "For the third time in 2026, the town has a ferry.",
            ),
            ("The dam broke earlier this year.", "The dam broke earlier in 2026."),
            ("The dam broke earlier this month.", "The dam broke earlier in September."),
            ("Earlier this month the dam broke.", "Earlier in September the dam broke."),
            ("The dam will open later this month.", "The dam will open later in September."),
            ("The dam broke earlier this week.", "The dam broke in the week of September 14."),
            ("Overnight, the dam broke.", "undated"),
            ("The overnight ferry was full.", "The overnight ferry was full."),
            ("He was to speak on Saturday; it was due on Friday.", "undated"),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text, None), expected, "{text}");
        }
    }
}
