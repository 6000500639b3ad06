//! Names of authors out of bylines: "By Jane Doe and Karl Roe, Political
//! Editor" gives two names.

use crate::{
    dates::{self, Locale},
    name_words,
    pattern::patterns,
    words,
};

mod sign;

pub use sign::{each, in_address, signature, signed};

/// Longest label, in bytes: "Medically reviewed and approved by".
const MAX_LABEL: usize = 40;

/// Longest line of names with degrees, in bytes.
const MAX_NAMES: usize = 240;

patterns! {
    SPLIT = r"\s*(?:;|\||/|•|·|⋅|\n|\s&\s|\s[–—]|,|、|،)\s*";
    EMAIL = r"\S+@\S+";
    // "Jane (Roe) Doe" has a third name; what else stands in brackets is no name.
    WITHIN = r"(\p{Lu}[\p{L}.'’-]*) \((\p{Lu}\p{Ll}+)\) (\p{Lu})";
    BRACKETS = r"\([^)]*\)|\[[^\]]*\]";
    // Who looked over a text, took its pictures or put it into another language has not written it.
    OTHERS = r"(?i)\b(?:(?:medically |clinically |legally |expert |fact[- ]?)?(?:reviewed|checked|edited|updated|researched|illustrated|photographed|translated|verified|approved)|photos?|photograph[sy]?|pictures|illustrations?|(?:with )?contributions?|additional reporting)[ \n]+(?:by|from)\b|\b(?:(?:über)?geprüft|lektoriert|übersetzt|fotografiert|aktualisiert|fotos?) von\b|\b(?:revisad[oa]|editad[oa]|traducid[oa]|verificad[oa]|actualizad[oa]|traduzid[oa]|revisto|fotos?) por\b|\b(?:relue?|révisée?|vérifiée?|traduite?|photos?) par\b|\b(?:revisione|traduzione|verificato|tradotto|foto) (?:da|di)\b|\b(?:vertaald|nagekeken|gecontroleerd|foto's) door\b";
    LOWER = r"^(?:de|da|di|do|dos|del|della|der|den|des|du|la|le|van|von|zu|zur|ter|ten|bin|ibn|al|el|af|av|y|e|st|mac|mc|und|o|dal|abu|ben|i)$";
}

/// The names in a byline, at most twenty; none where there is no name.
pub fn names(byline: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let others = OTHERS.find(byline).map_or(byline.len(), |m| m.start());
    let line = WITHIN.replace_all(&byline[..others], "$1 $2 $3");
    let line = BRACKETS.replace_all(&line, " ");
    let line = EMAIL.replace_all(&line, " ");
    for part in SPLIT.split(&line) {
        for name in joined(without_by(part)) {
            let fresh = !found.iter().any(|known| known.eq_ignore_ascii_case(&name));
            if fresh && is_name(&name) && !is_outlet(&name) && !words::is_by(&name) {
                found.push(title_case(&name));
            }
        }
    }
    found.truncate(20);
    found
}

/// The names in a line that holds a day too, set off by a bar or by "by".
pub fn beside_date(line: &str) -> Vec<String> {
    if let Some((_, rest)) = line.split_once(" by ").filter(|(day, _)| is_date(day)) {
        return names(rest);
    }
    let parts: Vec<&str> = line.split(['|', '•', '·', '—']).map(str::trim).collect();
    if parts.len() < 2 || !parts.iter().any(|part| is_date(part)) {
        return Vec::new();
    }
    let mut named = parts.into_iter().filter(|part| !part.contains(',')).map(names);
    named.find(|found| !found.is_empty()).unwrap_or_default()
}

/// Whether a few words hold a day.
pub fn is_date(part: &str) -> bool {
    // Which number is the day does not matter here.
    let locale = Locale::of(None, "en-US");
    part.split(' ').count() <= 4 && dates::find(part, locale).is_some()
}

/// "Roe, Karl J." the right way round: journals put surnames first.
pub fn turned(name: &str) -> Option<String> {
    let (surname, given) = name.split_once(',')?;
    let (surname, given) = (surname.trim(), given.trim());
    let fits = !surname.contains(' ') && !surname.is_empty() && !given.contains([',', ';']);
    (fits && !given.is_empty()).then(|| format!("{given} {surname}"))
}

/// Without "By", also twice, and glued to the name.
fn without_by(part: &str) -> &str {
    let mut part = part.trim();
    while let Some(rest) = words::after_kicker(part) {
        // "Nina Roe": what is a word for "by" somewhere is a first name elsewhere.
        let sure = rest.contains(' ') || part.starts_with(['B', 'b']);
        if !sure && is_name(part) {
            break;
        }
        part = rest;
    }
    glued(part)
}

/// Whether what a name is followed by is called "The" and two words at least.
fn is_outlet_after(part: &str) -> bool {
    part.rsplit_once(" The ").is_some_and(|(_, outlet)| outlet.contains(' '))
}

/// Names between words like "and"; "Jane Doe in Paris" and "Jane Doe for the
/// Herald" name one person.
fn joined(part: &str) -> Vec<String> {
    let mut names = vec![Vec::new()];
    for word in part.split_whitespace() {
        let last = names.last_mut().expect("there is one from the start");
        let named = !last.is_empty();
        match word {
            "in" | "for" | "at" | "on" if named => break,
            // "Jane Doe The Wenlow Press"
            "The" if last.len() >= 2 && is_outlet_after(part) => break,
            // "José Ortega y Gasset" is one man: only between whole names.
            _ if words::is_and(word) && last.len() >= 2 => names.push(Vec::new()),
            _ => last.push(word),
        }
    }
    let edges = |c: char| !c.is_alphanumeric() && c != '.';
    // A particle that joined nothing was part of the name.
    let whole = names.iter().all(|name| name.len() >= 2);
    let names = if whole { names } else { vec![part.split_whitespace().collect()] };
    let tidy = |name: Vec<&str>| {
        let name = name.join(" ");
        let name = name.trim_matches(edges);
        // "Jr." and "K." end in a stop, "Doe." ends a sentence.
        match name.strip_suffix('.') {
            Some(whole) if whole.rsplit(' ').next().is_some_and(|last| last.len() > 2) => whole,
            _ => name,
        }
        .to_owned()
    };
    names.into_iter().map(tidy).collect()
}

/// Names where a line is nothing but names: "Jane Doe, Karl Roe".
pub fn only_names(line: &str) -> Vec<String> {
    let parts = line.split([',', '&', ';', '|', '/', '•']).flat_map(|part| part.split(" and "));
    let parts = parts.filter(|part| !part.trim().is_empty()).count();
    Some(names(line)).filter(|found| found.len() == parts).unwrap_or_default()
}

/// Whether a line is nothing but names with degrees behind some: "Jane Doe, DVM; Karl Roe".
pub fn has_degrees(line: &str) -> bool {
    if line.len() > MAX_NAMES {
        return false;
    }
    let line = BRACKETS.replace_all(line, " ");
    let parts: Vec<&str> = line.split([',', '&', ';']).map(str::trim).collect();
    let degrees = parts.iter().filter(|part| is_degree(part)).count();
    degrees > 0 && !is_degree(parts[0]) && names(&line).len() + degrees == parts.len()
}

/// "DVM", "Ph.D."
fn is_degree(part: &str) -> bool {
    let upper = part.chars().filter(|c| c.is_uppercase()).count();
    let lower = part.chars().filter(|c| c.is_lowercase()).count();
    (2..=6).contains(&upper)
        && lower < upper
        && !part.contains(|c: char| c.is_ascii_digit())
        && !part.contains(' ')
}

/// Whether an organization's name is a desk's or an agency's, not a person's.
pub fn is_desk(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    name_words::is_no_name(last) || is_outlet(name)
}

/// Whether a name at the end of this line would be that of somebody who only
/// helped: "Reviewed by Jane Doe and".
pub fn names_helper(line: &str) -> bool {
    let last = OTHERS.find_iter(line).last();
    last.is_some_and(|label| {
        let rest = line[label.end()..].rsplit(['.', '|', '•', '·', ';']).next();
        !rest.is_some_and(words::is_by)
    })
}

/// Whether a line is the label for such a name: "Reviewed by".
pub fn is_helper_label(line: &str) -> bool {
    const LAST: [&str; 8] = ["by", "from", "von", "por", "par", "da", "di", "door"];
    let line = line.trim_end_matches([' ', ':']);
    // Every line of a page comes by here.
    if line.len() > MAX_LABEL {
        return false;
    }
    let last = line.rsplit(' ').next().unwrap_or_default();
    LAST.iter().any(|word| last.eq_ignore_ascii_case(word))
        && OTHERS.find_iter(line).last().is_some_and(|label| label.end() == line.len())
}

/// Whether a label says that an author follows.
pub fn is_label(label: &str) -> bool {
    words::is_by(label)
}

/// Whether a line says that it names an author.
pub fn is_said(line: &str) -> bool {
    line.lines().any(|line| words::after_by(line).is_some() || words::is_by(line))
}

/// "ByJane Doe", when two elements stand without a space between them.
fn glued(part: &str) -> &str {
    match part.strip_prefix("By") {
        Some(rest) if rest.starts_with(char::is_uppercase) && rest.contains(' ') => rest,
        _ => part,
    }
}

/// The outlet in "By Jane Doe, Wenlow Weekly".
pub fn outlet(byline: &str) -> Option<String> {
    let (_, last) = byline.trim().rsplit_once(", ")?;
    is_outlet(last).then(|| last.trim().trim_end_matches('.').to_owned())
}

fn is_outlet(name: &str) -> bool {
    let words: Vec<&str> = name.trim().trim_end_matches('.').split(' ').collect();
    let upper = words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    upper && words.len() <= 5 && words.last().is_some_and(|last| name_words::ends_outlet(last))
}

/// Whether words look like the name of a person.
pub fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    if !(2..=5).contains(&words.len()) || name.chars().count() > 45 {
        return false;
    }
    if name.chars().any(|c| c.is_ascii_digit() || "@/:#<>{}=_\"“”?!".contains(c)) {
        return false;
    }
    // "April Jones" is a person, "April Update" and "Jones April" are none.
    let given = usize::from(name_words::is_given(words[0]));
    if words[given..].iter().any(|word| name_words::is_no_name(word.trim_matches('.'))) {
        return false;
    }
    words.iter().enumerate().all(|(i, w)| {
        let first = w.chars().next().unwrap_or(' ');
        first.is_uppercase()
            || (first.is_alphabetic() && !first.is_lowercase())
            || (i > 0 && LOWER.is_match(&w.to_lowercase()))
            || w.starts_with("d'")
            || w.starts_with("al-")
    })
}

/// "JANE DOE" is shown as "Jane Doe".
fn title_case(name: &str) -> String {
    if name.chars().any(char::is_lowercase) || !name.contains(' ') {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    let mut start = true;
    for c in name.chars() {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphanumeric();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_outlets() {
        assert_eq!(outlet("By Dora Feltham, Wenlow Weekly").as_deref(), Some("Wenlow Weekly"));
        assert_eq!(names("By Dora Feltham, Wenlow Weekly"), ["Dora Feltham"]);
        assert_eq!(outlet("By Jane Doe, Karl Roe"), None);
    }

    #[test]
    fn finds_names_beside_a_day() {
        for (line, expected) in [
            ("Jane Doe | County Reporter | May 7, 2026", vec!["Jane Doe"]),
            ("7 May 2026 • Jane Doe in Bridges", vec!["Jane Doe"]),
            ("07/05/2026 by Jane Doe, Member of the Council", vec!["Jane Doe"]),
            ("Open Saturday | Closed Sunday", vec![]),
            ("It was built in May 2026 by Jane Doe", vec![]),
            ("Bridges | 7 May 2026", vec![]),
        ] {
            assert_eq!(beside_date(line), expected, "{line}");
        }
    }

    #[test]
    fn finds_lines_of_nothing_but_names() {
        let both = vec!["Jane Doe", "Karl Roe"];
        for (line, expected) in [
            ("Jane Doe, Karl Roe", both.clone()),
            ("Jane Doe and Karl Roe", both.clone()),
            ("Jane Doe | Karl Roe", both),
            ("Jane Doe, the harbour and its boats", vec![]),
        ] {
            assert_eq!(only_names(line), expected, "{line}");
        }
    }

    #[test]
    fn finds_names() {
        let cases: [(&str, &[&str]); 21] = [
            ("By Jane (Roe) Doe", &["Jane Roe Doe"]),
            ("Jane Doe (Herald), Karl Roe (Wenlow)", &["Jane Doe", "Karl Roe"]),
            ("By Jane Doe", &["Jane Doe"]),
            ("By Jane Doe. Reviewed by Karl Roe", &["Jane Doe"]),
            ("Nina Roe", &["Nina Roe"]),
            ("Member Login", &[]),
            ("By Jane Doe and Karl Roe, Political Editor", &["Jane Doe", "Karl Roe"]),
            ("by JANE DOE", &["Jane Doe"]),
            (
                "Jane Doe, Karl Roe & Ann-Marie O'Hara",
                &["Jane Doe", "Karl Roe", "Ann-Marie O'Hara"],
            ),
            ("By Jane Doe in Paris (CNN)", &["Jane Doe"]),
            ("Ludwig van Beethoven", &["Ludwig van Beethoven"]),
            ("Von Grete Müller", &["Grete Müller"]),
            ("jane@herald.example", &[]),
            ("By Gazette Staff", &[]),
            ("Reuters", &[]),
            ("https://herald.example/jane-doe", &[]),
            ("By Jane Doe | Updated 12:30", &["Jane Doe"]),
            ("Mail Newsroom", &[]),
            ("Ansel Whitcombe-Rao, 8 May 2026", &["Ansel Whitcombe-Rao"]),
            ("J. R. Hartley; J. R. Hartley", &["J. R. Hartley"]),
            ("he said it was fine", &[]),
        ];
        for (line, expected) in cases {
            assert_eq!(names(line), expected, "{line}");
        }
    }
}
