//! Names in dates: months in the languages of the web, and time zones.

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
        digits if digits.starts_with(['+', '-']) => {
            let (sign, digits) = digits.split_at(1);
            let digits = digits.replace(':', "");
            let minutes =
                digits[..2].parse::<i32>().ok()? * 60 + digits.get(2..4)?.parse::<i32>().ok()?;
            Offset::from_seconds(if sign == "-" { -60 } else { 60 } * minutes).ok()
        }
        _ => None,
    }
}

/// Names of the months, by their number; short forms are the first letters.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "jan",
        "januar",
        "jänner",
        "janvier",
        "janv",
        "enero",
        "ene",
        "gennaio",
        "gen",
        "janeiro",
        "januari",
        "styczeń",
        "stycznia",
        "января",
        "січня",
        "ocak",
        "ledna",
        "ianuarie",
        "január",
        "ιανουαρίου",
        "يناير",
    ],
    &[
        "february",
        "feb",
        "februar",
        "février",
        "févr",
        "fév",
        "febrero",
        "febbraio",
        "fevereiro",
        "fev",
        "februari",
        "lutego",
        "февраля",
        "лютого",
        "şubat",
        "února",
        "februarie",
        "február",
        "φεβρουαρίου",
        "فبراير",
    ],
    &[
        "march",
        "mar",
        "märz",
        "mär",
        "mars",
        "marzo",
        "março",
        "maart",
        "mrt",
        "marca",
        "marzec",
        "марта",
        "березня",
        "mart",
        "března",
        "martie",
        "március",
        "μαρτίου",
        "مارس",
    ],
    &[
        "april",
        "apr",
        "avril",
        "avr",
        "abril",
        "abr",
        "aprile",
        "kwietnia",
        "апреля",
        "квітня",
        "nisan",
        "dubna",
        "aprilie",
        "április",
        "απριλίου",
        "أبريل",
    ],
    &[
        "may",
        "mai",
        "mayo",
        "maggio",
        "mag",
        "maio",
        "mei",
        "maj",
        "maja",
        "мая",
        "травня",
        "mayıs",
        "května",
        "május",
        "μαΐου",
        "مايو",
    ],
    &[
        "june",
        "jun",
        "juni",
        "juin",
        "junio",
        "giugno",
        "giu",
        "junho",
        "czerwca",
        "июня",
        "червня",
        "haziran",
        "června",
        "iunie",
        "június",
        "ιουνίου",
        "يونيو",
    ],
    &[
        "july",
        "jul",
        "juli",
        "juillet",
        "juil",
        "julio",
        "luglio",
        "lug",
        "julho",
        "lipca",
        "июля",
        "липня",
        "temmuz",
        "července",
        "iulie",
        "július",
        "ιουλίου",
        "يوليو",
    ],
    &[
        "august",
        "aug",
        "août",
        "aout",
        "agosto",
        "ago",
        "augustus",
        "augusti",
        "sierpnia",
        "августа",
        "серпня",
        "ağustos",
        "srpna",
        "augusztus",
        "αυγούστου",
        "أغسطس",
    ],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "septiembre",
        "settembre",
        "set",
        "setembro",
        "september",
        "września",
        "сентября",
        "вересня",
        "eylül",
        "září",
        "septembrie",
        "szeptember",
        "σεπτεμβρίου",
        "سبتمبر",
    ],
    &[
        "october",
        "oct",
        "oktober",
        "okt",
        "octobre",
        "octubre",
        "ottobre",
        "ott",
        "outubro",
        "out",
        "października",
        "октября",
        "жовтня",
        "ekim",
        "října",
        "octombrie",
        "október",
        "οκτωβρίου",
        "أكتوبر",
    ],
    &[
        "november",
        "nov",
        "novembre",
        "noviembre",
        "novembro",
        "listopada",
        "ноября",
        "листопада",
        "kasım",
        "listopadu",
        "noiembrie",
        "νοεμβρίου",
        "نوفمبر",
    ],
    &[
        "december",
        "dec",
        "dezember",
        "dez",
        "décembre",
        "déc",
        "diciembre",
        "dic",
        "dicembre",
        "dezembro",
        "grudnia",
        "декабря",
        "грудня",
        "aralık",
        "prosince",
        "decembrie",
        "δεκεμβρίου",
        "ديسمبر",
    ],
];

/// The number of a month's name.
pub fn month_number(name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&name.as_str()))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names() {
        for (name, number) in [("March", 3), ("mär", 3), ("août", 8), ("ДЕКАБРЯ", 12), ("أبريل", 4)]
        {
            assert_eq!(month_number(name), Some(number), "{name}");
        }
        assert_eq!(month_number("Monday"), None);
        let offset = |name, day: &str| zone(name, day.parse().unwrap()).map(|o| o.to_string());
        assert_eq!(offset("ET", "2026-07-01").as_deref(), Some("-04"));
        assert_eq!(offset("ET", "2026-12-01").as_deref(), Some("-05"));
        assert_eq!(offset("+0530", "2026-12-01").as_deref(), Some("+05:30"));
        assert_eq!(offset("XYZ", "2026-12-01"), None);
    }
}
