//! Dates with the name of a month before or after the day, in the languages of
//! `data/months.tsv`.

use super::{Reader, Spanned};
use crate::dates::{
    calendar::{self, Calendar},
    months,
    token::{Kind, Token},
};

/// Words and marks that may stand between the parts of a date.
const BETWEEN: [&str; 40] = [
    "de",
    "del",
    "of",
    "di",
    "d",
    "st",
    "nd",
    "rd",
    "th",
    "er",
    "e",
    "ta",
    "a",
    "ª",
    "º",
    "го",
    "й",
    "г",
    "года",
    "року",
    "р",
    "na",
    "gada",
    "m",
    "y",
    "the",
    "den",
    "do",
    "da",
    "ko",
    "ngày",
    "năm",
    "วันที่",
    "พ",
    "ศ",
    "พ.ศ",
    "ไว้",
    "ל",
    "ي",
    "عام",
];

impl Reader<'_> {
    /// A month's name and the token after it.
    fn month(&self, at: usize) -> Option<(u32, Calendar, usize)> {
        let word = self.tokens[at].word()?;
        let language = self.locale.primary();
        // "tháng 6": the sixth month.
        if matches!(word, "tháng" | "thg") {
            return Some((self.number(at + 1, 1..=2)?, Calendar::Western, at + 2));
        }
        let next = self.tokens.get(at + 1).and_then(Token::word);
        let two = next.and_then(|next| months::month(&format!("{word} {next}"), language));
        if let Some((month, calendar)) = two {
            return Some((month, calendar, at + 2));
        }
        let (month, calendar) = months::month(word, language)?;
        Some((month, calendar, at + 1))
    }

    /// The date around the name of a month.
    pub(super) fn named(&self, at: usize) -> Option<Spanned> {
        let (month, calendar, end) = self.month(at)?;
        let date = |year, day, span| calendar::day(calendar, year, month, day).map(|d| (d, span));
        let day_before = self.before(at).and_then(|i| Some((i, self.day(i)?)));
        let mut next = self.after(end - 1);
        // "7 يونيو/حزيران 2020" names the month twice.
        if next < self.tokens.len()
            && let Some((again, _, past)) = self.month(next)
            && again == month
        {
            next = self.after(past - 1);
        }
        if let Some((from, day)) = day_before {
            if let Some(year) = self.year(next) {
                return date(year, day, from..next + 1);
            }
            // "2020. gada 7. jūnijs"
            if let Some(year_at) = self.before(from)
                && let Some(year) = self.year(year_at)
            {
                return date(year, day, year_at..end);
            }
            // "7-May-20"
            let joined = self.tokens.get(end).is_some_and(|t| t.is('-'));
            if joined && let Some(year) = self.number(end + 1, 2..=2) {
                return date(2000 + year, day, from..end + 2);
            }
        }
        if let Some(day) = self.day(next) {
            let year_at = self.after(next);
            if let Some(year) = self.year(year_at) {
                return date(year, day, at..year_at + 1);
            }
            // "2020. június 7."
            if let Some(year_at) = self.before(at)
                && let Some(year) = self.year(year_at)
            {
                return date(year, day, year_at..next + 1);
            }
        }
        None
    }

    /// The next token after `at` that is no filling.
    fn after(&self, mut at: usize) -> usize {
        for _ in 0..4 {
            at += 1;
            if !self.is_filling(at) {
                break;
            }
        }
        at
    }

    fn before(&self, mut at: usize) -> Option<usize> {
        for _ in 0..4 {
            at = at.checked_sub(1)?;
            if !self.is_filling(at) {
                break;
            }
        }
        Some(at)
    }

    fn is_filling(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| match &token.kind {
            Kind::Number(_) => false,
            Kind::Word(word) => BETWEEN.contains(&word.as_str()),
            Kind::Mark(mark) => {
                matches!(mark, '.' | ',' | '-' | '/' | '–' | '،' | '\'' | '’' | '־')
            }
        })
    }
}
