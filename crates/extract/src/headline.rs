//! Titles without the outlet's name: "Bridge closes | The Herald" is
//! "Bridge closes".

use std::{collections::BTreeSet, hash::Hasher};

use rustc_hash::FxHasher;

use crate::pattern::patterns;

patterns! {
    MARKS = r"\s+(?:[|»›·•~*]+|::|[-–—]{1,2}|//|\\)\s+|\s*\|\s*|\s+»\s*|:\s+";
}

/// One line, entities and white space put right.
pub fn tidy(title: &str) -> String {
    let title = htmlize::unescape(title);
    let mut out = String::with_capacity(title.len());
    for word in title.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}')));
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether something is set off in a title.
pub fn has_parts(title: &str) -> bool {
    MARKS.is_match(title)
}

/// Cuts the outlet's name, and the section's beside it, from either end.
/// `names` are what the outlet is called: its name, its host.
pub fn without_outlet(title: &str, names: &[String]) -> String {
    let mut title = tidy(title);
    for _ in 0..3 {
        let Some(shorter) = cut_once(&title, names) else { break };
        title = shorter;
    }
    title
}

fn cut_once(title: &str, names: &[String]) -> Option<String> {
    if let Some(head) = cut_wide(title, names) {
        return Some(head.to_owned());
    }
    let marks: Vec<_> = MARKS.find_iter(title).collect();
    let last = marks.last()?;
    let (head, tail) = (title[..last.start()].trim(), title[last.end()..].trim());
    let colon = last.as_str().trim() == ":";
    if !colon && words(head) >= 2 && is_outlet(tail, names) {
        return Some(head.to_owned());
    }
    // A bar or guillemet sets off the site's name, a section or a slogan.
    let bar = last.as_str().trim().contains(['|', '»', '›']) || last.as_str().trim() == "::";
    if bar && words(tail) <= 5 && words(head) >= 4 && words(head) > words(tail) {
        return Some(head.to_owned());
    }
    let first = marks.first()?;
    let (front, rest) = (title[..first.start()].trim(), title[first.end()..].trim());
    let front_bar = first.as_str().trim().contains('|');
    let label = front_bar && words(front) <= 2 && words(rest) >= 5;
    (label || words(rest) >= 2 && is_outlet(front, names)).then(|| rest.to_owned())
}

/// The same where no space parts words: "大桥关闭-文洛网", "大桥关闭_文洛新闻".
fn cut_wide<'a>(title: &'a str, names: &[String]) -> Option<&'a str> {
    // Sites, papers and news.
    const ENDS: [&str; 9] = ["网", "網", "报", "報", "新闻", "新聞", "ニュース", "뉴스", "일보"];
    let sign = |c: char| matches!(c, '-' | '_' | '－' | '—' | '–' | '｜' | '|');
    let (head, tail) = title.rsplit_once(sign)?;
    let (head, tail) = (head.trim_end_matches(|c| sign(c) || c == ' '), tail.trim());
    let wide =
        |c: char| ('\u{3000}'..'\u{a000}').contains(&c) || ('\u{ac00}'..'\u{d7a4}').contains(&c);
    let outlet = ENDS.iter().any(|end| tail.ends_with(end)) || is_outlet(tail, names);
    let short = (2..=10).contains(&tail.chars().count()) && !tail.contains(' ');
    (outlet && short && tail.chars().all(wide) && head.chars().filter(|c| wide(*c)).count() >= 4)
        .then_some(head)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether a part of a title is what the outlet is called, with or without
/// "The" and ".com".
pub fn is_outlet(part: &str, names: &[String]) -> bool {
    let part = bare(part);
    if part.is_empty() {
        return false;
    }
    names.iter().map(|name| bare(name)).any(|name| {
        !name.is_empty()
            && (name == part
                || (name.len() >= 4 && part.len() <= name.len() * 3 && part.contains(&name))
                || (part.len() >= 4 && name.len() <= part.len() * 2 && name.contains(&part)))
    })
}

/// Whether a line is what the outlet is called and nothing more.
pub fn is_exactly_outlet(line: &str, names: &[String]) -> bool {
    let line = bare(line);
    !line.is_empty() && names.iter().any(|name| bare(name) == line)
}

/// Letters and digits only, without article and top-level domain.
fn bare(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.strip_prefix("www.").unwrap_or(&name);
    let name = name.strip_prefix("the ").unwrap_or(name);
    let mut name = name;
    for tail in [".com", ".co.uk", ".org", ".net", ".example", ".com.au", ".de", ".fr"] {
        name = name.strip_suffix(tail).unwrap_or(name);
    }
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Folds a title for comparing: letters and digits in lower case.
pub fn fold(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        match word.is_ascii() {
            true => out.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase()))),
            false => out.extend(word.chars().flat_map(char::to_lowercase)),
        }
    }
    out
}

/// What two lines share whose folded titles are equal.
pub fn hash(title: &str) -> u64 {
    let mut hash = FxHasher::default();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        match word.is_ascii() {
            true => word.bytes().for_each(|byte| hash.write_u8(byte.to_ascii_lowercase())),
            false => {
                word.chars().flat_map(char::to_lowercase).for_each(|c| hash.write_u32(c.into()));
            }
        }
        hash.write_u8(0);
    }
    hash.finish()
}

/// Whether two lines are one title, perhaps with small changes.
pub fn same(a: &str, b: &str) -> bool {
    same_as(a)(b)
}

/// The same of one line and many others.
pub fn same_as(title: &str) -> impl Fn(&str) -> bool {
    let title = fold(title);
    move |other| {
        let other = fold(other);
        if other.is_empty() || title.is_empty() || other == title {
            return !title.is_empty() && other == title;
        }
        let (x, y): (BTreeSet<&str>, BTreeSet<&str>) =
            (title.split(' ').collect(), other.split(' ').collect());
        let shared = x.intersection(&y).count();
        shared >= 4 && shared * 100 >= x.union(&y).count() * 75
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_the_outlet() {
        let names = ["The Herald".to_owned(), "herald.example".to_owned()];
        let cases = [
            ("Bridge closes after cracks | The Herald", "Bridge closes after cracks"),
            ("Bridge closes - Herald", "Bridge closes"),
            ("Bridge closes – World – The Herald", "Bridge closes – World"),
            ("The Herald - Bridge closes", "Bridge closes"),
            ("Bridge closes :: The Herald", "Bridge closes"),
            (
                "Bridge closes after long dispute | World news | The Herald",
                "Bridge closes after long dispute",
            ),
            ("Herald.example: Bridge closes", "Bridge closes"),
            ("Bridge: who closed it?", "Bridge: who closed it?"),
            ("Bridge closes - and opens again", "Bridge closes - and opens again"),
            ("Politics | Bridge closes after a long dispute", "Bridge closes after a long dispute"),
            ("The Herald", "The Herald"),
            ("大桥因裂缝关闭-文洛网", "大桥因裂缝关闭"),
            ("大桥因裂缝关闭--时政--文洛网", "大桥因裂缝关闭--时政"),
            ("大桥因裂缝关闭_文洛新闻", "大桥因裂缝关闭"),
            ("中国-东盟大桥", "中国-东盟大桥"),
        ];
        for (title, expected) in cases {
            assert_eq!(without_outlet(title, &names), expected, "{title}");
        }
    }

    #[test]
    fn knows_a_title_again() {
        assert!(same("Bridge closes after cracks", "“Bridge closes after cracks”"));
        assert!(same(
            "Old bridge closes after cracks found",
            "Old bridge closes after cracks are found"
        ));
        assert!(!same("Bridge closes", "Bridge opens"));
        assert!(!same("", ""));
    }
}
