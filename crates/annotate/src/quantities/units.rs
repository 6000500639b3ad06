//! What a number measures: the table of units, each with its base and factor.

use super::pieces::{Gap, Piece};

/// What a number measures. Values are in the base unit named here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Things or people.
    Count,
    /// A place in an order: "third".
    Ordinal,
    /// Percent; shares such as "half" too.
    Percent,
    /// Percentage points; "25 basis points" are 0.25.
    Points,
    /// Money, by the name of the currency in the singular: "dollar".
    Money(&'static str),
    /// Time in seconds.
    Time,
    /// Time in calendar months: "two years" are 24.
    Months,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Litres.
    Volume,
    /// Kilograms.
    Mass,
    /// Kilometres an hour.
    Speed,
    /// Degrees Celsius.
    Celsius,
    /// Watts.
    Power,
    /// Watt-hours.
    Energy,
    /// Bytes.
    Data,
    /// Barrels of oil.
    Barrel,
    /// The strength of an earthquake.
    Magnitude,
    /// Years of a life.
    Age,
    /// A year, a day of a month, a time of day: told by the temporal layer instead.
    Calendar,
    /// A number that names: a house, a flight, a score, a telephone.
    Label,
}

impl Unit {
    /// Whether numbers of this unit say how much there is of something.
    pub fn is_amount(self) -> bool {
        !matches!(self, Self::Ordinal | Self::Age | Self::Calendar | Self::Label)
    }

    /// Whether its figures are often given in a second unit in brackets.
    pub fn is_converted(self) -> bool {
        matches!(
            self,
            Self::Money(_)
                | Self::Length
                | Self::Area
                | Self::Volume
                | Self::Mass
                | Self::Speed
                | Self::Celsius
                | Self::Barrel
        )
    }
}

/// A unit with what its number is multiplied by, and the piece after it.
pub type Found = (Unit, f64, usize);

/// The unit that begins at a piece.
pub fn unit(pieces: &[Piece], at: usize) -> Option<Found> {
    let word = pieces.get(at).filter(|p| matches!(p.gap, Gap::Space | Gap::Hyphen | Gap::Glued))?;
    let glued = word.gap == Gap::Glued;
    let next = |n: usize| match pieces.get(at + n) {
        Some(p) if matches!(p.gap, Gap::Space | Gap::Hyphen) || glued => p.lower.as_str(),
        _ => "",
    };
    let lower = word.lower.as_str();
    if matches!(lower, "percent" | "pct" | "pc" | "percentage") {
        let points = matches!(next(1), "point" | "points");
        return Some(if points {
            (Unit::Points, 1.0, at + 2)
        } else {
            (Unit::Percent, 1.0, at + 1)
        });
    }
    match (lower, next(1), next(2)) {
        ("per", "cent", "points" | "point") => return Some((Unit::Points, 1.0, at + 3)),
        ("per", "cent", _) => return Some((Unit::Percent, 1.0, at + 2)),
        ("basis", "points" | "point", _) => return Some((Unit::Points, 0.01, at + 2)),
        ("degrees" | "degree", "celsius" | "centigrade" | "c", _) => {
            return Some((Unit::Celsius, 1.0, at + 2));
        }
        ("degrees" | "degree", "fahrenheit" | "f", _) => {
            return Some((Unit::Celsius, FAHRENHEIT, at + 2));
        }
        ("square" | "sq", of, _) => {
            let (_, metres) = LENGTHS.iter().find(|(names, _)| names.contains(&of))?;
            return Some((Unit::Area, metres * metres, at + 2));
        }
        ("cubic", of, _) => {
            let (_, metres) = LENGTHS.iter().find(|(names, _)| names.contains(&of))?;
            return Some((Unit::Volume, 1000.0 * metres.powi(3), at + 2));
        }
        _ => {}
    }
    if let Some((_, metres)) = LENGTHS.iter().find(|(names, _)| names.contains(&lower)) {
        // "in" is seldom inches; "m" and "ft" only beside digits.
        let hour = match (next(1), next(2)) {
            ("per" | "an", "hour") => Some(at + 3),
            _ if pieces.get(at + 1).is_some_and(|p| {
                p.gap == Gap::Slash && matches!(p.lower.as_str(), "h" | "hr" | "hour")
            }) =>
            {
                Some(at + 2)
            }
            _ => None,
        };
        return Some(match hour {
            Some(end) => (Unit::Speed, metres / 1000.0, end),
            None => (Unit::Length, *metres, at + 1),
        });
    }
    if glued && word.capital && matches!(lower, "c" | "f") {
        return Some((Unit::Celsius, if lower == "f" { FAHRENHEIT } else { 1.0 }, at + 1));
    }
    if matches!(lower, "p" | "g" | "min") && !glued {
        return None;
    }
    if let Some(&(_, unit, factor)) = UNITS.iter().find(|(names, ..)| names.contains(&lower)) {
        if lower == "pound" || lower == "pounds" {
            // "pounds of explosives" weigh.
            let mass = next(1) == "of" || word.gap == Gap::Hyphen;
            return Some(if mass { (Unit::Mass, 0.4536, at + 1) } else { (unit, factor, at + 1) });
        }
        if matches!(lower, "second" | "seconds")
            && lower == "second"
            && !glued
            && word.gap != Gap::Hyphen
        {
            return None;
        }
        return Some((unit, factor, at + 1));
    }
    // "Norwegian kroner", "US dollars", "Swiss francs".
    if word.capital
        && word.gap == Gap::Space
        && let Some(&(_, unit @ Unit::Money(_), factor)) =
            UNITS.iter().find(|(names, ..)| names.contains(&next(1)))
    {
        return Some((unit, factor, at + 2));
    }
    None
}

/// Stands for "convert from Fahrenheit".
pub const FAHRENHEIT: f64 = -459.67;

/// The currency of a sign or code before a number.
pub fn currency(sign: &str) -> Option<Unit> {
    Some(Unit::Money(match sign {
        "$" | "US$" | "usd" => "dollar",
        "A$" | "AU$" | "aud" => "Australian dollar",
        "C$" | "CA$" | "cad" => "Canadian dollar",
        "NZ$" => "New Zealand dollar",
        "HK$" => "Hong Kong dollar",
        "S$" => "Singapore dollar",
        "R$" | "brl" => "real",
        "€" | "eur" => "euro",
        "£" | "gbp" => "pound",
        "¥" | "jpy" => "yen",
        "cny" | "rmb" => "yuan",
        "₹" | "rs" | "inr" => "rupee",
        "₽" | "rub" => "rouble",
        "₩" | "krw" => "won",
        "chf" => "franc",
        "sek" | "nok" | "dkk" => "krone",
        "pln" => "zloty",
        _ => return None,
    }))
}

#[rustfmt::skip]
const LENGTHS: &[(&[&str], f64)] = &[
    (&["km", "kilometre", "kilometres", "kilometer", "kilometers", "kms"], 1000.0),
    (&["m", "metre", "metres", "meter", "meters"], 1.0),
    (&["cm", "centimetre", "centimetres", "centimeter", "centimeters"], 0.01),
    (&["mm", "millimetre", "millimetres", "millimeter", "millimeters"], 0.001),
    (&["mile", "miles"], 1609.344),
    (&["yard", "yards"], 0.9144),
    (&["foot", "feet", "ft"], 0.3048),
    (&["inch", "inches"], 0.0254),
];

#[rustfmt::skip]
const UNITS: &[(&[&str], Unit, f64)] = &[
    (&["second", "seconds", "sec", "secs"], Unit::Time, 1.0),
    (&["minute", "minutes", "min", "mins"], Unit::Time, 60.0),
    (&["hour", "hours", "hr", "hrs"], Unit::Time, 3600.0),
    (&["day", "days"], Unit::Time, 86400.0),
    (&["night", "nights"], Unit::Time, 86400.0),
    (&["week", "weeks"], Unit::Time, 604_800.0),
    (&["fortnight", "fortnights"], Unit::Time, 1_209_600.0),
    (&["month", "months"], Unit::Months, 1.0),
    (&["year", "years", "yr", "yrs"], Unit::Months, 12.0),
    (&["decade", "decades"], Unit::Months, 120.0),
    (&["century", "centuries"], Unit::Months, 1200.0),
    (&["mph"], Unit::Speed, 1.609344),
    (&["kph", "kmh"], Unit::Speed, 1.0),
    (&["knot", "knots"], Unit::Speed, 1.852),
    (&["tonne", "tonnes"], Unit::Mass, 1000.0),
    (&["ton", "tons"], Unit::Mass, 1000.0),
    (&["kg", "kilo", "kilos", "kilogram", "kilograms", "kgs"], Unit::Mass, 1.0),
    (&["gram", "grams", "g"], Unit::Mass, 0.001),
    (&["ounce", "ounces", "oz"], Unit::Mass, 0.02835),
    (&["lb", "lbs"], Unit::Mass, 0.4536),
    (&["hectare", "hectares", "ha"], Unit::Area, 10_000.0),
    (&["acre", "acres"], Unit::Area, 4046.856),
    (&["litre", "litres", "liter", "liters"], Unit::Volume, 1.0),
    (&["gallon", "gallons"], Unit::Volume, 3.785),
    (&["barrel", "barrels"], Unit::Barrel, 1.0),
    (&["celsius"], Unit::Celsius, 1.0),
    (&["fahrenheit"], Unit::Celsius, FAHRENHEIT),
    (&["watt", "watts"], Unit::Power, 1.0),
    (&["kilowatt", "kilowatts", "kw"], Unit::Power, 1e3),
    (&["megawatt", "megawatts", "mw"], Unit::Power, 1e6),
    (&["gigawatt", "gigawatts", "gw"], Unit::Power, 1e9),
    (&["mwh"], Unit::Energy, 1e6),
    (&["gwh"], Unit::Energy, 1e9),
    (&["kwh"], Unit::Energy, 1e3),
    (&["gb", "gigabyte", "gigabytes"], Unit::Data, 1e9),
    (&["tb", "terabyte", "terabytes"], Unit::Data, 1e12),
    (&["mb", "megabyte", "megabytes"], Unit::Data, 1e6),
    (&["magnitude"], Unit::Magnitude, 1.0),
    (&["dollar", "dollars", "usd"], Unit::Money("dollar"), 1.0),
    (&["cent", "cents"], Unit::Money("dollar"), 0.01),
    (&["euro", "euros", "eur"], Unit::Money("euro"), 1.0),
    (&["pound", "pounds", "quid", "gbp"], Unit::Money("pound"), 1.0),
    (&["pence", "penny", "p"], Unit::Money("pound"), 0.01),
    (&["yen"], Unit::Money("yen"), 1.0),
    (&["yuan", "renminbi"], Unit::Money("yuan"), 1.0),
    (&["mark", "marks"], Unit::Money("mark"), 1.0),
    (&["franc", "francs"], Unit::Money("franc"), 1.0),
    (&["rouble", "roubles", "ruble", "rubles"], Unit::Money("rouble"), 1.0),
    (&["rupee", "rupees"], Unit::Money("rupee"), 1.0),
    (&["peso", "pesos"], Unit::Money("peso"), 1.0),
    (&["rand"], Unit::Money("rand"), 1.0),
    (&["lira", "liras", "lire"], Unit::Money("lira"), 1.0),
    (&["krona", "kronor", "krone", "kroner", "crown", "crowns"], Unit::Money("krone"), 1.0),
    (&["shekel", "shekels"], Unit::Money("shekel"), 1.0),
    (&["dirham", "dirhams"], Unit::Money("dirham"), 1.0),
    (&["riyal", "riyals", "rial", "rials"], Unit::Money("riyal"), 1.0),
    (&["zloty", "zlotys"], Unit::Money("zloty"), 1.0),
    (&["hryvnia", "hryvnias"], Unit::Money("hryvnia"), 1.0),
    (&["dinar", "dinars"], Unit::Money("dinar"), 1.0),
    (&["shilling", "shillings"], Unit::Money("shilling"), 1.0),
    (&["florin", "florins"], Unit::Money("florin"), 1.0),
];
