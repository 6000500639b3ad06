//! [`Compared`]: what may be asked of a claim when two briefings are compared.

use crate::{
    claim::{Claim, Place},
    development::{Development, development},
    dispute::contested,
    reader::Reader,
    told::Weights,
};

/// Two briefings, and older ones that the reader has seen.
pub struct Compared<'r, 'a> {
    /// The older one.
    pub old: &'r Reader<'a>,
    /// The newer one.
    pub new: &'r Reader<'a>,
    /// Still older ones.
    pub earlier: &'r [Reader<'a>],
    /// How telling their words are.
    pub weights: &'r Weights,
}

impl<'r, 'a> Compared<'r, 'a> {
    /// The earlier claim that this one develops: of tolls the latest, of others
    /// the nearest.
    pub fn developed(
        &self,
        claim: &Claim<'a>,
        replaced: &[&str],
    ) -> Option<(&'r Claim<'a>, Development)> {
        let earlier = self.old.claims.iter().filter(|old| {
            old.place != Place::Aside && !replaced.contains(&old.statement.id.as_str())
        });
        let found = earlier.filter(|old| self.is_later(old, claim)).filter_map(|old| {
            let (development, nearness) = development(self.weights, old, claim)?;
            let open = !self.is_current(old) && !contested(self.new, old, claim);
            let open = open && !self.gave_toll(claim);
            open.then_some((old, development, nearness))
        });
        let at = |old: &Claim| self.old.published(old.statement);
        let rank = |old: &Claim, nearness: f32| {
            ((nearness > 1.0).then(|| (at(old), old.place == Place::Sentence)), nearness)
        };
        let best = found.max_by(|(a, _, x), (b, _, y)| {
            let ((a, x), (b, y)) = (rank(a, *x), rank(b, *y));
            a.cmp(&b).then(x.total_cmp(&y))
        });
        best.map(|(old, development, _)| (old, development))
    }

    /// Whether the older briefing gave the toll of this claim somewhere: then
    /// it has not changed since.
    pub fn gave_toll(&self, claim: &Claim) -> bool {
        let tolls = |claim: &Claim| {
            claim.figures.iter().filter(|f| f.toll.is_some()).cloned().collect::<Vec<_>>()
        };
        let before: Vec<_> = self.old.claims.iter().flat_map(tolls).collect();
        tolls(claim).iter().any(|toll| before.iter().any(|given| toll.same(given)))
    }

    /// Whether a reader of the older briefings was told this.
    pub fn was_told(&self, claim: &Claim) -> bool {
        let read = || self.earlier.iter().chain([self.old]).flat_map(|reader| &reader.claims);
        read().any(|old| self.weights.told(claim, old)) || self.weights.told_among(claim, read())
    }

    /// Whether the newer briefing tells an older claim as it stands now, and
    /// not only as something that was so once.
    fn is_current(&self, old: &Claim) -> bool {
        let current = |c: &&Claim| matches!(c.place, Place::Sentence | Place::Headline);
        let mut now = self.new.claims.iter().filter(current);
        now.any(|new| new.looks_ahead == old.looks_ahead && self.weights.told(old, new))
    }

    /// Whether an article says it that the older briefing had.
    pub fn is_known(&self, claim: &Claim) -> bool {
        claim.evidence().next().is_some_and(|evidence| self.old.says(evidence))
    }

    /// Whether a later article has overtaken a claim: one that the reader was
    /// told of, or, where both are new, one with a later toll.
    pub fn is_outdated(&self, claim: &Claim) -> bool {
        let at = self.new.published(claim.statement);
        let overtakes = |reader: &Reader, least: f32| {
            reader.claims.iter().any(|other| {
                let later = at.zip(reader.published(other.statement)).is_some_and(|(a, b)| a < b);
                let near = development(self.weights, claim, other).map(|(_, near)| near);
                later && near.is_some_and(|near| near > least)
            })
        };
        let least = if self.is_known(claim) { 0.0 } else { 1.0 };
        overtakes(self.old, 0.0) || overtakes(self.new, least)
    }

    fn is_later(&self, old: &Claim, new: &Claim) -> bool {
        match (self.old.published(old.statement), self.new.published(new.statement)) {
            (Some(old), Some(new)) => old < new,
            _ => !self.is_known(new),
        }
    }
}
