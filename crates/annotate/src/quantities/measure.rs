//! What a number measures: the currency sign before it, the unit after it.

use std::ops::Range;

use super::{
    Unit,
    number::{Form, Number},
    pieces::{Gap, Piece},
    units,
};

/// A currency sign or code before a number, with its first byte.
pub fn sign(text: &str, pieces: &[Piece], at: usize) -> Option<(Unit, usize)> {
    let start = pieces[at].span.start;
    // "$US6,500" as some papers write "US$6,500".
    let country = text[..start].bytes().rev().take_while(u8::is_ascii_uppercase).count();
    if (1..=2).contains(&country) && text[..start - country].ends_with('$') {
        let unit = units::currency(&format!("{}$", &text[start - country..start]))?;
        return Some((unit, start - country - 1));
    }
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

pub fn unit_at(text: &str, pieces: &[Piece], end: usize) -> Option<units::Found> {
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
pub fn measure(
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

/// What the last digit is worth in the unit that a factor leads to.
pub fn scaled_step(step: f64, factor: f64) -> f64 {
    if factor == units::FAHRENHEIT { step / 1.8 } else { step * factor.abs() }
}

/// A value in the unit that a factor leads to.
pub fn scaled(value: f64, factor: f64) -> f64 {
    if factor == units::FAHRENHEIT {
        return ((value - 32.0) / 1.8 * 10.0).round() / 10.0;
    }
    value * factor
}
