//! Owns amounts: "3", "2 1/2", "twenty-four", "a hundred", "one and a half", "several". It refuses
//! units; those are the grammar's.

use crate::period::Unit;
use crate::scan::Scan;
use crate::word::Word;

/// How many, in thousandths, or nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    Exact(i64),
    Vague,
}

impl Amount {
    pub(crate) const ONE: Amount = Amount::Exact(1000);

    pub(crate) fn whole(n: u32) -> Amount {
        Amount::Exact(i64::from(n) * 1000)
    }

    /// The number as TIMEX3 writes it; `X` where it is not known.
    pub(crate) fn value(self) -> String {
        match self {
            Amount::Vague => "X".to_owned(),
            Amount::Exact(n) if n % 1000 == 0 => (n / 1000).to_string(),
            Amount::Exact(n) => {
                let fraction = format!("{:03}", n % 1000);
                format!("{}.{}", n / 1000, fraction.trim_end_matches('0'))
            }
        }
    }
}

/// A number in digits: "3", "1,000", "2.5", "2 1/2", "2½", "1/2" before a unit.
fn digits(scan: &Scan, i: usize) -> Option<(Amount, usize)> {
    let (first, length) = scan.digits(i)?;
    if length > 7 {
        return None;
    }
    if let (1, true, Some((bottom @ 2..=4, 1)), Word::Unit(_)) =
        (first, scan.glued_punct(i + 1, b'/'), scan.digits(i + 2), scan.word(i + 3))
    {
        return Some((Amount::Exact(1000 / i64::from(bottom)), i + 3));
    }
    let (mut total, mut j) = (i64::from(first), i + 1);
    while scan.glued_punct(j, b',')
        && scan.glued(j + 1)
        && let Some((group, 3)) = scan.digits(j + 1)
        && total < 1_000_000_000
    {
        total = total * 1000 + i64::from(group);
        j += 2;
    }
    let mut total = total * 1000;
    if scan.glued_punct(j, b'.')
        && scan.glued(j + 1)
        && let Some((part, length @ 1..=3)) = scan.digits(j + 1)
    {
        total += i64::from(part) * 10_i64.pow(3 - u32::from(length));
        j += 2;
    } else if scan.word(j) == Word::HalfSign {
        total += 500;
        j += 1;
    } else {
        // "2 1/2" and "2-1/2"
        let k = j + usize::from(scan.hyphen(j));
        if let (Some((top, 1)), true, Some((bottom @ 2..=4, 1))) =
            (scan.digits(k), scan.glued_punct(k + 1, b'/'), scan.digits(k + 2))
            && top < bottom
        {
            total += i64::from(top) * 1000 / i64::from(bottom);
            j = k + 3;
        }
    }
    Some((Amount::Exact(total), j))
}

/// A number below a hundred in words: "nine", "twenty-four", "twenty four".
pub(crate) fn small(scan: &Scan, i: usize) -> Option<(u32, usize)> {
    match scan.word(i) {
        Word::Ones(n) => Some((u32::from(n), i + 1)),
        Word::Tens(tens) => {
            let j = i + 1 + usize::from(scan.hyphen(i + 1));
            match scan.word(j) {
                Word::Ones(n @ 1..=9) => Some((u32::from(tens + n), j + 1)),
                _ => Some((u32::from(tens), i + 1)),
            }
        }
        _ => None,
    }
}

/// A number in words, hundreds and thousands included.
pub(crate) fn words(scan: &Scan, i: usize) -> Option<(u32, usize)> {
    let (mut total, mut j) = match scan.word(i) {
        Word::A if matches!(scan.word(i + 1), Word::Hundred | Word::Thousand) => (1, i + 1),
        _ => small(scan, i)?,
    };
    let mut thousands = 0;
    for _ in 0..3 {
        let k = j + usize::from(scan.hyphen(j));
        match scan.word(k) {
            Word::Hundred if total < 100 => (total, j) = (total * 100, k + 1),
            Word::Thousand if thousands == 0 && total > 0 => {
                (thousands, total, j) = (total * 1000, 0, k + 1);
                if let Some((rest, end)) = small(scan, j) {
                    (total, j) = (rest, end);
                }
                continue;
            }
            _ => break,
        }
        let k = j + usize::from(scan.word(j) == Word::And);
        if let Some((rest, end)) = small(scan, k) {
            (total, j) = (total + rest, end);
        }
    }
    Some((total + thousands, j))
}

/// Any amount that can stand before a unit. "a" and "an" are left to the caller unless more
/// follows ("a few", "a couple of", "a dozen", "a hundred", "half a").
pub(crate) fn amount(scan: &Scan, i: usize) -> Option<(Amount, usize)> {
    match scan.word(i) {
        Word::Digits(..) => {
            let (amount, j) = digits(scan, i)?;
            // "5 and a half minutes"
            match (amount, fraction(scan, j)) {
                (Amount::Exact(n), Some((more, end))) => Some((Amount::Exact(n + more), end)),
                _ => Some((amount, j)),
            }
        }
        Word::HalfSign => Some((Amount::Exact(500), i + 1)),
        Word::Several => {
            let of = usize::from(scan.word(i + 1) == Word::Of);
            Some((Amount::Vague, i + 1 + of))
        }
        Word::Couple | Word::Dozen => several(scan, i),
        Word::Half => {
            let j = i + 1 + usize::from(scan.hyphen(i + 1));
            let j = j + usize::from(scan.word(j) == Word::Of);
            let j = j + usize::from(matches!(scan.word(j), Word::A | Word::The));
            Some((Amount::Exact(500), j))
        }
        Word::A => match scan.word(i + 1) {
            Word::Several => Some((Amount::Vague, i + 2)),
            Word::Couple | Word::Dozen => several(scan, i + 1),
            Word::Half => Some((Amount::Exact(500), i + 2 + usize::from(scan.hyphen(i + 2)))),
            Word::Hundred | Word::Thousand => {
                words(scan, i).map(|(n, end)| (Amount::whole(n), end))
            }
            _ => None,
        },
        Word::Ones(_) | Word::Tens(_) => {
            let (n, j) = words(scan, i)?;
            if let Some((more, end)) = fraction(scan, j) {
                return Some((Amount::Exact(i64::from(n) * 1000 + more), end));
            }
            Some((Amount::whole(n), j))
        }
        _ => None,
    }
}

fn several(scan: &Scan, i: usize) -> Option<(Amount, usize)> {
    let of = usize::from(scan.word(i + 1) == Word::Of);
    match scan.word(i) {
        Word::Couple => Some((Amount::whole(2), i + 1 + of)),
        Word::Dozen => Some((Amount::whole(12), i + 1)),
        _ => None,
    }
}

/// "and a half", "-and-a-half", "and three quarters": thousandths on top of a whole number.
fn fraction(scan: &Scan, j: usize) -> Option<(i64, usize)> {
    let at = |j: usize| j + usize::from(scan.hyphen(j));
    let j = at(j);
    if scan.word(j) != Word::And {
        return None;
    }
    let k = at(j + 1);
    let article = scan.word(k) == Word::A;
    let k = if article { at(k + 1) } else { k };
    let quarter =
        |k: usize| matches!(scan.word(k), Word::Unit(Unit::Quarter) | Word::Units(Unit::Quarter));
    let end = |k: usize| k + usize::from(scan.word(k) == Word::Of);
    match scan.word(k) {
        Word::Half => Some((500, k + 1)),
        Word::Unit(Unit::Quarter) if article => Some((250, end(k + 1))),
        Word::Ones(n @ 1..=3)
            if quarter(k + 1)
                && matches!(scan.word(end(k + 2)), Word::Unit(_) | Word::Units(_)) =>
        {
            Some((250 * i64::from(n), end(k + 2)))
        }
        _ => None,
    }
}
