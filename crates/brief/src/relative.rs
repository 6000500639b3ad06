//! What is put for an expression that is counted from a day: "last week" becomes "in the week of
//! June 8". It knows the words round the expression and no draft.

use std::ops::Range;

use jiff::{ToSpan, civil::Date};
use throughline_annotate::{Anchor, MONTHS, Timex, TimexKind, WEEKDAYS};

/// Prepositions, and what stands for one, after which a date needs none.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "on", "of", "by", "to", "for", "from", "since", "until", "till", "before", "after", "during",
    "through", "throughout", "within", "between", "around", "about", "against", "than", "as", "late",
    "early",
];

/// The same of what makes a thing of a date: "the August pact".
const DETERMINERS: &[&str] = &["the", "this", "last", "next", "all", "every", "each", "a"];

/// Prepositions of a stretch: before a day they belong to a verb, "came in on Tuesday".
const OF_STRETCHES: &[&str] = &["in", "over"];

/// Words before a weekday that make it any such day: "every Tuesday".
const ANY: &[&str] = &["a", "an", "every", "each", "one", "some", "any", "A", "Every"];

/// An expression with what it stands in.
struct Expression<'a> {
    timex: &'a Timex,
    /// Its words, in small letters but for names.
    words: Vec<String>,
    /// The sentence before it.
    before: &'a str,
    /// The word before it, in small letters.
    last: String,
    /// The text behind it.
    rest: &'a str,
    /// The year that a date need not name.
    year: i16,
}

/// What replaces an expression of a sentence that begins at `from`, and the bytes it replaces.
pub fn replacement(
    text: &str,
    from: usize,
    timex: &Timex,
    year: i16,
) -> Option<(Range<usize>, String)> {
    if timex.anchor == Anchor::None || timex.is_guess() {
        return None;
    }
    let before = &text[from..timex.start];
    let one = Expression {
        timex,
        words: text[timex.start..timex.end].split_whitespace().map(lowered).collect(),
        before,
        last: last_word(before),
        rest: &text[timex.end..],
        year,
    };
    // "for the first time this year": the year is when, not since when.
    let this = one.words.first().is_some_and(|word| word == "this");
    if this && before.trim_end().to_lowercase().ends_with("first time") {
        return None;
    }
    let plain = || one.stretch().or_else(|| one.of_its_year());
    if let Some(to) = plain() {
        return Some((timex.start..timex.end, to));
    }
    let day = timex.interval.filter(|_| timex.is_resolved_day())?.from;
    if one.is_any_day() || was_to_be(before) {
        return None;
    }
    let date = shown(day, year);
    match one.possessive() {
        Some(mark) => Some((timex.start..timex.end + mark, one.owning(date)?)),
        None => Some((timex.start..timex.end, one.day(date)?)),
    }
}

impl Expression<'_> {
    /// "last month" into "in June", "earlier this year" into "earlier in 2015", "last week" into "in the
    /// week of June 8".
    fn stretch(&self) -> Option<String> {
        let words = self.words();
        let (part, words) = match words.as_slice() {
            ["earlier", rest @ ..] => ("earlier ", rest),
            ["later", rest @ ..] => ("later ", rest),
            ["early", rest @ ..] => ("early ", rest),
            ["late", rest @ ..] => ("late ", rest),
            rest => ("", rest),
        };
        // Of a week nobody needs to hear in which part.
        let of_week = matches!(words, [.., "week"]) && matches!(part, "earlier " | "later ");
        let part = if of_week { "" } else { part };
        let from = self.timex.interval?.from;
        let (is_year, date) = match words {
            ["last" | "this" | "next", "year"] => (true, from.year().to_string()),
            ["last" | "this" | "next", "month"] => (false, self.month(from)),
            [name, "last" | "this" | "next", "year"]
            | [name, "of", "last" | "this" | "next", "year"]
                if is_month(name) =>
            {
                (false, self.month(from))
            }
            ["last" | "this" | "next", "week"] if part.is_empty() && is_week(self.timex) => {
                (false, format!("the week of {}", shown(from, self.year)))
            }
            _ => return None,
        };
        if self.possessive().is_some() {
            return None;
        }
        // "in late March", "late in 2018", "earlier in March".
        let before = is_year || matches!(part, "earlier " | "later ");
        Some(match (self.takes("in"), before) {
            (None, _) => format!("{part}{date}"),
            (Some(led), true) => format!("{part}{led} {date}"),
            (Some(led), false) => format!("{led} {part}{date}"),
        })
    }

    /// "in August", "on Oct. 19" with the year that they leave unsaid, where it is not the
    /// reader's.
    fn of_its_year(&self) -> Option<String> {
        let from = self.timex.interval.filter(|days| days.from.year() != self.year)?.from;
        let is_month = |word: &str| is_month(word) || MONTHS.iter().any(|m| is_short(word, m));
        let is_day = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        let to = match self.words().as_slice() {
            [month] if is_month(month) => format!("{} {}", name(from), from.year()),
            [a, b] if is_month(a) && is_day(b) || is_day(a) && is_month(b) => {
                shown(from, self.year)
            }
            _ => return None,
        };
        let goes_on = self.rest.starts_with(['-', '–', '\'', '’']);
        let is_led = PREPOSITIONS.contains(&self.last.as_str())
            || OF_STRETCHES.contains(&self.last.as_str());
        (is_led && !goes_on).then_some(to)
    }

    /// A day: "last night" into "on the night of June 8".
    fn day(&self, date: String) -> Option<String> {
        let joined = joins_days(self.before);
        let on = |body: String| match self.takes("on").filter(|_| !joined) {
            Some(led) => format!("{led} {body}"),
            None => body,
        };
        let to = match self.words().as_slice() {
            [day] if is_weekday(day) || is_deictic(day) => on(date),
            ["last" | "this" | "next", day] if is_weekday(day) => on(date),
            [.., "days", "ago"] | ["a", "day", "ago"] => on(date),
            [part @ ("early" | "late"), day] if is_weekday(day) && self.last != "on" => {
                format!("{part} on {date}")
            }
            [part @ ("early" | "late"), "on", day] if is_weekday(day) => {
                format!("{part} on {date}")
            }
            [day, part @ ("noon" | "midnight" | "lunchtime" | "dawn" | "dusk")]
                if is_weekday(day) =>
            {
                let at = if self.takes("at").is_some() { "at " } else { "" };
                format!("{at}{part} on {date}")
            }
            ["last", part @ "night"]
            | ["this", part @ ("morning" | "afternoon" | "evening")]
            | ["earlier", "this", part @ ("morning" | "afternoon" | "evening")] => {
                on(format!("the {part} of {date}"))
            }
            ["late", "last", "night"] => format!("late on the night of {date}"),
            [day, part @ ("morning" | "afternoon" | "evening" | "night")]
                if (is_weekday(day) || is_deictic(day)) && self.timex.kind == TimexKind::Time =>
            {
                on(format!("the {part} of {date}"))
            }
            _ => return None,
        };
        Some(to)
    }

    /// "Wednesday's vote" into "the March 11 vote"; in "Wednesday's is believed to be the first" the
    /// thing is left out.
    fn owning(&self, date: String) -> Option<String> {
        let next = self.rest.split_whitespace().nth(1).unwrap_or("");
        match (is_auxiliary(next), self.last.as_str()) {
            (true, _) => None,
            (false, "the") => Some(date),
            (false, _) => Some(format!("the {date}")),
        }
    }

    /// The preposition, where a date here wants one: what stands before takes a date as it is, and
    /// what opens a sentence as the subject of its verb stands alone.
    fn takes(&self, preposition: &'static str) -> Option<&'static str> {
        let next = self.rest.split_whitespace().next().unwrap_or("");
        let opens = matches!(self.before.trim(), "" | "And" | "But" | "Yet" | "So");
        let is_subject = opens
            && !self.rest.starts_with(',')
            && (is_auxiliary(next) || matches!(next, "saw" | "brought" | "marked" | "marks"));
        let last = self.last.as_str();
        let is_taken = PREPOSITIONS.contains(&last)
            || DETERMINERS.contains(&last)
            || preposition == "in" && OF_STRETCHES.contains(&last);
        (!is_taken && !is_subject).then_some(preposition)
    }

    fn words(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).collect()
    }

    /// The bytes of "'s" behind it.
    fn possessive(&self) -> Option<usize> {
        ["'s", "’s"].iter().find(|mark| self.rest.starts_with(**mark)).map(|mark| mark.len())
    }

    /// Whether it may be any such day: "on one Tuesday". "Yesterday" is one day.
    fn is_any_day(&self) -> bool {
        let is_sole = matches!(self.words().as_slice(), [day] if is_deictic(day));
        !is_sole && self.before.split_whitespace().rev().take(2).any(|word| ANY.contains(&word))
    }

    fn month(&self, day: Date) -> String {
        match day.year() == self.year {
            true => name(day).to_owned(),
            false => format!("{} {}", name(day), day.year()),
        }
    }
}

/// "January 6", with the year where it is another.
fn shown(day: Date, year: i16) -> String {
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

/// "Tuesday".
pub fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

/// "oct." for "October".
fn is_short(lower: &str, month: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    (3..=4).contains(&bare.len()) && month.to_lowercase().starts_with(bare)
}

fn name(day: Date) -> &'static str {
    MONTHS[day.month() as usize - 1]
}

/// Whether an expression has the seven days of a week.
fn is_week(timex: &Timex) -> bool {
    timex.interval.is_some_and(|days| days.from.saturating_add(6.days()) == days.to)
}

fn is_month(lower: &str) -> bool {
    MONTHS.iter().any(|m| m.eq_ignore_ascii_case(lower))
}

fn is_deictic(lower: &str) -> bool {
    matches!(lower, "yesterday" | "today" | "tomorrow")
}

/// A word in small letters, the name of a day as it is.
fn lowered(word: &str) -> String {
    if is_weekday(word) { word.to_owned() } else { word.to_lowercase() }
}

fn is_auxiliary(word: &str) -> bool {
    matches!(word, "is" | "was" | "has" | "had" | "will" | "would" | "could" | "may" | "might")
}

fn last_word(text: &str) -> String {
    text.trim_end()
        .rsplit(|c: char| !c.is_alphanumeric() && c != ',')
        .next()
        .unwrap_or("")
        .to_lowercase()
}

/// "between Monday and", "Monday or": what follows is a day like the one before.
fn joins_days(before: &str) -> bool {
    let mut last = before.split_whitespace().rev();
    matches!(last.next(), Some("and" | "or"))
        && last.next().is_some_and(|word| {
            is_weekday(word)
                || is_deictic(&word.to_lowercase())
                || word.ends_with(|c: char| c.is_ascii_digit())
        })
}
