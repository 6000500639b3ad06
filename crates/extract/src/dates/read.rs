//! Whole dates in a line: named months before and after the day, numbers in
//! the orders of the world, dates of the Far East.

use jiff::civil::{Date, DateTime};
use throughline_model::Moment;

use super::{
    Locale, Order,
    calendar::{self, Calendar, is_persian, is_year},
    clock::clock,
    months,
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
        let mut at = 0;
        while at < self.tokens.len() {
            match read(self, at) {
                Some((date, span)) => {
                    let moment = self.with_clock(date, &span);
                    let (start, end) =
                        (self.tokens[span.start].start, self.tokens[span.end - 1].end);
                    found.push(Found { moment, start, end });
                    at = span.end.max(at + 1);
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

    fn named(&self, at: usize) -> Option<Spanned> {
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

    fn numbers(&self, at: usize) -> Option<Spanned> {
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

    fn short_at(&self, at: usize) -> Option<Spanned> {
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
    fn far_east(&self, at: usize) -> Option<Spanned> {
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

fn calendar_of(year: u32) -> Calendar {
    if is_persian(year) { Calendar::Persian } else { Calendar::Western }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_dates_as_pages_show_them() {
        let cases = [
            ("Thursday, 7 May 2026", "2026-05-07"),
            ("7 May 2026, 18:15", "2026-05-07T18:15:00"),
            ("May 7, 2026 at 10:40 p.m.", "2026-05-07T22:40:00"),
            ("20:02, 16 Sep 2026", "2026-09-16T20:02:00"),
            ("Updated 10:30 AM ET, Tue December 5, 2017", "2017-12-05T10:30:00-05:00"),
            ("Updated: 2017-09-15 17:52 Xinhua", "2017-09-15T17:52:00"),
            ("01 Jun, 2026, 07:00 CEST", "2026-06-01T07:00:00+02:00"),
            ("Thursday 17 September 2026 - Updated Friday 18 September 2026, 9.20am", "2026-09-17"),
            ("Published 07.05.2026 um 12.30 Uhr", "2026-05-07T12:30:00"),
            ("le 3 août 2021 à 07h45", "2021-08-03T07:45:00"),
            ("15 de septiembre de 2020", "2020-09-15"),
            ("2. März 2019", "2019-03-02"),
            ("2020年6月7日", "2020-06-07"),
            ("(China Daily 10/13/2017 page4)", "2017-10-13"),
            ("at 2:57pm PST on Dec 22, 2017", "2017-12-22T14:57:00-08:00"),
            ("2026-05-06T19:05:00+0200", "2026-05-06T19:05:00+02:00"),
            ("2026-05-06T19:05:00.123Z", "2026-05-06T19:05:00Z"),
            ("June 3rd, 2024", "2024-06-03"),
            ("am 31.10.23", "2023-10-31"),
            ("7-May-20", "2020-05-07"),
            ("Published On: 15 August 2025", "2025-08-15"),
            ("10:20 Dec 22, 2017 GMT", "2017-12-22T10:20:00"),
            ("10:20 GMT+3 22 Dec 2017", "2017-12-22T10:20:00+03:00"),
        ];
        for (text, expected) in cases {
            let found = find(text, Locale::UNKNOWN).map(|m| m.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn reads_the_languages_of_the_world() {
        let cases = [
            ("cs", "7. června 2020, 12:30", "2020-06-07T12:30:00"),
            ("cs", "7. 6. 2020", "2020-06-07"),
            ("hr", "7. lipnja 2020.", "2020-06-07"),
            ("hr", "3. listopada 2020.", "2020-10-03"),
            ("pl", "3 listopada 2020", "2020-11-03"),
            ("hu", "2020. június 7., 9:05", "2020-06-07T09:05:00"),
            ("lt", "2020 m. birželio 7 d. 15:10", "2020-06-07T15:10:00"),
            ("lv", "2020. gada 7. jūnijs", "2020-06-07"),
            ("fi", "7. kesäkuuta 2020 klo 8.15", "2020-06-07T08:15:00"),
            ("fi", "7.6.2020 8.15", "2020-06-07T08:15:00"),
            ("ru", "7 июня 2020 г., 18:40", "2020-06-07T18:40:00"),
            ("uk", "7 червня 2020, 18:40", "2020-06-07T18:40:00"),
            ("el", "7 Ιουνίου 2020", "2020-06-07"),
            ("tr", "7 Haziran 2020 Pazar", "2020-06-07"),
            ("ar", "٧ يونيو ٢٠٢٠", "2020-06-07"),
            ("ar", "7 يونيو/حزيران 2020", "2020-06-07"),
            ("ar", "3 كانون الثاني 2020", "2020-01-03"),
            ("fa", "۱۲ تیر ۱۳۹۹", "2020-07-02"),
            ("fa", "۱۳۹۹/۰۴/۱۲ ۱۰:۲۰", "2020-07-02T10:20:00"),
            ("he", "7 ביוני 2020", "2020-06-07"),
            ("ur", "7 جون 2020", "2020-06-07"),
            ("hi", "7 जून 2020", "2020-06-07"),
            ("bn", "৭ জুন ২০২০", "2020-06-07"),
            ("ta", "ஜூன் 7, 2020", "2020-06-07"),
            ("th", "7 มิ.ย. 2563 เวลา 10:15 น.", "2020-06-07T10:15:00"),
            ("th", "7 มิถุนายน พ.ศ. 2563", "2020-06-07"),
            ("vi", "Chủ nhật, 7/6/2020, 10:15 (GMT+7)", "2020-06-07T10:15:00+07:00"),
            ("vi", "ngày 7 tháng 6 năm 2020", "2020-06-07"),
            ("id", "Minggu, 7 Juni 2020 10:15 WIB", "2020-06-07T10:15:00+07:00"),
            ("ko", "2020년 6월 7일 오후 3:20", "2020-06-07T15:20:00"),
            ("ko", "2020.06.07 15:20", "2020-06-07T15:20:00"),
            ("ja", "令和2年6月7日 15時20分", "2020-06-07T15:20:00"),
            ("zh", "民國109年6月7日", "2020-06-07"),
            ("zh", "2020-06-07 下午 3:20", "2020-06-07T15:20:00"),
            ("eu", "2020ko ekainaren 7a", "2020-06-07"),
            ("is", "7. júní 2020", "2020-06-07"),
            ("sv", "7 juni 2020 kl. 15.20", "2020-06-07T15:20:00"),
            ("pt", "07 de junho de 2020 às 15h20", "2020-06-07T15:20:00"),
            ("ro", "7 iunie 2020", "2020-06-07"),
        ];
        for (language, text, expected) in cases {
            let locale = Locale::of(None, language);
            let found = find(text, locale).map(|m| m.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{language}: {text}");
        }
    }

    #[test]
    fn reads_no_date_that_is_not_there() {
        for text in [
            "",
            "May 2026",
            "7 May",
            "31 February 2026",
            "03/04/2026",
            "version 3.4.2026.1 of",
            "Monday 12:30",
            "call 020-7946-2020",
        ] {
            assert_eq!(find(text, Locale::UNKNOWN), None, "{text}");
        }
        let order =
            |order| find("03/04/2026", Locale { order, language: "und" }).map(|m| m.to_string());
        assert_eq!(order(Order::DayFirst).unwrap(), "2026-04-03");
        assert_eq!(order(Order::MonthFirst).unwrap(), "2026-03-04");
    }

    proptest! {
        #[test]
        fn reads_any_text(text in "\\PC{0,60}") {
            let _ = all(&text, Locale::of(None, "th"));
        }

        #[test]
        fn reads_any_numbers(text in "[0-9:/. +-]{0,30}(May|GMT|am|年|ม.ค)?[0-9:/. +-]{0,20}") {
            let _ = all(&text, Locale::of(None, "en-US"));
        }
    }
}
