//! One numbering: a source has one number, everywhere in the briefing, and the
//! list says of it what the stored article says.

use std::collections::{BTreeMap, HashMap, HashSet};

use throughline_model::{Briefing, Place, Source, Statement};

use crate::{
    fault::{Fault, Found},
    stored::Stored,
};

/// Faults of the source list and of the numbers that point to it.
pub fn faults(briefing: &Briefing, stored: &Stored) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut numbered: HashMap<usize, &Source> = HashMap::new();
    let mut listed = HashSet::new();
    for (i, source) in briefing.sources.iter().enumerate() {
        let number = source.number;
        let mut add = |found| faults.push(Fault { place: Place::Source(i), found });
        if number != i + 1 {
            add(Found::Misnumbered { number, place: i + 1 });
        }
        if !listed.insert(source.article.as_str()) {
            add(Found::Repeated { number });
        }
        match stored.get(&source.article) {
            None => add(Found::NoArticle { article: source.article.clone() }),
            Some(held) => {
                let article = held.article;
                let fields = [
                    ("outlet", source.outlet == article.outlet),
                    ("title", source.title == article.title),
                    ("address", source.url == article.url),
                    ("day of publication", source.published == article.published),
                    ("title", article.text.lines().next().unwrap_or("") == article.title),
                ];
                for (field, _) in fields.into_iter().filter(|(_, same)| !same) {
                    add(Found::OtherField { number, field: field.to_owned() });
                }
                if !held.is_genuine() {
                    add(Found::OtherText { article: source.article.clone() });
                }
            }
        }
        let own = source.note.citations.first().map(|c| c.source);
        if own.is_some_and(|own| own != number) {
            add(Found::OthersNote { number });
        }
        numbered.entry(number).or_insert(source);
    }
    for (place, statement) in briefing.statements() {
        let found = citations(statement, &numbered);
        faults.extend(found.into_iter().map(|found| Fault { place, found }));
    }
    faults.extend(ids(briefing));
    faults
}

fn citations(statement: &Statement, numbered: &HashMap<usize, &Source>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut families = HashSet::new();
    for citation in &statement.citations {
        let number = citation.source;
        let Some(source) = numbered.get(&number) else {
            found.push(Found::NoSource { number });
            continue;
        };
        for evidence in citation.evidence.iter().filter(|e| e.article != source.article) {
            found.push(Found::WrongSource { number, article: evidence.article.clone() });
        }
        if !families.insert(source.family.as_str()) {
            found.push(Found::OneWitness { number });
        }
    }
    found
}

/// One id names one statement, wherever it is told.
fn ids(briefing: &Briefing) -> Vec<Fault> {
    let mut told: BTreeMap<&str, &Statement> = BTreeMap::new();
    let mut faults = Vec::new();
    for (place, statement) in briefing.statements() {
        let same = |other: &&Statement| {
            let passage =
                |s: &Statement| s.citations.first().and_then(|c| c.evidence.first()).cloned();
            other.text == statement.text && passage(other) == passage(statement)
        };
        let first = *told.entry(&statement.id).or_insert(statement);
        if statement.id.is_empty() || !same(&first) {
            let found = Found::SharedId { id: statement.id.clone() };
            faults.push(Fault { place, found });
        }
    }
    faults
}
