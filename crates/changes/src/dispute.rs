//! Disagreements that were not shown before, or have a position more.

use throughline_model::{Disagreement, DisagreementKind, Position};

use crate::{
    claim::{Claim, Place},
    reader::Reader,
    report::Disputed,
    told::Weights,
};

/// The disagreements of the newer briefing that a reader of the older one did
/// not see. A figure that only moved on is a change, no dispute.
pub fn disputed(weights: &Weights, old: &Reader, new: &Reader) -> Vec<Disputed> {
    let shown =
        new.briefing.disagreements.iter().filter(|d| d.kind != DisagreementKind::Development);
    let found = shown.filter_map(|disagreement| {
        let before = old.briefing.disagreements.iter().find(|o| is_one(o, disagreement));
        let added: Vec<Position> = disagreement
            .positions
            .iter()
            .filter(|p| !before.is_some_and(|d| d.positions.iter().any(|o| one_position(o, p))))
            .cloned()
            .collect();
        if added.is_empty() {
            return None;
        }
        let told = before.is_none().then(|| told(weights, old, new, disagreement)).flatten();
        let added = if before.is_none() { Vec::new() } else { added };
        Some(Disputed { disagreement: disagreement.clone(), added, told })
    });
    found.collect()
}

/// Whether both are on one point: a position of one is a position of the other.
fn is_one(a: &Disagreement, b: &Disagreement) -> bool {
    a.kind == b.kind && a.positions.iter().any(|p| b.positions.iter().any(|q| one_position(p, q)))
}

fn one_position(a: &Position, b: &Position) -> bool {
    let passage = |p: &Position| {
        let first = p.statement.citations.first().and_then(|c| c.evidence.first());
        first.map(|e| (e.article.clone(), e.start, e.end))
    };
    a.value.eq_ignore_ascii_case(&b.value)
        && (a.statement.text == b.statement.text || passage(a) == passage(b))
}

/// What the older briefing told of it as if it were beyond doubt.
fn told(
    weights: &Weights,
    old: &Reader,
    new: &Reader,
    disagreement: &Disagreement,
) -> Option<crate::report::Before> {
    let places = |claim: &&Claim| !matches!(claim.place, Place::Aside | Place::Position);
    let positions: Vec<&Claim> =
        disagreement.positions.iter().filter_map(|p| new.position(p)).collect();
    let touched = old.claims.iter().filter(places).find(|claim| {
        positions
            .iter()
            .any(|position| weights.told(claim, position) || weights.told(position, claim))
    });
    let said = |claim: &&Claim| positions.iter().all(|p| p.statement.text != claim.statement.text);
    touched.filter(said).map(|claim| old.before(claim.statement))
}

/// Whether sources differ on what these two claims say: then neither replaces
/// the other.
pub fn contested(new: &Reader, earlier: &Claim, later: &Claim) -> bool {
    let shown =
        new.briefing.disagreements.iter().filter(|d| d.kind != DisagreementKind::Development);
    let mut sides =
        shown.map(|d| d.positions.iter().filter_map(|p| new.position(p)).collect::<Vec<_>>());
    sides.any(|positions| {
        positions.iter().any(|p| p.shares_passage(earlier))
            && positions.iter().any(|p| p.shares_passage(later))
    })
}
