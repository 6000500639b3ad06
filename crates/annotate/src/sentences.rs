//! Sentence boundaries in a paragraph of news text.
//!
//! Rules over the characters around a possible end, and closed lists of
//! abbreviations. It never looks further than the next word, so its time is
//! linear in the length of the text.

use std::ops::Range;

/// Abbreviations that never end a sentence: a name or number follows.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen",
    "lt", "col", "sgt", "capt", "cmdr", "maj", "adm", "rev", "hon", "pres", "st", "ste", "mt",
    "ft", "messrs", "mme", "mlle", "fr", "sr", "supt", "det", "insp", "cpl", "pvt", "spc", "atty",
    "vs", "v", "no", "nos", "art", "fig", "pp", "vol", "approx", "ca", "cf", "e.g", "i.e", "dept",
    "univ", "assn", "bros", "viz", "op",
];

/// Abbreviations that may end a sentence; they do when a likely opener follows.
#[rustfmt::skip]
const MAYBE: &[&str] = &[
    "inc", "ltd", "co", "corp", "plc", "llc", "jr", "esq", "etc", "al", "u.s", "u.k", "u.n",
    "e.u", "d.c", "a.m", "p.m", "est", "edt", "cst", "cdt", "mst", "pst", "pdt",
    "gmt", "bst", "pct", "bn", "mn", "tn", "km", "kg", "lb", "lbs", "oz", "ft", "sq",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    "tue", "tues", "thu", "thur", "thurs", "fri", "ariz", "ark", "calif",
    "colo", "conn", "fla", "ga", "kan", "ky", "md", "mich",
    "minn", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va",
    "vt", "wis", "wyo", "n.y", "n.j", "n.c", "s.c", "n.h", "n.m", "n.d", "s.d", "w.va",
    "b.c", "ave", "blvd", "rd", "ph.d", "m.d", "b.a", "m.a", "j.d",
];

/// Words that open sentences; after an abbreviation they mean that it ended one.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "in", "on", "at", "but", "and",
    "this", "that", "these", "those", "there", "his", "her", "its", "their", "if", "when",
    "while", "after", "before", "since", "as", "for", "with", "by", "from", "to", "however",
    "meanwhile", "some", "many", "most", "several", "one", "two", "three", "no", "not", "what",
    "who", "how", "why", "where", "although", "though", "also", "police", "officials",
    "according", "our", "my", "both", "all", "such", "more", "another", "last", "earlier",
    "later", "now", "then",
];

/// The sentences of one paragraph as byte ranges without surrounding space.
///
/// ```
/// # use throughline_annotate::split;
/// let text = "Mr. Vell left the U.S. on Jan. 3. He paid $1.5bn. “It is done.” They cheered.";
/// let found: Vec<_> = split(text).into_iter().map(|s| &text[s]).collect();
/// assert_eq!(found, [
///     "Mr. Vell left the U.S. on Jan. 3.", "He paid $1.5bn.", "“It is done.”", "They cheered.",
/// ]);
/// ```
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['.', '!', '?', '…', '。', '！', '？']) {
        let mark = at + found;
        let after = end_of_marks(text, mark);
        if ends_here(text, start, mark, after) {
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
        let closes = matches!(c, '”' | '’' | ')' | ']' | '»') || matches!(c, '"' | '\'') && !quoted;
        if matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？') && !quoted || closes {
            quoted |= closes;
            end += c.len_utf8();
        } else {
            break;
        }
    }
    end
}

fn ends_here(text: &str, start: usize, mark: usize, after: usize) -> bool {
    let rest = &text[after..];
    let Some(next) = rest.chars().next() else { return true };
    let stop = text[mark..].starts_with('.');
    if text[mark..].starts_with(['。', '！', '？']) {
        return true;
    }
    let before = last_token(&text[start..mark]);
    if !next.is_whitespace() {
        // Two sentences that lost the space between them.
        return stop
            && after == mark + 1
            && next.is_uppercase()
            && before.chars().count() > 3
            && before.chars().all(char::is_lowercase)
            && rest.chars().nth(1).is_some_and(char::is_lowercase);
    }
    let opener = rest.trim_start();
    let Some(first) = opener.chars().next() else { return true };
    let opens = first.is_uppercase()
        || first.is_numeric()
        || matches!(
            first,
            '"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '$' | '£' | '€' | '—' | '–' | '•'
        )
        || !first.is_lowercase() && first.is_alphabetic();
    if !opens {
        return false;
    }
    if !stop || after > mark + 1 {
        return true;
    }
    ends_after_stop(before, opener)
}

/// Whether a single full stop after `before` ends the sentence.
fn ends_after_stop(before: &str, opener: &str) -> bool {
    let lower = before.to_lowercase();
    let next: String = opener
        .trim_start_matches(['"', '“', '‘', '\'', '('])
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '.')
        .collect();
    let numeric = next.starts_with(|c: char| c.is_ascii_digit());
    let opens = OPENERS.contains(&next.to_lowercase().as_str());
    if TITLES.contains(&lower.as_str()) {
        return lower == "no" && !numeric || lower == "st" && opens;
    }
    if MAYBE.contains(&lower.as_str()) {
        return opens;
    }
    let letters = before.chars().filter(|c| c.is_alphabetic()).count();
    let initial = letters == 1 && before.starts_with(char::is_uppercase);
    let dotted = before.contains('.') && before.split('.').all(|p| p.chars().count() <= 1);
    if initial || dotted {
        return opens && next != "A" && next != "I";
    }
    true
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
    text[from..].trim_start_matches(['(', '"', '“', '‘', '\'', '[', '$', '£', '€'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hard_ends() {
        let cases = [
            "Sen. J. D. Vall Jr. spoke.|He left.",
            "It cost $1.5 billion.|The board agreed.",
            "He works at Orrin Inc. in Kharin.|She does not.",
            "He left Orrin Inc.|The firm fell 3 pct. on Monday.",
            "It begins at 5 p.m. Tuesday.|Doors open at 4 p.m.|The show is free.",
            "“Is it over?” he asked.|“No.”",
            "“We won!”|The crowd cheered.",
            "The No. 10 bus stopped.|No.|It burned.",
            "He paused...|Then he left.",
            "St. Olen is calm.|Mt. Harr erupted.",
            "The U.S. Senate met.|It left the U.S.|The troops stayed.",
            "See example.com for more.|It was 3.5 km away.",
            "(The ministry declined.)|It did not say why.",
            "He was born in Calif. and died in Fla. aged 80.",
        ];
        for case in cases {
            let expected: Vec<_> = case.split('|').collect();
            let text = case.replace('|', " ");
            let found: Vec<_> = split(&text).into_iter().map(|s| &text[s]).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_lost_space_is_an_end() {
        let text = "The deal was signed.The talks ended.";
        assert_eq!(split(text).len(), 2);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC{0,200}") {
            let spans = split(&text);
            let mut end = 0;
            for span in &spans {
                prop_assert!(span.start >= end && text[end..span.start].trim().is_empty());
                end = span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
