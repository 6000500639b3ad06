//! [`StoryHead`]: a story in one line, as lists show it.

use serde::{Deserialize, Serialize};
use throughline_gather::StoryId;
use throughline_model::Moment;

/// What is known of a story without reading it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryHead {
    /// Its permanent id.
    pub id: StoryId,
    /// BCP 47 language tag.
    pub language: String,
    /// Headline of the newest revision; a title where nothing could be told yet.
    pub headline: String,
    /// Number of the newest revision; 0 where nothing could be told yet.
    pub revision: u32,
    /// When it was first put down.
    pub created: Moment,
    /// When something was last told that was new.
    pub modified: Moment,
    /// When the article came out that brought that.
    #[serde(default)]
    pub told: Option<Moment>,
    /// When it last changed in any way.
    pub changed: Moment,
    /// When its newest article came out.
    pub newest: Option<Moment>,
    /// How many articles came out in the day before that one.
    pub pace: u32,
    /// How many articles it has.
    pub articles: u32,
    /// How many outlets they come from.
    pub outlets: u32,
    /// The story that it was a part of.
    pub split_from: Option<StoryId>,
}

/// How lively a story is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Many articles within a day, the newest just now.
    Breaking,
    /// Articles still come.
    Developing,
    /// None came for some days.
    Quiet,
}

const HOUR: i64 = 3600;

/// A story breaks when so many articles of one day are there, the newest not
/// older than this.
const MANY: u32 = 3;
const JUST_NOW: i64 = 12 * HOUR;

/// After so long without an article it is quiet.
const STILL: i64 = 3 * 24 * HOUR;

impl StoryHead {
    /// How lively the story is now.
    pub fn phase(&self, now: Moment) -> Phase {
        let newest = self.newest.unwrap_or(self.modified);
        // A day without a time may be any hour of it.
        let rest_of_day = if newest.time().is_none() { 24 * HOUR } else { 0 };
        let age = now.instant().as_second() - newest.instant().as_second() - rest_of_day;
        if age > STILL {
            Phase::Quiet
        } else if age <= JUST_NOW && self.pace >= MANY {
            Phase::Breaking
        } else {
            Phase::Developing
        }
    }

    /// What lists are ordered by: the newest article, or the last news where no
    /// article is dated.
    pub fn activity(&self) -> Moment {
        self.newest.unwrap_or(self.modified)
    }
}

/// The newest of some dates, and how many lie within the day before it.
pub(crate) fn pace(published: impl Iterator<Item = Moment> + Clone) -> (Option<Moment>, u32) {
    let Some(newest) = published.clone().max() else { return (None, 0) };
    let day_before = newest.instant().as_second() - 24 * HOUR;
    let near = published.filter(|at| at.instant().as_second() >= day_before).count();
    (Some(newest), u32::try_from(near).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    #[test]
    fn phases_follow_the_newest_article() {
        let cases = [
            ("2026-09-18T10:00:00Z", 3, "2026-09-18T12:00:00Z", Phase::Breaking),
            ("2026-09-18T10:00:00Z", 2, "2026-09-18T12:00:00Z", Phase::Developing),
            ("2026-09-18T10:00:00Z", 9, "2026-09-19T12:00:00Z", Phase::Developing),
            ("2026-09-18T10:00:00Z", 9, "2026-09-22T12:00:00Z", Phase::Quiet),
            ("2026-09-18", 3, "2026-09-19T08:00:00Z", Phase::Breaking),
        ];
        for (newest, pace, now, expected) in cases {
            let head = StoryHead {
                id: StoryId(1),
                language: "en".into(),
                headline: String::new(),
                revision: 1,
                created: at(newest),
                modified: at(newest),
                told: None,
                changed: at(newest),
                newest: Some(at(newest)),
                pace,
                articles: pace,
                outlets: 1,
                split_from: None,
            };
            assert_eq!(head.phase(at(now)), expected, "{newest} {pace} {now}");
        }
    }

    #[test]
    fn pace_counts_the_last_day() {
        let days = ["2026-09-15", "2026-09-17T12:00:00Z", "2026-09-18T10:00:00Z"].map(at);
        assert_eq!(pace(days.into_iter()), (Some(days[2]), 2));
    }
}
