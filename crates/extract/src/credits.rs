//! Agencies that a text credits: "(AP)", "Reuters contributed to this report".

use std::sync::LazyLock;

use crate::{needles::Needles, pattern::patterns};

patterns! {
    /// In a dateline, or in brackets after a byline or at an end.
    BRACKETS = r"\((?:[^()]{0,40}[/, ])?(AP|Reuters|REUTERS|AFP|dpa|DPA|UPI|Xinhua|XINHUA|TASS|ANSA|EFE|PTI|ANI|PA|Bloomberg|Kyodo|Yonhap|[A-Z][A-Za-z]{3,14})\)";
    /// "The Associated Press contributed to this report."
    HELP = r"(?:^|[.!?] )(?:With (?:reporting|files) (?:by|from) )?(?:The )?(Associated Press|Reuters|AFP|Agence France-Presse|Bloomberg News|Bloomberg|dpa|CNN|Xinhua|PA Media|Press Association|Canadian Press)(?: (?:writers?|reporters?|journalists?|correspondents?|staff) [^.]{0,300})? contributed to th";
    /// "Copyright 2017 The Associated Press."
    RIGHTS = r"(?i)(?:copyright|©|\(c\))\s*(?:©\s*)?(?:\d{4}\s*)?,?\s*(?:the )?(associated press|reuters|thomson reuters|agence france-presse|afp|bloomberg|dpa|xinhua|press association)";
    /// "AP", "Reuters - AFP", "By Agencies" alone, or a byline that ends so.
    ALONE = r"^(?:(?:By |Source: |From )?(Associated Press|Reuters|AP|AFP|dpa|Xinhua|TASS|ANSA|EFE|PTI|UPI|Bloomberg|PA)(?: (?:staff|reporters?|writers?))?)$|^(?:By )?(?:\p{Lu}[\p{L}.'-]+,? ){2,4}(?:of |for )?(?:The )?(Associated Press|Reuters|AFP|Bloomberg News|Bloomberg)$";
    INFORMATION = r"^Information from: ([A-Z][^,]{2,50}), https?:";
}

/// A line has few words that any of the patterns needs.
static NEEDLES: LazyLock<Needles> = LazyLock::new(|| {
    let patterns = [&BRACKETS, &HELP, &RIGHTS, &ALONE, &INFORMATION];
    Needles::of(patterns.into_iter().map(|pattern| pattern.as_str()))
});

/// How agencies are called in a credit, by any of their names.
const SHORT: [(&str, &str); 12] = [
    ("associated press", "AP"),
    ("ap", "AP"),
    ("thomson reuters", "Reuters"),
    ("reuters", "Reuters"),
    ("agence france-presse", "AFP"),
    ("afp", "AFP"),
    ("dpa", "dpa"),
    ("press association", "PA"),
    ("pa media", "PA"),
    ("bloomberg news", "Bloomberg"),
    ("xinhua", "Xinhua"),
    ("canadian press", "Canadian Press"),
];

/// Words in brackets that are no agency.
const NOT_AGENCIES: [&str; 20] = [
    "Photo",
    "Video",
    "Image",
    "Agencies",
    "Reporting",
    "Picture",
    "File",
    "Left",
    "Right",
    "Handout",
    "Getty",
    "Updated",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Pictured",
];

/// The agencies that lines credit, each once, in order. `head` and `tail` lines
/// are looked at more closely: a dateline stands at one end, a credit at the other.
pub fn find<'a>(lines: impl Iterator<Item = &'a str>, count: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let short = SHORT.iter().find(|(long, _)| long.eq_ignore_ascii_case(name));
        let name = short.map_or(name, |(_, short)| *short).to_owned();
        if !NOT_AGENCIES.contains(&name.as_str()) && !found.contains(&name) {
            found.push(name);
        }
    };
    for (at, line) in lines.enumerate() {
        if NEEDLES.in_line(line) == 0 {
            continue;
        }
        let near_end = at + 4 >= count;
        if let Some(m) = HELP.captures(line).or_else(|| RIGHTS.captures(line)) {
            add(&m[1]);
        }
        if let Some(m) = ALONE.captures(line)
            && let Some(name) = m.get(1).or_else(|| m.get(2))
        {
            add(name.as_str());
        }
        if let Some(m) = INFORMATION.captures(line) {
            add(m[1].trim());
        }
        for m in BRACKETS.captures_iter(line) {
            let all = m.get(0).expect("the whole match");
            let dateline = all.end() < 60 && is_dateline(line, all.start(), all.end());
            let ends = near_end && line[all.end()..].trim_matches(['.', ' ']).is_empty();
            let alone =
                all.start() == 0 || line[..all.start()].trim_end().ends_with(['.', '"', '”']);
            let known = SHORT.iter().any(|(long, _)| long.eq_ignore_ascii_case(&m[1]))
                || m[1].chars().all(|c| c.is_ascii_uppercase());
            let byline = line.starts_with("By ") && all.end() == line.len();
            if dateline || (ends && alone) || (byline && known) {
                add(&m[1]);
            }
        }
    }
    found
}

/// "SUNDHAVEN, Lysmark (Tessera) —": a place before, a dash after.
fn is_dateline(line: &str, start: usize, end: usize) -> bool {
    let place = line[..start].trim();
    let after = line[end..].trim_start();
    let dash = after.starts_with(['-', '–', '—', '―']);
    let upper = place.chars().next().is_some_and(char::is_uppercase);
    dash && (place.is_empty() || (upper && !place.contains(". ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_agencies() {
        let cases: [(&[&str], &[&str]); 12] = [
            (&["SUNDHAVEN (TESSERA) - Nineteen governments agreed."], &["TESSERA"]),
            (&["WASHINGTON (AP) — The bridge closed.", "It opened."], &["AP"]),
            (&["It closed.", "The Associated Press contributed to this report."], &["AP"]),
            (&["Copyright 2017 The Associated Press. All rights reserved."], &["AP"]),
            (&["It closed. (Reporting by Jane Doe; Editing by Karl Roe)"], &[]),
            (&["It closed on Monday. (Tarpress)"], &["Tarpress"]),
            (&["The party (AfD) — founded in 2013 — won."], &[]),
            (&["The group (Farc) said so.", "a", "b", "c", "d"], &[]),
            (&["By Jane Doe, The Herald (AP)"], &["AP"]),
            (&["Reuters"], &["Reuters"]),
            (&["By Jane Doe, Associated Press"], &["AP"]),
            (&["Information from: The Herald, http://www.herald.example"], &["The Herald"]),
        ];
        for (lines, expected) in cases {
            assert_eq!(find(lines.iter().copied(), lines.len()), expected, "{lines:?}");
        }
    }
}
