//! One line against the table.

use std::{collections::HashMap, sync::LazyLock};

use regex::{Regex, RegexSet, RegexSetBuilder};
use throughline_model::Role;

use super::table::{Act, Rule, compact, rules};

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Running text, as it stands here: cuts are made.
    Keep(String),
    /// Text in a role of its own.
    Role(Role, String),
    /// Residue.
    Drop,
}

static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| rules().collect());

/// Rows that are tried together.
struct Group {
    set: RegexSet,
    rows: Vec<usize>,
    /// The most words that any of them allows.
    words: usize,
}

/// Most rows fit the start of a line only: tried by themselves they are done
/// with a line of running text after a few letters. The others must read it to
/// its end; those for short lines are not tried on long ones.
static GROUPS: LazyLock<[Group; 3]> = LazyLock::new(|| {
    const SHORT: usize = 90;
    let at_start = |rule: &Rule| {
        let pattern = rule.2.trim_start_matches("(?i)");
        pattern.starts_with('^') && !has_top_level_choice(pattern)
    };
    [
        group(|rule| at_start(rule)),
        group(|rule| !at_start(rule) && rule.1 <= SHORT),
        group(|rule| !at_start(rule) && rule.1 > SHORT),
    ]
});

fn group(belongs: impl Fn(&Rule) -> bool) -> Group {
    let rows: Vec<usize> = (0..RULES.len()).filter(|at| belongs(RULES[*at])).collect();
    let set = RegexSetBuilder::new(rows.iter().map(|at| compact(RULES[*at].2)))
        .size_limit(64 << 20)
        .dfa_size_limit(32 << 20)
        .build()
        .expect("a test compiles every pattern of the table");
    let words = rows.iter().map(|at| RULES[*at].1).max().unwrap_or_default();
    Group { set, rows, words }
}

/// Whether a pattern has a `|` outside all brackets: then `^` binds a part.
fn has_top_level_choice(pattern: &str) -> bool {
    let (mut depth, mut class, mut escaped) = (0, false, false);
    pattern.chars().any(|c| {
        let plain = !escaped;
        escaped = c == '\\' && plain;
        match c {
            '[' if plain => class = true,
            ']' if plain => class = false,
            '(' if plain && !class => depth += 1,
            ')' if plain && !class => depth -= 1,
            '|' if plain && !class => return depth == 0,
            _ => {}
        }
        false
    })
}

/// The rows that cut, each by itself: the set only says which rows fit.
static CUTS: LazyLock<HashMap<usize, Regex>> = LazyLock::new(|| {
    let cuts = RULES.iter().enumerate();
    cuts.filter(|(_, (act, ..))| matches!(act, Act::CutStart | Act::CutEnd | Act::CutAll))
        .map(|(at, (_, _, pattern, _))| (at, crate::pattern::pattern(&compact(pattern))))
        .collect()
});

/// Cuts never go on for ever: each shortens the line, and a line has few.
const MAX_CUTS: usize = 8;

/// Longer lines are whole texts without line ends, and no residue.
const MAX_BYTES: usize = 20_000;

/// Judges one line of text by itself.
///
/// ```
/// use throughline_extract::{Verdict, judge};
/// assert_eq!(judge("Advertisement"), Verdict::Drop);
/// assert_eq!(judge("Read more: Bridges of the county"), Verdict::Drop);
/// let line = "The bridge was closed on Friday.";
/// assert_eq!(judge(line), Verdict::Keep(line.into()));
/// ```
pub fn judge(line: &str) -> Verdict {
    let mut line = line.trim().to_owned();
    if line.len() > MAX_BYTES {
        return Verdict::Keep(line);
    }
    for _ in 0..MAX_CUTS {
        if line.is_empty() {
            return Verdict::Drop;
        }
        let words = line.split_whitespace().count();
        let tried = GROUPS.iter().filter(|group| words <= group.words);
        let fits = tried.filter_map(|group| {
            let rows = group.set.matches(&line);
            rows.iter().map(|at| group.rows[at]).find(|at| words <= RULES[*at].1)
        });
        let Some(at) = fits.min() else {
            return Verdict::Keep(line);
        };
        let cut = match RULES[at].0 {
            Act::Drop => return Verdict::Drop,
            Act::Caption => return Verdict::Role(Role::Caption, line),
            Act::Note => return Verdict::Role(Role::Note, line),
            Act::Quotation => return Verdict::Role(Role::Quotation, line),
            Act::CutStart | Act::CutEnd => CUTS[&at].replace(&line, ""),
            Act::CutAll => CUTS[&at].replace_all(&line, " "),
        };
        line = cut.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    Verdict::Keep(line)
}

static NOTES: LazyLock<RegexSet> = LazyLock::new(|| group(|rule| rule.0 == Act::Note).set);

/// Whether a line may be a note, before anything is said against it.
pub fn may_be_note(line: &str) -> bool {
    NOTES.is_match(line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Running news that looks a little like residue.
    #[test]
    fn keeps_running_news() {
        let lines = [
            "WASHINGTON (AP) — The bridge was closed on Monday.",
            "(CNN) -- The bridge was closed on Monday.",
            "Photos and videos of the bridge were posted on Twitter on Monday.",
            "The council said in an email that it would follow the report.",
            "Updated figures show that 18,000 vehicles a day used the bridge in 2015.",
            "\"Sign up now,\" the mayor told volunteers at the bridge on Friday.",
            "Related legislation was passed in 2014 by both chambers.",
            "Published in 2016, the report warned of cracks in the hangers.",
            "More: that was the word on everyone's lips as the vote was counted in the hall.",
            "UPDATE: The council said on Tuesday that it would reopen the bridge.",
            "The Associated Press reported that four hangers had cracked.",
            "Reuters reported that the bridge had closed.",
            "He was fined for breach of copyright in 2009, a court heard.",
            "By Monday evening, 14 people had been taken to hospital.",
            "By Tuesday, London and Paris Had Both Agreed to the plan, officials said.",
            "By contrast, the old bridge at Holm carried 3,000 vehicles a day.",
            "Follow-up inspections on the bridge were carried out in March.",
            "Watch lists were drawn up after the attack, the ministry said.",
            "Comments by the mayor drew anger.",
            "Posted on Weibo, the images look official. Samsung has not commented.",
            "In this region, photo identification is needed to vote.",
            "Correction officers were called to the prison on Sunday night.",
            "Video shot by a passer-by shows the bridge swaying.",
            "Source code for the tool was made public on Monday.",
            "Live music was banned in the town until 1998.",
            "Subscribers to the service will pay more from May, the company said.",
            "The firm said it had contributed to this year's fund.",
            "Read the sentence aloud, the judge told the clerk.",
            "SHAPIRO: We have seen video of the truck. What can you tell us?",
        ];
        let kept = |line: &&str| judge(line) == Verdict::Keep((*line).to_owned());
        let lost: Vec<_> = lines.into_iter().filter(|line| !kept(line)).collect();
        assert_eq!(lost, [""; 0]);
    }

    #[test]
    fn cuts_residue_from_a_line() {
        for (line, expected) in [
            (
                "The bridge closed. Advertisement Continue reading the main story",
                "The bridge closed.",
            ),
            ("ADVERTISEMENT The bridge closed.", "The bridge closed."),
            ("It closed. (Reporting by Jane Doe; Editing by Karl Roe)", "It closed."),
            ("It closed. Read or Share this story: http://h.example/a", "It closed."),
            ("It opened. pic.twitter.com/a1B2", "It opened."),
            ("Updated: 12 March 2026 10:30 AM ET - The bridge closed.", "The bridge closed."),
        ] {
            assert_eq!(judge(line), Verdict::Keep(expected.to_owned()), "{line}");
        }
    }

    #[test]
    fn keeps_a_text_without_line_ends() {
        let giant = "The bridge was closed on Monday. ".repeat(2000);
        assert_eq!(judge(&giant), Verdict::Keep(giant.trim().to_owned()));
    }

    proptest! {
        #[test]
        fn judges_any_line(line in "\\PC{0,120}") {
            if let Verdict::Keep(kept) | Verdict::Role(_, kept) = judge(&line) {
                prop_assert!(!kept.is_empty());
                prop_assert_eq!(judge(&kept), judge(&line));
            }
        }
    }
}
