//! Relative days turned into dates: "on Tuesday" into "on January 6".

use std::ops::Range;

use jiff::{ToSpan, civil::Date};
use throughline_annotate::{Anchor, MONTHS, Sentence, Timex, TimexKind, WEEKDAYS};
use throughline_model::EditKind;

use crate::{draft::Draft, story::Story};

/// Replaces every relative day of a draft, outside quotations, by its date.
pub fn dated(draft: &mut Draft, story: &Story) {
    let Some(year) = story.newest().map(Date::year) else { return };
    let article = &story.readings[story.lines[draft.line].article].article;
    let dated = draft.lines().filter(|&line| story.anchor(line).is_some());
    for sentence in dated.map(|line| story.sentence(line)) {
        for timex in &sentence.dates {
            let quoted = sentence.quotes.iter().any(|q| q.outer.contains(&timex.start));
            let span = timex.start..timex.end;
            if quoted || !draft.keeps(&span) {
                continue;
            }
            if let Some((span, to)) = replacement(&article.text, sentence.span.start, timex, year) {
                draft.replace(EditKind::Day, span, to, None);
            }
        }
    }
}

/// What replaces an expression, and the bytes it replaces.
fn replacement(
    text: &str,
    from: usize,
    timex: &Timex,
    year: i16,
) -> Option<(Range<usize>, String)> {
    if timex.anchor == Anchor::None || timex.confidence < 0.5 {
        return None;
    }
    if let Some(found) = coarse(text, timex, year).or_else(|| of_its_year(text, timex, year)) {
        return Some(found);
    }
    let day = timex.interval.filter(|_| timex.is_resolved_day())?.from;
    let words: Vec<&str> = text[timex.start..timex.end].split_whitespace().collect();
    let lead: Vec<&str> = text[from..timex.start].split_whitespace().rev().take(2).collect();
    let sole = matches!(words.as_slice(), [day] if is_deictic(day));
    if !sole
        && lead.iter().any(|w| {
            matches!(*w, "a" | "an" | "every" | "each" | "one" | "some" | "any" | "A" | "Every")
        })
    {
        return None;
    }
    if was_to_be(&text[from..timex.start]) {
        return None;
    }
    let date = shown(day, year);
    let before = last_word(&text[from..timex.start]);
    let possessive = text[timex.end..].starts_with("'s") || text[timex.end..].starts_with("’s");
    if possessive {
        // "Wednesday's is believed to be the first": the thing is left out.
        if verb_follows(&text[timex.end..]) {
            return None;
        }
        let free = !is_determiner(&before);
        let to = if free { format!("the {date}") } else { date };
        return Some((
            timex.start..timex.end + if text[timex.end..].starts_with("'s") { 2 } else { 4 },
            to,
        ));
    }
    let on = |body: String| match takes_on(&before) && !joins_days(&text[from..timex.start]) {
        true => format!("on {body}"),
        false => body,
    };
    let to = match words.as_slice() {
        [day] if is_weekday(day) || is_deictic(day) => on(date),
        ["last" | "this" | "next" | "Last" | "This" | "Next", day] if is_weekday(day) => on(date),
        [.., "days", "ago"] | ["a", "day", "ago"] => on(date),
        ["early" | "late", day] if is_weekday(day) && before != "on" => {
            format!("{} on {date}", words[0])
        }
        ["early" | "late", "on", day] if is_weekday(day) => format!("{} on {date}", words[0]),
        [day, part @ ("noon" | "midnight" | "lunchtime" | "dawn" | "dusk")] if is_weekday(day) => {
            let at = if takes_on(&before) { "at " } else { "" };
            format!("{at}{part} on {date}")
        }
        ["last", part @ "night"]
        | ["this", part @ ("morning" | "afternoon" | "evening")]
        | ["earlier", "this", part @ ("morning" | "afternoon" | "evening")] => {
            on(format!("the {part} of {date}"))
        }
        ["late", "last", "night"] => format!("late on the night of {date}"),
        [day, part @ ("morning" | "afternoon" | "evening" | "night")] if is_weekday(day) => {
            if timex.kind != TimexKind::Time {
                return None;
            }
            on(format!("the {part} of {date}"))
        }
        _ => return None,
    };
    Some((timex.start..timex.end, to))
}

/// "last month" into "in June", "earlier this year" into "in 2015", "last week" into "in the week
/// of June 8".
fn coarse(text: &str, timex: &Timex, year: i16) -> Option<(Range<usize>, String)> {
    let lower = text[timex.start..timex.end].to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let (part, words) = match words.as_slice() {
        ["earlier" | "later", rest @ ..] => ("", rest),
        ["early", rest @ ..] => ("early ", rest),
        ["late", rest @ ..] => ("late ", rest),
        rest => ("", rest),
    };
    let from = timex.interval?.from;
    let month = || {
        let month = name(from);
        if from.year() == year { month.to_owned() } else { format!("{month} {}", from.year()) }
    };
    let date = match words {
        ["last" | "this" | "next", "year"] => from.year().to_string(),
        ["last" | "this" | "next", "month"] => month(),
        [name, "last" | "this" | "next", "year"]
        | [name, "of", "last" | "this" | "next", "year"]
            if is_month(name) =>
        {
            month()
        }
        ["last" | "this" | "next", "week"] if part.is_empty() && is_week(timex) => {
            format!("the week of {}", shown(from, year))
        }
        _ => return None,
    };
    let rest = &text[timex.end..];
    if rest.starts_with("'s") || rest.starts_with("’s") {
        return None;
    }
    let before = last_word(&text[..timex.start]);
    let bare = matches!(
        before.as_str(),
        "in" | "of"
            | "since"
            | "until"
            | "by"
            | "from"
            | "for"
            | "during"
            | "late"
            | "early"
            | "to"
            | "than"
            | "the"
    );
    // "in late March", "late in 2018".
    let to = match (bare, words.last() == Some(&"year") && words.len() == 2) {
        (true, _) => format!("{part}{date}"),
        (false, true) => format!("{part}in {date}"),
        (false, false) => format!("in {part}{date}"),
    };
    Some((timex.start..timex.end, to))
}

/// "in August", "on Oct. 19" with the year that they leave unsaid, where it is not the reader's.
fn of_its_year(text: &str, timex: &Timex, year: i16) -> Option<(Range<usize>, String)> {
    let days = timex.interval.filter(|days| days.from.year() != year)?;
    let words: Vec<&str> = text[timex.start..timex.end].split_whitespace().collect();
    let is_month = |word: &str| is_month(word) || MONTHS.iter().any(|m| is_short(word, m));
    let is_day = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let to = match words.as_slice() {
        [month] if is_month(month) => format!("{} {}", name(days.from), days.from.year()),
        [a, b] if is_month(a) && is_day(b) || is_day(a) && is_month(b) => shown(days.from, year),
        _ => return None,
    };
    let free = matches!(
        last_word(&text[..timex.start]).as_str(),
        "in" | "on" | "since" | "until" | "by" | "from" | "of" | "during" | "late" | "early"
    );
    let goes_on = text[timex.end..].starts_with(['-', '–', '\'', '’']);
    (free && !goes_on).then_some((timex.start..timex.end, to))
}

/// "Oct." for "October".
fn is_short(word: &str, month: &str) -> bool {
    let bare = word.trim_end_matches('.');
    (3..=4).contains(&bare.len()) && month.starts_with(bare)
}

fn name(day: Date) -> &'static str {
    MONTHS[day.month() as usize - 1]
}

/// Whether a draft still says "on Tuesday" outside quotations, or "this morning" where nobody
/// knows of which day.
pub fn undated(draft: &Draft, story: &Story) -> bool {
    let article = &story.readings[story.lines[draft.line].article].article;
    draft.lines().map(|line| (story.sentence(line), story.anchor(line))).any(
        |(sentence, anchor)| {
            says_a_day(draft, sentence, &article.text)
                || anchor.is_none() && counted(draft, sentence).any(|t| t.interval.is_none())
        },
    )
}

/// The expressions of a sentence that a draft keeps outside quotations and that are counted from a
/// day: "last night", "a year ago", "today".
pub fn counted<'a>(
    draft: &'a Draft,
    sentence: &'a Sentence,
) -> impl Iterator<Item = &'a Timex> + use<'a> {
    const COUNTED: [&str; 8] =
        ["today", "yesterday", "tomorrow", "tonight", "last", "this", "next", "ago"];
    sentence.dates.iter().filter(|timex| {
        let span = timex.start..timex.end;
        let within = |at: &Range<usize>| span.start <= at.start && at.end <= span.end;
        !sentence.quotes.iter().any(|q| q.outer.contains(&span.start))
            && draft.keeps(&span)
            && sentence.words.iter().any(|w| within(&w.span) && COUNTED.contains(&w.lower.as_str()))
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

/// "January 6", with the year where it is another.
pub fn shown(day: Date, year: i16) -> String {
    let month = name(day);
    match day.year() == year {
        true => format!("{month} {}", day.day()),
        false => format!("{month} {}, {}", day.day(), day.year()),
    }
}

/// "was meant to end on Friday": past or to come, the words do not say.
pub fn was_to_be(before: &str) -> bool {
    let last: Vec<&str> = before.split_whitespace().rev().take(6).collect();
    let plan = |w: &&str| {
        matches!(*w, "meant" | "supposed" | "due" | "scheduled" | "set" | "to" | "planned")
    };
    last.iter()
        .zip(last.iter().skip(1))
        .any(|(after, verb)| matches!(*verb, "was" | "were" | "been") && plan(after))
}

/// Whether an expression has the seven days of a week.
fn is_week(timex: &Timex) -> bool {
    timex.interval.is_some_and(|days| days.from.saturating_add(6.days()) == days.to)
}

fn is_month(lower: &str) -> bool {
    MONTHS.iter().any(|m| m.eq_ignore_ascii_case(lower))
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

fn is_deictic(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "yesterday" | "today" | "tomorrow")
}

fn last_word(text: &str) -> String {
    text.trim_end()
        .rsplit(|c: char| !c.is_alphanumeric() && c != ',')
        .next()
        .unwrap_or("")
        .to_lowercase()
}

/// Whether a verb follows "'s".
fn verb_follows(rest: &str) -> bool {
    let next = rest.split_whitespace().nth(1).unwrap_or("");
    matches!(next, "is" | "was" | "has" | "had" | "will" | "would" | "could" | "may" | "might")
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "his"
            | "her"
            | "its"
            | "their"
            | "this"
            | "that"
            | "in"
            | "of"
            | "for"
            | "after"
            | "before"
            | "since"
    ) && word == "the"
}

/// "between Monday and", "Monday or": what follows is a day like the one before.
fn joins_days(before: &str) -> bool {
    let mut last = before.split_whitespace().rev();
    matches!(last.next(), Some("and" | "or"))
        && last.next().is_some_and(|word| {
            is_weekday(word) || is_deictic(word) || word.ends_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether a bare day after this word wants "on".
fn takes_on(before: &str) -> bool {
    !matches!(
        before,
        "on" | "by"
            | "until"
            | "till"
            | "since"
            | "from"
            | "before"
            | "after"
            | "through"
            | "for"
            | "of"
            | "to"
            | "between"
            | "the"
            | "this"
            | "last"
            | "next"
            | "around"
            | "late"
            | "early"
            | "every"
            | "each"
            | "a"
            | "till,"
            | "as"
    )
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
}
