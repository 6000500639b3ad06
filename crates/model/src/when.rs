//! [`When`]: the date of an event, as coarse as the evidence leaves it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Evidence, Moment, month_name};

/// The date of a timeline entry. `from` and `to` are both days inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct When {
    /// First day, none where the beginning is open.
    pub from: Option<Date>,
    /// Last day, none where the end is open.
    pub to: Option<Date>,
    /// How exactly it is known.
    pub precision: Precision,
    /// What the reader sees: "Jan 6, 2026", "March 2014", "2014", "If ratified".
    pub display: String,
    /// The condition, in the article's words, for a conditional future.
    pub condition: Option<String>,
}

impl When {
    /// How the date is shown: "Jan 6, 2026", "Jan 6–7, 2026", "March 2014",
    /// "2014", or the condition of an undated future.
    pub fn shown(&self) -> String {
        let short = |d: Date| &month_name(d)[..3];
        let day = |d: Date| format!("{} {}, {}", short(d), d.day(), d.year());
        match (self.precision, self.from, self.to) {
            (Precision::Day, Some(d), _) => day(d),
            (Precision::Month, Some(d), _) => format!("{} {}", month_name(d), d.year()),
            (Precision::Year, Some(d), _) => d.year().to_string(),
            (_, Some(a), Some(b)) if a.year() == b.year() && a.month() == b.month() => {
                format!("{} {}–{}, {}", short(a), a.day(), b.day(), a.year())
            }
            (_, Some(a), Some(b)) if whole_years(a, b) => format!("{}–{}", a.year(), b.year()),
            (_, Some(a), Some(b)) if whole_months(a, b) && a.year() == b.year() => {
                format!("{}–{} {}", month_name(a), month_name(b), a.year())
            }
            (_, Some(a), Some(b)) => format!("{} – {}", day(a), day(b)),
            (_, Some(a), None) => format!("since {}", day(a)),
            (_, None, Some(b)) => format!("until {}", day(b)),
            (_, None, None) => self.condition.clone().unwrap_or_else(|| "undated".into()),
        }
    }
}

fn whole_years(a: Date, b: Date) -> bool {
    (a.month(), a.day(), b.month(), b.day()) == (1, 1, 12, 31)
}

fn whole_months(a: Date, b: Date) -> bool {
    a.day() == 1 && b.tomorrow().is_ok_and(|next| next.day() == 1)
}

/// How exactly a date is known.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// One day.
    Day,
    /// One calendar month.
    Month,
    /// One calendar year.
    Year,
    /// Several days, months or years.
    Range,
    /// Not dated: "after a ceasefire".
    Open,
}

/// What kind of entry it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It happened.
    Past,
    /// It was so on the day on which somebody stated it.
    State,
    /// It is announced for a date.
    Scheduled,
    /// It will happen if the condition is met.
    Conditional,
}

/// The words that date an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DateEvidence {
    /// The words, none where the publication date stands in.
    pub evidence: Option<Evidence>,
    /// How the words give the date.
    pub how: How,
    /// What a relative expression was resolved against.
    pub anchor: Option<Moment>,
    /// From 0 to 1.
    pub confidence: f32,
}

/// How words give a date.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Day, month and year, or year, are written out.
    Explicit,
    /// "Tuesday", "last month", "March 3" without a year: relative to `anchor`.
    Relative,
    /// The dateline of the article.
    Dateline,
    /// The day of publication, low confidence.
    Publication,
}
