//! Noun phrases around a verb: where one that ends before a word begins, and
//! where one that begins after a word ends.

use std::ops::Range;

use super::{
    classes::{
        is_between, is_calendar, is_determiner, is_joint, is_person_pronoun, is_speech_place,
        is_tie, is_time_word, is_verb_like, opens_aside,
    },
    subjects::{REACH, Subject, View},
};
use crate::{persons::is_plain_address, speech::takes, words::is_stopword};

/// "Previously", "Historically": an adverb that opens a sentence, not the name of a "Sally".
pub(super) fn is_opening_adverb(word: &str) -> bool {
    word.len() > 7 && word.ends_with("ly") || word == "meanwhile"
}

/// "Following", "Including": what opens a sentence before a name and is none, while "Sterling" is.
pub(super) fn is_opening_gerund(word: &str) -> bool {
    const GERUNDS: [&str; 16] = [
        "according",
        "addressing",
        "concerning",
        "considering",
        "citing",
        "defending",
        "describing",
        "during",
        "echoing",
        "excluding",
        "following",
        "including",
        "quoting",
        "regarding",
        "replacing",
        "succeeding",
    ];
    GERUNDS.contains(&word)
}

impl View<'_> {
    /// The noun phrase that ends before `end`.
    pub fn phrase_before(&self, end: usize, low: usize) -> Option<Range<usize>> {
        if end <= low {
            return None;
        }
        if is_person_pronoun(self.word(end - 1)) {
            return Some(end - 1..end);
        }
        let mut start = self.core_before(end, low)?;
        // "a spokesman for the ministry", "officials in Ostrel".
        while start >= low + 2 && is_tie(self.word(start - 1)) {
            let before = self.word(start - 2);
            if is_stopword(before) && !self.is_title_stop(start - 2)
                || before.is_empty()
                || takes(before).is_some()
            {
                break;
            }
            match self.core_before(start - 1, low) {
                Some(earlier) => start = earlier,
                None => break,
            }
        }
        // "At a rally in Marchfold the head said": what hangs on "at" is no subject.
        Some(start..end)
    }

    fn core_before(&self, end: usize, low: usize) -> Option<usize> {
        let mut start = end;
        while start > low && end - start < 9 {
            let at = start - 1;
            let word = self.word(at);
            if self.is_inner_sign(at) {
                start = at;
                continue;
            }
            if !self.is_word(at) || is_calendar(word) && start < end {
                break;
            }
            // "told them that Vell called": no determiner stands before a name.
            if word == "that" && start < end && self.is_capital(start) {
                break;
            }
            if is_determiner(word) {
                return Some(at);
            }
            if start == end
                && matches!(word, "them" | "us")
                && at > low
                && self.word(at - 1) == "of"
            {
                start = at;
                continue;
            }
            let joint = is_joint(word)
                && start < end
                && self.is_capital(start)
                && at > low
                && self.is_capital(at - 1);
            if joint {
                start = at;
                continue;
            }
            if is_stopword(word) && !self.is_title_stop(at)
                || !self.is_capital(at) && is_verb_like(word) && start < end
            {
                break;
            }
            start = at;
        }
        (start < end).then_some(start)
    }

    /// "Mr" is a stop word and yet part of a name, as is the "Per" of "Per Ask".
    fn is_title_stop(&self, at: usize) -> bool {
        is_plain_address(self.word(at))
            || matches!(self.word(at), "one" | "other" | "another" | "some" | "few" | "many")
            || self.is_capital(at) && self.is_capital(at + 1) && at > 0 && self.is_word(at - 1)
    }

    pub fn time_before(&self, end: usize, low: usize) -> Option<usize> {
        let mut start = end;
        while start > low {
            let word = self.word(start - 1);
            let part = is_calendar(word)
                || matches!(
                    word,
                    "today"
                        | "yesterday"
                        | "tonight"
                        | "morning"
                        | "afternoon"
                        | "evening"
                        | "night"
                )
                || start < end
                    && matches!(
                        word,
                        "late" | "early" | "on" | "last" | "this" | "in" | "earlier" | "later"
                    )
                || word.starts_with(|c: char| c.is_ascii_digit())
                    && start >= 2
                    && is_calendar(self.word(start - 2));
            if !part {
                break;
            }
            start -= 1;
        }
        (start < end).then_some(start)
    }

    /// The noun phrase that begins at `from`, as after "said": `said a spokesman
    /// for the ministry on Monday`.
    pub fn phrase_after(&self, from: usize) -> Option<Range<usize>> {
        let mut start = from;
        while is_between(self.word(start)) {
            start += 1;
        }
        if is_person_pronoun(self.word(start)) {
            return Some(start..start + 1);
        }
        let mut end = start;
        while end < self.tokens.len().min(start + 16) {
            let word = self.word(end);
            if self.is_inner_sign(end) {
                end += 1;
                continue;
            }
            let tied = is_tie(word)
                && end > start
                && self.is_word(end + 1)
                && !is_calendar(self.word(end + 1))
                && (word != "in" && word != "at" && word != "on" || self.is_capital(end + 1))
                && !is_speech_place(self.word(end + 1))
                && !is_speech_place(self.word(end + 2))
                && !is_speech_place(self.word(end + 3));
            let goes_on = self.is_word(end)
                && (tied
                    || is_determiner(word)
                    || self.is_title_stop(end)
                    || word == "and"
                        && end > start
                        && (self.is_capital(end + 1) || is_determiner(self.word(end + 1)))
                    || is_joint(word) && self.is_capital(end + 1)
                    || !is_stopword(word)
                        && !is_calendar(word)
                        && !is_time_word(word)
                        && !is_between(word)
                        && !self.is_adverb(end));
            if !goes_on {
                break;
            }
            end += 1;
        }
        (start < end).then_some(start..end)
    }

    /// The noun phrase that opens a frame, as far as it can be told.
    pub fn first(&self) -> Option<Subject> {
        let mut from = 0;
        while matches!(self.word(from), "but" | "and" | "yet" | "so" | "however" | "meanwhile") {
            from += 1;
            from += usize::from(self.tokens.get(from).is_some_and(|t| t.is(',')));
        }
        // "Previously the guild issued"
        from += usize::from(from == 0 && is_opening_adverb(self.word(0)));
        // "Last week, Vell dismissed it, saying": not the week says it.
        let dated = matches!(self.word(from), "last" | "this" | "earlier")
            && (is_calendar(self.word(from + 1))
                || matches!(self.word(from + 1), "week" | "month" | "year" | "night" | "summer"));
        if opens_aside(self.word(from)) || dated {
            let comma =
                (from..self.tokens.len().min(from + REACH)).find(|&at| self.tokens[at].is(','))?;
            from = comma + 1;
        }
        if is_person_pronoun(self.word(from)) {
            return Some(Subject { phrase: from..from + 1, beside: None });
        }
        let mut end = from;
        while end < self.tokens.len().min(from + 12) {
            let word = self.word(end);
            let goes_on = self.is_inner_sign(end)
                || self.is_word(end)
                    && (is_determiner(word) && end == from
                        || self.is_title_stop(end)
                        || self.is_capital(end) && !(is_stopword(word)) && !is_calendar(word)
                        || is_joint(word) && self.is_capital(end + 1)
                        || is_tie(word)
                            && end > from
                            && !is_calendar(self.word(end + 1))
                            && word != "on"
                            && word != "in"
                        || is_determiner(word) && is_tie(self.word(end.wrapping_sub(1)))
                        || !is_stopword(word) && !is_verb_like(word) && !is_time_word(word));
            if !goes_on {
                break;
            }
            end += 1;
        }
        if end == from || self.is_possessive(end - 1) {
            return None;
        }
        let aside = self.tokens.get(end).is_some_and(|t| t.is(','));
        let close = aside
            .then(|| (end + 1..self.tokens.len().min(end + 12)).find(|&at| self.tokens[at].is(',')))
            .flatten();
        Some(Subject { phrase: from..end, beside: close.map(|close| end + 1..close) })
    }
}
