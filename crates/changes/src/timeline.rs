//! Which entries of one timeline are entries of another, and what changed in them.

use throughline_model::{Status, TimelineEntry};

use crate::{
    claim::{Claim, Place},
    reader::Reader,
    told::Weights,
};

/// What an entry was before.
pub enum Was<'a> {
    /// The same.
    Same,
    /// The same event with another date.
    Redated(&'a TimelineEntry),
    /// The same event with another status.
    Restated(&'a TimelineEntry),
}

/// What each entry of the newer timeline was in the older one, by its place in
/// the newer timeline; nothing where it is not in the older one.
pub fn matched<'a>(weights: &Weights, old: &Reader<'a>, new: &Reader) -> Vec<Option<Was<'a>>> {
    let (before, now) = (entries(old), entries(new));
    let one =
        |a: &Claim, b: &Claim| weights.told_but_for_dates(a, b) || weights.told_but_for_dates(b, a);
    // Entries under their own date first: a sentence with two dates is two entries.
    let mut taken = vec![false; before.len()];
    let mut found: Vec<Option<Was>> = Vec::with_capacity(now.len());
    for (claim, entry) in &now {
        let same = before.iter().position(|(old, was)| was.when == entry.when && one(old, claim));
        found.push(same.map(|at| {
            taken[at] = true;
            let was = before[at].1;
            if is_another_status(was.status, entry.status) { Was::Restated(was) } else { Was::Same }
        }));
    }
    for ((claim, entry), found) in now.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
        let moved = before.iter().enumerate().position(|(at, (old, was))| {
            let both = was.when.from.is_some() && entry.when.from.is_some();
            !taken[at] && both && one(old, claim) && !gives_both(claim, was)
        });
        if let Some(at) = moved {
            taken[at] = true;
            *found = Some(Was::Redated(before[at].1));
        }
    }
    found
}

/// The entries with their claims.
pub fn entries<'a, 'r>(reader: &'r Reader<'a>) -> Vec<(&'r Claim<'a>, &'a TimelineEntry)> {
    let entry = |claim: &'r Claim<'a>| match claim.place {
        Place::Entry(entry) => Some((claim, entry)),
        _ => None,
    };
    reader.claims.iter().filter_map(entry).collect()
}

/// Whether a sentence gives the other entry's date too: then it tells two events.
fn gives_both(claim: &Claim, was: &TimelineEntry) -> bool {
    let days = was.when.from.zip(was.when.to);
    claim.dates.iter().any(|date| Some(date.days) == days)
}

/// A past event and a state as stated then are both past.
fn is_another_status(was: Status, is: Status) -> bool {
    let kind = |status| match status {
        Status::Past | Status::State => 0,
        Status::Scheduled => 1,
        Status::Conditional => 2,
    };
    kind(was) != kind(is)
}
