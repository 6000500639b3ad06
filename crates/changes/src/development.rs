//! How a later claim develops an earlier one: another value, or another state.

use throughline_annotate::moves_day;

use crate::{
    claim::Claim,
    report::{Difference, What, Why},
    told::Weights,
};

/// How alike two sentences must be, each way, for a figure of one to replace
/// that of the other.
const ONE_MATTER: f32 = 0.55;

/// How much of a plan a sentence must repeat that says that it was moved.
const MOVED: f32 = 0.4;

/// What became of an earlier claim.
pub enum Development {
    /// It has another value.
    Changed(Vec<Difference>),
    /// It has been overtaken.
    Superseded(Why),
}

/// How a new claim develops an old one, with how near the two are; nothing
/// where they tell of different things or where nothing about them changed.
/// That the new one is later is for the caller to know.
pub fn development(weights: &Weights, old: &Claim, new: &Claim) -> Option<(Development, f32)> {
    let alike = weights.alike(old, new);
    if let Some(toll) = toll(old, new) {
        // It is told in many ways, and there is one of it in a story.
        return Some((Development::Changed(vec![toll]), 1.0 + alike));
    }
    if let Some(date) = moved(weights, old, new) {
        return Some((Development::Changed(vec![date]), 1.0));
    }
    let names = new.names_within(old) && old.names_within(new);
    if alike < ONE_MATTER || !names {
        return None;
    }
    if old.denies != new.denies {
        let same = new.other_figures(old).is_empty();
        return same.then_some((Development::Superseded(Why::Reversed), alike));
    }
    let values = differences(old, new);
    if !values.is_empty() {
        return Some((Development::Changed(values), alike));
    }
    let happened = old.looks_ahead && !new.looks_ahead && new.other_figures(old).is_empty();
    happened.then_some((Development::Superseded(Why::Happened), alike))
}

/// The toll of the story where both give it, with another value.
fn toll(old: &Claim, new: &Claim) -> Option<Difference> {
    let added = new.other_figures(old);
    let figure = added.iter().find(|f| f.toll.is_some())?;
    let tolls: Vec<_> = old.figures.iter().filter(|f| f.toll == figure.toll).collect();
    let [before] = tolls[..] else { return None };
    (before.quantity.value != figure.quantity.value).then(|| Difference {
        what: What::Figure,
        about: figure.about(),
        old: before.shown.clone(),
        new: figure.shown.clone(),
    })
}

/// "moved from 25 June to 9 July", where the old claim has 25 June.
fn moved(weights: &Weights, old: &Claim, new: &Claim) -> Option<Difference> {
    let [before] = &old.dates[..] else { return None };
    let [from, to] = &new.dates[..] else { return None };
    let moves = new.words.iter().any(|word| moves_day(&word.stem));
    let one = moves && from.days == before.days && weights.covered(old, new) >= MOVED;
    one.then(|| Difference {
        what: What::Date,
        about: None,
        old: from.shown.clone(),
        new: to.shown.clone(),
    })
}

/// Values of the new claim that stand where the old one has others; none where
/// one of them has no counterpart, since then the two tell of different things.
fn differences(old: &Claim, new: &Claim) -> Vec<Difference> {
    let mut found = Vec::new();
    let gone = old.other_figures(new);
    for figure in new.other_figures(old) {
        let like: Vec<_> = gone.iter().filter(|g| g.measures_like(figure)).collect();
        let [before] = like[..] else { return Vec::new() };
        found.push(Difference {
            what: What::Figure,
            about: figure.about(),
            old: before.shown.clone(),
            new: figure.shown.clone(),
        });
    }
    match (&old.other_dates(new)[..], &new.other_dates(old)[..]) {
        ([before], [after]) => found.push(Difference {
            what: What::Date,
            about: None,
            old: before.shown.clone(),
            new: after.shown.clone(),
        }),
        (_, []) => {}
        _ => return Vec::new(),
    }
    found
}
