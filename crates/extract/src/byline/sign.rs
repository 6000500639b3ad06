//! Those who sign otherwise than with a full name: "Kristin", "Jane & Karl", "The Bridge
//! Team", and those whose name is in the address of their page.

use super::{BRACKETS, is_name, is_outlet, without_by};
use crate::{name_words, words};

/// What stands where an author's name should, and is no full name: "Kristin",
/// "Tessera", "News Desk". None for what a publishing system puts there.
pub fn signature(given: &str) -> Option<String> {
    // "Laura / The Plant House"
    let given = given.split(" / ").next().unwrap_or(given);
    let given = BRACKETS.replace_all(given, " ");
    let name = without_day(without_by(&given).split_whitespace().collect());
    let name = name.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned();
    let fits = (2..=60).contains(&name.chars().count())
        && name.split(' ').count() <= 6
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['@', '/', '{', '<', '=', '"', '\n'])
        && !name_words::is_by_system(&name)
        && !words::is_by(&name)
        && !name.split(' ').any(name_words::is_of_links);
    fits.then_some(name)
}

/// "Jane" for "Jane on 7 May" and "Jane um 18.10 Uhr".
fn without_day(words: Vec<&str>) -> String {
    let day = |two: &[&str]| {
        two[0].starts_with(char::is_lowercase) && two[1].starts_with(|c: char| c.is_ascii_digit())
    };
    let end = words.windows(2).skip(1).position(day).map_or(words.len(), |at| at + 1);
    words[..end].join(" ")
}

/// The name in the last part of an address, "jane-doe", where a line says part of it and
/// something else.
pub fn in_address(address: &str, line: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(['-', '_', '+', '.']).collect();
    let plain = |part: &&str| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_lowercase());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(plain) {
        return None;
    }
    let is_part = |word: &str| parts.iter().any(|part| word.eq_ignore_ascii_case(part));
    let (mut some, mut other) = (false, false);
    for word in line.split_whitespace() {
        some |= is_part(word);
        other |= !is_part(word);
    }
    let upper = |part: &&str| format!("{}{}", part[..1].to_uppercase(), &part[1..]);
    let name = parts.iter().map(upper).collect::<Vec<_>>().join(" ");
    (some && other && is_name(&name) && !is_outlet(&name)).then_some(name)
}

/// Each of those who sign by their first names: "Jane & Karl". "Doe & Sons of Wenlow" is one.
pub fn each(signature: &str) -> Vec<String> {
    let words: Vec<&str> = signature.split(' ').collect();
    let is_first = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
            && !name_words::is_no_name(word)
    };
    match words[..] {
        [one, and, other]
            if (and == "&" || words::is_and(and))
                && one != other
                && is_first(one)
                && is_first(other) =>
        {
            vec![one.to_owned(), other.to_owned()]
        }
        _ => vec![signature.to_owned()],
    }
}

/// Who signs in a line that begins like a byline, where that is no full name:
/// "by Kristin on 7 May 2026", "Posted by The Bridge Team | News".
pub fn signed(line: &str) -> Option<String> {
    let said = words::after_by(line);
    let rest = said.unwrap_or(line).split(['|', '•', '·', '⋅', '—', '–', '\n']).next()?;
    let comma = rest.contains(',');
    let rest = rest.split(',').next()?;
    let dated = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let end = |at: usize| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        at > 0 && matches!(words[at], "on" | "at" | "in" | "for" | "-" | "/")
            || dated(words[at])
            || name_words::is_no_name(words[at]) && dated(next)
    };
    words.truncate((0..words.len()).find(|at| end(*at)).unwrap_or(words.len()));
    let upper = words.iter().all(|word| word.starts_with(char::is_uppercase));
    let user =
        said.is_some() && !comma && words.len() == 1 && words[0].chars().all(char::is_alphanumeric);
    let fits = words.len() <= 4 && (upper || user);
    fits.then(|| signature(&words.join(" "))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_name_in_an_address() {
        for (address, line, expected) in [
            ("jane-doe", "Articles by Jane", Some("Jane Doe")),
            ("jane-doe", "Jane Doe", None),
            ("jane-doe", "View all", None),
            ("news-desk", "More news", None),
            ("janedoe", "More from janedoe", None),
            ("élise-dray", "More of Dray", None),
        ] {
            assert_eq!(in_address(address, line).as_deref(), expected, "{address} {line}");
        }
    }

    #[test]
    fn finds_who_signs() {
        for (given, expected) in [
            ("Jane", Some("Jane")),
            ("The Bridge Team", Some("The Bridge Team")),
            ("Eingestellt von", None),
            ("Veröffentlicht von JaneD", Some("JaneD")),
            ("Publié par Jane à 18:10", Some("Jane")),
            ("Jane um 18.10 Uhr", Some("Jane")),
            ("100 Bridges", Some("100 Bridges")),
            ("Alle Kommentare", None),
            ("Ver todas", None),
            ("Unknown à 08:00", None),
        ] {
            assert_eq!(signature(given).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn parts_first_names() {
        for (signature, expected) in [
            ("Jane & Karl", vec!["Jane", "Karl"]),
            ("Jane und Karl", vec!["Jane", "Karl"]),
            ("Doe & Doe", vec!["Doe & Doe"]),
            ("News & Sport", vec!["News & Sport"]),
            ("Jane & the Boats", vec!["Jane & the Boats"]),
            ("Jane", vec!["Jane"]),
        ] {
            assert_eq!(each(signature), expected, "{signature}");
        }
    }
}
