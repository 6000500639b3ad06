//! The words of ours around a list of changes, the same in every form.

use std::collections::BTreeSet;

use throughline_changes::{
    Changes, Corroborated, Difference, Disputed, Superseded, What, Why, Withdrawn,
};
use throughline_model::{Source, Status};

use crate::{dates, labels};

pub(crate) const CHANGED: &str = "Changed";
pub(crate) const NEW: &str = "New";
pub(crate) const SUPERSEDED: &str = "Overtaken";
pub(crate) const WITHDRAWN: &str = "Withdrawn";
pub(crate) const CORROBORATED: &str = "More sources say so now";
pub(crate) const DISPUTED: &str = "Sources differ now";
pub(crate) const ALSO: &str = "From articles that were there before";
pub(crate) const LEFT_OUT: &str = "Left out now; their sources still say so";
pub(crate) const BEFORE: &str = "Before: ";

/// "What changed since 17 September 2026, 08:00 (UTC)".
pub(crate) fn title(changes: &Changes) -> String {
    format!("What changed since {}", dates::moment(changes.from.now))
}

/// What a reader may stop after: how many articles came, or that nothing is new.
pub(crate) fn summary(changes: &Changes) -> String {
    let count = |n: usize| match n {
        1 => "one article".to_owned(),
        n => format!("{n} articles"),
    };
    let mut parts = Vec::new();
    if !changes.is_news() {
        parts.push("Nothing new".to_owned());
    }
    match (changes.added.len(), changes.is_news()) {
        (0, true) => parts.push("No article was added".to_owned()),
        (0, false) => {}
        (n, true) => parts.push(format!("{} added", capital(&count(n)))),
        (1, false) => parts
            .push("One article was added and tells nothing that was not told before".to_owned()),
        (n, false) => {
            parts
                .push(format!("{n} articles were added and tell nothing that was not told before"));
        }
    }
    match changes.gone.len() {
        0 => {}
        n => parts.push(format!("{} no longer part of the story", capital(&count(n)))),
    }
    parts.join(". ") + "."
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

/// "people killed: 11 → 14".
pub(crate) fn difference(difference: &Difference) -> String {
    let values = format!("{} → {}", difference.old, difference.new);
    match (&difference.about, difference.what) {
        (Some(about), _) => format!("{about}: {values}"),
        (None, What::Date | What::Figure) => values,
    }
}

/// All values of a change on one line.
pub(crate) fn differences(differences: &[Difference]) -> String {
    differences.iter().map(difference).collect::<Vec<_>>().join("; ")
}

/// What became of what was told.
pub(crate) fn why(superseded: &Superseded) -> &'static str {
    match superseded.why {
        Why::Happened => "has happened",
        Why::Reversed => "now said otherwise",
    }
}

/// Why a statement stands no more.
pub(crate) fn withdrawn(withdrawn: &Withdrawn) -> String {
    let outlets: Vec<&str> =
        withdrawn.old.outlets.iter().map(String::as_str).filter(|o| !o.is_empty()).collect();
    let article = match outlets.as_slice() {
        [] => "its article".to_owned(),
        outlets => format!("the article of {}", outlets.join(", ")),
    };
    match withdrawn.corrected {
        true => format!("no longer in {article}"),
        false => format!("{article} is no longer part of the story"),
    }
}

/// "2 independent sources, 1 before".
pub(crate) fn witnesses(corroborated: &Corroborated) -> String {
    format!("{} independent sources, {} before", corroborated.after, corroborated.before)
}

/// What a disagreement is about, and how the sources differ.
pub(crate) fn dispute(disputed: &Disputed) -> (String, &'static str) {
    (disputed.disagreement.about.clone(), labels::disagreement(disputed.disagreement.kind))
}

/// What an event was and is.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Past => "has happened",
        Status::State => "as stated then",
        Status::Scheduled => "planned",
        Status::Conditional => "conditional",
    }
}

/// The sources that the list cites, and those that were added, in order.
pub(crate) fn sources(changes: &Changes) -> Vec<&Source> {
    let statements = changes
        .headline
        .iter()
        .map(|h| &h.new)
        .chain(changes.changed.iter().map(|c| &c.new.statement))
        .chain(changes.superseded.iter().map(|s| &s.new.statement))
        .chain(changes.new.iter().chain(&changes.also_told).map(|f| &f.statement))
        .chain(changes.corroborated.iter().map(|c| &c.fact.statement))
        .chain(
            changes.disputed.iter().flat_map(|d| &d.disagreement.positions).map(|p| &p.statement),
        )
        .chain(changes.timeline.new.iter().map(|e| &e.statement))
        .chain(changes.timeline.redated.iter().map(|r| &r.entry.statement))
        .chain(changes.timeline.restated.iter().map(|r| &r.entry.statement));
    let mut numbers: BTreeSet<usize> = changes.added.iter().copied().collect();
    numbers.extend(statements.flat_map(|s| &s.citations).map(|c| c.source));
    changes.sources.iter().filter(|source| numbers.contains(&source.number)).collect()
}
