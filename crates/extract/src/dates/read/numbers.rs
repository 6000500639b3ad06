//! Dates in numbers, in the orders of the world, and those of the Far East.

use super::{Reader, Spanned};
use crate::dates::{
    Order,
    calendar::{self, Calendar, is_persian},
    token::{Kind, Token},
};

impl Reader<'_> {
    /// The three numbers of "07.05.2026", and the mark between them.
    fn triple(&self, at: usize) -> Option<([usize; 3], char)> {
        let mark = match self.tokens.get(at + 1)?.kind {
            Kind::Mark(mark @ ('-' | '/' | '.' | '–')) => mark,
            _ => return None,
        };
        let places = [at, at + 2, at + 4];
        if !self.tokens.get(at + 3)?.is(mark)
            || places.iter().any(|i| self.number(*i, 1..=4).is_none())
        {
            return None;
        }
        // Only after full stops may there be space: "7. 6. 2020".
        let touches = |i: usize| self.tokens[i].start == self.tokens[i - 1].end;
        if mark != '.' && !(at + 1..=at + 4).all(touches) || !touches(at + 1) || !touches(at + 3) {
            return None;
        }
        // In a longer row, numbers are a version or an address.
        let joins = |i: usize| matches!(self.tokens[i].kind, Kind::Mark('-' | '/' | '.' | '_'));
        let before =
            at >= 2 && joins(at - 1) && touches(at) && self.tokens[at - 2].number().is_some();
        let after = self.tokens.len() > at + 6
            && joins(at + 5)
            && touches(at + 5)
            && touches(at + 6)
            && self.tokens[at + 6].number().is_some();
        (!before && !after).then_some((places, mark))
    }

    /// "07.05.2026", "2026-05-07".
    pub(super) fn numbers(&self, at: usize) -> Option<Spanned> {
        let ([a, b, c], mark) = self.triple(at)?;
        let (x, y) = (self.tokens[a].number()?, self.tokens[b].number()?);
        let z = self.tokens[c].number()?;
        let date = if self.tokens[a].length == 4 && self.tokens[b].length <= 2 {
            let year = self.year(a)?;
            calendar::day(calendar_of(year), year, y, z)
        } else {
            let year = self.year(c)?;
            let (day, month) = self.day_and_month(x, y, mark)?;
            calendar::day(calendar_of(year), year, month, day)
        };
        date.map(|date| (date, a..c + 1))
    }

    /// "31.10.23": the year has two digits.
    pub(super) fn short_at(&self, at: usize) -> Option<Spanned> {
        let ([a, _, c], mark) = self.triple(at)?;
        if self.tokens[c].length != 2 || !matches!(mark, '.' | '/') || self.tokens[a].length > 2 {
            return None;
        }
        let (x, y) = (self.tokens[a].number()?, self.tokens[at + 2].number()?);
        let year = 2000 + self.tokens[c].number()?;
        let (day, month) = self.day_and_month(x, y, mark)?;
        calendar::day(Calendar::Western, year, month, day).map(|date| (date, a..c + 1))
    }

    fn day_and_month(&self, first: u32, second: u32, mark: char) -> Option<(u32, u32)> {
        // Full stops and a first number above twelve leave no doubt; nor do equal numbers.
        let day_first = match self.locale.order {
            _ if first > 12 || first == second => true,
            _ if second > 12 => false,
            _ if mark == '.' => true,
            Order::DayFirst => true,
            Order::MonthFirst => false,
            Order::Unknown => return None,
        };
        Some(if day_first { (first, second) } else { (second, first) })
    }

    /// "2020年6月7日", "2020년 6월 7일", "令和2年6月7日".
    pub(super) fn far_east(&self, at: usize) -> Option<Spanned> {
        let ends = |i: usize, signs: [&str; 2]| {
            let word = self.tokens.get(i).and_then(Token::word);
            word.is_some_and(|word| signs.iter().any(|sign| word.starts_with(sign)))
        };
        if !ends(at + 1, ["年", "년"]) || !ends(at + 3, ["月", "월"]) || !ends(at + 5, ["日", "일"])
        {
            return None;
        }
        let before = at.checked_sub(1).and_then(|i| self.tokens[i].word());
        let counted = self.number(at, 1..=3);
        let year = match before.zip(counted).and_then(|(name, year)| calendar::era(name, year)) {
            Some(year) => year,
            None => self.year(at)?,
        };
        let (month, day) = (self.number(at + 2, 1..=2)?, self.number(at + 4, 1..=2)?);
        calendar::day(Calendar::Western, year, month, day).map(|date| (date, at..at + 6))
    }
}

fn calendar_of(year: u32) -> Calendar {
    if is_persian(year) { Calendar::Persian } else { Calendar::Western }
}
