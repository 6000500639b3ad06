//! Sentence boundaries in a paragraph of news text.
//!
//! Rules over the characters around a possible end, and closed lists of
//! abbreviations. It never looks further than a few words, so its time is
//! linear in the length of the text.

use std::ops::Range;

use throughline_model::Tongue;

use crate::{
    MONTHS, WEEKDAYS,
    abbreviations::{Stop, opens, stop},
    speech::tells_speech,
};

/// Marks that may end a sentence.
const ENDS: [char; 11] = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '॥'];

/// The sentences of one paragraph as byte ranges without surrounding space, by
/// the language's BCP 47 tag.
///
/// ```
/// # use throughline_annotate::split;
/// let text = "Mr. Vell left the U.S. on Jan. 3. He paid $1.5bn. “It is done.” They cheered.";
/// let found: Vec<_> = split(text, "en").into_iter().map(|s| &text[s]).collect();
/// assert_eq!(found, [
///     "Mr. Vell left the U.S. on Jan. 3.", "He paid $1.5bn.", "“It is done.”", "They cheered.",
/// ]);
/// ```
pub fn split(text: &str, language: &str) -> Vec<Range<usize>> {
    let tongue = Tongue::of(language);
    let mut spans = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(ENDS) {
        let mark = at + found;
        let after = end_of_marks(text, mark);
        if ends_here(text, start, mark, after, tongue) {
            push(text, start..after, &mut spans);
            start = after;
        }
        at = after;
    }
    push(text, start..text.len(), &mut spans);
    spans
}

fn push(text: &str, span: Range<usize>, spans: &mut Vec<Range<usize>>) {
    let slice = &text[span.clone()];
    let from = span.start + (slice.len() - slice.trim_start().len());
    let to = span.end - (slice.len() - slice.trim_end().len());
    if from < to {
        spans.push(from..to);
    }
}

/// The byte after the run of marks and closing quotes and brackets at `mark`.
fn end_of_marks(text: &str, mark: usize) -> usize {
    let mut end = mark;
    let mut quoted = false;
    for c in text[mark..].chars() {
        let closes = matches!(c, '”' | '’' | ')' | ']' | '»' | '」' | '』' | '）')
            || c == '“' && quoted_by_low(text, mark, end)
            || matches!(c, '"' | '\'') && !quoted;
        if ENDS.contains(&c) && !quoted || closes {
            quoted |= closes;
            end += c.len_utf8();
        } else {
            break;
        }
    }
    // French sets a space before the mark that closes.
    let rest = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    if !quoted && rest.starts_with('»') {
        end = text.len() - rest.len() + '»'.len_utf8();
    }
    end
}

/// „…“: the German mark that closes is the English one that opens; it closes
/// where a sign that ends stands before it and no letter after.
fn quoted_by_low(text: &str, mark: usize, end: usize) -> bool {
    end > mark && !text[end + '“'.len_utf8()..].starts_with(char::is_alphanumeric)
}

fn ends_here(text: &str, start: usize, mark: usize, after: usize, tongue: Tongue) -> bool {
    let rest = &text[after..];
    let Some(next) = rest.chars().next() else { return true };
    let sign = text[mark..].chars().next().unwrap_or('.');
    let run = &text[mark..after];
    let closed = !run.chars().all(|c| ENDS.contains(&c));
    if matches!(sign, '。' | '！' | '？' | '।' | '॥' | '۔') {
        // 「…。」と: the sentence goes on.
        return !(closed && matches!(next, 'と' | 'っ' | '，' | '、' | '。' | ','));
    }
    let before = last_token(&text[start..mark]);
    if !next.is_whitespace() {
        return run == "." && lost_space(before, rest, tongue);
    }
    let opener = rest.trim_start();
    if !opens_sentence(opener) || only_marks(opener) {
        return false;
    }
    let word = first_word(opener);
    if closed && sign != '.' {
        return !is_speaker(opener);
    }
    if run == "…" || run.starts_with("..") {
        // "I... I do not know"
        return before.trim_end_matches('.') != word;
    }
    if sign != '.' {
        return true;
    }
    // A marker of a list: "1. The vote".
    let marker = before.chars().all(|c| c.is_ascii_digit()) && before.len() < 3
        || before.chars().count() == 1 && before.chars().all(char::is_lowercase);
    if marker && !before.is_empty() && text[start..mark].trim_start() == before {
        return false;
    }
    let stop = ends_after_stop(&text[start..mark], before, opener, tongue);
    // The “U.S.” Senate: within marks an abbreviation is no end either.
    stop || closed && before.chars().filter(|c| c.is_alphabetic()).count() > 4
}

/// Two sentences that lost the space between them.
fn lost_space(before: &str, rest: &str, tongue: Tongue) -> bool {
    let bare = rest.trim_start_matches('“');
    let word = first_word(bare);
    let mut chars = word.chars();
    let capital = chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase);
    let letters = before.chars().count();
    let plain = letters > 1 && before.chars().all(char::is_lowercase);
    plain && capital && (letters > 3 && word.len() > 1 || opens(tongue, &word.to_lowercase()))
}

/// A stray mark at the end of a paragraph is no sentence.
fn only_marks(opener: &str) -> bool {
    opener.len() < 8 && !opener.contains(char::is_alphanumeric)
}

fn opens_sentence(opener: &str) -> bool {
    let Some(first) = opener.chars().next() else { return true };
    first.is_uppercase()
        || first.is_numeric()
        || matches!(
            first,
            '"' | '“'
                | '„'
                | '‘'
                | '\''
                | '('
                | '['
                | '«'
                | '$'
                | '£'
                | '€'
                | '—'
                | '–'
                | '•'
                | '¿'
                | '¡'
                | '#'
                | '@'
                | '「'
                | '『'
        )
        || first == '…'
        || !first.is_lowercase() && first.is_alphabetic()
}

/// “Is it over?” Ana Vell asked: a name and a verb of saying.
fn is_speaker(opener: &str) -> bool {
    let mut words = opener.split_whitespace().take(5).map(|w| w.trim_end_matches([',', '.', ':']));
    let named = |w: &&str| w.starts_with(char::is_uppercase);
    let opens = |w: &str| opens(Tongue::English, &w.to_lowercase());
    match words.next() {
        Some(first) if named(&first) && !opens(first) => {
            words.find(|w| !named(w)).is_some_and(tells_speech)
        }
        _ => false,
    }
}

/// Whether a single full stop after `before` ends the sentence.
fn ends_after_stop(sentence: &str, before: &str, opener: &str, tongue: Tongue) -> bool {
    let word = first_word(opener);
    let lower = before.to_lowercase();
    let numeric = word.starts_with(|c: char| c.is_ascii_digit());
    let opens = opens(tongue, &word.to_lowercase());
    let capital = word.starts_with(char::is_uppercase) || word.is_empty();
    if tongue == Tongue::English && is_short_weekday(before) && is_day_of_month(opener) {
        return false;
    }
    if sentence.ends_with(before) && is_torn_amount(sentence, before, opener) {
        return false;
    }
    match stop(tongue, &lower) {
        Some(Stop::Never) if tongue == Tongue::English => {
            return match lower.as_str() {
                "no" => !numeric,
                "st" | "ft" | "mt" | "dept" | "univ" | "sec" | "v" => opens,
                _ => false,
            };
        }
        Some(Stop::Never) => return false,
        Some(_) if opener.starts_with(['—', '–', '-']) => return false,
        Some(Stop::BeforeOpener) => return opens || word.is_empty(),
        Some(Stop::BeforeClause) => return opens || word.is_empty() || has_verb_second(opener),
        Some(Stop::BeforeCapital) => return capital && (word.len() != 1 || opens),
        Some(Stop::AfterTime) => {
            return capital && !is_day_or_zone(word) && !is_time_of_a_place(opener);
        }
        None => {}
    }
    if tongue == Tongue::German
        && !before.is_empty()
        && before.len() < 3
        && before.chars().all(|c| c.is_ascii_digit())
    {
        return opens;
    }
    let letters = before.chars().filter(|c| c.is_alphabetic()).count();
    let initial = letters == 1 && before.chars().count() == 1;
    let dotted = before.contains('.')
        && before.split(['.', '-']).all(|p| p.chars().count() <= 1)
        && letters > 1;
    if initial || dotted {
        let alone = word.chars().count() == 1;
        return opens && !(initial && alone);
    }
    // "Ch. Con. Hale": a short word after an abbreviation is one, too.
    let short = tongue == Tongue::English && letters <= 4 && before.starts_with(char::is_uppercase);
    let head = sentence[..sentence.len() - before.len()].trim_end();
    if short
        && head.ends_with('.')
        && stop(tongue, &last_token(&head[..head.len() - 1]).to_lowercase()).is_some()
    {
        return opens;
    }
    true
}

/// "Terms were not disclosed".
fn has_verb_second(opener: &str) -> bool {
    opener.split_whitespace().nth(1).is_some_and(|word| {
        matches!(
            word,
            "was"
                | "were"
                | "is"
                | "are"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "could"
                | "may"
                | "did"
        )
    })
}

/// "$2. 6 million", "£1. 7m": a space that some copy has in an amount.
fn is_torn_amount(sentence: &str, before: &str, opener: &str) -> bool {
    let number = before.trim_start_matches(['$', '£', '€']);
    let ahead = &sentence[..sentence.len() - number.len()];
    let is_amount = ahead.ends_with(['$', '£', '€']) && number.bytes().all(|b| b.is_ascii_digit());
    let rest = opener.strip_prefix(|c: char| c.is_ascii_digit()).unwrap_or("");
    let scale = first_word(rest.trim_start_matches([' ', '-']));
    is_amount
        && !number.is_empty()
        && matches!(scale, "m" | "bn" | "mn" | "million" | "billion" | "trillion")
}

/// "Sun. Dec. 31", "Fri. 9 May".
fn is_short_weekday(word: &str) -> bool {
    let is_short_for = |day: &&str| word.len() < day.len() && day.starts_with(word);
    (3..=5).contains(&word.len()) && WEEKDAYS.iter().any(is_short_for)
}

/// "Dec. 31, 2017", "9 May".
fn is_day_of_month(opener: &str) -> bool {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let month = |word: &str| {
        let word = word.trim_end_matches(['.', ',']);
        let short = |month: &str| (3..=4).contains(&word.len()) && month.starts_with(word);
        MONTHS.iter().any(|month| *month == word || short(month))
    };
    let mut words = opener.split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    month(first) && number(second) || number(first) && month(second)
}

fn is_day_or_zone(word: &str) -> bool {
    MONTHS.iter().chain(&WEEKDAYS).any(|name| name == &word || name.get(..3) == word.get(..3))
        || word.len() > 1 && word.len() < 5 && word.chars().all(char::is_uppercase)
        || matches!(word, "Eastern" | "Central" | "Pacific" | "Mountain" | "Local")
}

/// "North Korean time": capitals and "time".
fn is_time_of_a_place(opener: &str) -> bool {
    let mut words = opener.split_whitespace().take(4).map(|w| w.trim_end_matches([',', '.', ';']));
    let is_time = |w: &&str| w.eq_ignore_ascii_case("time");
    let named = |w: &&str| w.starts_with(char::is_uppercase);
    words.next().is_some_and(|first| named(&first))
        && words.find(|w| is_time(w) || !named(w)).is_some_and(|w| is_time(&w))
}

/// The first word of what follows, without quotes and brackets before it.
fn first_word(opener: &str) -> &str {
    let bare = opener.trim_start_matches(['"', '“', '„', '‘', '\'', '(', '[', '«']);
    // No word is longer; "1.1.1.1" without end is none.
    let inside = |c: &char| c.is_alphanumeric() || *c == '.';
    let end = bare.chars().take(40).take_while(inside).map(char::len_utf8).sum::<usize>();
    bare[..end].trim_end_matches('.')
}

/// The word just before a mark, without opening punctuation.
fn last_token(text: &str) -> &str {
    let from = text
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| !c.is_whitespace())
        .last()
        .map_or(text.len(), |(at, _)| at);
    text[from..].trim_start_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC{0,200}") {
            let spans = split(&text, "en");
            let mut end = 0;
            for span in &spans {
                prop_assert!(span.start >= end && text[end..span.start].trim().is_empty());
                end = span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
