//! Periods: the stretches of days in which a story was reported. An old launch and a new one, each
//! told in the same words, are told apart by them.

use jiff::civil::Date;

use crate::{Briefing, Section, Source};

/// Days without a report after which another period begins.
const GAP: i32 = 7;

/// For each day the period that it falls in, the first being 0; none where there is no day.
///
/// ```
/// use jiff::civil::date;
/// use throughline_model::periods;
/// let days = [Some(date(2026, 3, 2)), None, Some(date(2026, 1, 5)), Some(date(2026, 3, 9))];
/// assert_eq!(periods(&days), [Some(1), None, Some(0), Some(1)]);
/// ```
#[must_use]
pub fn periods(days: &[Option<Date>]) -> Vec<Option<usize>> {
    let mut known: Vec<Date> = days.iter().copied().flatten().collect();
    known.sort();
    let begins = |pair: &[Date]| {
        let apart = pair[0].until(pair[1]).map_or(0, |span| span.get_days());
        (apart > GAP).then_some(pair[1])
    };
    let begun: Vec<Date> = known.windows(2).filter_map(begins).collect();
    days.iter().map(|day| day.map(|day| begun.partition_point(|first| *first <= day))).collect()
}

impl Briefing {
    /// The first and the last day on which the sources of a section came out, where like events
    /// of more than one time are told.
    #[must_use]
    pub fn reported(&self, section: &Section) -> Option<(Date, Date)> {
        // Others may bear out what the first source tells, years before or after.
        let first = section.statements.iter().filter_map(|told| told.citations.first());
        let sources = first.filter_map(|citation| {
            self.sources.iter().find(|source| source.number == citation.source)
        });
        let sources: Vec<&Source> = sources.collect();
        let own = sources.iter().filter_map(|source| source.came_out());
        let own: Vec<Date> = own.map(|at| at.date()).collect();
        let placed = || sources.iter().filter_map(|source| source.published).map(|at| at.date());
        let days = if own.is_empty() { placed().collect() } else { own };
        let ends = days.iter().copied().min().zip(days.iter().copied().max());
        ends.filter(|_| self.recurs)
    }
}
