//! Numbers in digits and words: "1,200", "2.5 million", "two hundred and five",
//! "a dozen", "two and a half", "dozens", "two-thirds".

use super::pieces::{Gap, Piece};

/// A number as read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value; the low end of a vague one.
    pub low: f64,
    /// The same, or the high end of a vague one ("dozens").
    pub high: f64,
    /// What its last digit is worth: "1.2 million" is known to 100,000.
    pub step: f64,
    /// The factor of the magnitude word, 1 if there is none.
    pub scale: f64,
    /// What sort of number it is.
    pub form: Form,
    /// The piece after its last one.
    pub end: usize,
}

/// Sorts of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "14", "fourteen".
    Cardinal,
    /// "14th", "third".
    Ordinal,
    /// "half", "two-thirds", as percent.
    Share,
    /// "dozens", "hundreds of thousands".
    Vague,
}

impl Number {
    fn exact(value: f64, step: f64, scale: f64, end: usize) -> Self {
        Self { low: value, high: value, step, scale, form: Form::Cardinal, end }
    }
}

/// The number that begins at a piece.
pub fn number(pieces: &[Piece], at: usize) -> Option<Number> {
    share(pieces, at)
        .or_else(|| vague(pieces, at))
        .or_else(|| ordinal(pieces, at))
        .or_else(|| digits(pieces, at))
        .or_else(|| worded(pieces, at))
}

fn lower(pieces: &[Piece], at: usize) -> &str {
    pieces.get(at).map_or("", |p| p.lower.as_str())
}

/// The word at a piece that a space or a hyphen ties to the one before.
fn tied(pieces: &[Piece], at: usize) -> &str {
    match pieces.get(at) {
        Some(p) if matches!(p.gap, Gap::Space | Gap::Hyphen | Gap::Glued) => p.lower.as_str(),
        _ => "",
    }
}

/// Whether a number can begin with, or be, this word.
pub fn is_word(lower: &str) -> bool {
    small(lower).is_some()
        || magnitude(lower).is_some()
        || many(lower).is_some()
        || ORDINALS.contains(&lower)
        || matches!(lower, "half" | "several" | "few" | "tens" | "quarter" | "quarters" | "thirds")
        || lower.len() > 4 && (lower.ends_with("th") || lower.ends_with("ths"))
}

/// What the plural of a magnitude is at least.
fn many(lower: &str) -> Option<f64> {
    Some(match lower {
        "dozens" => 24.0,
        "scores" => 40.0,
        "hundreds" => 200.0,
        "thousands" => 2e3,
        "millions" => 2e6,
        "billions" => 2e9,
        "trillions" => 2e12,
        _ => return None,
    })
}

/// How many a magnitude word multiplies by.
pub fn magnitude(lower: &str) -> Option<f64> {
    Some(match lower {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mn" | "mln" | "mil" => 1e6,
        "crore" => 1e7,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// The same for letters glued to digits.
fn glued_magnitude(pieces: &[Piece], at: usize) -> Option<f64> {
    let piece = pieces.get(at).filter(|p| p.gap == Gap::Glued)?;
    Some(match piece.lower.as_str() {
        "k" => 1e3,
        "b" => 1e9,
        // "a 5m wall" is measured, "5m people" is counted.
        "m" if !matches!(
            tied(pieces, at + 1),
            "high"
                | "tall"
                | "deep"
                | "wide"
                | "long"
                | "away"
                | "above"
                | "below"
                | "from"
                | "sprint"
                | "race"
                | "hurdles"
                | "freestyle"
                | "apart"
                | "thick"
                | "underwater"
        ) =>
        {
            1e6
        }
        other => magnitude(other).filter(|_| other != "mil")?,
    })
}

fn digits(pieces: &[Piece], at: usize) -> Option<Number> {
    let body = pieces.get(at)?.lower.as_str();
    if !body.starts_with(|c: char| c.is_ascii_digit())
        || body.bytes().filter(|b| *b == b'.').count() > 1
    {
        return None;
    }
    let plain: String = body.chars().filter(|c| *c != ',').collect();
    let plain = plain.trim_end_matches('.');
    let mut value: f64 = plain.parse().ok()?;
    let mut step = plain.find('.').map_or(1.0, |dot| 0.1_f64.powi((plain.len() - dot - 1) as i32));
    let mut end = at + 1;
    let mut scale = 1.0;
    // "2 1/2" and "2½" are rare enough to leave.
    let times = glued_magnitude(pieces, end)
        .or_else(|| magnitude(tied(pieces, end)).filter(|_| tied(pieces, end) != "mil"));
    if let Some(times) = times {
        scale = times;
        end += 1;
        if let Some(more) = magnitude(tied(pieces, end)) {
            scale *= more;
            end += 1;
        }
        // 2.07 billion is 2,070,000,000 and no fraction less.
        value = (value * scale * 1e3).round() / 1e3;
        step *= scale;
    } else if pieces.get(end).is_some_and(|p| p.gap == Gap::Glued)
        && matches!(lower(pieces, end), "s" | "x" | "d" | "a" | "i" | "q")
    {
        return None;
    }
    Some(Number::exact(value, step, scale, end))
}

fn ordinal(pieces: &[Piece], at: usize) -> Option<Number> {
    let make = |value: f64, end: usize| Number {
        form: Form::Ordinal,
        ..Number::exact(value, 1.0, 1.0, end)
    };
    let word = lower(pieces, at);
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let next = pieces.get(at + 1).filter(|p| p.gap == Gap::Glued)?;
        let value = word.replace(',', "").parse().ok()?;
        return matches!(next.lower.as_str(), "st" | "nd" | "rd" | "th")
            .then(|| make(value, at + 2));
    }
    if let Some(value) = ORDINALS.iter().position(|w| *w == word) {
        return Some(make(value as f64 + 1.0, at + 1));
    }
    let tens = TENS.iter().position(|w| *w == word).map(|n| (n as f64 + 2.0) * 10.0);
    if let (Some(tens), Some(unit)) =
        (tens, ORDINALS.iter().take(9).position(|w| *w == tied(pieces, at + 1)))
    {
        return Some(make(tens + unit as f64 + 1.0, at + 2));
    }
    let round = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth"];
    if let Some(value) = round.iter().position(|w| *w == word) {
        return Some(make((value as f64 + 2.0) * 10.0, at + 1));
    }
    match word {
        "hundredth" => Some(make(100.0, at + 1)),
        "thousandth" => Some(make(1000.0, at + 1)),
        _ => None,
    }
}

/// "half", "a third of", "two-thirds", "one in five", "half a million".
fn share(pieces: &[Piece], at: usize) -> Option<Number> {
    let make = |value: f64, end: usize| Number {
        form: Form::Share,
        ..Number::exact(value, 1.0, 1.0, end)
    };
    let (word, next, third) = (lower(pieces, at), tied(pieces, at + 1), tied(pieces, at + 2));
    match (word, next) {
        ("half", "a" | "an") => {
            if let Some(times) = magnitude(third) {
                return Some(Number::exact(times / 2.0, times / 10.0, times, at + 3));
            }
            let unit = matches!(
                third,
                "hour" | "mile" | "day" | "century" | "year" | "decade" | "percentage"
            );
            return unit.then(|| Number::exact(0.5, 0.1, 1.0, at + 2));
        }
        ("half", next) if magnitude(next).is_some() => {
            let times = magnitude(next)?;
            return Some(Number::exact(times / 2.0, times / 10.0, times, at + 2));
        }
        ("half", "of" | "the" | "its" | "their" | "his" | "her") => {
            return Some(make(50.0, at + 1));
        }
        ("a" | "one", "half") if third == "of" => return Some(make(50.0, at + 2)),
        _ => {}
    }
    let count = if word == "a" { Some(1.0) } else { small(word) }?;
    if next == "in" || next == "out" && third == "of" {
        let at = at + if next == "in" { 2 } else { 3 };
        let of = small(tied(pieces, at)).or_else(|| tied(pieces, at).parse().ok())?;
        let fits = word == "one" && of >= 2.0 && !tied(pieces, at + 1).is_empty()
            || next == "out" && of > count && of <= 10.0;
        return fits.then(|| make(100.0 * count / of, at + 1));
    }
    let part = match next {
        "half" | "halves" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    };
    let joined = pieces[at + 1].gap == Gap::Hyphen;
    let plural = next.ends_with('s') && count > 1.0;
    // "two-thirds", "one-third"; "a-third" is nobody's, and "one-quarter point" is no share.
    let measures = MEASURES.contains(&third);
    let alone = joined && !measures && (plural || word == "one" && !next.ends_with('s'));
    (count < part && (third == "of" || alone || plural && next != "quarters" && !measures))
        .then(|| make((10000.0 * count / part).round() / 100.0, at + 2))
}

/// What is measured in parts: "one-quarter point".
const MEASURES: &[&str] = &[
    "point", "points", "percent", "mile", "miles", "inch", "inches", "hour", "hours", "cent",
    "cents", "acre", "acres", "ounce", "ounces", "cup", "cups", "final", "finals",
];

/// "dozens", "tens of thousands", "several hundred", "a few thousand".
fn vague(pieces: &[Piece], at: usize) -> Option<Number> {
    let make = |low: f64, high: f64, end: usize| {
        Some(Number { low, high, step: low, scale: 1.0, form: Form::Vague, end })
    };
    let (word, next, third) = (lower(pieces, at), tied(pieces, at + 1), tied(pieces, at + 2));
    if matches!(word, "tens" | "hundreds" | "dozens") && next == "of" {
        if let Some(low) = many(third) {
            let times = if word == "tens" {
                10.0
            } else if word == "dozens" {
                12.0
            } else {
                100.0
            };
            return make(low * times, low * times * 5.0, at + 3);
        }
        if word == "tens" {
            return None;
        }
    }
    // "scored", "the scores were level": only what is counted.
    if let Some(low) = many(word) {
        let counts = word != "scores" || next == "of";
        return if counts {
            make(low, if word == "scores" { 99.0 } else { low * 5.0 }, at + 1)
        } else {
            None
        };
    }
    if matches!(word, "several" | "few" | "many") {
        let times = magnitude(next)?;
        let low = if word == "few" { 2.0 } else { 3.0 };
        return make(low * times, 9.0 * times, at + 2);
    }
    if word == "a" && next == "few" {
        let times = magnitude(third)?;
        return make(2.0 * times, 9.0 * times, at + 3);
    }
    None
}

/// Numbers in words with their magnitudes.
fn worded(pieces: &[Piece], at: usize) -> Option<Number> {
    let word = lower(pieces, at);
    if word == "a" || word == "an" {
        let times = magnitude(tied(pieces, at + 1))?;
        let mut found = Number::exact(times, 1.0, times, at + 2);
        if (100.0..=1000.0).contains(&times)
            && tied(pieces, at + 2) == "and"
            && let Some(more) = small(tied(pieces, at + 3)).filter(|m| *m > 0.0)
        {
            found = Number::exact(times + more, 1.0, 1.0, at + 4);
        }
        if let Some(more) = magnitude(tied(pieces, found.end)) {
            found = Number::exact(found.low * more, more, found.scale * more, found.end + 1);
        }
        return Some(found);
    }
    let first = small(word)?;
    let (mut total, mut current, mut scale) = (0.0, first, 1.0);
    let mut end = at + 1;
    let mut tens = (20.0..100.0).contains(&first) && first % 10.0 == 0.0;
    loop {
        let next = tied(pieces, end);
        if let Some(unit) = small(next).filter(|u| tens && (1.0..10.0).contains(u)) {
            current += unit;
            tens = false;
            end += 1;
        } else if let Some(times) = magnitude(next) {
            if times == 100.0 {
                current *= 100.0;
            } else {
                total += current * times;
                current = 0.0;
            }
            scale = times;
            tens = false;
            end += 1;
        } else if next == "and" && tied(pieces, end + 1) == "a" && tied(pieces, end + 2) == "half" {
            current += 0.5;
            end += 3;
        } else if scale >= 100.0 {
            let skip = usize::from(next == "and");
            let Some(more) = small(tied(pieces, end + skip)).filter(|m| *m < scale && *m > 0.0)
            else {
                break;
            };
            if skip == 1 && scale >= 1e6 {
                break;
            }
            current += more;
            tens = (20.0..100.0).contains(&more) && more % 10.0 == 0.0;
            scale = 1.0;
            end += skip + 1;
        } else {
            break;
        }
    }
    let value = total + current;
    let round = if scale > 1.0 { scale } else { 1.0 };
    // Words give round numbers: "two million" is known to a million.
    let step = if value % round == 0.0 && round >= 1e6 { round } else { 1.0 };
    Some(Number::exact(value, step, round, end))
}

/// Whether a lower-case word is a number: "12", "twelve", "third", "dozen".
pub fn is_number(lower: &str) -> bool {
    lower.starts_with(|c: char| c.is_ascii_digit())
        || lower.split('-').all(|part| small(part).is_some() || ORDINALS.contains(&part))
        || magnitude(lower).is_some()
}

/// The value of a simple number word.
pub fn small(word: &str) -> Option<f64> {
    if let Some(at) = UNITS.iter().position(|w| *w == word) {
        return Some(at as f64);
    }
    TENS.iter().position(|w| *w == word).map(|at| (at as f64 + 2.0) * 10.0)
}

#[rustfmt::skip]
const UNITS: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
];

const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

#[rustfmt::skip]
const ORDINALS: [&str; 19] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
];
