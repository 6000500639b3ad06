//! Whole dates in a line, each with the time beside it: with a month's name, or
//! in numbers.

mod named;
mod numbers;

use jiff::civil::{Date, DateTime};
use throughline_model::Moment;

use super::{
    Locale,
    calendar::is_year,
    clock::clock,
    token::{Kind, Token, tokens},
};

/// A date in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The date, with the time beside it.
    pub moment: Moment,
    /// Bytes of the line, the time left out.
    pub start: usize,
    pub end: usize,
}

/// Longer lines are read up to here.
const LIMIT: usize = 2000;

/// The first date in a line, with the time beside it.
pub fn find(line: &str, locale: Locale<'_>) -> Option<Moment> {
    all(line, locale).first().map(|found| found.moment)
}

/// Every date in a line, in order.
pub fn all(line: &str, locale: Locale<'_>) -> Vec<Found> {
    if !line.chars().any(char::is_numeric) {
        return Vec::new();
    }
    let tokens = tokens(line, LIMIT);
    let reader = Reader { line, tokens: &tokens, locale };
    let mut found = reader.dates(Reader::date_at);
    if found.is_empty() {
        // 31.10.23: two digits for the year, only where nothing better is.
        found = reader.dates(Reader::short_at);
    }
    found
}

struct Reader<'a> {
    line: &'a str,
    tokens: &'a [Token],
    locale: Locale<'a>,
}

/// A day and the tokens that say it.
type Spanned = (Date, std::ops::Range<usize>);

impl Reader<'_> {
    fn dates(&self, read: impl Fn(&Self, usize) -> Option<Spanned>) -> Vec<Found> {
        let mut found = Vec::new();
        // A month's name may take a day before it: of a day that is read, no other date is made.
        let (mut at, mut free) = (0, 0);
        while at < self.tokens.len() {
            match read(self, at).filter(|(_, span)| span.start >= free) {
                Some((date, span)) => {
                    let moment = self.with_clock(date, &span);
                    let (start, end) =
                        (self.tokens[span.start].start, self.tokens[span.end - 1].end);
                    found.push(Found { moment, start, end });
                    free = span.end;
                    at = free.max(at + 1);
                }
                None => at += 1,
            }
        }
        found
    }

    fn date_at(&self, at: usize) -> Option<Spanned> {
        match self.tokens[at].kind {
            Kind::Number(_) => self.numbers(at).or_else(|| self.far_east(at)),
            Kind::Word(_) => self.named(at),
            Kind::Mark(_) => None,
        }
    }

    fn number(&self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        self.tokens.get(at).filter(|t| digits.contains(&t.length)).and_then(Token::number)
    }

    fn year(&self, at: usize) -> Option<u32> {
        self.number(at, 4..=4).filter(|year| is_year(*year))
    }

    fn day(&self, at: usize) -> Option<u32> {
        let day = self.number(at, 1..=2).filter(|day| (1..=31).contains(day))?;
        // "10:20 Dec 22, 2017": the minutes are no day.
        let clock = at > 1 && self.tokens[at - 1].is(':') && self.tokens[at - 2].number().is_some();
        (!clock && !self.tokens.get(at + 1).is_some_and(|t| t.is(':'))).then_some(day)
    }

    /// The time of day right after the date, or right before it.
    fn with_clock(&self, date: Date, span: &std::ops::Range<usize>) -> Moment {
        let end = self.tokens.len();
        // "2026-05-07T18:15"
        let skip = usize::from(self.tokens.get(span.end).is_some_and(|t| t.word() == Some("t")));
        let after = &self.tokens[(span.end + skip).min(end)..(span.end + 14).min(end)];
        let found = clock(self.line, after, date).filter(|clock| {
            after[clock.at].start.saturating_sub(self.tokens[span.end - 1].end) < 16
        });
        let found = found.or_else(|| {
            let before = &self.tokens[span.start.saturating_sub(10)..span.start];
            clock(self.line, before, date)
        });
        match found {
            Some(clock) => Moment::local(DateTime::from_parts(date, clock.time), clock.offset),
            None => Moment::day(date),
        }
    }
}

#[cfg(test)]
mod tests;
