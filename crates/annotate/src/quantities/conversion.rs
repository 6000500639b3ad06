//! The same figure in another unit: "150 km/h (93 mph)".

use super::{Quantity, Unit};

/// The figure that a quantity in brackets gives in another unit.
pub fn converted(text: &str, found: &[Quantity], quantity: &Quantity) -> Option<usize> {
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
