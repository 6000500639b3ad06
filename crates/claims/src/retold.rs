//! [`Retelling`]: whether a sentence tells an event again to one who knows of it.

use throughline_annotate::{Tree, is_head};

use super::{
    SAME, SAME_MEAN, Verdict,
    align::{coverage, fit, said},
    facts,
    part::{Part, Passage},
    told::{agreeing, clauses, deeds_told, share, told_by},
};

/// A sentence that may tell again what others tell; what is compared is made
/// once.
pub struct Retelling<'a> {
    passage: Passage<'a>,
    /// But for who says it.
    whole: Part,
    all: Part,
    /// But for what only details tell.
    main: Part,
    names: facts::Names,
}

impl<'a> Retelling<'a> {
    /// Reads a sentence.
    pub fn of(passage: Passage<'a>) -> Self {
        let (whole, all) = (Part::whole(&passage), Part::all(&passage));
        let main = Part::of(&passage, |at| !is_detail(passage.tree, at));
        Self { whole, all, main, names: facts::names(&passage), passage }
    }

    /// Compares it with another sentence.
    pub fn compare(&self, other: &Self) -> Verdict {
        let (a, b) = (&self.passage, &other.passage);
        let fit = fit(&self.whole, &other.whole);
        let near = fit.least() >= SAME && fit.mean() >= SAME_MEAN;
        if !near || fit.swapped {
            return Verdict::Other;
        }
        if let Some(fact) = facts::difference(a, b, &self.whole, &other.whole, &fit) {
            return Verdict::Differs(fact);
        }
        let as_much = facts::covers(a, b) && !facts::one_supposes(a, b);
        let same = as_much && !fit.is_half_done(&self.whole, &other.whole);
        if same { Verdict::Same } else { Verdict::Other }
    }

    /// The share of its words, but for who says it, that another says.
    pub fn coverage(&self, by: &Self) -> f32 {
        coverage(&self.whole, &by.whole)
    }

    /// Whether another tells all that it says ([`crate::told()`]).
    pub fn is_told_by(&self, other: &Self) -> bool {
        told_by(&self.passage, &self.whole, &[(other.passage, &other.all)])
    }

    /// Whether another tells the event of this sentence, with every deed that is
    /// no mere detail of it: where, of what kind, or after what.
    pub fn tells_event_of(&self, by: &Self) -> bool {
        let (sentence, one) = (&self.passage, &self.whole);
        let Some(own) = agreeing(sentence, one, &by.passage, &by.all) else { return false };
        let tree = sentence.tree;
        let main = |clause: &&Vec<usize>| {
            let verb =
                |at: usize| tree.ancestors(one.words[at].at).find(|&above| is_head(tree, above));
            clause.iter().any(|&at| verb(at).is_some_and(|verb| !is_detail(tree, verb)))
        };
        let clauses = clauses(sentence, one);
        let mains = || clauses.iter().filter(main);
        mains().next().is_some() && mains().all(|clause| deeds_told(sentence, one, clause, &own))
    }

    /// Whether another says nothing otherwise: no day, no denial, no roles turned round, no plan for
    /// what was done.
    pub fn agrees_with(&self, by: &Self) -> bool {
        agreeing(&self.passage, &self.whole, &by.passage, &by.all).is_some()
    }

    /// How well another sentence says each of its words, from 0 to 1.
    pub fn said_by(&self, other: &Self) -> Vec<f32> {
        said(&self.whole, &other.all)
    }

    /// How much of this sentence a reader of all that is known would learn from it, as a share of
    /// its words: all, where it gives a figure or a name that is not of a place. With each known
    /// sentence comes how well it says the words of this one ([`Retelling::said_by`]).
    pub fn adds_to(&self, known: &[(&Self, &[f32])]) -> f32 {
        let by: Vec<_> = known.iter().map(|(other, _)| (&other.passage, &other.names)).collect();
        if facts::gives_more(&self.passage, &self.names, &by) {
            return 1.0;
        }
        let best = |word: usize| known.iter().map(|(_, said)| said[word]).fold(0.0, f32::max);
        let said: Vec<f32> = (0..self.whole.words.len()).map(best).collect();
        1.0 - self.share_said(&said)
    }

    /// The share of its words that is said, by how well each is ([`Retelling::said_by`]).
    pub fn share_said(&self, said: &[f32]) -> f32 {
        let all: Vec<usize> = (0..self.whole.words.len()).collect();
        share(&self.whole, &all, |word| said[word])
    }

    /// Notes in `best` how well another says each of its words where it tells the matter itself: "the
    /// freed girls met the president" does not tell how they were freed.
    pub fn hear_matter(&self, other: &Self, best: &mut Vec<f32>) {
        best.resize(self.whole.words.len(), 0.0);
        let said = said(&self.whole, &other.main);
        best.iter_mut().zip(said).for_each(|(best, said)| *best = f32::max(*best, said));
    }
}

/// Whether a word stands in a clause that tells a detail of another: "after it had trampled a clerk".
fn is_detail(tree: &Tree, at: usize) -> bool {
    tree.ancestors(at).any(|up| matches!(tree.token(up).dep, "advcl" | "relcl" | "acl" | "pcomp"))
}
