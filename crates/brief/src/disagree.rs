//! Disagreements: where independent sources give different figures for one thing.
//!
//! Precision before recall: two figures are compared only when they count the
//! same thing in sentences that are otherwise much alike.

use throughline_annotate::{Bound, Quantity, Relation};
use throughline_model::DisagreementKind;

use crate::{
    cite::Told,
    draft::Draft,
    figures::{is_harm, thing},
    story::{LineId, Story},
    timeline::Clash,
};

/// The most disagreements shown.
const MOST: usize = 4;

/// Cosine from which two sentences with one counted thing tell of one matter.
const ALIKE: f32 = 0.22;

/// Sentences from the top of an article whose figures are compared.
const HIGH: usize = 6;

/// The same for the toll of a disaster, which sentences tell in many ways.
const ALIKE_TOLLS: f32 = 0.08;

/// A disagreement before numbering.
pub struct Planned {
    /// What is counted.
    pub about: String,
    /// Conflict or development.
    pub kind: DisagreementKind,
    /// Value, newest, what is told.
    pub positions: Vec<(String, bool, Told)>,
}

/// One figure in one line.
struct Figure<'a> {
    line: LineId,
    quantity: &'a Quantity,
    thing: String,
}

/// Finds the disagreements of a story; `make` smooths the sentence of a position.
pub fn plan(
    story: &Story,
    ranked: &[(LineId, f32)],
    make: impl Fn(LineId) -> Option<Draft>,
) -> Vec<Planned> {
    // The toll of this story stands high in a report; below are other disasters.
    let high = |line: LineId| story.sentence(line).position.is_none_or(|at| at < HIGH);
    let figures: Vec<Figure> = ranked
        .iter()
        .filter(|(line, _)| high(*line))
        .flat_map(|&(line, _)| {
            let sentence = story.sentence(line);
            sentence.quantities.iter().filter_map(move |quantity| {
                Some(Figure { line, quantity, thing: thing(story, line, quantity)? })
            })
        })
        .collect();
    let mut found: Vec<Planned> = Vec::new();
    let mut used: Vec<String> = Vec::new();
    for figure in &figures {
        if used.contains(&figure.thing) || found.len() >= MOST {
            continue;
        }
        let mut sides: Vec<&Figure> = vec![figure];
        for other in figures.iter().filter(|o| o.thing == figure.thing) {
            if sides.iter().all(|side| conflicts(story, side, other)) && sides.len() < 4 {
                sides.push(other);
            }
        }
        if sides.len() < 2 {
            continue;
        }
        if let Some(planned) = planned(story, &sides, &make) {
            used.push(figure.thing.clone());
            found.push(planned);
        }
    }
    found
}

/// The disagreements on the day of one event.
pub fn dates(
    story: &Story,
    clashes: Vec<Clash>,
    make: impl Fn(LineId) -> Option<Draft>,
) -> Vec<Planned> {
    let planned = clashes.into_iter().filter_map(|clash| {
        let newest = clash.sides.iter().filter_map(|(_, l)| story.anchor(*l)).max();
        let positions: Vec<(String, bool, Told)> = clash
            .sides
            .into_iter()
            .filter_map(|(day, line)| {
                Some((day, story.anchor(line) == newest, Told::alone(make(line)?)))
            })
            .collect();
        (positions.len() == 2).then(|| Planned {
            about: "day of one event".to_owned(),
            kind: DisagreementKind::Date,
            positions,
        })
    });
    planned.take(2).collect()
}

fn planned(
    story: &Story,
    sides: &[&Figure],
    make: &impl Fn(LineId) -> Option<Draft>,
) -> Option<Planned> {
    let at = |f: &Figure| story.anchor(f.line).map(|m| m.date());
    let mut sides: Vec<&Figure> = sides.to_vec();
    sides.sort_by(|a, b| at(a).cmp(&at(b)).then(a.quantity.value.total_cmp(&b.quantity.value)));
    let newest = sides.iter().filter_map(|f| at(f)).max();
    let harm = is_harm(&sides[0].thing);
    let dates: Vec<_> = sides.iter().map(|f| at(f)).collect();
    let spread = dates.windows(2).all(|w| w[0] < w[1]);
    let grows = sides.windows(2).all(|w| w[0].quantity.value < w[1].quantity.value);
    let kind = if harm && spread && grows {
        DisagreementKind::Development
    } else {
        DisagreementKind::Number
    };
    let positions: Vec<(String, bool, Told)> = sides
        .iter()
        .filter_map(|side| {
            let article = &story.readings[story.lines[side.line].article].article;
            let value = bounded(side.quantity, &article.text[side.quantity.span.clone()]);
            Some((value, at(side) == newest && newest.is_some(), Told::alone(make(side.line)?)))
        })
        .collect();
    let newest_is_one = positions.iter().filter(|p| p.1).count() == 1;
    let positions: Vec<_> = positions
        .into_iter()
        .map(|(value, newest, told)| (value, newest && newest_is_one, told))
        .collect();
    (positions.len() >= 2).then(|| Planned { about: sides[0].thing.clone(), kind, positions })
}

fn bounded(quantity: &Quantity, text: &str) -> String {
    match quantity.bound {
        Bound::Exact => text.to_owned(),
        Bound::About => format!("about {text}"),
        Bound::AtLeast => format!("at least {text}"),
        Bound::AtMost => format!("up to {text}"),
    }
}

/// Whether two figures cannot both be right.
fn conflicts(story: &Story, a: &Figure, b: &Figure) -> bool {
    let family = |f: &Figure| story.families[story.lines[f.line].article];
    let (low, high) = if a.quantity.value < b.quantity.value { (a, b) } else { (b, a) };
    let day = |f: &Figure| story.anchor(f.line).map(|m| m.date());
    let differ = match low.quantity.relation_of_values(high.quantity) {
        Relation::Differs => true,
        // "at least 11" and "14" agree on one day; on two the toll has grown.
        Relation::Compatible => low.quantity.bound == Bound::AtLeast && day(low) != day(high),
        Relation::Same | Relation::Unrelated => false,
    };
    let cosine = story.lines[a.line].vector.dot(&story.lines[b.line].vector);
    // A toll is of this story unless the sentence speaks of another year.
    let alike = if is_harm(&a.thing) { ALIKE_TOLLS } else { ALIKE };
    family(a) != family(b)
        && differ
        && cosine >= alike
        && !story.is_of_another_time(a.line)
        && !story.is_of_another_time(b.line)
}
