//! Names by their capitals: cheap candidates, before any parse.

use std::ops::Range;

use throughline_model::Tongue;

use crate::{
    MONTHS, WEEKDAYS,
    persons::is_plain_address,
    words::{Word, is_stopword},
};

/// A run of capitalised words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Lower-case words of the run, without titles like "President".
    pub key: String,
    /// Whether it opens the sentence, where a capital proves nothing.
    pub opens: bool,
}

/// Words that join parts of a name.
const JOINS: &[&str] = &[
    "of", "de", "la", "del", "bin", "al", "van", "von", "der", "el", "ibn", "da", "dos", "for",
    "and",
];

/// The name candidates among a sentence's words. One word with a capital says nothing in
/// German, whose nouns all have one: there a name is a run of them.
pub fn names(text: &str, words: &[Word], tongue: Tongue) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !is_capital(text, &words[at]) {
            at += 1;
            continue;
        }
        let first = at;
        let mut last = at;
        while let Some(next) = words.get(last + 1) {
            let gap = &text[words[last].span.end..next.span.start];
            // "Gen. Vell", "St. Mary"; what is longer ends a sentence.
            let short = words[last].span.len() <= 4;
            if gap != " " && !(gap == ". " && short) && gap != "-" {
                break;
            }
            if is_capital(text, next) {
                last += 1;
            } else if JOINS[..10].contains(&next.lower.as_str())
                && words.get(last + 2).is_some_and(|w| {
                    is_capital(text, w) && text[next.span.end..w.span.start] == *" "
                })
            {
                last += 2;
            } else {
                break;
            }
        }
        at = last + 1;
        let mut from = first;
        while from < last && is_stopword(&words[from].lower) {
            from += 1;
        }
        let run = &words[from..=last];
        if run.len() == 1 && (tongue == Tongue::German || is_stopword(&run[0].lower)) {
            continue;
        }
        let key = run.iter().map(|w| w.lower.as_str()).collect::<Vec<_>>().join(" ");
        found.push(Name {
            span: run[0].span.start..run[run.len() - 1].span.end,
            key,
            opens: from == 0,
        });
    }
    found
}

fn is_capital(text: &str, word: &Word) -> bool {
    text[word.span.clone()].chars().next().is_some_and(char::is_uppercase)
        && !is_calendar(&word.lower)
        && !is_plain_address(&word.lower)
}

fn is_calendar(lower: &str) -> bool {
    MONTHS.iter().chain(&WEEKDAYS).any(|name| name.eq_ignore_ascii_case(lower))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    fn check(text: &str, tongue: Tongue, expected: &str) {
        let words = words(text, 0..text.len(), tongue == Tongue::English);
        let found: Vec<_> = names(text, &words, tongue).into_iter().map(|n| n.key).collect();
        assert_eq!(found.join("|"), expected, "{text}");
    }

    #[test]
    fn runs_of_capitals_are_names() {
        let cases = [
            (
                "The Ministry of Defence said Ana de Vall left on Monday",
                "ministry of defence|ana de vall",
            ),
            ("On Tuesday Mr Vall met J. Orrin", "vall|j orrin"),
            ("Leaders met", "leaders"),
            ("The bid was Enormous. Investors shrugged", "enormous|investors"),
        ];
        for (text, expected) in cases {
            check(text, Tongue::English, expected);
        }
        let german = "Am Freitag sprach Anna Kessler lange in Velheim mit der Regierung";
        check(german, Tongue::German, "anna kessler");
    }
}
