//! One line against the table.

use std::{
    cell::LazyCell,
    sync::{LazyLock, OnceLock},
};

use regex::Regex;
use throughline_model::Role;

use super::table::{Act, Rule, compact, rules};
use crate::needles::Needles;

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

/// Some rows of the table, with the needles that tell which of them a line may fit.
struct Rows {
    rows: Vec<usize>,
    needles: Needles,
}

static ALL: LazyLock<Rows> = LazyLock::new(|| Rows::of(|_| true));
// Asked of every block of a page, where few needles are quickly looked for.
static APPEALS: LazyLock<Rows> = LazyLock::new(|| Rows::of(|act| act == Act::Appeal));
static NOTES: LazyLock<Rows> = LazyLock::new(|| Rows::of(|act| act == Act::Note));

/// The patterns of the rows, each compiled when a line has its needle.
static PATTERNS: LazyLock<Vec<OnceLock<Regex>>> =
    LazyLock::new(|| RULES.iter().map(|_| OnceLock::new()).collect());

fn pattern_of(row: usize) -> &'static Regex {
    PATTERNS[row].get_or_init(|| crate::pattern::pattern(&compact(RULES[row].2)))
}

impl Rows {
    fn of(is_wanted: impl Fn(Act) -> bool) -> Self {
        let rows: Vec<usize> = (0..RULES.len()).filter(|row| is_wanted(RULES[*row].0)).collect();
        let patterns: Vec<String> = rows.iter().map(|row| compact(RULES[*row].2)).collect();
        let needles = Needles::of(patterns.iter().map(String::as_str));
        Self { rows, needles }
    }

    /// The first row that a line fits.
    fn first(&self, line: &str) -> Option<usize> {
        let words = LazyCell::new(|| line.split_whitespace().count());
        self.any_length(line, |rule| *words <= rule.1)
    }

    /// The same of those that are wanted, however long the line is.
    fn any_length(&self, line: &str, is_wanted: impl Fn(&Rule) -> bool) -> Option<usize> {
        let may_fit = self.needles.in_line(line);
        let rows = self.rows.iter().enumerate().filter(|(at, _)| may_fit >> at & 1 == 1);
        let mut rows = rows.map(|(_, row)| *row).filter(|row| is_wanted(RULES[*row]));
        rows.find(|row| pattern_of(*row).is_match(line))
    }
}

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
        let Some(row) = ALL.first(&line) else {
            return Verdict::Keep(line);
        };
        let cut = match RULES[row].0 {
            Act::Drop | Act::Appeal => return Verdict::Drop,
            Act::Caption => return Verdict::Role(Role::Caption, line),
            Act::Note => return Verdict::Role(Role::Note, line),
            Act::Quotation => return Verdict::Role(Role::Quotation, line),
            Act::CutStart | Act::CutEnd => pattern_of(row).replace(&line, ""),
            Act::CutAll => pattern_of(row).replace_all(&line, " "),
        };
        line = cut.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    Verdict::Keep(line)
}

/// Whether a line asks readers for money.
pub fn is_appeal(line: &str) -> bool {
    APPEALS.first(line).is_some()
}

/// Whether a line may be a note, before anything is said against it.
pub fn may_be_note(line: &str) -> bool {
    NOTES.any_length(line, |_| true).is_some()
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
