//! Two numbers side by side: a range, a season, the score of a contest.

use super::{
    Unit,
    measure::unit_at,
    number::{Form, Number, number},
    pieces::{Gap, Piece},
    units,
};

pub fn is_digit(pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|p| p.lower.starts_with(|c: char| c.is_ascii_digit()))
}

/// "2014-15" is one season.
pub fn season(pieces: &[Piece], end: usize, unit: Unit) -> usize {
    let tail = pieces.get(end).is_some_and(|p| {
        matches!(p.gap, Gap::Hyphen | Gap::Dash)
            && matches!(p.lower.len(), 2 | 4)
            && is_digit(pieces, end)
    });
    let year = end.checked_sub(1).is_some_and(|i| pieces[i].lower.len() == 4);
    end + usize::from(unit == Unit::Calendar && tail && year)
}

/// "won 3-1", "voted 217 to 213", "a 5-4 ruling": no range, since it falls, or
/// since a contest has it.
pub fn is_score(text: &str, pieces: &[Piece], at: usize, number: &Number) -> bool {
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
    let Some(other) = super::number::number(pieces, next) else { return false };
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
                    | "record"
                    | "start"
                    | "finish"
                    | "mark"
                    | "season"
            )
    });
    let moved = at > 0 && pieces[at - 1].lower == "from";
    // "(5-10)", "fell to 0-13": what teams have won and lost.
    let tail = &text[pieces[other.end - 1].span.end..];
    let counts = pieces.get(other.end).is_some_and(|p| p.gap == Gap::Space);
    let of_team = at > 0 && pieces[at - 1].capital && pieces[at].gap == Gap::Open;
    let record = joined
        && !counts
        && !tail.starts_with(['%', '°'])
        && (of_team && tail.starts_with([')', ',']) || number.low == 0.0);
    (joined && number.low >= other.low || contest && !moved || record)
        && (record || is_mark(pieces, other.end) || unit_at(text, pieces, other.end).is_none())
}

/// "a 38-44 mark": no money.
fn is_mark(pieces: &[Piece], end: usize) -> bool {
    pieces.get(end).is_some_and(|p| p.lower == "mark" && !p.capital)
}

/// The high end of a range that begins with a number.
pub fn range(pieces: &[Piece], at: usize, low: &Number) -> Option<Number> {
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
            // "dropped more than $11 billion to $106 billion": by how much, and to what.
            let own = pieces.get(next + 1).is_some_and(|p| p.gap == Gap::Sign);
            if own && !ranges && (1..=3).any(|n| is_move(before(n))) {
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
    // "fell 1 percent to $254" tells two figures.
    if next > low.end && second.gap == Gap::Sign {
        return None;
    }
    if !matches!(second.gap, Gap::Space | Gap::Hyphen | Gap::Dash | Gap::Sign) {
        return None;
    }
    let high = number(pieces, from).filter(|n| n.form == Form::Cardinal)?;
    if joint.lower == "or"
        && !(high.low > low.low && high.low <= low.low * 2.0 + 1.0 && high.low < 100.0)
    {
        return None;
    }
    // "6-foot-7": one height.
    if next > low.end && matches!(joint.gap, Gap::Hyphen) && pieces[next - 1].lower.starts_with("f")
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

fn is_move(word: &str) -> bool {
    matches!(
        word,
        "rose"
            | "rise"
            | "rises"
            | "fell"
            | "fall"
            | "falls"
            | "dropped"
            | "drop"
            | "climbed"
            | "jumped"
            | "slid"
            | "slipped"
            | "sank"
            | "tumbled"
            | "plunged"
            | "surged"
            | "soared"
            | "declined"
            | "up"
            | "down"
    )
}

fn is_rise(word: &str) -> bool {
    matches!(word, "by")
}
