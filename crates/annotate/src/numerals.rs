//! Numbers in digits and words: "1,200", "2.5", "twelve", "a dozen", "3rd".

/// Whether a lower-case word is a number: "12", "twelve", "third", "dozen".
pub fn is_number(lower: &str) -> bool {
    lower.starts_with(|c: char| c.is_ascii_digit())
        || value(lower).is_some()
        || magnitude(lower).is_some()
}

/// The value of a lower-case word that is a number.
pub fn value(lower: &str) -> Option<f64> {
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        return digits(lower);
    }
    if let Some((tens, units)) = lower.split_once('-') {
        return match (small(tens)?, small(units)?) {
            (t, u) if (20.0..100.0).contains(&t) && u < 10.0 => Some(t + u),
            _ => None,
        };
    }
    small(lower)
}

/// How many a magnitude word multiplies by: "million", "bn", "dozen".
pub fn magnitude(lower: &str) -> Option<f64> {
    Some(match lower {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" | "mn" | "m" | "mln" => 1e6,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

fn digits(word: &str) -> Option<f64> {
    let plain: String = word.chars().filter(|c| *c != ',').collect();
    let end = plain.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(plain.len());
    let number: f64 = plain[..end].parse().ok()?;
    match &plain[end..] {
        "" => Some(number),
        "m" | "mn" => Some(number * 1e6),
        "bn" | "b" => Some(number * 1e9),
        "k" => Some(number * 1e3),
        "tn" => Some(number * 1e12),
        _ => None,
    }
}

fn small(word: &str) -> Option<f64> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Some(at) = UNITS.iter().position(|w| *w == word) {
        return Some(at as f64);
    }
    TENS.iter().position(|w| *w == word).map(|at| (at as f64 + 2.0) * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_values() {
        let cases = [
            ("1,200", Some(1200.0)),
            ("2.5", Some(2.5)),
            ("4bn", Some(4e9)),
            ("twelve", Some(12.0)),
            ("twenty-one", Some(21.0)),
            ("twenty-fold", None),
            ("3rd", None),
            ("two-day", None),
            ("house", None),
        ];
        for (word, expected) in cases {
            assert_eq!(value(word), expected, "{word}");
        }
    }
}
