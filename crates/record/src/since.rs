//! [`Since`]: the revision that a reader knows, by its number or by the time
//! when the reader last looked.

use std::{fmt, str::FromStr};

use throughline_model::Moment;

/// Since when a reader asks what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// The revision of this number is known.
    Revision(u32),
    /// What was told at this time is known; of a day, what was told before it.
    Moment(Moment),
}

/// The text is neither a number nor a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SinceError(String);

impl fmt::Display for SinceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = "neither the number of a revision nor a time";
        write!(f, "{:?} is {what}, as 3 or 2026-03-12 or 2026-03-12T08:30:00Z", self.0)
    }
}

impl std::error::Error for SinceError {}

impl FromStr for Since {
    type Err = SinceError;

    fn from_str(text: &str) -> Result<Self, SinceError> {
        let number = text.parse().map(Self::Revision);
        let error = || SinceError(text.chars().take(40).collect());
        number.or_else(|_| text.parse().map(Self::Moment)).map_err(|_| error())
    }
}

impl Since {
    /// The number of the newest revision that the reader knows, among all of a
    /// story in order; none where nothing was told by then.
    pub fn known(self, revisions: impl Iterator<Item = (u32, Moment)>) -> Option<u32> {
        let known = |&(number, at): &(u32, Moment)| match self {
            Self::Revision(asked) => number == asked,
            Self::Moment(seen) if seen.time().is_none() => at.date() < seen.date(),
            Self::Moment(seen) => at <= seen,
        };
        revisions.filter(known).last().map(|(number, _)| number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_revision_that_is_known() {
        let times = ["2026-09-16T08:00:00Z", "2026-09-17T08:00:00Z", "2026-09-17T20:00:00Z"];
        let times: Vec<Moment> = times.iter().map(|t| t.parse().expect("a date")).collect();
        let cases = [
            ("2", Some(2)),
            ("4", None),
            ("2026-09-15", None),
            ("2026-09-16", None),
            ("2026-09-17", Some(1)),
            ("2026-09-18", Some(3)),
            ("2026-09-17T12:00:00Z", Some(2)),
            ("2026-09-30", Some(3)),
        ];
        for (text, expected) in cases {
            let since: Since = text.parse().expect("a number or a time");
            assert_eq!(since.known((1..).zip(times.iter().copied())), expected, "{text}");
        }
        assert!("yesterday".parse::<Since>().is_err());
    }
}
