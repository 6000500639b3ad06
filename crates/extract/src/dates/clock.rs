//! A time of day beside a date, with its zone.

use jiff::{
    civil::{Date, Time},
    tz::Offset,
};

use super::{token::Token, zone::zone};

/// A time, and the place of its first token.
pub struct Clock {
    pub at: usize,
    pub time: Time,
    pub offset: Option<Offset>,
}

/// The first time of day in a run of tokens.
pub fn clock(line: &str, tokens: &[Token], date: Date) -> Option<Clock> {
    (0..tokens.len()).find_map(|at| clock_at(line, tokens, at, date))
}

fn clock_at(line: &str, tokens: &[Token], at: usize, date: Date) -> Option<Clock> {
    let hour = tokens[at].number().filter(|_| tokens[at].length <= 2)?;
    let touches = |i: usize| tokens.get(i).is_some_and(|t| t.start == tokens[i - 1].end);
    let two = |i: usize| tokens.get(i).filter(|t| t.length == 2).and_then(Token::number);
    // A number in a longer row of numbers is part of a date.
    if at > 0 && touches(at) && ['.', '/', '-', ':'].iter().any(|m| tokens[at - 1].is(*m)) {
        return None;
    }
    let mut next = at + 1;
    let mut minute = None;
    let mut second = 0;
    let between = tokens.get(next).filter(|_| touches(next) || tokens[next].word().is_some());
    let colon = between.is_some_and(|t| {
        t.is(':')
            || t.is('.')
            || matches!(t.word(), Some("h" | "時" | "时" | "点" | "點" | "시" | "giờ"))
    });
    if colon && let Some(found) = two(next + 1) {
        let dot = tokens[next].is('.');
        // "7.06.2020" is no time.
        if dot && tokens.get(next + 2).is_some_and(|t| t.is('.')) && two(next + 3).is_some()
            || dot && !touches(next + 1)
        {
            return None;
        }
        minute = Some(found);
        next += 2;
        if tokens.get(next).is_some_and(|t| t.is(':'))
            && let Some(found) = two(next + 1)
        {
            second = found;
            next += 2;
            // Fractions of a second.
            if tokens.get(next).is_some_and(|t| t.is('.') && touches(next))
                && tokens.get(next + 1).is_some_and(|t| t.number().is_some() && touches(next + 1))
            {
                next += 2;
            }
        }
    } else if colon && matches!(tokens[next].word(), Some("h")) {
        minute = Some(0);
        next += 1;
    }
    let (half, after) = half(tokens, at, next);
    if minute.is_none() && half.is_none() {
        return None;
    }
    let hour = match half {
        Some(afternoon) if hour <= 12 => hour % 12 + if afternoon { 12 } else { 0 },
        _ => hour,
    };
    let narrow = |part: u32| i8::try_from(part).ok();
    let time =
        Time::new(narrow(hour)?, narrow(minute.unwrap_or(0))?, narrow(second.min(59))?, 0).ok()?;
    Some(Clock { at, time, offset: offset(line, tokens, after, date) })
}

/// Before or after noon, said after the time or before it.
fn half(tokens: &[Token], at: usize, next: usize) -> (Option<bool>, usize) {
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    match word(next) {
        Some("am" | "μ.μ" | "pm") => return (Some(word(next) == Some("pm")), next + 1),
        Some(first @ ("a" | "p"))
            if tokens.get(next + 1).is_some_and(|t| t.is('.')) && word(next + 2) == Some("m") =>
        {
            let dot = usize::from(tokens.get(next + 3).is_some_and(|t| t.is('.')));
            return (Some(first == "p"), next + 3 + dot);
        }
        Some("م" | "مساء" | "μμ") => return (Some(true), next + 1),
        Some("ص" | "صباحا" | "πμ") => return (Some(false), next + 1),
        _ => {}
    }
    match at.checked_sub(1).and_then(word) {
        Some("下午" | "午後" | "오후" | "晚上") => (Some(true), next),
        Some("上午" | "午前" | "오전") => (Some(false), next),
        _ => (None, next),
    }
}

/// A zone right after a time: "Z", "CET", "(BST)", "+02:00", "GMT+3".
fn offset(line: &str, tokens: &[Token], from: usize, date: Date) -> Option<Offset> {
    let mut at = from;
    while tokens.get(at).is_some_and(|t| t.is('(') || t.is(',') || t.word() == Some("uhr")) {
        at += 1;
    }
    let token = tokens.get(at)?;
    if let Some(word) = token.word() {
        let signed = tokens.get(at + 1).is_some_and(|t| t.start == token.end)
            && matches!(word, "gmt" | "utc");
        if signed && let Some(found) = signed_offset(tokens, at + 1) {
            return Some(found);
        }
        let written = &line[token.start..token.end];
        let shouted = written.chars().all(char::is_uppercase);
        return shouted.then(|| zone(written, date)).flatten();
    }
    signed_offset(tokens, at)
}

fn signed_offset(tokens: &[Token], at: usize) -> Option<Offset> {
    let sign = tokens.get(at)?;
    let minus = sign.is('-') || sign.is('−');
    if !minus && !sign.is('+') {
        return None;
    }
    let number = tokens.get(at + 1).filter(|t| t.start == sign.end)?;
    let value = number.number()?;
    let minutes = match number.length {
        1 | 2 => {
            let rest = tokens.get(at + 2).filter(|t| t.is(':')).and(tokens.get(at + 3));
            value * 60 + rest.filter(|t| t.length == 2).and_then(Token::number).unwrap_or(0)
        }
        4 => value / 100 * 60 + value % 100,
        _ => return None,
    };
    let seconds = i32::try_from(minutes).ok().filter(|m| *m <= 14 * 60)? * 60;
    Offset::from_seconds(if minus { -seconds } else { seconds }).ok()
}
