//! Quantities: a value or a range, its unit, its bound and what is counted,
//! normalised so that two sentences can be compared.
//!
//! Read from the words alone, so that every sentence of every article can have
//! them. `pieces` cuts words, `number` reads numbers, `units` measures them,
//! `labels` finds the numbers that count nothing, `bounds` and `counted` look
//! at the words around, `compare` holds two quantities against each other.

mod bounds;
mod compare;
mod counted;
mod labels;
mod number;
mod pieces;
mod units;

use std::ops::Range;

pub use bounds::Bound;
pub use compare::Relation;
pub use number::is_number;
pub use units::Unit;

use crate::words::Word;
use number::{Form, Number, number};
use pieces::{Gap, Piece, pieces};

/// A number in a sentence, normalised so that two can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Bytes of the text: the number with its magnitude, sign and unit.
    pub span: Range<usize>,
    /// The number in the unit's base, magnitude applied; the low end of a range.
    pub value: f64,
    /// The high end of a range; else the value.
    pub high: f64,
    /// What the last digit is worth: "1.2 million" is known to 100,000.
    pub step: f64,
    /// What kind of number.
    pub unit: Unit,
    /// What the number as written was multiplied by to get to the base.
    pub factor: f64,
    /// Whether it is exact.
    pub bound: Bound,
    /// Stems of the words that say what is counted, head last: "14 people".
    pub counted: Vec<String>,
    /// What a rate is for: the stem of "share" in "€44 a share".
    pub per: Option<String>,
    /// The place in the list of the figure that this one gives in another
    /// unit: "150 km/h (93 mph)". It is no second figure.
    pub converts: Option<usize>,
}

impl Quantity {
    /// Whether it says how much there is of something, and is no conversion.
    pub fn is_figure(&self) -> bool {
        self.unit.is_amount() && self.converts.is_none()
    }

    /// Whether it gives a low and a high end.
    pub fn is_range(&self) -> bool {
        self.high > self.value
    }
}

/// The quantities among these words of `text`.
///
/// ```
/// # use throughline_annotate::{Bound, Unit, quantities, words};
/// let text = "at least 14 people died in the two-day storm, which cost €3.2bn";
/// let found = quantities(text, &words(text, 0..text.len(), true));
/// assert_eq!((found[0].value, found[0].bound), (14.0, Bound::AtLeast));
/// assert_eq!((found[1].value, found[1].unit), (172_800.0, Unit::Time));
/// assert_eq!((found[2].value, found[2].unit), (3.2e9, Unit::Money("euro")));
/// ```
pub fn quantities(text: &str, words: &[Word]) -> Vec<Quantity> {
    if !words.iter().any(|w| may_hold_number(&w.lower)) {
        return Vec::new();
    }
    let pieces = pieces(text, words);
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let read = (!is_tail(&pieces, at)).then(|| read(text, &pieces, at)).flatten();
        let Some((quantities, end)) = read else {
            at += 1;
            continue;
        };
        for mut quantity in quantities {
            quantity.converts = converted(text, &found, &quantity);
            found.push(quantity);
        }
        at = end.max(at + 1);
    }
    found
}

/// A quick test that most words fail.
fn may_hold_number(lower: &str) -> bool {
    lower.bytes().any(|b| b.is_ascii_digit())
        || lower.split('-').any(|part| {
            number::small(part).is_some()
                || matches!(
                    part,
                    "half"
                        | "dozen"
                        | "dozens"
                        | "scores"
                        | "hundred"
                        | "hundreds"
                        | "thousand"
                        | "thousands"
                        | "million"
                        | "millions"
                        | "billion"
                        | "billions"
                        | "trillion"
                        | "first"
                        | "second"
                        | "third"
                        | "quarter"
                        | "quarters"
                        | "thirds"
                        | "several"
                        | "few"
                        | "fifth"
                        | "tenth"
                        | "couple"
                )
                || part.len() > 4 && part.ends_with("th")
        })
}

/// Digits after letters and a hyphen: "F-16", "Covid-19", "mid-20s".
fn is_tail(pieces: &[Piece], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| &pieces[i]) else { return false };
    let letters = before.lower.starts_with(char::is_alphabetic);
    let glued = matches!(pieces[at].gap, Gap::Hyphen | Gap::Glued) && letters;
    let counts = number::small(&before.lower).is_some()
        || matches!(before.lower.as_str(), "minus" | "plus" | "post" | "pre" | "roughly");
    glued && !counts
}

/// What begins at a piece, and the piece after it.
fn read(text: &str, pieces: &[Piece], at: usize) -> Option<(Vec<Quantity>, usize)> {
    let mut number = number(pieces, at)?;
    if is_score(pieces, at, &number) {
        let second =
            self::number::number(pieces, number.end + usize::from(!is_digit(pieces, number.end)))?;
        return Some((vec![plain(text, pieces, at, second.end, &number, Unit::Label)], second.end));
    }
    let sign = sign(text, pieces, at);
    let mut end = number.end;
    if sign.is_none()
        && unit_at(text, pieces, end).is_none()
        && let Some((unit, end)) = labels::label(text, pieces, at, &number)
    {
        let end = season(pieces, end, unit);
        return Some((vec![plain(text, pieces, at, end, &number, unit)], end));
    }
    if number.form == Form::Cardinal
        && let Some(unit) = age_of(text, pieces, at, &number)
    {
        return Some((vec![plain(text, pieces, at, end, &number, unit)], end));
    }
    let mut high = number;
    if let Some(other) = range(pieces, at, &number) {
        high = other;
        end = other.end;
        // "3 to 5 million": the magnitude is for both.
        if number.scale == 1.0 && high.scale > 1.0 && number.low < high.low / high.scale {
            number.low *= high.scale;
            number.high *= high.scale;
            number.step *= high.scale;
        }
    }
    let (unit, factor, after, span) = measure(text, pieces, at, end, &number, sign)?;
    if is_idle_one(pieces, at, &number, unit, after) {
        return None;
    }
    let mut quantity = Quantity {
        span,
        value: scaled(number.low, factor),
        high: scaled(if high.end == number.end { number.high } else { high.high }, factor),
        step: (number.step.max(high.step) * factor.abs()).max(0.0),
        unit,
        factor,
        bound: bounds::bound(text, pieces, at, after),
        counted: Vec::new(),
        per: None,
        converts: None,
    };
    if number.form == Form::Vague && quantity.bound == Bound::Exact {
        quantity.bound = Bound::About;
    }
    if text[..pieces[at].span.start].ends_with(['-', '−']) && is_negative(text, pieces, at)
        || at > 0 && pieces[at - 1].lower == "minus"
    {
        (quantity.value, quantity.high) = (-quantity.high, -quantity.value);
    }
    if let Some((per, _)) = counted::per(pieces, after) {
        quantity.per = Some(per);
    }
    if unit == Unit::Count {
        let (stems, noun_end) = counted::counted(pieces, after);
        if quantity.per.is_none() {
            quantity.counted = stems;
            if noun_end > after {
                quantity.per =
                    counted::per(pieces, noun_end).map(|(per, _)| per).filter(|per| per != "each");
            }
        }
        if quantity.bound == Bound::Exact {
            quantity.bound = bounds::later(pieces, noun_end).unwrap_or(Bound::Exact);
        }
    } else if quantity.per.is_none() {
        quantity.counted = counted::of_what(pieces, after, unit);
    }
    Some((vec![quantity], after))
}

fn plain(
    text: &str,
    pieces: &[Piece],
    at: usize,
    end: usize,
    number: &Number,
    unit: Unit,
) -> Quantity {
    Quantity {
        span: pieces[at].span.start..pieces[end - 1].span.end,
        value: number.low,
        high: number.high,
        step: number.step,
        unit,
        factor: 1.0,
        bound: if unit == Unit::Age { bounds::bound(text, pieces, at, end) } else { Bound::Exact },
        counted: Vec::new(),
        per: None,
        converts: None,
    }
}

fn scaled(value: f64, factor: f64) -> f64 {
    if factor == units::FAHRENHEIT {
        return ((value - 32.0) / 1.8 * 10.0).round() / 10.0;
    }
    value * factor
}

fn is_digit(pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|p| p.lower.starts_with(|c: char| c.is_ascii_digit()))
}

/// "2014-15" is one season.
fn season(pieces: &[Piece], end: usize, unit: Unit) -> usize {
    let tail = pieces.get(end).is_some_and(|p| {
        matches!(p.gap, Gap::Hyphen | Gap::Dash)
            && matches!(p.lower.len(), 2 | 4)
            && is_digit(pieces, end)
    });
    let year = end.checked_sub(1).is_some_and(|i| pieces[i].lower.len() == 4);
    end + usize::from(unit == Unit::Calendar && tail && year)
}

/// The age of "a 43-year-old", whose unit would else be time.
fn age_of(text: &str, pieces: &[Piece], at: usize, number: &Number) -> Option<Unit> {
    labels::label(text, pieces, at, number).map(|(unit, _)| unit).filter(|u| *u == Unit::Age)
}

/// "won 3-1", "voted 217 to 213", "a 5-4 ruling": no range, since it falls, or
/// since a contest has it.
fn is_score(pieces: &[Piece], at: usize, number: &Number) -> bool {
    let (joined, next) = match pieces.get(number.end) {
        Some(p) if matches!(p.gap, Gap::Hyphen | Gap::Dash) && is_digit(pieces, number.end) => {
            (true, number.end)
        }
        Some(p)
            if matches!(p.lower.as_str(), "to" | "against")
                && matches!(p.gap, Gap::Space | Gap::Hyphen) =>
        {
            (false, number.end + 1)
        }
        _ => return false,
    };
    let Some(other) = self::number::number(pieces, next) else { return false };
    if number.form != Form::Cardinal
        || other.form != Form::Cardinal
        || number.scale != 1.0
        || other.scale != 1.0
    {
        return false;
    }
    // Seasons and telephones have rules of their own.
    if joined && (pieces[at].lower.len() >= 4 || pieces[next].lower.len() >= 4 && other.low > 999.0)
    {
        return false;
    }
    let contest = (1..=3).any(|n| {
        at.checked_sub(n).is_some_and(|i| {
            matches!(
                pieces[i].lower.as_str(),
                "won"
                    | "win"
                    | "wins"
                    | "beat"
                    | "beats"
                    | "lost"
                    | "lose"
                    | "drew"
                    | "draw"
                    | "voted"
                    | "vote"
                    | "votes"
                    | "ruled"
                    | "score"
                    | "led"
                    | "defeated"
                    | "trailed"
                    | "passed"
                    | "leads"
            )
        })
    }) || pieces.get(other.end).is_some_and(|p| {
        p.gap == Gap::Space
            && matches!(
                p.lower.as_str(),
                "win"
                    | "victory"
                    | "defeat"
                    | "loss"
                    | "vote"
                    | "ruling"
                    | "decision"
                    | "draw"
                    | "lead"
                    | "margin"
                    | "majority"
                    | "favor"
                    | "favour"
            )
    });
    let moved = at > 0 && pieces[at - 1].lower == "from";
    (joined && number.low >= other.low || contest && !moved)
        && units::unit(pieces, other.end).is_none()
}

/// The high end of a range that begins with a number.
fn range(pieces: &[Piece], at: usize, low: &Number) -> Option<Number> {
    if !matches!(low.form, Form::Cardinal) {
        return None;
    }
    // The low end may have its unit: "10 percent to 12 percent", "€3bn-€4bn".
    let mut next = low.end;
    // A sign of percent is no piece.
    if let Some((_, _, after)) =
        units::unit(pieces, next).filter(|u| u.0 == Unit::Percent || u.0.is_converted())
    {
        next = after;
    }
    let joint = pieces.get(next)?;
    let before = |n: usize| at.checked_sub(n).map_or("", |i| pieces[i].lower.as_str());
    let ranges =
        matches!(before(2), "ranging" | "ranged" | "range" | "ranges" | "anywhere" | "varying");
    let from = match joint.lower.as_str() {
        // "rose from 10 to 12" tells two figures.
        "to" if joint.gap == Gap::Space || joint.gap == Gap::Hyphen => {
            if before(1) == "from" && !ranges || is_rise(before(1)) {
                return None;
            }
            next + 1
        }
        "and" if before(1) == "between" || before(2) == "between" => next + 1,
        "or" => next + 1,
        _ if matches!(joint.gap, Gap::Hyphen | Gap::Dash) && is_digit(pieces, next) => next,
        _ => return None,
    };
    let second = pieces.get(from)?;
    if !matches!(second.gap, Gap::Space | Gap::Hyphen | Gap::Dash | Gap::Sign) {
        return None;
    }
    let high = number(pieces, from).filter(|n| n.form == Form::Cardinal)?;
    if joint.lower == "or"
        && !(high.low > low.low && high.low <= low.low * 2.0 + 1.0 && high.low < 100.0)
    {
        return None;
    }
    let low_value = if low.scale == 1.0 && low.low < high.low / high.scale {
        low.low * high.scale
    } else {
        low.low
    };
    (high.low > low_value).then_some(high)
}

fn is_rise(word: &str) -> bool {
    matches!(word, "by")
}

/// A currency sign or code before a number, with its first byte.
fn sign(text: &str, pieces: &[Piece], at: usize) -> Option<(Unit, usize)> {
    let start = pieces[at].span.start;
    let mark = text[..start].chars().next_back()?;
    if "$€£¥₹₽₩".contains(mark) {
        let from = start - mark.len_utf8();
        let letters = text[..from].bytes().rev().take_while(u8::is_ascii_uppercase).count().min(2);
        let coded = &text[from - letters..start];
        if let Some(unit) = units::currency(coded) {
            return Some((unit, from - letters));
        }
        return Some((units::currency(&text[from..start])?, from));
    }
    let code = pieces.get(at.checked_sub(1)?)?;
    let upper = text[code.span.clone()].chars().all(char::is_uppercase) || code.lower == "rs";
    let unit = units::currency(&code.lower).filter(|_| upper && pieces[at].gap == Gap::Space)?;
    Some((unit, code.span.start))
}

fn unit_at(text: &str, pieces: &[Piece], end: usize) -> Option<units::Found> {
    let stop = pieces[end - 1].span.end;
    if text[stop..].starts_with('%') {
        let points = pieces.get(end).is_some_and(|p| p.lower == "points" || p.lower == "point");
        return Some((
            if points { Unit::Points } else { Unit::Percent },
            1.0,
            end + usize::from(points),
        ));
    }
    if let Some(rest) = text[stop..].strip_prefix('°').or_else(|| text[stop..].strip_prefix("ºC"))
    {
        let factor = if rest.starts_with('F') { units::FAHRENHEIT } else { 1.0 };
        return Some((Unit::Celsius, factor, end + usize::from(rest.starts_with(['F', 'C']))));
    }
    units::unit(pieces, end)
}

/// Unit, factor, the piece after, and the bytes of the whole.
fn measure(
    text: &str,
    pieces: &[Piece],
    at: usize,
    end: usize,
    number: &Number,
    sign: Option<(Unit, usize)>,
) -> Option<(Unit, f64, usize, Range<usize>)> {
    let start = pieces[at].span.start;
    if let Some((unit, from)) = sign {
        // "$5 billion dollars", "$1.2bn USD"
        let after = units::unit(pieces, end).filter(|u| u.0 == unit).map_or(end, |u| u.2);
        return Some((unit, 1.0, after, from..pieces[after - 1].span.end));
    }
    match number.form {
        Form::Ordinal => return Some((Unit::Ordinal, 1.0, end, start..pieces[end - 1].span.end)),
        Form::Share => return Some((Unit::Percent, 1.0, end, start..pieces[end - 1].span.end)),
        _ => {}
    }
    // "magnitude 6.4"
    if at > 0 && pieces[at - 1].lower == "magnitude" && pieces[at].gap == Gap::Space
        || at > 1 && pieces[at - 1].lower == "of" && pieces[at - 2].lower == "magnitude"
    {
        return Some((Unit::Magnitude, 1.0, end, start..pieces[end - 1].span.end));
    }
    let Some((unit, factor, after)) = unit_at(text, pieces, end) else {
        return Some((Unit::Count, 1.0, end, start..pieces[end - 1].span.end));
    };
    let stop = if after > end { pieces[after - 1].span.end } else { pieces[end - 1].span.end };
    let stop = stop.max(
        pieces[end - 1].span.end + usize::from(text[pieces[end - 1].span.end..].starts_with('%')),
    );
    let after = after.max(end);
    Some((unit, factor, after, start..stop))
}

/// "one of them", "no one", "one day": seldom worth comparing. "One dead",
/// "one percent" and "one-day" are.
fn is_idle_one(pieces: &[Piece], at: usize, number: &Number, unit: Unit, after: usize) -> bool {
    if pieces[at].lower != "one" || number.scale != 1.0 || number.end != at + 1 {
        return false;
    }
    let next = pieces.get(after).filter(|p| p.gap == Gap::Space).map_or("", |p| p.lower.as_str());
    match unit {
        Unit::Count => !matches!(
            next,
            "person" | "dead" | "man" | "woman" | "child" | "civilian" | "soldier" | "officer"
        ),
        Unit::Time | Unit::Months => pieces[number.end].gap != Gap::Hyphen,
        _ => false,
    }
}

fn is_negative(text: &str, pieces: &[Piece], at: usize) -> bool {
    let start = pieces[at].span.start;
    let head = text[..start].trim_end_matches(['-', '−']);
    head.is_empty() || head.ends_with([' ', '('])
}

/// The figure that a quantity in brackets gives in another unit.
fn converted(text: &str, found: &[Quantity], quantity: &Quantity) -> Option<usize> {
    let at = found.len().checked_sub(1)?;
    let before = &found[at];
    let gap = text.get(before.span.end..quantity.span.start)?.trim();
    let opened = gap.strip_prefix('(').map(str::trim);
    let told = gap
        .strip_prefix(", or ")
        .or_else(|| gap.strip_prefix(",or "))
        .or_else(|| gap.strip_prefix("or "));
    let about = |rest: &str| {
        matches!(
            rest.trim(),
            "" | "about"
                | "around"
                | "roughly"
                | "nearly"
                | "some"
                | "almost"
                | "or"
                | "approximately"
                | "c."
                | "just over"
                | "just under"
                | "more than"
        )
    };
    let follows = opened.is_some_and(about)
        || told.is_some_and(about)
        || matches!(gap, "or" | ", or" | ", about" | ", or about");
    if !follows || !before.unit.is_converted() || !quantity.unit.is_converted() {
        return None;
    }
    let at = before.converts.unwrap_or(at);
    match (before.unit, quantity.unit) {
        (Unit::Money(a), Unit::Money(b)) if a != b => Some(at),
        (a, b) if a == b && !matches!(a, Unit::Money(_)) && before.factor != quantity.factor => {
            let (x, y) = (before.value.abs().max(1e-9), quantity.value.abs().max(1e-9));
            (x / y < 1.12 && y / x < 1.12 || a == Unit::Celsius).then_some(at)
        }
        _ => None,
    }
}
