//! Joint speakers: "Ana Dorn and Ilan Vosk said". Where a coordinated phrase before a verb begins, and
//! of whom it consists. What may as well be one name, or the end of another clause, is left whole.

use std::ops::Range;

use super::{
    classes::{is_calendar, is_determiner, is_joint, is_tie, is_time_word, opens_aside},
    naming::{front, is_human},
    phrases::{is_opening_adverb, is_opening_gerund},
    subjects::View,
};
use crate::words::is_stopword;

/// A speaker of several: his phrase, and what stands beside it between commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Conjunct {
    pub phrase: Range<usize>,
    pub beside: Option<Range<usize>>,
}

impl View<'_> {
    /// A phrase with those before it that its "and" joins, where the first of them opens the clause:
    /// of "The fire spared the clerk and Vosk said" it is "Vosk".
    pub fn joined(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let Some(and) =
            phrase.start.checked_sub(1).filter(|&at| at > low && self.word(at) == "and")
        else {
            return phrase;
        };
        let mut start = None;
        let mut end = and - usize::from(self.tokens[and - 1].is(','));
        while let Some(earlier) = self.phrase_before(end, low).filter(|p| self.may_speak(p)) {
            if self.opens_clause(earlier.start) {
                start = Some(earlier.start);
            }
            let listed = earlier.start > low + 1 && self.tokens[earlier.start - 1].is(',');
            // "Vosk, a guard at the Ports and Quays": a tie before the "and" belongs to one name.
            if !listed || earlier.clone().any(|at| is_tie(self.word(at))) {
                break;
            }
            end = earlier.start - 1;
        }
        start.map_or(phrase.clone(), |start| start..phrase.end)
    }

    /// Those of whom a phrase with "and" consists, in order; nobody where it is one speaker.
    pub fn conjuncts(&self, phrase: &Range<usize>) -> Vec<Conjunct> {
        let splits = |at: &usize| self.tokens[*at].is(',') || self.word(*at) == "and";
        if !phrase.clone().any(|at| self.word(at) == "and") {
            return Vec::new();
        }
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = phrase.start;
        for at in phrase.clone().filter(splits).chain([phrase.end]) {
            if at > start {
                parts.push(start..at);
            }
            start = at + 1;
        }
        let [first, .., last] = &parts[..] else { return Vec::new() };
        if self.is_one(&parts, first, last) || !parts.iter().all(|part| self.may_speak(part)) {
            return Vec::new();
        }
        let determined = |part: &Range<usize>| is_determiner(self.word(part.start));
        let mut found: Vec<Conjunct> = Vec::new();
        for part in parts {
            // "Ana Dorn, the mayor, and Ilan Vosk".
            let beside = found.last().is_some_and(|before| {
                before.beside.is_none()
                    && before.phrase.end + 1 == part.start
                    && self.tokens[before.phrase.end].is(',')
                    && part.end < phrase.end
                    && self.is_all_name(&before.phrase) != self.is_all_name(&part)
                    && (determined(&before.phrase) || determined(&part))
            });
            match found.last_mut().filter(|_| beside) {
                Some(before) => before.beside = Some(part),
                None => found.push(Conjunct { phrase: part, beside: None }),
            }
        }
        found
    }

    /// Whether parts that "and" joins are one speaker: one name, one person with two roles, one noun that
    /// both parts describe.
    fn is_one(&self, parts: &[Range<usize>], first: &Range<usize>, last: &Range<usize>) -> bool {
        let determined = is_determiner(self.word(last.start)) || is_stopword(self.word(last.start));
        let led = is_determiner(self.word(first.start));
        let head = front(*self, last).end - 1;
        let full = |part: &Range<usize>| part.len() > 1 && self.is_all_name(part);
        // "the Union of Ports and Quays", "guards at the north and south docks"
        let tie = |part: &Range<usize>| part.clone().any(|at| is_tie(self.word(at)));
        let tied =
            parts.iter().rev().skip(1).any(tie) && !(full(last) && full(&front(*self, first)));
        // "the Health and Safety Board"
        let named = led && self.is_capital(last.start) && !self.is_speaker(first.end - 1);
        // "Norland and Tarn officials", "Bitcoin and trade expert Ilan Vosk"
        let single = first.len() == 1 && self.is_capital(first.start) && last.len() > 1;
        let described = single
            && (!self.is_capital(last.end - 1)
                || !self.is_capital(last.start) && !is_human(self.word(last.start)));
        // "a former agent and consultant", "his friend and spokesman Ilan Vosk"
        let roles = is_human(self.word(head))
            || led && !self.is_capital(last.start) && self.is_capital(head)
            || led && !self.is_capital(head) && !self.word(head).ends_with('s');
        !determined && (tied || named || described || roles)
    }

    /// Whether a phrase is of somebody who may speak: it ends with a name or a noun for people.
    fn may_speak(&self, phrase: &Range<usize>) -> bool {
        let core = front(*self, phrase);
        let (first, last) = (self.word(core.start), self.word(core.end - 1));
        let opening = core.len() == 1
            && (is_opening_adverb(first)
                || is_opening_gerund(first)
                || opens_aside(first)
                || is_stopword(first)
                || is_time_word(first)
                || first.ends_with("ly"));
        // "Norland beat Tarn": a word between two names is a verb.
        let broken = core.clone().skip(1).any(|at| {
            !self.is_capital(at)
                && self.is_word(at)
                && !is_joint(self.word(at))
                && self.is_capital(at - 1)
                && (at + 1..core.end).any(|after| self.is_capital(after))
        });
        let named = self.is_capital(core.end - 1) && !is_calendar(last);
        !opening && !broken && (named || self.is_speaker(core.end - 1))
    }

    /// Whether a word is a noun for people, one or many, or for what speaks as one.
    pub fn is_speaker(&self, at: usize) -> bool {
        const BODIES: &[&str] = &[
            "agency",
            "army",
            "authorities",
            "authority",
            "board",
            "cabinet",
            "commission",
            "committee",
            "company",
            "council",
            "court",
            "government",
            "hospital",
            "industry",
            "ministry",
            "parliament",
            "party",
            "people",
            "police",
            "senate",
            "services",
            "union",
            "university",
        ];
        let word = self.word(at);
        let one = match word.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => word.strip_suffix('s').unwrap_or(word).to_owned(),
        };
        BODIES.contains(&word)
            || is_human(word)
            || is_human(&one)
            || word.strip_suffix("es").is_some_and(is_human)
            || matches!(word, "men" | "women" | "families" | "others" | "relatives")
            || word.strip_suffix("men").is_some_and(|stem| is_human(&format!("{stem}man")))
    }

    /// Whether a clause may begin at a token.
    fn opens_clause(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let word = self.word(before);
        match word {
            "" => !self.is_inner_sign(before),
            "both" | "but" | "yet" | "that" | "while" | "as" | "when" => true,
            "and" => before == 0,
            _ => is_calendar(word),
        }
    }
}
