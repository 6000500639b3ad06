//! Names of time zones, as news pages write them.

use jiff::{civil::Date, tz::Offset};

/// The offset of a zone's name on a day; none for names that mean several.
pub fn zone(name: &str, date: Date) -> Option<Offset> {
    let hours = |h: i32| Offset::from_seconds(h * 3600).ok();
    let summer = |winter: i32, from: (i8, i8), to: (i8, i8)| {
        let day = (date.month(), date.day());
        hours(if day >= from && day < to { winter + 1 } else { winter })
    };
    let american = |winter: i32| summer(winter, (3, 11), (11, 4));
    match name.to_ascii_uppercase().as_str() {
        "Z" | "UTC" | "GMT" | "WET" => Offset::from_seconds(0).ok(),
        "BST" | "CET" | "WEST" | "WAT" => hours(1),
        "CEST" | "EET" | "SAST" | "CAT" => hours(2),
        "EEST" | "MSK" | "EAT" => hours(3),
        "PKT" => hours(5),
        "WIB" => hours(7),
        "WITA" => hours(8),
        "WIT" => hours(9),
        "BRT" | "ART" => hours(-3),
        "SGT" | "HKT" | "AWST" => hours(8),
        "JST" | "KST" => hours(9),
        "AEST" => hours(10),
        "AEDT" => hours(11),
        "NZST" => hours(12),
        "NZDT" => hours(13),
        "EST" | "CDT" => hours(-5),
        "EDT" => hours(-4),
        "CST" | "MDT" => hours(-6),
        "MST" | "PDT" => hours(-7),
        "PST" => hours(-8),
        "ET" => american(-5),
        "CT" => american(-6),
        "PT" => american(-8),
        "IST" => Offset::from_seconds(19800).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names() {
        let offset = |name, day: &str| zone(name, day.parse().unwrap()).map(|o| o.to_string());
        assert_eq!(offset("ET", "2026-07-01").as_deref(), Some("-04"));
        assert_eq!(offset("ET", "2026-12-01").as_deref(), Some("-05"));
        assert_eq!(offset("XYZ", "2026-12-01"), None);
    }
}
