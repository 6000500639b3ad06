//! Owns when two TIMEX3 values say the same: `P12M` and `P1Y`, `199X` and `199`, `T17` and
//! `T17:00`. Annotators and tools differ in these without disagreeing. It refuses to judge meaning
//! beyond spelling: `P7D` is not `P1W`, nor a week its days.

/// The one spelling of a TIMEX3 value among those that mean the same.
///
/// ```
/// use throughline_temporal::canonical;
/// assert_eq!(canonical("P12M"), canonical("P1Y"));
/// assert_eq!(canonical("PT24H"), "P1D");
/// assert_eq!(canonical("199X"), "199");
/// assert_eq!(canonical("1998-XX-XX"), "1998");
/// assert_eq!(canonical("2000-W8"), "2000-W08");
/// ```
#[must_use]
pub fn canonical(value: &str) -> String {
    let value = value.trim().to_ascii_uppercase();
    length(&value).unwrap_or_else(|| date(&value))
}

/// How many months, or else seconds, a unit is, by its letters and whether they stand after `T`.
fn scale(unit: &str, timed: bool) -> Option<(i64, bool)> {
    Some(match (unit, timed) {
        ("ML", false) => (12_000, true),
        ("CE", false) => (1200, true),
        ("DE", false) => (120, true),
        ("Y", false) => (12, true),
        ("Q", false) => (3, true),
        ("M", false) => (1, true),
        ("W", false) => (7 * 86_400, false),
        ("D", false) => (86_400, false),
        ("H", true) => (3600, false),
        ("M", true) => (60, false),
        ("S", true) => (1, false),
        _ => return None,
    })
}

/// A length in months and seconds, spelt in years and months, weeks or days, hours and seconds.
fn length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (mut months, mut seconds, mut timed) = (0_i64, 0_i64, false);
    let mut weeks_only = !rest.is_empty();
    let mut chars = rest.chars().peekable();
    while let Some(&next) = chars.peek() {
        if next == 'T' {
            timed = true;
            chars.next();
            continue;
        }
        let mut number = String::new();
        while let Some(digit) = chars.next_if(|c| c.is_ascii_digit() || *c == '.' || *c == 'X') {
            number.push(digit);
        }
        let mut unit = String::new();
        while let Some(letter) =
            chars.next_if(|c| c.is_ascii_alphabetic() && *c != 'T' && *c != 'X')
        {
            unit.push(letter);
        }
        let unknown = number.contains('X');
        let (size, monthly) = scale(&unit, timed)?;
        if unknown || number.is_empty() {
            return None;
        }
        weeks_only &= unit == "W";
        let amount = thousandths(&number)?.checked_mul(size)?;
        let slot = if monthly { &mut months } else { &mut seconds };
        *slot = slot.checked_add(amount)?;
    }
    if months % 1000 != 0 || seconds % 1000 != 0 {
        return None;
    }
    Some(spell(months / 1000, seconds / 1000, weeks_only))
}

fn thousandths(number: &str) -> Option<i64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut part = part.to_owned();
    part.truncate(3);
    while part.len() < 3 {
        part.push('0');
    }
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(part.parse::<i64>().ok()?)
}

fn spell(months: i64, seconds: i64, weeks: bool) -> String {
    let part = |amount: i64, unit: &str| match amount {
        0 => String::new(),
        amount => format!("{amount}{unit}"),
    };
    let years = part(months / 12, "Y") + &part(months % 12, "M");
    if weeks {
        return format!("P{years}{}", part(seconds / (7 * 86_400), "W"));
    }
    let days = part(seconds / 86_400, "D");
    let rest = seconds % 86_400;
    let clock = part(rest / 3600, "H") + &part(rest % 3600 / 60, "M") + &part(rest % 60, "S");
    let mark = if clock.is_empty() { "" } else { "T" };
    format!("P{years}{days}{mark}{clock}")
}

/// A date without the parts that say nothing.
fn date(value: &str) -> String {
    let mut value = value.to_owned();
    if !value.starts_with("XX") {
        while let Some(shorter) = value.strip_suffix("-XX") {
            value = shorter.to_owned();
        }
        if value.len() <= 4 && value.starts_with(|c: char| c.is_ascii_digit()) {
            value = value.trim_end_matches('X').to_owned();
        }
    }
    // "2000-W8"
    if let Some((year, week)) = value.split_once("-W")
        && week.len() == 1
    {
        return format!("{year}-W0{week}");
    }
    // "T17" and "T17:00:00"
    if let Some((day, clock)) = value.split_once('T')
        && clock.starts_with(|c: char| c.is_ascii_digit())
    {
        let clock =
            clock.strip_suffix(":00:00").or_else(|| clock.strip_suffix(":00")).unwrap_or(clock);
        return format!("{day}T{clock}");
    }
    value
}
