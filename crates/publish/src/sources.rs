//! What the source list knows of a source beyond its own line: who is the same
//! witness, and which of its passages are cited where.

use std::collections::BTreeMap;

use throughline_model::{Briefing, Evidence, Place, Source};

use crate::{dates, places};

/// The source with this number; a briefing read from elsewhere may lack it.
pub(crate) fn numbered(sources: &[Source], number: usize) -> Option<&Source> {
    sources.iter().find(|source| source.number == number)
}

/// Numbers of the other sources that are one witness with this one.
pub(crate) fn same_witness(briefing: &Briefing, source: &Source) -> Vec<usize> {
    let others = briefing.sources.iter().filter(|other| other.number != source.number);
    others.filter(|other| other.family == source.family).map(|other| other.number).collect()
}

/// What is to be known of a source beside its note: a date that is not
/// believed or not its own, and "One witness
/// with `[2]` and `[3]`".
pub(crate) fn remark(briefing: &Briefing, source: &Source) -> Option<String> {
    let placed =
        source.placed.then(|| "Placed by what others tell of the days it names".to_owned());
    let dated = placed.into_iter().chain(doubt(briefing, source));
    let remarks: Vec<String> = dated.chain(witness(briefing, source)).collect();
    (!remarks.is_empty()).then(|| remarks.join(". "))
}

/// Why nothing is counted from the date that a source bears.
fn doubt(briefing: &Briefing, source: &Source) -> Option<String> {
    let doubted = source.doubted?;
    let day = dates::day(doubted.date());
    Some(match source.published {
        Some(_) if !source.placed => {
            "Its \"today\" is not told as a day: others date the same otherwise".to_owned()
        }
        _ if doubted > briefing.now => format!("Dated {day}, which was still to come"),
        _ => format!("Dated {day}, which other days of the story speak against"),
    })
}

fn witness(briefing: &Briefing, source: &Source) -> Option<String> {
    let mut numbers = same_witness(briefing, source).into_iter().map(|n| format!("[{n}]"));
    let last = numbers.next_back()?;
    let rest: Vec<String> = numbers.collect();
    Some(match rest.is_empty() {
        true => format!("One witness with {last}"),
        false => format!("One witness with {} and {last}", rest.join(", ")),
    })
}

/// A passage of a source and the places that cite it.
pub(crate) struct CitedPassage<'a> {
    pub evidence: &'a Evidence,
    pub places: Vec<Place>,
}

/// The passages that the briefing cites from this source, each once, in the
/// order of the article.
pub(crate) fn cited_passages(briefing: &Briefing, number: usize) -> Vec<CitedPassage<'_>> {
    let mut passages: BTreeMap<(usize, usize, &str), CitedPassage<'_>> = BTreeMap::new();
    for (place, statement) in places::all(briefing) {
        let citations = statement.citations.iter().filter(|c| c.source == number);
        for evidence in citations.flat_map(|c| &c.evidence) {
            passages
                .entry((evidence.start, evidence.end, &evidence.article))
                .or_insert_with(|| CitedPassage { evidence, places: Vec::new() })
                .places
                .push(place);
        }
    }
    passages.into_values().collect()
}
