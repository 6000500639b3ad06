//! One numbering: a source has one number, everywhere in the briefing.

use std::collections::HashMap;

use throughline_model::{Briefing, CitedArticle};

use crate::fault::{Fault, Found};

/// Faults of the source list and of the numbers that point to it.
pub fn faults(briefing: &Briefing, articles: &HashMap<&str, &CitedArticle>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut numbered = HashMap::new();
    for (i, source) in briefing.sources.iter().enumerate() {
        let place = || format!("source {}", source.number);
        if source.number != i + 1 {
            let found = Found::Misnumbered { number: source.number, place: i + 1 };
            faults.push(Fault { place: place(), found });
        }
        if !articles.contains_key(source.article.as_str()) {
            let found = Found::NoArticle { article: source.article.clone() };
            faults.push(Fault { place: place(), found });
        }
        numbered.insert(source.number, source.article.as_str());
    }
    for (place, statement) in briefing.statements() {
        for citation in &statement.citations {
            let number = citation.source;
            let Some(article) = numbered.get(&number) else {
                faults.push(Fault { place: place.clone(), found: Found::NoSource { number } });
                continue;
            };
            for evidence in citation.evidence.iter().filter(|e| e.article != *article) {
                let found = Found::WrongSource { number, article: evidence.article.clone() };
                faults.push(Fault { place: place.clone(), found });
            }
        }
    }
    faults
}
